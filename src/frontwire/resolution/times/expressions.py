"""Text -> intervals: the rules run in order, earlier ones keep their words, each match read in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from frontwire.records import Interval
from frontwire.resolution.times import dates, deictic, named, narrative, stretches
from frontwire.resolution.times.clock import clock_times
from frontwire.resolution.times.direction import by_event, direction
from frontwire.resolution.times.rule import Rule, tried
from frontwire.resolution.times.spans import Anchor, Found, Unspoken

_CLOCK = r"(?:\d{1,2}(?::\d{2})?\s*[ap]\.?m\.?(?:\s+[A-Z]{2,4})?|noon|midnight)"
_MODIFIERS = tuple(
    (re.compile(rf"\b(?:{words})\s+(?:(?:the|on|in|early|late|at least|{_CLOCK})\s+)*$", re.I), re.compile(rf"(?:{words})\b", re.I), name)
    for words, name in [
        ("since", "since"),
        ("before|by|until|till|no later than|prior to", "before"),
        ("about|around|circa|roughly|approximately", "about"),
        ("early|earlier|at the beginning of|at the start of", "early"),
        ("late|later|at the end of", "late"),
    ]
)  # fmt: skip
_CALENDAR_HINT = re.compile(r"\d|day|week|month|year|night|morning|today|yesterday|tomorrow|ago|spring|summer|autumn|fall|winter|"
                            r"ty\b|centur|decade|ear|Christmas|Easter|Ramadan|Eid|[A-Z]", re.I)  # fmt: skip


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    return (
        *named.rules(), *deictic.RULES[:1], *stretches.RULES, *narrative.RULES, *dates.RULES, *deictic.RULES[1:], *dates.MONTH_ALONE,
    )  # fmt: skip


def expressions(text: str, published: date | None, offset: int = 0) -> list[Interval]:
    """All time expressions of ``text``, not overlapping, in order; offsets shifted by ``offset``."""
    return _with_clock(text, published, offset, [])


def _with_clock(text: str, published: date | None, offset: int, spoken: list[Found]) -> list[Interval]:
    dated = _read(text, published, offset, spoken)
    hours = clock_times(text, dated, offset, Anchor(published, 0, tuple(spoken)).previous)
    return sorted([*dated, *hours], key=lambda i: i.start or 0)


def _read(text: str, published: date | None, offset: int, spoken: list[Found]) -> list[Interval]:
    """As :func:`expressions`, after the times ``spoken`` of so far, to which those of ``text`` are added."""
    out: list[Interval] = []
    matches = sorted(_matches(text), key=lambda pair: pair[0].span(pair[1]))
    for rule, match in matches:
        anchor = Anchor(published, direction(text, match.start(), match.end()), tuple(spoken))
        for one, words in [(rule, match), *_otherwise(text, rule, match, matches)]:
            try:
                found = one.meaning(words, anchor)
            except Unspoken:
                continue
            except (ValueError, OverflowError):
                break
            start, end = one.span(words)
            start += len(text[start:end]) - len(text[start:end].lstrip())
            out.append(_interval(text, start, end, offset, found, one.name, published))
            spoken += [found] if found else []
            break
    return out


CONTEXT = 120  # characters on either side of an expression that a rule may read with it


def _otherwise(
    text: str, rule: Rule, match: re.Match[str], matches: Sequence[tuple[Rule, re.Match[str]]]
) -> Iterator[tuple[Rule, re.Match[str]]]:
    """How later rules read the words of ``match``, where ``rule`` cannot."""
    if rule not in narrative.RULES and rule not in stretches.RULES:
        return
    start, end = rule.span(match)
    others = [r.span(m) for r, m in matches if m is not match]
    for other in _rules()[_rules().index(rule) + 1 :]:
        for found in other.pattern.finditer(text, max(0, start - CONTEXT), end + CONTEXT):
            a, b = other.span(found)
            if a >= end:
                break
            if start < b and not any(a < e and s < b for s, e in others):
                yield other, found


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Matches of all rules, an earlier rule's words kept from the later ones."""
    taken: list[tuple[int, int]] = []
    if not _CALENDAR_HINT.search(text):
        return
    for rule in tried(_rules(), text):
        for match in rule.pattern.finditer(text):
            start, end = rule.span(match)
            if start < end and not any(start < e and s < end for s, e in taken):
                taken.append((start, end))
                yield rule, match


def document_expressions(text: str, sentences: Sequence[tuple[int, int]], published: date | None) -> list[Interval]:
    """Time expressions of a whole report, sentence by sentence, each knowing the times spoken of before it."""
    spoken: list[Found] = []
    return [found for start, end in sentences for found in _with_clock(text[start:end], published, start, spoken)]


def _modifier(text: str, start: int, end: int) -> str | None:
    """The word that opens or shades the interval, before the expression or as its first word."""
    before, words = text[max(0, start - 40) : start], text[start:end]
    return next((name for lead, head, name in _MODIFIERS if lead.search(before) or head.match(words)), None)


def _interval(
    text: str, start: int, end: int, offset: int, found: Found | None, rule: str, published: date | None
) -> Interval:
    base = Interval(
        text=text[start:end], start=offset + start, end=offset + end, precision="vague", rule=f"{rule}:unresolved"
    )
    if found is None:
        return base
    modifier = None if by_event(text, start, end) else _modifier(text, start, end) or found.modifier
    earliest: date | None = found.earliest
    latest: date | None = found.latest
    if modifier == "since":
        latest = max(published, found.earliest) if published else None
    elif modifier == "before":
        earliest = None
    return replace(
        base, earliest=earliest.isoformat() if earliest else None, latest=latest.isoformat() if latest else None,
        precision=found.precision, modifier=modifier, rule=rule,
    )  # fmt: skip
