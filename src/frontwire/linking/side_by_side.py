"""What one report tells side by side: accounts that its own places, days or victims set apart.

A round-up tells of a market that was shelled, an ambush and an air strike, and names between them the same general, envoy and capital.
Two round-ups of one day share all these words; only what stands by an account itself says which of the other's accounts it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from frontwire.linking.accounts import Account, told_alike
from frontwire.linking.comparisons import GATES, Weigher, compare_place
from frontwire.linking.unlisted import compare_elsewhere
from frontwire.linking.weights import settings
from frontwire.reading.sentences import split


class SideBySide:
    """Accounts (by index) and those of the same report that tell of other happenings; ``texts`` by report id."""

    def __init__(self, accounts: Sequence[Account], texts: Mapping[str, str]) -> None:
        self.accounts, self.texts = accounts, texts
        self._apart: dict[int, frozenset[int]] = {}
        self._several: dict[str, bool] = {}
        self._bounds: dict[str, list[tuple[int, int]]] = {}
        self._held: dict[int, frozenset[int]] = {}

    def apart(self, i: int) -> frozenset[int]:
        """The accounts of the report of ``i``, of kinds that may be one with it, which place, day or victims set apart from it."""
        if i not in self._apart:
            own = self._of_report[self.report(i)]
            self._apart[i] = frozenset(k for k in own if k != i and self._shut(i, k, GATES))
        return self._apart[i]

    def several_places(self, report: str) -> bool:
        """Does ``report`` tell of violence at two places?"""
        if report not in self._several:
            violent = set(settings()["violent"])
            own = [i for i in self._of_report[report] if self.accounts[i].types & violent]
            self._several[report] = any(self._shut(i, k, (compare_place,)) for i in own for k in own if i < k)
        return self._several[report]

    def sentences(self, i: int) -> list[str]:
        """The sentences in which ``i`` is told."""
        text, bounds = self.texts[self.report(i)], self._sentences(i)
        return [text[slice(*bounds[n])] for n in sorted(self._told_in(i))]

    def territory(self, i: int, reach: int) -> list[str]:
        """The sentences around those of ``i``, up to ``reach`` characters off or to one that tells of an account set apart from it."""
        text, bounds, own = self.texts[self.report(i)], self._sentences(i), self._told_in(i)
        foreign = frozenset[int]().union(*(self._told_in(k) for k in self.apart(i))) - own
        kept = set(own)
        for told in own:
            first, last = bounds[told]
            for step in (-1, 1):
                n = told + step
                while (
                    0 <= n < len(bounds)
                    and n not in foreign
                    and first - reach <= bounds[n][1]
                    and bounds[n][0] <= last + reach
                ):
                    kept.add(n)
                    n += step
        return [text[slice(*bounds[n])] for n in sorted(kept)]

    def report(self, i: int) -> str:
        return self.accounts[i].claims[0].report_id

    @cached_property
    def _of_report(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i in range(len(self.accounts)):
            found[self.report(i)].append(i)
        return found

    def _shut(self, i: int, k: int, gates: Sequence[Weigher]) -> bool:
        alike = told_alike(self.accounts[i], self.accounts[k])
        if alike is None:
            return False
        named = compare_elsewhere(*alike)
        return any(gate(*alike) is None for gate in gates) or bool(named and named[0])

    def _sentences(self, i: int) -> list[tuple[int, int]]:
        report = self.report(i)
        if report not in self._bounds:
            self._bounds[report] = split(self.texts[report])
        return self._bounds[report]

    def _told_in(self, i: int) -> frozenset[int]:
        if i not in self._held:
            starts = [c.start for c in self.accounts[i].claims]
            bounds = self._sentences(i)
            self._held[i] = frozenset(
                n for n, (first, last) in enumerate(bounds) if any(first <= s < last for s in starts)
            )
        return self._held[i]
