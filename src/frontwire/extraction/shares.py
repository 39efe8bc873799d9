"""Whose share of a sum an event has: "seven soldiers were killed on Monday, four of them by a bomb in Kunduz" is a bomb with four dead.

What "of them" counts leads on to the event by a preposition; the sum before it is another verb's, and the rest of it died elsewhere. All
six such events of the annotated texts have the share alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from frontwire.records import Draft, Mention

_TOLLS = ("killed", "wounded", "held", "missing")
_SHARE = re.compile(r"(?:at least |about |some )?[\w-]+ of (?:them|whom|these)(?: [\w-]+){0,2}", re.I)
_LEADS = re.compile(r",?\s+(?:(?:were|was|had been|killed|died|caught|shot)\s+)*(?:by|in|from|when|during|at)\s[^.;]*")


def own_share(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report, each event with its share of a sum only."""
    return [_own(d, text) for d in drafts]


def _own(draft: Draft, text: str) -> Draft:
    shares = [(role, m) for role, m in draft.roles if role in _TOLLS and _share(m, draft, text)]
    sums = {f for f in draft.roles for role, m in shares if f[0] == role and f[1].end <= m.start}
    return replace(draft, roles=tuple(f for f in draft.roles if f not in sums))


def _share(mention: Mention, draft: Draft, text: str) -> bool:
    ahead = mention.end < draft.start and _LEADS.fullmatch(text, mention.end, draft.start)
    return bool(ahead) and bool(_SHARE.fullmatch(mention.text))
