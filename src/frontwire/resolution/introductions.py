"""Persons as a report introduces them: "Houthi spokesman Yahya Karam", "Samuel Ouba, Chad's defence minister", "Colonel Ouba of the army".

A person goes by the group or office the report gives him, later under his last name alone; what he once was does not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.resolution.identity import NOBODY, Identity, armed_by_name, country_in, country_of, identity
from frontwire.resolution.names import NAME_PART, normalise
from frontwire.resolution.ordinary import is_ordinary
from frontwire.resolution.registry import named

_NAME = re.compile(rf"(?<![\w-])(?:{NAME_PART}\s+){{0,5}}{NAME_PART}")
_APPOSED = re.compile(r",\s+(?P<what>(?:who\s+(?:leads|heads|commands|speaks for)\s+)?[^,;.:()\"“”]{3,90})(?=[,;.)]|$)")
_MEMBER = re.compile(
    r"\s+(?:of|from)\s+(?P<what>(?:the\s+)?[^,;.:()\"“”]{3,60}?)(?=\s+(?:said|told|spoke|was|were|is|has|had|and|who|in|on|at)\b|[,;.)]|$)"
)
_PLAIN = re.compile(r"(?:a|an|the|its|their|his|her)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a report: the full name, and who he is by his group or office."""

    name: str
    identity: Identity


Named = Callable[[int], "Identity | None"]


def introduced(text: str, published: str | None, its: Named = lambda at: None) -> dict[str, Person]:
    """Last name -> person, for those the report ties to a group, a state or a side. Two of one last name: neither.

    ``its`` gives the one organisation named before an offset, for "its spokesman, Yahya Karam".
    """
    found: dict[str, set[str]] = {}
    told: dict[str, list[Identity]] = {}
    for at, name, words in _introductions(text):
        key = last_name(name)
        found.setdefault(key, set()).add(name if " " in name else "")
        told.setdefault(key, []).extend(
            (its(at) if _ITS.match(w) else None) or _stands_for(w, published) for w in words
        )
    return {
        key: Person(max(names, key=len) or key, who)
        for key, names in found.items()
        if len(names - {""}) < 2 and (who := _agreed(told[key])) is not NOBODY
    }


_ITS = re.compile(r"(?:its|their|the\s+(?:group|movement|organi[sz]ation|faction|militia|front)['’]s)\s", re.I)


def last_name(name: str) -> str:
    return normalise(name.split()[-1])


def _agreed(told: list[Identity]) -> Identity:
    """What all introductions of a person allow: the group or state, if they name one; else the side."""
    known = {i.actor_id: i for i in told if i.actor_id}
    if len(known) == 1:
        return next(iter(known.values()))
    sides = {i.side: i for i in told if i.side != "unknown"}
    return next(iter(sides.values())) if not known and len(sides) == 1 else NOBODY


@lru_cache(maxsize=1)
def _offices() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    words = load("cast")
    offices = frozenset(words["offices"])
    said = re.compile(rf"\b(?:{'|'.join(load('speech')['said'])}|was|were|is|are|has|had|will|killed|died)\b", re.I)
    return offices, frozenset(words["beside_office"]), said


def is_office(word: str) -> bool:
    plain = re.sub(r"['’]s?$", "", word.lower().rstrip("."))
    return plain in _offices()[0] or plain.removesuffix("s") in _offices()[0]


def _introductions(text: str) -> Iterator[tuple[int, str, list[str]]]:
    for match in _NAME.finditer(text):
        tokens = match[0].split()
        office = max((i for i, t in enumerate(tokens) if is_office(t)), default=-1)
        name = " ".join(tokens[office + 1 :])
        if not _personal(name, titled=office >= 0):
            continue
        words = [" ".join(tokens[: office + 1])] if office >= 0 else []
        lead = (_lead(text[: match.start()]) or _apposed_before(text[: match.start()])) if office < 0 else ""
        words += [lead] if lead else []
        words += _behind(text[match.end() : match.end() + 140])
        kept = [w for w in words if not re.match(rf"(?:{'|'.join(load('cast')['former'])})\b", _PLAIN.sub("", w), re.I)]
        if kept:
            yield match.start(), name, kept


