"""A user's own gazetteer: read whole or refused with one line, and his places before ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.own_places import OwnPlacesError, install, read_places
from frontwire.resolution.places import resolve


def geonames(identity: str, name: str, feature: str, code: str, country: str = "ML", people: str = "0") -> str:
    columns = [identity, name, name, f"{name}oum,Old {name}", "16.5", "-2.5", feature, code, country, "", "08"]
    return "\t".join([*columns, "", "", "", people, "", "280", "Africa/Bamako", "2020-01-01"])


def test_a_village_of_the_users_table_is_found(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text("name,lat,lon,country,aliases\nQorvanteen,16.1,-2.9,ml,Korvantin|Qorvan\n", "utf-8")
    install([table], tmp_path / "own.sqlite")
    gazetteer = Gazetteer(own=tmp_path / "own.sqlite")
    found = {p.text: (p.lat, p.country) for p in resolve("In Mali, troops entered Qorvan.", gazetteer=gazetteer)}
    assert found["Qorvan"] == (16.1, "ML")
    assert not [p for p in resolve("In Mali, troops entered Qorvan.", gazetteer=Gazetteer()) if p.text == "Qorvan"]


def test_a_geonames_dump_gives_towns_and_facilities_and_no_hills(tmp_path: Path) -> None:
    dump = tmp_path / "ML.txt"
    lines = [
        geonames("9001", "Qorvan", "P", "PPL"),
        geonames("9002", "Qorvan Dam", "S", "DAM"),
        geonames("9003", "Qo", "T", "HLL"),
    ]
    dump.write_text("\n".join(lines) + "\n", "utf-8")
    rows = list(read_places(dump))
    assert [(r.id, r.kind, r.precision, r.country) for r in rows] == [
        ("9001", "town", "town", "ML"),
        ("9002", "dam", "point", "ML"),
    ]
    assert rows[0].aliases == ("Qorvanoum", "Old Qorvan")


def test_a_place_both_hold_is_the_users(tmp_path: Path) -> None:
    ours = next(c for c in Gazetteer().find("Kidal") if c.kind == "town" and c.country == "ML")
    table = tmp_path / "places.csv"
    table.write_text(f"id,name,lat,lon,country\n{ours.id},Kidal,18.0,1.0,ML\n", "utf-8")
    install([table], tmp_path / "own.sqlite")
    found = [c for c in Gazetteer(own=tmp_path / "own.sqlite").find("Kidal") if c.id == ours.id]
    assert [(c.lat, c.lon) for c in found] == [(18.0, 1.0)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("name,lat\nA,1\n", "no column named lon"),
        ("name,lat,lon\nA,north,2\n", "places.csv:2 has no usable lat"),
        ("name,lat,lon\nA,91,2\n", "places.csv:2 has no name or a point off the earth"),
        ("name,lat,lon\n,9,2\n", "places.csv:2 has no name"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_leaves_the_last_one(
    tmp_path: Path, content: str, told: str
) -> None:
    good, bad, target = tmp_path / "good.csv", tmp_path / "places.csv", tmp_path / "own.sqlite"
    good.write_text("name,lat,lon,country\nQorvan,16,2,ML\n", "utf-8")
    bad.write_text(content, "utf-8")
    install([good], target)
    before = target.read_bytes()
    with pytest.raises(OwnPlacesError, match=told):
        install([bad], target)
    assert target.read_bytes() == before
    assert not list(tmp_path.glob("*.partial*"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OwnPlacesError, match=r"nowhere\.csv cannot be read"):
        list(read_places(tmp_path / "nowhere.csv"))


def test_what_a_killed_run_left_is_cleared_and_a_living_ones_is_not(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text("name,lat,lon\nQorvan,16.1,-2.9\n", "utf-8")
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left, living = (tmp_path / f"own.{pid}.partial" for pid in (dead.pid, os.getppid()))
    left.touch()
    living.touch()
    install([table], tmp_path / "own.sqlite")
    assert not left.exists() and living.exists()
