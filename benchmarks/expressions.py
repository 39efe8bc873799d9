"""Time and figure phrases read right (``python -m benchmarks.expressions [--wrong]``): our own three tables.

The tables were written from the grammar of English and the codebook, before and beside the rules; they measure
whether the rules do what they were meant to, not how often real reports use such words.
"""

from __future__ import annotations

from datetime import date

from benchmarks.tables import Reader, marked, show
from frontwire.records import Mention
from frontwire.resolution import times
from frontwire.resolution.figures import of_filler
from frontwire.resolution.times import expressions

PUBLISHED = date(2019, 5, 15)  # the day the time table's phrases are said on
TOLD = date(2019, 4, 20)  # the day the narrative table's reports are of


def time_of(words: str) -> tuple[str, ...]:
    """Earliest, latest day and modifier of the first dated expression; "-" where there is none."""
    found = expressions(words, PUBLISHED)
    dated = [t for t in found if t.earliest or t.latest] or found
    return tuple(v or "-" for v in (dated[0].earliest, dated[0].latest, dated[0].modifier)) if dated else ("-",) * 3


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


READERS: dict[str, Reader] = {
    "time_expressions.tsv": time_of,
    "narrative_times.tsv": told_time_of,
    "figure_phrases.tsv": figure_of,
}


def main() -> None:
    show(READERS)


if __name__ == "__main__":
    main()
