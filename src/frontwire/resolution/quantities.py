"""Number words -> bounds (codebook B): modifier x number -> {low, high, best}.

No library tried keeps bounds (anchors geo_time, part 3). A midpoint is never invented: ``best`` is set only where
the words give one number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontwire.codebook import load
from frontwire.resolution.by_name import LISTED, called, capitals, person
from frontwire.resolution.ordinary import is_ordinary
from frontwire.shapes import Figure

_UNITS = {w: i for i, w in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}  # fmt: skip
_TENS = {
    w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_WORDS = "|".join([*_UNITS, *_TENS, *_SCALES])
_NUMBER = re.compile(
    rf"(?<![\w.-])(?:(\d{{1,3}}(?:[,.]\d{{3}})+|\d+(?:\.\d+)?)(?:\s+(hundred|thousand|million))?|"
    rf"((?:{_WORDS})(?:[\s-]+(?:and\s+)?(?:{_WORDS}))*))\b(?!-(?:year|day|week|month|hour|metre|meter|kilomet|mile|man|strong)|(?:st|nd|rd|th)\b|%)",
    re.I,
)
_FRACTION = re.compile(
    r"\s*(?:about |nearly |some |almost |more than |over )?(?:[\w.,-]+\s*(?:per\s?cent|percent|%)|half of|[\w-]+[\s-](?:thirds?|quarters?) of|most of|much of)\b"
    r"|\s*(?:an?|the) (?:total|number|toll)\s*$|\s*(?:about |nearly |some |almost |more than |over )?(?:half|most|(?:one|two|three) (?:third|quarter)s?)\s*$",
    re.I,
)
_RANGE = re.compile(r"\b(?:between\s+)?(\d[\d,]*|[a-z-]+)\s*(?:-|–|to|and|or)\s*(\d[\d,]*|[a-z-]+)\b", re.I)
# "no casualties", "without injuries"; a filler that begins with "no": "no women or children" (but "no fewer than six" is six)
_NOBODY = re.compile(
    r"\b(?:no|without)\s+(?:\w+\s+){0,2}(?:casualt|injur|one|deaths|victims|losses|people|civilians|soldiers)"
    r"|^\s*(?:nobody|no one|none|no\s+(?!fewer|less|more|longer)[a-z]+)\b",
    re.I,
)


# Ages count nobody: "a six-year-old boy", "aged 12 and 14", "Jon Bek, 24", "a woman, 31, of Larne", "27, of Larne".
_AGE = re.compile(
    rf"\b(?:\d{{1,3}}|(?:{_WORDS})(?:-(?:{_WORDS}))?)[\s-]+(?:(?:year|month|week|day)s?(?:[\s-]+old(s)?\b|-(?=\s|$))|y/?o\b)"
    r"|\b(?:aged?|ages)\s+\d+(?:\s*(?:,|and|to|-)\s*\d+)*"
    r"|(?:(?<=[^\W\d_]),\s*|(?<=[^\W\d_]\.),\s*|^\s*)\d{1,3}(?=\s*,\s+(?:of|from)\s+[A-Z])"
    r"|(?:(?<=[^\W\d_]),\s*|(?<=[^\W\d_]\.),\s*)\d{1,3}(?:,\s*\d{1,3})*(?:,?\s+and\s+\d{1,3})?(?=\s*(?:,|$|and\b))",
    re.I,
)
_IN_ALL = re.compile(r"\b(?:all|total|altogether)$", re.I)


@dataclass(frozen=True, slots=True)
class Bounds:
    low: int | None
    high: int | None
    best: int | None


def integer(words: str) -> int | None:
    """ "21", "1,500", "1.5 million", "twenty-one", "two hundred and six" -> int; None if it is no number."""
    words = words.lower().replace(",", "").strip()
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(?:\s+(hundred|thousand|million))?", words)
    if found:
        return round(float(found[1]) * _SCALES.get(found[2] or "", 1))
    total = current = 0
    parts = [p for p in re.split(r"[\s-]+", words) if p != "and"]
    for word in parts:
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
        else:
            return None
    return total + current if parts else None


def _step(n: int) -> int:
    """Rounding step of a round number: 500 -> 100, 1,500 -> 100, 23 -> 1; what "about" may hide."""
    step = 1
    while n and n % (step * 10) == 0 and step * 10 <= n:
        step *= 10
    return step


def _modified(before: str, n: int) -> Bounds:
    """Apply the words in front of an exact number (codebook B)."""
    table = load("quantities")["modifiers"]
    lead = before.lower().rstrip()
    kind = next((m["kind"] for m in table for phrase in m["phrases"] if re.search(rf"\b{phrase}$", lead)), "exact")
    if kind == "at_least":
        return Bounds(n, None, None)
    if kind == "more_than":
        return Bounds(n + 1, None, None)
    if kind == "up_to":
        return Bounds(0, n, None)
    if kind == "fewer_than":
        return Bounds(0, max(0, n - 1), None)
    if kind == "about":
        step = _step(n)
        return Bounds(max(0, n - step), n + step, n)
    return Bounds(n, n, n)


def _vague(text: str) -> Bounds | None:
    """ "dozens of", "hundreds", "several": the words' own interval, a modifier raising or capping it."""
    for entry in load("quantities")["vague"]:
        found = re.search(rf"\b{entry['words']}\b", text, re.I)
        if not found:
            continue
        low, high = entry["low"], entry["high"]
        lead = text[: found.start()].lower().rstrip()
        if re.search(r"\b(?:up to|as many as|no more than)$", lead):
            return Bounds(0, high, None)
        if re.search(r"\b(?:more than|over)$", lead):
            return Bounds(low + (low == high), None, None)
        if re.search(r"\bat least$", lead):
            high = None
        return Bounds(low, high, low if low == high else None)
    return None


