"""What a model may learn from: the written reports, the real items and passages whose texts are at hand, the held-out ones left out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from training import realtext
from training.data import held_out, reports
from training.paths import CORPUS


def real(corpus: Path, texts: Path | None, treebank: Path | None) -> list[dict[str, Any]]:
    """The annotated real items and passages whose texts are at hand."""
    rows = realtext.reports(corpus / "realtext.jsonl", realtext.texts(texts)) if texts else []
    if treebank:
        passages = corpus / "treebank.jsonl"
        rows += realtext.reports(passages, realtext.passages(treebank, realtext.ids(passages)))
    return rows


def annotated(corpus: Path, texts: Path | None, treebank: Path | None) -> list[dict[str, Any]]:
    """Everything a model may learn from: all annotated reports but the held-out ones."""
    return [r for r in reports(corpus) + real(corpus, texts, treebank) if not held_out(r["id"])]


def sources(parser: argparse.ArgumentParser) -> None:
    """The options that say where the annotated texts lie."""
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--realtext", type=Path, help="texts.jsonl that corpus/realtext.jsonl annotates")
    parser.add_argument("--treebank", type=Path, help="ewt-propbank.jsonl: corpus/treebank.jsonl and the negatives")
