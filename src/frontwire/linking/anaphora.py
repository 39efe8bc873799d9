"""What "the attack" goes back to: a definite event noun tells again what the report told before.

"Gunmen raided the depot … Nobody has claimed the attack": the noun has an article that points back; it is the event of its kind
that was told last (by the same noun, and as news, where there is one), whose place, day and dead it may add to ("the attack
happened near the mill", "two guards died in the attack") and may not gainsay. A word that sets it apart ("the second attack",
"the attack on the bridge"), several for one and another kind of event make it a happening of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.linking.comparisons import GATES, compare_figures, compare_victims, compatible_types
from frontwire.linking.following import Following
from frontwire.linking.weights import settings, weight
from frontwire.records import Claim, Link, Status
from frontwire.resolution.quantities import somebody

#: Claim id of a definite event noun -> claim id of the event it goes back to.
Anaphora = Mapping[str, str]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.I) for name, pattern in settings()["anaphora"].items()}


def going_back(claims: Sequence[Claim], text: str | None, settled: Collection[str] = ()) -> Anaphora:
    """Which of one report's ``claims`` (in text order) are told before, and by which.

    Without the text none is, and none of those that are ``settled`` otherwise.
    """
    found: dict[str, str] = {}
    for n, claim in enumerate(claims):
        if text is None or claim.claim_id in settled or not _definite(claim, text):
            continue
        claim = in_own_words(claim, text)
        told = [c for c in claims[:n] if c.end <= claim.start and _told(c, found) and _compatible(c, claim)]
        if claim.casualties and _patterns()["plural"].fullmatch(claim.trigger) and not _the_same_several(told, text):
            continue  # "these attacks left 15 dead": a sum of several
        before = [c for c in told if _one_of_them(c, claim, text)]
        if not before and len(told) == 1 and told[0].casualties and not told[0].background:
            before = told  # "air strikes killed nine … the attack": there is no other
        event = max(before, key=lambda c: (_head(c) == _head(claim), not c.background, c.start), default=None)
        if event and _agree(event, claim):
            found[claim.claim_id] = event.claim_id
    return found


def _the_same_several(told: Sequence[Claim], text: str) -> bool:
    """ "The army launched air strikes on the camp … nine were killed in the strikes": told of once before, without a toll."""
    return len(told) == 1 and not told[0].casualties and _several(told[0], text)


def _told(event: Claim, back: Anaphora) -> bool:
    """Does the report say where it was, when or who came to harm, or does it go back to such an event?"""
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
    return not find["further"].match(text[claim.end : claim.end + 40])


def _compatible(event: Claim, told: Claim) -> bool:
    """May ``event`` be what the noun means by its kind?"""
    return event.status is Status.ACTUAL and compatible_types(event.type, told.type)


def _one_of_them(event: Claim, told: Claim, text: str) -> bool:
    """By its number? "He plans attacks …", but "the attack" is one."""
    several = [_patterns()[name].fullmatch(told.trigger) for name in ("plural", "mass")]
    return any(several) or not _several(event, text)


def _several(event: Claim, text: str) -> bool:
    """Is the trigger a plural noun, and no verb of the present tense?"""
    find = _patterns()
    verb = find["present"].fullmatch(event.trigger) or find["object"].match(text, event.end)
    return bool(find["plural"].fullmatch(event.trigger)) and not verb


def _agree(event: Claim, told: Claim) -> bool:
    """No other place, day, victims or number?"""
    figures, others = compare_figures(event, told), _of_the_others(event, told)
    fit = others or (figures is not None and (figures[0] >= 0 or _among_them(event, told)))
    return fit and all(gate(event, told) for gate in GATES if not (others and gate is compare_victims))


def _among_them(event: Claim, told: Claim) -> bool:
    """ "The strike killed nine men … the commander died in the strike": one who is known is one of those that were counted."""
    counted = sum(f.low or 0 for f in event.casualties if f.kind == "killed")
    return counted > 1 and all(f.kind == "killed" and somebody(f) for f in told.casualties)


def _of_the_others(event: Claim, told: Claim) -> bool:
    """ "Rebels attacked a post, killing two policemen … 27 rebels died in the assault": the dead of one side and of the other."""
    first, then = ({f.victim_class == "militants" for f in c.casualties if f.kind == "killed" and f.victim_class != "unknown"}
                   for c in (event, told))  # fmt: skip
    known = all(f.victim_class != "unknown" for c in (event, told) for f in c.casualties if f.kind == "killed")
    return known and len(first) == len(then) == 1 and first != then


def root(claim_id: str, back: Anaphora) -> str:
    """The first mention that a chain of nouns goes back to."""
    while claim_id in back:
        claim_id = back[claim_id]
    return claim_id


def rooted(tolls: Following, back: Anaphora) -> Following:
    """``tolls`` with first mentions for the nouns that go back to them."""
    return {toll: frozenset(root(event, back) for event in events) for toll, events in tolls.items()}


def told_once(claims: Sequence[Claim], back: Anaphora) -> list[list[Claim]]:
    """Each first mention with the nouns that go back to it, in text order."""
    events: dict[str, list[Claim]] = {}
    for claim in claims:
        events.setdefault(root(claim.claim_id, back), []).append(claim)
    return list(events.values())


def in_own_words(claim: Claim, text: str) -> Claim:
    """A noun that goes back, without the places of other sentences: what it goes back to has its own."""
    near = (text[min(p.end, claim.end) : max(p.start, claim.start)] for p in claim.place)
    return replace(claim, place=tuple(p for p, t in zip(claim.place, near, strict=True) if not _SENTENCE_END.search(t)))


_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|\n")


def links_back(claims: Sequence[Claim], back: Anaphora) -> list[Link]:
    """The links that ``back`` makes, with their reason."""
    noun = {c.claim_id: c.trigger for c in claims}
    why = {claim: f"{weight('told_again'):+.1f} “the {noun[claim]}” goes back to it" for claim in back}
    return [
        Link(claim_a=event, claim_b=claim, weight=weight("told_again"), reasons=(why[claim],))
        for claim, event in back.items()
    ]
