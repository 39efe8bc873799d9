"""Words -> actors: the registry's names, state forces by country, and what a report itself says its generics stand for.

"The militants, led by X" lets "militants" mean X inside that report; nothing else equates a generic with a group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Actor, Mention, Source
from frontwire.resolution.gazetteer import territory

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


@lru_cache(maxsize=1)
def registry() -> tuple[Entry, ...]:
    entries = []
    for identity, name, side, country, aliases, since, _ in load("actors")["actors"]:
        words = sorted(aliases.split("|"), key=len, reverse=True)
        parts = [re.escape(w) if w.isupper() else f"(?i:{re.escape(w)})" for w in words]
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])")
        entries.append(Entry(identity, name, side, country, pattern, str(since) if since else None))
    return tuple(entries)


def named(text: str, published: str | None) -> Entry | None:
    """The registry entry whose longest alias ``text`` holds, of those valid at ``published`` (unknown: all)."""
    found = [
        (len(m.group()), -m.start(), e)
        for e in registry()
        if (e.since is None or published is None or published[:10] >= e.since) and (m := e.pattern.search(text))
    ]
    return max(found, key=lambda f: f[:2])[2] if found else None


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


def _state(text: str) -> tuple[str, str] | None:
    """("IQ", "Iraq") for "Iraqi security forces", "US President …": a nationality or country word."""
    for word in re.findall(r"\b(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|US|UK|U\.S\.|U\.K\.)(?=\W|$)", text):
        for form in (word, word.split()[0]):
            code = territory(form.replace("U.S.", "US").replace("U.K.", "UK"))
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
    return replace(
        base, side=side, name=mention.text if mention.text[:1].isupper() else None, country=state[0] if state else None
    )
