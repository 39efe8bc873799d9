"""What a build changed against the build before: the record's second clock (record time)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from frontwire.records import Change, ControlSpan, Incident, Range


def describe(incident: Incident) -> str:
    """One line that changes exactly when a reader would want to know."""
    place = incident.place.name or incident.place.text if incident.place else "place unknown"
    toll = "".join(
        f", {kind} {show(r)}" for kind, r in (("killed", incident.killed), ("wounded", incident.wounded)) if r
    )
    dates = " to ".join(dict.fromkeys(d for d in (incident.date_earliest, incident.date_latest) if d)) or "date unknown"
    return f"{incident.type} at {place}, {dates}{toll}, {incident.origins_low}–{incident.origins_high} origins, {incident.grade}"


def describe_control(span: ControlSpan) -> str:
    holder = f" by {span.holder.name or span.holder.text}" if span.holder else ""
    return f"{span.place.name} {span.state.value}{holder} from {span.from_earliest or '?'}..{span.from_latest or '?'} to {span.to_latest or 'open'}"


def show(r: Range) -> str:
    """A range in words: "21", "6–8", "100 or more"."""
    if r.low is None:
        return "unknown"
    if r.high is None:
        return f"{r.low} or more"
    return str(r.low) if r.low == r.high else f"{r.low}–{r.high}"


def compare(
    subject: str,
    before: Mapping[str, tuple[str, Sequence[str]]],
    after: Mapping[str, tuple[str, Sequence[str]]],
    at: str,
) -> list[Change]:
    """Changes between two states, each id -> (description, claim ids). Equal descriptions are no change."""
    found = []
    for identity in sorted({*before, *after}):
        old, new = before.get(identity), after.get(identity)
        if old and new and old[0] == new[0]:
            continue
        fresh = sorted(set(new[1]) - set(old[1] if old else ())) if new else list(old[1] if old else ())
        found.append(Change(at=at, subject=subject, id=identity, before=old[0] if old else None,
                            after=new[0] if new else None, because=tuple(fresh)))  # fmt: skip
    return found


def tombstones(before: Sequence[Incident], after: Sequence[Incident]) -> list[Incident]:
    """A vanished incident leaves its id behind with the incident that took most of its claims."""
    alive = {i.incident_id for i in after}
    found = []
    for old in before:
        if old.incident_id in alive:
            continue
        if old.merged_into:
            found.append(old)
            continue
        overlap = [(len(set(old.claims) & set(n.claims)), n.incident_id) for n in after]
        count, heir = max(overlap, default=(0, ""), key=lambda o: (o[0], o[1]))
        if count:
            found.append(Incident(incident_id=old.incident_id, merged_into=heir))
    return found
