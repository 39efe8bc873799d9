"""Holds and sieges told in passing, by an adjective: they are the reporter's own knowledge and have no speaker."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("consistency")["in_passing"]
    return re.compile(words["before"], re.I), re.compile(words["noun_after"])


def in_passing(draft: Draft, text: str) -> bool:
    """A hold or a siege told by an adjective ("rebel-held", "the besieged town") is the reporter's own knowledge: of six such
    claims beside a speaker in the annotated real reports none has a source."""
    if draft.type not in ("control", "siege"):
        return False
    if text[draft.start - 1 : draft.start] == "-":
        return True
    participle = text[draft.start : draft.end].endswith("ed") and " " not in text[draft.start : draft.end]
    before, noun_after = _patterns()
    led = before.search(text[max(0, draft.start - 40) : draft.start])
    return participle and bool(led) and bool(noun_after.match(text, draft.end))


def without_source(draft: Draft) -> Draft:
    return replace(draft, roles=tuple(f for f in draft.roles if f[0] != "source"))
