"""Capitalised words that are no place: bodies, contractions, persons, weekdays, the quarter of a land that is named behind it."""

from __future__ import annotations

import re

from frontwire.resolution.gazetteer import is_demonym
from frontwire.resolution.ordinary import is_ordinary
from frontwire.resolution.tokens import Token

_SPEECH = re.compile(r"\s+(?:said|says|told|added|announced|warned|urged|insisted)\b")


def no_place_from(text: str, tokens: list[Token], i: int, stop: frozenset[str]) -> int:
    """Words of a name from ``i`` on that is a body's ("White House") or a contraction ("We're"), and no place's; 0 for none."""
    if re.match(r"(?:I|We|You|They|He|She|It|That|There|What|Who|Let)['’]\w+$", tokens[i].text):
        return 1
    pair = text[tokens[i].start : tokens[i + 1].end] if i + 1 < len(tokens) else ""
    if _QUARTER.fullmatch(pair) and _BEHIND_QUARTER.match(text, tokens[i + 1].end):
        return 2  # "North West Iraq" is no South African province
    return 2 * (pair in stop)


_QUARTER = re.compile(r"(?:North|South)[ -](?:East|West)", re.I)
_BEHIND_QUARTER = re.compile(r" (?!Province|Region|State|District|Governorate|Frontier|Coast|Territor)[A-Z]")


_TO_PLACE = re.compile(r"\b(?:in|near|outside|around)\s+$")
_CONTAINED = re.compile(r",\s+[A-Z]")


def as_place(text: str, token: Token) -> bool:
    """Is an ordinary word used as a place's name ("in Mobile", "Reading, Pa.")?"""
    lead = text[max(0, token.start - 10) : token.start]
    return bool(_TO_PLACE.search(lead) or _CONTAINED.match(text[token.end : token.end + 4]))


def is_no_place(text: str, tokens: list[Token], i: int, stop: frozenset[str], people: frozenset[str]) -> bool:
    """A single capitalised word that is a person, a demonym, a weekday or an ordinary word at a sentence start."""
    token = tokens[i]
    word = token.text
    if word in stop or re.sub(r"^[Aa]l-|['’]$", "", word) in people or is_demonym(word):
        return True
    if len(word) < 3 and not (word.isupper() and len(word) == 2):
        return True
    if _SPEECH.match(text[token.end : token.end + 12]):
        return True
    short_capitals = word.isupper() and len(word) <= 3  # "US" is no "us"
    if is_ordinary(word) and not short_capitals and not as_place(text, token):
        return True
    before = text[: token.start].rstrip("\"“‘' ")
    opens = not before or before[-1] in ".!?:\n"
    return opens and bool(re.search(rf"\b{re.escape(word.lower())}\b", text))
