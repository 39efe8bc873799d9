"""Which matches are believed to be places: a gazetteer holds a town for most surnames and many ordinary words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from frontwire.codebook import load
from frontwire.resolution.gazetteer import is_demonym
from frontwire.resolution.names import consonants, normalise
from frontwire.resolution.ordinary import is_ordinary
from frontwire.resolution.ranking import ABSTRACT, Context, Key
from frontwire.resolution.toponyms import Toponym

SMALL = 50_000  # below this a lone word in a country the report never touches is more often a person or a thing
SUPPORT = 0.1  # share of the report's places that counts as "touches"
KNOWN = 200_000  # a city or division that foreign news names without saying where it is
GREAT = 1_000_000  # a city every reader knows is meant wherever its name stands
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|of|from|to|into|outside|around|toward|towards|between|over|across|on|and|inside)\s+$"
)
# The name goes on, or began before: "Tal" of "Tal Rifaat" is no place of its own.
_COMMA = re.compile(r",\s+[A-Z]")
# "Larne in the Gao countryside", "Larne, west of Gao": the words between two names that put the first beside the second.
_BESIDE = re.compile(
    r",?\s+(?:\w+,?\s+){0,2}(?:in|inside|near|outside|(?:north|south)?-?(?:east|west|north|south)(?:ern)? (?:of|in))\s+(?:the\s+)?(?:[\w-]+\s+){0,3}",
    re.I,
)
_BORDER = re.compile(r"(?:[’']s)?\s+(?:border|frontier)\b")
# "Khas district, Uruzgan": what stands behind the comma holds the first.
_HOLDS = re.compile(r"(?:\s+(?:district|village|town|city|area))?(?:,\s+(?:in\s+)?|\s+in\s+)(?:the\s+)?", re.I)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s+$")  # "the Fallujah Brigade": named after the place
_AFTER = re.compile(r"^[ -](?:(?:al|el|ez|az|as|ash|ar)[- ])?([A-Z][a-z]+)")
_BEFORE = re.compile(r"(?:^|[^.!?:;\"”\n] )([A-Z][\w’'-]*)[ -]$")


def believed(text: str, toponyms: Sequence[Toponym], where: Context) -> list[Toponym]:
    """The mentions among ``toponyms`` that stand for a place."""
    known = [t for t in toponyms if t.key in where.choices]
    chosen = {t.start: where.choices[t.key].candidate for t in known}
    sure = [t for t in known if chosen[t.start].kind != "town" and not chosen[t.start].fuzzy]
    taken = frozenset(i for t in sure for i in (t.start, t.end - 1))
    whole = {t.start for t in known if not _torn(text, t, taken)}
    standing = {t.key for t in known if t.start in whole}
    borne = {t.text for t in known if t.start not in whole}
    anchored = {t.text for t in known if t.start in whole and _led(text, t)}
    held = {t.text for t in known if _held(text, t)}
    lost = _misplaced(text, known, where)
    lost |= _strayed(known, where, borne)
    lined = {t.text for t in known if _dated(text, t)}
    return [
        t
        for t in known
        if t.text in lined
        or (t.text not in lost and _believed(t, where, standing, t.text in borne, t.text in anchored, t.text in held))
    ]


def _misplaced(text: str, known: Sequence[Toponym], where: Context) -> set[str]:
    """Small places that the text itself puts beside one in another country, or into another province ("Khas district, Uruzgan
    province"): namesakes of a place the gazetteer lacks."""
    lost = set()
    for one, other in pairwise(known):
        c, beside = where.choices[one.key].candidate, where.choices[other.key].candidate
        if c.kind in ABSTRACT or ((c.population >= KNOWN or c.capital) and c.main) or not beside.country:
            continue
        between = text[one.end : other.start]
        if c.kind != "town" and _BORDER.match(text, other.end):
            continue  # "the Gaza Strip near the Egyptian border" lies on this side of it
        province = beside.name if beside.kind == "province" else beside.admin1 if beside.kind == "region" else None
        elsewhere = province is not None and c.kind != "province" and c.admin1 != province
        if (c.country != beside.country and _BESIDE.fullmatch(between)) or (elsewhere and _HOLDS.fullmatch(between)):
            lost.add(one.text)
    return lost


def _strayed(known: Sequence[Toponym], where: Context, borne: Collection[str]) -> set[str]:
    """Words that are some town's other name in a land the report does not touch, where it names places of another: "Google" is no place
    in Kansas, the "Adan" of Adan Yabal in Somalia no Aden. Another spelling of its name ("Mykolaiv") or the end of it ("Guantanamo Bay") is
    its name."""
    chosen = {t.text: where.choices[t.key].candidate for t in known}
    lands = {c.country for c in chosen.values() if c.country and (c.main or c.kind != "town")}
    return {
        name
        for name, c in chosen.items()
        if c.kind == "town" and not c.main and c.country not in lands and lands and where.others(c) < SUPPORT
        if name in borne or (c.population < KNOWN and consonants(name) != consonants(c.name) and not _ends(name, c.name))
    }  # fmt: skip


def _ends(name: str, whole: str) -> bool:
    """ "Guantanamo Bay" of "Naval Station Guantanamo Bay"; one word ends too many names."""
    return " " in name and normalise(whole).endswith(f" {normalise(name)}")


def _believed(
    toponym: Toponym, where: Context, whole: Collection[Key], borne: bool, anchored: bool, held: bool
) -> bool:
    """A lone word for a small place needs a report that is about that country, or a preposition that leads in.

    Where a report is plainly about one country, a village of another that nothing else speaks for is no place of it.
    A name some mention of which is a piece of a longer one ("Scott Jones") is ``borne`` by somebody: it counts only
    where it is ``anchored``, that is, where a preposition of place leads to the bare name.
    """
    c = where.choices[toponym.key].candidate
    great = c.population > GREAT and (c.main or not borne)  # "Madras" of "Madras al-Wadi" is no Chennai
    if c.kind == "town" and (great or (c.capital and (c.main or c.population > KNOWN))):
        return True  # a small capital under another name is one word of many ("Wali", as some write The Valley)
    if c.fuzzy and where.others(c) < SUPPORT and c.population < KNOWN:
        return False
    if c.kind in ABSTRACT:
        return True
    if c.population < KNOWN and not held and where.alien(c, whole):
        return False
    if c.kind != "town" and (c.main or not borne):
        return True
    if borne:
        return anchored
    near = c.population >= SMALL or where.countries.get(c.country, 0) >= SUPPORT
    return near or " " in toponym.text or anchored


# "Gharyaan, LNA -", "MUTTUR (Newsline) -", "Sevare, Mali -": where a report was written.
_DATELINE = re.compile(r"(?:,\s+[A-Z]\w+)?(?:\s+\([^()\n]{2,30}\))?\s*[-–—]+\s*(?=[\w\"“])")


def _dated(text: str, toponym: Toponym) -> bool:
    """Does a spelling the gazetteer lacks open a line as its dateline? Nobody writes a person there."""
    opens = text[: toponym.start].rstrip(" ")[-1:] in ("", "\n")
    return opens and all(c.fuzzy for c in toponym.candidates) and bool(_DATELINE.match(text, toponym.end))


def _held(text: str, toponym: Toponym) -> bool:
    """Does the text say what a place lies in ("Kutum, Darfur")?"""
    return bool(_COMMA.match(text[toponym.end : toponym.end + 4]))


def _led(text: str, toponym: Toponym) -> bool:
    return bool(_LOCATIVE.search(text[max(0, toponym.start - 10) : toponym.start]))


def _torn(text: str, toponym: Toponym, taken: frozenset[int]) -> bool:
    """Is the match only part of a longer name ("Tal" of "Tal Rifaat", "Hassan" of "Arab Hassan")?"""
    lead = max(0, toponym.start - 24)
    before = _BEFORE.search(text[lead : toponym.start])
    if before and not _common(before[1]) and lead + before.end(1) - 1 not in taken:
        return True
    if _ARTICLE.search(text[lead : toponym.start]):
        return False
    after = _AFTER.search(text[toponym.end : toponym.end + 24])
    return bool(after and not _common(after[1]) and toponym.end + after.start(1) not in taken)


@lru_cache(maxsize=4096)
def _common(word: str) -> bool:
    """A word that stands beside a place's name without being part of a person's ("Mosul University", "Governor")."""
    lists = load("persons")
    return (
        is_ordinary(word)
        or word in lists["function_words"]
        or word in lists["titles"]
        or word in lists["beside_places"]
        or word.lower() in load("facilities")["nouns"]
        or is_demonym(word)
    )
