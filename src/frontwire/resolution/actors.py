"""Words -> actors: the registry's names, state forces by country, and what a report itself says its generics stand for.

"The militants, led by X" lets "militants" mean X inside that report; nothing else equates a generic with a group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from frontwire.codebook import load, load_actors
from frontwire.records import Actor, Mention, Source
from frontwire.resolution.gazetteer import territory
from frontwire.resolution.names import normalise, skeleton

_GENERIC = r"(?P<generic>militants|insurgents|rebels|gunmen|fighters|jihadists|separatists|extremists|guerrillas)"
_LED_BY = re.compile(
    rf"\b{_GENERIC},?\s+(?:(?:who|which)\s+are\s+)?(?:led|spearheaded|headed|commanded)\s+by\s+(?P<leader>[^.;]{{3,120}})"
    rf"|\b{_GENERIC.replace('generic', 'generic2')}\s+(?:from|of|belonging to|loyal to)\s+(?P<group>[^.;,]{{3,80}})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the registry: an actor under the names it carries from a date on."""

    actor_id: str
    name: str
    side: str
    country: str | None
    pattern: re.Pattern[str]
    since: str | None
    source: str
    parent: str | None = None


def _entry(row: Sequence[Any]) -> Entry:
    identity, name, side, country, aliases, since, source, *parent = row
    words = sorted(aliases.split("|"), key=len, reverse=True)
    parts = [re.escape(w) if w.isupper() else f"(?i:{re.escape(w)})" for w in words]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])")
    return Entry(identity, name, side, country, pattern, str(since) if since else None, source, *parent)


@lru_cache(maxsize=1)
def registry() -> tuple[Entry, ...]:
    """All actors of ``codebook/actors``."""
    return tuple(_entry(row) for row in load_actors())


@lru_cache(maxsize=1)
def _by_word() -> dict[str, tuple[Entry, ...]]:
    """First word of an alias -> entries, so that a mention is held against a handful of patterns, not all."""
    found: dict[str, list[Entry]] = {}
    for entry, row in zip(registry(), load_actors(), strict=True):
        for alias in row[4].split("|"):
            first = re.findall(r"\w+", alias.lower())[0]
            if entry not in found.setdefault(first, []):
                found[first].append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


@lru_cache(maxsize=8192)
def named(text: str, published: str | None) -> Entry | None:
    """The registry entry whose longest alias ``text`` holds, of those valid at ``published`` (unknown: all)."""
    near = {id(e): e for word in re.findall(r"\w+", text.lower()) for e in _by_word().get(word, ())}
    found = [
        (len(m.group()), -m.start(), e.actor_id, e)
        for e in near.values()
        if (e.since is None or published is None or published[:10] >= e.since) and (m := e.pattern.search(text))
    ]
    return max(found, key=lambda f: f[:3])[3] if found else _by_ear(text, published)


# Letters of a name that another spelling may stand for, and of that spelling; an acronym has one spelling. "Fattah", a name of many men,
# sounds like Fatah. Of the corpus' 29 mentions won so one is another group's; with aliases of five letters a dozen more were men's.
HEARD, SPELT = 6, 5


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, tuple[Entry, ...]]:
    """Skeleton of an alias -> entries; a skeleton that two actors share speaks for neither."""
    found: dict[str, dict[str, list[Entry]]] = {}
    for entry, row in zip(registry(), load_actors(), strict=True):
        for alias in row[4].split("|"):
            if len(alias) >= HEARD and not alias.isupper():
                found.setdefault(skeleton(alias), {}).setdefault(entry.actor_id, []).append(entry)
    return {sound: tuple(*entries.values()) for sound, entries in found.items() if len(entries) == 1}


def _by_ear(text: str, published: str | None) -> Entry | None:
    """The actor whose name another transliteration of it in ``text`` sounds like ("Huthi", "Haqani")."""
    words = list(re.finditer(r"[\w’'-]+", text))
    for length in range(min(4, len(words)), 0, -1):
        for first, last in zip(words, words[length - 1 :], strict=False):
            name = text[first.start() : last.end()]
            if len(name) < SPELT or not (name[0].isupper() or name.startswith(("al-", "el-"))) or name.isupper():
                continue
            for entry in _by_sound().get(skeleton(re.sub(r"['’]s?$", "", name)), ()):
                if entry.since is None or published is None or published[:10] >= entry.since:
                    return entry
    return None


@dataclass(frozen=True, slots=True)
class Cast:
    """What one report says: generic noun -> entry, and the state its "government" means if only one can be."""

    generics: dict[str, Entry]
    published: str | None


