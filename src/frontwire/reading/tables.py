"""Inputs that hold many reports: JSON lines and CSV. A bad row is one Skip; the others go on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from frontwire.records import Skip


def read_jsonl(text: str, path: str) -> Iterator[tuple[dict[str, object], str] | Skip]:
    """(fields, "file:line") of every line."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            yield Skip(path=where, reason=f"is not valid JSON ({error})", remedy="one JSON object a line")
            continue
        if not isinstance(row, dict):
            yield Skip(path=where, reason="is not a JSON object", remedy='write {"text": "…"} on each line')
            continue
        yield row, where


def read_csv(text: str, path: str) -> Iterator[tuple[dict[str, object], str] | Skip]:
    """(fields, "file:row") of every row; the header must name a ``text`` column."""
    csv.field_size_limit(100_000_000)
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if "text" not in (reader.fieldnames or ()):
        yield Skip(path=path, reason="has no column named text", remedy="name the columns in the first row")
        return
    try:
        for row in reader:
            yield {k: v for k, v in row.items() if k}, f"{path}:{reader.line_num}"
    except csv.Error as error:
        yield Skip(
            path=f"{path}:{reader.line_num}", reason=f"is broken CSV ({error})", remedy="quote fields that hold quotes"
        )
