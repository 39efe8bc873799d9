"""Casualty ranges of one incident: per kind and victim class over origins, later word of one origin superseding earlier.

Low is the lowest low, high the highest high (open if any is open), best the median of the origins' best, ties low
(codebook D). Totals run over disjoint classes of one origin at a time, so nothing is added across speakers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from frontwire.linking.afterwards import some_hurt
from frontwire.records import CasualtyRange, Claim, Figure, Range, Status
from frontwire.resolution.quantities import counts, partitive, somebody

PARTS = ("children", "journalists", "aid_workers")  # may be counted among civilians by another figure


@dataclass(frozen=True, slots=True)
class Stated:
    """One origin's standing figure for one kind and class."""

    origin: str
    kind: str
    victim_class: str
    low: int
    high: int | None
    best: int | None
    claims: tuple[str, ...]
    beside: bool = False  # listed with others of a known class
    part: bool = False  # some of people told of before
    named: bool = (
        False  # persons by name or as known ones: so many at least, and mostly some of those whom a number counts
    )


_AND = (len(" and "), len(", and "))
_COMMA = len(", ")


def _beside(figures: Sequence[Figure]) -> set[int]:
    """Where people of no known class, or children, begin who are listed with others: "the mayor, his brother and two guards" are four, "a
    teacher and three pupils" too, while of "nine people, two guards among them" the nine hold the two."""
    found: set[int] = set()
    for a, b in pairwise(sorted(figures, key=lambda f: f.start)):
        gap = b.start - a.end
        listed = gap in _AND or (gap == _COMMA and a.best == 1)
        if listed and a.kind == b.kind and a.low is not None and b.low is not None and a.victim_class != b.victim_class:
            found |= {f.start for f in (a, b) if f.victim_class == "unknown" or f.victim_class in PARTS}
    return found


def _sum(figures: Sequence[Figure] | Sequence[Stated]) -> tuple[int, int | None, int | None]:
    low = sum(f.low or 0 for f in figures)
    high = None if any(f.high is None for f in figures) else sum(f.high or 0 for f in figures)
    best = None if any(f.best is None for f in figures) else sum(f.best or 0 for f in figures)
    return low, high, best


Order = tuple[str, str, int]  # day, report, offset
Key = tuple[str, str, str, bool]  # origin, kind, class, listed beside others
Latest = dict[Key, tuple[Order, Stated]]


def stated(
    claims: Iterable[Claim],
    origin_of: Mapping[str, str],
    published: Callable[[Claim], str],
    adds: Callable[[Claim], bool] = lambda _: False,
) -> list[Stated]:
    """What each origin says last. Aggregates and anything not told as actual are left out (rules 4 and 6).

    A bare "people were killed" ([2, open]) does not supersede a number the same origin gave before. A claim that ``adds`` tells of dead
    beside those its report told of before.
    """
    latest: Latest = {}
    for claim in sorted((c for c in claims if c.status is Status.ACTUAL), key=adds):
        order = (published(claim), claim.report_id, claim.start)
        for entry in _entries(claim, origin_of[claim.claim_id]):
            if entry.kind == "killed" and adds(claim) and any(kind == entry.kind for _, kind, *_ in latest):
                _add(latest, entry, order, maybe=any(some_hurt(f.text) for f in claim.casualties))
            else:
                _enter(latest, entry, order)
    return [entry for _, entry in sorted(latest.values(), key=lambda v: (v[1].kind, v[1].victim_class, v[1].origin))]


def _entries(claim: Claim, origin: str) -> list[Stated]:
    """What one claim says, by kind and class."""
    groups: defaultdict[tuple[str, str, bool], list[Figure]] = defaultdict(list)
    listed = _beside(claim.casualties)
    for figure in claim.casualties:
        if figure.low is not None and not figure.aggregate:
            groups[figure.kind, figure.victim_class, figure.start in listed].append(figure)
    return [
        Stated(
            origin, kind, victim_class, *_sum(told), (claim.claim_id,), beside,
            part=all(partitive(f.text) for f in told), named=all(somebody(f) for f in told),
        )
        for (kind, victim_class, beside), told in ((key, _counting(figures)) for key, figures in groups.items())
    ]  # fmt: skip


