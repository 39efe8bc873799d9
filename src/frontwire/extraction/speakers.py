"""Noun phrases that may speak, on either side of a verb of speech.

Not a parser: names are capitals, other speakers end in one of the nouns of ``codebook/speech.yaml`` ("two residents
of the town"), and what belongs to an earlier clause is cut off. Where no such phrase stands the answer is None.
"""

from __future__ import annotations

import re

from frontwire.codebook import load

Span = tuple[int, int]
QUOTES = '"“”«»'

_NAME = r"(?:(?:al|el|bin|ibn|ul|van|de|der)[- ])?[A-Z][\w.’'-]*"
_HEADS = "|".join(load("speech")["heads"])
_OF = rf"(?:of|for)\s+(?:the\s+)?{_NAME}\s+"
# "The Islamic State of Iraq and the Levant", "the Office for Rights and Justice": an "and" inside a name divides no clauses.
_INSIDE_NAME = re.compile(rf"{_NAME}\s+{_OF}$")
_SUBJECT = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ome|[Ss]everal|[Mm]any|[Oo]ther|[Ll]ocal|[Ss]enior|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Bb]oth)\s+)?"
    rf"(?:(?:[\w’'.-]+\s+){{0,6}}?)(?i:{_HEADS})(?:\s+(?:of|in|from|at|for|with|and|on)\s+[\w\s’'.-]{{2,60}}?)?(?:\s+{_NAME}(?:\s+{_NAME}){{0,4}})?$"
    rf"|(?:{_NAME}\s+)+{_OF}and\s+(?:the\s+)?(?:{_NAME}\s+){{0,2}}{_NAME}$|(?:{_NAME}\s+){{0,7}}{_NAME}$|(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)$"
)


def subject_before(lead: str) -> Span | None:
    """The subject that ends ``lead``: in its last clause, apposition left out; None where no speaker ends it."""
    lead = re.sub(r"\([^()]*\)", lambda m: " " * len(m.group()), lead)  # "Jane Roe (Ind.) said"
    clause_at = 0
    for m in re.finditer(
        rf"[{QUOTES};:(]|\s[—–-]+\s|\b(?:but|and|while|as|because|though|although|when|after)\s+(?=[A-Za-z])", lead
    ):
        named = m.group().strip() == "and" and _INSIDE_NAME.search(lead[: m.start()])
        if not (named and re.match(r"(?:the\s+)?[A-Z]", lead[m.end() :])):
            clause_at = m.end()
    clause = lead[clause_at:]
    stripped = clause.rstrip()
    if stripped.endswith(","):
        parts = re.match(r"^(?P<head>.*?)(?P<name>(?:[^,]+)),\s+[^,]{2,120},$", stripped, re.S)
        if parts is None:
            return None
        candidate, base = parts["name"], clause_at + parts.start("name")
    else:
        comma = clause.rfind(", ")
        candidate, base = clause[comma + 2 if comma >= 0 else 0 :], clause_at + (comma + 2 if comma >= 0 else 0)
    offset = len(candidate) - len(candidate.lstrip())
    words = candidate.strip()
    if opener := re.match(r"(?:But|And|So|Yet|Still|Meanwhile|However|Then|Also)\s+(?=\S)", words):
        offset, words = offset + opener.end(), words[opener.end() :]
    m2 = _SUBJECT.search(words)
    if m2 is None or not words or words.lower() in load("speech")["nobody"]:
        return None
    found = (base + offset + m2.start() + _clause_before(m2.group()), base + offset + m2.end())
    return found if lead[found[0] : found[1]].lower() not in load("speech")["nobody"] else None


_TITLES = "Dr|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Adm|St|Sen|Rep|Gov|Rev"
_BREAK = re.compile(
    r"(?<!\S)(?:that|which|whom?|whose|where|what|whereas|while|will|would|were|was|is|are|not)\s+"
    r"|(?<!\S)(?!(?:of|in|from|at|for|with|and|on|to|by|against|under|near|all|both|half)\s)\S+\s+(?=(?:the|an?|its|his|her|their|our)\s)",
    re.I,
)


def _clause_before(words: str) -> int:
    """Letters of ``words`` that belong to an earlier clause: "outside the zone which | the army", "noon on Tuesday | a group"."""
    return max((m.end() for m in _BREAK.finditer(words)), default=0)


_AFTER = re.compile(
    rf"\s*((?:[Tt]he|[Aa]n?|[Oo]ne|[Ll]ocal|[Ss]enior|[Ss]ome|[Ss]everal|[Tt]wo|[Ii]ts|[Hh]is|[Tt]heir)?\s*(?:(?:(?:[A-Z]\.){{2,}}|[\w’'-]+\.?)\s+){{0,9}}?(?:(?:[A-Z]\.){{2,}}|(?!(?:{_TITLES})\.)[\w’'-]+(?!\.[A-Z])))"
    rf"(?=\s*(?:[,;.:)({QUOTES}]|$|\bwho\b|\bon\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\bin\s+(?:an?|the)\s+(?:statement|interview|report)|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b))"
)


def name_after(text: str, at: int, end: int) -> Span | None:
    m = _AFTER.match(text[at:end])
    if m is None or not re.search(rf"[A-Z]|\b(?:{_HEADS})\b", m.group(1)):
        return None
    return at + m.start(1), at + m.end(1)
