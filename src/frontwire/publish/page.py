"""The situation page: one static folder that opens from disk, with no network. A pure view of the record."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape

import frontwire
from frontwire.publish.basemap import region
from frontwire.publish.marking import Mark, marked
from frontwire.situation.grades import DEFINITIONS
from frontwire.store.situation_store import SituationStore, write_atomically
from frontwire.views import also, interval, place_name, sentence_around, speakers, toll, whereabouts

ASSETS = ("maplibre-gl.js", "maplibre-gl.css", "maplibre-LICENSE.txt", "app.js", "map.js", "style.css")
Row = dict[str, Any]


def write_page(store: SituationStore, folder: Path) -> Path:
    """Write the page into ``folder``; returns the file to open."""
    tables = {t: store.rows(t) for t in ("reports", "claims", "incidents", "control", "passages", "origins")}
    texts = {r["report_id"]: store.text(r["sha256"]) for r in tables["reports"]}
    content = _content(tables, texts)
    environment = Environment(
        loader=PackageLoader("frontwire.publish"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    html = environment.get_template("situation.html.j2").render(
        name=store.folder.resolve().name, version=frontwire.__version__, **content
    )
    for asset in ASSETS:
        write_atomically(folder / "assets" / asset, (files("frontwire.publish") / "assets" / asset).read_bytes())
    data = json.dumps(_map_data(content), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    write_atomically(folder / "data.js", f"window.FRONTWIRE = {data};\n".encode())
    write_atomically(folder / "index.html", html.encode())
    return folder / "index.html"


def _content(tables: dict[str, list[Row]], texts: dict[str, str]) -> Row:
    reports = {r["report_id"]: r for r in tables["reports"]}
    claims = {c["claim_id"]: c for c in tables["claims"]}
    live = [i for i in tables["incidents"] if not i["merged_into"]]
    copied: dict[str, list[Row]] = {}
    for p in tables["passages"]:
        copied.setdefault(p["report_id"], []).append(p)
    origins = {c: o for o in tables["origins"] for c in o["claims"]}
    evidence = [_evidence(claims[c], reports, texts, copied, origins) for c in sorted(claims)]
    by_claim = {e["id"]: e for e in evidence}
    return {
        "reports": sorted(tables["reports"], key=lambda r: (r["published"] or "9", r["report_id"])),
        "incidents": [_incident(i, by_claim) for i in sorted(live, key=lambda i: (i["date_latest"] or "", i["incident_id"]), reverse=True)],
        "control": [_span(s, by_claim) for s in sorted(tables["control"], key=lambda s: (place_name(s["place"]), s["from_latest"] or ""))],
        "holders": _holders(tables["control"]),
        "definitions": {g.value: text for g, text in DEFINITIONS.items()},
        "claim_count": len(claims), "origin_count": len(tables["origins"]),
    }  # fmt: skip


def _evidence(
    claim: Row, reports: dict[str, Row], texts: dict[str, str], copied: dict[str, list[Row]], origins: dict[str, Row]
) -> Row:
    report = reports[claim["report_id"]]
    sentence = sentence_around(texts[claim["report_id"]], claim["start"], claim["end"])
    marks = [Mark(claim["start"], claim["end"], "trigger")]
    marks += [Mark(f["start"], f["end"], "figure") for f in claim["casualties"]]
    marks += [Mark(p["start"], p["end"], "place") for p in claim["place"]] + [
        Mark(s["start"], s["end"], "source") for s in claim["source"]
    ]
    shared = [Mark(p["start"], p["end"], p["kind"]) for p in copied.get(claim["report_id"], [])]
    origin = origins.get(claim["claim_id"])
    return {
        "id": claim["claim_id"], "outlet": report["outlet"] or report["report_id"], "published": report["published"], "title": report["title"], "order": (report["published"] or "9", report["report_id"], claim["start"]),
        "status": claim["status"], "background": claim["background"], "type": claim["type"], "url": report["url"] if (report["url"] or "").startswith(("http://", "https://")) else None,
        "said": speakers(claim),
        "parts": marked(sentence["text"], sentence["start"], marks, shared), "origin": origin["name"] if origin else None,
        "copied": any(m.name == "copied" and m.start <= claim["start"] < m.end for m in shared),
    }  # fmt: skip


def _ordered(ids: Sequence[str], by_claim: dict[str, Row]) -> list[Row]:
    return sorted((by_claim[c] for c in ids if c in by_claim), key=lambda e: e["order"])


GROUND = ("capture", "withdraw", "advance", "siege", "mobilize")
WORDS = ("meeting", "agreement", "demand", "threat", "accusation", "offer", "sanction", "protest", "aid")


def _kind(i: Row) -> str:
    """The page's coarse filter: ground, words, or harm for all else."""
    return "ground" if i["type"] in GROUND else "words" if i["type"] in WORDS else "harm"


