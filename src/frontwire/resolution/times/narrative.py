"""Rules for words that count from the time the text spoke of before: "ten days later", "that month", "on the 9th", "in the days that followed".

Each raises Unspoken where nothing fine enough was spoken of: another rule may then read the words from publication, or they date nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from frontwire.resolution.times import spans
from frontwire.resolution.times.dates import calendar_day
from frontwire.resolution.times.deictic import moved, period_of
from frontwire.resolution.times.rule import rule
from frontwire.resolution.times.spans import Anchor, Found, Unspoken
from frontwire.resolution.times.vocabulary import COUNT, MONTH, count_of, day_of, month_of

# How many units a plural without a number stands for: "hours later" is the same day or the next, "days later" two to nine (as "several").
_PLURAL = {"minute": (1, 9), "hour": (1, 12), "day": (2, 9), "week": (2, 9), "month": (2, 9), "year": (2, 9)}
# What a unit may be counted from: days from a day, years from any time.
_FINE = {
    "minute": ("day", "part_of_day"),
    "hour": ("day", "part_of_day"),
    "day": ("day", "part_of_day"),
    "night": ("day", "part_of_day"),
    "week": ("day", "part_of_day", "weekend", "week"),
    "month": ("day", "part_of_day", "weekend", "week", "month"),
    "year": ("day", "part_of_day", "weekend", "week", "month", "year"),
}
_FINE |= {"fortnight": _FINE["week"], "decade": _FINE["year"]}  # fmt: skip


def _unit(m: re.Match[str]) -> str:
    return m["unit"].lower().rstrip("s")


def _base(m: re.Match[str], anchor: Anchor) -> Found:
    return anchor.last(_FINE[_unit(m)])


def _told(found: Found, base: date, anchor: Anchor) -> Found:
    """What is told as past cannot lie after publication: the words then count from elsewhere than ``base``."""
    if anchor.published and anchor.direction <= 0 and base <= anchor.published < found.earliest:
        raise Unspoken("after publication")
    return found


def _count(m: re.Match[str]) -> tuple[int, int]:
    words = m.groupdict().get("count")
    one = (1, 1) if not words and not m["unit"].endswith("s") else None
    return (count_of(words) if words else one) or _PLURAL[_unit(m)]


def shifted(m: re.Match[str], anchor: Anchor) -> Found:
    """ "two months later", "weeks earlier", "after ten days": the time before, moved; as precise as the coarser of both."""
    base, sign = _base(m, anchor), -1 if m.groupdict().get("back") else 1
    low, high = _count(m)
    if _unit(m) == "hour" and high >= 12:
        return Found(base.earliest - timedelta(sign < 0), base.latest + timedelta(sign > 0), "vague")
    first, last = (moved(day, (low, high), _unit(m), sign) for day in (base.earliest, base.latest))
    precision = first.precision if base.precision in ("day", "part_of_day") else base.precision
    return _told(Found(first.earliest, last.latest, precision), base.earliest, anchor)


def neighbour(step: int) -> Callable[[re.Match[str], Anchor], Found]:
    """ "the following week", "that month", "the year before": the calendar unit after, around or before the time spoken of."""

    def meaning(m: re.Match[str], anchor: Anchor) -> Found:
        base = _base(m, anchor).earliest
        return _told(period_of(base, _unit(m), step), base, anchor)

    return meaning


def ensuing(m: re.Match[str], anchor: Anchor) -> Found:
    """ "in the days that followed", "over the next three days", "within a week": from the time before on."""
    groups = m.groupdict()
    plan = anchor.direction > 0 or _MODAL.match(groups.get("now") or "")
    if plan and anchor.published and "now" in groups:
        return Found(anchor.published, _end(anchor.published, _count(m)[1], _unit(m)), "vague")
    if plan or groups.get("now") or (groups.get("ahead") and anchor.direction == 0):
        raise Unspoken("counts from publication")
    base = _base(m, anchor)
    return Found(base.earliest, _end(base.latest, _count(m)[1], _unit(m)), "vague")


def lasting(m: re.Match[str], anchor: Anchor) -> Found:
    """ "It went on for ten days"; with a perfect or a modal ("has raged", "may last") they count from publication."""
    if m["now"] or anchor.direction > 0:
        raise Unspoken("counts from publication")
    base = _base(m, anchor)
    return Found(base.earliest, _end(base.latest, _count(m)[1], _unit(m)), "vague")


def _end(start: date, count: int, unit: str) -> date:
    """The last day of so many units from ``start`` on: the same day of the week, month or year."""
    if unit in ("month", "year"):
        later = spans.month(start.year, start.month + count * (12 if unit == "year" else 1))
        return min(later.latest, later.earliest + timedelta(start.day - 1))
    return start + timedelta(
        count * {"week": 7, "fortnight": 14, "hour": 0, "minute": 0}.get(unit, 1) + (unit == "hour")
    )


def bare_day(m: re.Match[str], anchor: Anchor) -> Found:
    """ "It began on 3 May. It went on until the 9th": the first day of that number after the one spoken of before.

    A story moves on; what "had" been so on the 9th was so on the last day of that number before it.
    """
    spoken, number = anchor.previous, day_of(m["day"])
    if spoken is None:
        raise Unspoken("no day before it")
    months = [divmod(spoken.year * 12 + spoken.month - 1 + step, 12) for step in (-2, -1, 0, 1, 2)]
    days = [date(y, n + 1, number) for y, n in months if number <= monthrange(y, n + 1)[1]]
    before, after = max(d for d in days if d < spoken), min(d for d in days if d >= spoken)
    had = bool(m.groupdict().get("had"))
    told_late = anchor.published is not None and anchor.direction <= 0 and spoken <= anchor.published < after
    return spans.day(before if had or told_late else after)


def from_then(m: re.Match[str], anchor: Anchor) -> Found:
    """ "between then and the 12th"."""
    end = bare_day(m, anchor)
    return Found(min(anchor.previous or end.earliest, end.earliest), end.latest, "day")


def since_then(m: re.Match[str], anchor: Anchor) -> Found:
    """ "since then", "from then on": the time spoken of last; what "since" makes of it is its modifier's part."""
    return anchor.last(_FINE["year"])


