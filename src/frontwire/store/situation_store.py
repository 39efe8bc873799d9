"""A situation on disk: one DuckDB file, the immutable report texts, a manifest.

Every write is one transaction or one atomic rename, so the program can be killed at any instant and lose nothing.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from frontwire.records import Change, Draft, Incident, Judgement, Report
from frontwire.serial import from_json, to_json

R = TypeVar("R")
VIEWS = ("reports", "claims", "incidents", "control", "passages", "origins", "places", "times", "links")
TABLES = (
    "reports",
    "claims",
    "incidents",
    "control",
    "passages",
    "origins",
    "places",
    "times",
    "judgements",
    "changes",
    "links",
)


class SituationError(Exception):
    """A situation folder that cannot be used; the message says why and what to do."""


def write_atomically(path: Path, data: bytes) -> None:
    """Write to a temporary name beside ``path``, then rename: a reader sees the old or the new file, nothing between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".partial-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)


class SituationStore:
    """Open with ``create=True`` to build; without, the folder must hold a situation."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.folder = folder
        self.database = folder / "situation.duckdb"
        self.own_places = folder / "gazetteer.sqlite"
        if not create and not self.database.exists():
            raise SituationError(
                f"{folder} holds no situation: build one with `frontwire build REPORTS... -o {folder}`"
            )
        if create and folder.exists() and not folder.is_dir():
            raise SituationError(f"{folder} is a file: give -o the name of a folder")
        folder.mkdir(parents=True, exist_ok=True)
        try:
            self.con = duckdb.connect(str(self.database), read_only=not create)
        except duckdb.Error as error:
            raise SituationError(
                f"{self.database} cannot be opened ({error}): is another frontwire using it?"
            ) from error
        if create:
            self.con.execute((files("frontwire.store") / "schema.sql").read_text("utf-8"))

    def close(self) -> None:
        self.con.close()

    def __enter__(self) -> SituationStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- reports and drafts: what was put in -------------------------------------------------------------------

    def text_file(self, sha256: str) -> Path:
        return self.folder / "texts" / f"{sha256}.txt"

    def add_reports(self, reports: Sequence[Report]) -> None:
        """Store new reports; the text is written before the row that points at it."""
        for report in reports:
            file = self.text_file(report.sha256)
            if not file.exists():
                write_atomically(file, report.text.encode())
        rows = [
            (
                r.report_id,
                r.outlet,
                r.title,
                r.byline,
                r.published,
                r.published_precision,
                r.url,
                r.language,
                r.sha256,
                r.path,
            )
            for r in reports
        ]
        if rows:
            self._in_transaction(lambda: self.con.executemany("INSERT INTO input VALUES (?,?,?,?,?,?,?,?,?,?)", rows))

    def known(self) -> dict[str, str]:
        """report_id -> sha256 of every stored report."""
        return dict(self.con.execute("SELECT report_id, sha256 FROM input").fetchall())

    def reports(self) -> list[Report]:
        """All stored reports in a stable order. Raises SituationError where a text is missing or was altered."""
        rows = self.con.execute("SELECT * FROM input ORDER BY report_id").fetchall()
        return [Report(**dict(zip(_INPUT, row, strict=True)), text=self.text(row[8])) for row in rows]

    def text(self, sha256: str) -> str:
        file = self.text_file(sha256)
        try:
            return file.read_bytes().decode()
        except OSError as error:
            raise SituationError(f"{file} is missing: restore it, or build the situation anew") from error

    def drafts(self, extractor: str) -> dict[str, list[Draft]]:
        """Claims as extracted, by report, for one extractor version."""
        rows = self.con.execute("SELECT report_id, body FROM draft WHERE extractor = ?", [extractor]).fetchall()
        return {r: [from_json(Draft, d) for d in json.loads(body)] for r, body in rows}

    def add_drafts(self, extractor: str, drafts: Mapping[str, Sequence[Draft]]) -> None:
        rows = [(r, extractor, json.dumps(to_json(list(d)))) for r, d in drafts.items()]
        if rows:
            self._in_transaction(lambda: self.con.executemany("INSERT OR REPLACE INTO draft VALUES (?,?,?)", rows))

    # -- judgements and views ----------------------------------------------------------------------------------

    def judgements(self) -> list[Judgement]:
        return [from_json(Judgement, r) for r in self.rows("judgements", "made_at, judgement_id")]

    def add_judgement(self, judgement: Judgement) -> None:
        """Append a decision. Deciding the same ids again supersedes the earlier decision, which stays in the record."""

        def write() -> None:
            self.con.execute(
                "UPDATE judgements SET superseded_at = ? WHERE ids = ? AND superseded_at IS NULL",
                [judgement.made_at, list(judgement.ids)],
            )
            self._insert("judgements", [judgement])

        self._in_transaction(write)

    def incidents(self) -> list[Incident]:
        return [from_json(Incident, r) for r in self.rows("incidents")]

    def replace_views(self, views: Mapping[str, Sequence[Any]], changes: Sequence[Change]) -> None:
        """Swap all views at once and append what changed: all of it or nothing."""

        def write() -> None:
            for name in VIEWS:
                self.con.execute(f"DELETE FROM {name}")
                self._insert(name, views[name])
            self._insert("changes", changes)

        self._in_transaction(write)

    def rows(self, table: str, order: str = "ALL") -> list[dict[str, Any]]:
        """Rows of ``table`` as JSON objects, ordered."""
        if table not in TABLES:
            raise SituationError(f"there is no table {table}: choose from {', '.join(TABLES)}")
        found = self.con.execute(
            f"SELECT to_json(t)::VARCHAR FROM (SELECT * FROM {table} ORDER BY {order}) t"
        ).fetchall()
        return [json.loads(r) for (r,) in found]

    def _insert(self, table: str, records: Iterable[Any]) -> None:
        rows = [r if isinstance(r, dict) else to_json(r) for r in records]
        if not rows:
            return
        columns = {name: kind for name, kind, *_ in self.con.execute(f"DESCRIBE {table}").fetchall()}
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as file:
            file.writelines(json.dumps({k: r.get(k) for k in columns}) + "\n" for r in rows)
        try:
            names = ", ".join(f'"{c}"' for c in columns)
            self.con.execute(
                f"INSERT INTO {table} SELECT {names} FROM read_json($1, format='newline_delimited', maximum_object_size=50000000, columns={_literal(columns)})",
                [file.name],
            )
        finally:
            Path(file.name).unlink()

    def _in_transaction(self, work: Any) -> None:
        self.con.execute("BEGIN")
        try:
            work()
        except BaseException:
            self.con.execute("ROLLBACK")
            raise
        self.con.execute("COMMIT")


_INPUT = (
    "report_id",
    "outlet",
    "title",
    "byline",
    "published",
    "published_precision",
    "url",
    "language",
    "sha256",
    "path",
)


def _literal(columns: Mapping[str, str]) -> str:
    """A DuckDB struct literal of column types."""
    return "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items()) + "}"
