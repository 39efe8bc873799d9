"""What the reporter knows himself and no speaker vouches for: holds told by an adjective, happenings that date a speech."""

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


@lru_cache(maxsize=1)
def _beside() -> re.Pattern[str]:
    return re.compile(load("speech")["beside_speech"])


def beside_speech(draft: Draft, text: str, cue: tuple[int, int]) -> bool:
    """Does the claim stand in a clause that only says when somebody spoke ("…, she said after the meeting")?

    ``cue`` are the character offsets of the verb of speech. The rule and its count: ``codebook/speech.yaml``.
    """
    if cue[1] > draft.start or text[slice(*cue)].startswith("describe"):
        return False
    return _beside().fullmatch(text, cue[1], draft.start) is not None


def without_source(draft: Draft) -> Draft:
    return replace(draft, roles=tuple(f for f in draft.roles if f[0] != "source"))
