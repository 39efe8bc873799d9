"""Groups of claims -> incident records. A pure view: the same claims give the same incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from frontwire.codebook import load
from frontwire.linking.afterwards import died_afterwards
from frontwire.records import Actor, Claim, Incident, Interval, Place, Status, content_id
from frontwire.resolution.names import skeleton
from frontwire.reuse.origins import Voices
from frontwire.situation import casualties, grades
from frontwire.situation.disagreement import of_speakers
from frontwire.situation.surroundings import Surroundings

_FINENESS = {"point": 4, "town": 3, "district": 2, "admin1": 1, "country": 0}
_PRECISE = ("minute", "part_of_day", "day", "weekend", "week", "month", "year", "vague")


def incidents(
    groups: Sequence[Sequence[Claim]], voices: Voices, published: Mapping[str, str | None], around: Surroundings
) -> list[Incident]:
    """One incident per group that holds at least one actual claim, ordered by date, then id."""
    found = [_incident(g, voices, published, around) for g in groups if any(c.status is Status.ACTUAL for c in g)]
    return sorted(found, key=lambda i: (i.date_latest or "", i.incident_id))


def _incident(
    group: Sequence[Claim], voices: Voices, published: Mapping[str, str | None], around: Surroundings
) -> Incident:
    actual = [c for c in group if c.status is Status.ACTUAL]
    ids = tuple(sorted(c.claim_id for c in group))
    entries = _stated(actual, voices, published, around)
    contested = grades.contests(group, voices.of_claim, entries)
    low, high = voices.count(c.claim_id for c in actual)
    earliest, latest, precision = when(actual)
    return Incident(
        incident_id=incident_id(actual, published), type=event_type(actual), date_earliest=earliest, date_latest=latest,
        date_precision=precision, place=where(actual, around), agents=_actors([a for c in actual for a in c.agent]),
        targets=_actors([t for c in actual for t in c.target]), killed=casualties.total(entries, "killed"),
        wounded=casualties.total(entries, "wounded"), casualties=tuple(casualties.reconcile(entries)),
        reports=tuple(sorted({c.report_id for c in group})), claims=ids, origins_low=low, origins_high=high,
        grade=grades.grade(group, low, contested), contested=contested,
    )  # fmt: skip


def _stated(
    claims: Sequence[Claim], voices: Voices, published: Mapping[str, str | None], around: Surroundings
) -> list[casualties.Stated]:
    def day(claim: Claim) -> str:
        return published.get(claim.report_id) or ""

    def adds(claim: Claim) -> bool:
        return died_afterwards(claim, around.text(claim))

    return casualties.stated(claims, of_speakers(claims, voices.of_claim, day, around.behind), day, adds)


def incident_id(claims: Sequence[Claim], published: Mapping[str, str | None]) -> str:
    """Minted from the first claim to tell of it: later reports join without changing the id."""
    first = min(claims, key=lambda c: (published.get(c.report_id) or "9", c.report_id, c.start))
    return content_id("i", first.claim_id)


def event_type(claims: Sequence[Claim]) -> str:
    """The most frequent type, a specific one before a general one, and any event before its bare toll."""
    general = load("linking")["general"]
    counts = Counter(c.type for c in claims)
    return min(counts, key=lambda t: (t in general, t == "casualty", -counts[t], t))


def where(claims: Sequence[Claim], around: Surroundings) -> Place | None:
    """The most specific place, the most often named among equals; else where the report was when it told of it; else the first
    unresolved words.

    A town that bears its province's name stands back behind another town of that province: "Segou" beside "Niono"
    is where that lies, not a second place.
    """
    events = [c for c in claims if c.type != "casualty"]  # the dead are counted in a hospital somewhere else
    claims = events if any(p.place_id for c in events for p in c.place) else claims
    places = [p for c in claims for p in c.place]
    known = [p for p in places if p.place_id]
    if all(p.precision == "country" for p in known):  # "the north of Mali" may have a town in the next sentence
        known = [p for p in around.of(claims) if not known or p.country in {k.country for k in known}] or known
    if not known:
        return places[0] if places else None
    counts = Counter(p.place_id for p in known)
    away = {id(p): abs(p.start - c.start) for c in claims for p in c.place}  # the next sentence may be another place's
    return min(
        known,
        key=lambda p: (
            -_fineness(p, known),
            p.relation is not None,
            -counts[p.place_id],
            p.report_id,
            away.get(id(p), 0),
            p.start,
        ),
    )


def _fineness(place: Place, others: Sequence[Place]) -> float:
    """A town that bears its province's name counts as that province where another place of it is named; a river or a
    desert is no finer than a country."""
    if place.facility == "region":
        return _FINENESS["country"]
    if _side(place):
        return _FINENESS["admin1"] + 0.5
    seat = bool(place.admin1) and skeleton(place.name or "") == skeleton(place.admin1 or "")
    inner = (o for o in others if o.admin1 == place.admin1 and skeleton(o.name or "") != skeleton(place.name or ""))
    beside = any(_FINENESS.get(o.precision or "", 0) >= _FINENESS["district"] for o in inner)
    if seat and (beside or any(_side(o) and o.admin1 == place.admin1 for o in others)):
        return _FINENESS["admin1"]
    return _FINENESS.get(place.precision or "", 0)


def _side(place: Place) -> bool:
    """ "Northern Idlib" says more than "Idlib province", and that its seat is not meant."""
    return place.precision == "admin1" and place.relation == "part_of"


def when(claims: Sequence[Claim]) -> tuple[str | None, str | None, str | None]:
    """(earliest, latest, precision): what all dated claims share; where they share nothing, from first to last.

    Times the text itself gives come before the news window a report falls back on.
    """
    times = [c.time for c in claims if c.time and c.time.latest]
    own = [t for t in times if t.beside and t.earliest and t.modifier != "since" and _read(t)]
    pool = own or [t for t in times if t.earliest] or times
    if not pool:
        return None, None, None
    lows = [t.earliest[:10] for t in pool if t.earliest]
    highs = [t.latest[:10] for t in pool if t.latest]
    earliest, latest = (max(lows) if lows else None), min(highs)
    if earliest and earliest > latest:
        earliest, latest = min(lows), max(highs)
    return earliest, latest, _precision(pool, earliest, latest)


def _read(time: Interval) -> bool:
    """Whether its words were understood, or only stand beside a fallback."""
    return not (time.rule or "").startswith("unparsed")


def _precision(pool: Sequence[Interval], earliest: str | None, latest: str) -> str:
    if earliest == latest:
        return "day"
    return (
        min((t.precision for t in pool), key=_PRECISE.index)
        if len(pool) == 1
        else "vague"
        if earliest is None
        else _span(earliest, latest)
    )


def _span(earliest: str, latest: str) -> str:
    return "day" if earliest == latest else "week" if earliest[:7] == latest[:7] else "month"


def _actors(mentions: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each actor once: by identity where known, else by its words."""
    seen: dict[str, Actor] = {}
    for a in sorted(mentions, key=lambda a: (a.actor_id is None, a.report_id, a.start)):
        seen.setdefault(a.actor_id or a.text.lower().removeprefix("the "), replace(a))
    return tuple(seen.values())
