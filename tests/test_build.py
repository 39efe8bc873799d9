"""The promises of `build`: idempotent, order-free, resumable, nothing silent."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontwire.build import build
from frontwire.records import Judgement
from frontwire.resolution.own_places import OwnPlacesError
from frontwire.store.situation_store import VIEWS, SituationStore
from tests.scripted import ScriptedExtractor

REPORTS = [
    {
        "id": "a",
        "outlet": "A",
        "published": "2014-06-10",
        "text": "Rebels seized Mosul on Tuesday, residents said. They were many.",
    },
    {
        "id": "b",
        "outlet": "B",
        "published": "2014-06-11",
        "text": "Rebels seized Mosul on Tuesday, officials said. Soldiers left.",
    },
    {
        "id": "c",
        "outlet": "C",
        "published": "2014-06-12",
        "text": "Gunmen shelled Tikrit on Wednesday and at least 9 people died, doctors said.",
    },
    {
        "id": "d",
        "outlet": "D",
        "published": None,
        "text": "Gunmen shelled Kirkuk on Wednesday and 4 soldiers died in it.",
    },
]


def write(folder: Path, reports: list[dict[str, Any]], name: str = "in.jsonl") -> Path:
    file = folder / name
    file.write_text("".join(json.dumps(r) + "\n" for r in reports))
    return file


def record(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Everything the record says, without the paths reports were read from."""
    with SituationStore(folder) as store:
        return {name: store.rows(name) for name in VIEWS}


def run(folder: Path, *inputs: Path) -> Any:
    return build(list(inputs), folder, extractor=ScriptedExtractor())


def test_every_number_date_place_and_holder_stands_on_an_exact_span(tmp_path: Path) -> None:
    run(tmp_path / "s", write(tmp_path, REPORTS))
    with SituationStore(tmp_path / "s") as store:
        texts = {r.report_id: r.text for r in store.reports()}
    found = record(tmp_path / "s")
    claims = {c["claim_id"]: c for c in found["claims"]}
    assert len(claims) == 4
    for c in claims.values():
        text = texts[c["report_id"]]
        assert text[c["start"] : c["end"]] == c["trigger"]
        for m in (*c["agent"], *c["place"], *c["casualties"], *c["source"]):
            assert text[m["start"] : m["end"]] == m["text"]
    for i in found["incidents"]:
        assert i["claims"] and set(i["claims"]) <= set(claims)
    assert all(s["claims"] for s in found["control"])


def test_same_reports_twice_change_nothing(tmp_path: Path) -> None:
    file, folder = write(tmp_path, REPORTS), tmp_path / "s"
    run(folder, file)
    before, manifest = record(folder), (folder / "manifest.json").read_bytes()
    again = run(folder, file)
    assert (again.added, again.known, again.changes) == (0, 4, [])
    assert record(folder) == before
    assert (folder / "manifest.json").read_bytes() == manifest


def test_adding_later_equals_building_at_once(tmp_path: Path) -> None:
    run(tmp_path / "once", write(tmp_path, REPORTS))
    run(tmp_path / "twice", write(tmp_path, REPORTS[2:], "late.jsonl"))
    result = run(tmp_path / "twice", write(tmp_path, REPORTS[:2], "early.jsonl"))
    assert result.added == 2 and result.changes
    assert record(tmp_path / "twice") == record(tmp_path / "once")


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(4)))
def test_order_of_reports_does_not_matter(tmp_path_factory: pytest.TempPathFactory, order: list[int]) -> None:
    base = tmp_path_factory.mktemp("order")
    run(base / "a", write(base, REPORTS))
    run(base / "b", write(base, [REPORTS[i] for i in order], "other.jsonl"))
    assert record(base / "a") == record(base / "b")


