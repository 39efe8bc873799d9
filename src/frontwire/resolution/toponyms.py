"""Find place names in running text: longest gazetteer match over capitalised words, persons and demonyms kept out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from frontwire.codebook import load
from frontwire.resolution.gazetteer import Candidate, Gazetteer
from frontwire.resolution.names import normalise, skeleton
from frontwire.resolution.no_places import as_place, is_no_place, no_place_from
from frontwire.resolution.ordinary import is_ordinary
from frontwire.resolution.persons import persons
from frontwire.resolution.tokens import Token, adjacent, is_name, tokens_of

_LONGEST = 5  # words of the longest gazetteer names worth trying
_INNER = frozenset(
    [
        "al",
        "el",
        "ez",
        "az",
        "as",
        "ar",
        "ash",
        "at",
        "de",
        "du",
        "of",
        "la",
        "le",
        "and",
        "the",
        "bin",
        "es",
        "e",
        "des",
        "del",
        "do",
        "da",
        "dos",
        "los",
        "las",
        "y",
        "ul",
        "an",
        "ad",
    ]
)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name at [start, end) of the text and what it may mean."""

    text: str
    start: int
    end: int
    candidates: tuple[Candidate, ...]
    sense: str = ""  # "division" or "town" where the words beside it say which of two namesakes is meant

    @property
    def key(self) -> tuple[str, str]:
        """A name resolves the same way throughout a report, except where the text says otherwise."""
        return self.text, self.sense


_DIVISION = r"(?i:province|governorate|oblast|region|prefecture|wilayat|state|county)"
# "Homs province", "Herat and Kunduz provinces"
_DIVISION_BEHIND = re.compile(
    rf"\s+{_DIVISION}\b|(?:,?\s+(?:and\s+|&\s+)?#?[A-Z][\w-]+){{0,3}}\s+(?i:provinces|governorates|regions)\b"
)
_SENSES = (
    ("division", re.compile(rf"{_DIVISION} of (?:the )?$"), _DIVISION_BEHIND),
    ("town", re.compile(r"(?i:city|town|village) of $"), re.compile(r"(?:['’]s)?\s+(?i:city|town)\b")),
)


def sense(text: str, toponym: Toponym) -> str:
    """Which of two namesakes the words beside a name mean: "Homs province", "the city of Homs"; "" without namesakes."""
    if not any(namesake(c, toponym.candidates) for c in toponym.candidates):
        return ""
    before, after = text[max(0, toponym.start - 20) : toponym.start], text[toponym.end : toponym.end + 48]
    return next((s for s, lead, tail in _SENSES if lead.search(before) or tail.match(after)), "")


def _as_division(text: str, toponym: Toponym, gazetteer: Gazetteer) -> Toponym:
    """ "Khost province" where the gazetteer writes the town so and its province "Khowst": the province that holds the town joins in."""
    behind = _DIVISION_BEHIND.match(text[toponym.end : toponym.end + 48])
    towns = {(c.country, c.admin1) for c in toponym.candidates if c.kind in ("town", "district")}
    if not behind or not towns or any(c.kind == "province" for c in toponym.candidates):
        return toponym
    near = gazetteer.similar(toponym.text, frozenset(country for country, _ in towns))
    seats = (c for c in near if c.kind == "province" and (c.country, c.name) in towns)
    return replace(toponym, candidates=(*toponym.candidates, *(replace(c, main=True, fuzzy=False) for c in seats)))


SEAT = 5_000  # inhabitants: a state capital has more, a hamlet named after its state fewer; reasoned, not measured by itself


def namesake(c: Candidate, peers: Sequence[Candidate]) -> bool:
    """Is ``c`` a division that shares its name with its seat? A hamlet called after its state is none ("Montana")."""
    return c.kind == "province" and any(shares_name(p, c) for p in peers)


def shares_name(town: Candidate, division: Candidate) -> bool:
    """Is ``town`` one in ``division`` that people may mean by the same name?"""
    inside = (town.country, town.admin1) == (division.country, division.name)
    return division.kind == "province" and town.kind == "town" and inside and town.population >= SEAT


def seat_of(town: Candidate, division: Candidate) -> bool:
    """Is it called like ``division`` by its own name, as Homs is and New York City is not?"""
    return shares_name(town, division) and skeleton(town.name) == skeleton(division.name)


def find_toponyms(text: str, gazetteer: Gazetteer) -> list[Toponym]:
    """All place names of ``text``, not overlapping, in order."""
    stop = frozenset(load("persons")["not_places"])
    functions = frozenset(load("persons")["function_words"])
    people = persons(text)
    tokens = tokens_of(text)
    found: list[Toponym] = []
    i = 0
    while i < len(tokens):
        opens = is_name(tokens[i]) and tokens[i].text not in functions
        if body := no_place_from(text, tokens, i, stop) if opens else 0:
            i += body
            continue
        match = _longest(text, tokens, i, gazetteer, stop, people) if opens else None
        if opens and (match is None or match[1] < _end(text, tokens, i)):
            match = _spelled_otherwise(text, tokens, i, gazetteer, stop, people, match[1] if match else i) or match
        if match:
            toponym = _as_division(text, match[0], gazetteer)
            found.append(replace(toponym, sense=sense(text, toponym)))
            i = match[1]
        else:
            i += 1
    return found


