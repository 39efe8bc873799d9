"""Annotated corpus -> training examples (windows plus label ids)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frontwire.evaluation.annotated import fillers, find
from frontwire.extraction.encoding import Encoder, Window
from frontwire.extraction.labels import EVENT_TYPES, ROLE_TAGS, STATUSES, TRIGGER_TAGS

IGNORE = -100  # a slot that has no label: torch leaves it out of the loss

TAG = {t: i for i, t in enumerate(TRIGGER_TAGS)}
ROLE = {t: i for i, t in enumerate(ROLE_TAGS)}


@dataclass(frozen=True, slots=True)
class Example:
    """One window with a label per slot; ``status`` and ``background`` only for role examples."""

    window: Window
    labels: tuple[int, ...]
    status: int = -1
    background: int = -1


def reports(folder: Path) -> list[dict[str, Any]]:
    """All annotated reports of ``folder``/reports-*.jsonl, in file order."""
    lines = (line for f in sorted(folder.glob("reports-*.jsonl")) for line in f.read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]


FAMILY = re.compile(r"(-f\d+)[a-z]$")  # b9-f01a, b9-f01b, …: several reports on one happening


def held_out(report_id: str) -> bool:
    """About one report or family in sixteen, by hash: never trained on, measured by the accuracy gate.

    Reports on one happening stay on one side, or a sentence copied within a family would be both learned and asked.
    """
    return hashlib.sha1(FAMILY.sub(r"\1", report_id).encode()).digest()[0] % 16 == 0


def tag(words: tuple[tuple[int, int], ...], start: int, end: int, name: str, tags: list[str]) -> None:
    """Write B-/I-``name`` over the words that overlap [start, end); earlier tags win."""
    hit = [w for w, (a, b) in enumerate(words) if a < end and start < b]
    if any(tags[w] != "O" for w in hit):
        return
    for n, w in enumerate(hit):
        tags[w] = ("B-" if n == 0 else "I-") + name


def trigger_examples(report: dict[str, Any], encoder: Encoder) -> Iterator[Example]:
    sents = report["sents"]
    for s, sentence in enumerate(sents):
        words = encoder.pieces(sentence).words
        tags = ["O"] * len(words)
        for claim in report["claims"]:
            if claim["s"] == s:
                tag(words, *find(sentence, claim["trigger"]), claim["type"], tags)
        window = encoder.trigger_window(sents, s)
        yield Example(window, tuple(TAG[tags[w]] for _, _, w in window.slots))


#: Parts whose claims were gone through for fillers in neighbouring sentences. In the other parts and the real texts such a filler
#: is at times marked and at times not, so their neighbouring sentences without one teach nothing.
FILLED = re.compile(r"a\d|c[34]-|[de]\d")


def role_examples(report: dict[str, Any], encoder: Encoder) -> Iterator[Example]:
    sents = report["sents"]
    filled = bool(FILLED.match(report["id"]))
    for claim in report["claims"]:
        assert claim["type"] in EVENT_TYPES, claim
        start, end = find(sents[claim["s"]], claim["trigger"])
        window = encoder.role_window(sents, claim["s"], start, end, claim["type"])
        inside = {s for _, s, _ in window.slots}
        tags = {s: ["O"] * len(encoder.pieces(sents[s]).words) for s in inside}
        for role, s, a, b in fillers(claim, sents):
            if s in inside:
                tag(encoder.pieces(sents[s]).words, a, b, role, tags[s])
        told = {s for s in inside if filled or s == claim["s"] or set(tags[s]) != {"O"}}
        labels = tuple(ROLE[tags[s][w]] if s in told else IGNORE for _, s, w in window.slots)
        status = STATUSES.index(claim.get("status", "actual"))
        yield Example(window, labels, status, int(bool(claim.get("background"))))
