"""Standoff annotations of real text -> reports in the corpus' own form.

The texts themselves stay outside the repository (``shared/realtext``, CC BY-SA 4.0 and government licences; passages of
the English Web Treebank, CC BY-SA 4.0); the corpus holds only ids, SHA-256 and offsets. A text whose digest does not
match is refused.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
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


def texts(path: Path) -> dict[str, str]:
    """The texts of a ``texts.jsonl`` by id."""
    return {r["id"]: r["text"] for r in map(json.loads, path.read_text("utf-8").splitlines())}


#: The treebank writes clitics apart ("Iran 's"); in running text they lean on the word.
CLITIC = re.compile(r" '(s|re|ve|ll|d|m)\b")


def passages(treebank: Path, ids: Iterable[str]) -> dict[str, str]:
    """Running text of treebank passages. An id is ``ewt:<document>#<first>-<last sentence>``, both counted in."""
    wanted = {key: key.removeprefix("ewt:").rsplit("#", 1) for key in ids}
    sents: dict[tuple[str, int], str] = {}
    documents = {name for name, _ in wanted.values()}
    for row in map(json.loads, treebank.read_text("utf-8").splitlines()):
        name, number = row["id"].split("#")
        if name in documents:
            words = zip(row["tokens"], row["space_after"], strict=True)
            sents[name, int(number)] = CLITIC.sub(r"'\1", "".join(w + " " * gap for w, gap in words).strip())
    out = {}
    for key, (name, span) in wanted.items():
        first, last = map(int, span.split("-"))
        out[key] = " ".join(sents[name, n] for n in range(first, last + 1) if (name, n) in sents)
    return out


def ids(annotations: Path) -> list[str]:
    return [json.loads(line)["id"] for line in annotations.read_text("utf-8").splitlines()]


def reports(annotations: Path, by_id: Mapping[str, str]) -> list[dict[str, Any]]:
    """Annotated items as reports with ``sents`` and ``claims``.

    Raises ValueError where a text is not the one that was annotated.
    """
    out = []
    for row in map(json.loads, annotations.read_text("utf-8").splitlines()):
        text = by_id[row["id"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{annotations}: the text of {row['id']} is not the one that was annotated")
        sents = document(Report(report_id=row["id"], text=text)).sentences
        claims = [c for c in (claim(r, text, sents) for r in row["claims"]) if c]
        out.append({"id": row["id"], "sents": [text[a:b] for a, b in sents], "claims": claims})
    return out
