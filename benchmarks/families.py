"""Reports of one happening told by several outlets (``python -m benchmarks.families``): do they meet in one incident?

The families of the corpus (ids like ``b9-f01a``, ``b9-f01b``) are built as one situation; a report belongs to the incident that
holds most of its claims. B³ over the reports, as score_gva.py counts it. The extractor was trained on most of these reports, the
linking rules were not written on them; families lie years apart, so precision says little and recall is the figure.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from frontwire.build import build
from frontwire.store.situation_store import SituationStore
from training.data import FAMILY, reports
from training.paths import CORPUS


def family_of() -> dict[str, str]:
    """Report id -> family, for all reports that have company."""
    ids = [r["id"] for r in reports(CORPUS) if FAMILY.search(r["id"])]
    return {i: FAMILY.sub(r"\1", i) for i in ids}


def clusters(folder: Path) -> dict[str, str]:
    """Report id -> the incident with most of its claims, ties to the smaller id; a report in none stands alone."""
    with SituationStore(folder) as store:
        rows = store.rows("claims")
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row["incident_id"]:
            votes[row["report_id"]][row["incident_id"]] += 1
    return {report: min(found, key=lambda i: (-found[i], i)) for report, found in votes.items()}


def b_cubed(wanted: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """(precision, recall, F1) over the reports of ``wanted`` (Bagga and Baldwin 1998)."""
    alone = {r: found.get(r, f"alone:{r}") for r in wanted}
    together = Counter((wanted[r], alone[r]) for r in wanted)
    sizes, truth = Counter(alone.values()), Counter(wanted.values())
    precision = sum(together[wanted[r], alone[r]] / sizes[alone[r]] for r in wanted) / len(wanted)
    recall = sum(together[wanted[r], alone[r]] / truth[wanted[r]] for r in wanted) / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    family = family_of()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        lines = [
            {
                "id": r["id"],
                "outlet": r["id"],
                "title": r["title"],
                "published": r["date"],
                "text": " ".join(r["sents"]),
            }
            for r in reports(CORPUS)
            if r["id"] in family
        ]
        source.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        build([source], Path(folder) / "situation")
        found = clusters(Path(folder) / "situation")
    precision, recall, f1 = b_cubed(family, found)
    print(
        f"{len(family)} reports, {len(set(family.values()))} families: B³ {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"
    )


if __name__ == "__main__":
    main()
