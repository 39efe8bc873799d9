"""Why a name was read as the place it was: the choice, the runner-up, and how far that one lay behind."""

from __future__ import annotations

from typing import Any

from frontwire.resolution.gazetteer import Candidate, Gazetteer
from frontwire.resolution.places import rank_report


def explain_places(text: str, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """One row a distinct place name of ``text``, in its order. ``margin`` is the difference of the two scores and
    null where the name has one candidate only; ``kept`` is false where the name was judged to be no place here."""
    toponyms, choices, kept = rank_report(text, gazetteer)
    names_kept = {t.key for t in toponyms if t.start in kept}
    rows = []
    for key in dict.fromkeys(t.key for t in toponyms if t.key in choices):
        found = choices[key]
        rows.append({
            "name": key[0], "place": _told(found.candidate), "lat": found.candidate.lat, "lon": found.candidate.lon,
            "kind": found.candidate.kind, "id": found.candidate.id, "candidates": found.candidates,
            "score": round(found.score, 2), "runner_up": _told(found.runner_up) if found.runner_up else None,
            "margin": round(found.margin, 2) if found.runner_up else None, "kept": key in names_kept,
        })  # fmt: skip
    return rows


def _told(candidate: Candidate) -> str:
    parts = (candidate.name, candidate.admin1 if candidate.kind not in ("province", "country") else None)
    return ", ".join([*(p for p in parts if p), *([candidate.country] if candidate.kind != "country" else [])])
