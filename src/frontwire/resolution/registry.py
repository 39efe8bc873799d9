"""The registry of actors (codebook/actors): names -> entries, and who is a part of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from frontwire.codebook import load_actors
from frontwire.resolution.names import skeleton


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


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Entry]:
    return {e.actor_id: e for e in reversed(registry())}


def entry_of(actor_id: str | None) -> Entry | None:
    """The registry's entry of that id."""
    return _by_id().get(actor_id or "")


@lru_cache(maxsize=1024)
def lineage(actor_id: str) -> frozenset[str]:
    """``actor_id`` and all it is a part of: its parents, and for a state's forces the state ("idf" -> "state:IL")."""
    entry, found = entry_of(actor_id), {actor_id}
    if entry and entry.side == "state" and entry.country:
        found.add(f"state:{entry.country}")
    return frozenset(found | (lineage(entry.parent) if entry and entry.parent else frozenset()))


def same_actor(first: str, second: str) -> bool:
    """Can both ids be meant of one actor: is one the other, or a part of it?"""
    return first in lineage(second) or second in lineage(first)
