"""The happenings of one report: its claims -> accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, groupby

from frontwire.linking.accounts import Account, account
from frontwire.linking.anaphora import going_back, in_own_words, links_back, rooted, told_once
from frontwire.linking.clustering import Pair
from frontwire.linking.comparisons import Compared, compare
from frontwire.linking.following import Following, compare_following, following, without_figures
from frontwire.linking.grouping import grouped, links_of
from frontwire.linking.retelling import TELLING, compare_kind
from frontwire.linking.weights import settings
from frontwire.records import Claim, Judgement, Link


def inside(
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
        links += [*links_of(groups, found, [e[0] for e in events_told]), *links_back(own, back)]
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
    return grouped(ids, found, judgements, settings()["threshold_inside"]), found


def _decided_on(judgements: Sequence[Judgement]) -> set[str]:
    """Claims that a person has joined with others or set apart."""
    return {i for j in judgements if j.superseded_at is None and j.kind in ("same", "different") for i in j.ids}
