"""A report made ready for reading: its sentences, datelines and credits, all as spans of the stored text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontwire.reading.cleaning import Dateline, dateline, readable
from frontwire.reading.sentences import split
from frontwire.records import Report

HEADLINE, LETTERHEAD = 2, 8  # lines that may stand before a dateline
_CREDIT = re.compile(r"\(([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})\)\s*$")


@dataclass(frozen=True, slots=True)
class Document:
    """``sentences`` are (start, end) spans; a dateline is not part of its sentence."""

    report: Report
    sentences: tuple[tuple[int, int], ...]
    dateline: Dateline | None

    def sentence_texts(self) -> list[str]:
        return [self.report.text[s:e] for s, e in self.sentences]


def document(report: Report) -> Document:
    """Split a report. The dateline is looked for at the first lines: a headline may come first, or, where the dateline bears its
    day, an office's letterhead."""
    text = report.text
    spans: list[tuple[int, int]] = []
    found: Dateline | None = None
    for start, end in readable(text, report.title):
        for s, e in split(text, start, end):
            if found is None and len(spans) < LETTERHEAD:
                line = dateline(text[:e], s, dated=len(spans) > HEADLINE)
                if line:
                    found, s = line, line.end
            if s < e:
                spans.append((s, e))
    return Document(report, tuple(spans), found)


def agency(doc: Document) -> str | None:
    """The agency credited in the dateline, the byline or a closing "(Agency)"."""
    if doc.dateline and doc.dateline.agency:
        return doc.dateline.agency
    closing = _CREDIT.search(doc.report.text[-60:])
    if closing:
        return closing.group(1)
    byline = doc.report.byline or ""
    return byline if byline.isupper() and 1 < len(byline) < 20 else None
