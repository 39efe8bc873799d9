"""Read annotated reports with an extractor and score what it says."""

from __future__ import annotations

from collections.abc import Sequence

from frontwire.evaluation.annotated import AnnotatedReport
from frontwire.evaluation.errors import Error, errors
from frontwire.evaluation.scoring import Scores, score
from frontwire.extraction.extractor import Extractor


def evaluate(extractor: Extractor, reports: Sequence[AnnotatedReport]) -> tuple[Scores, list[Error]]:
    """Scores over all reports, and every error in report order."""
    drafts = extractor.extract([r.document for r in reports])
    scores = score((own, r.claims) for own, r in zip(drafts, reports, strict=True))
    return scores, [e for own, r in zip(drafts, reports, strict=True) for e in errors(r, own)]
