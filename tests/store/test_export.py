import csv
import io
import json
from pathlib import Path

import duckdb
import pytest

from frontwire.store.export import export
from frontwire.store.situation_store import TABLES, SituationError, SituationStore

COLUMNS = {
    "reports": "report_id outlet title byline published published_precision url language sha256 characters sentences claims",
    "claims": "claim_id report_id sentence start end trigger type status background agent target place time casualties source weapon confidence extractor incident_id",
    "incidents": "incident_id type date_earliest date_latest date_precision place agents targets killed wounded casualties reports claims origins_low origins_high grade contested merged_into",
    "control": "place facility holder state from_earliest from_latest to_earliest to_latest mode claims origins_low origins_high",
    "passages": "family_id report_id start end kind text earliest",
    "origins": "origin_id kind name claims reports",
    "places": "report_id start end text place_id name facility admin1 country lat lon precision score",
    "times": "report_id start end text earliest latest precision modifier rule",
    "judgements": "judgement_id kind ids field value user reason made_at superseded_at",
    "changes": "at subject id before after because",
}


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_column_of_the_contract_is_exported_in_every_format(demo: Path, tmp_path: Path, table: str) -> None:
    wanted = set(COLUMNS[table].split())
    with SituationStore(demo) as store:
        lines = export(store, table, "jsonl", None)
        sheet = export(store, table, "csv", None)
        export(store, table, "parquet", tmp_path / "t.parquet")
    assert lines is not None and sheet is not None
    rows = [json.loads(line) for line in lines.splitlines()]
    assert all(wanted <= set(r) for r in rows)
    assert rows or table == "judgements"
    parsed = list(csv.DictReader(io.StringIO(sheet)))
    assert len(parsed) == len(rows) and wanted <= set(next(csv.reader(io.StringIO(sheet))))
    relation = duckdb.connect().execute(f"SELECT * FROM '{tmp_path / 't.parquet'}'")
    assert wanted <= {d[0] for d in relation.description} and len(relation.fetchall()) == len(rows)


def test_csv_holds_nested_values_as_json_and_unknown_as_empty(demo: Path) -> None:
    with SituationStore(demo) as store:
        text = export(store, "claims", "csv", None)
    assert text is not None
    rows = list(csv.DictReader(io.StringIO(text)))
    assert all(isinstance(json.loads(r["place"]), list) for r in rows)
    assert not any(value == "None" for r in rows for value in r.values())


def test_parquet_keeps_nested_types(demo: Path, tmp_path: Path) -> None:
    with SituationStore(demo) as store:
        export(store, "incidents", "parquet", tmp_path / "i.parquet")
    low = duckdb.connect().execute(f"SELECT max(killed.low) FROM '{tmp_path / 'i.parquet'}'").fetchone()
    assert low is not None and isinstance(low[0], int)


def test_parquet_to_standard_output_is_refused(demo: Path) -> None:
    with SituationStore(demo) as store, pytest.raises(SituationError, match="name a file"):
        export(store, "claims", "parquet", None)


def test_an_empty_folder_is_no_situation(tmp_path: Path) -> None:
    with pytest.raises(SituationError, match="holds no situation"):
        SituationStore(tmp_path)


def test_a_broken_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "situation.duckdb").write_bytes(b"not a database at all" * 100)
    with pytest.raises(SituationError, match="cannot be opened"):
        SituationStore(tmp_path)


def test_unknown_tables_are_refused(demo: Path) -> None:
    with SituationStore(demo) as store, pytest.raises(SituationError, match="there is no table"):
        store.rows("nonsense; DROP TABLE claims")
    assert "claims" in TABLES