def cast(text: str, published: str | None) -> Cast:
    """Read a report's own equations ("insurgents, led by the … (ISIL)")."""
    found: dict[str, set[Entry]] = {}
    for m in _LED_BY.finditer(text):
        noun = (m["generic"] or m["generic2"]).lower()
        entry = named(m["leader"] or m["group"], published)
        if entry:
            found.setdefault(noun, set()).add(entry)
    return Cast({noun: next(iter(es)) for noun, es in found.items() if len(es) == 1}, published)


SHORTEST = 4  # letters of a country's name ("Mali"); "An", "No" and "Al-" would be codes of the Netherlands, Norway and Albania


def _state(text: str) -> tuple[str, str] | None:
    """("IQ", "Iraq") for "Iraqi security forces", "US President …": a nationality or country word."""
    for word in re.findall(r"\b(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|US|UK|U\.S\.|U\.K\.)(?=\W|$)", text):
        for form in (word, *word.split()):
            form = form.replace("U.S.", "US").replace("U.K.", "UK")
            code = territory(form) if len(form) >= SHORTEST or form in ("US", "UK") else None
            if code:
                return code, form
    return None


def side_of(text: str) -> str:
    """Side by the words alone; unknown where they say nothing."""
    lowered = text.lower()
    for side, patterns in load("roles")["sides"].items():
        if any(re.search(rf"\b(?:{p})\b", lowered) for p in patterns):
            return str(side)
    return "unknown"


def possessed(actor: Actor, speakers: Sequence[Source]) -> Actor:
    """ "X said its fighters …": "its" is the speaker, where the speaker is a known actor."""
    if actor.actor_id or not re.match(r"(?:its|their|his|her)\b", actor.text, re.I):
        return actor
    owners = [e for s in speakers if (e := _by_id(s.speaker_id))]
    if not owners:
        return actor
    own = owners[0]
    return replace(actor, actor_id=own.actor_id, name=own.name, side=own.side, country=own.country)


def _by_id(speaker_id: str | None) -> Entry | None:
    identity = (speaker_id or "").removeprefix("actor:")
    return next((e for e in registry() if e.actor_id == identity), None)


def resolve(mention: Mention, report: Cast) -> Actor:
    """An actor mention with identity, name, side and country as far as the words go."""
    base = Actor(text=mention.text, start=mention.start, end=mention.end, report_id=mention.report_id)
    entry = named(mention.text, report.published)
    if entry is None:
        head = re.search(r"(\w+)\W*$", mention.text)
        entry = report.generics.get(head.group(1).lower()) if head else None
    if entry:
        return replace(base, actor_id=entry.actor_id, name=entry.name, side=entry.side, country=entry.country)
    side = side_of(mention.text)
    state = _state(mention.text)
    if state and side in ("state", "unknown"):
        return replace(base, actor_id=f"state:{state[0]}", name=mention.text, side="state", country=state[0])
    local = _local(mention.text) if side in ("rebel", "militia", "unknown") and not state else None
    return replace(
        base, actor_id=local, side=side, name=mention.text if mention.text[:1].isupper() or local else None,
        country=state[0] if state else None,
    )  # fmt: skip


_GROUP = re.compile(
    r"\b((?:[A-Z][\w’'-]+\s+(?:(?:of|for|the|and|al|de)\s+)*)+(?:Front|Army|Brigades?|Movement|Forces?|Council|Party|Group|Militia|Battalion|Alliance|Union|"
    r"Coalition|Organi[sz]ation|Cartel|Gang|Command|Committee|Resistance|Guard|Legion|Network)|(?:Jaish|Jaysh|Jund|Ansar|Liwa|Lashkar|Harakat|Saraya|Kata'?ib)"
    r"(?:[ -][a-z]{1,2})?[ -][A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)?)")  # fmt: skip


def _local(text: str) -> str | None:
    """A stable id for a group the registry does not know: the same name gives the same id in every report."""
    found = _GROUP.search(text)
    return f"local:{normalise(found.group(1)).replace(' ', '-')}" if found else None


#: ACLED's actor types (codebook 2024: "inter"), by our sides; what acts outside its own country is 8.
_INTER = {"state": 1, "rebel": 2, "militia": 3, "civilians": 7, "external": 8, "international": 8, "unknown": 0}


def acled_inter(actor: Actor, country: str | None) -> int:
    """ACLED's code for ``actor`` in an event in ``country``: a state's forces abroad are 8 (external)."""
    abroad = actor.side == "state" and country is not None and actor.country is not None and actor.country != country
    return 8 if abroad else _INTER.get(actor.side or "unknown", 0)


def ucdp_side(actor: Actor) -> str | None:
    """UCDP's party: ``government`` for a state's forces, ``organised group`` for those that fight it, None for civilians."""
    if actor.side in ("state", "external"):
        return "government"
    return "organised group" if actor.side in ("rebel", "militia") else None
