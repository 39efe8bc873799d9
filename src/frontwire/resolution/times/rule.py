"""A rule of the time grammar: its id, its pattern, and what a match means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from frontwire.resolution.times.spans import Anchor, Found
from frontwire.resolution.times.vocabulary import FULL_MONTH, MONTH, WEEKDAY

Meaning = Callable[[re.Match[str], Anchor], Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """``pattern`` may name a group ``span``: then only that part is the expression, the rest is its context.

    ``relative``: without a day of publication the words have no value. ``meaning`` may raise ValueError for a date
    that does not exist (31 June); the words are then no expression.
    """

    name: str
    pattern: re.Pattern[str]
    meaning: Meaning
    signs: frozenset[str] = frozenset()  # of SIGNS: without them in a text the pattern is not tried
    words: tuple[str, ...] = ()  # one of these stands in every match, in lower case

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        return match.span("span") if "span" in self.pattern.groupindex else match.span()


# What a text must hold for the rules made of it: half of the time spent on dates went into months no sentence named.
SIGNS = {
    "weekday": (WEEKDAY, re.compile(WEEKDAY, re.I)),
    "month": (MONTH, re.compile(MONTH, re.I)),
    "full_month": (FULL_MONTH, re.compile(FULL_MONTH, re.I)),
    "unit": ("(?P<unit>", re.compile(r"minute|hour|day|night|week|month|year|decade|centur|quarter|half", re.I)),
    "season": ("(?P<season>", re.compile(r"spring|summer|autumn|fall|winter", re.I)),
    "digits": ("(?P<digits>", re.compile(r"\d0")),
}


def rule(name: str, pattern: str, meaning: Meaning, words: str = "") -> Rule:
    """``words``: alternatives joined by |, one of which every match holds."""
    signs = frozenset(sign for sign, (piece, _) in SIGNS.items() if piece in pattern)
    return Rule(name, re.compile(pattern, re.I), meaning, signs, tuple(words.split("|")) if words else ())


def tried(rules: Iterable[Rule], text: str) -> Iterator[Rule]:
    """The rules of which ``text`` holds what they need."""
    present = {sign for sign, (_, pattern) in SIGNS.items() if pattern.search(text)}
    lowered = text.lower()
    for one in rules:
        if one.signs <= present and (not one.words or any(w in lowered for w in one.words)):
            yield one


def shade(match: re.Match[str]) -> str | None:
    """The modifier that "early", "mid-", "late" before a unit stand for."""
    words = (match.groupdict().get("shade") or "").lower().strip(" -")
    if not words:
        return None
    return (
        "early"
        if words.startswith(("earl", "beginning", "start"))
        else "late"
        if words.startswith(("late", "end"))
        else "about"
    )


SHADE = r"(?P<shade>(?:early|earlier|late|later|mid|middle of|beginning of|start of|end of)(?:\s+(?:in|on))?[\s-]+(?:the\s+)?)?"
