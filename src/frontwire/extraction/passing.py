"""Holds and sieges told in passing, by an adjective: they are the reporter's own knowledge and have no speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from frontwire.records import Draft

_NOUN_AFTER = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,2}?(?:city|town|areas?|enclave|village|district|camp|territor\w+|port|capital|regions?|parts?|[A-Z]\w+)"
)
_BEFORE_ADJECTIVE = re.compile(
    r"\b(?:the|an?|this|that|its|their|in|of|near|from|to|into|around)\s+(?:[\w-]+\s+)?$", re.I
)


def in_passing(draft: Draft, text: str) -> bool:
    """A hold or a siege told by an adjective ("rebel-held", "the besieged town") is the reporter's own knowledge: of six such
    claims beside a speaker in the annotated real reports none has a source."""
    if draft.type not in ("control", "siege"):
        return False
    if text[draft.start - 1 : draft.start] == "-":
        return True
    participle = text[draft.start : draft.end].endswith("ed") and " " not in text[draft.start : draft.end]
    before = _BEFORE_ADJECTIVE.search(text[max(0, draft.start - 40) : draft.start])
    return participle and bool(before) and bool(_NOUN_AFTER.match(text, draft.end))


def without_source(draft: Draft) -> Draft:
    return replace(draft, roles=tuple(f for f in draft.roles if f[0] != "source"))
