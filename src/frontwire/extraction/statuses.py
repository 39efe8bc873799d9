"""How a report puts an event where the words before it leave no choice (codebook A, embedded events and status).

"Vowed to storm" is planned, "called for air strikes" possible, "failed to take" denied, "continued to attack" actual. The patterns stand in ``codebook/consistency.yaml`` with what they are worth: how often the annotators of 16,000
claims agree with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft, Status


@dataclass(frozen=True, slots=True)
class _Rule:
    words: re.Pattern[str]
    status: Status
    over: frozenset[Status]
    types: frozenset[str]  # empty: any


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            words=re.compile(rf"(?:{entry['words']})$", re.I),
            status=Status(entry["status"]),
            over=frozenset(map(Status, entry["over"])),
            types=frozenset(entry.get("types", ())),
        )
        for entry in load("consistency")["statuses"]
    )


@lru_cache(maxsize=1)
def _done() -> re.Pattern[str]:
    return re.compile(load("consistency")["done"]["words"], re.I)


def _told_done(draft: Draft, text: str, end: int) -> bool:
    open_still = draft.status is not Status.DENIED and draft.type in load("consistency")["done"]["types"]
    return open_still and bool(_done().match(text[draft.end : end]))


def stated(draft: Draft, text: str, sentence: tuple[int, int]) -> Status:
    """The status the words around the trigger give, else the draft's own.

    They stand before it, for a state of control before or in it, or tell behind it whom the event has killed.
    """
    if _told_done(draft, text, sentence[1]):
        return Status.ACTUAL
    before = text[sentence[0] : draft.start]
    first = re.match(r"\w* ?", text[draft.start : draft.end])[0]  # type: ignore[index]  # matches anything
    for rule in _rules():
        fits = draft.status in rule.over and (not rule.types or draft.type in rule.types)
        leads = [before, before + first] if rule.types else [before]
        if fits and any(rule.words.search(lead) for lead in leads):
            return rule.status
    return draft.status
