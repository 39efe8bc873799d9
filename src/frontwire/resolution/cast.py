"""Who is who inside one report: short names, generics, persons by group and office, "the group", and whose "the army" is.

Only what the report itself says: "the militants, led by X" lets "militants" mean X; nothing else equates a generic with a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from frontwire.codebook import load
from frontwire.resolution.identity import Identity, countries_in, identity, of_entry, side_of
from frontwire.resolution.introductions import Person, called, introduced
from frontwire.resolution.registry import named

_GENERIC = r"(?P<generic>militants|insurgents|rebels|gunmen|fighters|jihadists|separatists|extremists|guerrillas)"
_LED_BY = re.compile(
    rf"\b{_GENERIC},?\s+(?:(?:who|which)\s+are\s+)?(?:led|spearheaded|headed|commanded)\s+by\s+(?P<leader>[^.;]{{3,120}})"
    rf"|\b{_GENERIC.replace('generic', 'generic2')}\s+(?:from|of|belonging to|loyal to)\s+(?P<group>[^.;,]{{3,80}})",
    re.I,
)
_LONG = r"(?P<long>[A-Z][\w’'-]+(?:\s+(?:(?:of|for|the|and|al|de|in)\s+)*[A-Z][\w’'-]+){1,7})"
_SHORT = re.compile(
    rf"{_LONG}(?:\s+\(|,?\s+(?:or|known as|abbreviated as)\s+(?:the\s+)?)(?P<short>[A-Z][A-Za-z]*[A-Z](?:-[A-Z]+)?)\b"
)


@dataclass(frozen=True, slots=True)
class Cast:
    """What one report says of its actors. ``organisations``: where it names one that is no state's, in reading order."""

    published: str | None = None
    generics: Mapping[str, Identity] = field(default_factory=dict)
    shorts: Mapping[str, Identity] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: tuple[tuple[int, Identity], ...] = ()
    sides: Mapping[str, str] = field(default_factory=dict)  # of its own groups, where it calls them "a militia"
    state: str | None = None  # ISO code of the one state the report speaks of; None where armies of others may be meant


def cast(text: str, published: str | None, countries: Iterable[str] = ()) -> Cast:
    """Read a report's own introductions; ``countries``: ISO codes of the places it names."""
    shorts = _shorts(text, published)
    named_ones = tuple(_named(text, published, shorts))
    organisations = tuple((at, i) for at, i in named_ones if _organisation(i))
    return Cast(
        published=published, generics=_generics(text, published), shorts=shorts, organisations=organisations,
        people=introduced(text, published, lambda at: _only(organisations, at)),
        sides=_sides(text, organisations), state=_one_state(text, [i for _, i in named_ones], countries),
    )  # fmt: skip


def _generics(text: str, published: str | None) -> dict[str, Identity]:
    found: dict[str, set[Identity]] = {}
    for m in _LED_BY.finditer(text):
        entry = named(m["leader"] or m["group"], published)
        if entry:
            found.setdefault((m["generic"] or m["generic2"]).lower(), set()).add(of_entry(entry))
    return {noun: next(iter(ids)) for noun, ids in found.items() if len(ids) == 1}


def _shorts(text: str, published: str | None) -> dict[str, Identity]:
    """Short forms the report gives itself, whatever the registry takes them for: "the Rural Security Force (RSF)"."""
    found: dict[str, Identity] = {}
    for m in _SHORT.finditer(text):
        words = [w for w in re.findall(r"[\w’']+", m["long"]) if w[0].isupper()]
        initials = "".join(w[0] for w in words)
        if initials.endswith(m["short"].replace("-", "")):
            long = " ".join(m["long"].split()[_first(m["long"], len(initials) - len(m["short"])) :])
            known = identity(long, published)
            if known.actor_id:
                found.setdefault(m["short"], known)
    return found


def _first(long: str, skipped: int) -> int:
    """Index of the word where the short form's first letter stands: names run on into one another ("On Monday Upper Valley …")."""
    capitals = [i for i, w in enumerate(long.split()) if w[0].isupper()]
    return capitals[skipped] if skipped < len(capitals) else 0


LONGEST = 160  # letters of a name with its titles; a longer run of capitals is a report in capitals
_CAPITALISED = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:(?:of|for|the|and|al|de|in)\s+)*[A-Z][\w’'-]*)*|\bal-[A-Z]\w+")


def _named(text: str, published: str | None, shorts: Mapping[str, Identity]) -> Iterator[tuple[int, Identity]]:
    """Everybody the report names who has an id, where it stands."""
    for m in _CAPITALISED.finditer(text):
        if len(m[0]) > LONGEST:
            continue
        at = m.start()
        for name in [m[0]] if " and " in m[0] and _joined(m[0], published) else m[0].split(" and "):
            known = shorts.get(name) or identity(name, published)
            if known.actor_id:
                yield at, known
            at += len(name) + len(" and ")


def _joined(words: str, published: str | None) -> bool:
    """Is the "and" a part of one registered name ("Group to Support Islam and Muslims")?"""
    entry = named(words, published)
    found = entry.pattern.search(words) if entry else None
    return bool(found and " and " in found[0])


def _organisation(known: Identity) -> bool:
    return known.side in ("rebel", "militia", "unknown") and not str(known.actor_id).startswith("state:")


def _sides(text: str, organisations: Iterable[tuple[int, Identity]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for at, known in organisations:
        name = _CAPITALISED.match(text, at)
        what = called(text[name.end() : name.end() + 120]) if name and known.side == "unknown" else None
        if what and known.actor_id and (side := side_of(what)) != "unknown":
            found.setdefault(known.actor_id, side)
    return found


def one_organisation(cast_: Cast, before: int) -> Identity | None:
    """The only organisation, no state's, that the report has named before ``before``; None where there are two."""
    return _only(cast_.organisations, before)


def _only(organisations: Iterable[tuple[int, Identity]], before: int) -> Identity | None:
    found = {known.actor_id: known for at, known in organisations if at < before}
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    return re.compile(load("cast")["foreign"])


def _one_state(text: str, named_ones: Iterable[Identity], countries: Iterable[str]) -> str | None:
    """The state of all names and places of a report that knows of no army from outside."""
    abroad = load("roles")["officials"]
    if _foreign().search(text) or any(i.side == "external" or i.actor_id in abroad for i in named_ones):
        return None
    told = {code for code, _ in countries_in(text)} | {c for c in countries if c}
    return next(iter(told)) if len(told) == 1 else None
