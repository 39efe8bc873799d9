"""Words -> places: every toponym of a report resolved once, then the place fillers of its claims.

A facility is not its town: "Tal Afar airport" becomes the supplement's airport where it has one, else a facility
beside the town, with the town's point and ``precision`` town (DESIGN rule 7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from frontwire.codebook import load
from frontwire.records import Mention, Place
from frontwire.resolution.abroad import only_named_by
from frontwire.resolution.amid import amid
from frontwire.resolution.belief import SUPPORT, believed
from frontwire.resolution.company import Reading
from frontwire.resolution.facilities import as_facility, at_town, facility_of
from frontwire.resolution.gazetteer import Candidate, Gazetteer, is_demonym
from frontwire.resolution.quarters import as_part
from frontwire.resolution.ranking import ABSTRACT, Context, Key, Ranked, resolve_names
from frontwire.resolution.sides import located
from frontwire.resolution.toponyms import Toponym, find_toponyms, sense

DEMONYM = "demonym"
_SPECIFIC = {"country": 0, "admin1": 1, "district": 2, "town": 3, "point": 4}
_RELATIONS = (
    (re.compile(r"\b(?:near|close to|outside|just off|around)\s+(?:the\s+)?(?:\w+\s+){0,3}$", re.I), "near"),
    (
        re.compile(
            r"\b(north|south|east|west|north-?east|north-?west|south-?east|south-?west) of\s+(?:the\s+)?$", re.I
        ),
        "side_of",
    ),
    (
        re.compile(
            r"\b(?:parts?|most|much|areas?|outskirts|suburbs?|districts?|half|edges?|neighbou?rhoods?|quarters?|sections?|cent(?:re|er)|heart|side) of\s+(?:\w+\s+){0,4}$",
            re.I,
        ),
        "part_of",
    ),
    (re.compile(r"\bbetween\s+(?:the\s+)?$", re.I), "between"),
)


@dataclass(frozen=True, slots=True)
class Gazetted:
    """The places of one report: toponyms with what they resolve to."""

    places: tuple[Place, ...]
    countries: frozenset[str] = frozenset()
    readings: tuple[Reading, ...] = ()  # of the names that have several candidates

    def within(self, start: int, end: int) -> list[Place]:
        """Places named in a span; a demonym says whose something is, not where it is."""
        return [p for p in self.places if p.start < end and start < p.end and p.facility != DEMONYM]


def _place(report_id: str, toponym: Toponym, ranked: Ranked) -> Place:
    base = Place(text=toponym.text, start=toponym.start, end=toponym.end, report_id=report_id)
    return _filled(base, ranked.candidate, toponym.text, ranked.candidates, ranked.score)


def _filled(base: Place, c: Candidate, spelling: str, candidates: int, score: float) -> Place:
    """``base`` with what ``c`` knows. The name shown is the report's own spelling, which a reader will recognise."""
    return replace(
        base, place_id=c.id, name=c.name if spelling.isupper() else spelling, facility=c.kind,
        admin1=c.name if c.kind == "province" else c.admin1, country=c.country, lat=c.lat, lon=c.lon,
        precision=c.precision, candidates=candidates, score=score,
    )  # fmt: skip


def resolve_report(report_id: str, text: str, gazetteer: Gazetteer, usual: Mapping[Key, str] | None = None) -> Gazetted:
    """Every place mention of a report. The same name resolves the same way throughout it, and as in the other reports of a situation
    (``usual``, see :mod:`frontwire.resolution.company`) where this one leaves it open."""
    toponyms, where = _ranked(text, gazetteer, usual)
    kept = believed(text, toponyms, where)
    # a match nobody believes makes no country the report's
    vouched = {where.choices[t.key].candidate.country for t in kept}
    about = frozenset(c for c, share in where.countries.items() if share >= 2 * SUPPORT and c in vouched)
    places = tuple(_place(report_id, t, where.choices[t.key]) for t in kept)
    return Gazetted(places, about, tuple(_readings(report_id, kept, where, about)))


def _readings(report_id: str, kept: Sequence[Toponym], where: Context, about: frozenset[str]) -> Iterator[Reading]:
    names = {t.key: where.choices[t.key] for t in kept}
    fine = {name: r.candidate.id for name, r in names.items() if r.candidate.kind not in ABSTRACT}
    for name, chosen in sorted(names.items()):
        if chosen.runner_up is not None and name in fine:
            beside = frozenset(place for other, place in fine.items() if other != name)
            yield Reading(report_id, name, fine[name], chosen.candidate.country, chosen.margin, about, beside)


def rank_report(text: str, gazetteer: Gazetteer) -> tuple[list[Toponym], Mapping[Key, Ranked], frozenset[int]]:
    """The toponyms of a text, what each name was ranked to, and where those start that are believed to be places."""
    toponyms, where = _ranked(text, gazetteer)
    return toponyms, where.choices, frozenset(t.start for t in believed(text, toponyms, where))


