"""The main job: reports in, a situation out. Everything after extraction is a pure function of what is stored."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import frontwire
from frontwire.engine import run_serial
from frontwire.extraction.extractor import BundledExtractor, Extractor
from frontwire.linking.link import link
from frontwire.progress import Progress, Result
from frontwire.reading.document import Document, agency, document
from frontwire.reading.reader import read_all
from frontwire.records import Claim, Draft, Report, Skip
from frontwire.resolution.acquaintances import introduced_by, joined
from frontwire.resolution.company import usual
from frontwire.resolution.own_places import check, install
from frontwire.resolution.resolver import Resolved
from frontwire.reuse.origins import voices
from frontwire.reuse.passages import find_passages
from frontwire.serial import to_json
from frontwire.situation import changes as changed
from frontwire.situation.control import control_spans
from frontwire.situation.incidents import incidents
from frontwire.situation.surroundings import Surroundings
from frontwire.stages import ExtractStage, ResolveStage
from frontwire.store.situation_store import SituationStore, write_atomically

BATCH = 16  # reports: small enough that a kill loses seconds, large enough to fill the model's batches


def build(
    paths: Sequence[Path],
    folder: Path,
    *,
    published: str | None = None,
    threshold: float | None = None,
    gazetteers: Sequence[Path] = (),
    extractor: Extractor | None = None,
    progress: Progress | None = None,
) -> Result:
    """Read ``paths`` into the situation at ``folder`` and bring its record up to date.

    ``gazetteers`` are the user's own place files. The situation keeps them for later builds; new ones replace them.
    Raises :class:`frontwire.resolution.own_places.OwnPlacesError` before anything is read where one cannot be used.
    Where no report can be read and the situation holds none, ``counts`` is empty and no new folder is left behind.
    """
    progress = progress or Progress()
    extractor = extractor or BundledExtractor()
    result = Result()
    new = not folder.exists()
    if new:
        check(gazetteers)  # a refused file leaves no empty situation behind
    _bring_up_to_date(folder, paths, published, threshold, gazetteers, extractor, result, progress)
    if new and not result.counts:
        shutil.rmtree(folder)
    return result


def _bring_up_to_date(
    folder: Path,
    paths: Sequence[Path],
    published: str | None,
    threshold: float | None,
    gazetteers: Sequence[Path],
    extractor: Extractor,
    result: Result,
    progress: Progress,
) -> None:
    with SituationStore(folder, create=True) as store:
        if gazetteers:
            progress.stage("gazetteer")
            install(gazetteers, store.own_places, lambda n: progress.advance(5000))
        _read(store, paths, published, result, progress)
        documents = [document(r) for r in store.reports()]
        if not documents:
            return
        _extract(store, documents, extractor, progress)
        views = _views(store, documents, extractor.name, threshold, progress)
        _save(store, views, result, progress)
        result.counts = {name: len(rows) for name, rows in views.items()}
        _manifest(store, views, extractor.name)


def _read(
    store: SituationStore, paths: Sequence[Path], published: str | None, result: Result, progress: Progress
) -> None:
    """New reports into the store, a few at a time. The same id with another text keeps the stored one."""
    progress.stage("reading")
    known = store.known()
    fresh: list[Report] = []
    for item in read_all(paths, published):
        progress.advance()
        if isinstance(item, Skip):
            result.skipped.append(item)
        elif item.report_id not in known:
            fresh.append(item)
        elif known[item.report_id] == item.sha256:
            result.known += 1
        else:
            reason = f"has the id {item.report_id} of a stored report but another text; the stored one stays"
            result.skipped.append(
                Skip(path=item.path or "", reason=reason, remedy="give the new version an id of its own")
            )
        if len(fresh) >= 200:
            store.add_reports(fresh)
            result.added += len(fresh)
            fresh = []
    store.add_reports(fresh)
    result.added += len(fresh)


def _extract(store: SituationStore, documents: Sequence[Document], extractor: Extractor, progress: Progress) -> None:
    done = store.drafts(extractor.name)
    waiting = [d for d in documents if d.report.report_id not in done]
    progress.stage("claims", len(waiting))
    for batch in run_serial(ExtractStage(extractor), waiting, BATCH):
        store.add_drafts(extractor.name, {d.report.report_id: drafts for d, drafts in batch})
        progress.advance(len(batch))


def _views(
    store: SituationStore, documents: Sequence[Document], extractor: str, threshold: float | None, progress: Progress
) -> dict[str, list[Any]]:
    """Every table of the record from what is stored."""
    drafts = store.drafts(extractor)
    reports = [d.report for d in documents]
    resolved = _resolve(store, [(d, drafts.get(d.report.report_id, [])) for d in documents], progress)
    claims = _unique([c for r in resolved for c in r.claims])
    progress.stage("shared passages")
    passages = find_passages(reports)
    credits = {d.report.report_id: a for d in documents if (a := agency(d))}
    heard = voices(claims, reports, passages, credits)
    progress.stage("incidents and control")
    texts = {r.report_id: r.text for r in reports}
    outlets = {r.report_id: r.outlet for r in reports}
    linked = link(claims, passages, store.judgements(), threshold, texts, outlets)
    dates: Mapping[str, str | None] = {r.report_id: r.published for r in reports}
    places = [p for r in resolved for p in r.places]
    found = incidents(linked.groups, heard, dates, Surroundings(documents, places))
    owner = {c: i.incident_id for i in found for c in i.claims}
    claims = [replace(c, incident_id=owner.get(c.claim_id)) for c in claims]
    return {
        "reports": [_report_row(d, r.claims) for d, r in zip(documents, resolved, strict=True)],
        "claims": claims, "incidents": list(found), "control": list(control_spans(claims, heard, texts)),
        "passages": passages, "origins": list(heard.origins), "links": list(linked.links),
        "places": places,
        "times": [{**to_json(t), "report_id": d.report.report_id} for d, r in zip(documents, resolved, strict=True) for t in r.times],
    }  # fmt: skip


def _resolve(
    store: SituationStore, items: Sequence[tuple[Document, list[Draft]]], progress: Progress
) -> list[Resolved]:
    """Every report by itself; those that leave a name open once more, with what the others take it for or whom they introduce."""
    progress.stage("places, times, actors", len(items))
    stage = ResolveStage(own=store.own_places if store.own_places.exists() else None)
    resolved: list[Resolved] = []
    for batch in run_serial(stage, items, BATCH):
        resolved += [r for _, r in batch]
        progress.advance(len(batch))
    stage.usual = usual(reading for r in resolved for reading in r.readings)
    stage.others = introduced_by(r.cast for r in resolved)
    again = [
        n
        for n, (d, _) in enumerate(items)
        if d.report.report_id in stage.usual
        or joined(resolved[n].cast, stage.others, d.report.text) is not resolved[n].cast
    ]
    for n, found in zip(again, stage.process([items[n] for n in again]) if again else [], strict=True):
        resolved[n] = found
    return resolved


def _unique(claims: Sequence[Claim]) -> list[Claim]:
    """One claim per id: the same words read twice are one claim."""
    return list({c.claim_id: c for c in claims}.values())


def _report_row(doc: Document, claims: Sequence[Claim]) -> dict[str, Any]:
    row: dict[str, Any] = to_json(doc.report)
    return row | {"characters": len(doc.report.text), "sentences": len(doc.sentences), "claims": len(claims)}


def _save(store: SituationStore, views: dict[str, list[Any]], result: Result, progress: Progress) -> None:
    """Compare with the record before, then swap all views in one transaction."""
    progress.stage("saving")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    before = store.incidents()
    old = {i.incident_id: (changed.describe(i), i.claims) for i in before if not i.merged_into}
    new = {i.incident_id: (changed.describe(i), i.claims) for i in views["incidents"]}
    rows = store.rows("control")
    old_control = {r["control_id"]: (_control_words(r), r["claims"]) for r in rows}
    new_control = {s.control_id: (_control_words(to_json(s)), s.claims) for s in views["control"]}
    found = changed.compare("incident", old, new, at) + changed.compare("control", old_control, new_control, at)
    views["incidents"] = [*views["incidents"], *changed.tombstones(before, views["incidents"])]
    store.replace_views(views, found)
    result.changes = found


def _control_words(row: Mapping[str, Any]) -> str:
    holder = row["holder"]["name"] or row["holder"]["text"] if row["holder"] else "nobody named"
    bounds = [row[k] or "?" for k in ("from_earliest", "from_latest", "to_earliest", "to_latest")]
    return (
        f"{row['place']['name']}: {row['state']}, {holder}, from {bounds[0]}..{bounds[1]} to {bounds[2]}..{bounds[3]}"
    )


def _manifest(store: SituationStore, views: Mapping[str, Sequence[Any]], extractor: str) -> None:
    """Versions, counts and a digest of the record; rewritten only when the record changed."""
    digest = hashlib.sha256()
    for name in sorted(views):
        for line in sorted(json.dumps(to_json(v), sort_keys=True) for v in views[name]):
            digest.update(line.encode())
    file = store.folder / "manifest.json"
    record = digest.hexdigest()
    if file.exists() and json.loads(file.read_text("utf-8")).get("record") == record:
        return
    content = {
        "frontwire": frontwire.__version__, "extractor": extractor, "record": record,
        "built_at": datetime.now(UTC).isoformat(timespec="seconds"), "counts": {n: len(v) for n, v in sorted(views.items())},
    }  # fmt: skip
    write_atomically(file, (json.dumps(content, indent=1) + "\n").encode())
