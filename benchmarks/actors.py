"""Actors and speakers read right (``python -m benchmarks.actors [--wrong]``): our own two tables.

Each row is a report with one marked mention and what a reader who knows the groups would say it stands for. The tables
were written from the codebook before the rules were held against them; they measure whether the rules do what they were
meant to, not how often real reports use such words.
"""

from __future__ import annotations

from benchmarks.tables import Reader, marked, show
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


READERS: dict[str, Reader] = {
    "actor_mentions.tsv": actor_of,
    "speaker_mentions.tsv": speaker_of,
}


def main() -> None:
    show(READERS)


if __name__ == "__main__":
    main()