def of_that_year(m: re.Match[str], anchor: Anchor) -> Found:
    """ "in June of that year", "that June", "that spring"."""
    return spans.month(anchor.last(_FINE["year"]).earliest.year, month_of(m["month"]))


_LATER = r"(?:later|afterwards?|after(?=\s*(?:[.,;:)]|$)))"
_EARLIER = r"(?P<back>earlier|before(?=\s*(?:[.,;:)]|$))|previously|beforehand)"
# A perfect or a modal before it in the clause: the time runs up to publication, or on from it.
_OPEN = r"\b(?:ha[sd]|have|is|are|been|hasn['’]t|haven['’]t|hadn['’]t|could|may|might|will|would|can|should|expected)\b[^.;:]{0,80}?"
_MODAL = re.compile(r"could|may|might|will|would|can|should|expected", re.I)
_UNITS = r"(?P<unit>minutes|hours|days|weeks|months|years)"
_ANY = r"(?P<unit>minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)"
_NO_UNIT_NAME = r"(?!\s+(?:[a-z]+\s+)?(?:brigade|battalion|division|regiment|army|corps|infantry|fleet|century|floor|street|anniversary|avenue|parallel|day|time|round|attack|month|hour|minute)\b)(?!\s+(?-i:[A-Z])|\s+of\b|\s*(?:and|to|or|–|-)\s*(?:the\s+)?\d)"
RULES = [
    rule("of_that_year", rf"\b(?:in\s+|by\s+)?(?P<month>{MONTH})\s+(?:of\s+)?(?:that|the\s+same)\s+year\b", of_that_year),
    rule("shifted", rf"\b(?P<count>{COUNT})\s+{_ANY}\s+(?:{_LATER}|{_EARLIER})\b", shifted, "later|after|earlier|before|previously"),
    rule("shifted", rf"(?<![\w-]\s)\b{_UNITS}\s+(?:{_LATER}|{_EARLIER})\b", shifted, "later|after|earlier|before|previously"),
    rule("shifted", rf"\bafter\s+(?P<count>{COUNT})\s+(?P<unit>days?|weeks?|months?|years?)(?=\s*(?:[.;]|$|,\s))", shifted, "after"),
    rule("neighbour", r"\b(?:in\s+|during\s+|over\s+|by\s+)?the\s+(?:following|next|ensuing|subsequent)\s+(?P<unit>week|month|year)\b(?!\s+(?:of|at|for)\b)", neighbour(1)),
    rule("neighbour", r"\b(?:in\s+|during\s+)?the\s+(?P<unit>week|month|year)\s+(?:before|earlier)(?=\s*(?:[.,;:)]|$))", neighbour(-1)),
    rule("neighbour", r"\b(?:(?:(?:later|earlier|early|late)\s+)?(?:that|the)\s+same|(?:later|earlier)\s+(?:that|in\s+the))\s+(?P<unit>week|month|year)\b", neighbour(0)),
    rule("neighbour", r"\b(?:(?:later|earlier|early|late)\s+|(?:in|during|by\s+the\s+end\s+of)\s+)?that\s+(?P<unit>week|month|year)(?=\s*(?:[.,;:)]|$)|\s+(?:the|a|an|and|as|in|by|when|it|he|she|they)\b)", neighbour(0)),
    rule("ensuing", r"\b(?:in|over|during|within)\s+the\s+(?:(?:following|ensuing|subsequent)\s+(?:few\s+)?)(?P<unit>hours|days|weeks|months|years)\b", ensuing),
    rule("ensuing", r"\b(?:in|over|during)\s+the\s+(?P<unit>hours?|days?|weeks?|months?|years?)\s+(?:that\s+followed|afterwards?|after(?=\s*[.,;]))", ensuing),
    rule("ensuing", rf"\b(?:in|over|during|within|for)\s+the\s+(?:(?P<ahead>next)|following)\s+(?P<count>{COUNT}|few)\s+(?P<unit>hours|days|weeks|months|years)\b", ensuing),
    rule("ensuing", rf"(?:(?P<now>{_OPEN}))?(?P<span>\bwithin\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>hours?|days?|weeks?|months?))(?=\s*(?:[.,;]|$)|\s+(?:the|he|she|they|it|of\s+(?:that|the)|\d+)\b)", ensuing, "within"),
    rule("lasting", rf"(?:(?P<now>{_OPEN}))?(?P<span>\bfor\s+(?P<count>{COUNT})\s+(?:more\s+|straight\s+|consecutive\s+|whole\s+|full\s+)?(?P<unit>days|nights|weeks|months))(?=\s*(?:[.,;]|$)|\s+(?:and|before|until)\b)", lasting, "for"),
    rule("from_then", r"\b(?:between|from)\s+then\s+(?:and|until|till|to)\s+the\s+(?P<day>\d{1,2}(?:st|nd|rd|th))\b", from_then),
    rule("since_then", r"\bsince\s+then\b", since_then),
    rule("bare_day", rf"(?:(?P<had>\bhad\s[^.;:]{{0,60}}?))?(?P<span>\b(?:until|by|since|before|till|on)\s+the\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th))\b){_NO_UNIT_NAME}", bare_day),
    rule("pair_day", rf"\b(?:on|since|from)\s+(?:the\s+)?(?P<span>(?P<day>\d{{1,2}})(?:st|nd|rd|th)?)\s+(?:and|then)\s+(?:again\s+(?:on\s+)?|on\s+)(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})\b", calendar_day),
]  # fmt: skip
