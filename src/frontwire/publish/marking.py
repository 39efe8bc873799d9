"""Split a sentence into pieces with the marks that lie on each, ready for a template to escape and draw."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A named span in offsets of the whole report."""

    start: int
    end: int
    name: str


def marked(text: str, offset: int, marks: Sequence[Mark], shared: Sequence[Mark] = ()) -> list[dict[str, str]]:
    """Pieces of ``text`` (which starts at ``offset``), each with the classes of the marks that cover it."""
    inside = [m for m in (*marks, *shared) if m.start < offset + len(text) and offset < m.end]
    cuts = sorted({0, len(text), *(min(max(p - offset, 0), len(text)) for m in inside for p in (m.start, m.end))})
    return [
        {
            "text": text[a:b],
            "marks": " ".join(dict.fromkeys(m.name for m in inside if m.start - offset <= a and b <= m.end - offset)),
        }
        for a, b in itertools.pairwise(cuts)
    ]
