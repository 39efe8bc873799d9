"""Gazetteer look-up: names -> candidate places. The SQLite file is built once into the user's cache."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from frontwire.resolution import gazetteer_build
from frontwire.resolution.names import normalise, skeleton

LARGE = 500_000  # a city of this size is meant before a country whose government it stands for ("Washington")
VERSION = 3  # raise when the build's sources or schema change


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may mean. ``main``: the name is its primary one; ``fuzzy``: found by skeleton alone."""

    id: str
    name: str
    kind: str
    country: str
    admin1: str | None
    lat: float
    lon: float
    population: int
    precision: str
    main: bool
    fuzzy: bool = False


def _candidate(row: tuple[Any, ...], *, main: bool, fuzzy: bool = False) -> Candidate:
    identity, name, kind, country, admin1, lat, lon, population, precision = row[:9]
    return Candidate(identity, name, kind, country, admin1, lat, lon, population, precision, main, fuzzy)


def cache_file() -> Path:
    """Where the built gazetteer lives; FRONTWIRE_CACHE overrides the user's cache folder."""
    base = os.environ.get("FRONTWIRE_CACHE")
    folder = Path(base) if base else user_cache_path("frontwire", appauthor=False)
    return folder / f"gazetteer-{VERSION}-{_supplement_digest()}.sqlite"


def _supplement_digest() -> str:
    from frontwire.codebook import places_digest

    return places_digest()


class Gazetteer:
    """Read-only look-up. Opening it builds the file first where it is missing (about 20 s)."""

    def __init__(self, progress: Callable[[int], None] = lambda n: None) -> None:
        self.path = cache_file()
        if not self.path.exists():
            gazetteer_build.build(self.path, progress)
        self.con = sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self.find = lru_cache(maxsize=20000)(self._find)

    def _find(self, name: str) -> tuple[Candidate, ...]:
        """Candidates by exact normalised name, in a stable order."""
        form = normalise(name)
        if not form:
            return ()
        rows = self.con.execute(
            "SELECT p.*, max(n.main) FROM name n JOIN place p ON p.id = n.place WHERE n.form = ? GROUP BY p.id ORDER BY p.id",
            (form,),
        )
        found = [_candidate(r, main=bool(r[9])) for r in rows]
        return tuple(found + self._country_alias(name, found))

    def _country_alias(self, name: str, found: list[Candidate]) -> list[Candidate]:
        """The country behind a name GeoNames spells otherwise ("UK", "DR Congo"); demonyms are no places."""
        code = None if is_demonym(name) else territory(name)
        if code is None or any(c.kind == "country" or c.population > LARGE for c in found):
            return []
        rows = self.con.execute("SELECT * FROM place WHERE kind = 'country' AND country = ?", (code,))
        return [_candidate(r, main=True) for r in rows]

    def similar(self, name: str, countries: frozenset[str]) -> tuple[Candidate, ...]:
        """Candidates by transliteration skeleton, only inside ``countries`` (exact look-up having failed)."""
        form = skeleton(name)
        if len(form) < 4 or not countries:
            return ()
        rows = self.con.execute(
            "SELECT p.* FROM skeleton s JOIN place p ON p.id = s.place WHERE s.form = ? ORDER BY p.id", (form,)
        )
        return tuple(_candidate(r, main=False, fuzzy=True) for r in rows if r[3] in countries)


@lru_cache(maxsize=4096)
def territory(name: str) -> str | None:
    """ISO code of the country a name or demonym ("Iraqi", "Iraqis") belongs to."""
    from rigour.territories import lookup_territory

    for form in (name, name.removesuffix("s")):
        found = lookup_territory(form) if form else None
        if found is not None and form.casefold() not in {
            p.casefold() for p in found.places
        }:  # rigour also maps capitals to their country
            code = found.ftm_country or found.code
            return str(code)[:2].upper()
    return None


_DEMONYM = re.compile(r"(?:i|ian|ean|an|ese|ish|ench|utch|eek|wiss|hai|zech|alian|oi)s?$", re.I)


@lru_cache(maxsize=4096)
def is_demonym(name: str) -> bool:
    """True for "Iraqi", "Syrians": a word rigour maps to a country that is not one of the country's names."""
    from rigour.territories import lookup_territory

    if not name[:1].isupper() or not _DEMONYM.search(name):
        return False
    found = lookup_territory(name) or lookup_territory(name.removesuffix("s"))
    return (
        found is not None
        and name not in found.places
        and name.casefold() not in (found.name.casefold(), (found.full_name or "").casefold())
    )
