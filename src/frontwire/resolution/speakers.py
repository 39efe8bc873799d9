"""Words -> speakers by kind (codebook C), with an id so that one voice met twice counts once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from frontwire.codebook import load
from frontwire.records import Actor, Mention, Source, SpeakerKind
from frontwire.resolution.actors import Cast, resolve
from frontwire.resolution.names import normalise

_NAME = re.compile(r"(?<!\w)((?:al-)?[A-Z][\w’'-]+(?:\s+(?:al-|bin |ibn |abu )?[A-Z][\w’'-]+)*)\s*$")
_GENERIC_NAME = re.compile(
    r"\b(?:Police|Officials?|Residents?|Witnesses|Doctors?|Medics|Army|Ministry|Government|Council|Office)$"
)


def kind_of(text: str) -> SpeakerKind:
    """Kind by the words; a personal name with no such word is ``named``."""
    lowered = text.lower()
    for kind, patterns in load("roles")["speakers"].items():
        if any(re.search(rf"(?<!\w)(?:{p})(?!\w)", lowered) for p in patterns):
            return _named(text, SpeakerKind(kind))
    return SpeakerKind.NAMED if _NAME.fullmatch(text) else SpeakerKind.UNNAMED


def _named(text: str, kind: SpeakerKind) -> SpeakerKind:
    """ "Lieutenant General X" is a named speaker; "a police captain" is an official."""
    found = _NAME.search(text)
    is_person = found and len(text.split()) > 1 and not _GENERIC_NAME.search(text) and kind is SpeakerKind.OFFICIAL
    return (
        SpeakerKind.NAMED
        if is_person
        and (text.split()[-1][0].isupper() or text.split()[-1].startswith("al-"))
        and not _institution(text)
        else kind
    )


def _institution(text: str) -> bool:
    return bool(
        re.search(r"\b(?:Ministry|Department|Office|Army|Police|Council|Command|Pentagon|House|Forces?|Guard)\b", text)
    )


def speaker_id(text: str, kind: SpeakerKind, actor_id: str | None) -> str | None:
    """Same person or institution, same id. Unnamed officials, residents and the like have none: they may be anyone."""
    if actor_id and not actor_id.startswith("state:"):
        return f"actor:{actor_id}"
    if kind is SpeakerKind.NAMED:
        found = _NAME.search(text)
        return f"person:{normalise(found.group(1).split()[-1])}" if found else None
    if _institution(text) or re.search(r"\b(?:ministry|department|pentagon|kremlin)\b", text, re.I):
        return f"institution:{normalise(text)}"
    return None


def resolve_speaker(mention: Mention, report: Cast) -> Source:
    """A source mention with kind, identity and side."""
    kind = kind_of(mention.text)
    actor = resolve(mention, report)
    if kind is SpeakerKind.NAMED and actor.actor_id and actor.side in ("rebel", "militia"):
        kind = SpeakerKind.ARMED_GROUP
    return Source(
        text=mention.text, start=mention.start, end=mention.end, report_id=mention.report_id, kind=kind,
        speaker_id=speaker_id(mention.text, kind, actor.actor_id), side=actor.side, country=actor.country,
    )  # fmt: skip


_PARTIES = frozenset({"state", "rebel", "militia", "external"})


def interested(source: Source, agents: Sequence[Actor]) -> bool:
    """Is the speaker of the side whose conduct is told (codebook C: an interested party)?

    One side with no other country, nor another group, named on either hand: "the army said its men had fired at nobody".
    """
    return any(_one_party(source, agent) for agent in agents)


def _one_party(source: Source, agent: Actor) -> bool:
    if source.side not in _PARTIES or source.side != agent.side:
        return False
    lands = {source.country, agent.country} - {None}
    groups = {(source.speaker_id or "").removeprefix("actor:"), agent.actor_id or ""} - {""}
    named = (source.speaker_id or "").startswith("actor:") and agent.actor_id is not None
    return len(lands) < 2 and (source.side == "state" or not named or len(groups) == 1)