def bounds(text: str) -> Bounds:
    """The interval one phrase stands for; all None where it gives no number."""
    if _NOBODY.search(text):
        return Bounds(0, 0, 0)
    text, aged = without_ages(text)
    if _FRACTION.match(text):
        return Bounds(None, None, None)
    span = _RANGE.search(text)
    if span:
        a, b = integer(span[1]), integer(span[2])
        if a is not None and b is not None and a < b:
            return Bounds(a, b, None)
    vague = _vague(text)
    if vague:
        return vague
    number = _NUMBER.search(text)
    if number:
        value = integer(number.group().strip())
        if value is not None:
            return _modified(text[: number.start()], value)
    if aged == "one":
        return Bounds(1, 1, 1)
    return Bounds(2, None, None) if aged and not text.strip() else _unnumbered(text)


def without_ages(text: str) -> tuple[str, str]:
    """``text`` with blanks for its ages, and who has one: "one" person, "some" ("12-year-olds", "boys aged 9"), "" nobody."""
    found = [m for m in _AGE.finditer(text) if not _IN_ALL.search(text[: m.start()])]
    for m in found:
        text = text[: m.start()] + " " * (m.end() - m.start()) + text[m.end() :]
    named = re.search(r"\b[A-Z][\w.’'-]+\s*$", text)
    several = any(m[1] for m in found) or (_plural(text) and not named)
    return text, "" if not found else "some" if several else "one"


_KNOWN_OTHERS = re.compile(r"\band\s+(?:the|these|those|his|her|its|their|other)\s+(.+)", re.I)


