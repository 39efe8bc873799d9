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


def stated(draft: Draft, text: str, sentence: tuple[int, int]) -> Status:
    """The status the words before the trigger (for a state of control: before or in it) give, else the draft's own."""
    before = text[sentence[0] : draft.start]
    first = re.match(r"\w* ?", text[draft.start : draft.end])[0]  # type: ignore[index]  # matches anything
    for rule in _rules():
        fits = draft.status in rule.over and (not rule.types or draft.type in rule.types)
        leads = [before, before + first] if rule.types else [before]
        if fits and any(rule.words.search(lead) for lead in leads):
            return rule.status
    return draft.status
