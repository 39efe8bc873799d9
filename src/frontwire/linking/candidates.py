"""Which accounts of two reports are worth comparing: those near in time, of one place, of copied words or of the same rare detail."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations

from frontwire.linking.accounts import Account, common_types
from frontwire.linking.clustering import Pair
from frontwire.linking.comparisons import days, last_day
from frontwire.linking.details import Details
from frontwire.linking.weights import settings
from frontwire.records import Claim

HORIZON = timedelta(3)  # days between interval ends past which a pair is not even compared


def candidates(accounts: Sequence[Account], families: Sequence[frozenset[str]], details: Details) -> list[Pair]:
    """Index pairs (i < j) of compatible types, sorted."""
    events = [a.pooled for a in accounts]
    near = {*_by_day(events), *_by_place(events), *_by_family(families), *_by_detail(events, details)}
    return sorted(p for p in near if common_types(accounts[p[0]].types, accounts[p[1]].types))


def _by_day(events: Sequence[Claim]) -> Iterable[Pair]:
    """A sweep over the dated ones: intervals within HORIZON of each other."""
    dated = sorted((interval, i) for i, c in enumerate(events) if (interval := days(c)))
    active: list[tuple[date, int]] = []
    for (first, last), i in dated:
        active = [(end, j) for end, j in active if end + HORIZON >= first]
        yield from ((min(i, j), max(i, j)) for _, j in active)
        active.append((last, i))


def _by_place(events: Sequence[Claim]) -> Iterable[Pair]:
    """Those without a day, and all told of a place that they name."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for i, claim in enumerate(events):
        for place in {p.place_id for p in claim.place if p.place_id}:
            at[place].append(i)
    undated = {i for i, c in enumerate(events) if days(c) is None}
    return ((i, j) for here in at.values() for i, j in combinations(here, 2) if i in undated or j in undated)


def _by_family(families: Sequence[frozenset[str]]) -> Iterable[Pair]:
    by_family: defaultdict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(families):
        for family in group:
            by_family[family].append(i)
    return (pair for members in by_family.values() for pair in combinations(members, 2))


def _by_detail(events: Sequence[Claim], details: Details) -> Iterable[Pair]:
    """Those without a day, and what was told or printed within days of their printing, where rare detail is shared."""
    last = sorted((day, i) for i, c in enumerate(events) if (day := last_day(c)))
    when, who = [day for day, _ in last], [i for _, i in last]
    window = timedelta(settings()["copied_days"])
    for day, i in last:
        if days(events[i]) is None:
            near = who[bisect_left(when, day - window) : bisect_right(when, day + window)]
            yield from ((min(i, j), max(i, j)) for j in near if i != j and details.compare(i, j))
