"""Toponyms found and resolved (``python -m benchmarks.places REPORTS GOLD [--wrong]``), without the model: seconds, not minutes.

``REPORTS`` is JSONL with ``id`` and ``text``; ``GOLD`` is JSONL with ``id``, ``corpus`` and ``toponyms`` (``start``,
``end``, ``lat``, ``lon``, ``geonameid``, ``use``). Two figures a corpus, each the share of gold toponyms with
coordinates that come out within 161 km (Gritta et al. 2018) or with the gold id: with names found by us, a name not
found counting as wrong, and with the gold names given. And how many places were found where the gold marks none.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from frontwire.geometry import km
from frontwire.records import Place
from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.places import resolve

NEAR_KM = 161.0  # 100 miles, the field's customary radius


def rows(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def right(place: Place | None, wanted: Mapping[str, Any]) -> bool:
    """Is ``place`` the gold toponym's place, by id or within :data:`NEAR_KM`?"""
    if place is None or place.lat is None or place.lon is None:
        return False
    same = wanted["geonameid"] is not None and place.place_id == str(wanted["geonameid"])
    return same or km(place.lat, place.lon, wanted["lat"], wanted["lon"]) <= NEAR_KM


def overlapping(places: Iterable[Place], wanted: Mapping[str, Any]) -> Place | None:
    """The found place that shares most characters with a gold toponym, the shorter among equals."""
    shared = [(min(p.end, wanted["end"]) - max(p.start, wanted["start"]), p.start - p.end, p) for p in places]
    return max((s for s in shared if s[0] > 0), key=lambda s: s[:2], default=(0, 0, None))[2]


def overlaps_none(place: Place, toponyms: Iterable[Mapping[str, Any]]) -> bool:
    """Was a place found where the gold has no toponym at all?"""
    return not any(place.start < t["end"] and t["start"] < place.end for t in toponyms)


def scored(gold: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [t for t in gold["toponyms"] if t["use"] in ("score", "found") and t["lat"] is not None]


def measure(
    texts: Mapping[str, str], gold: Sequence[Mapping[str, Any]], gazetteer: Gazetteer
) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Counts by (corpus, what) and a line for each toponym read otherwise."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong = []
    for g in gold:
        text, wanted = texts[g["id"]], scored(g)
        found = resolve(text, gazetteer=gazetteer)
        given = resolve(text, gazetteer=gazetteer, spans=[(t["start"], t["end"]) for t in wanted])
        counts[g["corpus"], "found beside"] += sum(
            overlaps_none(p, g["toponyms"]) for p in found if p.facility != "demonym"
        )
        for toponym, place in zip(wanted, given, strict=True):
            own = overlapping(found, toponym)
            counts[g["corpus"], "toponyms"] += 1
            counts[g["corpus"], "end to end"] += right(own, toponym)
            counts[g["corpus"], "names given"] += right(place, toponym)
            if not right(own, toponym):
                wrong.append(f"{g['id']}\t{toponym['phrase']}\t{own and (own.text, own.name, own.country)}")
    return counts, wrong


def main() -> None:
    reports, gold = (rows(Path(a)) for a in sys.argv[1:3])
    counts, wrong = measure({r["id"]: r["text"] for r in reports}, gold, Gazetteer())
    for corpus in sorted({c for c, _ in counts}):
        n = counts[corpus, "toponyms"]
        shares = {w: round(counts[corpus, w] / n, 3) for w in ("end to end", "names given")}
        print(f"{corpus}: {n} toponyms", shares, f"{counts[corpus, 'found beside']} found where the gold has none")
    if "--wrong" in sys.argv:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
