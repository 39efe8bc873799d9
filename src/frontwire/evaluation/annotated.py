"""Annotated reports from JSON Lines, in either of two forms.

* offsets: ``{"id", "text", "claims": [{"type", "start", "end", "status", "background", "roles": {role: [[start, end]]}}]}``
* quotes (the claim corpus): ``{"id", "sents", "claims": [{"type", "s", "trigger", "roles": {role: [words]}, …}]}``; a filler
  is words of the claim's own sentence or ``{"s": other sentence, "t": words}``; ``words#2`` is their second occurrence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frontwire.extraction.labels import EVENT_TYPES, ROLES, STATUSES
from frontwire.reading.document import Document, document
from frontwire.records import Report

Span = tuple[int, int]


class AnnotationError(ValueError):
    """A file that cannot be scored against; the message names file, line and remedy."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated claim: ``span`` and fillers are character offsets into the report's text."""

    type: str
    span: Span
    status: str
    background: bool
    roles: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    document: Document
    claims: tuple[Annotation, ...]


def find(sentence: str, words: str) -> Span:
    """Where ``words`` (or ``words#n``, the n-th occurrence) stand in ``sentence``. Raises ValueError if they do not."""
    wanted, nth = words, 1
    head, mark, number = words.rpartition("#")
    if mark and number.isdigit():
        wanted, nth = head, int(number)
    at = -1
    for _ in range(nth):
        at = sentence.index(wanted, at + 1)
    return at, at + len(wanted)


def quote(text: str, start: int, end: int, begin: int = 0) -> str:
    """The inverse of ``find``: ``text[start:end]`` as words or ``words#n``, occurrences counted from ``begin`` on."""
    words = text[start:end]
    nth, at = 1, text.index(words, begin)
    while at < start:
        nth, at = nth + 1, text.index(words, at + 1)
    return words if nth == 1 else f"{words}#{nth}"


def fillers(claim: dict[str, Any], sents: list[str]) -> Iterator[tuple[str, int, int, int]]:
    """(role, sentence, start, end) of every filler of a claim in the quoted form."""
    for role, values in claim.get("roles", {}).items():
        for value in values:
            s, words = (value["s"], value["t"]) if isinstance(value, dict) else (claim["s"], value)
            yield (role, s, *find(sents[s], words))


def _from_quotes(row: dict[str, Any]) -> AnnotatedReport:
    sents: list[str] = row["sents"]
    starts, at = [], 0
    for sentence in sents:
        starts.append(at)
        at += len(sentence) + 1
    spans = tuple((a, a + len(t)) for a, t in zip(starts, sents, strict=True))
    claims = []
    for c in row["claims"]:
        base = starts[c["s"]]
        start, end = find(sents[c["s"]], c["trigger"])
        roles = tuple((r, (starts[s] + a, starts[s] + b)) for r, s, a, b in fillers(c, sents))
        claims.append(_annotation(c, (base + start, base + end), roles))
    report = Report(report_id=str(row.get("id", "")), text=" ".join(sents), title=row.get("title"))
    return AnnotatedReport(Document(report, spans, None), tuple(claims))


def _from_offsets(row: dict[str, Any]) -> AnnotatedReport:
    text: str = row["text"]
    claims = []
    for c in row["claims"]:
        roles = tuple((r, (int(a), int(b))) for r, spans in c.get("roles", {}).items() for a, b in spans)
        span = (int(c["start"]), int(c["end"]))
        if not all(0 <= a < b <= len(text) for a, b in (span, *(s for _, s in roles))):
            raise ValueError(f"a {c['type']} claim lies outside the text")
        claims.append(_annotation(c, span, roles))
    return AnnotatedReport(document(Report(report_id=str(row.get("id", "")), text=text)), tuple(claims))


def _annotation(claim: dict[str, Any], span: Span, roles: tuple[tuple[str, Span], ...]) -> Annotation:
    status = claim.get("status", "actual")
    unknown = [n for n in (claim["type"], status) if n not in (*EVENT_TYPES, *STATUSES)]
    unknown += [r for r, _ in roles if r not in ROLES]
    if unknown:
        raise ValueError(f"unknown name {unknown[0]!r}")
    return Annotation(claim["type"], span, status, bool(claim.get("background")), roles)


def report(row: dict[str, Any]) -> AnnotatedReport:
    """One parsed line. Raises LookupError, TypeError or ValueError where it is not in one of the two forms."""
    return _from_quotes(row) if "sents" in row else _from_offsets(row)


def read(path: Path) -> list[AnnotatedReport]:
    """All annotated reports of a JSON Lines file. Raises AnnotationError naming file and line."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationError(f"{path}: cannot be read ({error})") from error
    found = []
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(report(json.loads(line)))
        except (LookupError, TypeError, ValueError) as error:
            raise AnnotationError(f"{path}, line {n}: {_reason(error)}; see frontwire evaluate --help") from error
    if not found:
        raise AnnotationError(f"{path}: holds no annotated report")
    return found


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "is not JSON"
    return f"lacks {error}" if isinstance(error, KeyError) else str(error)
