"""Sentence boundaries as character spans, for born-digital English news.

Rules, not a model: a period ends a sentence unless the word before it is an abbreviation that wants a
continuation, an initial, or the next word starts in lower case. Measured on the annotated real reports, see
``benchmarks/RESULTS.md``. Word lists: titles and ranks as agencies abbreviate them (AP style), months, units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Always followed by a name or number: never the end of a sentence.
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "sr",
        "jr",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cpl",
        "sgt",
        "pvt",
        "brig",
        "cmdr",
        "adm",
        "rear",
        "gov",
        "sen",
        "rep",
        "rev",
        "hon",
        "pres",
        "amb",
        "insp",
        "det",
        "supt",
        "msgr",
        "fr",
        "sheik",
        "sec",
        "dept",
        "no",
        "nos",
        "art",
        "fig",
        "vs",
        "approx",
        "incl",
        "mt",
        "ft",
        "op",
        "al",
    ]
)
# May end a sentence: decided by what follows.
_OPEN = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "inc",
        "corp",
        "co",
        "ltd",
        "etc",
        "est",
        "km",
        "kg",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "u.a.e",
        "d.c",
        "n.y",
        "i.e",
        "e.g",
        "ph.d",
        "u.s.a",
        "d.r.c",
    ]
)
_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "in",
        "on",
        "at",
        "after",
        "before",
        "as",
        "but",
        "and",
        "for",
        "from",
        "with",
        "while",
        "when",
        "there",
        "his",
        "her",
        "their",
        "its",
        "our",
        "many",
        "some",
        "most",
        "both",
        "no",
        "one",
        "two",
        "three",
        "officials",
        "police",
        "state",
        "government",
        "president",
        "military",
        "later",
        "earlier",
        "meanwhile",
        "however",
        "according",
    ]
)
_END = re.compile(r"(?:\.{3}|[.!?…]+)[\"”’'»)\]]*(?=\s|$)")
# Word processors and mail clients break lines by other characters than \n: vertical tab, form feed, NEL, LS, PS (Unicode, UAX 14).
_LINE = re.compile(r"\r?\n|[\v\f\x85\u2028\u2029]")
_PARAGRAPH = re.compile(rf"(?:{_LINE.pattern})\s*(?:{_LINE.pattern})")


def _is_wrapped(text: str) -> bool:
    """Hard-wrapped mail-style text: many lines, none long, most filled."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 5 or max(map(len, lines)) > 100:
        return False
    return sum(len(line) >= 55 for line in lines) >= 0.6 * len(lines)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraph spans; a single line break separates too unless the text is hard-wrapped."""
    breaks = _PARAGRAPH if _is_wrapped(text) else _LINE
    at = 0
    for gap in breaks.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _next_word(text: str, at: int) -> str:
    found = re.match(r"\s*[\"“‘'«(\[]*([^\s\"”’]*)", text[at : at + 60])
    return found.group(1) if found else ""


def _ends(block: str, mark: re.Match[str]) -> bool:
    """Does the punctuation at ``mark`` end a sentence?"""
    following = _next_word(block, mark.end())
    if not following:
        return True
    if following[0].islower():
        return False
    if "..." in mark.group() or "…" in mark.group():
        return following[0].isupper()
    if mark.group() != ".":
        return True
    before = re.search(r"([\w.'’-]+)$", block[: mark.start()])
    word = before.group(1).lower() if before else ""
    if word in _TITLES or re.fullmatch(r"[a-z]", word):
        return False
    if word in _OPEN or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return following.lower().strip(",.") in _STARTERS
    return not (word.isdigit() and following[0].isdigit())


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Sentence spans of ``text[start:end]``, trimmed of white space, in order, not overlapping."""
    whole = text[start:end]
    spans: list[tuple[int, int]] = []
    for a, b in _blocks(whole):
        block, at = whole[a:b], 0
        for mark in _END.finditer(block):
            if _ends(block, mark):
                end_at = _past_detached_quote(block, at, mark.end())
                spans.append((a + at, a + end_at))
                at = end_at
        spans.append((a + at, b))
    return [(start + s, start + e) for s, e in (_trim(whole, *span) for span in spans) if s < e]


def _past_detached_quote(block: str, start: int, end: int) -> int:
    """Tokenised text sets closing quotes apart (`… said. " On Monday`): an open quote takes the next lone one along."""
    if block[start:end].count('"') % 2 and re.match(r'\s"(?=\s|$)', block[end:]):
        return end + 2
    return end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
