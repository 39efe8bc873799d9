"""Who acts by the grammar: the subject of a relative clause, and who stands behind "by".

"A helicopter that had been attacking their base" attacks, whomever the sentence began with. Of the people and things right before "who",
"which" or "that" and an active verb the annotated texts have 437 as the agent and three as the target, all three with verbs of suffering;
of those right behind a trigger and "by" 663 as the agent and two as the target ("was received by", "told by"). Who repels an attack did
not make it, and whom a phrase ties to the agent before it is no second one: "fighters backed by tribesmen" (77 of 83), "the front, the
largest of four groups" (36 of 36), "troops loyal to the marshal" (11 of 11).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft, Mention


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words, re.I) for name, words in load("consistency")["agency"].items()}


def acting(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report with the subject of each relative clause as the agent of its verb, and no other before it."""
    return [_acted(_alone(_by(d, text), text), text) for d in drafts]


def _alone(draft: Draft, text: str) -> Draft:
    """``draft`` without agents who repelled what it tells, or are only tied to the agent before them."""
    agents = [m for role, m in draft.roles if role == "agent"]
    extra = {m for m in agents if _repelled(m, draft, text) or any(_tied(other, m, text) for other in agents)}
    extra |= {m for m in agents if any(_makes(m, other, draft, text) for other in agents)}
    return replace(draft, roles=tuple(f for f in draft.roles if f[0] != "agent" or f[1] not in extra))


def _repelled(mention: Mention, draft: Draft, text: str) -> bool:
    attacked = draft.type in load("linking")["violent"] and mention.end < draft.start
    return attacked and bool(_patterns()["repelled"].fullmatch(text[mention.end : draft.start]))


def _makes(first: Mention, second: Mention, draft: Draft, text: str) -> bool:
    """ "Rebels force the guards to retreat": the guards retreat."""
    if not first.end < second.start < second.end < draft.start:
        return False
    ahead, to = text[first.end : second.start], text[second.end : draft.start]
    return bool(_patterns()["makes"].fullmatch(ahead)) and to.strip() in ("to", "into", "into a", "to a")


def _tied(first: Mention, second: Mention, text: str) -> bool:
    if first.end >= second.start:
        return False
    between = text[first.end : second.start]
    # "mercenaries hired" may be what was read as the party
    helped = _patterns()["helped"].fullmatch(text, _last(first, text), second.start)
    return bool(helped) or any(_patterns()[name].fullmatch(between) for name in ("helped", "part", "tied"))


def _last(mention: Mention, text: str) -> int:
    """Where the space before the last word of ``mention`` stands."""
    space = text.rfind(" ", mention.start, mention.end)
    return mention.end if space < 0 else space


def _by(draft: Draft, text: str) -> Draft:
    """ "An attack by the cell on the stadium": the cell attacked."""
    if draft.type not in load("linking")["violent"]:
        return draft
    behind = _patterns()["by"]
    told = (
        (("agent" if r == "target" and behind.fullmatch(text[draft.end : m.start]) else r), m) for r, m in draft.roles
    )
    return replace(draft, roles=tuple(dict.fromkeys(told)))


def _acted(draft: Draft, text: str) -> Draft:
    subject = next((m for role, m in draft.roles if role == "target" and _does(m, draft, text)), None)
    if subject is None:
        return draft
    told = ((("agent" if m == subject else role), m) for role, m in draft.roles if not _other(role, m, subject))
    return replace(draft, roles=tuple(dict.fromkeys(told)))


def _other(role: str, mention: Mention, subject: Mention) -> bool:
    return role == "agent" and mention.end <= subject.start


def _does(mention: Mention, draft: Draft, text: str) -> bool:
    """Does ``mention`` do what the trigger says, in a relative clause of its own?"""
    find = _patterns()
    verb = text[draft.start : draft.end]
    between = text[mention.end : draft.start] if mention.end < draft.start else ""
    if not find["clause"].fullmatch(between) or find["suffered"].match(verb) or not find["verb"].match(verb):
        return False
    return not find["passive"].search(between) or verb.lower().endswith("ing")
