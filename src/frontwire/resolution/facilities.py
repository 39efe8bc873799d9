"""Airports, bases and crossings: places of their own beside the town whose name they carry (codebook/facilities.yaml)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from frontwire.codebook import load
from frontwire.geometry import km
from frontwire.records import Place
from frontwire.resolution.gazetteer import Gazetteer


def facility_of(words: str) -> str | None:
    """The kind of place the nouns of ``words`` name, one that lies apart from its town before others."""
    nouns = load("facilities")["nouns"]
    plain = re.sub(r"\bPort(?:-au)?[ -](?=[A-Z])", "", words)  # nor is Port Sudan one
    plain = re.sub(r"\b\w+ (?=(?:city|town|village)\b)", "", plain.lower())  # a "port city" is no port
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


FAR = 50.0  # km: a bank or a school so far from the town it is said to be in only bears another town's name
_INSTITUTION = re.compile(
    r"\b(?:Bank|University|College|School|Academy|Hospital|Clinic|Hotel|Prison|Jail|Institution|Institute|Cent(?:re|er)|Mall|Stadium|Square|Street|"
    r"Avenue|Boulevard|Road|Bridge|Restaurant|Club|Church|Cathedral|Mosque|Temple|Museum|Theatre|Cinema|Station)$"
)
_IN = re.compile(r",?\s+(?:(?:in|at)\s+)?(?:the\s+(?:[\w-]+\s+){0,3})?")


def named_elsewhere(places: Sequence[Place], text: str) -> tuple[Place, ...]:
    """A claim's places, without what an institution's name says of where it is: the "Gao Bank" in Kidal is in Kidal."""
    return tuple(unplaced(p) if any(_in_another(p, q, text) for q in places) else p for p in places)


def _in_another(p: Place, q: Place, text: str) -> bool:
    told = q.start > p.end and q.precision in ("town", "point") and bool(_IN.fullmatch(text, p.end, q.start))
    if not told or not p.place_id or not _INSTITUTION.search(p.text):
        return False
    return km(p.lat or 0.0, p.lon or 0.0, q.lat or 0.0, q.lon or 0.0) > FAR


def unplaced(p: Place) -> Place:
    """``p`` as its words alone."""
    return Place(text=p.text, start=p.start, end=p.end, report_id=p.report_id, facility=facility_of(p.text))