def test_a_name_one_report_leaves_open_is_what_the_others_take_it_for(tmp_path: Path) -> None:
    told = ["Gunmen shelled Guamal near Villavicencio in Colombia.", "Villavicencio in Colombia was quiet. Gunmen shelled Guamal.",
            "In Colombia gunmen shelled Guamal on Monday."]  # fmt: skip
    rows = [{"id": f"r{n}", "published": "2014-06-10", "text": text} for n, text in enumerate(told)]

    def towns(folder: Path) -> dict[str, set[str]]:
        places = [(p["report_id"], p["place_id"]) for c in record(folder)["claims"] for p in c["place"]]
        return {report: {p for r, p in places if r == report} for report, _ in places}

    run(tmp_path / "alone", write(tmp_path, rows[2:], "alone.jsonl"))
    run(tmp_path / "all", write(tmp_path, rows))
    together = towns(tmp_path / "all")
    assert together["r2"] == together["r0"] == together["r1"]
    assert towns(tmp_path / "alone")["r2"] != together["r2"]  # by itself it would be another town of the name


def test_a_short_name_one_report_explains_is_the_same_group_in_the_others(tmp_path: Path) -> None:
    told = ["The Upper Quays Front (UQF) met.", "UQF men seized Mosul on Monday."]
    rows = [{"id": f"r{n}", "published": "2014-06-10", "text": text} for n, text in enumerate(told)]

    def agents(folder: Path) -> set[str | None]:
        return {a["actor_id"] for c in record(folder)["claims"] for a in c["agent"]}

    run(tmp_path / "alone", write(tmp_path, rows[1:], "alone.jsonl"))
    run(tmp_path / "all", write(tmp_path, rows))
    assert agents(tmp_path / "all") == {"local:upper-quays-front"}
    assert agents(tmp_path / "alone") == {None}


def test_an_undated_report_keeps_its_words_and_gets_no_date(tmp_path: Path) -> None:
    run(tmp_path / "s", write(tmp_path, REPORTS[3:]))
    claim = record(tmp_path / "s")["claims"][0]
    assert claim["time"]["text"] == "on Wednesday" or claim["time"]["text"] == "Wednesday"
    assert claim["time"]["earliest"] is None and "unresolved" in claim["time"]["rule"]
    assert record(tmp_path / "s")["incidents"][0]["date_latest"] is None


def test_a_stored_report_is_never_changed(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    run(folder, write(tmp_path, REPORTS[:1]))
    other = {**REPORTS[0], "text": "Something else stands here now, and it is long enough to be read."}
    result = run(folder, write(tmp_path, [other], "again.jsonl"))
    assert "another text" in result.skipped[0].reason
    with SituationStore(folder) as store:
        assert store.reports()[0].text == REPORTS[0]["text"]


def test_a_situation_that_gets_nothing_readable_stays_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    run(folder, write(tmp_path, REPORTS[:1]))
    before = record(folder)
    (tmp_path / "empty.txt").write_text("")
    result = run(folder, tmp_path / "empty.txt")
    assert result.skipped and result.counts["reports"] == 1 and record(folder) == before


def test_interrupted_extraction_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("frontwire.build.BATCH", 1)
    file = write(tmp_path, REPORTS)
    run(tmp_path / "whole", file)
    with pytest.raises(KeyboardInterrupt):
        build([file], tmp_path / "cut", extractor=ScriptedExtractor(fail_after=2))
    resumed = ScriptedExtractor()
    build([file], tmp_path / "cut", extractor=resumed)
    assert resumed.calls == 2
    assert record(tmp_path / "cut") == record(tmp_path / "whole")


KILLED = """
import sys, time
from pathlib import Path
import frontwire.build as b
from tests.scripted import ScriptedExtractor
b.BATCH = 1
class Slow(ScriptedExtractor):
    def extract(self, documents):
        print("working", flush=True)
        time.sleep(0.15)
        return super().extract(documents)
b.build([Path(sys.argv[1])], Path(sys.argv[2]), extractor=Slow())
"""


@pytest.mark.parametrize("delay", [0.0, 0.2, 0.45])
def test_killed_at_any_instant_and_run_again_gives_the_same_record(tmp_path: Path, delay: float) -> None:
    file = write(tmp_path, REPORTS)
    run(tmp_path / "whole", file)
    root = Path(__file__).resolve().parent.parent
    environment = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"}
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(file), str(tmp_path / "cut")], stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None and process.stdout.readline() == b"working\n"
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    run(tmp_path / "cut", file)
    assert record(tmp_path / "cut") == record(tmp_path / "whole")


