"""Claims against annotated reports (``python -m benchmarks.claims``): typed triggers, roles, status, background, calibration.

Two sets: the corpus reports held out of training, everywhere; the annotated real reports, where they are present
beside the repository (their texts stay out of it).
"""

from __future__ import annotations

from pathlib import Path

from frontwire.evaluation.annotated import AnnotatedReport, read, report
from frontwire.evaluation.evaluate import evaluate
from frontwire.extraction.extractor import BundledExtractor
from training.data import held_out, reports
from training.paths import CORPUS

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"


def held_out_set() -> list[AnnotatedReport]:
    """Corpus reports never trained on, with the sentence bounds they were written with."""
    return [report(row) for row in reports(CORPUS) if held_out(row["id"])]


def real_set() -> list[AnnotatedReport]:
    """The annotated real reports; empty where they are not present."""
    return [r for file in sorted(GOLD.glob("gold-*.jsonl")) for r in read(file)]


def main() -> None:
    extractor = BundledExtractor()
    for name, data in (("held-out corpus", held_out_set()), ("real reports", real_set())):
        figures = evaluate(extractor, data)[0].headline() if data else "not present"
        print(f"{name}: {len(data)} reports, {sum(len(r.claims) for r in data)} claims", figures)


if __name__ == "__main__":
    main()
