"""Places that conflicts are told of (``python -m benchmarks.conflict_places [--wrong]``): does the gazetteer know them?

Each name of ``conflict_places.yaml`` stands in one sentence with its country. It is right where the resolver gives it a place of that
country, or a region across countries. Coverage only: whether the point is right is what the external sets measure.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import yaml

from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.places import resolve_report

SOURCE = Path(__file__).with_suffix(".yaml")


def names(source: Path = SOURCE) -> Iterator[tuple[str, str, str]]:
    """(kind, country, name) of every row."""
    for kind, countries in yaml.safe_load(source.read_text("utf-8")).items():
        for country, listed in countries.items():
            for name in listed:
                yield kind, country, name


def found(name: str, country: str, gazetteer: Gazetteer) -> bool:
    """Is ``name`` read as a place of ``country``?"""
    text = f"Shells hit a village in {name} in {country} on Monday, officials said."
    start = text.index(name)
    places = resolve_report("text", text, gazetteer).places
    own = [p for p in places if start <= p.start < start + len(name)]
    land = {p.country for p in places if p.start >= start + len(name)}
    return bool(own) and own[0].country in {*land, ""}


def measure() -> dict[str, tuple[int, list[str]]]:
    """Kind -> how many names there are, and those that come to no place or another country's."""
    gazetteer, rows = Gazetteer(), list(names())
    missed = [(kind, f"{name} ({country})") for kind, country, name in rows if not found(name, country, gazetteer)]
    return {
        kind: (sum(k == kind for k, _, _ in rows), [words for k, words in missed if k == kind])
        for kind in dict.fromkeys(k for k, _, _ in rows)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Does the gazetteer know the places that conflicts are told of?")
    parser.add_argument("--wrong", action="store_true", help="list those that it does not")
    wanted = parser.parse_args()
    for kind, (total, missed) in measure().items():
        print(f"{kind}: {total - len(missed)} of {total}")
        for words in missed if wanted.wrong else ():
            print(f"  {words}")


if __name__ == "__main__":
    main()
