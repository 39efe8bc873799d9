"""Control of places over time, from dated claims (codebook E). Nothing is inferred for places nobody mentions.

Every change carries an interval [not before, not after]. Two holders claimed inside one interval by different
origins make the place contested, not a flip-flop; a part of a place makes it contested, not held.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from frontwire.codebook import load
from frontwire.records import Actor, Claim, ControlSpan, ControlState, Place, SpeakerKind, Status, content_id
from frontwire.reuse.origins import Voices
from frontwire.situation.endings import lifted
from frontwire.situation.timeline import TAKEN, Event, Run, compatible, runs

SETTLED = ("point", "town", "district", "admin1")  # a country is never held by one claim
BESIDE = ("near", "side_of", "between")  # said of a spot beside the place, not of the place


def control_spans(claims: Sequence[Claim], voices: Voices, texts: Mapping[str, str] | None = None) -> list[ControlSpan]:
    """All spans, ordered by place and time. ``texts``: the reports by id, which tell what has ended."""
    by_place: defaultdict[str, list[Event]] = defaultdict(list)
    for claim in claims:
        over = lifted(claim, (texts or {}).get(claim.report_id, ""))
        for event in _events(claim):
            event = replace(event, state=ControlState.UNKNOWN) if over else event
            by_place[event.place.place_id or ""].append(event)
    out = []
    for _, events in sorted(by_place.items()):
        stretches = runs(_former(events), voices.of_claim)
        following: list[Run | None] = [*stretches[1:], None]
        out += [_span(run, after, voices) for run, after in zip(stretches, following, strict=True)]
    return out


def _events(claim: Claim) -> list[Event]:
    if claim.status is not Status.ACTUAL or claim.type not in ("capture", "withdraw", "control", "siege"):
        return []
    earliest = claim.time.earliest if claim.time else None
    latest = claim.time.latest if claim.time else None
    found = []
    for place in _settled(claim):
        state, mode, holder = _reading(claim, place)
        if holder is None and state is ControlState.HELD:
            continue  # somebody holds it, but nobody says who
        since = earliest if claim.type != "control" else _since(claim)
        found.append(Event(claim, place, holder, state, mode, since, latest, _leaver(claim)))
    return found


def _former(events: list[Event]) -> list[Event]:
    """ "Rebel-held X fell to the army", "retook it from the rebels, who had held it since May": a hold the same report says is over."""
    return [replace(e, latest=end, former=True) if (end := _ended(e, events)) else e for e in events]


def _ended(hold: Event, events: Sequence[Event]) -> str | None:
    claim, agent = hold.claim, hold.claim.agent
    attribute = bool(agent) and claim.start - agent[0].end == 1  # "rebel-held"
    if hold.mode != "stated" or not hold.holder or not (claim.background or attribute):
        return None
    news = (e for e in events if e.claim.report_id == claim.report_id and not e.claim.background)
    ends = [e.earliest for e in news if e.earliest and _over(hold.holder, e)]
    return min((end for end in ends if end <= (hold.latest or "9")), default=None)


def _over(holder: Actor, event: Event) -> bool:
    """Somebody else takes the place, or the holder leaves it."""
    if event.mode in TAKEN:
        return event.holder is not None and not compatible(event.holder, holder)
    return event.mode == "withdrawn" and event.leaver is not None and compatible(event.leaver, holder)


def _settled(claim: Claim) -> list[Place]:
    """Places the claim settles: resolved ones, and of "the town of X in Y province" only X."""
    known = [p for p in claim.place if p.place_id and p.precision in SETTLED and p.relation not in BESIDE]
    fine = [p for p in known if p.precision != "admin1"]
    return [_entered(p, claim) for p in fine or known]


REACH = 12  # characters between a building and the town it lies in: " in central "


def _entered(town: Place, claim: Claim) -> Place:
    """ "The police station in X": of X the claim says no more than that a part of it is taken (codebook E)."""
    kinds = load("facilities")["buildings"]
    inside = (p.place_id is None and p.facility in kinds and 0 < town.start - p.end <= REACH for p in claim.place)
    return replace(town, relation="part_of") if town.precision == "town" and any(inside) else town


def _reading(claim: Claim, place: Place) -> tuple[ControlState, str, Actor | None]:
    agent = claim.agent[0] if claim.agent else _liberator(claim)
    whole = ControlState.CONTESTED if place.relation == "part_of" or _disputed(claim) else ControlState.HELD
    if claim.type == "withdraw":
        return (whole, "unopposed", claim.target[0]) if _given(claim) else (ControlState.VACATED, "withdrawn", None)
    if claim.type == "siege":
        return ControlState.BESIEGED, "stated", None
    if claim.type == "capture" and agent is None and claim.target:
        return ControlState.UNKNOWN, "seized", None  # "the army lost the town": nobody says to whom
    return whole, "seized" if claim.type == "capture" else "stated", agent


def _liberator(claim: Claim) -> Actor | None:
    """ "The town has been liberated, the army said": by the side that says so, since nobody calls a loss that."""
    words = load("consistency")["transfers"]["liberating"]
    by = claim.source[0] if claim.source else None
    if claim.type != "capture" or by is None or by.kind is SpeakerKind.MEDIA or by.side not in words:
        return None
    if not re.match(words[by.side], claim.trigger, re.I):
        return None
    return Actor(text=by.text, start=by.start, end=by.end, report_id=by.report_id, side=by.side, country=by.country)


def _given(claim: Claim) -> bool:
    """ "Handed the town over to the army": who gets it holds it. With other verbs of leaving the target is who was told to leave."""
    return bool(claim.target and re.match(load("consistency")["transfers"]["giving"], claim.trigger, re.I))


def _disputed(claim: Claim) -> bool:
    """ "Both sides claimed to control the town", "the rebels hold the north and the army the south"."""
    if not claim.agent or claim.type == "withdraw":
        return False
    first = claim.agent[0]
    apart = claim.type == "control" and any(not compatible(first, other) for other in claim.agent[1:])
    return bool(_EVERYBODY.match(first.text)) or apart


_EVERYBODY = re.compile(
    r"(?:both|all|the (?:two|rival|warring)|two rival)\s+(?:\w+\s+)?(?:sides|parties|groups|factions|camps|armies)\b",
    re.I,
)


def _leaver(claim: Claim) -> Actor | None:
    """Who has the place no longer by the claim's word."""
    gone = {"withdraw": claim.agent, "capture": claim.target}.get(claim.type, ())
    return gone[0] if gone else None


