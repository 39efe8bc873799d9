"""Rules for words that point from the day of publication: weekdays, today, ago, this week, in the past month."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from frontwire.resolution.times import spans
from frontwire.resolution.times.dates import calendar_day
from frontwire.resolution.times.rule import SHADE, rule, shade
from frontwire.resolution.times.spans import ONE, Anchor, Found
from frontwire.resolution.times.vocabulary import COUNT, MONTH, UNIT, WEEKDAY, count_of, weekday_of

PART = r"(?P<part>(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk)s?)"
_BACK = ("last", "previous", "the previous", "past")


def weekday(m: re.Match[str], anchor: Anchor) -> Found | None:
    if anchor.published is None:
        return None
    which = (m.groupdict().get("which") or "").lower()
    number = weekday_of(m["weekday"])
    direction = 1 if which in ("next", "coming", "this coming") else -1 if which else anchor.direction
    found = spans.weekday_near(anchor.published, number, direction)
    if which in _BACK and found == anchor.published:
        found -= timedelta(7)
    if direction > 0 and which and found == anchor.published:
        found += timedelta(7)
    return spans.day(found, "part_of_day" if m.groupdict().get("part") else "day")


def weekday_in_week(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "Tuesday last week", "Monday of this week", "a week ago Monday"."""
    if anchor.published is None:
        return None
    which = (m.groupdict().get("week") or "last").lower()
    step = {"last": -7, "this": 0, "next": 7, "the previous": -7}[which]
    monday = spans.week(anchor.published + timedelta(step)).earliest
    return spans.day(monday + timedelta(weekday_of(m["weekday"])))


