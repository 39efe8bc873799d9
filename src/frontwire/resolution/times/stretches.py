"""Rules for stretches of the calendar: "the last two weeks of March", "the first three months of 2018", "the start of the year"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from frontwire.resolution.times import spans
from frontwire.resolution.times.dates import calendar_day, month_only
from frontwire.resolution.times.deictic import moved, period_of
from frontwire.resolution.times.rule import rule, shade
from frontwire.resolution.times.spans import ONE, Anchor, Found
from frontwire.resolution.times.vocabulary import (
    COUNT,
    DAY,
    FULL_MONTH,
    MONTH,
    UNIT,
    YEAR,
    count_of,
    ordinal_of,
    weekday_of,
)

_STEP = {"this": 0, "the": 0, "last": -1, "the previous": -1, "next": 1}


def _year(m: re.Match[str], anchor: Anchor) -> int | None:
    """The stated year, or the one "this year", "last year" or "the year" means."""
    if stated := m["year"]:
        return int(stated)
    which = (m.groupdict().get("which") or "").lower()
    return anchor.published.year + _STEP.get(which, 0) if anchor.published else None


def part_of_month(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "the first week of March" (its days 1 to 7), "the last ten days of May 2011"."""
    whole = month_only(m, anchor)
    return (
        _cut(whole, m, {"week": 7, "day": 1, "fortnight": 14, "half": 15}[m["unit"].lower().rstrip("s")])
        if whole
        else None
    )


def _cut(whole: Found, m: re.Match[str], size: int) -> Found:
    count = (count_of(m["count"]) or (1, 1))[1] if m["count"] else 1
    length, which = timedelta(size * count - 1), m["nth"].lower()
    if which in ("last", "final", "closing"):
        return Found(whole.latest - length, whole.latest, "week" if size == 7 and count == 1 else "vague")
    number = 1 if which == "opening" else ordinal_of(which)
    if m["unit"].lower() == "half" and number == 2:
        return Found(whole.earliest + timedelta(15), whole.latest, "vague", None)
    start = whole.earliest + timedelta(size * (number - 1))
    if start > whole.latest:
        raise ValueError("no such week")
    return Found(start, min(start + length, whole.latest), "week" if size == 7 and count == 1 else "vague")


def part_of_year(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "the first three months of 2018", "the last six weeks of the year"."""
    number, counted = _year(m, anchor), count_of(m["count"]) if m["count"] else (1, 1)
    if number is None or counted is None:
        return None
    first = m["nth"].lower() in ("first", "opening")
    if m["unit"].lower().startswith("month"):
        return spans.months(number, 1 if first else 13 - counted[1], counted[1])
    length = timedelta(counted[1] * {"week": 7, "day": 1}[m["unit"].lower().rstrip("s")] - 1)
    whole = spans.year(number)
    return (
        Found(whole.earliest, whole.earliest + length, "vague")
        if first
        else Found(whole.latest - length, whole.latest, "vague")
    )


def to_a_day(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "between 4 February and the 27th": to the next day of that number."""
    start = calendar_day(m, anchor)
    if start is None:
        return None
    number, first = int(re.sub(r"\D", "", m["last"])), start.earliest
    month = spans.month(first.year, first.month + (number <= first.day))
    return Found(first, month.earliest + timedelta(number - 1), "day")


def edge(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "the start of the year", "the end of last week"; "since the start of the year" opens on its first day."""
    if anchor.published is None:
        return None
    whole = period_of(anchor.published, m["unit"].lower(), _STEP.get(m["which"].lower(), 0))
    return replace(whole, modifier=shade(m))


def after_next(m: re.Match[str], anchor: Anchor) -> Found | None:
    return period_of(anchor.published, m["unit"].lower(), 2) if anchor.published else None


def weekdays_ago(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "three Fridays ago": the last Friday is the first of them."""
    counted = count_of(m["count"])
    if anchor.published is None or counted is None:
        return None
    last = spans.weekday_near(anchor.published - ONE, weekday_of(m["weekday"]), -1)
    return spans.day(last - timedelta(7 * (counted[0] - 1)))


def in_a_row(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "for the third day running": that many days, the last of them the report's."""
    if anchor.published is None:
        return None
    size = {"day": 1, "night": 1, "week": 7}[m["unit"].lower()]
    return Found(anchor.published - timedelta(size * ordinal_of(m["nth"]) - 1), anchor.published, "vague")


def ahead(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "due in two weeks", "will last for ten days": from publication on. Raises Unspoken for what is told as past."""
    counted = count_of(m["count"])
    if anchor.direction <= 0 or anchor.published is None or counted is None:
        raise spans.Unspoken("told as past")
    end = moved(anchor.published, counted, m["unit"].lower(), 1)
    return end if m["lead"].lower() == "in" else Found(anchor.published, end.latest, "vague")


_NTH = r"(?P<nth>first|second|third|fourth|last|final|opening|closing)"
_WHICH = r"(?P<which>this|last|next|the previous)\s+year"
RULES = [
    rule("to_a_day", rf"\b(?:between|from)\s+(?:the\s+)?(?:(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH}))\s+(?:and|to|until|till)\s+the\s+(?P<last>\d{{1,2}}(?:st|nd|rd|th))\b(?!\s+of\b)", to_a_day),
    rule("to_a_day", rf"\b(?:between|from)\s+(?P<month>{MONTH})\s+(?P<day>{DAY})\s+(?:and|to|until|till)\s+the\s+(?P<last>\d{{1,2}}(?:st|nd|rd|th))\b(?!\s+of\b)", to_a_day),
    rule("part_of_month", rf"\b(?:the\s+)?{_NTH}\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>weeks?|days?|fortnight|half)\s+of\s+(?P<month>{FULL_MONTH})(?:,?\s+(?P<year>{YEAR}))?\b", part_of_month),
    rule("part_of_year", rf"\b(?:the\s+)?(?P<nth>first|last|opening|final)\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>months?|weeks|days)\s+of\s+(?:(?P<year>{YEAR})|{_WHICH}|the\s+year)\b", part_of_year),
    rule("edge", r"\b(?:the\s+)?(?P<shade>start|beginning|end|middle)\s+of\s+(?P<which>the|this|last|next|the previous)\s+(?P<unit>year|month|week)\b", edge),
    rule("after_next", r"\bthe\s+(?P<unit>week|month|year)\s+after\s+next\b", after_next),
    rule("weekdays_ago", rf"\b(?P<count>{COUNT})\s+(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s\s+ago\b", weekdays_ago, "days ago"),
    rule("in_a_row", r"\bfor\s+(?:the|a)\s+(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:straight\s+|consecutive\s+|successive\s+)?(?P<unit>day|night|week)(?:\s+running|\s+in\s+a\s+row)?(?=[\s,.;])", in_a_row),
    rule("ahead", rf"\b(?P<lead>in|for)\s+(?P<count>{COUNT})\s+(?P<unit>{UNIT})(?=\s*(?:[.,;]|$)|\s+(?:and|but|if|when|after|unless)\b)", ahead),
]  # fmt: skip
