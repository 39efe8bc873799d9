"""What was read wrongly, one record an error, with its context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from frontwire.evaluation.annotated import AnnotatedReport, Span
from frontwire.evaluation.matching import match
from frontwire.records import Draft

MISSED, SPURIOUS, MISTYPED = "missed", "spurious", "mistyped"
KINDS = (MISSED, SPURIOUS, MISTYPED, "role missed", "role spurious", "status", "background")
AROUND = 90  # characters of context on each side


@dataclass(frozen=True, slots=True)
class Error:
    """``label`` is the event type or the role; ``got`` and ``wanted`` are what differs, empty where there is none."""

    kind: str
    report_id: str
    label: str
    got: str
    wanted: str
    before: str
    words: str
    after: str


def errors(report: AnnotatedReport, drafts: Sequence[Draft]) -> Iterator[Error]:
    """Every difference between what was read and what was annotated, claims before roles."""
    found = match(drafts, report.claims)
    other = {id(d) for d, _ in found.mistyped}, {id(a) for _, a in found.mistyped}
    for draft, wanted in found.mistyped:
        yield _error(report, MISTYPED, wanted.type, draft.type, wanted.type, wanted.span)
    for annotation in found.missed:
        if id(annotation) not in other[1]:
            yield _error(report, MISSED, annotation.type, "", annotation.type, annotation.span)
    for draft in found.spurious:
        if id(draft) not in other[0]:
            yield _error(report, SPURIOUS, draft.type, draft.type, "", (draft.start, draft.end))
    for (draft, annotation), fillers in zip(found.hits, found.fillers, strict=True):
        if draft.status.value != annotation.status:
            yield _error(report, "status", draft.type, draft.status.value, annotation.status, annotation.span)
        if draft.background != annotation.background:
            got, wanted_ = ("recap" if x else "news" for x in (draft.background, annotation.background))
            yield _error(report, "background", draft.type, got, wanted_, annotation.span)
        for role, mention, span in fillers:
            if mention is None and span is not None:
                yield _error(report, "role missed", role, "", _words(report, span), annotation.span)
            elif mention is not None and span is None:
                yield _error(report, "role spurious", role, mention.text, "", annotation.span)


def _words(report: AnnotatedReport, span: Span) -> str:
    return report.document.report.text[span[0] : span[1]]


def _error(report: AnnotatedReport, kind: str, label: str, got: str, wanted: str, span: Span) -> Error:
    text = report.document.report.text
    start, end = span
    return Error(
        kind, report.document.report.report_id, label, got, wanted,
        text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND],
    )  # fmt: skip