def _runs(text: str, tokens: list[Token], i: int) -> Iterator[int]:
    """Ends (exclusive) of adjacent token runs from i that begin and end with a name, longest first."""
    ends = []
    j = i
    while j < min(len(tokens), i + _LONGEST):
        if j > i and not adjacent(text, tokens[j - 1], tokens[j]):
            break
        if is_name(tokens[j]):
            ends.append(j + 1)
        elif tokens[j].text.lower() not in _INNER and not _is_facility(tokens[j].text):
            break
        elif _is_facility(tokens[j].text):
            ends.append(j + 1)
        j += 1
    yield from reversed(ends)


def _is_facility(word: str) -> bool:
    return word.lower() in load("facilities")["nouns"]


def _longest(
    text: str, tokens: list[Token], i: int, gazetteer: Gazetteer, stop: frozenset[str], people: frozenset[str]
) -> tuple[Toponym, int] | None:
    if bazaar := _possessive(text, tokens, i, gazetteer):
        return bazaar
    for j in _runs(text, tokens, i):
        start, end = tokens[i].start, tokens[j - 1].end
        name = text[start:end]
        short = _short_form(text, start, end, gazetteer)
        if short:
            return short, j
        if peoples := gazetteer.people(name):
            return Toponym(name, start, end, peoples), j
        if j == i + 1 and is_no_place(text, tokens, i, stop, people):
            continue
        candidates = _no_agency(name, gazetteer.find(name))
        if candidates:
            return Toponym(name, start, end, candidates), j
    return None


def _possessive(text: str, tokens: list[Token], i: int, gazetteer: Gazetteer) -> tuple[Toponym, int] | None:
    """ "Cox's Bazar": a possessive that is the name's own."""
    if (
        i + 1 >= len(tokens)
        or text[tokens[i].end : tokens[i + 1].start] not in ("'s ", "’s ")
        or not is_name(tokens[i + 1])
    ):
        return None
    start, end = tokens[i].start, tokens[i + 1].end
    candidates = tuple(c for c in gazetteer.find(text[start:end]) if c.main)
    return (Toponym(text[start:end], start, end, candidates), i + 2) if candidates else None


def _no_agency(name: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """A short word in capitals is a state ("UAE") or a great city ("KYIV"); else a body ("SANA", "IDF")."""
    if not name.isupper() or len(name) > SHORT_CAPITALS:
        return candidates
    return tuple(
        c for c in candidates
        if c.kind in ("country", "region", "demonym") or (normalise(c.name) == normalise(name) and c.population > SHOUTED)
    )  # fmt: skip


SHORT_CAPITALS = 5
SHOUTED = 200_000  # inhabitants of a town that a dateline writes in so few capitals ("KYIV")
_LEADS_IN = re.compile(
    r"\b(?:in|at|near|from|to|into|outside|around|towards?|between|of|and|on)\s+(?:the\s+)?(?:(?:village|town|city|district|countryside|area|camp|outskirts|province|governorate)s?\s+of\s+)?$|[,(/]\s*$|^$"
)
_FOLLOWS = re.compile(
    r"\s+(?i:village|town|city|district|countryside|area|province|governorate|camp|road|axis|front)\b|,\s+[A-Z]"
)


def _end(text: str, tokens: list[Token], i: int) -> int:
    return next(_runs(text, tokens, i), i)


def _spelled_otherwise(
    text: str,
    tokens: list[Token],
    i: int,
    gazetteer: Gazetteer,
    stop: frozenset[str],
    people: frozenset[str],
    matched: int,
) -> tuple[Toponym, int] | None:
    """A spelling the gazetteer lacks, where the words around it say that a place is meant: by skeleton, any country.

    A match up to token ``matched`` that the run goes on from is a piece at best: the longer name comes first.
    """
    runs = [j for j in _runs(text, tokens, i) if matched == i or is_name(tokens[j - 1])]  # "Gao town" is Gao's
    ends = [j for j in runs if not any(t.text in stop or t.text in people for t in tokens[i:j])]
    for j in (j for j in ends[:2] if j > matched):
        start, end = tokens[i].start, tokens[j - 1].end
        lead = text[max(0, start - 40) : start]
        if text[start:end].isupper() and end - start <= SHORT_CAPITALS:
            continue
        if j == i + 1 and is_ordinary(tokens[i].text) and not as_place(text, tokens[i]):
            continue
        piece = matched > i and j - i > 1
        if not piece and not (_LEADS_IN.search(lead if start else "") or _FOLLOWS.match(text[end : end + 16])):
            continue
        found = gazetteer.similar(text[start:end])
        if found and len(found) <= MOST_SPELLINGS:
            return Toponym(text[start:end], start, end, found), j
    return None


MOST_SPELLINGS = 25  # a skeleton that fits more places says too little


def _short_form(text: str, start: int, end: int, gazetteer: Gazetteer) -> Toponym | None:
    """ "Lexington, Ky." and "S.C. lawmakers": a stylebook's short form; a postal code only behind a town and a comma."""
    behind_comma = bool(re.search(r"[A-Za-z.]\),?\s$|[A-Za-z.]{2},\s$", text[max(0, start - 4) : start]))
    dotted = text[start : end + 1] if text[end : end + 1] == "." else ""
    if dotted and (behind_comma or dotted.count(".") > 1):
        found = gazetteer.short_form(dotted)
        if found:
            return Toponym(dotted, start, end + 1, found)
    name = text[start:end]
    if behind_comma and name.isupper() and len(name) == 2 and (found := gazetteer.short_form(name)):
        return Toponym(name, start, end, found)
    return None
