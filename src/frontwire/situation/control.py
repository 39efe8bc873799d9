"""Control of places over time, from dated claims (codebook E). Nothing is inferred for places nobody mentions.

Every change carries an interval [not before, not after]. Two holders claimed inside one interval by different
origins make the place contested, not a flip-flop; a part of a place makes it contested, not held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from frontwire.codebook import load
from frontwire.records import Actor, Claim, ControlSpan, ControlState, Place, Status, content_id
from frontwire.reuse.origins import Voices
from frontwire.situation.timeline import Event, Run, runs

SETTLED = ("point", "town", "district", "admin1")  # a country is never held by one claim
BESIDE = ("near", "side_of", "between")  # said of a spot beside the place, not of the place


def control_spans(claims: Sequence[Claim], voices: Voices) -> list[ControlSpan]:
    """All spans, ordered by place and time."""
    by_place: defaultdict[str, list[Event]] = defaultdict(list)
    for claim in claims:
        for event in _events(claim):
            by_place[event.place.place_id or ""].append(event)
    out = []
    for _, events in sorted(by_place.items()):
        stretches = runs(events, voices.of_claim)
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
        leaver = claim.agent[0] if claim.type == "withdraw" and claim.agent else None
        found.append(Event(claim, place, holder, state, mode, since, latest, leaver))
    return found


def _settled(claim: Claim) -> list[Place]:
    """Places the claim settles: resolved ones, and of "the town of X in Y province" only X."""
    known = [p for p in claim.place if p.place_id and p.precision in SETTLED and p.relation not in BESIDE]
    fine = [p for p in known if p.precision != "admin1"]
    return fine or known


def _reading(claim: Claim, place: Place) -> tuple[ControlState, str, Actor | None]:
    agent = claim.agent[0] if claim.agent else None
    if claim.type == "withdraw":
        return ControlState.VACATED, "withdrawn", None
    if claim.type == "siege":
        return ControlState.BESIEGED, "stated", None
    state = ControlState.CONTESTED if place.relation == "part_of" else ControlState.HELD
    return state, "seized" if claim.type == "capture" else "stated", agent


def _since(claim: Claim) -> str | None:
    """A state of control began at an unknown time unless the text says since when."""
    return claim.time.earliest if claim.time and claim.time.modifier == "since" else None


def _bounds(run: Run) -> tuple[str | None, str | None]:
    """When the run began: what its changes share, and not after the first word that the holder has the place ("by then")."""
    seized = [e for e in run.events if e.mode == "seized"]
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
