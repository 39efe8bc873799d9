"""Disjoint sets over any hashable, orderable items; groups come out sorted, so results never depend on order."""

from __future__ import annotations

from collections import defaultdict
from typing import Generic, TypeVar

T = TypeVar("T")


class UnionFind(Generic[T]):
    """``join`` two items, read the ``groups``."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}

    def find(self, item: T) -> T:
        """The item standing for ``item``'s set; adds the item if it is new."""
        root = item
        while self._parent.setdefault(root, root) != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, a: T, b: T) -> None:
        self._parent[self.find(a)] = self.find(b)

    def groups(self) -> list[list[T]]:
        """All sets, each sorted, ordered by their smallest item."""
        sets: defaultdict[T, list[T]] = defaultdict(list)
        for item in list(self._parent):
            sets[self.find(item)].append(item)
        return sorted(sorted(members) for members in sets.values())  # type: ignore[type-var]