def _counting(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Without a bare plural that a number beside it counts ("the number of displaced people at 150,000"); "two soldiers and officers" are more."""
    numbers = [f for f in figures if counts(f)]
    listed = {
        f.start for a, b in pairwise(sorted(figures, key=lambda f: f.start)) if b.start - a.end in _AND for f in (a, b)
    }
    return [f for f in figures if f in numbers or f.start in listed] if numbers else figures


def _enter(latest: Latest, entry: Stated, order: Order) -> None:
    key = _key(entry)
    known = latest.get(key)
    if known and _same(known[1], entry):
        latest[key] = max(known[0], order), _merged(known[1], entry)
    elif known is None or _supersedes(known, entry, order):
        latest[key] = order, entry


def _key(entry: Stated) -> Key:
    return entry.origin, entry.kind, entry.victim_class, entry.beside


def _add(latest: Latest, entry: Stated, order: Order, *, maybe: bool) -> None:
    """Count ``entry`` to what its report told before, to its high only where that ``maybe`` holds it ("eight were killed; one of the
    wounded died": eight or nine). Alone it says nothing against a toll."""
    if whole := _told_before(latest, _key(entry), order):
        before = latest[whole][1]
        both = _and(before, entry)
        latest[whole] = order, replace(both, low=before.low, best=before.best) if maybe else both


def _told_before(latest: Latest, key: Key, order: Order) -> Key | None:
    """The figure of the same report to add to: its speaker's before another's, that for all people before that for the same people."""
    told = [k for k, (known, _) in latest.items() if k[1] == key[1] and known[:2] == order[:2] and known < order]
    return min(told, key=lambda k: (k[0] != key[0], k[2] != "unknown" or k[3], k[2] != key[2]), default=None)


def _and(a: Stated, b: Stated) -> Stated:
    low, high, best = _sum((a, b))
    return replace(_merged(a, b), low=low, high=high, best=best)


def _same(a: Stated, b: Stated) -> bool:
    return (a.low, a.high, a.best) == (b.low, b.high, b.best)


def _merged(a: Stated, b: Stated) -> Stated:
    return replace(a, claims=tuple(sorted({*a.claims, *b.claims})))


def _supersedes(known: tuple[tuple[str, str, int], Stated], entry: Stated, order: tuple[str, str, int]) -> bool:
    vague, known_vague = _vague(entry), _vague(known[1])
    if vague != known_vague:
        return known_vague
    if entry.named != known[1].named and entry.low != known[1].low:
        return entry.low > known[1].low  # "Brenk, 34, was shot" says nothing against the nine told before or after
    return order > known[0]


def _vague(entry: Stated) -> bool:
    """A bare plural ("detainees were killed"): two or more, which says nothing against any number; nor does a part ("one of the rebels")."""
    return entry.part or (entry.best is None and entry.high is None and entry.low <= 2)


def _telling(entries: Sequence[Stated]) -> Sequence[Stated]:
    """Those that give a number, where any does: "deaths of detainees" does not make 44 uncertain."""
    return [e for e in entries if not _vague(e)] or entries


def _not_among(entries: Sequence[Stated]) -> Sequence[Stated]:
    """Without persons by name whom a larger number of another speaker counts: "Brenk, 34, was killed" is no rival of "nine dead"."""
    most = max((e.low for e in entries if not e.named), default=0)
    return [e for e in entries if e.beside or not e.named or e.low >= most]


def _median_low(values: Sequence[int]) -> int | None:
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2] if ordered else None


def reconcile(entries: Sequence[Stated]) -> list[CasualtyRange]:
    """One range per kind and victim class."""
    groups: defaultdict[tuple[str, str], list[Stated]] = defaultdict(list)
    for e in entries:
        groups[e.kind, e.victim_class].append(e)
    return [
        CasualtyRange(
            kind=kind, victim_class=victim_class, low=min(e.low for e in telling),
            high=None if any(e.high is None for e in telling) else max(e.high or 0 for e in telling),
            best=_median_low([e.best for e in telling if e.best is not None]),
            claims=tuple(sorted({c for e in group for c in e.claims})),
        )
        for (kind, victim_class), group in sorted(groups.items())
        for telling in [_not_among(_telling(group))]
    ]  # fmt: skip


def total(entries: Sequence[Stated], kind: str) -> Range | None:
    """The incident's range for ``kind``: each origin's own total first, then lowest low to highest high."""
    by_origin: defaultdict[str, list[Stated]] = defaultdict(list)
    for e in _telling([e for e in entries if e.kind == kind]):
        by_origin[e.origin].append(e)
    totals = [(all(e.named for e in group), _origin_total(group)) for group in by_origin.values()]
    most = max((low for named, (low, _, _) in totals if not named), default=0)
    sums = [told for named, told in totals if not named or told[0] >= most]
    if not sums:
        return None
    return Range(
        low=min(s[0] for s in sums), high=None if any(s[1] is None for s in sums) else max(s[1] or 0 for s in sums),
        best=_median_low([s[2] for s in sums if s[2] is not None]),
    )  # fmt: skip


def _origin_total(group: Sequence[Stated]) -> tuple[int, int | None, int | None]:
    """Sum over disjoint classes; a figure for "people" or for civilians already holds the narrower ones."""
    classes = {e.victim_class for e in group}
    whole = [e for e in group if e.victim_class == "unknown" and not e.beside]
    parts = [
        e for e in group if e not in whole and (e.beside or not (e.victim_class in PARTS and "civilians" in classes))
    ]
    sides = [_sum(side) for side in (whole, parts) if side]
    return max(sides, key=lambda s: (s[0], s[1] is None, s[1] or 0))
