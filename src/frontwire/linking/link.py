"""Claims -> groups of claims that tell of the same happening, with the links that joined them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from frontwire.linking.clustering import cluster
from frontwire.linking.comparisons import Compared, compare, compatible_types, days, settings
from frontwire.linking.retelling import compare_telling
from frontwire.records import Claim, Judgement, Link, Passage, PassageKind, Status

HORIZON = timedelta(3)  # days between interval ends past which a pair is not even compared


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
) -> Linked:
    """Group the event claims. The result does not depend on the order of ``claims``."""
    events = sorted((c for c in claims if is_event(c)), key=lambda c: (c.report_id, c.start, c.end, c.type, c.claim_id))
    families = _families(events, passages)
    compared = {pair: found for pair in _candidates(events, families) if (found := _pair(events, families, pair))}
    index = {c.claim_id: i for i, c in enumerate(events)}
    same, different = (_judged(judgements, kind, index) for kind in ("same", "different"))
    groups = cluster(
        len(events), {p: c.weight for p, c in compared.items()}, threshold=settings()["threshold"] if threshold is None else threshold,
        blocked=settings()["blocked"], same=same, different=different,
    )  # fmt: skip
    links = [
        Link(
            claim_a=events[i].claim_id,
            claim_b=events[j].claim_id,
            weight=compared[i, j].weight,
            reasons=compared[i, j].reasons,
        )
        for g in groups
        for n, i in enumerate(g)
        for j in g[n + 1 :]
        if (i, j) in compared
    ]
    return Linked(tuple(tuple(events[i] for i in g) for g in groups), tuple(links))


def _pair(events: Sequence[Claim], families: Sequence[frozenset[str]], pair: tuple[int, int]) -> Compared | None:
    i, j = pair
    shared = bool(families[i] & families[j]) and events[i].trigger.lower() == events[j].trigger.lower()
    return compare(events[i], events[j], shared, extra=(compare_telling,))


def _families(events: Sequence[Claim], passages: Sequence[Passage]) -> list[frozenset[str]]:
    """Families of copied text each claim's trigger stands in."""
    by_report: defaultdict[str, list[Passage]] = defaultdict(list)
    for p in passages:
        if p.kind is PassageKind.COPIED:
            by_report[p.report_id].append(p)
    return [
        frozenset(p.family_id for p in by_report[c.report_id] if p.start <= c.start and c.end <= p.end) for c in events
    ]


def _candidates(events: Sequence[Claim], families: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: compatible types and dates within reach (sweep by date), or shared copied text."""
    seen: set[tuple[int, int]] = set()
    dated = [(interval, i) for i, c in enumerate(events) if (interval := days(c))]
    undated = [i for i, c in enumerate(events) if days(c) is None]
    dated.sort()
    active: list[tuple[date, int]] = []
    for (first, last), i in dated:
        active = [(end, j) for end, j in active if end + HORIZON >= first]
        seen |= {(min(i, j), max(i, j)) for _, j in active}
        active.append((last, i))
    everyone = range(len(events))
    seen |= {(min(i, j), max(i, j)) for i in undated for j in everyone if i != j and _same_place(events[i], events[j])}
    by_family: defaultdict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(families):
        for family in group:
            by_family[family].append(i)
    seen |= {(i, j) for members in by_family.values() for n, i in enumerate(members) for j in members[n + 1 :]}
    return (p for p in sorted(seen) if compatible_types(events[p[0]].type, events[p[1]].type))


def _same_place(a: Claim, b: Claim) -> bool:
    return bool({p.place_id for p in a.place if p.place_id} & {p.place_id for p in b.place if p.place_id})


def _judged(judgements: Sequence[Judgement], kind: str, index: dict[str, int]) -> list[tuple[int, int]]:
    """Index pairs of the decisions in force; ids that no longer exist are left out here and kept in the store."""
    pairs = []
    for j in judgements:
        known = sorted(index[i] for i in j.ids if i in index)
        if j.kind == kind and j.superseded_at is None:
            pairs += [(a, b) for n, a in enumerate(known) for b in known[n + 1 :]]
    return pairs
