"""Who did what to whom by one plain report (``python -m benchmarks.doers [--wrong]``): our own table.

Each row is a report of a sentence or two and, for each trigger named, the agents and targets that a careful reader would enter. Written from
the codebook, A, before a rule was held against it; rows that come out wrong stay in the table.
"""

from __future__ import annotations

from benchmarks.holders import read
from benchmarks.tables import Reader, show

NOBODY, UNJUDGED = "-", "*"


def doers_of(row: str) -> tuple[str, ...]:
    """Each claim as ``trigger: agent + agent > target``."""
    text, drafts = row, read(row)
    lines = []
    for draft in drafts:
        sides = (
            " + ".join(m.text for role, m in draft.roles if role == side) or NOBODY for side in ("agent", "target")
        )
        lines.append(f"{text[draft.start : draft.end]}: {' > '.join(sides)}")
    return ("; ".join(lines),)


def agree(wanted: tuple[str, ...], got: tuple[str, ...]) -> bool:
    """Is every trigger of ``wanted`` read, with its parties and no others?"""
    claims = [_parts(line) for line in got[0].split("; ") if line]
    return all(any(_same(_parts(line), claim) for claim in claims) for line in wanted[0].split("; "))


def _parts(line: str) -> tuple[str, str, str]:
    trigger, _, sides = line.partition(": ")
    agents, _, targets = sides.partition(" > ")
    return trigger, agents, targets or UNJUDGED


def _same(wanted: tuple[str, str, str], claim: tuple[str, str, str]) -> bool:
    touching = wanted[0] in claim[0] or claim[0] in wanted[0]
    return touching and all(_side(w, c) for w, c in zip(wanted[1:], claim[1:], strict=True))


def _side(wanted: str, told: str) -> bool:
    """Each party told is one wanted and each wanted is told; a name is told by a phrase that holds it."""
    if wanted == UNJUDGED or told == wanted:
        return True
    readings = [party.split("|") for party in wanted.split(" + ")]
    if told == NOBODY:
        return any(NOBODY in reading for reading in readings)
    parties = told.split(" + ")
    held = [[any(word.lower() in party.lower() for word in reading) for reading in readings] for party in parties]
    return all(map(any, held)) and all(any(row[i] for row in held) for i in range(len(readings)))


READERS: dict[str, Reader] = {"../extraction/plain_doers.tsv": doers_of}


def main() -> None:
    show(READERS, agree)


if __name__ == "__main__":
    main()
