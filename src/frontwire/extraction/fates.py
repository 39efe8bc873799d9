"""One fate for the same words: who is taken in one claim of a sentence is not killed by another claim of it.

"Captured a commander during an operation" gives two claims, an arrest and an operation; the model at times hands the
commander to both, to the operation as killed. A general event keeps its dead only where they are not the very words
that an arrest, an abduction or a release holds, unless a killing claims them too ("captured and shot five men").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from frontwire.records import Draft

Span = tuple[int, int]
_TAKING = frozenset({"arrest", "abduction", "release", "capture"})
_DYING = frozenset({"killing", "casualty"})
_HARM = ("killed", "wounded")


def one_fate(drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` of one report without the dead and wounded that only a taking accounts for."""
    taken = _spans(drafts, _TAKING, ("held",)) - _spans(drafts, _DYING, _HARM)
    return [
        draft
        if draft.type in _DYING
        else replace(
            draft, roles=tuple((r, m) for r, m in draft.roles if r not in _HARM or (m.start, m.end) not in taken)
        )
        for draft in drafts
    ]


def _spans(drafts: Sequence[Draft], types: frozenset[str], roles: Sequence[str]) -> set[Span]:
    return {(m.start, m.end) for d in drafts if d.type in types for r, m in d.roles if r in roles}
