"""Happenings dated by another one: "hours after the blast, police raided houses" lies on the blast's day or the next.

Only what has no date of its own is dated so, and only from a happening of the report that has one. Without a length ("after the
blast") the other happening's day is a bound: what came after it cannot have begun before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from frontwire.records import Claim, Interval
from frontwire.resolution.times.deictic import moved
from frontwire.resolution.times.vocabulary import COUNT, UNIT, count_of

FALLBACKS = (
    "context:",
    "only_day:",
    "news_window",
    "own_day",
    "unparsed:",
)  # rules that name no date of the claim's own
REACH = 60  # characters from "after" to the happening's noun ("hours after a second, larger blast")
STEM = 5  # letters that a verb and its noun share ("exploded", "the explosion")
_LINK = re.compile(
    rf"\b(?:(?:(?P<count>{COUNT})\s+)?(?P<unit>{UNIT})\s+|(?P<soon>shortly|soon|moments|immediately|right|just)\s+)?(?P<way>after|before|following)\s+"
    r"(?=(?:the|a|an|that|this|an?other|his|her|its|their)\s)",
    re.I,
)
# "A day after two men killed him": what is told behind it lies a day before what the sentence dates.
_BACK = re.compile(rf"\b(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+(?P<way>after|before)\s+", re.I)
_CLAUSE = re.compile(r";|\b(?:after|before|since|when|while|who|which|whose|following|despite|because|that)\b", re.I)


def anchored(claims: Sequence[Claim], text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Claim, ...]:
    """``claims`` of one report, those told as after or before another one of them dated by it."""
    return tuple(_dated(c, claims, text, sentences) for c in claims)


def _dated(claim: Claim, claims: Sequence[Claim], text: str, sentences: Sequence[tuple[int, int]]) -> Claim:
    if claim.time is None or not (claim.time.rule or "").startswith(FALLBACKS):
        return claim
    start, end = sentences[claim.sentence]
    for link in _LINK.finditer(text, start, end):
        if not _governs(link, claim, text, start):
            continue
        event = _event(link, claim, claims, text)
        known = _known(event, claims) if event else _named_again(link, claims, text)
        if known and known.time and (found := _moved(link, known.time, claim.time)):
            return replace(claim, time=found)
    for link in _BACK.finditer(text, start, claim.start):
        main = _main(link, claim, claims, text)
        if main and main.time and (found := _moved(link, main.time, claim.time, back=True)):
            return replace(claim, time=found)
    return claim


def _main(link: re.Match[str], claim: Claim, claims: Sequence[Claim], text: str) -> Claim | None:
    """The dated happening of the sentence before "a day after", where the clause behind it tells of ``claim``."""
    behind = text[link.end() : claim.start]
    if len(behind) > REACH or re.search(r"[,;:.]", behind) or _CLAUSE.search(behind):
        return None
    before = [
        c
        for c in claims
        if c.sentence == claim.sentence and c.end <= link.start() and not _CLAUSE.search(text[c.end : link.start()])
    ]
    return max((c for c in before if _day_known(c)), key=lambda c: c.start, default=None)


def _day_known(claim: Claim) -> bool:
    return claim.time is not None and claim.time.earliest is not None and claim.time.latest is not None


def _event(link: re.Match[str], claim: Claim, claims: Sequence[Claim], text: str) -> Claim | None:
    """The claim whose trigger the words behind "after" lead to."""
    near = [
        c
        for c in claims
        if link.end() <= c.start <= link.end() + REACH
        and c is not claim
        and not re.search(r"[,;.]", text[link.end() : c.start])
    ]
    return min(near, key=lambda c: c.start, default=None)


def _governs(link: re.Match[str], claim: Claim, text: str, start: int) -> bool:
    """Does the link date ``claim``: it stands behind it in one clause, or opens the sentence and the claim follows the comma?"""
    if claim.end <= link.start():
        return not _CLAUSE.search(text[claim.end : link.start()])
    opening = not re.search(r"\w", text[start : link.start()])
    comma = text.find(",", link.end())
    return opening and 0 <= comma < claim.start and not _CLAUSE.search(text[comma : claim.start])


def _known(event: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The happening itself, or the last one of its type told before it, with a date of its own."""
    return _last([c for c in claims if c.type == event.type and c.start <= event.start])


def _named_again(link: re.Match[str], claims: Sequence[Claim], text: str) -> Claim | None:
    """The last happening told before by the noun behind "after", or by its type's ("the explosion")."""
    words = re.split(r"[,;.]", text[link.end() : link.end() + REACH])[0].lower().split()
    stems = {w[:STEM] for w in words}
    return _last([c for c in claims if c.end <= link.start() and stems & {c.trigger.lower()[:STEM], c.type[:STEM]}])


def _last(claims: Sequence[Claim]) -> Claim | None:
    return max((c for c in claims if _own(c)), key=lambda c: c.start, default=None)


def _own(claim: Claim) -> bool:
    when = claim.time
    dated = when is not None and when.earliest is not None and when.latest is not None
    return dated and not (when.rule or "").startswith((*FALLBACKS, "before_publication", "undated")) if when else False


def _moved(link: re.Match[str], event: Interval, fallback: Interval, *, back: bool = False) -> Interval | None:
    """``back``: the other way, from what lies after to what it follows."""
    first, last = date.fromisoformat(str(event.earliest)[:10]), date.fromisoformat(str(event.latest)[:10])
    after = (link["way"].lower() != "before") is not back
    rule = f"anchored:{event.rule}"
    if not back and not link["unit"] and not link["soon"]:
        return _bounded(fallback, first if after else None, None if after else last, rule)
    low, high = (count_of(link["count"]) or (1, 1)) if back else _length(link)
    ends = [moved(d, (low, high), (link["unit"] or "hour").lower(), 1 if after else -1) for d in (first, last)]
    earliest, latest = min(e.earliest for e in ends), max(e.latest for e in ends)
    return replace(
        fallback, earliest=earliest.isoformat(), latest=latest.isoformat(), rule=rule, modifier=None,
        precision="day" if earliest == latest else "vague",
    )  # fmt: skip


def _length(link: re.Match[str]) -> tuple[int, int]:
    """How many units: "shortly" and bare "hours" are up to a night, bare "days" two to nine (as "several")."""
    if link["count"]:
        return count_of(link["count"]) or (1, 1)
    return (1, 12) if (link["unit"] or "hours").lower().startswith(("hour", "minute")) else (2, 9)


def _bounded(fallback: Interval, first: date | None, last: date | None, rule: str) -> Interval | None:
    lows = [d for d in (fallback.earliest, first and first.isoformat()) if d]
    highs = [d for d in (fallback.latest, last and last.isoformat()) if d]
    earliest, latest = max(lows, default=None), min(highs, default=None)
    if earliest and latest and earliest > latest:
        return None
    precision = "day" if earliest is not None and earliest == latest else fallback.precision
    return replace(fallback, earliest=earliest, latest=latest, precision=precision, rule=rule)
