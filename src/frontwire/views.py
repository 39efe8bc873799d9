"""What `show` and `why` print, as plain rows: selection apart from drawing."""

from __future__ import annotations

from typing import Any

from frontwire.records import Actor, Source
from frontwire.resolution.speakers import interested
from frontwire.serial import from_json
from frontwire.store.situation_store import SituationError, SituationStore

SHOWN = ("incidents", "control", "casualties", "sources", "claims")
Row = dict[str, Any]


def select(
    store: SituationStore, view: str, *, place: str | None = None, day: str | None = None, kind: str | None = None
) -> list[Row]:
    """Rows of one view, filtered."""
    rows = {
        "incidents": _incidents,
        "control": _control,
        "casualties": _casualties,
        "sources": _sources,
        "claims": _claims,
    }[view](store)
    if place:
        rows = [r for r in rows if place.casefold() in str(r.get("place") or "").casefold()]
    if kind:
        rows = [r for r in rows if r.get("type") == kind]
    if day:
        rows = [r for r in rows if _holds(r, day)]
    return rows


def _holds(row: Row, day: str) -> bool:
    start = row.get("from") or row.get("earliest") or "0"
    end = row.get("to") or row.get("latest") or "9"
    return bool(start[:10] <= day <= end[:10])


def interval(low: int | None, high: int | None) -> str:
    """ "21", "6–8", "100+", "" for unknown."""
    if low is None:
        return ""
    return f"{low}+" if high is None else str(low) if low == high else f"{low}–{high}"


def speakers(claim: Row) -> list[str]:
    """Who says so, each with the kind of speaker, and whether of the side whose conduct is told."""
    agents = [from_json(Actor, a) for a in claim["agent"]]
    said = [(s, ", interested party" * interested(from_json(Source, s), agents)) for s in claim["source"]]
    return [f"{s['text']} ({s['kind'].replace('_', ' ')}{party})" for s, party in said]


def toll(value: Row | None) -> str:
    return interval(value["low"], value["high"]) if value else ""


# Kinds of harm an incident shows beside the killed and wounded.
_ALSO = ("missing", "held", "displaced")


def also(incident: Row) -> list[tuple[str, str]]:
    """(kind, figure) of the missing, held and displaced. A figure for "people" may hold the others': the larger of the two counts."""
    found = []
    for kind in _ALSO:
        own = [c for c in incident["casualties"] or [] if c["kind"] == kind]
        whole, parts = ([c for c in own if (c["victim_class"] == "unknown") is of_all] for of_all in (True, False))
        sums = [_sum(group) for group in (whole, parts) if group]
        if sums:
            found.append((kind, interval(*max(sums, key=lambda s: s[0]))))
    return found


def _sum(classes: list[Row]) -> tuple[int, int | None]:
    high = None if any(c["high"] is None for c in classes) else sum(c["high"] for c in classes)
    return sum(c["low"] or 0 for c in classes), high


def _named(actors: list[Row]) -> str:
    return "; ".join(dict.fromkeys(a["name"] or a["text"] for a in actors))


# How far a place is the place itself: what the words around it say, or that only the context names it.
_RELATED = {
    "near": "near {}", "side_of": "near {}", "between": "near {}", "around": "around {}", "part_of": "part of {}", "context": "{} (context)",
}  # fmt: skip


def place_name(place: Row | None) -> str:
    if not place:
        return ""
    return place["name"] or f"{place['text']} (unresolved)"


def whereabouts(place: Row | None) -> str:
    """A place as said of an event; control is of the place itself, where a part is said by the state."""
    form = _RELATED.get(place["relation"], "{}") if place and place["name"] else "{}"
    return form.format(place_name(place))


def _incidents(store: SituationStore) -> list[Row]:
    return [
        {
            "id": i["incident_id"], "type": i["type"], "earliest": i["date_earliest"], "latest": i["date_latest"],
            "place": whereabouts(i["place"]), "by": _named(i["agents"]), "killed": toll(i["killed"]), "wounded": toll(i["wounded"]),
            "also": ", ".join(f"{figure} {kind}" for kind, figure in also(i)), "reports": len(i["reports"]), "origins": interval(i["origins_low"], i["origins_high"]), "grade": i["grade"],
        }
        for i in sorted(store.rows("incidents"), key=lambda i: (i["date_latest"] or "", i["incident_id"]))
        if not i["merged_into"]
    ]  # fmt: skip


