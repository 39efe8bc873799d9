"""Events on one place -> runs: stretches of one holder and state, with what belongs together joined (codebook E)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from frontwire.records import Actor, Claim, ControlState, Place
from frontwire.resolution.registry import same_actor

HANDOVER = timedelta(3)  # a holder who left at most this long before the taking left it unopposed
TAKEN = ("seized", "unopposed")  # modes of a change of hands
_RANK = {"withdrawn": 0, "seized": 1, "unopposed": 1, "stated": 2}


@dataclass(frozen=True, slots=True)
class Event:
    """One claim's word on one place: who holds it from when; ``leaver`` is who left or lost it."""

    claim: Claim
    place: Place
    holder: Actor | None
    state: ControlState
    mode: str
    earliest: str | None
    latest: str | None
    leaver: Actor | None = None
    former: bool = False  # the same report tells how it ended

    @property
    def order(self) -> tuple[str, int, str, int]:
        lifted = self.mode == "stated" and self.state is ControlState.UNKNOWN  # a siege: after who holds the place
        rank = -1 if self.former else _RANK[self.mode] + lifted
        return (self.latest or "9", rank, self.claim.report_id, self.claim.start)


@dataclass(slots=True)
class Run:
    """Events of one stretch; ``dissent`` are other voices that name another holder inside it."""

    events: list[Event]
    dissent: list[Event] = field(default_factory=list)

    @property
    def holder(self) -> Actor | None:
        return next((e.holder for e in self.events if e.holder), None)

    @property
    def state(self) -> ControlState:
        held = [e for e in self.events if e.holder] or self.events
        return ControlState.CONTESTED if self.dissent else held[0].state

    @property
    def latest(self) -> str:
        return max((e.latest or "9" for e in self.events), default="9")

    @property
    def left(self) -> bool:
        return all(e.mode == "withdrawn" or e.state is ControlState.UNKNOWN for e in self.events)


def compatible(a: Actor | None, b: Actor | None) -> bool:
    """Can two holders be one? One and the same or a part of the other ("the army", "government forces"), or one unnamed and of the same side."""
    if a is None or b is None:
        return a is b
    if a.actor_id and b.actor_id:
        return same_actor(a.actor_id, b.actor_id)
    return "unknown" in (a.side, b.side) or a.side == b.side


def runs(events: Sequence[Event], origin_of: Mapping[str, str]) -> list[Run]:
    """The runs of one place in time order."""
    out: list[Run] = []
    for event in sorted(events, key=lambda e: e.order):
        if not out or not _absorb(out[-1], event, origin_of):
            out.append(Run([event]))
    return out


def _absorb(run: Run, event: Event, origin_of: Mapping[str, str]) -> bool:
    """Put ``event`` into ``run`` where it belongs there; False starts a new run."""
    if _confirms(run, event) or _handed_over(run, event) or _left_before(run, event):
        run.events.append(event)
        return True
    if _dissents(run, event, origin_of):
        run.dissent.append(event)
        return True
    return False


def _confirms(run: Run, event: Event) -> bool:
    """The same holder in the same state. After a dispute a later word starts a stretch of its own."""
    if run.dissent and (event.earliest or event.latest or "") > run.latest:
        return False
    own = next((e.state for e in run.events if e.holder), run.events[0].state)
    return own is event.state and compatible(run.holder, event.holder)


def _handed_over(run: Run, event: Event) -> bool:
    """Somebody else left or lost it right before this taking: that is how the place changed hands."""
    if not run.left or event.mode not in TAKEN or not _close(run.latest, event.earliest):
        return False
    return not any(e.leaver and compatible(e.leaver, event.holder) and e.leaver.side != "unknown" for e in run.events)


def _left_before(run: Run, event: Event) -> bool:
    """A late mention of how the loser left or lost it, inside the taker's stretch."""
    gone = event.mode == "withdrawn" or event.state is ControlState.UNKNOWN
    if not gone or run.holder is None or (event.earliest or "") > run.latest:
        return False
    return event.leaver is None or not compatible(event.leaver, run.holder)


def _dissents(run: Run, event: Event, origin_of: Mapping[str, str]) -> bool:
    """Another voice says, of the very time of the change, that somebody else holds the place."""
    if event.mode != "stated" or event.holder is None or run.holder is None or compatible(run.holder, event.holder):
        return False
    other_voice = origin_of[event.claim.claim_id] not in {origin_of[e.claim.claim_id] for e in run.events}
    return other_voice and (event.latest or "9") <= run.latest


def _close(left: str, taken: str | None) -> bool:
    if left == "9" or not taken:
        return True
    return date.fromisoformat(taken[:10]) - date.fromisoformat(left[:10]) <= HANDOVER
