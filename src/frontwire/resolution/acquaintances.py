"""Whom the other reports of a situation introduce: a short name or a full name is the same actor in all of them.

A report that writes "UVDU" or "Yahya Karam" without a word on who that is follows those that say, where all that say agree. Its own
introductions, and what the registry knows, are never overruled; a last name alone reaches no other report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from frontwire.resolution.cast import Cast
from frontwire.resolution.identity import Identity
from frontwire.resolution.introductions import Person, last_name
from frontwire.resolution.registry import named


@dataclass(frozen=True, slots=True)
class Acquaintances:
    """Short name -> group, full name -> person, as all reports that introduce them agree."""

    shorts: Mapping[str, Identity] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)


def introduced_by(casts: Iterable[Cast]) -> Acquaintances:
    """What the reports of a situation introduce and none of them tells otherwise. Does not depend on their order."""
    shorts: defaultdict[str, set[Identity]] = defaultdict(set)
    people: defaultdict[str, set[Identity]] = defaultdict(set)
    for one in casts:
        for short, group in one.shorts.items():
            shorts[short].add(group)
        for person in one.people.values():
            if " " in person.name:
                people[person.name].add(person.identity)
    return Acquaintances(
        {s: who for s, told in sorted(shorts.items()) if (who := _agreed(told))},
        {n: Person(n, who) for n, told in sorted(people.items()) if (who := _agreed(told))},
    )


def _agreed(told: Iterable[Identity]) -> Identity | None:
    known = {i.actor_id: i for i in sorted(told, key=repr) if i.actor_id}
    return next(iter(known.values())) if len(known) == 1 else None


def joined(own: Cast, others: Acquaintances, text: str) -> Cast:
    """``own`` with those of ``others`` whom ``text`` names and does not introduce itself; the very same where there are none."""
    shorts = {
        s: who
        for s, who in others.shorts.items()
        if s not in own.shorts and _stands(s, text) and not named(s, own.published)
    }
    people = {
        last_name(n): person
        for n, person in others.people.items()
        if last_name(n) not in own.people and _stands(n, text)
    }
    if not shorts and not people:
        return own
    return replace(own, shorts={**shorts, **own.shorts}, people={**people, **own.people})


def _stands(name: str, text: str) -> bool:
    return name in text and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None
