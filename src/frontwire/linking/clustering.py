"""Average linkage under must-link and cannot-link.

On a dense synthetic front average linkage reached B³ .887 against .847 for connected components, which chain
neighbouring strikes into one (anchors corroboration 2.2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from frontwire.unionfind import UnionFind

Pair = tuple[int, int]
NEVER = -1e6  # a human "different": no average may overcome it
ALWAYS = 1e3  # a human "same"


def cluster(
    size: int,
    weights: Mapping[Pair, float],
    *,
    threshold: float,
    blocked: float,
    same: Sequence[Pair] = (),
    different: Sequence[Pair] = (),
) -> list[list[int]]:
    """Groups of 0..size-1, each sorted. ``weights`` holds compared pairs (i < j); all other pairs count as ``blocked``."""
    union: UnionFind[int] = UnionFind()
    for i in range(size):
        union.find(i)
    for (i, j), w in weights.items():
        if w >= threshold - 2:  # far weaker pairs cannot lift an average over the threshold
            union.join(i, j)
    for i, j in same:
        union.join(i, j)
    out: list[list[int]] = []
    for component in union.groups():
        matrix = _matrix(component, weights, blocked, same, different)
        out += [[component[i] for i in group] for group in average_linkage(matrix, threshold)]
    return sorted(sorted(g) for g in out)


def _matrix(
    component: Sequence[int],
    weights: Mapping[Pair, float],
    blocked: float,
    same: Sequence[Pair],
    different: Sequence[Pair],
) -> NDArray[np.float64]:
    at = {c: n for n, c in enumerate(component)}
    matrix = np.full((len(component), len(component)), blocked)
    for x, i in enumerate(component):
        for j in component[x + 1 :]:
            matrix[x, at[j]] = matrix[at[j], x] = weights.get((i, j), blocked)
    for value, pairs in ((ALWAYS, same), (NEVER, different)):
        for i, j in pairs:
            if i in at and j in at:
                matrix[at[i], at[j]] = matrix[at[j], at[i]] = value
    return matrix


def average_linkage(matrix: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Merge the pair of clusters with the highest mean weight until none reaches ``threshold``; ties go to low indexes."""
    members: list[list[int] | None] = [[i] for i in range(len(matrix))]
    mean = matrix.astype(float).copy()
    np.fill_diagonal(mean, -np.inf)
    while len(mean) > 1:
        flat = int(mean.argmax())
        i, j = sorted(divmod(flat, len(mean)))
        if mean[i, j] < threshold:
            break
        left, right = members[i], members[j]
        assert left is not None and right is not None
        n, m = len(left), len(right)
        merged = (n * mean[i] + m * mean[j]) / (n + m)
        mean[i], mean[:, i] = merged, merged
        mean[i, i] = -np.inf
        mean[j], mean[:, j] = -np.inf, -np.inf
        members[i], members[j] = sorted(left + right), None
    return [g for g in members if g]
