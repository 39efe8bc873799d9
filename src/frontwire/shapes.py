"""The shapes records are made of: enumerations, mentions and the values words resolve to.

Offsets are characters of a report's stored text, end exclusive; dates ISO 8601; ``None`` is unknown or open, never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How a report puts an event (codebook A, embedded events)."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class PassageKind(StrEnum):
    """Why one wording stands in two reports."""

    COPIED = "copied"
    QUOTED = "quoted"
    BOILERPLATE = "boilerplate"


class ControlState(StrEnum):
    HELD = "held"
    CONTESTED = "contested"
    BESIEGED = "besieged"
    VACATED = "vacated"
    UNKNOWN = "unknown"


class Grade(StrEnum):
    """Codebook D; shown with its definition, never alone."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"


class SpeakerKind(StrEnum):
    """Codebook C. MEDIA is derivative: never an origin of its own."""

    NAMED = "named"
    OFFICIAL = "official"
    RESIDENT = "resident"
    MEDICAL = "medical"
    MEDIA = "media"
    NGO = "ngo"
    ARMED_GROUP = "armed_group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of one report: ``text`` equals the stored text between ``start`` and ``end``."""

    text: str
    start: int
    end: int
    report_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Mention):
    """A mention and who it stands for; ``actor_id`` None where the text does not say."""

    actor_id: str | None = None
    name: str | None = None
    side: str = "unknown"
    country: str | None = None  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Mention):
    """A place mention and what it resolves to; unresolved = ``place_id`` None and still listed."""

    place_id: str | None = None  # GeoNames id, or "x:…" for a supplement entry
    name: str | None = None
    facility: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None  # point, town, district, admin1, country
    candidates: int = 0
    score: float = 0.0
    relation: str | None = (
        None  # near, side_of, part_of … as the words around it say; context: an incident's, lent by the sentences around
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """When: a closed interval of ISO dates. ``rule`` names the rule, also where the words gave none.

    In a claim ``start`` and ``end`` mark words that are the claim's own; what was lent to it has none.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str = "vague"
    modifier: str | None = None
    rule: str = "unresolved"

    @property
    def beside(self) -> bool:
        """Do the claim's own words or its own sentence give it?"""
        return self.start is not None or self.rule.startswith("own_sentence:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many people (codebook B). ``high`` None = open; ``low`` None = no number given."""

    kind: str  # killed, wounded, missing, displaced, held
    text: str
    start: int
    end: int
    low: int | None
    high: int | None
    best: int | None
    victim_class: str = "unknown"
    aggregate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Mention):
    """Who says so."""

    kind: SpeakerKind = SpeakerKind.UNNAMED
    speaker_id: str | None = None  # same person or institution = same id
    side: str = "unknown"
    country: str | None = None
