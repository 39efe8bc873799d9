"""Airports, bases and crossings: places of their own beside the town whose name they carry (codebook/facilities.yaml)."""

from __future__ import annotations

import re
from dataclasses import replace

from frontwire.codebook import load
from frontwire.records import Place
from frontwire.resolution.gazetteer import Gazetteer


def facility_of(words: str) -> str | None:
    """The kind of place the nouns of ``words`` name, one that lies apart from its town before others."""
    nouns = load("facilities")["nouns"]
    plain = re.sub(r"\b\w+ (?=(?:city|town|village)\b)", "", words.lower())  # a "port city" is no port
    found = [nouns[w] for w in re.findall(r"[a-z]+", plain) if w in nouns]
    apart = [f for f in found if f in load("facilities")["apart"]]
    chosen: list[str] = apart or found
    return chosen[0] if chosen else None


def as_facility(place: Place, toponym: Place, facility: str | None, gazetteer: Gazetteer) -> Place:
    """Turn a town into its facility where the words say so and the match is not a facility already."""
    if facility not in load("facilities")["apart"] or place.facility == facility or place.precision == "point":
        return place
    for name in (f"{toponym.text} {facility}", f"{toponym.text} border crossing" if facility == "crossing" else ""):
        known = [c for c in gazetteer.find(name) if c.kind == facility] if name else []
        if known:
            c = known[0]
            return replace(
                place, place_id=c.id, name=c.name, facility=c.kind, lat=c.lat, lon=c.lon, precision=c.precision
            )
    if place.precision not in ("town", "district"):
        return replace(place, facility=facility)
    named = (place.name or "").lower().endswith(str(facility))
    return replace(
        place, place_id=f"{place.place_id}/{facility}", name=place.name if named else f"{place.name} {facility}", facility=facility
    )  # fmt: skip


_TO_TOWN = r"\s+(?:at|in|of|near|outside|for|(?:just |due )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of)\s+(?:the\s+)?(?:\w+\s+(?:of\s+)?)?$"


def at_town(town: Place, facility: str | None, text: str, gazetteer: Gazetteer) -> Place | None:
    """The facility a report tells beside the name of its town: "the international airport south of X", "X's old airport"."""
    if facility not in load("facilities")["apart"] or town.facility != "town":
        return None
    nouns = "|".join(noun for noun, kind in load("facilities")["nouns"].items() if kind == facility)
    ahead = re.search(rf"\b(?:{nouns}){_TO_TOWN}", text[max(0, town.start - 60) : town.start], re.I)
    behind = re.match(rf"(?:['’]s?)?\s+(?:\w+\s+){{0,2}}?(?:{nouns})\b", text[town.end : town.end + 40], re.I)
    return as_facility(town, town, facility, gazetteer) if ahead or behind else None
