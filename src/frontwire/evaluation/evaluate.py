"""Read annotated reports with an extractor and score what it says."""

from __future__ import annotations

from collections.abc import Sequence

from frontwire.evaluation.annotated import AnnotatedReport
from frontwire.evaluation.errors import Error, errors
from frontwire.evaluation.scoring import Scores, score
from frontwire.extraction.extractor import Extractor
from frontwire.progress import Progress


def evaluate(
    extractor: Extractor, reports: Sequence[AnnotatedReport], progress: Progress | None = None
) -> tuple[Scores, list[Error]]:
    """Scores over all reports, and every error in report order."""
    progress = progress or Progress()
    progress.stage("claims", len(reports))
    drafts = []
    for one in reports:
        drafts += extractor.extract([one.document])
        progress.advance()
    scores = score((own, r.claims) for own, r in zip(drafts, reports, strict=True))
    return scores, [e for own, r in zip(drafts, reports, strict=True) for e in errors(r, own)]
