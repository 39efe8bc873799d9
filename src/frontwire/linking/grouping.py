"""Groups under a person's decisions, and the links that say why their members are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from frontwire.linking.clustering import Pair, cluster
from frontwire.linking.comparisons import Compared
from frontwire.linking.weights import settings
from frontwire.records import Claim, Judgement, Link


def grouped(
    ids: Sequence[frozenset[str]], found: Mapping[Pair, Compared], judgements: Sequence[Judgement], threshold: float
) -> list[list[int]]:
    """Indices of ``ids`` (the claims of each member): joined where enough speaks for it, or where a person has decided."""
    same, different = (judged(judgements, kind, ids) for kind in ("same", "different"))
    weights = {pair: c.weight for pair, c in found.items()}
    blocked = settings()["blocked"]
    return cluster(len(ids), weights, threshold=threshold, blocked=blocked, same=same, different=different)


def links_of(groups: Sequence[Sequence[int]], found: Mapping[Pair, Compared], claims: Sequence[Claim]) -> list[Link]:
    """What was found between the members of each group; ``claims`` stand for them."""
    pairs = [(i, j) for g in groups for n, i in enumerate(g) for j in g[n + 1 :] if (i, j) in found]
    return [
        Link(claim_a=claims[i].claim_id, claim_b=claims[j].claim_id, weight=found[i, j].weight, reasons=found[i, j].reasons)
        for i, j in pairs
    ]  # fmt: skip


def judged(judgements: Sequence[Judgement], kind: str, ids: Sequence[frozenset[str]]) -> list[Pair]:
    """Index pairs of the decisions in force; claims that no longer exist are left out here and kept in the store."""
    index = {claim: i for i, group in enumerate(ids) for claim in group}
    pairs = []
    for j in judgements:
        known = sorted({index[i] for i in j.ids if i in index})
        if j.kind == kind and j.superseded_at is None:
            pairs += [(a, b) for n, a in enumerate(known) for b in known[n + 1 :]]
    return pairs
