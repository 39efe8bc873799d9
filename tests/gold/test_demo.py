"""The facts of the bundled examples: what every build must reproduce."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from frontwire.build import build
from frontwire.reading.reader import read_all
from frontwire.records import Skip
from frontwire.store.situation_store import SituationStore
from tests.conftest import EXAMPLES

FACTS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text("utf-8"))
Row = dict[str, Any]


@pytest.fixture(scope="module")
def record(demo: Path) -> dict[str, list[Row]]:
    with SituationStore(demo) as store:
        return {t: store.rows(t) for t in ("reports", "claims", "incidents", "control", "passages", "links")}


@pytest.fixture(scope="module")
def stems(demo: Path) -> dict[str, str]:
    """report_id -> file stem (or the given id)."""
    with SituationStore(demo) as store:
        rows = store.con.execute("SELECT report_id, path FROM input").fetchall()
    return {r: Path(p).stem if r.startswith("r-") else r for r, p in rows}


def text(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def bounds(found: Row | None) -> list[int | None]:
    return [found["low"], found["high"]] if found else []


def holds(incident: Row, fact: Row) -> bool:
    place = incident["place"] or {}
    classes = {c["victim_class"] for c in incident["casualties"] if c["kind"] == "killed"}
    killed = bounds(incident["killed"])
    checks = {
        "type": lambda v: incident["type"] == v,
        "place": lambda v: place.get("name") == v and place["place_id"],
        "agent": lambda v: v in {a["actor_id"] for a in incident["agents"]},
        "date": lambda v: [incident["date_earliest"], incident["date_latest"]] == [text(d) for d in v],
        "killed": lambda v: killed == v,
        "killed_within": lambda v: len(killed) == 2 and killed[0] <= v[0] and (killed[1] is None or killed[1] >= v[1]),
        "wounded": lambda v: bounds(incident["wounded"]) == v,
        "victims": lambda v: classes == {v},
        "victims_any": lambda v: bool(classes & set(v)),
        "reports": lambda v: len(incident["reports"]) == v,
        "reports_at_least": lambda v: len(incident["reports"]) >= v,
        "origins": lambda v: [incident["origins_low"], incident["origins_high"]] == v,
        "origins_at_most": lambda v: incident["origins_high"] <= v,
        "grade": lambda v: incident["grade"] == v,
        "contested": lambda v: v in {c["field"] for c in incident["contested"]},
    }
    return all(checks[k](v) for k, v in fact.items() if k != "why")


@pytest.mark.parametrize("fact", FACTS["incidents"], ids=lambda f: f["why"])
def test_incident(record: dict[str, list[Row]], fact: Row) -> None:
    assert any(holds(i, fact) for i in record["incidents"] if not i["merged_into"])


def claimed(claim: Row, fact: Row, stems: dict[str, str]) -> bool:
    figure = fact.get("figure")
    return (
        (stems[claim["report_id"]] == fact["report"])
        and all(claim[k] == fact[k] for k in ("status", "type", "background") if k in fact)
        and ("agent" not in fact or any(fact["agent"] in (a["name"] or a["text"]) for a in claim["agent"]))
        and (figure is None or any(all(f[k] == v for k, v in figure.items()) for f in claim["casualties"]))
    )


@pytest.mark.parametrize("fact", FACTS["claims"], ids=lambda f: f["why"])
def test_claim(record: dict[str, list[Row]], stems: dict[str, str], fact: Row) -> None:
    assert any(claimed(c, fact, stems) for c in record["claims"])


def test_what_did_not_happen_is_not_in_the_record(record: dict[str, list[Row]], stems: dict[str, str]) -> None:
    strike, aggregate, city = FACTS["never"]
    assert not [c for c in record["claims"] if claimed(c, strike, stems)]
    tolls = [(i["killed"] or {}).get("low") or 0 for i in record["incidents"]]
    assert max(tolls) < aggregate["incident_killed_low"]
    assert not [s for s in record["control"] if s["place"]["name"] == city["held"]]


@pytest.mark.parametrize("fact", FACTS["control"], ids=lambda f: f"{f['place']} on {f['day']}")
def test_control(record: dict[str, list[Row]], fact: Row) -> None:
    day = text(fact["day"])
    spans = [
        s for s in record["control"]
        if s["place"]["name"] == fact["place"] and (s["from_earliest"] or s["from_latest"] or "") <= day and (s["to_latest"] or "9") >= day
    ]  # fmt: skip
    assert any(
        s["state"] == fact["state"]
        and ("holder" not in fact or (s["holder"] or {}).get("actor_id") == fact["holder"])
        and ("side" not in fact or (s["holder"] or {}).get("side") == fact["side"])
        and ("mode" not in fact or s["mode"] == fact["mode"])
        for s in spans
    )


@pytest.mark.parametrize("fact", FACTS["copied"], ids=lambda f: f["words"])
def test_copied_passage(record: dict[str, list[Row]], stems: dict[str, str], fact: Row) -> None:
    families: dict[str, set[str]] = {}
    for p in record["passages"]:
        if p["kind"] == "copied" and fact["words"] in p["text"]:
            families.setdefault(p["family_id"], set()).add(stems[p["report_id"]])
    assert any(set(fact["reports"]) <= found for found in families.values())


def test_a_rewritten_report_is_no_copy(record: dict[str, list[Row]], stems: dict[str, str]) -> None:
    copied = {stems[p["report_id"]] for p in record["passages"] if p["kind"] == "copied"}
    assert not copied & set(FACTS["not_copied"])


def test_unusable_files_are_named_with_the_reason() -> None:
    skips = {Path(s.path).name: s.reason for s in read_all([EXAMPLES]) if isinstance(s, Skip)}
    assert set(skips) == set(FACTS["skipped"])
    assert all(reason in skips[name] for name, reason in FACTS["skipped"].items())


def test_the_demo_built_again_says_the_same(demo: Path, tmp_path: Path, record: dict[str, list[Row]]) -> None:
    build([EXAMPLES], tmp_path / "again")
    with SituationStore(tmp_path / "again") as store:
        assert all(store.rows(t) == record[t] for t in record)
