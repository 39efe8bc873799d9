"""Rules for dates by the calendar: days, months, quarters, halves, seasons, years, decades, centuries."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from frontwire.codebook import load
from frontwire.resolution.times import spans
from frontwire.resolution.times.rule import SHADE, rule, shade
from frontwire.resolution.times.spans import Anchor, Found
from frontwire.resolution.times.vocabulary import (
    DAY,
    DECADES,
    FULL_MONTH,
    MONTH,
    ORDINAL,
    WEEKDAY,
    YEAR,
    YEAR_WORDS,
    day_of,
    month_of,
    ordinal_of,
    year_in_words,
)


def _years(m: re.Match[str], anchor: Anchor) -> list[int]:
    """The stated year, or those around publication."""
    if stated := m.groupdict().get("year"):
        return [int(stated)]
    return [anchor.published.year + step for step in (-1, 0, 1)] if anchor.published else []


def _dated(years: list[int], month: int, day: int, anchor: Anchor) -> date | None:
    found = [
        date(y, month, day) for y in years if not (month == 2 and day == 29 and (y % 4 or (y % 100 == 0 and y % 400)))
    ]
    if len(found) < 2 or anchor.published is None:
        return found[0] if found else None
    return spans.nearest(found, anchor.published, anchor.direction)


def calendar_day(m: re.Match[str], anchor: Anchor) -> Found | None:
    found = _dated(_years(m, anchor), month_of(m["month"]), day_of(m["day"]), anchor)
    return spans.day(found) if found else None


def short_year(m: re.Match[str], anchor: Anchor) -> Found:
    """ "13 Apr 19:" as situation reports write it: the century nearest to publication."""
    here = anchor.published.year if anchor.published else 2000 + int(m["short"])
    year = min((c + int(m["short"]) for c in (1900, 2000)), key=lambda y: abs(y - here))
    return spans.day(date(year, month_of(m["month"]), int(m["day"])))


def day_range(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "June 10-12", "from 3 to 5 May", "between 30 May and June 2"."""
    names = m.groupdict()
    last_month = names.get("month2") or names["month"]
    end = _dated(_years(m, anchor), month_of(last_month), day_of(m["day2"]), anchor)
    if end is None:
        return None
    start = date(end.year, month_of(names.get("month") or last_month), day_of(m["day"]))
    if start > end:
        start = start.replace(year=end.year - 1)
    return Found(start, end, "day")


def iso(m: re.Match[str], anchor: Anchor) -> Found:
    return spans.day(date(int(m["y"]), int(m["m"]), int(m["d"])))


def numeric(m: re.Match[str], anchor: Anchor) -> Found:
    """ "12/06/2014": both orders where both exist; their span then, honestly vague."""
    a, b, y = int(m["a"]), int(m["b"]), int(m["year"])
    days = [date(y, b, a)] if b <= 12 else []
    days += [date(y, a, b)] if a <= 12 and a != b else []
    if not days:
        raise ValueError
    return spans.day(days[0]) if len(days) == 1 else Found(min(days), max(days), "vague")


def month_only(m: re.Match[str], anchor: Anchor) -> Found | None:
    number = month_of(m["month"])
    if stated := m.groupdict().get("year"):
        return replace(spans.month(int(stated), number), modifier=shade(m))
    if anchor.published is None:
        return None
    here = anchor.published
    step = (number < here.month) if anchor.direction > 0 else -(number > here.month)
    return replace(spans.month(here.year + step, number), modifier=shade(m))


