"""Rare detail that two reports share around a happening: names, streets, ages, numbers (codebook D).

Place, day and type of one happening are often missing from one of two reports, and a local story is known by its detail all the same.
What a report says around an account is compared with the other's by cosine over word forms weighted by how rare they are among the
reports of the situation. Only between outlets: an outlet's own reports share its formulas, whatever they tell. Where a report tells of
several happenings, "around" ends at the next one, and the account must be the likeliest of them by its own sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import fsum, log, sqrt

from frontwire.linking.accounts import Account, common_types
from frontwire.linking.side_by_side import SideBySide
from frontwire.linking.weights import Comparison, settings, weight
from frontwire.resolution.ordinary import is_ordinary

WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+(?:[.,:]\d+)*")
# A few reports cannot tell rare words from common ones: this many more are thought of, which hold every ordinary word and no other.
IMAGINED = 20
AROUND = 600  # characters on either side of an account: some four sentences


def words(text: str) -> set[str]:
    return {re.sub(r"['’]s?$", "", w.lower()) for w in WORD.findall(text)}


class Details:
    """How alike two accounts of different outlets are in rare words. ``texts`` and ``outlets`` by report id."""

    def __init__(
        self, accounts: Sequence[Account], texts: Mapping[str, str], outlets: Mapping[str, str | None]
    ) -> None:
        self.accounts, self.texts, self.outlets = accounts, texts, outlets
        self.beside = SideBySide(accounts, texts)
        self._rare: dict[int, dict[str, float]] = {}
        self._own: dict[int, dict[str, float]] = {}

    @cached_property
    def _reports(self) -> Counter[str]:
        """In how many reports each word stands."""
        return Counter(w for text in self.texts.values() for w in words(text))

    def rarity(self, word: str) -> float:
        """Inverse document frequency, smoothed with IMAGINED reports; 0 for a word of every report and for days and months."""
        if word in settings()["detail"]["calendar"]:
            return 0.0
        common = IMAGINED if is_ordinary(word) else 0
        return max(0.0, log((len(self.texts) + IMAGINED) / (max(1, self._reports[word]) + common)))

    def compare(self, i: int, j: int) -> Comparison | None:
        """Weight of what the accounts ``i`` and ``j`` share, None where nothing can be said: many are the words of one story."""
        types = common_types(self.accounts[i].types, self.accounts[j].types)
        if types is None or types[0] in settings()["spoken"]:
            return None
        a, b = (self.accounts[n].claims[0].report_id for n in (i, j))
        same_house = self.outlets.get(a) is not None and self.outlets.get(a) == self.outlets.get(b)
        if a == b or same_house or a not in self.texts or b not in self.texts:
            return None
        x, y = self._words(i), self._words(j)
        shared = x.keys() & y.keys()
        rules = settings()["detail"]
        if len(shared) < rules["words"]:
            return None
        likeness = cosine(x, y)
        share = min(1.0, max(0.0, (likeness - rules["from"]) / (rules["full"] - rules["from"])))
        if not share or self._likelier(i, j):
            return None
        told = sorted(shared, key=lambda w: (-x[w], w))[:5]
        most = rules["round_ups"] if self.beside.apart(i) and self.beside.apart(j) else weight("detail_shared")
        return round(min(most, share * weight("detail_shared")), 1), f"both tell of {', '.join(told)}"

    def _likelier(self, i: int, j: int) -> bool:
        """Is another happening that one of the two reports tells beside these as like the other account, by their own sentences?"""
        others = [(i, k) for k in self.beside.apart(j)] + [(k, j) for k in self.beside.apart(i)]
        if not others:
            return False
        here = cosine(self._own_words(i), self._own_words(j))
        return any(cosine(self._own_words(a), self._own_words(b)) > here for a, b in others)

    def _words(self, i: int) -> dict[str, float]:
        if i not in self._rare:
            around = self.beside.territory(i, AROUND) if self.beside.apart(i) else [self._window(i)]
            told = self._weighed(around)
            self._rare[i] = {w: r for w, r in told.items() if r >= settings()["detail"]["rare"]}
        return self._rare[i]

    def _own_words(self, i: int) -> dict[str, float]:
        if i not in self._own:
            self._own[i] = self._weighed(self.beside.sentences(i))
        return self._own[i]

    def _weighed(self, texts: Sequence[str]) -> dict[str, float]:
        whole = {w for t in texts for w in words(t)} & self._reports.keys()  # a window may cut a word in two
        return {w: r for w in whole if (r := self.rarity(w)) > 0}

    def _window(self, i: int) -> str:
        claims = self.accounts[i].claims
        text = self.texts[claims[0].report_id]
        return text[max(0, min(c.start for c in claims) - AROUND) : max(c.end for c in claims) + AROUND]


def cosine(x: Mapping[str, float], y: Mapping[str, float]) -> float:
    """0 where one is empty."""
    length = sqrt(fsum(v * v for v in x.values())) * sqrt(fsum(v * v for v in y.values()))
    return fsum(x[w] * y[w] for w in x.keys() & y.keys()) / length if length else 0.0
