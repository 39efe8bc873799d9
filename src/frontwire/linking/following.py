"""A toll told right behind its event: "Planes bombed the village at dawn. Twelve bodies were pulled from the rubble by noon."

Codebook A gives a toll of its own sentence a claim of its own; the happening is one. Such a claim names no place, no day and nobody who
did it, so that type, place and date say nothing, and who the dead were may differ (nine soldiers fell to an ambush, six of the rebels who
laid it "died in the fighting"): what ties it to the event is that the writer goes on, and that the event has no dead of that kind and class
yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.linking.afterwards import event_of
from frontwire.linking.comparisons import compatible_types
from frontwire.linking.retelling import again
from frontwire.linking.unlisted import compare_elsewhere
from frontwire.linking.weights import Comparison, settings, weight
from frontwire.records import Claim, Status

#: Claim id of a toll -> claim ids of the event it follows, more than one where they share their dead.
Following = Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    return re.compile(settings()["apart_words"], re.I)


def following(claims: Sequence[Claim], text: str | None) -> Following:
    """Which tolls of one report's ``claims`` (in text order) go with the event right before them. Without the text none do: whether a
    writer goes on or turns to something else is told by the words between."""
    found: dict[str, frozenset[str]] = {}
    for n, told in enumerate(claims):
        if (
            text is None
            or told.status is not Status.ACTUAL
            or not (told.type == "casualty" or _the_fighting(told, text))
        ):
            continue
        before = [c for c in claims[:n] if c.type in settings()["violent"] and c.claim_id not in found]
        if counted := _counted(told, before, text) or event_of(told, before, text, _apart()):
            found[told.claim_id] = frozenset({counted.claim_id})
        elif before and not _told_again(told, before) and _goes_on(before[-1], told, text):
            found[told.claim_id] = frozenset(c.claim_id for c in before if _one_toll(c, before[-1]))
    return found


def _counted(told: Claim, before: Sequence[Claim], text: str) -> Claim | None:
    """The event whose dead "the death toll" counts: the last one told with dead, whatever day the counting was done."""
    raised = _RAISES.match(text, told.end)
    known = raised or (_TOLL.fullmatch(told.trigger) and _KNOWN.search(text[max(0, told.start - 40) : told.start]))
    if not known or told.type != "casualty" or told.agent or any(f.aggregate for f in told.casualties):
        return None
    near = [c for c in before if told.sentence - c.sentence <= _REACH and any(f.kind == "killed" for f in c.casualties)]
    event = next((c for c in reversed(near) if _at(c, told)), None)
    if event is None or event.status is not Status.ACTUAL or event.background:
        return None
    between = text[max(text.rfind(". ", 0, told.start), event.end) : told.start if raised else told.end + 40]
    return None if _apart().search(between) else event


def _at(event: Claim, told: Claim) -> bool:
    """Does the toll name no place, or the event's?"""
    there = {p.place_id for p in event.place if p.place_id}
    return all(p.place_id in there for p in told.place if p.place_id)


_TOLL = re.compile(r"(?:death )?toll|(?:number of )?(?:dead|deaths)", re.I)
# "Two more died in hospital, raising the death toll to five"
_RAISES = re.compile(
    r"[^.;]{0,80}?,\s+(?:rais|bring|tak|push)ing\s+(?:the|its)\s+(?:death\s+)?toll\s+to\b(?![^.;]*\bsince\b)", re.I
)
_KNOWN = re.compile(
    r"\b(?:the|its|that|this|whose)\s+(?:(?:official|final|provisional|confirmed|death|overall)\s+)*$", re.I
)
_REACH = 3  # sentences: between an event and its toll stand what survivors and officials said


def _one_toll(a: Claim, b: Claim) -> bool:
    return a is b or any(f.start == g.start and f.kind == g.kind for f in a.casualties for g in b.casualties)


def _toll(claim: Claim) -> bool:
    """Dead or wounded told by no event of their own: "one villager was shot dead"."""
    return claim.type == "casualty" or (claim.type == "killing" and not claim.agent)


def _the_fighting(claim: Claim, text: str) -> bool:
    """ "The fighting", "that battle": what an attack has become."""
    known = re.search(r"\b(?:the|this|that)\s+(?:same\s+)?$", text[max(0, claim.start - 12) : claim.start], re.I)
    return claim.type == "clash" and bool(known)


def _told_again(told: Claim, before: Sequence[Claim]) -> bool:
    """May its people be those of an earlier claim ("the insurgent was killed" of an operation that "killed one insurgent")? Then they tie
    it to that one (:mod:`frontwire.linking.retelling`)."""
    return any(f.kind == g.kind and again(g, f) for c in before for g in c.casualties for f in told.casualties)


def _goes_on(event: Claim, told: Claim, text: str) -> bool:
    near = told.sentence - event.sentence <= 1 and event.status is Status.ACTUAL and event.background == told.background
    if (
        not near
        or event.type == "casualty"
        or event.type == told.type == "killing"
        or not compatible_types(event.type, told.type)
    ):
        return False
    if _its_own(event, told) or any(_meet(f.kind, f.victim_class, event) for f in told.casualties):
        return False
    start = max(text.rfind(". ", 0, told.start), event.end)
    return not _apart().search(text[start : told.end + 40])


_CARE = re.compile(r"\b(?:hospital|clinic|morgue|mortuary|infirmary)\b", re.I)  # may lie anywhere
_OF_A_DAY = ("minute", "part_of_day")  # "by evening": later the same day


def _its_own(event: Claim, told: Claim) -> bool:
    """Has what is told a doer, a place or a day that the event has not in the very same words?"""
    agents, places = ({m.start for m in one} for one in (event.agent, event.place))
    day = told.time if told.time is not None and told.time.beside else None
    other_day = day is not None and day.precision not in _OF_A_DAY and (not event.time or day.start != event.time.start)
    doers = [m for m in told.agent if m.start not in agents and not m.text.lower().startswith("both")]
    elsewhere = any(m.place_id and m.start not in places for m in told.place)
    named = compare_elsewhere(event, replace(told, place=tuple(p for p in told.place if not _CARE.search(p.text))))
    return other_day or bool(doers) or elsewhere or bool(named and named[0])


def _meet(kind: str, victim_class: str, event: Claim) -> bool:
    """Has the event people of that kind already who may be the same?"""
    classes = {f.victim_class for f in event.casualties if f.kind == kind}
    return bool(classes) and (victim_class in classes or "unknown" in {victim_class, *classes})


def compare_following(a: Claim, b: Claim, tolls: Following) -> Comparison | None:
    follows = a.claim_id in tolls.get(b.claim_id, ())
    return (weight("toll_following"), f"{b.trigger}: told right behind {a.trigger}") if follows else (0.0, "")


def without_figures(a: Claim, b: Claim, tolls: Following) -> tuple[Claim, Claim]:
    """``a`` and ``b`` in text order; a toll and the event it follows as claims whose victims need not be alike."""
    if a.claim_id not in tolls.get(b.claim_id, ()):
        return a, b
    # the day of a toll is that of the counting
    return replace(a, casualties=()), replace(b, casualties=(), time=a.time)
