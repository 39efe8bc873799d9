"""How many "the insurgents" are, and whose "the commander" is: what the report gave when it first spoke of them.

A definite plural counts nobody anew (codebook B), but "several armed men opened fire … the men were killed" tells of several dead.
The nearest earlier phrase with the same head noun lends its number, as far back as a reader carries it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Figure
from frontwire.resolution.figures import several_happenings, victim_class
from frontwire.resolution.quantities import Bounds, bounds, numbered

REACH = 700  # characters: about three sentences, as for other fillers of a sentence before (codebook, roles)
SENTENCE = 90  # characters: as far as "during four operations" stands behind the people counted over them all
LONGEST = 5  # words of a counted phrase: "more than a dozen armed men"
_DEFINITE = re.compile(r"(?:all (?:of )?)?(?:the|these|those)\s+((?:[\w’'-]+\s+){0,3})([a-z]+)", re.I)
_REST = re.compile(r"\b(?:other|others|remaining|rest|additional|further|first|second|third|two|three)\b", re.I)


def counted(figure: Figure, text: str) -> Figure:
    """``figure`` with the number of its antecedent, where it has none of its own and ``text`` gives one before it."""
    known = _DEFINITE.fullmatch(figure.text.strip())
    if figure.low is not None or known is None or _REST.search(known[1]) or not _people(known[2]):
        return figure
    found = _before(text[max(0, figure.start - REACH) : figure.start], known[2])
    return replace(figure, low=found.low, high=found.high, best=found.best) if found else figure


_RANKED = re.compile(
    r"(?:(?:one|two|some|several) of )?(?:the|this|that|these|those|both)\s+(?:[\w’'-]+\s+){0,2}?([a-z]+)", re.I
)


def sided(figure: Figure, text: str) -> Figure:
    """ "The commander", whose rank alone would make him a soldier, is the rebels' where the report first called him theirs."""
    known = _RANKED.fullmatch(figure.text.strip())
    if known is None or figure.victim_class != "security_forces" or not _rank().fullmatch(known[1]):
        return figure
    stem = re.escape(known[1].removesuffix("s"))
    before = list(re.finditer(rf"(?:[\w’'-]+\s+){{1,6}}{stem}s?\b", text[: figure.start], re.I))
    groups = next((c for m in reversed(before) if (c := victim_class(m[0])) != figure.victim_class), None)
    return replace(figure, victim_class="militants") if groups == "militants" else figure


@lru_cache(maxsize=1)
def _rank() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(load('victims')['ranks'])})", re.I)


def _people(head: str) -> bool:
    plural = head.endswith("s") or head.lower() in load("quantities")["plurals"]
    return plural and any(
        re.fullmatch(p, head, re.I)
        for p in (
            *load("consistency")["captives"]["people"],
            *(p for patterns in load("victims")["classes"].values() for p in patterns),
        )
    )


def _before(text: str, head: str) -> Bounds | None:
    """The number of the last phrase of ``text`` that counts people by the noun ``head``."""
    for noun in reversed(list(re.finditer(rf"\b{re.escape(head)}\b", text, re.I))):
        words = re.split(r"[.,;:!?()\"“”]\s", text[: noun.start()])[-1].split()[-LONGEST:]
        phrases = (" ".join([*words[-n:], noun.group()]) for n in range(1, len(words) + 1))
        counted_words = next((n for n, p in enumerate(phrases, 1) if numbered(p) and bounds(p).low is not None), None)
        if counted_words is None or several_happenings().search(text[noun.start() : noun.start() + SENTENCE]):
            continue
        found = bounds(_modified(words[:-counted_words], " ".join([*words[-counted_words:], noun.group()])))
        return found if found.low != 1 else None
    return None


def _modified(lead: list[str], phrase: str) -> str:
    """ "At least", "more than" and the like belong to the number behind them."""
    before = " ".join(lead).lower()
    forms = (p for entry in load("quantities")["modifiers"] for p in entry["phrases"])
    modifier = max((p for p in forms if before.endswith(p)), key=len, default="")
    return f"{modifier} {phrase}".strip()
