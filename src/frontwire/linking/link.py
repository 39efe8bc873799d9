"""Claims -> groups of claims that tell of the same happening, with the links that joined them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import combinations, groupby

from frontwire.linking.accounts import Account, account, common_types, told_alike
from frontwire.linking.anaphora import going_back, in_own_words, links_back, rooted, told_once
from frontwire.linking.clustering import Pair, cluster
from frontwire.linking.comparisons import Compared, compare, days, with_part
from frontwire.linking.details import Details
from frontwire.linking.following import Following, compare_following, following, without_figures
from frontwire.linking.retelling import TELLING, compare_kind
from frontwire.linking.weights import settings
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
    texts: Mapping[str, str] | None = None,
    outlets: Mapping[str, str | None] | None = None,
) -> Linked:
    """Group the event claims, inside each report first. The result does not depend on the order of ``claims``.

    ``texts`` by report id tell whether a toll goes on with the event before it, what "the attack" goes back to and which detail two
    reports share; without them each stands alone. ``outlets`` by report id tell whose formulas are one house's.
    """
    events = sorted((c for c in claims if is_event(c)), key=lambda c: (c.report_id, c.start, c.end, c.type, c.claim_id))
    limit = settings()["threshold"] if threshold is None else threshold
    accounts, links = _inside(events, judgements, texts or {})
    details = Details(accounts, texts or {}, outlets or {})
    groups, across = _between(accounts, passages, judgements, limit, details)
    return Linked(groups, tuple(sorted((*links, *across), key=lambda k: (k.claim_a, k.claim_b))))


def _inside(
    events: Sequence[Claim], judgements: Sequence[Judgement], texts: Mapping[str, str]
) -> tuple[list[Account], list[Link]]:
    """The accounts of each report, and what joins their claims."""
    accounts: list[Account] = []
    links: list[Link] = []
    for report, group in groupby(events, key=lambda c: c.report_id):
        own, text = list(group), texts.get(report)
        tolls = following(own, text)
        back = going_back(own, text, tolls.keys() | _decided_on(judgements))
        events_told = told_once([in_own_words(c, text or "") if c.claim_id in back else c for c in own], back)
        groups, found = _apart(events_told, judgements, rooted(tolls, back))
        whole = {c.claim_id: c for c in own}
        found_apart = [account([c for i in g for c in events_told[i]]) for g in groups]
        accounts += [replace(a, claims=tuple(whole[c.claim_id] for c in a.claims)) for a in found_apart]
        links += [*_links(groups, found, [e[0] for e in events_told]), *links_back(own, back)]
    return accounts, links


def _apart(
    events: Sequence[Sequence[Claim]], judgements: Sequence[Judgement], tolls: Following
) -> tuple[list[list[int]], dict[Pair, Compared]]:
    """The happenings of one report, as indices of ``events`` (each its mentions), and what was found between them."""
    weighers = (*TELLING, partial(compare_following, tolls=tolls))
    told = [e if len(e) == 1 else [account(e).pooled, *e] for e in events]
    found: dict[Pair, Compared] = {}
    for i, j in combinations(range(len(told)), 2):
        alike = (without_figures(a, b, tolls) for a in told[i] for b in told[j])
        compared = [c for two in alike if (c := compare(*two, extra=weighers, alike=compare_kind))]
        if compared:
            found[i, j] = max(compared, key=lambda c: c.weight)  # what one mention leaves out another tells
    ids = [frozenset(c.claim_id for c in e) for e in events]
    return _clustered(ids, found, judgements, settings()["threshold_inside"]), found


def _between(
    accounts: Sequence[Account],
    passages: Sequence[Passage],
    judgements: Sequence[Judgement],
    threshold: float,
    details: Details,
) -> tuple[tuple[tuple[Claim, ...], ...], list[Link]]:
    """Accounts -> incidents over all reports."""
    copied = _families([c for a in accounts for c in a.claims], passages)
    families = [frozenset().union(*(copied[c.claim_id] for c in a.claims)) for a in accounts]
    found = {
        pair: with_part(compared, None if families[pair[0]] & families[pair[1]] else details.compare(*pair))
        for pair in _candidates(accounts, families)
        if (compared := _pair(accounts[pair[0]], accounts[pair[1]], copied))
    }
    groups = _clustered([frozenset(c.claim_id for c in a.claims) for a in accounts], found, judgements, threshold)
    claims = tuple(tuple(c for i in g for c in accounts[i].claims) for g in groups)
    return claims, _links(groups, found, [a.claims[0] for a in accounts])


def _clustered(
    ids: Sequence[frozenset[str]], found: Mapping[Pair, Compared], judgements: Sequence[Judgement], threshold: float
) -> list[list[int]]:
    index = {claim: i for i, group in enumerate(ids) for claim in group}
    same, different = (_judged(judgements, kind, index) for kind in ("same", "different"))
    weights = {pair: c.weight for pair, c in found.items()}
    blocked = settings()["blocked"]
    return cluster(len(ids), weights, threshold=threshold, blocked=blocked, same=same, different=different)


def _links(groups: Sequence[Sequence[int]], found: Mapping[Pair, Compared], claims: Sequence[Claim]) -> list[Link]:
    """What was found between the members of each group; ``claims`` stand for them."""
    pairs = [(i, j) for g in groups for n, i in enumerate(g) for j in g[n + 1 :] if (i, j) in found]
    return [
        Link(claim_a=claims[i].claim_id, claim_b=claims[j].claim_id, weight=found[i, j].weight, reasons=found[i, j].reasons)
        for i, j in pairs
    ]  # fmt: skip


def _pair(a: Account, b: Account, copied: Mapping[str, frozenset[str]]) -> Compared | None:
    alike = told_alike(a, b)
    if alike is None:
        return None
    if a.claims[0].report_id == b.claims[0].report_id:  # found apart before; together they may still meet in a third
        return compare(*alike, extra=TELLING)
    return compare(*alike, any(_copied(x, y, copied) for x in a.claims for y in b.claims))


def _copied(a: Claim, b: Claim, copied: Mapping[str, frozenset[str]]) -> bool:
    """The same word in the same copied passage."""
    return bool(copied[a.claim_id] & copied[b.claim_id]) and a.trigger.lower() == b.trigger.lower()


def _families(events: Sequence[Claim], passages: Sequence[Passage]) -> dict[str, frozenset[str]]:
    """Claim id -> families of copied text its trigger stands in."""
    by_report: defaultdict[str, list[Passage]] = defaultdict(list)
    for p in passages:
        if p.kind is PassageKind.COPIED:
            by_report[p.report_id].append(p)
    return {
        c.claim_id: frozenset(p.family_id for p in by_report[c.report_id] if p.start <= c.start and c.end <= p.end)
        for c in events
    }


def _candidates(accounts: Sequence[Account], families: Sequence[frozenset[str]]) -> Iterator[Pair]:
    """Pairs worth comparing: compatible types and dates within reach (sweep by date), or shared copied text."""
    events = [a.pooled for a in accounts]
    seen: set[Pair] = set()
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
    return (p for p in sorted(seen) if common_types(accounts[p[0]].types, accounts[p[1]].types))


def _same_place(a: Claim, b: Claim) -> bool:
    return bool({p.place_id for p in a.place if p.place_id} & {p.place_id for p in b.place if p.place_id})


def _decided_on(judgements: Sequence[Judgement]) -> set[str]:
    """Claims that a person has joined with others or set apart."""
    return {i for j in judgements if j.superseded_at is None and j.kind in ("same", "different") for i in j.ids}


def _judged(judgements: Sequence[Judgement], kind: str, index: Mapping[str, int]) -> list[Pair]:
    """Index pairs of the decisions in force; ids that no longer exist are left out here and kept in the store."""
    pairs = []
    for j in judgements:
        known = sorted({index[i] for i in j.ids if i in index})
        if j.kind == kind and j.superseded_at is None:
            pairs += [(a, b) for n, a in enumerate(known) for b in known[n + 1 :]]
    return pairs
