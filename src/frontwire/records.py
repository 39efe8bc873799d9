"""The record: every type Frontwire stores, shows or exports (field names as in the export tables).

All records are frozen. Character offsets point into a report's stored text, end exclusive. Dates are ISO 8601
strings, as coarse as their precision ("2014-06" is a month). ``None`` means unknown or open, never zero.
``serial.py`` turns records into JSON and back without loss.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from frontwire.shapes import (
    Actor,
    ControlState,
    Figure,
    Grade,
    Interval,
    Mention,
    PassageKind,
    Place,
    Source,
    SpeakerKind,
    Status,
)

__all__ = [
    "Actor",
    "CasualtyRange",
    "Change",
    "Claim",
    "Contest",
    "ControlSpan",
    "ControlState",
    "Draft",
    "Figure",
    "Grade",
    "Incident",
    "Interval",
    "Judgement",
    "Link",
    "Mention",
    "Origin",
    "Passage",
    "PassageKind",
    "Place",
    "Range",
    "Report",
    "Skip",
    "Source",
    "SpeakerKind",
    "Status",
    "content_id",
]


def content_id(prefix: str, *parts: object) -> str:
    """Stable id from content: ``prefix-`` and 16 hex digits of SHA-256 over the parts (None differs from "")."""
    joined = "\x1f".join("\x00" if p is None else str(p) for p in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article as received. ``report_id`` is the input id, else a hash of outlet, date, title and text."""

    report_id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_precision: str | None = None  # minute, day, month, year
    url: str | None = None
    language: str | None = None
    sha256: str = ""
    path: str | None = None  # where it was read from; not part of its identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A span of text that stands in two or more reports."""

    family_id: str
    report_id: str
    start: int
    end: int
    kind: PassageKind
    text: str
    earliest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One event mention as one report tells it, on one speaker's word."""

    claim_id: str
    report_id: str
    sentence: int
    start: int
    end: int
    trigger: str
    type: str
    status: Status
    background: bool
    agent: tuple[Actor, ...] = ()
    target: tuple[Actor, ...] = ()
    place: tuple[Place, ...] = ()
    time: Interval | None = None
    casualties: tuple[Figure, ...] = ()
    source: tuple[Source, ...] = ()
    weapon: tuple[Mention, ...] = ()
    confidence: float = 0.0
    extractor: str = ""
    incident_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A reported range, never a confidence interval. ``high`` None = open."""

    low: int | None
    high: int | None
    best: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyRange:
    """The reconciled range of one kind and victim class, and the claims it stands on."""

    kind: str
    victim_class: str
    low: int | None
    high: int | None
    best: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Origins disagree on ``field``: what each says, and which claims say it."""

    field: str
    values: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The claims judged to tell of the same happening."""

    incident_id: str
    type: str | None = None
    date_earliest: str | None = None
    date_latest: str | None = None
    date_precision: str | None = None
    place: Place | None = None
    agents: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    killed: Range | None = None
    wounded: Range | None = None
    casualties: tuple[CasualtyRange, ...] = ()
    reports: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    origins_low: int = 0
    origins_high: int = 0
    grade: Grade | None = None
    contested: tuple[Contest, ...] = ()
    merged_into: str | None = None  # set on tombstones alone


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlSpan:
    """One holder's hold on one place over an interval of [not before, not after] bounds at both ends."""

    control_id: str
    place: Place
    facility: str | None
    holder: Actor | None
    state: ControlState
    from_earliest: str | None
    from_latest: str | None
    to_earliest: str | None
    to_latest: str | None
    mode: str | None  # seized, unopposed, withdrawn, stated
    claims: tuple[str, ...]
    origins_low: int
    origins_high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One voice behind claims."""

    origin_id: str
    kind: str  # agency, speaker, institution, outlet
    name: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two claims were joined or kept apart: the total weight and its parts in words."""

    claim_a: str
    claim_b: str
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One human decision, append-only: a later one supersedes, none is deleted."""

    judgement_id: str
    kind: str  # same, different, accept, reject, edit, prefer
    ids: tuple[str, ...]
    field: str | None = None
    value: str | None = None
    user: str | None = None
    reason: str | None = None
    made_at: str = ""
    superseded_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the record says now that it did not say before."""

    at: str
    subject: str  # incident, control, figure
    id: str
    before: str | None
    after: str | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an extractor returns: a claim in the report's own words, nothing resolved yet.

    ``roles`` maps a role to its fillers; every filler quotes the report exactly.
    """

    report_id: str
    sentence: int
    start: int
    end: int
    type: str
    status: Status
    background: bool
    roles: tuple[tuple[str, Mention], ...]
    confidence: float
    extractor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """An input that could not be used: one line for the person who gave it."""

    path: str
    reason: str
    remedy: str = ""
