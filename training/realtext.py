"""Standoff annotations of real text -> reports in the corpus' own form.

The texts themselves stay outside the repository (``shared/realtext``, CC BY-SA 4.0 and government licences); the
corpus holds only ids, SHA-256 and offsets. A text whose digest does not match is refused.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from frontwire.evaluation.annotated import Span, quote
from frontwire.reading.document import document
from frontwire.records import Report


def quoted(text: str, sents: tuple[Span, ...], own: int, span: Span) -> str | dict[str, Any] | None:
    """A filler as the corpus writes it; None where it does not lie inside one sentence."""
    start, end = span
    for s, (a, b) in enumerate(sents):
        if a <= start and end <= b:
            marked = quote(text, start, end, a)
            return marked if s == own else {"s": s, "t": marked}
    return None


def claim(row: dict[str, Any], text: str, sents: tuple[Span, ...]) -> dict[str, Any] | None:
    start, end = row["trigger"]
    own = next((s for s, (a, b) in enumerate(sents) if a <= start and end <= b), None)
    if own is None:
        return None
    found = {r: [quoted(text, sents, own, (a, b)) for a, b in spans] for r, spans in row["roles"].items()}
    roles = {r: [v for v in values if v is not None] for r, values in found.items()}
    head = {"type": row["type"], "s": own, "trigger": quoted(text, sents, own, (start, end)), "roles": roles}
    return head | {"status": row["status"], "background": row["background"]}


def reports(annotations: Path, texts: Path) -> list[dict[str, Any]]:
    """Annotated items as reports with ``sents`` and ``claims``.

    Raises ValueError where a text is not the one that was annotated.
    """
    by_id = {r["id"]: r for r in map(json.loads, texts.read_text("utf-8").splitlines())}
    out = []
    for row in map(json.loads, annotations.read_text("utf-8").splitlines()):
        source = by_id[row["id"]]
        text = source["text"]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{texts}: the text of {row['id']} is not the one that was annotated")
        sents = document(Report(report_id=row["id"], text=text, title=source.get("title"))).sentences
        claims = [c for c in (claim(r, text, sents) for r in row["claims"]) if c]
        out.append({"id": row["id"], "sents": [text[a:b] for a, b in sents], "claims": claims})
    return out
