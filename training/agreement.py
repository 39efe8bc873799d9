"""Agreement of two readings of the same reports (``python -m training.agreement [SECOND]``).

The second reading is scored against the corpus as if a reader had made it (typed triggers, roles, status, background,
by the rules of ``frontwire evaluate``); F1 is symmetric, so neither reading counts as right. Cohen's kappa of the
type is over the words that both readings marked.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from frontwire.evaluation.annotated import AnnotatedReport, read, report
from frontwire.evaluation.matching import match
from frontwire.evaluation.scoring import score
from frontwire.records import Draft, Mention, Status
from training.data import reports
from training.paths import CORPUS

SECOND = CORPUS / "second-reading.jsonl"


def as_drafts(reading: AnnotatedReport) -> list[Draft]:
    """The annotations of one reading in the form a reader's claims have, with certainty 1."""
    text, name = reading.document.report.text, reading.document.report.report_id
    return [
        Draft(
            report_id=name, sentence=0, start=c.span[0], end=c.span[1], type=c.type, status=Status(c.status),
            background=c.background, confidence=1.0, extractor="second reading",
            roles=tuple((r, Mention(text=text[a:b], start=a, end=b, report_id=name)) for r, (a, b) in c.roles),
        )
        for c in reading.claims
    ]  # fmt: skip


def kappa(pairs: Counter[tuple[str, str]]) -> float:
    """Cohen's kappa of (first, second) labels (Cohen 1960)."""
    total = sum(pairs.values())
    if not total:
        return 0.0
    agreed = sum(n for (a, b), n in pairs.items() if a == b) / total
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (a, b), n in pairs.items():
        first[a] += n
        second[b] += n
    chance = sum(first[name] * second[name] for name in first) / total**2
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0


def compare(first: list[AnnotatedReport], second: list[AnnotatedReport]) -> dict[str, float]:
    """Figures over reports paired by position. Raises ValueError where the two readings are not of the same text."""
    types: Counter[tuple[str, str]] = Counter()
    for a, b in zip(first, second, strict=True):
        if a.document.report.text != b.document.report.text:
            raise ValueError(f"{b.document.report.report_id}: the two readings are not of the same text")
        found = match(as_drafts(b), a.claims)
        types.update((wanted.type, draft.type) for draft, wanted in (*found.hits, *found.mistyped))
    scores = score((as_drafts(b), a.claims) for a, b in zip(first, second, strict=True))
    figures = {k: v for k, v in scores.headline().items() if k != "calibration_error"}
    return figures | {"type_kappa": round(kappa(types), 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("second", type=Path, nargs="?", default=SECOND)
    args = parser.parse_args()
    second = read(args.second)
    corpus = {row["id"]: row for row in reports(CORPUS)}
    first = [report(corpus[r.document.report.report_id]) for r in second]
    claims = (sum(len(r.claims) for r in some) for some in (first, second))
    print(f"{len(first)} reports, claims {' / '.join(map(str, claims))}: {json.dumps(compare(first, second))}")


if __name__ == "__main__":
    main()
