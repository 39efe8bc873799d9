"""Who denies a deed did not tell of it and has not owned up to it.

"The group denied responsibility for the attack" gave the group as the attack's agent and as its source, and an attack that the
responsible party tells of itself is graded confirmed. What is denied is the doing: the event stays actual, told by the report
(codebook A, status; datasheet, rule 20), and whoever else accuses the group does so in a claim of his own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.consistency import nobody
from frontwire.records import Draft, Mention, Status

_KINDS = ("deny", "accused", "nothing", "unclaimed", "disown", "noncommittal", "looking")
REACH = 160  # characters: longer than any party's apposition and the denial behind it
NEAR = 60  # characters from the denial to the event it is about: "responsibility for Tuesday's two coordinated attacks"


@lru_cache(maxsize=1)
def _denial() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The denial behind its subject, a denial anywhere, and what ends what is denied."""
    words = load("consistency")["denials"]
    told = rf"(?P<denial>{'|'.join(words[kind] for kind in _KINDS)})"
    return (
        re.compile(words["between"] + told, re.I),
        re.compile(rf"\b{told}", re.I),
        re.compile(words["ends"], re.I),
    )


def disowned(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report without agents and sources that deny the deed, or that are nobody."""
    return [_without_deniers(d, text) for d in drafts]


def _without_deniers(draft: Draft, text: str) -> Draft:
    ends = {m: _denied_by(m, text) for role, m in draft.roles if role in ("agent", "source")}
    denied = {m for m, end in ends.items() if end and (_about(draft, end, text) or _elsewhere(draft, m))}
    kept = tuple(f for f in draft.roles if not (f[0] in ("agent", "source") and (f[1] in denied or nobody(f))))
    told = _denial()[1].finditer(text, max(0, draft.start - REACH), draft.start)
    happened = draft.status is Status.DENIED and any(_about(draft, m.end(), text) for m in told)
    return replace(draft, roles=kept, status=Status.ACTUAL if happened else draft.status)


def _denied_by(mention: Mention, text: str) -> int:
    """Where the denial ends that ``mention`` is the subject of, or is named in ("denied that the group was behind it"); 0 without one."""
    behind, anywhere, _ = _denial()
    if found := behind.match(text, mention.end, mention.end + REACH):
        return found.end("denial")
    around = anywhere.finditer(text, max(0, mention.start - NEAR), mention.end + NEAR)
    return next((m.end() for m in around if m.start() < mention.start and mention.end < m.end()), 0)


def _about(draft: Draft, end: int, text: str) -> bool:
    """Is the event what the denial is of, and no other thing the denier did ("… and fired rockets")?"""
    between = text[end : draft.start]
    return 0 < end <= draft.start <= end + NEAR and not _denial()[2].search(between)


def _elsewhere(draft: Draft, denier: Mention) -> bool:
    """The deed is told before, or in another sentence: "Six died in a raid. The group denied any part in it"."""
    return draft.type in load("linking")["violent"] and denier.start > draft.end
