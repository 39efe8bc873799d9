"""What "the attack" goes back to: a definite event noun tells again what the report told before.

"Gunmen raided the depot … Nobody has claimed the attack": the noun has an article that points back; it is the event of its kind that was
told last (by the same noun, and as news, where there is one), whose place, day and dead it may add to ("the attack happened near the mill", "two guards died in the attack") and may not gainsay.
A day of its own, a word that sets it apart ("the second attack", "the attack on the bridge") or another kind of event make it a happening
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from frontwire.linking.comparisons import GATES, compare_figures, compatible_types
from frontwire.linking.weights import settings, weight
from frontwire.records import Claim, Judgement, Link, Status

#: Claim id of a definite event noun -> claim id of the event it goes back to.
Anaphora = Mapping[str, str]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.I) for name, pattern in settings()["anaphora"].items()}


def going_back(claims: Sequence[Claim], text: str | None, judgements: Sequence[Judgement] = ()) -> Anaphora:
    """Which of one report's ``claims`` (in text order) are told before, and by which. Without the text none is, and none that a person
    has decided on."""
    judged = {i for j in judgements if j.superseded_at is None for i in j.ids}
    found: dict[str, str] = {}
    for n, claim in enumerate(claims):
        if text is None or claim.claim_id in judged or not _definite(claim, text):
            continue
        before = [c for c in claims[:n] if c.end <= claim.start and _told(c, found) and _may_be(c, claim)]
        if before:
            found[claim.claim_id] = max(
                before, key=lambda c: (_head(c) == _head(claim), not c.background, c.start)
            ).claim_id
    return found


def _told(event: Claim, back: Anaphora) -> bool:
    """Does the report say where it was, when or who came to harm, or does it go back to such an event? "He warned of attacks" tells of none."""
    own_day = event.time is not None and event.time.text is not None
    return bool(event.place or event.casualties or own_day or event.claim_id in back)


def _head(claim: Claim) -> str:
    return claim.trigger.split()[-1].lower()


def _definite(claim: Claim, text: str) -> bool:
    """ "The attack", "this deadly raid", with nothing that makes it another one."""
    find = _patterns()
    lead = find["pointing"].search(text[max(0, claim.start - 40) : claim.start])
    if lead is None or claim.status is not Status.ACTUAL or claim.type in settings()["not_told_again"]:
        return False
    if find["verb"].fullmatch(claim.trigger) or find["apart"].search(lead["between"]):
        return False
    if claim.casualties and find["plural"].fullmatch(claim.trigger):
        return False  # "these attacks left 15 dead": a sum of several
    return not find["further"].match(text[claim.end : claim.end + 40])


def _may_be(event: Claim, told: Claim) -> bool:
    """Is ``told`` of ``event``'s kind, and does it gainsay nothing: no other place, day, victims or number?"""
    if event.status is not Status.ACTUAL or not compatible_types(event.type, told.type):
        return False
    if _patterns()["plural"].fullmatch(event.trigger) and not _patterns()["plural"].fullmatch(told.trigger):
        return False  # "he plans attacks …", but "the attack" is one
    figures = compare_figures(event, told)
    return all(gate(event, told) for gate in GATES) and figures is not None and figures[0] >= 0


def reattached(groups: Sequence[Sequence[Claim]], told: Sequence[Claim], back: Anaphora) -> list[list[Claim]]:
    """``groups`` of the other claims with each of ``told`` in the group of the event it goes back to."""
    out = [list(g) for g in groups]
    owner = {c.claim_id: n for n, g in enumerate(out) for c in g}
    for claim in told:  # in text order: what it goes back to has been placed before
        owner[claim.claim_id] = owner[back[claim.claim_id]]
        out[owner[claim.claim_id]].append(claim)
    return out


def links_back(claims: Sequence[Claim], back: Anaphora) -> list[Link]:
    """The links that ``back`` makes, with their reason."""
    noun = {c.claim_id: c.trigger for c in claims}
    why = {claim: f"{weight('told_again'):+.1f} “the {noun[claim]}” goes back to it" for claim in back}
    return [
        Link(claim_a=event, claim_b=claim, weight=weight("told_again"), reasons=(why[claim],))
        for claim, event in back.items()
    ]