def _incident(i: Row, by_claim: dict[str, Row]) -> Row:
    casualties = [{**c, "figure": interval(c["low"], c["high"])} for c in i["casualties"]]
    agents = list(dict.fromkeys(a["name"] or a["text"] for a in i["agents"]))
    return {
        "id": i["incident_id"], "type": i["type"], "kind": _kind(i), "earliest": i["date_earliest"], "latest": i["date_latest"], "precision": i["date_precision"],
        "place": whereabouts(i["place"]), "lat": (i["place"] or {}).get("lat"), "lon": (i["place"] or {}).get("lon"), "coarse": (i["place"] or {}).get("precision") in ("admin1", "country"),
        "agents": agents, "killed": toll(i["killed"]), "wounded": toll(i["wounded"]), "casualties": casualties, "harm": _harm(i),
        "reports": len(i["reports"]), "origins": interval(i["origins_low"], i["origins_high"]), "grade": i["grade"],
        "contested": i["contested"], "evidence": _ordered(i["claims"], by_claim),
    }  # fmt: skip


def _harm(i: Row) -> list[tuple[str, str]]:
    """(kind, figure) of all harm told, the dead first."""
    both = [(kind, toll(i[kind])) for kind in ("killed", "wounded")]
    return [*((kind, figure) for kind, figure in both if figure), *also(i)]


def _holder_name(s: Row) -> str | None:
    if not s["holder"]:
        return None
    side = {"state": "government side", "rebel": "armed opposition", "militia": "militia"}.get(
        s["holder"]["side"], s["holder"]["side"]
    )
    return str(s["holder"]["name"] if s["holder"]["actor_id"] else f"{side} (unnamed)")


def _span(s: Row, by_claim: dict[str, Row]) -> Row:
    return {
        "id": s["control_id"], "place": place_name(s["place"]), "facility": s["facility"], "lat": s["place"]["lat"], "lon": s["place"]["lon"],
        "holder": _holder_name(s), "words": s["holder"]["text"] if s["holder"] else None, "state": s["state"], "mode": s["mode"],
        "from_earliest": s["from_earliest"], "from_latest": s["from_latest"], "to_earliest": s["to_earliest"], "to_latest": s["to_latest"],
        "origins": interval(s["origins_low"], s["origins_high"]), "evidence": _ordered(s["claims"], by_claim),
    }  # fmt: skip


def _holders(control: Sequence[Row]) -> list[str]:
    """Holders by how often they hold, so that colours are stable for the big ones."""
    names = [n for s in control if (n := _holder_name(s))]
    return sorted(set(names), key=lambda n: (-names.count(n), n))


def _map_data(content: Row) -> Row:
    keep = ("id", "type", "earliest", "latest", "place", "lat", "lon", "coarse", "killed", "wounded", "grade")
    incidents = [{k: i[k] for k in keep} for i in content["incidents"] if i["lat"] is not None]
    spans = [{k: v for k, v in s.items() if k != "evidence"} for s in content["control"]]
    points = [(r["lon"], r["lat"]) for r in (*incidents, *spans) if not r.get("coarse")] or [
        (r["lon"], r["lat"]) for r in incidents
    ]
    return {"incidents": incidents, "control": spans, "holders": content["holders"], "base": region(points)}
