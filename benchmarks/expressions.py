"""Time and figure phrases read right (``python -m benchmarks.expressions [--wrong]``): our own three tables.

The tables were written from the grammar of English and the codebook, before and beside the rules; they measure
whether the rules do what they were meant to, not how often real reports use such words.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from frontwire.records import Mention
from frontwire.resolution import times
from frontwire.resolution.figures import of_filler
from frontwire.resolution.times import expressions

TABLES = Path(__file__).resolve().parent.parent / "tests" / "resolution"
PUBLISHED = date(2019, 5, 15)  # the day the time table's phrases are said on
TOLD = date(2019, 4, 20)  # the day the narrative table's reports are of


def time_of(words: str) -> tuple[str, ...]:
    """Earliest, latest day and modifier of the first dated expression; "-" where there is none."""
    found = expressions(words, PUBLISHED)
    dated = [t for t in found if t.earliest or t.latest] or found
    return tuple(v or "-" for v in (dated[0].earliest, dated[0].latest, dated[0].modifier)) if dated else ("-",) * 3


def marked(row: str) -> tuple[str, tuple[int, int]]:
    """A report without its marks, and where the words between them stand."""
    start, end = row.index("[["), row.index("]]") - 2
    return row.replace("[[", "").replace("]]", ""), (start, end)


def told_time_of(row: str) -> tuple[str, ...]:
    """Earliest and latest day of the expression between the marks, read in its report; "-" for an open end."""
    text, (start, end) = marked(row)
    found = times.resolve(text, published=TOLD)
    asked = next((t for t in found if (t.start or 0) < end and start < (t.end or 0)), None)
    return (asked.earliest or "-", asked.latest or "-") if asked else ("-", "-")


def figure_of(words: str) -> tuple[str, ...]:
    """``low..high=best class`` of every figure of the phrase, high ``*`` when open."""
    mention = Mention(text=words, start=0, end=len(words), report_id="phrase")
    found = [f for f in of_filler("killed", mention, words, aggregate=False) if f.low is not None]
    return (" + ".join(
        f"{f.low}..{'*' if f.high is None else f.high}={'?' if f.best is None else f.best} {f.victim_class}" for f in found
    ) or "-",)  # fmt: skip


READERS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "time_expressions.tsv": time_of,
    "narrative_times.tsv": told_time_of,
    "figure_phrases.tsv": figure_of,
}


def table_rows(table: str) -> list[list[str]]:
    """The rows of one of our tables: what is read, then what it is to be read as."""
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()
    return list(csv.reader((x for x in lines if x and not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def wrong(table: str) -> tuple[int, list[str]]:
    """How many phrases a table holds, and a line for each one read otherwise."""
    rows = table_rows(table)
    read = [(words, tuple(wanted), READERS[table](words)) for words, *wanted in rows]
    return len(rows), [f"{words}: wanted {wanted}, read {got}" for words, wanted, got in read if wanted != got]


def main() -> None:
    for table in READERS:
        count, lines = wrong(table)
        print(f"{table}: {count - len(lines)} of {count} right")
        if "--wrong" in sys.argv:
            print(*lines, sep="\n")


if __name__ == "__main__":
    main()
