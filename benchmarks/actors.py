"""Actors and speakers read right (``python -m benchmarks.actors [--wrong]``): our own two tables.

Each row is a report with one marked mention and what a reader who knows the groups would say it stands for. The tables
were written from the codebook before the rules were held against them; they measure whether the rules do what they were
meant to, not how often real reports use such words.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks.expressions import marked, table_rows
from frontwire.resolution import actors, speakers


def actor_of(row: str) -> tuple[str, ...]:
    """Id, side and country; "-" for none."""
    text, span = marked(row)
    (found,) = actors.resolve(text, [span])
    return found.actor_id or "-", found.side, found.country or "-"


def speaker_of(row: str) -> tuple[str, ...]:
    """Kind, side, country and the voice's id; "-" for none."""
    text, span = marked(row)
    (found,) = speakers.resolve(text, [span])
    return found.kind.value, found.side, found.country or "-", found.speaker_id or "-"


READERS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "actor_mentions.tsv": actor_of,
    "speaker_mentions.tsv": speaker_of,
}


def wrong(table: str) -> tuple[int, list[str]]:
    """How many mentions a table holds, and a line for each one read otherwise."""
    rows = table_rows(table)
    read = [(row, tuple(wanted), READERS[table](row)) for row, *wanted in rows]
    return len(rows), [f"{row}: wanted {wanted}, read {got}" for row, wanted, got in read if wanted != got]


def main() -> None:
    for table in READERS:
        count, lines = wrong(table)
        print(f"{table}: {count - len(lines)} of {count} right")
        if "--wrong" in sys.argv:
            print(*lines, sep="\n")


if __name__ == "__main__":
    main()
