"""The base map of a region: Natural Earth countries and inner admin-1 lines, for drawing only (never to decide a country)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

MARGIN = 6.0  # degrees around the outermost point: enough to recognise where one is
Box = tuple[float, float, float, float]


def _read(name: str) -> Any:
    return json.loads(gzip.decompress((files("frontwire.publish") / "data" / name).read_bytes()))


def bounds(points: Sequence[tuple[float, float]]) -> Box:
    """(west, south, east, north) of the points with a margin; the whole world without points."""
    if not points:
        return (-180.0, -60.0, 180.0, 80.0)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs) - MARGIN, min(ys) - MARGIN, max(xs) + MARGIN, max(ys) + MARGIN)


def _touches(ring: Sequence[Sequence[float]], box: Box) -> bool:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs) <= box[2] and max(xs) >= box[0] and min(ys) <= box[3] and max(ys) >= box[1]


def _centre(feature: dict[str, Any], box: Box) -> list[float]:
    """Middle of the part of a country's largest shape that lies inside the box."""
    ring = max((p[0] for p in feature["geometry"]["coordinates"]), key=len)
    inside = [p for p in ring if box[0] <= p[0] <= box[2] and box[1] <= p[1] <= box[3]] or ring
    xs, ys = [p[0] for p in inside], [p[1] for p in inside]
    return [round((min(xs) + max(xs)) / 2, 2), round((min(ys) + max(ys)) / 2, 2)]


def _labels(countries: Sequence[dict[str, Any]], box: Box) -> dict[str, Any]:
    points = [
        {"type": "Feature", "properties": {"name": f["properties"]["name"]}, "geometry": {"type": "Point", "coordinates": _centre(f, box)}}
        for f in countries
        if f["properties"]["code"]
    ]  # fmt: skip
    return {"type": "FeatureCollection", "features": points}


def region(points: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """{box, labels, countries, admin1}: GeoJSON of what lies around ``points`` (longitude, latitude)."""
    box = bounds(points)
    countries, codes = [], set()
    for feature in _read("countries.json.gz")["features"]:
        shapes = [p for p in feature["geometry"]["coordinates"] if _touches(p[0], box)]
        if shapes:
            countries.append({**feature, "geometry": {"type": "MultiPolygon", "coordinates": shapes}})
            codes.add(feature["properties"]["code"])
    inner = _read("admin1.json.gz")
    lines = [line for code in sorted(c for c in codes if c) for line in inner.get(code, ()) if _touches(line, box)]
    admin1 = {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": lines}}
    return {
        "box": box,
        "labels": _labels(countries, box),
        "countries": {"type": "FeatureCollection", "features": countries},
        "admin1": admin1,
    }