def month_of_year(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "June last year", "in January this year"."""
    if anchor.published is None:
        return None
    step = {"last": -1, "previous": -1, "this": 0, "next": 1, "that": 0}[m["which"].lower()]
    return replace(spans.month(anchor.published.year + step, month_of(m["month"])), modifier=shade(m))


def month_ordinal(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "the 15th of this month", "on the 23rd"."""
    if anchor.published is None:
        return None
    number = day_of(m["day"])
    here = anchor.published
    back = 1 if (m.groupdict().get("which") or "").lower() in ("last", "the previous") or (
        not m.groupdict().get("which") and anchor.direction <= 0 and number > here.day) else 0  # fmt: skip
    first = spans.month(here.year, here.month - back).earliest
    return spans.day(first.replace(day=number))


def year_only(m: re.Match[str], anchor: Anchor) -> Found | None:
    return replace(spans.year(int(m["year"])), modifier=shade(m))


def year_words(m: re.Match[str], anchor: Anchor) -> Found | None:
    number = year_in_words(m["words"])
    if number is None:
        return None
    if month := m.groupdict().get("month"):
        return spans.month(number, month_of(month))
    season = m.groupdict().get("season")
    return spans.months(number, load("calendar")["seasons"][season.lower()], 3) if season else spans.year(number)


def decade(m: re.Match[str], anchor: Anchor) -> Found | None:
    name = m.groupdict().get("name")
    digits = m.groupdict().get("digits")
    start = 1900 + DECADES[name.lower()] if name else int(digits or 0)
    if not name and start < 100:
        start += 1900
    return replace(spans.year(start, 10), modifier=shade(m))


def century(m: re.Match[str], anchor: Anchor) -> Found | None:
    number = ordinal_of(m["number"])
    if not 5 <= number <= 22:
        return None
    return replace(spans.year(100 * (number - 1), 100), modifier=shade(m))


def quarter(m: re.Match[str], anchor: Anchor) -> Found | None:
    y = _stated_or_last(m, anchor)
    if y is None:
        return None
    number = ordinal_of(m["number"])
    if not 1 <= number <= 4:
        return None
    found = spans.months(y, 3 * number - 2, 3)
    if (
        not m.groupdict().get("year")
        and anchor.published
        and anchor.direction <= 0
        and found.earliest > anchor.published
    ):
        found = spans.months(y - 1, 3 * number - 2, 3)
    return found


def half(m: re.Match[str], anchor: Anchor) -> Found | None:
    y = _stated_or_last(m, anchor)
    return spans.months(y, 1 if m["number"].lower() == "first" else 7, 6) if y is not None else None


def _stated_or_last(m: re.Match[str], anchor: Anchor) -> int | None:
    if m.groupdict().get("year"):
        return int(m["year"])
    if anchor.published is None:
        return None
    which = (m.groupdict().get("which") or "").lower()
    return anchor.published.year + (-1 if which in ("last", "previous") else 1 if which == "next" else 0)


def season(m: re.Match[str], anchor: Anchor) -> Found | None:
    first = load("calendar")["seasons"][m["season"].lower()]
    if m.groupdict().get("year"):
        return replace(spans.months(int(m["year"]), first, 3), modifier=shade(m))
    if anchor.published is None:
        return None
    which = (m.groupdict().get("which") or "").lower()
    found = [spans.months(anchor.published.year + step, first, 3) for step in (-2, -1, 0, 1)]
    past = (
        [f for f in found if f.latest < anchor.published]
        if which == "last"
        else [f for f in found if f.earliest <= anchor.published]
    )
    ahead = [f for f in found if f.earliest > anchor.published]
    return replace(
        ahead[0] if (which == "next" or anchor.direction > 0) and which != "last" else past[-1], modifier=shade(m)
    )


# What a bare number between 1500 and 2099 must not be: an amount, a score, a unit's number.
_NO_YEAR_AFTER = r"(?!\s*(?:people|men|women|children|troops|soldiers|fighters|rebels|civilians|families|homes|houses|miles?|km|kilomet\w+|met\w+|feet|tons?|tonnes|dead|killed|wounded|others|more|members|police\w*|percent|per cent|%|dollars|euros|rounds|rockets|hours|gmt|a\.m|p\.m|square|local|prisoners|refugees|votes)\b)(?![\d,.]*\d|%)"
_NO_YEAR_BEFORE = r"(?<![\d$£€#.,:/-])(?<!no\.\s)(?<!about\s)(?<!some\s)(?<!nearly\s)(?<!over\s)(?<!than\s)(?<!least\s)(?<!up to\s)(?<!almost\s)"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})(?!\d))?"

