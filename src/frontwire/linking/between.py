"""The accounts of all reports -> incidents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations

from frontwire.linking.accounts import Account, told_alike
from frontwire.linking.candidates import candidates
from frontwire.linking.comparisons import Compared, Detail, compare, with_part
from frontwire.linking.details import Details
from frontwire.linking.grouping import grouped, judged, links_of
from frontwire.linking.retelling import TELLING
from frontwire.linking.together import Together
from frontwire.records import Claim, Judgement, Link, Passage, PassageKind


def between(
    accounts: Sequence[Account],
    passages: Sequence[Passage],
    judgements: Sequence[Judgement],
    threshold: float,
    details: Details,
) -> tuple[tuple[tuple[Claim, ...], ...], list[Link]]:
    """The claims of each incident, and what joined its accounts. ``details`` are of the same ``accounts``."""
    copied = _families([c for a in accounts for c in a.claims], passages)
    families = [frozenset().union(*(copied[c.claim_id] for c in a.claims)) for a in accounts]

    def weigh(i: int, j: int) -> Compared | None:
        return _pair(accounts[i], accounts[j], copied, partial(details.compare, i, j))

    found = {pair: c for pair in candidates(accounts, families, details) if (c := weigh(*pair))}
    ids = [frozenset(c.claim_id for c in a.claims) for a in accounts]
    apart = [(min(p), max(p)) for p in judged(judgements, "different", ids)]
    groups = grouped(ids, found, judgements, threshold)
    round_up = details.beside.several_places
    together = Together(accounts, lambda i, j: found.get((i, j)) or weigh(i, j), round_up, apart)
    groups = together.join(groups, threshold)
    claims = tuple(tuple(c for i in g for c in accounts[i].claims) for g in groups)
    pairs = ((pair, together.evidence(*pair)) for g in groups for pair in combinations(g, 2))
    why = {pair: with_part(c, together.told.get(pair)) for pair, c in pairs if c}
    return claims, links_of(groups, why, [a.claims[0] for a in accounts])


def _pair(a: Account, b: Account, copied: Mapping[str, frozenset[str]], detail: Detail) -> Compared | None:
    alike = told_alike(a, b)
    if alike is None:
        return None
    if a.claims[0].report_id == b.claims[0].report_id:  # found apart before; together they may still meet in a third
        return compare(*alike, extra=TELLING)
    one_text = any(copied[x.claim_id] & copied[y.claim_id] for x in a.claims for y in b.claims)
    shared = one_text and any(_copied(x, y, copied) for x in a.claims for y in b.claims)
    return compare(*alike, shared, detail=None if one_text else detail)


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
