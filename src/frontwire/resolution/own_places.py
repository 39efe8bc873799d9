"""A user's own gazetteer: a GeoNames dump or a table of places, read into rows of the gazetteer's form.

GeoNames country dumps (``SY.txt``, 19 columns, tab-separated, no header) come as they are from geonames.org. A table
(CSV or TSV) names its columns in the first row: ``name``, ``lat`` and ``lon`` are needed; ``id``, ``kind``, ``country``
(two letters), ``admin1``, ``population`` and ``aliases`` (joined by ``|``) are used where present.
"""

from __future__ import annotations

import csv
import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from frontwire.codebook import load
from frontwire.resolution import gazetteer_build
from frontwire.resolution.gazetteer_build import Row, divisions

GEONAMES_COLUMNS = 19
_POINTS = ("town", "village")


class OwnPlacesError(Exception):
    """A gazetteer file that cannot be used; the message names file, line and remedy."""


def read_places(file: Path) -> Iterator[Row]:
    """Every place of ``file``. Raises :class:`OwnPlacesError` at the first row that is none: a gazetteer with holes
    nobody noticed would place things wrongly."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            first = lines.readline()
            lines.seek(0)
            if first.count("\t") == GEONAMES_COLUMNS - 1 and first.split("\t")[0].isdigit():
                yield from _geonames(file, csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
            else:
                yield from _table(file, csv.DictReader(lines, delimiter="\t" if "\t" in first else ","))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OwnPlacesError(f"{file} cannot be read ({error}): give a GeoNames dump or a CSV file in UTF-8") from error


def install(files: Sequence[Path], target: Path, progress: Callable[[int], None] = lambda n: None) -> None:
    """Write the places of ``files`` to the gazetteer file ``target``, in one rename; a bad file leaves it as it was."""
    rows = (row for file in files for row in read_places(file))
    try:
        gazetteer_build.build(target, progress, rows)
    finally:
        for left in target.parent.glob(f"{target.stem}.*.partial*"):
            if _abandoned(left):
                left.unlink(missing_ok=True)


def _abandoned(partial: Path) -> bool:
    """Is an unfinished file this process' own, or that of one that was killed? ``NAME.PID.partial``"""
    owner = int(partial.name.split(".")[-2]) if partial.name.split(".")[-2].isdigit() else 0
    if owner in (0, os.getpid()):
        return owner == os.getpid()
    try:
        os.kill(owner, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def check(files: Sequence[Path]) -> None:
    """Read ``files`` through, so that a bad one is refused before anything is made for it."""
    for file in files:
        deque(read_places(file), maxlen=0)


def _geonames(file: Path, lines: Iterator[list[str]]) -> Iterator[Row]:
    """Towns, divisions and the facilities of ``codebook/facilities.yaml``; hills and wells are left out."""
    csv.field_size_limit(10_000_000)
    kinds: Mapping[str, str] = load("facilities")["geonames"]
    names = {code: name for level, code, name in divisions() if level == "1"}
    for number, row in enumerate(lines, 1):
        if len(row) != GEONAMES_COLUMNS:
            raise OwnPlacesError(f"{file}:{number} has {len(row)} columns, a GeoNames dump has {GEONAMES_COLUMNS}")
        identity, name, _, aliases, lat, lon, feature, code, country, _, admin1 = row[:11]
        kind = kinds.get(f"{feature}.{code}", kinds.get(feature))
        if kind:
            yield _row(f"{file}:{number}", identity, name, kind, country, names.get(f"{country}.{admin1}"), (lat, lon),
                       row[14], aliases.split(","))  # fmt: skip


def _table(file: Path, rows: csv.DictReader[str]) -> Iterator[Row]:
    missing = [c for c in ("name", "lat", "lon") if c not in (rows.fieldnames or ())]
    if missing:
        raise OwnPlacesError(
            f"{file} has no column named {missing[0]}: name the columns in the first row (name,lat,lon,kind,country,…)"
        )
    for row in rows:
        name, where = (row["name"] or "").strip(), f"{file}:{rows.line_num}"
        digest = hashlib.sha256("|".join([name, row["lat"] or "", row["lon"] or ""]).encode()).hexdigest()[:10]
        yield _row(where, row.get("id") or f"own:{digest}", name, row.get("kind") or "town", row.get("country") or "",
                   row.get("admin1") or None, (row["lat"], row["lon"]), row.get("population") or "0",
                   (row.get("aliases") or "").split("|"))  # fmt: skip


def _row(
    where: str, identity: str, name: str, kind: str, country: str, admin1: str | None,
    point: tuple[str, str], population: str, aliases: Sequence[str],
) -> Row:  # fmt: skip
    try:
        lat, lon, people = float(point[0]), float(point[1]), int(population or 0)
    except (TypeError, ValueError) as error:
        raise OwnPlacesError(
            f"{where} has no usable lat, lon or population ({error}): write them as numbers"
        ) from error
    if not name or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise OwnPlacesError(f"{where} has no name or a point off the earth: give degrees, latitude first")
    kind = "town" if kind in _POINTS else kind
    precision = {"town": "town", "province": "admin1", "region": "admin1", "district": "district"}.get(kind, "point")
    return Row(
        identity, name, kind, country.upper(), admin1, lat, lon, people, precision, tuple(a for a in aliases if a)
    )
