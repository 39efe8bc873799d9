"""Speed and memory of a whole build (``python -m benchmarks.speed [REPORTS.jsonl ...]``).

Reports are taken twenty times over (each copy with an outlet of its own would be a copy family of twenty, so copies
are told apart by their id alone), built end to end in a fresh folder. Prints reports a second, the share of time inside
the encoder, the peak of resident memory, and the ratio of both passes to plain forward passes over the same windows.
Without arguments it reads the annotated real reports where they are present, else the bundled examples.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from frontwire.build import build
from frontwire.extraction.extractor import BundledExtractor
from frontwire.progress import Progress
from frontwire.reading.document import document
from frontwire.reading.reader import read_all
from frontwire.records import Report

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
COPIES = int(os.environ.get("COPIES", "20"))


class Clock(Progress):
    """Seconds each stage took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.current, self.began = "", time.perf_counter()

    def stage(self, name: str, total: int | None = None) -> None:
        now = time.perf_counter()
        if self.current:
            self.seconds[self.current] = self.seconds.get(self.current, 0.0) + now - self.began
        self.current, self.began = name, now


def inputs() -> list[Path]:
    gold = sorted(GOLD.glob("reports-*.jsonl"))
    return [Path(a) for a in sys.argv[1:]] or gold or [ROOT / "examples" / "reports"]


def multiplied(paths: Sequence[Path], target: Path) -> list[Report]:
    reports = [r for r in read_all(paths) if isinstance(r, Report)]
    with target.open("w", encoding="utf-8") as file:
        for n in range(COPIES):
            for r in reports:
                row = {"id": f"{r.report_id}-{n}", "outlet": r.outlet, "published": r.published, "text": r.text}
                file.write(json.dumps(row) + "\n")
    return reports


def plain_forward(extractor: BundledExtractor, reports: Sequence[Report]) -> float:
    """Share of the extractor's time that a bare forward pass over the same windows takes (1 = no overhead)."""
    documents = [document(r) for r in reports] * 5
    extractor.model.seconds = 0.0
    began = time.perf_counter()
    extractor.extract(documents)
    return extractor.model.seconds / (time.perf_counter() - began)


def main() -> None:
    extractor = BundledExtractor()
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        reports = multiplied(inputs(), Path(folder) / "in.jsonl")
        began = time.perf_counter()
        build([Path(folder) / "in.jsonl"], Path(folder) / "out", extractor=extractor, progress=clock)
        total = time.perf_counter() - began
    clock.stage("")
    n = len(reports) * COPIES
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"machine: {platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    print(f"reports: {n} ({len(reports)} x {COPIES}), {total:.1f} s end to end, {n / total:.1f} reports/s")
    print(f"inside the encoder: {extractor.model.seconds:.1f} s, {extractor.model.seconds / total:.0%} of the build")
    for name, seconds in clock.seconds.items():
        print(f"  {name:<24} {seconds:6.1f} s  {seconds / total:.0%}")
    print(f"peak resident memory: {peak:.0f} MiB")
    print(f"extraction against a plain forward pass over the same windows: {plain_forward(extractor, reports):.2f}")


if __name__ == "__main__":
    main()