def _since(claim: Claim) -> str | None:
    """A state of control began at an unknown time unless the text says since when."""
    return claim.time.earliest if claim.time and claim.time.modifier == "since" else None


def _bounds(run: Run) -> tuple[str | None, str | None]:
    """When the run began: what its changes share, and not after the first word that the holder has the place ("by then")."""
    seized = [e for e in run.events if e.mode in TAKEN]
    changes = seized or run.events
    own = [e for e in changes if e.claim.time and e.claim.time.beside] or changes
    told = [*own, *(e for e in run.events if e.mode == "stated" and e not in own)]
    high = min((e.latest for e in told if e.latest), default=None)
    return max((e.earliest for e in told if e.earliest and (not high or e.earliest <= high)), default=None), high


def _whole(place: Place) -> Place:
    """The town whose neighbourhood is held: the hold on a part is one on the town, contested (codebook E)."""
    return replace(place, facility="town") if place.facility in load("facilities")["quarters"] else place


def _span(run: Run, following: Run | None, voices: Voices) -> ControlSpan:
    holders = [e for e in run.events if e.holder]
    lead = holders[0] if holders else run.events[0]
    best = next((e for e in holders if e.holder and e.holder.actor_id), lead)
    low, high = _bounds(run)
    unopposed = lead.mode == "seized" and any(e.mode == "withdrawn" for e in run.events)
    ends = _bounds(following) if following else (None, None)
    ids = sorted({e.claim.claim_id for e in (*run.events, *run.dissent)})
    origins = voices.count(ids)
    place = _whole(best.place)
    return ControlSpan(
        control_id=content_id("k", place.place_id, lead.claim.claim_id),
        place=place, facility=place.facility, holder=best.holder, state=run.state,
        from_earliest=low, from_latest=high, to_earliest=ends[0] or (high if following else None), to_latest=ends[1],
        mode="unopposed" if unopposed else lead.mode, claims=tuple(ids), origins_low=origins[0], origins_high=origins[1],
    )  # fmt: skip