def _unnumbered(text: str) -> Bounds:
    """No number word: "a soldier" is one, a bare plural is two or more, a bare name or "son" is one."""
    if re.match(r"\s*(?:both|a pair of|the two)\b", text, re.I):
        return Bounds(2, 2, 2)
    if re.match(r"\s*(?:an? )?(?:entire|whole) famil", text, re.I):
        return Bounds(1, None, None)
    if re.fullmatch(load("quantities")["collectives"], _head(text)):
        return Bounds(2, None, None)
    if re.match(r"\s*(?:another|someone|somebody)\s*$", text, re.I):
        return Bounds(1, 1, 1)
    if names := LISTED.fullmatch(text.strip()):  # "journalists Ada Kesh and Ilir Brenks"
        number = len(re.split(r",\s+and\s+|,\s+|\s+and\s+", names["names"]))
        return Bounds(number, number, number)
    if family := _FAMILY.fullmatch(text.strip()):
        people = re.split(r",\s+and\s+|,\s+|\s+and\s+", family[1])
        several = sum(_plural(p) for p in people)
        return Bounds(len(people) + several, *(None, None) if several else (len(people), len(people)))
    if re.match(
        r"\s*(?:an?|another|additional|his|her|its|their|my|our|the)\s+(?:[\w’'-]+\s+)*?", text, re.I
    ) and not _plural(text):
        beside = _KNOWN_OTHERS.search(
            text
        )  # "the commander and the rebels": one and people whose number was given before
        return Bounds(1, None, None) if beside and _plural(beside[1]) else Bounds(1, 1, 1)
    if _plural(text):
        known = re.match(
            r"\s*(?:the|these|those|its|their|his|her|my|our)\s", text, re.I
        )  # people told of before: no new number
        return Bounds(None, None, None) if known else Bounds(2, None, None)
    if ONE_IN_A_HEADLINE.fullmatch(text.strip()):
        return Bounds(1, 1, 1)
    named = re.match(r"\s*(?!(?:All|Some|Others|Those|These|They|Most|Every(?:one|body))\b)[A-Z]", text)
    return Bounds(1, 1, 1) if named or called().match(text.strip()) else Bounds(None, None, None)


# "Strike kills woman and child"
ONE_IN_A_HEADLINE = re.compile(
    rf"(?:[a-z-]+ )?(?:man|woman|boy|girl|child|baby|infant|toddler|teenager|{'|'.join(load('quantities')['kin'])})"
)

# "His wife, son and daughter" are three, "her husband and children" three or more
_FAMILY = re.compile(r"(?:his|her|their|my|our)\s+([a-z-]+(?:,\s+[a-z-]+)*,?\s+and\s+[a-z-]+)")


def _head(text: str) -> str:
    """The noun of the first phrase, in lower case."""
    phrase = re.split(r"\b(?:of|from|in|at|who|that|including|with|and)\b|,", text)[0].split()
    return re.sub(r"[^\w]", "", phrase[-1].lower()) if phrase else ""


# "Turkish and Syrian soldiers": two adjectives, one noun
_PAIRED = re.compile(r"\s*(?:[Tt]he\s+)?[A-Z][\w-]+(?:,\s+[A-Z][\w-]+)*,?\s+and\s+(?=(?:[\w’'-]+\s+)+[\w’'-]+\s*$)")


def _plural(text: str) -> bool:
    if person(text):
        return False
    paired = _PAIRED.match(text)
    word = _head(text[paired.end() :] if paired else text)
    return word in load("quantities")["plurals"] or (word.endswith("s") and not word.endswith("ss"))


def numbered(text: str) -> bool:
    """Does the text hold a number, in digits or words, exact or vague?"""
    return bool(_NUMBER.search(text) or _vague(text) or re.match(r"(?:an?|another)\s", text, re.I))


_SOME_OF = re.compile(
    r"\s*(?:at least |about |only )?[\w-]+ of (?:the|those|them|whom|these)\b(?! (?:\w+ )?(?:wounded|injured|hurt|captured|kidnapped|abducted|missing|hostages?|captives?|detain\w*|prisoners?|survivors?)\b)",
    re.I,
)


def partitive(text: str) -> bool:
    """ "One of the insurgents": a part of people told of before; "two of the wounded" who died are none of the dead before."""
    return bool(_SOME_OF.match(text))


_DEFINITE_ONE = re.compile(r"(?:the|his|her|their|its|my|our|this|that)\s", re.I)


def somebody(figure: Figure) -> bool:
    """One person by name or as one known ("Sergeant Brenk", "the driver", "her son"): somebody is told of, and nobody is counted."""
    if figure.low != 1 or figure.high != 1:
        return False
    names = capitals(figure.text)
    known = _DEFINITE_ONE.match(figure.text) or called().match(figure.text)
    return bool(known or (names and not is_ordinary(names[-1])))


def counts(figure: Figure) -> bool:
    """Does the figure say a number? A bare plural ("people": two or more) does not."""
    return figure.low is not None and (figure.high is not None or figure.low > 2)


def bare(text: str) -> str:
    """The text without its number words."""
    return re.sub(rf"\b(?:{_WORDS})\b", "", text, flags=re.I)