def _ranked(text: str, gazetteer: Gazetteer, usual: Mapping[Key, str] | None = None) -> tuple[list[Toponym], Context]:
    toponyms = find_toponyms(text, gazetteer)
    return toponyms, resolve_names(toponyms, _containers(text, toponyms), usual)


def _containers(text: str, toponyms: Sequence[Toponym]) -> dict[int, tuple[Candidate, ...]]:
    """ "Ramadi, Anbar" and "Rawa in Anbar province": the second name holds the first; "the Lebanese city of Tripoli": the first."""
    found: dict[int, tuple[Candidate, ...]] = {}
    for a, b in pairwise(toponyms):
        between = text[a.end : b.start]
        if re.fullmatch(r",\s+|\s+in\s+(?:the\s+)?(?:\w+\s+){0,3}", between):
            found[a.start] = (*found.get(a.start, ()), *b.candidates)
        if _OF_ITS_LAND.fullmatch(between):
            lands = (c for c in a.candidates if c.kind in ("country", "demonym"))
            found[b.start] = tuple(replace(c, kind="country") for c in lands)
    return found


_OF_ITS_LAND = re.compile(
    r"(?:[’']s)?\s+(?:(?!(?:on|in|at|near|against|from|to|of|and|over|into)\b)[a-z-]+\s+){0,2}"
    r"(?:city|town|village|port|capital|province|region|district|state|island|governorate|resort|suburb)(?:\s+of)?\s+"
)


def resolve(text: str, *, gazetteer: Gazetteer, spans: Sequence[tuple[int, int]] | None = None) -> list[Place]:
    """Place names of ``text`` resolved; with ``spans`` those stretches and no others, unresolved ones included.

    >>> resolve("Shells fell on Homs.", gazetteer=Gazetteer())[0].country  # doctest: +SKIP
    'SY'
    """
    if spans is None:
        return list(resolve_report("text", text, gazetteer).places)
    bare = [Toponym(text[a:b], a, b, _candidates(text[a:b], gazetteer)) for a, b in spans]
    toponyms = [replace(t, sense=sense(text, t)) for t in bare]
    where = resolve_names(toponyms, _containers(text, toponyms))
    return [
        _place("text", t, where.choices[t.key])
        if t.key in where.choices
        else Place(text=t.text, start=t.start, end=t.end, report_id="text")
        for t in toponyms
    ]


_TYPE_WORDS = re.compile(r"^(?:the|city of|town of|village of|province of|state of|county of|mount|mt\.?|river|lake)\s+|\s+(?:county|city|province|state|district|"
                         r"governorate|township|river|region|island|islands|area|town|village|borough|parish)$", re.I)  # fmt: skip


