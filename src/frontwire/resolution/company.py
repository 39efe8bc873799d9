"""What the other reports of a situation take a name for: the same name is the same place unless the text says otherwise.

A report that leaves a name open ("shells fell on Salam", one of eleven) follows those that do not, where they tell of the
same land and of another place together (or it names no other), and agree. A report whose own words settle the name is never
overruled, and none follows an unsure one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

Key = tuple[str, str]  # a name and the sense its neighbours give it

# How far the runner-up lies behind (points of resolution.ranking) where a report's own words settle a name: about what the naming of its
# country is worth there.
SURE = 1.0
AGREEING = 2  # reports: one alone may be the one that is wrong


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report takes one ambiguous name for. ``about`` are the countries the report tells of (ISO codes), ``beside`` its other
    places but for lands (ids)."""

    report_id: str
    name: Key
    place_id: str
    country: str
    margin: float
    about: frozenset[str]
    beside: frozenset[str]


def usual(readings: Iterable[Reading]) -> dict[str, dict[Key, str]]:
    """Report id -> the names it leaves open -> the place the other reports agree on. Does not depend on the order of ``readings``."""
    by_name: defaultdict[Key, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_name[reading.name].append(reading)
    found: defaultdict[str, dict[Key, str]] = defaultdict(dict)
    for name, group in by_name.items():
        sure = [r for r in group if r.margin >= SURE]
        for open_one in (r for r in group if r.margin < SURE):
            place = _agreed(open_one, sure)
            if place is not None and place != open_one.place_id:
                found[open_one.report_id][name] = place
    return dict(found)


def _agreed(open_one: Reading, sure: Iterable[Reading]) -> str | None:
    """The one place that sure reports of the same land take the name for, if enough of them do: those with another place in common, or
    any where the open report names no other."""
    alike = [
        r for r in sure
        if r.report_id != open_one.report_id and r.country in open_one.about
        and (r.beside & open_one.beside or not open_one.beside)
    ]  # fmt: skip
    places = {r.place_id for r in alike}
    return places.pop() if len(places) == 1 and len({r.report_id for r in alike}) >= AGREEING else None
