"""Between two towns: "on the road between Gao and Ansongo" is half-way, and no nearer known than that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from frontwire.geometry import km
from frontwire.records import Place

FARTHEST = 300.0  # km; between two towns further apart is no place
_KIND = r"(?:the\s+)?(?:(?:towns?|villages?|cit(?:y|ies)|districts?|settlements?)\s+of\s+)?"
_LEAD = re.compile(rf"\bbetween\s+{_KIND}$", re.I)
_JOIN = re.compile(rf"(?:\s+(?:city|town|village|district))?\s+and\s+{_KIND}", re.I)


def amid(place: Place, start: int, text: str, places: Sequence[Place]) -> Place:
    """``place`` half-way between two towns where the one named at ``start`` of ``text`` is one of two that it lies between.

    ``places`` are those of the report, in text order. The id stays that of the town; the precision is a district's.
    """
    for one, other in pairwise(places):
        named = start in (one.start, other.start)
        if (
            named
            and _LEAD.search(text[max(0, one.start - 40) : one.start])
            and _JOIN.fullmatch(text, one.end, other.start)
        ):
            return _half_way(place, one, other)
    return place


def _half_way(place: Place, one: Place, other: Place) -> Place:
    ends = [p for p in (one, other) if p.precision in ("town", "point", "district")]
    points = [(p.lat, p.lon) for p in ends if p.lat is not None and p.lon is not None]
    if len(points) < 2 or km(*points[0], *points[1]) > FARTHEST:
        return place
    lat, lon = (round(sum(axis) / 2, 4) for axis in zip(*points, strict=True))
    return replace(place, lat=lat, lon=lon, precision="district", relation="between")
