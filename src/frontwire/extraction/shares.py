"""Whose share of a sum an event has: "seven soldiers were killed on Monday, four of them by a bomb in Kunduz" is a bomb with four dead.

What "of them" counts leads on to the event by a preposition; the sum before it is another verb's, and the rest of it died elsewhere. All
six such events of the annotated texts have the share alone. Likewise "eleven rebels have been killed near the border, and two soldiers were
killed by a bomb" is a bomb with two dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.extraction.tolls import number
from frontwire.records import Draft, Mention

_TOLLS = ("killed", "wounded", "held", "missing")
_SHARE = re.compile(r"(?:at least |about |some )?[\w-]+ of (?:them|whom|these)(?: [\w-]+){0,2}", re.I)
_LEADS = re.compile(r",?\s+(?:(?:were|was|had been|killed|died|caught|shot)\s+)*(?:by|in|from|when|during|at)\s[^.;]*")


_BOTH = re.compile(r",?\s+and\s+")
_WERE_HARMED = re.compile(
    r"\s+(?:are|were|was|have been|had been)\s+(?:also\s+|reportedly\s+)?(?:killed|wounded|injured|shot dead)\b"
)
_HARMED = r"(?:killed|dead|died|dies?|dying|wounded|injured)"
_BE = r"(?:(?:is|are|was|were|been|being|has|have|had|also|reported|left)\s+)*"
_OWN_VERB = re.compile(rf"\s+{_BE}{_HARMED}\b[^.;]*?(?:,|\band|\bwhile|\bwith)\s+", re.I)
_LED_ON = re.compile(rf"\s+{_BE}{_HARMED}\s+(?:by|in|when|from)\s+(?:[\w’'-]+\s+){{0,5}}", re.I)


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


def own_people(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report without people whom another verb of the sentence kills or wounds, and with both halves of "nine rebels and
    two guards were killed" where the model took the first for the doers alone."""
    counted = [replace(d, roles=(*d.roles, *_first_half(d, text))) for d in drafts]
    return [
        replace(
            d,
            roles=tuple(
                f for f in d.roles if f[0] not in _TOLLS or not (_of_another(f, d, text) or _only_targeted(f, d, text))
            ),
        )
        for d in counted
    ]


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    return re.compile(rf"(?:{number()})\b", re.I)


_TARGETING = re.compile(r"\b(?:targeting|targets?|targeted|aimed at)\s[^.;]*$")
_THEN_HARMS = re.compile(r",?\s+(?:kills?|killed|killing|wounds?|wounded|wounding|injur(?:es?|ed|ing))\s")


def _only_targeted(filler: tuple[str, Mention], draft: Draft, text: str) -> bool:
    """ "A bomb targeting the minister, Ali Omar, killed twelve people": the dead are told behind the verb."""
    role, m = filler
    aimed = role in ("killed", "wounded") and _TARGETING.search(text[max(0, m.start - 100) : m.start])
    return (
        bool(aimed)
        and bool(_THEN_HARMS.match(text, m.end))
        and any(r == role and o.start > m.end for r, o in draft.roles)
    )


def _first_half(draft: Draft, text: str) -> list[tuple[str, Mention]]:
    harmed = [(r, m) for r, m in draft.roles if r in ("killed", "wounded")]
    doers = [m for r, m in draft.roles if r == "agent" and _count().match(m.text)]
    return [
        (role, doer)
        for role, m in harmed
        for doer in doers
        if _BOTH.fullmatch(text, doer.end, m.start) and _WERE_HARMED.match(text, m.end)
        and not any(h.start < doer.end and doer.start < h.end for _, h in harmed)
    ]  # fmt: skip


def _of_another(filler: tuple[str, Mention], draft: Draft, text: str) -> bool:
    """Has it a verb of its own, and do people counted behind it lead on to the event by theirs?"""
    role, people = filler
    behind = [m for r, m in draft.roles if r == role and people.end <= m.start and m.end <= draft.start]
    return any(
        _OWN_VERB.fullmatch(text, people.end, m.start) and _LED_ON.fullmatch(text, m.end, draft.start) for m in behind
    )
