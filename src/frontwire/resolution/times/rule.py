"""A rule of the time grammar: its id, its pattern, and what a match means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from frontwire.resolution.times.spans import Anchor, Found

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

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        return match.span("span") if "span" in self.pattern.groupindex else match.span()


def rule(name: str, pattern: str, meaning: Meaning) -> Rule:
    return Rule(name, re.compile(pattern, re.I), meaning)


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
