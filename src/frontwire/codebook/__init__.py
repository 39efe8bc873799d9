"""The codebook: domain knowledge as YAML, loaded into small frozen records. Code elsewhere stays generic."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


class _Words(yaml.SafeLoader):
    """YAML 1.2's booleans: "on", "no" and "off" are words (and "NO" is Norway), only "true" and "false" are none."""


_BOOLEAN = "tag:yaml.org,2002:bool"
_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Words.add_implicit_resolver(_BOOLEAN, re.compile(r"^(?:true|false)$"), list("tf"))


def parsed(text: str) -> Any:
    """YAML as the codebook writes it."""
    return yaml.load(text, Loader=_Words)


@lru_cache(maxsize=32)
def load(name: str) -> Any:
    """The parsed content of ``codebook/NAME.yaml``."""
    return parsed((files("frontwire.codebook") / f"{name}.yaml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class SupplementPlace:
    """A place no packaged gazetteer holds: crossing, base, dam, region … ``source`` names where to check it:
    the entries were written from memory and have not been checked against it yet."""

    id: str
    name: str
    facility: str
    country: str
    admin1: str | None
    lat: float
    lon: float
    precision: str
    aliases: tuple[str, ...]
    source: str


@lru_cache(maxsize=1)
def load_actors() -> list[list[Any]]:
    """Rows of ``codebook/actors/*.yaml``: id, name, side, country, aliases, valid from, source and, where known, a parent."""
    folder = files("frontwire.codebook") / "actors"
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".yaml"))
    return [row for name in names for row in parsed((folder / name).read_text("utf-8"))["actors"]]


def _place_files() -> list[Any]:
    folder = files("frontwire.codebook") / "places"
    return sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)


def load_places() -> list[SupplementPlace]:
    """All supplement entries. A row is [facility, name, lat, lon, admin1, aliases joined by |, source]."""
    found = []
    for file in _place_files():
        data = parsed(file.read_text("utf-8"))
        country = data["country"]
        for facility, name, lat, lon, admin1, aliases, source in data["places"]:
            slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
            precision = "admin1" if facility == "region" else "town" if facility in ("town", "village") else "point"
            names = tuple(a for a in aliases.split("|") if a)
            found.append(
                SupplementPlace(
                    f"x:{country.lower() or 'world'}-{slug}",
                    name,
                    facility,
                    country,
                    admin1,
                    lat,
                    lon,
                    precision,
                    names,
                    source,
                )
            )
    return found


@lru_cache(maxsize=1)
def places_digest() -> str:
    """Short hash of the supplement and the English names: where they change, a new gazetteer file is made."""
    names = [files("frontwire.codebook") / f"{kind}_names.yaml" for kind in ("division", "town")]
    joined = b"".join(f.read_bytes() for f in [*_place_files(), *names])
    return hashlib.sha256(joined).hexdigest()[:8]
