"""Incidents that the same reports tell of.

A writer comes back to a happening in other words and without its place and day. What one report cannot tell by itself two can: where
two reports both tell two happenings of one kind, and nothing sets them apart, they mostly tell one. Not so in a round-up: a report
that tells of violence at two places tells of two happenings anyway.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from heapq import heappop, heappush

from frontwire.linking.accounts import Account, common_types
from frontwire.linking.clustering import Pair
from frontwire.linking.comparisons import Compared
from frontwire.linking.weights import Comparison, settings, weight

#: What speaks for and against two accounts (by index); None where a gate keeps them apart.
Evidence = Callable[[int, int], Compared | None]


class Together:
    """Joins groups of ``accounts`` (by index) told by the same reports; never two that hold a pair of ``apart``.

    ``round_up`` says of a report id whether the report tells of several places.
    """

    def __init__(
        self,
        accounts: Sequence[Account],
        evidence: Evidence,
        round_up: Callable[[str], bool],
        apart: Collection[Pair] = (),
    ) -> None:
        self.accounts, self.evidence, self.round_up, self.apart = accounts, evidence, round_up, frozenset(apart)
        self.groups: dict[int, list[int]] = {}
        self.told_by: defaultdict[str, set[int]] = defaultdict(set)
        self.told: dict[Pair, Comparison] = {}  # what joined them, between accounts of one report
        self.heap: list[tuple[float, int, int, int, int]] = []  # -score, two groups, their sizes when they were scored

    def join(self, groups: Sequence[Sequence[int]], threshold: float) -> list[list[int]]:
        """Two at a time, those first for which most speaks (ties: low indexes), until none reaches ``threshold``."""
        self.groups = {n: sorted(g) for n, g in enumerate(groups)}
        for n in self.groups:
            self._enlist(n)
        for n in self.groups:
            self._weigh(n, threshold, after=n)
        while self.heap:
            _, a, b, *sizes = heappop(self.heap)
            if sizes == [len(self.groups.get(n, ())) for n in (a, b)]:
                self._merge(a, b)
                self._weigh(a, threshold)
        return sorted(self.groups.values())

    def _merge(self, a: int, b: int) -> None:
        added = weight("told_together"), f"{self._tellers(a, b)} reports tell of both"
        one, other = self.groups[a], self.groups.pop(b)
        pairs = [(min(i, j), max(i, j)) for i in one for j in other]
        self.told |= {p: added for p in pairs if self._report(p[0]) == self._report(p[1])}
        self.groups[a] = sorted(one + other)
        self._enlist(a)

    def _reports(self, group: int) -> set[str]:
        return {self._report(i) for i in self.groups[group]}

    def _tellers(self, a: int, b: int) -> int:
        """How many reports tell of both, round-ups left out."""
        return sum(not self.round_up(report) for report in self._reports(a) & self._reports(b))

    def _enlist(self, group: int) -> None:
        if any(self.accounts[i].types & set(settings()["violent"]) for i in self.groups[group]):
            for report in self._reports(group):
                self.told_by[report].add(group)

    def _weigh(self, group: int, threshold: float, after: int = -1) -> None:
        """Put ``group`` and those told by the same reports on the heap, where they may be one."""
        own = self._reports(group)
        told = [self.told_by[report] for report in own if group in self.told_by[report]]
        for other in sorted({n for t in told for n in t if n > after and n != group and n in self.groups}):
            score = self._score(group, other)
            if score is not None and score >= threshold:
                a, b = sorted((group, other))
                heappush(self.heap, (-score, a, b, len(self.groups[a]), len(self.groups[b])))

    def _score(self, a: int, b: int) -> float | None:
        """Mean weight of what may be one happening by its type, and what it adds that so many reports tell both."""
        pairs = [(min(i, j), max(i, j)) for i in self.groups[a] for j in self.groups[b]]
        alike = [p for p in pairs if common_types(self.accounts[p[0]].types, self.accounts[p[1]].types)]
        enough = settings()["together"]
        if self._tellers(a, b) < enough or not alike or any(p in self.apart for p in pairs):
            return None
        found = {p: self.evidence(*p) for p in alike}
        set_apart = {self._report(i) for (i, j), c in found.items() if c is None and self._report(i) == self._report(j)}
        if len(set_apart) >= enough:  # by as many as it takes to join them
            return None
        mean = sum(c.weight if c else settings()["blocked"] for c in found.values()) / len(alike)
        return mean + weight("told_together")

    def _report(self, account: int) -> str:
        return self.accounts[account].claims[0].report_id