def _personal(name: str, *, titled: bool) -> bool:
    """Is ``name`` a person's: no institution's, no group's, no state's, no word that begins a sentence ("In December")?"""
    tokens = name.split()
    if not tokens or name.isupper() or set(re.findall(r"[A-Za-z]+", name)) & set(load("cast")["institutions"]):
        return False
    known = tokens[0] in load("persons")["first_names"]
    if (len(tokens) == 1 and not titled) or (is_ordinary(tokens[0]) and not known):
        return False
    return named(name, None) is None and country_in(name) is None


def _lead(before: str) -> str:
    """The office right before a name, with what belongs to it: "the Taliban's shadow governor", "rebel army chief"."""
    words = re.split(r"[.,;:!?()\"“”]\s|\n", before[-80:])[-1].split()
    if not before.endswith(" ") or not words or not is_office(words[-1]) or words[-1][0].isupper():
        return ""
    start = len(words) - 1
    while start and _belongs(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


_BEFORE = re.compile(
    r"(?:^|[.;:\n“\"]\s*|,\s+)(?P<what>(?:[Aa]n?|[Tt]he|[Ii]ts|[A-Z][\w-]+['’]s?)\s[^,;.:()\"“”]{3,80}),\s+$"
)


def _apposed_before(before: str) -> str:
    """What stands before a name between commas: "the group's spokesman, Samuel Ouba, said"."""
    found = _BEFORE.search(before[-110:])
    return found["what"] if found and _described(found["what"]) and not _offices()[2].search(found["what"]) else ""


def _belongs(word: str) -> bool:
    return (
        word[0].isupper() or word.endswith(("'s", "’s", "s'", "s’")) or word.lower() in _offices()[1] or is_office(word)
    )


_LEADS = re.compile(r"who\s+(?:leads|heads|commands|speaks for)\s+")


def _behind(text: str) -> list[str]:
    found = []
    if apposed := _APPOSED.match(text):
        leads = _LEADS.match(apposed["what"])
        what = re.split(r"\s+(?:who|which|that)\s+", apposed["what"][leads.end() if leads else 0 :])[0]
        clause = re.match(r"(?:who|which|whose|whom|where|when|while|after|before)\s", what)
        if leads or (not clause and _described(what) and not _offices()[2].search(what)):
            found.append(what)
    if (member := _MEMBER.match(text)) and _party(member["what"]):
        found.append(member["what"])
    return found


def _stands_for(words: str, published: str | None) -> Identity:
    """Who a person so described acts for; a member of a committee is not the committee."""
    found = identity(words, published)
    return found if _acting(found.actor_id) else replace(found, actor_id=None, name=None)


def _acting(actor_id: str | None) -> bool:
    """A registered actor, a state, or a group by an armed name."""
    return actor_id is not None and (not actor_id.startswith("local:") or armed_by_name(actor_id))


def _party(words: str) -> bool:
    """Can a person be "of" it and act for it?"""
    bare = re.sub(r"^the\s+", "", words)
    who = None if country_of(bare) else identity(words, None).actor_id  # a man "of Ukraine" is no organ of it
    return _acting(who)


def _described(words: str) -> bool:
    """Does a phrase beside a name tell an office or calling?"""
    return any(is_office(w) for w in re.findall(r"[\w’'-]+", words))


def called(behind: str) -> str | None:
    """What kind of body the words behind an organisation's name call it ("…, a militia loyal to the president, …")."""
    found = _APPOSED.match(behind)
    what = found["what"] if found and not _offices()[2].search(found["what"]) else ""
    return what if set(re.findall(r"[a-z]+", what.lower())) & set(load("cast")["bodies"]) else None


def known_person(words: str, people: Mapping[str, Person]) -> Person | None:
    """The introduced person whom "Karam" or "Mr. Karam" names; None where a first name says that it is another."""
    match = re.fullmatch(rf"(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?((?:{NAME_PART}\s+){{0,4}}{NAME_PART})", words.strip())
    found = people.get(last_name(match[1])) if match else None
    if found is None or match is None:
        return None
    tokens = [t for t in match[1].split() if not is_office(t)]
    return found if len(tokens) < 2 or " " not in found.name or tokens[0] == found.name.split()[0] else None
