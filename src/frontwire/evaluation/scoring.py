"""Figures over matched claims: precision, recall, F1, status, background, calibration.

The counts are those of the published scorer for annotated reports: a trigger hits if it overlaps an annotated one of
the same type; a filler hits if its claim does and it overlaps a filler of the same role; fillers of missed claims are
missed, of spurious claims spurious.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from frontwire.evaluation.annotated import Annotation
from frontwire.evaluation.matching import Matched, match
from frontwire.records import Draft

BINS = 10  # equal-width confidence bins of the expected calibration error (Guo et al. 2017)


@dataclass(slots=True)
class Counts:
    """Hits, what was read, what was annotated."""

    hits: int = 0
    read: int = 0
    annotated: int = 0

    @property
    def precision(self) -> float:
        return self.hits / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        total = self.read + self.annotated
        return 2 * self.hits / total if total else 0.0


@dataclass(slots=True)
class Scores:
    """``status`` and ``background`` are hits over typed hits; ``bins`` hold (claims, hits, summed confidence)."""

    typed: Counts = field(default_factory=Counts)
    roles: Counts = field(default_factory=Counts)
    by_type: dict[str, Counts] = field(default_factory=dict)
    by_role: dict[str, Counts] = field(default_factory=dict)
    status: int = 0
    background: int = 0
    bins: list[list[float]] = field(default_factory=lambda: [[0.0, 0.0, 0.0] for _ in range(BINS)])

    @property
    def calibration_error(self) -> float:
        """Expected calibration error: mean gap of confidence and precision, weighted by claims."""
        total = sum(n for n, _, _ in self.bins)
        return sum(abs(hits - summed) for _, hits, summed in self.bins) / total if total else 0.0

    def headline(self) -> dict[str, float]:
        hits = max(1, self.typed.hits)
        return {
            "typed": round(self.typed.f1, 3),
            "roles": round(self.roles.f1, 3),
            "status": round(self.status / hits, 3),
            "background": round(self.background / hits, 3),
            "calibration_error": round(self.calibration_error, 3),
        }


def _count(
    counts: Counts, by: dict[str, Counts], name: str, *, read: int = 0, annotated: int = 0, hit: int = 0
) -> None:
    for each in (counts, by.setdefault(name, Counts())):
        each.read += read
        each.annotated += annotated
        each.hits += hit


def _add(scores: Scores, found: Matched, drafts: Sequence[Draft], wanted: Sequence[Annotation]) -> None:
    for draft in drafts:
        _count(scores.typed, scores.by_type, draft.type, read=1)
        for role, _ in draft.roles:
            _count(scores.roles, scores.by_role, role, read=1)
    for annotation in wanted:
        _count(scores.typed, scores.by_type, annotation.type, annotated=1)
        for role, _ in annotation.roles:
            _count(scores.roles, scores.by_role, role, annotated=1)
    for (draft, annotation), fillers in zip(found.hits, found.fillers, strict=True):
        _count(scores.typed, scores.by_type, draft.type, hit=1)
        scores.status += draft.status.value == annotation.status
        scores.background += draft.background == annotation.background
        for role, got, span in fillers:
            if got is not None and span is not None:
                _count(scores.roles, scores.by_role, role, hit=1)
    right = {id(d) for d, _ in found.hits}
    for draft in drafts:
        cell = scores.bins[min(BINS - 1, int(draft.confidence * BINS))]
        cell[0] += 1
        cell[1] += id(draft) in right
        cell[2] += draft.confidence


def score(pairs: Iterable[tuple[Sequence[Draft], Sequence[Annotation]]]) -> Scores:
    """Scores of read against annotated claims, one pair a report."""
    scores = Scores()
    for drafts, wanted in pairs:
        _add(scores, match(drafts, wanted), drafts, wanted)
    return scores
