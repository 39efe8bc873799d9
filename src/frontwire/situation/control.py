"""Control of places over time, from dated claims (codebook E). Nothing is inferred for places nobody mentions.

Every change carries an interval [not before, not after]. Two holders claimed inside one interval by different
origins make the place contested, not a flip-flop; a part of a place makes it contested, not held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from frontwire.records import Actor, Claim, ControlSpan, ControlState, Place, Status, content_id
from frontwire.reuse.origins import Voices

SETTLED = ("point", "town", "district", "admin1")  # a country is never held by one claim
HANDOVER = timedelta(3)  # a holder who left at most this long before the taking left it unopposed


@dataclass(frozen=True, slots=True)
class _Event:
    """One claim's word on one place: who holds it from when."""

    claim: Claim
    place: Place
    holder: Actor | None
    state: ControlState
    mode: str
    earliest: str | None
    latest: str | None

    @property
    def order(self) -> tuple[str, str, int, str, int]:
        rank = {"withdrawn": 0, "seized": 1, "stated": 2}.get(self.mode, 3)
        return (self.latest or "9", self.earliest or "", rank, self.claim.report_id, self.claim.start)


def control_spans(claims: Sequence[Claim], voices: Voices) -> list[ControlSpan]:
    """All spans, ordered by place and time."""
    by_place: defaultdict[str, list[_Event]] = defaultdict(list)
    for claim in claims:
        for event in _events(claim):
            by_place[event.place.place_id or ""].append(event)
    return [
        s for _, events in sorted(by_place.items()) for s in _timeline(sorted(events, key=lambda e: e.order), voices)
    ]


def _events(claim: Claim) -> list[_Event]:
    if claim.status is not Status.ACTUAL or claim.type not in ("capture", "withdraw", "control", "siege"):
        return []
    earliest = claim.time.earliest if claim.time else None
    latest = claim.time.latest if claim.time else None
    found = []
    for place in claim.place:
        if place.place_id is None or place.precision not in SETTLED or place.relation in ("near", "side_of", "between"):
            continue
        state, mode, holder = _reading(claim, place)
        if holder is None and state is ControlState.HELD:
            continue  # somebody holds it, but nobody says who
        since = earliest if claim.type != "control" else _since(claim)
        found.append(_Event(claim, place, holder, state, mode, since, latest))
    return found


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


def compatible(a: Actor | None, b: Actor | None) -> bool:
    """Can two holders be one? The same identity, or one unnamed and of the same side."""
    if a is None or b is None:
        return a is b
    if a.actor_id and b.actor_id:
        return a.actor_id == b.actor_id
    if "unknown" in (a.side, b.side):
        return True
    return a.side == b.side


def _timeline(events: Sequence[_Event], voices: Voices) -> list[ControlSpan]:
    runs: list[list[_Event]] = []
    for event in events:
        current = runs[-1] if runs else None
        if current and _continues(current, event):
            current.append(event)
        else:
            runs.append([event])
    runs = _settle(runs)
    return [
        _span(run, runs[n + 1] if n + 1 < len(runs) else None, runs[n - 1] if n else None, voices)
        for n, run in enumerate(runs)
    ]


def _continues(run: Sequence[_Event], event: _Event) -> bool:
    held = [e for e in run if e.holder is not None]
    if event.holder is None or not held:
        return event.state is run[-1].state and event.holder is None and not held
    return compatible(held[-1].holder, event.holder)


def _settle(runs: list[list[_Event]]) -> list[list[_Event]]:
    """A withdrawal right before a taking is how the place changed hands, not a span of its own; a late mention of it
    inside the taker's span belongs there too."""
    out: list[list[_Event]] = []
    for run in runs:
        if out and run[0].mode == "withdrawn" and _overlap(out[-1], run) and out[-1][0].holder is not None:
            out[-1] = sorted([*out[-1], *run], key=lambda e: e.order)
        elif (out and out[-1][0].mode == "withdrawn" and run[0].mode == "seized" and _close(out[-1], run)) or (
            out
            and _holders(out[-1])
            and _holders(run)
            and compatible(_holders(out[-1])[-1].holder, _holders(run)[0].holder)
        ):
            out[-1] = [*out[-1], *run]
        else:
            out.append(list(run))
    return out


def _holders(run: Sequence[_Event]) -> list[_Event]:
    return [e for e in run if e.holder is not None]


def _overlap(a: Sequence[_Event], b: Sequence[_Event]) -> bool:
    return (b[0].earliest or "") <= (a[-1].latest or "9")


def _close(a: Sequence[_Event], b: Sequence[_Event]) -> bool:
    if not a[-1].latest or not b[0].earliest:
        return True
    return date.fromisoformat(b[0].earliest[:10]) - date.fromisoformat(a[-1].latest[:10]) <= HANDOVER


def _bounds(run: Sequence[_Event]) -> tuple[str | None, str | None]:
    """When the run began: what its changes share; a mere statement only says "by then"."""
    changes = [e for e in run if e.mode in ("seized", "withdrawn")] or list(run)
    own = [e for e in changes if e.claim.time and e.claim.time.start is not None] or changes
    lows = [e.earliest for e in own if e.earliest]
    highs = [e.latest for e in own if e.latest]
    low, high = (max(lows) if lows else None), (min(highs) if highs else None)
    if low and high and low > high:
        low = min(lows)
    return low, high


def _disputed(run: Sequence[_Event], other: Sequence[_Event] | None, voices: Voices) -> bool:
    """Do different origins name another holder inside the same interval?"""
    if other is None or not _holders(run) or not _holders(other):
        return False
    mine, theirs = ({voices.of_claim[e.claim.claim_id] for e in r} for r in (run, other))
    (low, high), (low2, high2) = _bounds(run), _bounds(other)
    same_time = (low or "") <= (high2 or "9") and (low2 or "") <= (high or "9")
    return same_time and not mine <= theirs and not theirs <= mine and low == low2 and high == high2


def _span(
    run: Sequence[_Event], following: Sequence[_Event] | None, before: Sequence[_Event] | None, voices: Voices
) -> ControlSpan:
    holders = _holders(run)
    lead = holders[0] if holders else run[0]
    best = next((e for e in holders if e.holder and e.holder.actor_id), lead)
    low, high = _bounds(run)
    state = (
        lead.state
        if not any(e.state is ControlState.CONTESTED for e in run) or lead.mode == "seized"
        else ControlState.CONTESTED
    )
    if _disputed(run, following, voices) or _disputed(run, before, voices):
        state = ControlState.CONTESTED
    left = any(e.mode == "withdrawn" for e in run)
    mode = "unopposed" if left and lead.mode == "seized" else lead.mode
    ends = _bounds(following) if following else (None, None)
    ids = sorted({e.claim.claim_id for e in run})
    origins = voices.count(ids)
    name = best.place.name or best.place.text
    return ControlSpan(
        control_id=content_id("k", best.place.place_id, min(e.claim.claim_id for e in run if e is lead)),
        place=replace(best.place, name=name), facility=best.place.facility, holder=best.holder, state=state,
        from_earliest=low, from_latest=high, to_earliest=ends[0] or (high if following else None), to_latest=ends[1],
        mode=mode, claims=tuple(ids), origins_low=origins[0], origins_high=origins[1],
    )  # fmt: skip
