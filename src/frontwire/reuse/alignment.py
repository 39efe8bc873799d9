"""Seed-and-extend alignment of two texts: order-free, tolerant of small edits (anchors corroboration 1.3–1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from frontwire.reuse.fingerprints import Word

GAP = 5  # words an editor may change inside a copied sentence
RESYNC = 3  # equal words needed after a gap before the copy is taken to go on
SHORTEST = 10  # words: shorter runs are stock phrases ("on condition of anonymity because …")
SAME = 0.75  # share of equal words (Indel similarity) below which a passage is no copy


@dataclass(frozen=True, slots=True)
class Match:
    """Words [a0, a1) of one text stand, edited at most lightly, as words [b0, b1) of the other."""

    a0: int
    a1: int
    b0: int
    b1: int


def _resync(a: Sequence[str], b: Sequence[str], i: int, j: int, step: int) -> tuple[int, int] | None:
    """The nearest place past (i, j) where RESYNC words agree again, looking in direction ``step``."""
    for total in range(1, 2 * GAP + 1):
        for da in range(max(0, total - GAP), min(GAP, total) + 1):
            x, y = i + step * da, j + step * (total - da)
            run = all(
                0 <= x + step * n < len(a) and 0 <= y + step * n < len(b) and a[x + step * n] == b[y + step * n]
                for n in range(RESYNC)
            )
            if run:
                return x, y
    return None


def _extend(a: Sequence[str], b: Sequence[str], i: int, j: int, step: int) -> tuple[int, int]:
    """Walk from (i, j) while words agree, hopping small edits; the last agreeing position."""
    last = (i, j)
    while 0 <= i < len(a) and 0 <= j < len(b):
        if a[i] == b[j]:
            last = (i, j)
            i, j = i + step, j + step
            continue
        hop = _resync(a, b, i, j, step)
        if hop is None:
            break
        i, j = hop
    return last


def align(a: Sequence[Word], b: Sequence[Word], seeds: Sequence[tuple[int, int]]) -> list[Match]:
    """Maximal copied passages through the seeds, none inside another."""
    left, right = [w.text for w in a], [w.text for w in b]
    found: list[Match] = []
    for i, j in seeds:
        if any(m.a0 <= i < m.a1 and m.b0 <= j < m.b1 for m in found):
            continue
        a0, b0 = _extend(left, right, i, j, -1)
        a1, b1 = _extend(left, right, i, j, 1)
        match = Match(a0, a1 + 1, b0, b1 + 1)
        if _is_copy(left[match.a0 : match.a1], right[match.b0 : match.b1]):
            found.append(match)
    return found


def _is_copy(a: Sequence[str], b: Sequence[str]) -> bool:
    return min(len(a), len(b)) >= SHORTEST and Indel.normalized_similarity(a, b) >= SAME