def test_a_failed_save_leaves_the_record_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "s"
    run(folder, write(tmp_path, REPORTS[:2]))
    before = record(folder)
    insert = SituationStore._insert

    def broken(self: SituationStore, table: str, records: Any) -> None:
        if table == "origins":
            raise duckdb.IOException("disk full")
        insert(self, table, records)

    monkeypatch.setattr(SituationStore, "_insert", broken)
    with pytest.raises(duckdb.IOException):
        run(folder, write(tmp_path, REPORTS[2:], "more.jsonl"))
    monkeypatch.undo()
    assert record(folder) == before


def test_judgements_survive_re_extraction_and_win(tmp_path: Path) -> None:
    folder, file = tmp_path / "s", write(tmp_path, REPORTS[:2])
    run(folder, file)
    (incident,) = record(folder)["incidents"]
    assert len(incident["claims"]) == 2
    with SituationStore(folder, create=True) as store:
        store.add_judgement(
            Judgement(
                judgement_id="j-1",
                kind="different",
                ids=tuple(incident["claims"]),
                user="me",
                made_at="2014-07-01T00:00:00",
            )
        )

    class Newer(ScriptedExtractor):
        name = "scripted-2"

    build([file], folder, extractor=Newer())
    found = record(folder)
    assert {c["extractor"] for c in found["claims"]} == {"scripted-2"}
    assert sorted(len(i["claims"]) for i in found["incidents"] if not i["merged_into"]) == [1, 1]
    with SituationStore(folder) as store:
        assert [j.judgement_id for j in store.judgements()] == ["j-1"]


def test_a_vanished_incident_leaves_a_tombstone(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    run(folder, write(tmp_path, REPORTS[1:2], "b.jsonl"))
    old = record(folder)["incidents"][0]["incident_id"]
    run(folder, write(tmp_path, REPORTS[:1], "a.jsonl"))
    rows = record(folder)["incidents"]
    (tomb,) = [i for i in rows if i["merged_into"]]
    assert tomb["incident_id"] == old
    assert tomb["merged_into"] in {i["incident_id"] for i in rows if not i["merged_into"]}


def test_report_text_cannot_reach_outside_the_situation(tmp_path: Path) -> None:
    evil = {
        "id": "../../evil",
        "outlet": "../x",
        "title": "<script>alert(1)</script>",
        "text": REPORTS[0]["text"] + " <script>alert(2)</script>",
    }
    run(tmp_path / "in" / "s", write(tmp_path, [evil]))
    outside = [p for p in tmp_path.rglob("*") if p.is_file() and tmp_path / "in" / "s" not in p.parents]
    assert [p.name for p in outside] == ["in.jsonl"]


def test_a_users_places_are_kept_for_later_builds_and_a_bad_file_changes_nothing(tmp_path: Path) -> None:
    reports = [{"id": "q", "outlet": "Q", "published": "2014-06-10", "text": "Rebels seized Qorvan on Tuesday."}]
    file, folder, own = write(tmp_path, reports), tmp_path / "s", tmp_path / "own.csv"
    own.write_text("name,lat,lon,country\nQorvan,16.5,-2.5,ML\n", "utf-8")
    build([file], folder, extractor=ScriptedExtractor(), gazetteers=[own])
    before = record(folder)
    assert [p["lat"] for p in before["places"] if p["text"] == "Qorvan"] == [16.5]
    run(folder, file)
    assert record(folder) == before
    own.write_text("name,lat\nQorvan,1\n", "utf-8")
    with pytest.raises(OwnPlacesError, match="no column named lon"):
        build([file], folder, extractor=ScriptedExtractor(), gazetteers=[own])
    assert record(folder) == before
    with pytest.raises(OwnPlacesError, match="no column named lon"):
        build([file], tmp_path / "new", extractor=ScriptedExtractor(), gazetteers=[own])
    assert not (tmp_path / "new").exists()
