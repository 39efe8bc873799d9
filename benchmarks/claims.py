"""Claims against annotated reports (``python -m benchmarks.claims``): typed triggers, roles, status, background.

Two sets: the corpus reports held out of training, everywhere; the annotated real reports, where they are present
beside the repository (their texts stay out of it). A trigger hits if it overlaps a gold trigger of the same type that
no other took; a filler if its claim hits and it overlaps a gold filler of the same role.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frontwire.extraction.extractor import BundledExtractor
from frontwire.reading.document import Document, document
from frontwire.records import Draft, Report
from training.data import fillers, find, held_out, reports
from training.paths import CORPUS

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated claim: offsets into the report's text."""

    type: str
    span: Span
    status: str
    background: bool
    roles: tuple[tuple[str, Span], ...]


def held_out_set() -> list[tuple[Document, list[Gold]]]:
    """Held-out corpus reports as single-space joined texts with their own sentence bounds."""
    found = []
    for row in reports(CORPUS):
        if not held_out(row["id"]):
            continue
        starts, at = [], 0
        for sentence in row["sents"]:
            starts.append(at)
            at += len(sentence) + 1
        text = " ".join(row["sents"])
        spans = tuple((s, s + len(t)) for s, t in zip(starts, row["sents"], strict=True))
        report = Report(report_id=row["id"], text=text)
        found.append((Document(report, spans, None), [_gold(c, row["sents"], starts) for c in row["claims"]]))
    return found


def _gold(claim: dict[str, Any], sents: list[str], starts: list[int]) -> Gold:
    base = starts[claim["s"]]
    start, end = find(sents[claim["s"]], claim["trigger"])
    roles = tuple((r, (starts[s] + a, starts[s] + b)) for r, s, a, b in fillers(claim, sents))
    return Gold(claim["type"], (base + start, base + end), claim["status"], bool(claim["background"]), roles)


def real_set() -> list[tuple[Document, list[Gold]]]:
    """The annotated real reports; empty where they are not present."""
    found = []
    for file in sorted(GOLD.glob("gold-*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            claims = [
                Gold(
                    c["type"],
                    (c["start"], c["end"]),
                    c["status"],
                    bool(c["background"]),
                    tuple((r, (a, b)) for r, spans in c["roles"].items() for a, b in spans),
                )
                for c in row["claims"]
            ]
            found.append((document(Report(report_id=row["id"], text=row["text"])), claims))
    return found


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _f1(hits: int, said: int, wanted: int) -> float:
    return 2 * hits / (said + wanted) if said + wanted else 0.0


def score(pairs: Sequence[tuple[Sequence[Draft], Sequence[Gold]]]) -> dict[str, float]:
    """{typed, roles (F1), status, background (accuracy over hits)}."""
    typed = roles = said = wanted = said_roles = wanted_roles = status = background = 0
    for drafts, gold in pairs:
        free = list(gold)
        said, wanted = said + len(drafts), wanted + len(gold)
        wanted_roles += sum(len(g.roles) for g in gold)
        for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
            said_roles += len(draft.roles)
            hit = next((g for g in free if g.type == draft.type and _overlap(g.span, (draft.start, draft.end))), None)
            if hit is None:
                continue
            free.remove(hit)
            typed += 1
            status += draft.status.value == hit.status
            background += draft.background == hit.background
            left = list(hit.roles)
            for role, mention in draft.roles:
                same = next((x for x in left if x[0] == role and _overlap(x[1], (mention.start, mention.end))), None)
                if same:
                    left.remove(same)
                    roles += 1
    return {
        "typed": round(_f1(typed, said, wanted), 3), "roles": round(_f1(roles, said_roles, wanted_roles), 3),
        "status": round(status / max(1, typed), 3), "background": round(background / max(1, typed), 3),
    }  # fmt: skip


def evaluate(extractor: BundledExtractor, data: Sequence[tuple[Document, list[Gold]]]) -> dict[str, float]:
    drafts = extractor.extract([d for d, _ in data])
    return score([(own, gold) for own, (_, gold) in zip(drafts, data, strict=True)])


def main() -> None:
    extractor = BundledExtractor()
    for name, data in (("held-out corpus", held_out_set()), ("real reports", real_set())):
        print(f"{name}: {len(data)} reports", evaluate(extractor, data) if data else "not present")


if __name__ == "__main__":
    main()
