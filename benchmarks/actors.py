"""Actors and speakers read right (``python -m benchmarks.actors [--wrong]``): our own two tables.

Each row is a report with one marked mention and what a reader who knows the groups would say it stands for. The tables
were written from the codebook before the rules were held against them; they measure whether the rules do what they were
meant to, not how often real reports use such words.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks.expressions import table_rows
from frontwire.records import Mention
from frontwire.resolution.actors import resolve
from frontwire.resolution.cast import cast
from frontwire.resolution.speakers import resolve_speaker


def marked(row: str) -> tuple[str, Mention]:
    """The report without its marks, and the mention that stood between them."""
    start, end = row.index("[["), row.index("]]") - 2
    text = row.replace("[[", "").replace("]]", "")
    return text, Mention(text=text[start:end], start=start, end=end, report_id="row")


def actor_of(row: str) -> tuple[str, ...]:
    """Id, side and country; "-" for none."""
    text, mention = marked(row)
    found = resolve(mention, cast(text, None))
    return found.actor_id or "-", found.side, found.country or "-"


def speaker_of(row: str) -> tuple[str, ...]:
    """Kind, side, country and the voice's id; "-" for none."""
    text, mention = marked(row)
    found = resolve_speaker(mention, cast(text, None))
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
