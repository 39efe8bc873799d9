"""Which read claims answer which annotated ones: spans overlap, types agree, nothing is used twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from frontwire.evaluation.annotated import Annotation, Span
from frontwire.records import Draft
from frontwire.shapes import Mention


def overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


@dataclass(frozen=True, slots=True)
class Matched:
    """One report's outcome. ``fillers`` belong to ``hits`` pairwise: (role, got, wanted), one of them None if unmatched."""

    hits: tuple[tuple[Draft, Annotation], ...]
    missed: tuple[Annotation, ...]
    spurious: tuple[Draft, ...]
    mistyped: tuple[tuple[Draft, Annotation], ...]  # of missed and spurious: same words, another type
    fillers: tuple[tuple[tuple[str, Mention | None, Span | None], ...], ...]


def match(drafts: Sequence[Draft], wanted: Sequence[Annotation]) -> Matched:
    """Greedy in text order, as the published scorer does it."""
    free, hits, spurious = list(wanted), [], []
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        found = next((a for a in free if a.type == draft.type and overlap(a.span, (draft.start, draft.end))), None)
        if found is None:
            spurious.append(draft)
        else:
            free.remove(found)
            hits.append((draft, found))
    mistyped, rest = [], list(spurious)
    for annotation in free:
        other = next((d for d in rest if overlap(annotation.span, (d.start, d.end))), None)
        if other:
            rest.remove(other)
            mistyped.append((other, annotation))
    return Matched(tuple(hits), tuple(free), tuple(spurious), tuple(mistyped), tuple(_fillers(d, a) for d, a in hits))


def _fillers(draft: Draft, wanted: Annotation) -> tuple[tuple[str, Mention | None, Span | None], ...]:
    left = list(wanted.roles)
    out: list[tuple[str, Mention | None, Span | None]] = []
    for role, mention in draft.roles:
        same = next((x for x in left if x[0] == role and overlap(x[1], (mention.start, mention.end))), None)
        if same:
            left.remove(same)
        out.append((role, mention, same[1] if same else None))
    return (*out, *((role, None, span) for role, span in left))
