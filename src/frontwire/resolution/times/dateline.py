"""The day a report itself says it was written: dateline, "Published", "Updated" and time stamps."""

from __future__ import annotations

import re
from datetime import date, timedelta

from frontwire.resolution.times.vocabulary import DAY, MONTH, YEAR, day_of, month_of

HEAD = 400  # characters: title, dateline and stamps stand in the first lines
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = rf"(?:{_WEEKDAY},?\s+)?(?:(?P<month>{MONTH})\s+(?P<day>{DAY})|(?P<day2>{DAY})\s+(?P<month2>{MONTH}))(?:,?\s+(?P<year>{YEAR}))?"
_ASIDE = re.compile(rf"\(\s*{_DATE}\s*\)", re.I)
_OPENING = re.compile(rf"\A\s*{_DATE}:\s+(?=\w)", re.I)  # a headline that begins with its date
# Where more than one of these stands, they date the entries of a chronicle ("19 August: …", "four killed (12 October)").
_ENTRIES = {_ASIDE: _ASIDE, _OPENING: re.compile(rf"(?:\A|(?<=[.!?\n])\s*){_DATE}:\s+(?=\w)", re.I)}
_PLACES = (
    re.compile(rf"(?:published|posted|updated|last (?:updated|modified)|created|date)\s*(?:on|at)?\s*:?\s*(?:\d{{1,2}}[:.]\d{{2}}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{{2,4}})?,?\s+)?{_DATE}", re.I),
    _ASIDE,
    re.compile(rf"^(?-i:[A-Z])[A-Za-z .'’/-]{{1,40}}(?:,\s+(?-i:[A-Z])[A-Za-z .'’]{{1,30}})?,\s+{_DATE}\s*(?:\(|[-–—])", re.I | re.M),
    re.compile(rf"^\s*{_DATE}\s*(?:[|–—-]\s*\w|\(\w+\)|$)", re.I | re.M),
    _OPENING,
)  # fmt: skip
FRESH = timedelta(8)  # a dateline within a week of publication is the day its "today" means


def report_day(text: str, published: date | None) -> date | None:
    """The day "today" means: the dateline's, where the text has one that fits publication; else publication's.

    A dateline without a year takes publication's; without any publication day only a dateline with a year counts.
    """
    return next((day for day, _ in _stamps(text, published)), published)


def stamps(text: str, published: date | None) -> list[tuple[int, int]]:
    """Where the text says when it was written: these dates are no event's."""
    return [span for _, span in _stamps(text, published)]


def _stamps(text: str, published: date | None) -> list[tuple[date, tuple[int, int]]]:
    once = [p for p in _PLACES if p not in _ENTRIES or len(_ENTRIES[p].findall(text)) == 1]
    return [
        (day, m.span()) for pattern in once for m in pattern.finditer(text[:HEAD]) if (day := _stated(m, published))
    ]


def _stated(m: re.Match[str], published: date | None) -> date | None:
    year = int(m["year"]) if m["year"] else published.year if published else None
    if year is None:
        return None
    try:
        found = date(year, month_of(m["month"] or m["month2"]), day_of(m["day"] or m["day2"]))
        if not m["year"] and published and found > published + timedelta(1):
            found = found.replace(year=year - 1)
    except ValueError:
        return None
    fits = published is None or timedelta(-1) <= published - found <= FRESH
    return found if fits else None
