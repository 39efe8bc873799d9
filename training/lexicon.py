"""Count how often each word of the training texts is a trigger (``python -m training.lexicon``).

Reads what ``training.train`` reads, the held-out reports left out, and writes the counts beside the bundled model.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from frontwire.extraction.encoding import Encoder
from frontwire.extraction.lexicon import LEXICON, Counts
from training.data import trigger_examples
from training.material import annotated, sources
from training.paths import MODEL_DIR, base_model


def counted(reports: Iterable[dict[str, Any]], encoder: Encoder) -> Counts:
    """Lower-case word form -> (times seen, times part of a trigger), in alphabetical order."""
    seen: Counter[str] = Counter()
    events: Counter[str] = Counter()
    for report in reports:
        for example in trigger_examples(report, encoder):
            for (_, s, w), label in zip(example.window.slots, example.labels, strict=True):
                start, end = encoder.pieces(report["sents"][s]).words[w]
                word = report["sents"][s][start:end].lower()
                seen[word] += 1
                events[word] += label > 0
    return {word: (seen[word], events[word]) for word in sorted(seen)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sources(parser)
    parser.add_argument("-o", "--output", type=Path, default=MODEL_DIR / LEXICON)
    args = parser.parse_args()
    encoder = Encoder(base_model() / "tokenizer.json")
    rows = counted(annotated(args.corpus, args.realtext, args.treebank), encoder)
    args.output.write_text(json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
