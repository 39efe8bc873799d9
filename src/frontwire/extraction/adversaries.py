"""Who stands against whom: the sides of a clash are each other's adversaries, and nobody attacks his own.

"Clashes between the army and rebels" has the army as agent and the rebels as target, in order of mention (codebook, clash); two agents
would have fought side by side. So has "the army and rebels clashed", where nobody else is fought. Of the annotated texts' pairs behind
"between" 52 stood so and 63 as two of a side, which are put right (datasheet, rule 24).

"The general warned that attacks on his convoys would be answered" had the general for their agent: who tells of a deed against his own,
or of one that was done by somebody, did not do it. None of the 54 speakers whom the annotated texts have in such a sentence did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from frontwire.codebook import load
from frontwire.records import Draft

_PARTIES = ("agent", "target")
_VICTIMS = ("target", "killed", "wounded")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words, re.I) for name, words in load("consistency")["adversaries"].items()}


def opposed(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report with the second side of each clash as target, and without agents who only tell what others did."""
    return [_against(d, text) if d.type == "clash" else _without_tellers(d, text) for d in drafts]


def _without_tellers(draft: Draft, text: str) -> Draft:
    find = _patterns()
    tellers = {m for role, m in draft.roles if role == "source"} & {m for role, m in draft.roles if role == "agent"}
    own = any(role in _VICTIMS and m.start > draft.end and find["own"].match(m.text) for role, m in draft.roles)
    if not tellers or draft.type not in load("linking")["violent"] or not (own or find["done"].match(text, draft.end)):
        return draft
    return replace(draft, roles=tuple(f for f in draft.roles if f[0] != "agent" or f[1] not in tellers))


def _against(draft: Draft, text: str) -> Draft:
    parties = sorted((m for role, m in draft.roles if role in _PARTIES), key=lambda m: m.start)
    sides = pair(draft.start, draft.end, [(m.start, m.end) for m in parties], text)
    if sides is None:
        return draft
    first, others = parties[sides[0]], parties[sides[0] + 1 : sides[1]]
    told = tuple(f for f in draft.roles if f[1] != first and f[1] not in others)
    return replace(draft, roles=(*told, ("agent", first), *(("target", m) for m in others)))


def pair(start: int, end: int, parties: Sequence[tuple[int, int]], text: str) -> tuple[int, int] | None:
    """Which of ``parties`` (sorted spans) of the clash at ``start``-``end`` fight each other: the first one, and the end of the rest."""
    find = _patterns()
    for i, (a, b) in enumerate(pairwise(parties)):
        if not find["joined"].fullmatch(text[a[1] : b[0]]) or find["allied"].match(text, b[1]):
            continue
        if find["between"].search(text[max(0, a[0] - 30) : a[0]]):
            return i, len([p for p in parties if p[0] < b[1] or find["joined"].fullmatch(text[b[1] : p[0]])])
        mutual = find["mutual"].fullmatch(text[b[1] : start] + "«" + text[start:end])
        if len(parties) == 2 and mutual and not find["others"].match(text, end):
            return i, 2
    return None