def weekday_range(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "between Friday and Sunday", "from Monday to Wednesday"."""
    if anchor.published is None:
        return None
    end = spans.weekday_near(anchor.published, weekday_of(m["last_day"]), anchor.direction)
    start = end - timedelta((weekday_of(m["last_day"]) - weekday_of(m["weekday"])) % 7)
    return Found(start, end, "day")


def night_into(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "overnight on Friday", "Friday night into Saturday", "in the night from Friday to Saturday"."""
    if anchor.published is None:
        return None
    first = spans.weekday_near(anchor.published, weekday_of(m["weekday"]), -1)
    return Found(first, min(first + ONE, max(first, anchor.published)), "part_of_day")


def shift(
    first: int, last: int | None = None, precision: str = "day"
) -> Callable[[re.Match[str], Anchor], Found | None]:
    def meaning(m: re.Match[str], anchor: Anchor) -> Found | None:
        if anchor.published is None:
            return None
        part = "part_of_day" if m.groupdict().get("part") else precision
        return Found(
            anchor.published + timedelta(first), anchor.published + timedelta(first if last is None else last), part
        )

    return meaning


def from_previous(step: int, precision: str = "day") -> Callable[[re.Match[str], Anchor], Found | None]:
    """ "the next day", "the same day": counted from the day the text spoke of last, else from publication."""

    def meaning(m: re.Match[str], anchor: Anchor) -> Found | None:
        base = anchor.previous or (anchor.published if step <= 0 else None)
        return spans.day(base + timedelta(step), precision) if base else None

    return meaning


def weekend(m: re.Match[str], anchor: Anchor) -> Found | None:
    if anchor.published is None:
        return None
    which = (m.groupdict().get("which") or "").lower()
    if which in ("next", "coming") or (anchor.direction > 0 and which not in ("last", "past")):
        return spans.weekend(
            anchor.published + timedelta(7 if which == "next" and anchor.published.weekday() >= 5 else 0)
        )
    inside = anchor.published if anchor.published.weekday() >= 5 else anchor.published - timedelta(7)
    found = spans.weekend(inside)
    if which == "last" and found.earliest <= anchor.published <= found.latest:
        found = spans.weekend(inside - timedelta(7))
    return found


def ago(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "three days ago", "two weeks from now"; "a couple of weeks earlier" where nothing was spoken of before it."""
    bounds = count_of(m["count"])
    if anchor.published is None or bounds is None:
        return None
    return moved(anchor.published, bounds, m["unit"].lower(), 1 if m["way"].lower() == "from now" else -1)


def moved(base: date, bounds: tuple[int, int], unit: str, sign: int) -> Found:
    """``base`` moved by so many units; the result is as precise as the unit."""
    unit = unit.rstrip("s").replace("centurie", "century")
    low, high = bounds
    if unit == "fortnight":
        return moved(base, (2 * low, 2 * high), "week", sign)
    if unit in ("minute", "hour"):
        if unit == "minute" or high < 12:
            return spans.day(base)
        other = base + sign * ONE
        return Found(min(base, other), max(base, other), "day")
    ends = [_one(base, n, unit, sign) for n in (low, high)]
    first, last = min(e.earliest for e in ends), max(e.latest for e in ends)
    return Found(first, last, ends[0].precision if low == high else "vague")


def _one(base: date, n: int, unit: str, sign: int) -> Found:
    if unit in ("day", "night"):
        return spans.day(base + timedelta(sign * n))
    if unit == "week":
        centre = base + timedelta(sign * 7 * n)
        return Found(centre - timedelta(3), centre + timedelta(3), "week")
    if unit == "month":
        return spans.month(base.year, base.month + sign * n)
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    return spans.year(base.year + sign * n * size)


def window(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "in the past two weeks", "in recent days", "in two days of violence": a window that ends at publication."""
    if anchor.published is None:
        return None
    unit = m["unit"].lower()
    bounds = count_of(m.groupdict().get("count") or "one")
    if bounds is None:
        return None
    if "recent" in m.group().lower():
        bounds = (2, {"day": 7, "hour": 24}.get(unit.rstrip("s"), 9))
    if "next" in m.group().lower() or "coming" in m.group().lower():
        end = moved(anchor.published, bounds, unit, 1).latest
        return Found(anchor.published, end, "vague")
    days = {"minute": 0, "hour": 1 if bounds[1] <= 24 else bounds[1] // 24, "day": bounds[1], "night": bounds[1]}
    key = unit.rstrip("s")
    start = anchor.published - timedelta(days[key]) if key in days else _back(anchor.published, bounds[1], key)
    return Found(start, anchor.published, "day" if key in days and bounds[1] <= 2 else "vague")


def _back(base: date, n: int, unit: str) -> date:
    size = {"week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652, "centurie": 36524, "century": 36524}[
        unit
    ]
    return base - timedelta(size * n + (n * 11 // 24 if unit == "month" else 0))


def period(m: re.Match[str], anchor: Anchor) -> Found | None:
    """ "this/last/next week, month, quarter, year, decade", with "earlier", "late"."""
    if anchor.published is None:
        return None
    which = m["which"].lower().removeprefix("the ")
    step = -1 if which in ("last", "previous", "past") else 1 if which in ("next", "coming", "following") else 0
    return replace(period_of(anchor.published, m["unit"].lower(), step), modifier=shade(m))


def period_of(here: date, unit: str, step: int) -> Found:
    """The calendar unit ``here`` lies in, ``step`` units on."""
    if unit == "week":
        return spans.week(here + timedelta(7 * step))
    if unit == "month":
        return spans.month(here.year, here.month + step)
    if unit == "quarter":
        return spans.months(here.year, 3 * ((here.month - 1) // 3 + step) + 1, 3)
    if unit == "century":
        return spans.year(here.year // 100 * 100 + 100 * step, 100)
    return spans.year(here.year // 10 * 10 + 10 * step, 10) if unit == "decade" else spans.year(here.year + step)


def before_last(m: re.Match[str], anchor: Anchor) -> Found | None:
    return period_of(anchor.published, m["unit"].lower(), -2) if anchor.published else None


def week_of(m: re.Match[str], anchor: Anchor) -> Found | None:
    found = calendar_day(m, anchor)
    return spans.week(found.earliest) if found else None


_LEAD = r"(?:in|over|during|within|for|throughout|after)?\s*(?:the\s+)?"
RULES = [
    rule("week_of", rf"\bthe\s+week\s+of\s+(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?!\d)", week_of),
    rule("weekday_range", rf"\b(?:between|from)?\s*(?P<weekday>{WEEKDAY})\s*(?:-|–|to|through|until)\s*(?P<last_day>{WEEKDAY})\b", weekday_range),
    rule("weekday_range", rf"\bbetween\s+(?P<weekday>{WEEKDAY})\s+and\s+(?P<last_day>{WEEKDAY})\b", weekday_range),
    rule("overnight", rf"\b(?:overnight\s+(?:on\s+|from\s+)?(?P<weekday>{WEEKDAY})(?:\s+(?:to|into)\s+{WEEKDAY})?)\b", night_into),
    rule("overnight", rf"\b(?P<weekday>{WEEKDAY})\s+night\s+(?:in)?to\s+{WEEKDAY}\b", night_into),
    rule("weekday_in_week", rf"\b(?P<weekday>{WEEKDAY})\s+(?:of\s+)?(?P<week>last|this|next|the previous)\s+week\b", weekday_in_week),
    rule("weekday_in_week", rf"\ba\s+week\s+ago\s+(?:on\s+)?(?P<weekday>{WEEKDAY})\b", weekday_in_week),
    rule("day_before_weekday", rf"\bthe\s+day\s+before\s+(?P<which>last\s+)?(?P<weekday>{WEEKDAY})\b", lambda m, a: _off(weekday(_plain(m), a), -1)),
    rule("weekday", rf"\b(?:(?P<which>last|next|this coming|coming|previous|this past|past)\s+)?(?P<weekday>{WEEKDAY})(?:['’]s)?(?:[\s,-]+(?:at\s+|in\s+the\s+)?{PART})?\b", weekday),
    rule("weekday", rf"\b{PART}\s+(?:on|of)\s+(?:(?P<which>last|next|previous)\s+)?(?P<weekday>{WEEKDAY})\b", weekday),
    rule("day_before_yesterday", r"\bthe\s+day\s+before\s+yesterday\b", shift(-2)),
    rule("day_after_tomorrow", r"\bthe\s+day\s+after\s+tomorrow\b", shift(2)),
    rule("overnight", r"\bovernight\b", shift(-1, 0, "part_of_day")),
    rule("last_night", r"\b(?P<part>last\s+(?:night|evening))\b", shift(-1)),
    rule("today", r"\b(?:today|(?P<part>tonight|this\s+(?:morning|afternoon|evening)))\b", shift(0)),
    rule("yesterday", rf"\byesterday(?:\s+{PART})?\b", shift(-1)),
    rule("tomorrow", rf"\btomorrow(?:\s+{PART})?\b", shift(1)),
    rule("same_day", r"\b(?:(?:on\s+)?the\s+same\s+day|(?:earlier|later)\s+(?:that|in\s+the)\s+day|that\s+(?:same\s+)?(?:day|morning|afternoon|evening|night)|the\s+day['’]s)\b", from_previous(0)),
    rule("previous_day", r"\b(?:(?:on\s+)?the\s+(?:previous|preceding)\s+(?:day|night|evening)|(?:a|the|one)\s+day\s+(?:earlier|before)|the\s+night\s+before|on\s+the\s+eve(?!\s+of))\b", from_previous(-1)),
    rule("next_day", r"\b(?:(?:on\s+)?the\s+(?:next|following)\s+(?:day|morning|night|afternoon|evening)|(?:a|one)\s+day\s+later|the\s+day\s+after)\b", from_previous(1)),
    rule("weekend", r"\b(?:(?:at|over|during|on|since|by|until)\s+)?(?:(?P<which>this|last|next|coming|past)\s+|the\s+(?:(?P<which2>past|last|coming|next)\s+)?)?weekend\b", weekend, "weekend"),
    rule("ago", rf"\b(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+(?P<way>ago\b|from now\b|earlier\b|(?:before|previously|prior)\b(?!\s+(?:the|a|he|she|they|it|his|her|being|having)\b))", ago, "ago|from now|earlier|before|previously|prior"),
    rule("week_before_last", r"\bthe\s+(?P<unit>week|month|year)\s+before\s+last\b", before_last, "before"),
    rule("past_span", rf"\b{_LEAD}(?:past|last|recent|previous|next|coming)\s+(?:(?P<count>{COUNT})\s+)(?P<unit>{UNIT})\b", window, "past|last|recent|previous|next|coming"),
    rule("past_span", rf"\b(?:in|over|during|within|for|throughout)\s+(?:the\s+)?(?:past|recent|coming)\s+(?P<unit>{UNIT})\b", window),
    rule("past_span", rf"\b(?:in|over|during|for)\s+the\s+last\s+(?P<unit>{UNIT})\b", window),
    rule("past_span", r"\brecent\s+(?P<unit>hours|days|weeks|months|years)\b", window),
    rule("period", rf"\b{SHADE}(?P<which>this|last|next|the previous|the past|the coming|previous|the following)\s+(?P<unit>week|month|quarter|year|decade|century)\b", period),
    rule("span_of", rf"\b(?:in|over|during|after)\s+(?P<count>{COUNT})\s+(?P<unit>hours?|days?|nights?|weeks?|months?)\s+of\b", window),
    rule("span_of", rf"\b(?:for|over|in)\s+(?P<count>{COUNT})\s+(?:straight\s+|consecutive\s+)?(?P<unit>days?|nights?|weeks?)\b(?=\s+(?:now|running|in a row)|[.,;]|$)", window),
]  # fmt: skip


def _off(found: Found | None, days: int) -> Found | None:
    return (
        replace(found, earliest=found.earliest + timedelta(days), latest=found.latest + timedelta(days))
        if found
        else None
    )


_WEEKDAY_ALONE = re.compile(rf"(?P<which>last\s+)?(?P<weekday>{WEEKDAY})", re.I)


def _plain(m: re.Match[str]) -> re.Match[str]:
    found = _WEEKDAY_ALONE.search(m.group())
    assert found is not None
    return found
