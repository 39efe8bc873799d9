"""Shared passages -> families, with a kind: copied, quoted or boilerplate."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from frontwire.reading.cleaning import readable
from frontwire.records import Passage, PassageKind, Report, content_id
from frontwire.reuse.alignment import align
from frontwire.reuse.fingerprints import Word, seeds, words
from frontwire.unionfind import UnionFind

Node = tuple[int, int, int]  # document, first word, past-last word
OVERLAP = 0.5  # share of the shorter span that makes two spans of one report the same passage
STOCK = 3  # reports of one outlet, and of no other, that make a passage that outlet's boilerplate


def find_passages(reports: Sequence[Report]) -> list[Passage]:
    """Every passage that stands in two or more reports, in a stable order whatever the order of reports."""
    ordered = sorted(reports, key=lambda r: (r.published is None, r.published or "", r.report_id))
    documents = [words(r.text, readable(r.text, r.title)) for r in ordered]
    groups = _families(_matches(documents), documents)
    passages = [p for group in groups for p in _family(group, ordered, documents)]
    return sorted(passages, key=lambda p: (p.report_id, p.start, p.end, p.family_id))


def _matches(documents: Sequence[Sequence[Word]]) -> list[tuple[Node, Node]]:
    found = []
    for (a, b), shared in seeds(documents).items():
        for m in align(documents[a], documents[b], shared):
            found.append(((a, m.a0, m.a1), (b, m.b0, m.b1)))
    return found


def _families(matches: Sequence[tuple[Node, Node]], documents: Sequence[Sequence[Word]]) -> list[list[Node]]:
    """Aligned spans belong together, and so do spans of one report that overlap by half of the shorter."""
    union: UnionFind[Node] = UnionFind()
    by_document: defaultdict[int, list[Node]] = defaultdict(list)
    for a, b in matches:
        union.join(a, b)
        by_document[a[0]].append(a)
        by_document[b[0]].append(b)
    for nodes in by_document.values():
        nodes.sort()
        for i, x in enumerate(nodes):
            for y in nodes[i + 1 :]:
                if y[1] >= x[2]:
                    break
                if min(x[2], y[2]) - y[1] >= OVERLAP * min(x[2] - x[1], y[2] - y[1]):
                    union.join(x, y)
    return [sorted(g) for g in union.groups()]


def _family(group: Sequence[Node], reports: Sequence[Report], documents: Sequence[Sequence[Word]]) -> list[Passage]:
    extents: dict[int, tuple[int, int]] = {}
    for d, first, last in group:
        a, b = extents.get(d, (first, last))
        extents[d] = (min(a, first), max(b, last))
    spans = {d: (documents[d][a].start, documents[d][b - 1].end) for d, (a, b) in extents.items()}
    first = min(spans)  # reports are in order of publication
    text = reports[first].text[slice(*spans[first])]
    family = content_id("f", " ".join(w.text for w in words(text)))
    kind = _kind(spans, reports)
    return [
        Passage(
            family_id=family,
            report_id=reports[d].report_id,
            start=s,
            end=e,
            kind=kind,
            text=reports[d].text[s:e],
            earliest=d == first,
        )
        for d, (s, e) in spans.items()
    ]


def _kind(spans: dict[int, tuple[int, int]], reports: Sequence[Report]) -> PassageKind:
    if all(_in_quotes(reports[d].text, s, e) for d, (s, e) in spans.items()):
        return PassageKind.QUOTED
    outlets = {reports[d].outlet for d in spans}
    if len(spans) >= STOCK and len(outlets) == 1 and None not in outlets:
        return PassageKind.BOILERPLATE
    return PassageKind.COPIED


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Is most of the span inside quotation marks? Quoting one speaker is a common source, not a copy."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    inside = 0
    for m in re.finditer(r"[\"“]([^\"“”]+)[\"”]", line):
        a, b = line_start + m.start(1), line_start + m.end(1)
        inside += max(0, min(b, end) - max(a, start))
    return inside >= 0.7 * (end - start)
