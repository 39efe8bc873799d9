"""One report's account of one happening: the claims of a report that tell of it, pooled into one to compare with others.

Event coreference is settled inside a report before it is settled between reports: a writer names the place, the day and
the toll once and leaves them out afterwards. Compared one by one, "the detainees" of two reports of one day look alike
and nothing speaks against them; pooled, each brings the place and the number its report gave.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from frontwire.linking.comparisons import compatible_types, days
from frontwire.linking.weights import settings
from frontwire.records import Claim, Figure, Interval

OPEN = 10**6  # days, for sorting


@dataclass(frozen=True, slots=True)
class Account:
    """``claims`` in text order, the ``types`` they are told as, and all they say as one claim."""

    claims: tuple[Claim, ...]
    types: frozenset[str]
    pooled: Claim


def account(claims: Sequence[Claim]) -> Account:
    """``claims``: of one report, one or more."""
    own = tuple(sorted(claims, key=lambda c: (c.start, c.end, c.type)))
    pooled = replace(
        own[0], time=_narrowest(own), casualties=_fullest(own), place=tuple(p for c in own for p in c.place),
        agent=tuple(a for c in own for a in c.agent), target=tuple(t for c in own for t in c.target),
        weapon=tuple(w for c in own for w in c.weapon),
    )  # fmt: skip
    return Account(own, frozenset(c.type for c in own), pooled)


def _narrowest(claims: Iterable[Claim]) -> Interval | None:
    """The time that says most: one the text itself gives, then the shortest (an open end is longest), then the earliest."""
    timed = [c for c in claims if c.time]
    return min(timed, key=_width).time if timed else None


def _width(claim: Claim) -> tuple[bool, int, str, str]:
    span, time = days(claim), claim.time
    assert time is not None
    length = (span[1] - span[0]).days if span else OPEN
    return not time.beside, length, time.latest or "9", time.earliest or ""


def _fullest(claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """Per kind the figures of the claim that counts most people; a told-again figure is not counted twice."""
    out: list[Figure] = []
    for kind in dict.fromkeys(f.kind for c in claims for f in c.casualties):
        told = [[f for f in c.casualties if f.kind == kind] for c in claims]
        out += max(told, key=lambda figures: sum(f.low or 0 for f in figures if not f.aggregate))
    return tuple(out)


@lru_cache(maxsize=4096)
def common_types(a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    """The two types to compare accounts by: a shared one (a specific before a general), else compatible ones."""
    general = settings()["general"]
    if a & b:
        shared = min(a & b, key=lambda t: (t in general, t))
        return shared, shared
    return next(((x, y) for x in sorted(a) for y in sorted(b) if compatible_types(x, y)), None)


def told_alike(a: Account, b: Account) -> tuple[Claim, Claim] | None:
    """Both accounts as claims of types that may tell of one happening, or None."""
    types = common_types(a.types, b.types)
    return (replace(a.pooled, type=types[0]), replace(b.pooled, type=types[1])) if types else None
