"""Rules for named days (codebook/calendar.yaml): Ramadan, Eid, Easter, Christmas, Thanksgiving."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from frontwire.codebook import load
from frontwire.resolution.times import spans
from frontwire.resolution.times.rule import Meaning, Rule, rule
from frontwire.resolution.times.spans import Anchor, Found
from frontwire.resolution.times.vocabulary import YEAR


def _chosen(candidates: list[Found], m: re.Match[str], anchor: Anchor) -> Found | None:
    """The stated year's, else the one the clause points to: past unless it says otherwise."""
    if stated := m.groupdict().get("year"):
        return next((f for f in candidates if f.earliest.year == int(stated)), None)
    here = anchor.published
    if here is None:
        return None
    which = (m.groupdict().get("which") or "").lower()
    if which == "last":
        candidates = [f for f in candidates if f.latest < here]
    elif which == "next" or anchor.direction > 0:
        candidates = [f for f in candidates if f.latest >= here]
    else:
        candidates = [f for f in candidates if f.earliest <= here + timedelta(anchor.direction == 0)]
    return min(candidates, key=lambda f: abs((f.earliest - here).days), default=None)


def _years(m: re.Match[str], anchor: Anchor) -> list[int]:
    if stated := m.groupdict().get("year"):
        return [int(stated)]
    return [anchor.published.year + step for step in (-1, 0, 1)] if anchor.published else []


def _meaning(kind: str, entry: dict[str, Any]) -> Meaning:
    def meaning(m: re.Match[str], anchor: Anchor) -> Found | None:
        years = _years(m, anchor)
        found = [f for y in years for f in _IN_YEAR[kind](entry, y)]
        return _chosen(found, m, anchor)

    return meaning


def _fixed(entry: dict[str, Any], year: int) -> list[Found]:
    return [spans.day(date(year, *entry["day"]))]


def _nth(entry: dict[str, Any], year: int) -> list[Found]:
    month, weekday, n = entry["day"]
    days = [d for d in _days(spans.month(year, month)) if d.weekday() == weekday]
    return [spans.day(days[n - 1] if n > 0 else days[n])]


def _days(found: Found) -> list[date]:
    return [found.earliest + timedelta(i) for i in range((found.latest - found.earliest).days + 1)]


def _easter(entry: dict[str, Any], year: int) -> list[Found]:
    sunday = spans.easter(year)
    first, last = (sunday + timedelta(n) for n in entry["days"])
    return [Found(first, last, "day" if first == last else "vague")]


def _hijri(entry: dict[str, Any], year: int) -> list[Found]:
    """A day early and a day late: the tabular calendar may miss the sighted moon by one."""
    month, day, length = entry["day"]
    starts = [spans.hijri(ah, month, day) for ah in spans.hijri_years(year)]
    precision = "month" if length > 20 else "vague"
    return [Found(s - timedelta(1), s + timedelta(length), precision) for s in starts if s.year == year]


_IN_YEAR = {"fixed": _fixed, "nth": _nth, "easter": _easter, "hijri": _hijri}


def _once(day: tuple[int, int, int]) -> Meaning:
    return lambda m, anchor: spans.day(date(*day))


def rules() -> list[Rule]:
    """One rule a name; ids are ``named:`` and the first of the names."""
    out = [rule("named_day", rf"\b(?:{e['names']})", _once(e["day"])) for e in load("calendar")["once"]]
    for kind in _IN_YEAR:
        for entry in load("calendar")[kind]:
            pattern = rf"\b(?:(?P<which>last|next|this)\s+)?(?:{entry['names']})(?:\s+(?:of\s+)?(?P<year>{YEAR}))?\b(?!\s+(?:tree|card|carol|island|rising|riots))"
            out.append(rule("named_day", pattern, _meaning(kind, entry)))
    return out
