"""Who dies of an event afterwards: "a third died of his wounds", "his wife died later in hospital".

Such a death belongs to the event told before it, whatever day it was, and adds to its dead: a report that tells of six killed and of a
seventh who died in hospital tells of seven. Only people who cannot be among those told before add up: another, a seventh, two more, his
wife, two of the wounded (who may be counted already, so that only the high end grows). "The driver died in hospital" may be the driver told
as killed, and a toll that says where it now stands needs no adding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from frontwire.linking.weights import settings
from frontwire.records import Claim, Status

REACH = 2  # sentences between an event and the death told after it


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = settings()["afterwards"]
    return {name: re.compile(pattern.replace("{hurt}", words["hurt"]), re.I) for name, pattern in words.items()}


def some_hurt(text: str) -> bool:
    """ "One of the wounded": who may be among the dead told before already."""
    return bool(_patterns()["hurt"].search(text))


def died_afterwards(claim: Claim, text: str) -> bool:
    """Is ``claim`` a death in hospital, of wounds or later, of people not told as dead before?"""
    find = _patterns()
    if claim.type not in ("casualty", "killing") or claim.status is not Status.ACTUAL or claim.agent:
        return False
    dead = [f for f in claim.casualties if f.kind == "killed"]
    if not dead or not find["verb"].fullmatch(claim.trigger) or not all(find["others"].match(f.text) for f in dead):
        return False
    behind, before = text[claim.end : claim.end + 120], text[max(0, claim.start - 80) : claim.start]
    after = find["where"].match(behind) or find["later"].search(before)
    return bool(after) and not find["stands"].match(behind) and not find["within"].search(before)


def event_of(told: Claim, before: Sequence[Claim], text: str, apart: re.Pattern[str]) -> Claim | None:
    """The event that somebody died of afterwards: the last one told with dead or wounded, near by, with no other one announced between."""
    if not died_afterwards(told, text):
        return None
    near = [c for c in before if told.sentence - c.sentence <= REACH and _harmful(c)]
    event = near[-1] if near else None
    if event is None or event.status is not Status.ACTUAL or event.background != told.background:
        return None
    return None if apart.search(text[event.end : told.end]) else event


def _harmful(claim: Claim) -> bool:
    return claim.type != "casualty" and any(f.kind in ("killed", "wounded") for f in claim.casualties)