def _control(store: SituationStore) -> list[Row]:
    return [
        {
            "id": s["control_id"], "place": place_name(s["place"]), "facility": s["facility"], "state": s["state"],
            "holder": _named([s["holder"]]) if s["holder"] else "", "from": s["from_earliest"] or s["from_latest"], "from_latest": s["from_latest"],
            "to": s["to_latest"] or s["to_earliest"], "mode": s["mode"], "origins": interval(s["origins_low"], s["origins_high"]),
        }
        for s in sorted(store.rows("control"), key=lambda s: (place_name(s["place"]), s["from_latest"] or "", s["control_id"]))
    ]  # fmt: skip


def _casualties(store: SituationStore) -> list[Row]:
    return [
        {
            "id": i["incident_id"], "type": i["type"], "earliest": i["date_earliest"], "latest": i["date_latest"], "place": whereabouts(i["place"]),
            "kind": c["kind"], "victims": c["victim_class"], "figure": interval(c["low"], c["high"]), "best": c["best"], "claims": len(c["claims"]),
        }
        for i in sorted(store.rows("incidents"), key=lambda i: (i["date_latest"] or "", i["incident_id"]))
        for c in i["casualties"] or []
    ]  # fmt: skip


def _sources(store: SituationStore) -> list[Row]:
    rows = [
        {
            "id": o["origin_id"],
            "kind": o["kind"],
            "name": o["name"],
            "claims": len(o["claims"]),
            "reports": len(o["reports"]),
        }
        for o in store.rows("origins")
    ]
    return sorted(rows, key=lambda r: (-r["claims"], r["id"]))


def _claims(store: SituationStore) -> list[Row]:
    return [
        {
            "id": c["claim_id"], "report": c["report_id"], "type": c["type"], "status": c["status"], "trigger": c["trigger"],
            "earliest": (c["time"] or {}).get("earliest"), "latest": (c["time"] or {}).get("latest"),
            "place": "; ".join(whereabouts(p) for p in c["place"]), "agent": _named(c["agent"]),
            "figures": "; ".join(f"{f['kind']} {interval(f['low'], f['high'])}" for f in c["casualties"]),
            "source": "; ".join(speakers(c)), "incident": c["incident_id"],
        }
        for c in sorted(store.rows("claims"), key=lambda c: (c["report_id"], c["start"]))
    ]  # fmt: skip


def evidence(store: SituationStore, identity: str) -> Row:
    """Everything behind one id (or its first characters). Raises SituationError for none or several."""
    subject = _subject(store, identity)
    wanted = set(subject.get("claims") or [subject.get("claim_id")])
    reports = {r["report_id"]: r for r in store.rows("reports")}
    origin_of = {c: o for o in store.rows("origins") for c in o["claims"]}
    passages = store.rows("passages")
    chain = []
    for claim in sorted(
        (c for c in store.rows("claims") if c["claim_id"] in wanted),
        key=lambda c: (reports[c["report_id"]]["published"] or "", c["report_id"], c["start"]),
    ):
        report = reports[claim["report_id"]]
        copied = [
            p["family_id"]
            for p in passages
            if p["report_id"] == claim["report_id"]
            and p["kind"] == "copied"
            and p["start"] <= claim["start"] < p["end"]
        ]
        chain.append({
            "claim": claim, "outlet": report["outlet"], "published": report["published"], "title": report["title"],
            "sentence": sentence_around(store.text(report["sha256"]), claim["start"], claim["end"]),
            "origin": origin_of.get(claim["claim_id"]), "copied": copied,
        })  # fmt: skip
    links = [k for k in store.rows("links") if k["claim_a"] in wanted and k["claim_b"] in wanted]
    return {"subject": subject, "evidence": chain, "links": links}


def _subject(store: SituationStore, identity: str) -> Row:
    found = [
        (key, r)
        for table, key in (("incidents", "incident_id"), ("control", "control_id"), ("claims", "claim_id"))
        for r in store.rows(table)
        if r[key].startswith(identity)
    ]
    if not found:
        raise SituationError(
            f"nothing in this situation has the id {identity}: `frontwire show {store.folder} incidents` lists ids"
        )
    if len(found) > 1:
        raise SituationError(f"{identity} fits {len(found)} ids: give more of it")
    subject: Row = found[0][1]
    if subject.get("merged_into"):
        return _subject(store, subject["merged_into"])
    return subject


def sentence_around(text: str, start: int, end: int) -> Row:
    """The stored sentence (by line and full stop) around a span, with its own offsets for highlighting."""
    from frontwire.reading.sentences import split

    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    for s, e in split(text, line_start, len(text) if line_end < 0 else line_end):
        if s <= start < e:
            return {"text": text[s:e], "start": s, "end": e}
    return {"text": text[start:end], "start": start, "end": end}
