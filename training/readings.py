"""What the bundled model reads in a part of the corpus, in the corpus' own form (``python -m training.readings``).

python -m training.readings training/corpus/reports-5.jsonl -o readings.jsonl
python -m training.rereading list training/corpus/reports-5.jsonl 0 40 --flags readings.jsonl
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from frontwire.evaluation.annotated import AnnotatedReport, quote, report
from frontwire.extraction.extractor import BundledExtractor, Extractor
from frontwire.progress import Progress
from frontwire.records import Draft
from frontwire.store.situation_store import write_atomically
from frontwire.terminal import BuildProgress
from training.corrections import rows
from training.realtext import quoted

Row = dict[str, Any]


def claim(read: AnnotatedReport, draft: Draft) -> Row:
    text, sents = read.document.report.text, read.document.sentences
    roles: dict[str, list[str | Row]] = {}
    for role, mention in draft.roles:
        if (value := quoted(text, sents, draft.sentence, (mention.start, mention.end))) is not None:
            roles.setdefault(role, []).append(value)
    trigger = quote(text, draft.start, draft.end, sents[draft.sentence][0])
    head = {"type": draft.type, "s": draft.sentence, "trigger": trigger, "roles": roles}
    return head | {"status": draft.status.value, "background": draft.background}


def readings(part: list[Row], extractor: Extractor, progress: Progress | None = None) -> list[Row]:
    """``{"id", "claims"}`` for every report of ``part``."""
    progress = progress or Progress()
    progress.stage("reports", len(part))
    out = []
    for row in part:
        read = report(row)
        [drafts] = extractor.extract([read.document])
        out.append({"id": row["id"], "claims": [claim(read, d) for d in drafts]})
        progress.advance()
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", type=Path, help="reports-*.jsonl")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    with BuildProgress() as progress:
        found = readings(rows(args.part), BundledExtractor(), progress)
    lines = [json.dumps(r, ensure_ascii=False) + "\n" for r in found]
    write_atomically(args.output, "".join(lines).encode())


if __name__ == "__main__":
    main()
