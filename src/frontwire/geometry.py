"""Distances on the earth."""

from __future__ import annotations

import math


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres (haversine, mean earth radius)."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def moved(lat: float, lon: float, distance: float, bearing: float) -> tuple[float, float]:
    """The point ``distance`` kilometres from another towards ``bearing`` (degrees from north, clockwise), to 4 decimals."""
    a, b, d, t = math.radians(lat), math.radians(lon), distance / 6371.0, math.radians(bearing)
    c = math.asin(math.sin(a) * math.cos(d) + math.cos(a) * math.sin(d) * math.cos(t))
    e = b + math.atan2(math.sin(t) * math.sin(d) * math.cos(a), math.cos(d) - math.sin(a) * math.sin(c))
    return round(math.degrees(c), 4), round((math.degrees(e) + 540.0) % 360.0 - 180.0, 4)
