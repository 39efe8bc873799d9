"""Times of the day: "at 5 a.m.", "14:20 hrs", "at dawn", on the day told beside them, else on the one spoken of last.

Their bounds are ISO 8601 minutes of local time ("2019-04-16T05:00"), as the words say no zone; parts of the day have its date alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from frontwire.records import Interval

BESIDE = 40  # characters between a time and its day ("at 5 a.m. local time on Tuesday")
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<h12>1[0-2]|0?[1-9])(?:[:.](?P<m12>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?:\b(?:at|around|about|by|from|until|since|before|after)\s+|,\s+)(?P<span24>(?P<h24>[01]?\d|2[0-3])[:.](?P<m24>[0-5]\d))(?![\d%:]|\.\d|\s*(?:per|million|billion|km|[ap]\.?\s?m\b))"
    r"|\b(?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d)\s*(?:hrs|hours|GMT|UTC|local time)\b"
    r"|\b(?:at|around|about|by|from|until|since|before|after|shortly)\s+(?P<named>noon|midday|midnight)\b",
    re.I,
)
_PART = re.compile(
    r"\b(?:at|before|after|since|until|by|around|shortly before|just before)\s+(?P<part>dawn|dusk|nightfall|sunrise|sunset|daybreak)\b"
    r"|\bin the (?P<hours>early hours|small hours)\b(?!\s+of)",
    re.I,
)


def clocked(found: Interval) -> bool:
    """Is ``found`` a time of day rather than a date?"""
    return found.rule.startswith("clock")


def clock_times(text: str, dated: Sequence[Interval], offset: int, spoken: date | None) -> list[Interval]:
    """Times of day of one sentence, none inside a ``dated`` expression; offsets of both shifted by ``offset``. Without a day
    beside it or before it a time stays unresolved."""
    out = []
    for match in (*_CLOCK.finditer(text), *_PART.finditer(text)):
        start, end = next(
            (match.span(g) for g in ("span24", "named", "part", "hours") if match.groupdict().get(g)), match.span()
        )
        if any((i.start or 0) < offset + end and offset + start < (i.end or 0) for i in dated):
            continue
        day = _day(offset + start, offset + end, dated) or spoken
        out.append(_interval(text[start:end], offset + start, match, day))
    return sorted(out, key=lambda i: i.start or 0)


def _day(start: int, end: int, dated: Sequence[Interval]) -> date | None:
    """The day told nearest to a time in its sentence ("until noon on Wednesday" has an end only)."""
    days = [i for i in dated if i.latest and i.earliest in (i.latest, None)]
    gaps = [(max((i.start or 0) - end, start - (i.end or 0)), str(i.latest)) for i in days]
    near = min((g for g in gaps if g[0] <= BESIDE), default=None)
    return date.fromisoformat(near[1]) if near else None


def _interval(words: str, start: int, match: re.Match[str], day: date | None) -> Interval:
    minute = _minute(match)
    value = None if day is None else f"{day.isoformat()}T{minute}" if minute else day.isoformat()
    return Interval(
        text=words, start=start, end=start + len(words), earliest=value, latest=value,
        precision="minute" if minute else "part_of_day", rule="clock" if day else "clock:unresolved",
    )  # fmt: skip


def _minute(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("h12"):
        hour = int(groups["h12"]) % 12 + (12 if groups["half"].lower() == "p" else 0)
        return f"{hour:02}:{groups['m12'] or '00'}"
    if groups.get("named"):
        return "00:00" if groups["named"].lower() == "midnight" else "12:00"
    digits = next(((groups[h], groups[m]) for h, m in (("h24", "m24"), ("h4", "m4")) if groups.get(h)), None)
    return f"{int(digits[0]):02}:{digits[1]}" if digits else None
