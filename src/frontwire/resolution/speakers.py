"""Words -> speakers by kind (codebook C), with an id so that one voice met twice counts once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Actor, Mention, Source, SpeakerKind
from frontwire.resolution import actors
from frontwire.resolution.actors import mentions
from frontwire.resolution.cast import Cast, cast
from frontwire.resolution.gazetteer import capital_of
from frontwire.resolution.identity import armed_by_name, countries_in, country_of, local_group
from frontwire.resolution.introductions import is_office
from frontwire.resolution.names import NAME_PART, normalise
from frontwire.resolution.ordinary import is_ordinary
from frontwire.resolution.registry import entry_of

_NAME = re.compile(rf"(?<![\w-])((?:{NAME_PART}\s+)*{NAME_PART})\s*$")
_APPOSITION = re.compile(r",\s+(?:\d{1,3}\b|(?:an?|the|his|her|its|who)\s|[a-z]).*$")
_INSTITUTION = re.compile(
    r"\b(?:Ministry|Department|Office|Army|Police|Council|Command|Pentagon|House|Forces?|Guards?|Government|Authorit(?:y|ies)|Agency|Bureau|Service|Commission|"
    r"Committee|Court|Parliament|Congress|Senate|Union|Party|Front|Movement|Group|University|Hospital|Residents?|Witnesses|Officials?|Doctors?|Medics|"
    r"Kremlin|ministry|department|pentagon|kremlin|government|army|police department|navy|air force)\b"
)


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[SpeakerKind, re.Pattern[str]], ...]:
    return tuple(
        (SpeakerKind(kind), re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)"))
        for kind, patterns in load("roles")["speakers"].items()
    )


def _worded(text: str) -> SpeakerKind | None:
    lowered = text.lower()
    return next((kind for kind, pattern in _kinds() if pattern.search(lowered)), None)


def person(text: str) -> str | None:
    """The personal name of ``text``, without title, age and apposition; None where it is no person's."""
    plain = _APPOSITION.sub("", text)
    found = _NAME.search(plain)
    if found is None:
        return None
    tokens = found[1].split()
    office = max((i for i, t in enumerate(tokens) if is_office(t) or t.rstrip(".") in _titles()), default=-1)
    name = [t for t in tokens[office + 1 :] if t[-1] != "."] or []
    before = plain[: found.start()].split()
    titled = office >= 0 or (bool(before) and (is_office(before[-1]) or before[-1].rstrip(".,") in _titles()))
    if len(name) == 1 and office < 0 and (_worded(plain) or (is_ordinary(name[0]) and name[0].endswith("s"))):
        return None  # "Witnesses", "Democrats"
    if not name or _INSTITUTION.search(" ".join(name)) or " ".join(name).isupper() or (before and not titled):
        return None
    return " ".join(name)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(load("persons")["titles"])


def kind_of(text: str, actor: Actor) -> SpeakerKind:
    """Kind by the words and by who the actor is; a personal name with no such word is ``named``."""
    words = _worded(text)
    if _outlets().search(text) and not entry_of(actor.actor_id):
        return SpeakerKind.MEDIA
    party = actor.side in ("rebel", "militia") and (actor.actor_id or words is SpeakerKind.OFFICIAL)
    if (party or armed_by_name(actor.actor_id)) and words not in _APART:
        return SpeakerKind.ARMED_GROUP
    if person(text) and not _body(text, actor):
        return SpeakerKind.NAMED
    if words and not (words is SpeakerKind.OFFICIAL and _monitors(actor)):
        return words
    return _by_actor(actor) or (SpeakerKind.UNNAMED if words is None else words)


@lru_cache(maxsize=1)
def _outlets() -> re.Pattern[str]:
    names = "|".join(map(re.escape, load("roles")["outlets"]))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)|{load('roles')['outlet_names']}")


_APART = (SpeakerKind.MEDICAL, SpeakerKind.MEDIA, SpeakerKind.RESIDENT, SpeakerKind.NGO)


def _body(text: str, actor: Actor) -> bool:
    """Is the capitalised name that of the actor itself, not of a person who speaks for it?"""
    entry = entry_of(actor.actor_id)
    bare = re.sub(r"^(?:the|a|an)\s+", "", text, flags=re.I)
    whole = bool(entry and entry.pattern.fullmatch(re.sub(r"['’]s?$", "", bare)))
    return whole or bool(country_of(bare) or capital_of(bare)) or local_group(bare) is not None


def _monitors(actor: Actor) -> bool:
    return (
        actor.side == "international"
        and actor.actor_id is not None
        and actor.actor_id not in load("roles")["officials"]
    )


def _by_actor(actor: Actor) -> SpeakerKind | None:
    if actor.actor_id is None:
        return None
    if actor.side == "international":
        return SpeakerKind.NGO if _monitors(actor) else SpeakerKind.OFFICIAL
    return SpeakerKind.OFFICIAL if actor.side in ("state", "external") else None


def speaker_id(text: str, kind: SpeakerKind, actor_id: str | None) -> str | None:
    """Same person or institution, same id. Unnamed officials, residents and the like have none: they may be anyone."""
    if actor_id and not actor_id.startswith("state:") and kind is not SpeakerKind.NAMED:
        return f"actor:{actor_id}"
    if kind is SpeakerKind.NAMED:
        name = person(text)
        return f"person:{normalise(name.split()[-1])}" if name else None
    plain = re.sub(r"^(?:the|a|an)\s+|\s+in\s+[A-Z].*$", "", text, flags=re.I).replace("U.S.", "US")
    if kind is SpeakerKind.OFFICIAL and actor_id and (country_of(plain) or capital_of(plain)):
        return actor_id  # a state, or its capital, that speaks
    return f"institution:{_institution(plain, actor_id)}" if _INSTITUTION.search(text) and not _people(plain) else None


def _institution(name: str, actor_id: str | None) -> str:
    """Its state's code and its name without the nationality: "Iraq's army" and "the Iraqi army" are "iq army"."""
    for _, words in countries_in(name):
        name = re.sub(rf"{re.escape(words)}(?:['’]s?)?", "", name)
    return normalise(f"{(actor_id or '').removeprefix('state:')} {name}")


def _people(words: str) -> bool:
    """Does the phrase mean people of an institution, who may be anyone, rather than the institution ("army spokesmen")?"""
    return any(is_office(w.replace("smen", "sman")) for w in re.findall(r"\w+", words)) or bool(
        re.search(r"\b(?:sources?|residents?|witnesses|medics|doctors|police|forces)\b", words, re.I)
    )


def resolve(text: str, spans: Iterable[tuple[int, int]], *, published: str | None = None) -> list[Source]:
    """The speakers that stand at ``spans`` of a report.

    >>> [(s.kind.value, s.side, s.speaker_id) for s in resolve("Doctors and a Hamas spokesman spoke.", [(0, 7), (12, 29)])]
    [('medical', 'unknown', None), ('armed_group', 'rebel', 'actor:hamas')]
    """
    report = cast(text, published)
    return [of_mention(m, report) for m in mentions(text, spans)]


def of_mention(mention: Mention, report: Cast) -> Source:
    """A source mention with kind, identity and side."""
    actor = actors.of_mention(mention, report)
    kind = kind_of(mention.text, actor)
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