def _candidates(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Exact, then a short form, a people's name, and the name without its type word."""
    plain = re.sub(r"['’]s?$", "", name)
    for attempt in (gazetteer.people, gazetteer.find, gazetteer.short_form):
        if found := attempt(plain):
            return found
    bare = _TYPE_WORDS.sub("", plain)
    return gazetteer.find(bare) or _part(bare, gazetteer)


def _part(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The longest part of a name that is one itself ("Aleppo University" -> Aleppo), the last among equals."""
    words = [w for w in name.split() if w not in load("persons")["not_places"]]
    for length in range(min(len(words), len(name.split()) - 1), 0, -1):
        for start in range(len(words) - length, -1, -1):
            part = words[start : start + length]
            if part[0][:1].isupper() and part[-1][:1].isupper() and (found := gazetteer.find(" ".join(part))):
                return found
    return ()


def resolve_filler(
    mention: Mention, text: str, report: Gazetted, gazetteer: Gazetteer, trigger: int | None = None
) -> Place:
    """The place a filler names: its most specific toponym, with the facility its words say. Unresolved stays so.

    ``trigger`` is where the claim's trigger starts: "X, parts of which are held" makes the hold one on a part of X.
    """
    inside = report.within(mention.start, mention.end)
    base = Place(text=mention.text, start=mention.start, end=mention.end, report_id=mention.report_id)
    relation = _relation(text, mention.start)
    facility = facility_of(mention.text)
    if _NUMBERED.fullmatch(mention.text):
        return replace(base, facility=facility, relation=relation)
    if trigger is not None and _PARTS_OF_WHICH.search(text[mention.end : max(trigger, mention.end)][:40]):
        relation = "part_of"
    if not inside:
        found = _before(base, facility, text, report, gazetteer) or _similar(base, facility, report, gazetteer)
        return replace(
            found or replace(base, facility=facility), relation=relation or (found.relation if found else None)
        )
    best = _head(mention, inside)
    if best.facility == "country" and only_named_by(mention, text):
        return replace(base, facility=facility, relation=relation)
    if nearer := _beside(base, facility, best, report, gazetteer):
        return nearer
    relation = relation or _relation(text[mention.start :], best.start - mention.start)
    resolved = replace(best, text=mention.text, start=mention.start, end=mention.end, relation=relation)
    resolved = as_facility(resolved, best, facility, gazetteer)
    if resolved.place_id != best.place_id and best.start > mention.start:
        relation = _relation(text, mention.start)  # "the airport south of X" is that airport, and no spot south of it
        resolved = replace(resolved, relation=relation)
    if _AROUND.search(mention.text) or relation in ("side_of", "between"):
        resolved = _widened(resolved)
    placed = located(resolved, text[max(0, best.start - 90) : best.start], text[best.end : best.end + 60], gazetteer)
    return amid(as_part(placed, best, facility, text), best.start, text, report.places)


# "Kilo 16", "Gate 27": the number is part of a name, of which the first word is another place
_NUMBERED = re.compile(r"(?:the\s+)?[A-Z][\w’'-]+\s+\d{1,3}")
_AROUND = re.compile(
    r"\b(?:countryside|outskirts|suburbs?|surroundings|vicinity|rural|hinterland|axis|axes|road|highway)\b", re.I
)


def _widened(place: Place) -> Place:
    """ "The countryside of X", "north of X": somewhere about X, no point in it."""
    if place.precision not in ("town", "point") or place.relation == "part_of":
        return place
    return replace(place, precision="district", relation=place.relation or "around")


_PARTS_OF_WHICH = re.compile(r"^,?\s+(?:large |some )?(?:parts?|most|areas|half|districts|much) of which\b", re.I)
_DEFINITE = re.compile(
    r"^(?:the (?:whole|entirety|rest) of |all of )?the (?:\w+ ){0,2}?(town|city|village|airport|crossing|base|dam|refinery|camp|province|district)$",
    re.I,
)
REACH = 700  # characters: about three sentences, as far as a reader carries "the town" back (codebook, roles)


_HELD_BY = re.compile(r"\b[\w.’']+-(?:held|controlled|occupied|run|ruled|administered|besieged)\b")
_NAME = re.compile(r"(?:(?:al|el|ez|as|ash|ad|ar)[- ])?[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)*")


def _similar(
    base: Place, facility: str | None, report: Gazetted, gazetteer: Gazetteer, end: int | None = None
) -> Place | None:
    """A spelling the gazetteer lacks: the place of the same skeleton, then of the same consonants, in the countries the report is about."""
    for name in _NAME.finditer(_HELD_BY.sub(lambda m: " " * len(m[0]), base.text[:end])):
        words = re.sub(r"['’]s$", "", name.group())
        if is_demonym(words):
            continue  # "the Ukrainian border" is no village
        found = gazetteer.similar(words, report.countries) or gazetteer.by_consonants(words, report.countries)
        if found:
            best = min(found, key=lambda c: (-c.population, c.id))
            place = _filled(base, best, words, len(found), 0.0)
            place = as_facility(place, replace(place, text=words), facility, gazetteer)
            place = _widened(place) if _AROUND.search(base.text) else place
            return located(place, base.text[: name.start()], base.text[name.end() :], gazetteer)
    return None


_OF_ANOTHER = re.compile(r"\b(?:(?:north|south)?-?(?:east|west|north|south)(?:ern)? of|near|in)\s+(?:the\s+)?$", re.I)


def _beside(base: Place, facility: str | None, best: Place, report: Gazetted, gazetteer: Gazetteer) -> Place | None:
    """ "Gharyaan's outskirts, south of Tripoli": where the first name is another spelling, it is the place and not the town it lies by."""
    ahead = base.text[: max(0, best.start - base.start)]
    return _similar(base, facility, report, gazetteer, len(ahead)) if _OF_ANOTHER.search(ahead) else None


def _before(base: Place, facility: str | None, text: str, report: Gazetted, gazetteer: Gazetteer) -> Place | None:
    """ "The town" is the last place of that kind named shortly before, if there is one."""
    if not _DEFINITE.match(base.text):
        return None
    near = [p for p in report.places if p.end <= base.start and base.start - p.end <= REACH]
    typed = [p for p in near if p.facility == facility] or [
        own for p in near if (own := at_town(p, facility, text, gazetteer))
    ]
    if not typed:
        return None
    last = max(typed, key=lambda p: p.start)
    return replace(last, text=base.text, start=base.start, end=base.end, relation="named_before")


def _head(mention: Mention, inside: Sequence[Place]) -> Place:
    """ "Anbar's capital Ramadi" names Ramadi: the most specific wins, the first among equals, and before all "the Paris suburb of X" names
    X; "with Syria" never."""
    typed = [p for p in inside if _TYPED.search(mention.text[: p.start - mention.start])]
    if typed:
        return typed[0]
    kept = [
        p
        for p in inside
        if not re.search(r"\b(?:with|to|from)\s+(?:\w+\s+)?$", mention.text[: p.start - mention.start])
    ]
    return max(kept or inside, key=lambda p: (_SPECIFIC.get(p.precision or "", 0), -p.start))


_TYPED = re.compile(r"\b(?:suburb|village|town|city|neighbou?rhood|hamlet) of\s+$", re.I)


def _relation(text: str, start: int) -> str | None:
    before = text[max(0, start - 60) : start]
    return next((name for pattern, name in _RELATIONS if pattern.search(before)), None)
