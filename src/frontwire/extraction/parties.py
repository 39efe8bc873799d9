"""Coordinated parties are fillers of their own (codebook, roles): "the army and tribal fighters" are two agents.

Things stay together ("tanks and trucks"), and so do phrases that share a head or a word before it ("security and
intelligence officials", "the British and French governments") and names that hold an "and" ("Bosnia and Herzegovina").
Of eleven such fillers of the annotated real reports that are split, nine are two fillers there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from frontwire.codebook import load
from frontwire.records import Draft, Mention

Span = tuple[int, int]
#: Roles whose coordinated fillers are apart; the dead of one toll stay one filler (codebook A).
_PARTIES = frozenset({"agent", "target", "source"})
_CUT = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_NAME = re.compile(r"(?:[\w.’'-]+ )*[A-Z][\w.’'-]*")
_BOUND = re.compile(r"\b(?:of|between|from|for|in)\s|\d,\d|\W(?:which|who|that)\s")
_LONGEST = 9  # words of one party; longer phrases hold clauses, which this does not read


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load("consistency")["parties"]
    sides, speakers = load("roles")["sides"], load("roles")["speakers"]
    people = chain(
        load("consistency")["captives"]["people"],
        words["groups"],
        *load("victims")["classes"].values(),
        *sides.values(),
    )
    persons = re.compile(rf"(?:.*\b)?(?:{'|'.join(chain(people, *speakers.values()))})", re.I)
    determined = re.compile(rf"(?:{'|'.join(words['determiners'])})\b", re.I)
    return persons, determined, re.compile("|".join(words["names"]))


def apart(drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with each coordinated agent, target, source and place as a filler of its own."""
    return [replace(d, roles=tuple((r, m) for r, whole in d.roles for m in _mentions(r, whole))) for d in drafts]


def _mentions(role: str, mention: Mention) -> Iterator[Mention]:
    for start, end in parts(mention.text, role) or [(0, len(mention.text))]:
        text = mention.text[start:end]
        yield replace(mention, text=text, start=mention.start + start, end=mention.start + end)


def parts(text: str, role: str) -> list[Span] | None:
    """Where the parties of ``text`` stand; None where it is one filler."""
    if role == "place" and (kind := _several().match(text)):  # "the towns of Gao and Ansongo": the first keeps the noun
        named = parts(text[kind.end() :], role)
        return named and [(0 if a == 0 else kind.end() + a, kind.end() + b) for a, b in named]
    cuts = list(_CUT.finditer(text))
    if not any("and" in c[0] for c in cuts) or _patterns()[2].search(text):
        return None
    edges = [0, *chain.from_iterable(c.span() for c in cuts), len(text)]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    words = [text[a:b] for a, b in spans]
    if any(_BOUND.search(w + " ") for w in words[:-1]) or _BOUND.search(text[: spans[-1][0]]) or _shared_head(words):
        return None
    return spans if all(_stands_alone(w, role) for w in words) else None


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    nouns = "|".join(load("consistency")["parties"]["settlements"])
    return re.compile(rf"(?:[\w-]+ ){{0,3}}(?:{nouns}) of (?=[A-Z])")


def _stands_alone(words: str, role: str) -> bool:
    persons, determined, _ = _patterns()
    if not words or len(words.split()) > _LONGEST:
        return False
    name = bool(_NAME.fullmatch(words))
    if role == "place":
        return name or bool(determined.match(words))
    group = role in _PARTIES and bool(persons.fullmatch(words))
    last = words.split()[-1].lower()
    plural = last.endswith("s") or last in load("consistency")["parties"]["plurals"]
    return role in _PARTIES and (name or (group and (plural or bool(determined.match(words)))))


def _shared_head(words: Sequence[str]) -> bool:
    """ "U.S. and Iraqi forces": a bare name before a phrase that ends in a common noun and has no determiner."""
    last = words[-1]
    if not last[-1:].islower() or not last.split()[-1][0].islower() or _patterns()[1].match(last):
        return False
    heads = (w.split()[-1] for w in words[:-1] if w.split())
    people = _patterns()[0]  # "Herders and farmers": a capital only begins the sentence
    return any(h[0].isupper() and not (h[1:].islower() and people.fullmatch(h)) for h in heads)
