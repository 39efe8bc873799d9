"""Exported tables (the format users script against): JSON lines, CSV with nested values as JSON, Parquet."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from frontwire.store.situation_store import TABLES, SituationError, SituationStore, write_atomically

FORMATS = ("jsonl", "csv", "parquet")


def export(store: SituationStore, table: str, form: str, target: Path | None) -> str | None:
    """Write ``table`` to ``target``, or return it as text where there is none. Parquet needs a target."""
    if form == "parquet":
        if target is None:
            raise SituationError("parquet is binary: name a file with -o")
        if table not in TABLES:
            raise SituationError(f"there is no table {table}: choose from {', '.join(TABLES)}")
        target.parent.mkdir(parents=True, exist_ok=True)
        name = str(target).replace("'", "''")
        store.con.execute(f"COPY (SELECT * FROM {table} ORDER BY ALL) TO '{name}' (FORMAT parquet)")
        return None
    rows = store.rows(table)
    text = (
        _csv(store, table, rows) if form == "csv" else "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    )
    if target is None:
        return text
    write_atomically(target, text.encode())
    return None


def _csv(store: SituationStore, table: str, rows: list[dict[str, object]]) -> str:
    columns = [name for name, *_ in store.con.execute(f"DESCRIBE {table}").fetchall()]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(c)) for c in columns])
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else value
