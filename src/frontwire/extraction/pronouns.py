"""A pronoun names nobody (codebook, roles): "they" gives way to the agent told of in the sentence before, or goes.

Sources are left: who "he" is that said something, ``attribution`` settles by its own rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from frontwire.codebook import load
from frontwire.records import Draft, Mention

Filler = tuple[str, Mention]


def named(drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` of one report, in text order, with names for the pronouns that stand as fillers."""
    out: list[Draft] = []
    for draft in drafts:
        bare = [(r, m) for r, m in draft.roles if r != "source" and _is_pronoun(m.text)]
        if not bare:
            out.append(draft)
            continue
        kept = [f for f in draft.roles if f not in bare]
        doer = any(role == "agent" for role, _ in bare) and not any(role == "agent" for role, _ in kept)
        out.append(replace(draft, roles=(*kept, *(_before(draft, out) if doer else ()))))
    return out


def _is_pronoun(text: str) -> bool:
    return text != "US" and text.lower() in load("consistency")["pronouns"]


def _before(draft: Draft, told: Sequence[Draft]) -> list[Filler]:
    """The agents of the last claim of the sentence before that has any."""
    for earlier in reversed(told):
        agents = [f for f in earlier.roles if f[0] == "agent"]
        if earlier.sentence == draft.sentence - 1 and agents:
            return agents
    return []
