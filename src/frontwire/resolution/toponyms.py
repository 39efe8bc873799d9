"""Find place names in running text: longest gazetteer match over capitalised words, persons and demonyms kept out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontwire.codebook import load
from frontwire.resolution.gazetteer import Candidate, Gazetteer, is_demonym

_WORD = re.compile(r"[^\W\d_][\w’'.-]*[\w]|[^\W\d_]", re.UNICODE)
_LONGEST = 5  # words of the longest gazetteer names worth trying
_INNER = frozenset(
    ["al", "el", "ez", "az", "as", "ar", "ash", "at", "de", "du", "of", "la", "le", "and", "of-the", "bin"]
)
_SPEECH = re.compile(r"\s+(?:said|says|told|added|announced|warned|urged|insisted)\b")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name at [start, end) of the text and what it may mean."""

    text: str
    start: int
    end: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    return [_Token(re.sub(r"['’]s$", "", m.group()), m.start(), m.start() + len(re.sub(r"['’]s$", "", m.group())))
            for m in _WORD.finditer(text)]  # fmt: skip


def _is_name(token: _Token) -> bool:
    first = token.text[0]
    return first.isupper() or bool(re.match(r"(?:al|el|ez|as|ar|ash|at|az)[-’'][A-Z]", token.text))


def _adjacent(text: str, a: _Token, b: _Token) -> bool:
    return text[a.end : b.start] in (" ", "-", "\n", ", ") and text[a.end : b.start] != ", "


def persons(text: str) -> frozenset[str]:
    """Surnames the text introduces: the last word of a capitalised run behind a title or a known first name."""
    words = load("persons")
    titles = "|".join(map(re.escape, sorted(words["titles"], key=len, reverse=True)))
    name = r"(?:(?:al|el|bin|ibn|abu|ul|van|von|de|der)[- ])?[A-Z][\w’'-]+"
    found = set()
    for match in re.finditer(rf"\b(?:{titles})\.?\s+((?:{name}\s+){{0,3}}{name})", text):
        found |= set(match.group(1).split())
    firsts = "|".join(words["first_names"])
    for match in re.finditer(rf"\b(?:{firsts})\s+((?:{name}\s+){{0,2}}{name})", text):
        found |= {*match.group(0).split()}
    return frozenset(
        re.sub(r"['’]s$", "", w).removeprefix("al-").removeprefix("Al-") for w in found if w[0].isupper() or "-" in w
    )


def find_toponyms(text: str, gazetteer: Gazetteer) -> list[Toponym]:
    """All place names of ``text``, not overlapping, in order."""
    stop = frozenset(load("persons")["not_places"])
    functions = frozenset(load("persons")["function_words"])
    people = persons(text)
    tokens = _tokens(text)
    found: list[Toponym] = []
    i = 0
    while i < len(tokens):
        opens = _is_name(tokens[i]) and tokens[i].text not in functions
        match = _longest(text, tokens, i, gazetteer, stop, people) if opens else None
        if match:
            found.append(match[0])
            i = match[1]
        else:
            i += 1
    return found


def _runs(text: str, tokens: list[_Token], i: int) -> Iterator[int]:
    """Ends (exclusive) of adjacent token runs from i that begin and end with a name, longest first."""
    ends = []
    j = i
    while j < min(len(tokens), i + _LONGEST):
        if j > i and not _adjacent(text, tokens[j - 1], tokens[j]):
            break
        if _is_name(tokens[j]):
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
    text: str, tokens: list[_Token], i: int, gazetteer: Gazetteer, stop: frozenset[str], people: frozenset[str]
) -> tuple[Toponym, int] | None:
    for j in _runs(text, tokens, i):
        start, end = tokens[i].start, tokens[j - 1].end
        name = text[start:end]
        if j == i + 1 and _is_no_place(text, tokens, i, stop, people):
            continue
        candidates = gazetteer.find(name)
        if candidates:
            return Toponym(name, start, end, candidates), j
    return None


def _is_no_place(text: str, tokens: list[_Token], i: int, stop: frozenset[str], people: frozenset[str]) -> bool:
    """A single capitalised word that is a person, a demonym, a weekday or an ordinary word at a sentence start."""
    token = tokens[i]
    word = token.text
    if word in stop or word.removeprefix("al-").removeprefix("Al-") in people or is_demonym(word):
        return True
    if len(word) < 3 and not (word.isupper() and len(word) == 2):
        return True
    if _SPEECH.match(text[token.end : token.end + 12]):
        return True
    before = text[: token.start].rstrip("\"“‘' ")
    opens = not before or before[-1] in ".!?:\n"
    return opens and bool(re.search(rf"\b{re.escape(word.lower())}\b", text))
