"""Time expressions -> intervals with precision and the rule that gave them (news semantics).

A bare weekday is the most recent one, the same day if the report came out on it; a bare month or day lies in the
past; "at the weekend" is the last or current Saturday and Sunday; "overnight" runs from evening to morning.
Without a publication date relative words stay unresolved: the interval keeps the words and null bounds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from frontwire.records import Interval

MONTHS = {
    m: i
    for i, m in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
_SHORT = {m[:3]: i for m, i in MONTHS.items()} | {"sept": 9}
DAYS = {d: i for i, d in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
_MONTH = r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_PART = r"(?:\s+(?P<part>morning|afternoon|evening|night))?"
_COUNT = r"(?P<count>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few)"
_NUMBERS = {
    w: i for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
} | {"a": 1, "an": 1}

Found = tuple[date, date, str]  # earliest, latest, precision


def _month(text: str) -> int:
    key = text.lower().rstrip(".")
    return MONTHS.get(key) or _SHORT[key[:3]]


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _calendar(m: re.Match[str], pub: date | None) -> Found | None:
    """Day and month, with or without a year: without one, the most recent past."""
    year = m.groupdict().get("year")
    if year is None and pub is None:
        return None
    try:
        found = date(int(year) if year else pub.year, _month(m["month"]), int(m["day"]))  # type: ignore[union-attr]
        if year is None and pub and found > pub + timedelta(1):
            found = found.replace(year=found.year - 1)
    except ValueError:
        return None
    return found, found, "day"


def _month_only(m: re.Match[str], pub: date | None) -> Found | None:
    month, year = _month(m["month"]), m.groupdict().get("year")
    if year is None and pub is None:
        return None
    y = int(year) if year else pub.year - (month > pub.month)  # type: ignore[union-attr]
    return date(y, month, 1), _month_end(y, month), "month"


def _year(m: re.Match[str], pub: date | None) -> Found | None:
    y = int(m["year"])
    return date(y, 1, 1), date(y, 12, 31), "year"


def _weekday(m: re.Match[str], pub: date | None) -> Found | None:
    if pub is None:
        return None
    back = (pub.weekday() - DAYS[m["weekday"].lower()]) % 7
    if (m.groupdict().get("last") or "").lower() in ("last", "previous") and back == 0:
        back = 7
    if (m.groupdict().get("last") or "").lower() in ("next", "coming"):
        day = pub + timedelta((DAYS[m["weekday"].lower()] - pub.weekday()) % 7 or 7)
    else:
        day = pub - timedelta(back)
    return day, day, "part_of_day" if m.groupdict().get("part") else "day"


def _shift(
    days: int, until: int | None = None, precision: str = "day"
) -> Callable[[re.Match[str], date | None], Found | None]:
    def rule(m: re.Match[str], pub: date | None) -> Found | None:
        if pub is None:
            return None
        return pub + timedelta(days), pub + timedelta(days if until is None else until), precision

    return rule


def _weekend(m: re.Match[str], pub: date | None) -> Found | None:
    if pub is None:
        return None
    saturday = pub - timedelta((pub.weekday() - 5) % 7)
    if (m.groupdict().get("last") or "").lower() == "last" and pub.weekday() >= 5:
        saturday -= timedelta(7)
    return saturday, min(saturday + timedelta(1), max(pub, saturday)), "weekend"


def _ago(m: re.Match[str], pub: date | None) -> Found | None:
    if pub is None:
        return None
    count = m["count"].lower()
    n = int(count) if count.isdigit() else _NUMBERS.get(count)
    unit = m["unit"].lower().rstrip("s")
    size = {"day": 1, "week": 7, "month": 30, "year": 365, "hour": 0, "minute": 0}[unit]
    if n is None:  # "several days ago": three to nine of them
        return pub - timedelta(9 * size), pub - timedelta(3 * size), "vague"
    if unit == "month":
        y, mo = divmod(pub.year * 12 + pub.month - 1 - n, 12)
        return date(y, mo + 1, 1), _month_end(y, mo + 1), "month"
    if unit == "year":
        return date(pub.year - n, 1, 1), date(pub.year - n, 12, 31), "year"
    slack = 3 if unit == "week" else 0
    day = pub - timedelta(n * size)
    return day - timedelta(slack), day + timedelta(slack), "day" if unit != "week" else "week"


def _past_span(m: re.Match[str], pub: date | None) -> Found | None:
    """ "in the past two weeks", "in recent days", "in two days of violence": a window that ends at publication."""
    if pub is None:
        return None
    count = (m.groupdict().get("count") or "one").lower()
    n = int(count) if count.isdigit() else _NUMBERS.get(count, 9)
    if "recent" in m.group().lower():
        n = 7
    size = {"hour": 1, "day": 1, "week": 7, "month": 31, "year": 366}[m["unit"].lower().rstrip("s")]
    days = 1 if m["unit"].lower().startswith("hour") else n * size
    return pub - timedelta(days), pub, "day" if days <= 2 else "vague"


def _period(m: re.Match[str], pub: date | None) -> Found | None:
    """ "this/last week, month, year" and "earlier this month"."""
    if pub is None:
        return None
    back = 1 if m["which"].lower() in ("last", "the previous", "previous") else 0
    unit = m["unit"].lower()
    if unit == "week":
        monday = pub - timedelta(pub.weekday() + 7 * back)
        return monday, monday + timedelta(6) if back else pub, "week"
    if unit == "month":
        y, mo = divmod(pub.year * 12 + pub.month - 1 - back, 12)
        return date(y, mo + 1, 1), _month_end(y, mo + 1) if back else pub, "month"
    y = pub.year - back
    return date(y, 1, 1), date(y, 12, 31) if back else pub, "year"


def _range(m: re.Match[str], pub: date | None) -> Found | None:
    """ "between June 10 and June 12", "from 3 to 5 May"."""
    ends = list(
        re.finditer(
            rf"{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH.replace('month', 'month2')}".replace("(?P<day>", "(?:"),
            m.group(),
            re.I,
        )
    )
    found = [expressions(e.group(), pub)[0] for e in ends if expressions(e.group(), pub)]
    if len(found) < 2 or not found[0].earliest or not found[1].latest:
        return None
    return date.fromisoformat(found[0].earliest), date.fromisoformat(found[1].latest), "day"


_Y = r"(?:,?\s+(?P<year>(?:19|20)\d{2}))"
_RULES: list[tuple[str, re.Pattern[str], Callable[[re.Match[str], date | None], Found | None]]] = [
    (name, re.compile(pattern, re.I), rule)
    for name, pattern, rule in [
        ("range", rf"\b(?:between|from)\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december))\s+(?:and|to|until)\s+(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{{1,2}}|\d{{1,2}}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december))", _range),
        ("iso_date", r"\b(?P<year>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})\b", lambda m, pub: _iso(m)),
        ("weekday_date", rf"\b{_WEEKDAY},?\s+{_MONTH}\s+{_DAY}\b{_Y}?", _calendar),
        ("month_day", rf"\b{_MONTH}\s+{_DAY}\b(?!\d|:){_Y}?", _calendar),
        ("day_month", rf"\b{_DAY}(?:\s+of)?\s+{_MONTH}(?=\W|$){_Y}?", _calendar),
        ("month_year", rf"\b{_MONTH}\s+(?:of\s+)?(?P<year>(?:19|20)\d{{2}})\b", _month_only),
        ("weekend", r"\b(?:at|over|during|on|this|(?P<last>last))?\s*(?:the\s+)?(?:past\s+)?weekend\b", _weekend),
        ("weekday", rf"\b(?:(?P<last>last|next|coming|previous)\s+)?{_WEEKDAY}{_PART}\b", _weekday),
        ("overnight", r"\bovernight\b", _shift(-1, 0, "part_of_day")),
        ("today", r"\b(?:today|tonight|this (?:morning|afternoon|evening)|earlier in the day)\b", _shift(0)),
        ("yesterday", r"\b(?:yesterday|last night|the previous day|a day earlier)\b", _shift(-1)),
        ("tomorrow", r"\btomorrow\b", _shift(1)),
        ("ago", rf"\b{_COUNT}\s+(?P<unit>minutes?|hours?|days?|weeks?|months?|years?)\s+(?:ago|earlier)\b", _ago),
        ("period", r"\b(?:(?:earlier|later|late|early)\s+)?(?P<which>this|last|the previous|previous)\s+(?P<unit>week|month|year)\b", _period),
        ("past_span", rf"\b(?:in|over|during|within|for|after)?\s*(?:the\s+)?(?:past|last|recent)\s+(?:{_COUNT}\s+)?(?P<unit>hours?|days?|weeks?|months?|years?)\b", _past_span),
        ("span_of", rf"\b(?:in|over|during)\s+{_COUNT}\s+(?P<unit>hours?|days?|weeks?)\b(?:\s+of)?", _past_span),
        ("month", r"\b(?:in|since|until|during|by|of|early|late|mid|from|last|this)[\s-]+(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)\b(?!\s+\d)", _month_only),
        ("year", r"\b(?:in|since|until|during|by|of|early|late|from|around)\s+(?P<year>(?:19|20)\d{2})\b", _year),
    ]
]  # fmt: skip


def _iso(m: re.Match[str]) -> Found | None:
    try:
        day = date(int(m["year"]), int(m["m"]), int(m["d"]))
    except ValueError:
        return None
    return day, day, "day"


_MODIFIERS = (
    (re.compile(r"\bsince\s+(?:the\s+)?(?:early\s+|late\s+)?$", re.I), "since"),
    (re.compile(r"\b(?:before|by|until)\s+$", re.I), "before"),
    (re.compile(r"\b(?:about|around)\s+$", re.I), "about"),
    (re.compile(r"\bearl(?:y|ier)\s+(?:on\s+|in\s+)?$", re.I), "early"),
    (re.compile(r"\blate(?:r)?\s+(?:on\s+|in\s+)?$", re.I), "late"),
)


def _modifier(text: str, start: int, found: str) -> str | None:
    lead = text[max(0, start - 20) : start] + re.split(r"\d|[A-Z]", found)[0]
    return next((name for pattern, name in _MODIFIERS if pattern.search(lead)), None)


def expressions(text: str, published: date | None, offset: int = 0) -> list[Interval]:
    """All time expressions of ``text``, longest rule first, not overlapping; offsets shifted by ``offset``."""
    taken: list[tuple[int, int]] = []
    out: list[Interval] = []
    for name, pattern, rule in _RULES:
        for m in pattern.finditer(text):
            start, end = m.start() + len(m.group()) - len(m.group().lstrip()), m.end()
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            value = rule(m, published)
            modifier = _modifier(text, start, m.group().strip())
            out.append(_interval(text[start:end], offset + start, offset + end, value, modifier, name, published))
    return sorted(out, key=lambda i: i.start or 0)


def _interval(
    text: str, start: int, end: int, value: Found | None, modifier: str | None, rule: str, published: date | None
) -> Interval:
    earliest, latest, precision = value or (None, None, "vague")
    if value and modifier == "since":
        latest = published
    elif value and modifier == "before":
        earliest = None
    return Interval(
        text=text, start=start, end=end, earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None, precision=precision, modifier=modifier,
        rule=rule if value else f"{rule}:unresolved",
    )  # fmt: skip
