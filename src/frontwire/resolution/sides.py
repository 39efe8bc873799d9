"""Sides and distances: "30 km north of Mosul", "the north-western countryside of Hama" -> where that is.

A distance with a side moves the point of the place it is measured from. A side of a province is where its towns on
that side lie; the side of a seat's countryside is half-way there. In the corpus and the real items four such distances
are told of towns the gazetteer knows: they are 1 to 18 km out (of 21 to 207) and 10 to 40 degrees off. "North of X"
without one is anything between 12 and 262 km (ten pairs of towns), so it moves nothing.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from frontwire.geometry import moved
from frontwire.records import Place
from frontwire.resolution.gazetteer import LARGE, Gazetteer
from frontwire.resolution.names import skeleton
from frontwire.resolution.quantities import integer

BEARING = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315,
}  # fmt: skip
MILE = 1.609344
FARTHEST = 300.0  # km: beyond it "north of" is no place
TOWNS = 8  # of a province; fewer say too little of where its sides are
_SIDE = r"(?<![\w-])((?:north|south)(?:ern)?[- ]?(?:east|west)|north|south|east|west)"
_APART = re.compile(
    rf"(?<![\w.,-])(\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?)[ -]?(?:km|kms|kilomet(?:er|re)s?|(miles?))\b(?:\s*\([^)]{{1,24}}\))?,?\s+"
    rf"(?:away\s+)?(?:(?:to\s+)?the\s+)?{_SIDE}\s+(?:of|from)\s+(?:the\s+)?(?:[\w-]+,?\s+){{0,3}}$",
    re.I,
)
_RURAL = r"(?:countryside|suburbs|outskirts|hinterland|rural(?:\s+areas?)?|parts?|areas?|districts|axis|frontlines?)"
# "western Idlib", "the northern countryside of Hama", "the north-west of Aleppo province"; "north of Aleppo" is outside it
_BEFORE = re.compile(
    rf"(\bthe\s+)?{_SIDE}(ern)?(\s+{_RURAL})?(\s+(?:of|in))?\s+(?:the\s+)?(?:province of\s+)?#?$", re.I
)
# "Aleppo's western countryside", "Hama northern countryside"
_BEHIND = re.compile(rf"^(?:['’]s)?(?:\s+(?:province|governorate)(?:['’]s)?)?\s+{_SIDE}(?:ern)?\s+{_RURAL}\b", re.I)
_PROVINCE = re.compile(r"^(?:['’]s)?\s+(?:province|governorate|countryside|suburbs|axis|frontlines?)\b", re.I)
_CITY = re.compile(r"^(?:['’]s)?\s+(?:city|town)\b|^,?\s+(?:a|the) (?:city|town)\b", re.I)


def located(place: Place, before: str, behind: str, gazetteer: Gazetteer) -> Place:
    """``place`` where the words before and behind its name put it; the same place where they say nothing of that."""
    if place.lat is None or place.lon is None or not place.place_id:
        return place
    if apart := _APART.search(before[-90:]):
        return _apart(place, apart)
    side, rural = _side(before[-60:], behind[:60])
    if side is None:
        return place
    province = _province(place, gazetteer, rural or bool(_PROVINCE.match(behind)), bool(_CITY.match(behind)))
    return _part(place, province, side, gazetteer) if province else place


def _apart(place: Place, told: re.Match[str]) -> Place:
    number = told[1].replace(",", ".")
    length = float(number) if number[0].isdigit() else float(integer(told[1]) or 0)
    length *= MILE if told[2] else 1.0
    if not 0 < length <= FARTHEST:
        return place
    lat, lon = moved(place.lat or 0.0, place.lon or 0.0, length, BEARING[_plain(told[3])])
    return replace(place, lat=lat, lon=lon, precision="district", relation="side_of")


def _side(before: str, behind: str) -> tuple[str | None, bool]:
    """The side of the place that is meant, and whether the words say that it is one of the country around it."""
    if found := _BEHIND.match(behind):
        return _plain(found[1]), True
    found = _BEFORE.search(before)
    outside = found and found[5] and not found[4] and not found[1]
    return (None, False) if not found or outside else (_plain(found[2]), bool(found[4]))


def _plain(side: str) -> str:
    return re.sub(r"ern|[- ]", "", side.lower())


def _province(place: Place, gazetteer: Gazetteer, around: bool, city: bool) -> str | None:
    """Name of the province a side of which is meant: the place itself, or the one whose name its seat bears.

    A city of half a million has sides of its own: "eastern Aleppo" is a part of the city, "eastern Idlib" of the province.
    """
    if place.precision == "admin1":
        return place.admin1
    seat = bool(place.admin1) and skeleton(place.name or "") == skeleton(place.admin1 or "")
    if not seat or city or place.precision == "point" or "/" in (place.place_id or ""):
        return None
    return place.admin1 if around or gazetteer.population(place.place_id or "") < LARGE else None


def _part(place: Place, name: str, side: str, gazetteer: Gazetteer) -> Place:
    province = gazetteer.province(place.country or "", name)
    if province is None:
        return place
    far = middle(gazetteer.towns(province.country, name), side)
    seat = (place.lat or 0.0, place.lon or 0.0)
    lat, lon = seat if far is None else far if place.precision == "admin1" else _between(seat, far)
    return replace(
        place, place_id=province.id, admin1=name, facility=province.kind, lat=lat, lon=lon, precision="admin1", relation="part_of"
    )  # fmt: skip


def _between(seat: tuple[float, float], far: tuple[float, float]) -> tuple[float, float]:
    """The countryside of a seat begins at its gates: half-way to the towns on that side."""
    return round((seat[0] + far[0]) / 2, 4), round((seat[1] + far[1]) / 2, 4)


def middle(towns: list[tuple[float, float]], side: str) -> tuple[float, float] | None:
    """Mean point of the half of ``towns`` (latitude, longitude) that lies farthest towards ``side``."""
    if len(towns) < TOWNS:
        return None
    north, east = math.cos(math.radians(BEARING[side])), math.sin(math.radians(BEARING[side]))
    shrink = math.cos(math.radians(towns[0][0]))
    half = sorted(towns, key=lambda t: -(t[0] * north + t[1] * shrink * east))[: len(towns) // 2]
    return round(sum(t[0] for t in half) / len(half), 4), round(sum(t[1] for t in half) / len(half), 4)
