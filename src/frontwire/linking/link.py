"""Claims -> groups of claims that tell of the same happening, with the links that joined them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from frontwire.linking.between import between
from frontwire.linking.details import Details
from frontwire.linking.inside import inside
from frontwire.linking.weights import settings
from frontwire.records import Claim, Judgement, Link, Passage, Status


@dataclass(frozen=True, slots=True)
class Linked:
    """``groups`` of claims in text order; ``links`` between claims of one group."""

    groups: tuple[tuple[Claim, ...], ...]
    links: tuple[Link, ...]


def is_event(claim: Claim) -> bool:
    """Planned and possible events are no incidents; denied ones may contest one; a state of control is none."""
    return claim.status in (Status.ACTUAL, Status.DENIED) and claim.type not in settings()["not_incidents"]


def link(
    claims: Sequence[Claim],
    passages: Sequence[Passage],
    judgements: Sequence[Judgement] = (),
    threshold: float | None = None,
    texts: Mapping[str, str] | None = None,
    outlets: Mapping[str, str | None] | None = None,
) -> Linked:
    """Group the event claims, inside each report first. The result does not depend on the order of ``claims``.

    ``texts`` by report id tell whether a toll goes on with the event before it, what "the attack" goes back to and which detail two
    reports share; without them each stands alone. ``outlets`` by report id tell whose formulas are one house's.
    """
    events = sorted((c for c in claims if is_event(c)), key=lambda c: (c.report_id, c.start, c.end, c.type, c.claim_id))
    limit = settings()["threshold"] if threshold is None else threshold
    accounts, links = inside(events, judgements, texts or {})
    details = Details(accounts, texts or {}, outlets or {})
    groups, across = between(accounts, passages, judgements, limit, details)
    return Linked(groups, tuple(sorted((*links, *across), key=lambda k: (k.claim_a, k.claim_b))))
