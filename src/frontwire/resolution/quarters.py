"""Parts of a town: a side, the centre, a named neighbourhood. What is said of one is not said of the whole (codebook E)."""

from __future__ import annotations

import re
from dataclasses import replace

from frontwire.codebook import load
from frontwire.records import Place

# "western Mosul", "central Kyiv", "Mosul's old city": a part of the town, told without "of"
_SIDE_BEFORE = re.compile(
    r"\b(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central|downtown|inner|lower|upper)\s+$",
    re.I,
)
_PART_BEHIND = re.compile(
    r"^['’]s\s+(?:\w+\s+)?(?:north|south|east|west|cent(?:re|er)|old city|old town|suburbs?|outskirts|edges?)\b|^\s+(?:city|town)?\s*cent(?:re|er)\b",
    re.I,
)


def as_part(place: Place, toponym: Place, facility: str | None, text: str) -> Place:
    """A named part of a town ("the Salaheddin neighbourhood of Aleppo") is typed as what it is, at its town."""
    if place.precision != "town" or "/" in (place.place_id or ""):
        return place
    side = _SIDE_BEFORE.search(text[max(0, toponym.start - 20) : toponym.start]) or _PART_BEHIND.search(
        text[toponym.end : toponym.end + 40]
    )
    if place.relation is None and side:
        return replace(place, relation="part_of")
    typed = facility in load("facilities")["quarters"] and place.relation == "part_of"
    return replace(place, facility=facility) if typed else place