RULES = [
    rule("iso_date", r"\b(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)", iso),
    rule("numeric_date", r"(?<![\d/])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>(?:19|20)\d{2})(?!\d)", numeric),
    rule("day_range", rf"\b(?:between|from)?\s*(?P<month>{MONTH})\s+(?P<day>{DAY})\s*(?:-|–|to|and|until|through)\s*(?:(?P<month2>{MONTH})\s+)(?P<day2>{DAY}){_OF_YEAR}", day_range),
    rule("day_range", rf"\b(?:between|from)\s+(?P<day>{DAY})\s+(?P<month>{MONTH})\s+(?:and|to|until)\s+(?P<month2>{MONTH})\s+(?P<day2>{DAY}){_OF_YEAR}", day_range),
    rule("day_range", rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})\s*(?:-|–|to|through)\s*(?P<day2>{DAY}){_OF_YEAR}", day_range),
    rule("day_range", rf"\bon\s+(?P<month>{MONTH})\s+(?P<day>{DAY})\s+and\s+(?P<day2>{DAY})\b(?!\s+[a-z]){_OF_YEAR}", day_range),
    rule("day_range", rf"\bon\s+(?:the\s+)?(?P<day>{DAY})\s+and\s+(?:the\s+)?(?P<day2>{DAY})\s+(?:of\s+)?(?P<month2>{MONTH})\b{_OF_YEAR}", day_range),
    rule("day_range", rf"\b(?:between|from)\s+(?P<month>{MONTH})\s+(?P<day>{DAY})\s+(?:and|to|until)\s+(?P<day2>{DAY}){_OF_YEAR}", day_range),
    rule("day_range", rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<month>{MONTH}))?\s*(?:-|–|to|until|through)\s*(?P<day2>{DAY})\s+(?P<month2>{MONTH})\b{_OF_YEAR}", day_range),
    rule("day_range", rf"\b(?:between|from)\s+(?:the\s+)?(?P<day>{DAY})(?:\s+(?P<month>{MONTH}))?\s+(?:and|to|until)\s+(?:the\s+)?(?P<day2>{DAY})\s+(?:of\s+)?(?P<month2>{MONTH})\b{_OF_YEAR}", day_range),
    rule("weekday_date", rf"\b{WEEKDAY},?\s+(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})(?=\W|$){_OF_YEAR}", calendar_day),
    rule("weekday_date", rf"\b{WEEKDAY},?\s+(?P<month>{MONTH})\s+(?P<day>{DAY}){_OF_YEAR}", calendar_day),
    rule("day_of_pair", rf"\b(?P<month>{MONTH})\s+{DAY}(?:,\s*{DAY})*,?\s+(?:and|or)\s+(?P<span>(?P<day>{DAY}))(?=\s*(?:[.,;:)]|$|\s(?:in|at|on|of|and|respectively)\b)){_OF_YEAR}", calendar_day),
    rule("day_month_short", rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?P<month>{MONTH})\s*['’]?(?P<short>\d{{2}})(?=\s*(?:[:;,.)]|$|hrs|at\b))", short_year),
    rule("month_day", rf"(?<!\d\s)(?<!(?:st|nd|rd|th)\s)\b(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){_OF_YEAR}", calendar_day),
    rule("day_month", rf"\b(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})(?=\W|$){_OF_YEAR}", calendar_day),
    rule("month_ordinal", r"\b(?:on\s+)?the\s+(?P<day>\d{1,2}(?:st|nd|rd|th))\s+of\s+(?P<which>this|last|the previous)\s+month\b", month_ordinal),
    rule("month_ordinal", r"\bon\s+the\s+(?P<day>\d{1,2}(?:st|nd|rd|th))(?=[\s,.;]|$)(?!\s+(?:floor|street|day|anniversary|century|(?-i:[A-Z])))", month_ordinal),
    rule("quarter", rf"\b(?:the\s+)?(?P<number>first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter\b(?:\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<which>this|last|next|the previous)\s+year))?(?!-?final)", quarter),
    rule("half_year", rf"\b(?:the\s+)?(?P<number>first|second)\s+half\s+of\s+(?:(?P<year>{YEAR})|(?P<which>this|last|next)\s+year|the\s+year)\b", half),
    rule("season", rf"\b{SHADE}(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<year>{YEAR})\b", season),
    rule("season_words", rf"\b(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+of\s+(?P<words>{YEAR_WORDS})\b", year_words),
    rule("season", rf"\b{SHADE}(?P<which>this|last|next)\s+(?P<season>spring|summer|autumn|fall|winter)\b", season),
    rule("season", rf"\b(?:in|during|since|until|by)\s+(?:the\s+)?{SHADE}(?P<season>spring|summer|autumn|winter)\b(?!\s+(?:camp|palace|olympics|capital|offensive))", season),
    rule("month_of_year", rf"\b{SHADE}(?P<month>{FULL_MONTH})\s+(?:of\s+)?(?P<which>last|this|next|that|previous)\s+year\b", month_of_year),
    rule("month_year", rf"\b{SHADE}(?P<month>{MONTH})[\s,-]+(?:of\s+)?(?P<year>{YEAR})(?!\d)", month_only),
    rule("month_year_words", rf"\b(?P<month>{FULL_MONTH})\s+(?P<words>{YEAR_WORDS})\b", year_words),
    rule("decade", rf"\b{SHADE}(?:the\s+)?(?P<digits>(?:1[5-9]|20)\d0)['’]?s\b", decade),
    rule("decade", rf"(?<!\w){SHADE}(?:the\s+)?['’](?P<digits>[2-9]0)s\b", decade),
    rule("decade", rf"\bthe\s+{SHADE}(?P<name>{'|'.join(DECADES)})\b", decade),
    rule("century", rf"\b{SHADE}(?:the\s+)?(?P<number>{ORDINAL})[\s-]century\b", century, "century"),
    rule("year_words", rf"\b(?:the\s+year\s+)?(?P<words>{YEAR_WORDS})\b(?!\s+(?:people|men|troops|soldiers|dollars|miles))", year_words),
    rule("year_range", rf"\b(?P<year>{YEAR})\s*(?:-|–)\s*(?P<to>(?:{YEAR}|\d{{2}}))(?![\w-])", lambda m, a: _year_range(m)),
    rule("year", rf"\b(?:in|since|until|during|by|from|around|about|circa|before|after|through)\s+(?:the\s+year\s+)?{SHADE}(?P<span>(?P<year>(?:1[6-9]|20)\d{{2}}))(?!\d|['’]?s\b|,\d|-\d){_NO_YEAR_AFTER}", year_only),
    rule("year", r"\b(?P<shade>early|late|mid|post|pre)[\s-]+(?P<year>(?:1[6-9]|20)\d{2})(?!\d|['’]?s\b)", year_only),
    rule("year", rf"{_NO_YEAR_BEFORE}(?<!\w)(?P<year>(?:19[0-9]|20[0-4])\d)(?!\w|-\w|['’]s\b|,\d){_NO_YEAR_AFTER}", year_only),
]  # fmt: skip


def _year_range(m: re.Match[str]) -> Found | None:
    first = int(m["year"])
    last = int(m["to"]) if len(m["to"]) == 4 else first // 100 * 100 + int(m["to"])
    return spans.year(first, last - first + 1) if first < last < first + 100 else None


# Months without a day, last of all: every rule that names more of a date keeps its words first.
MONTH_ALONE = (
    rule("month", rf"\b(?:(?:in|since|until|during|by|of|from|around|before|after|through|between|and)\s+|(?P<which>this|last|next)\s+)(?:the\s+)?{SHADE}(?P<span>(?P<month>{FULL_MONTH}))\b(?!\s+\d|\s+(?:on|the)\s+capital)", month_only),
    rule("month", rf"\b(?P<shade>early|late|mid)[\s-]+(?P<month>{FULL_MONTH})\b", month_only),
    rule("month", r"(?<![.!?]\s)(?<=[a-z,]\s)(?P<month>January|February|April|June|July|August|September|October|November|December)(?-i:\b)(?=['’]s\s|[.,;]|\s+[a-z])", month_only),
)  # fmt: skip
