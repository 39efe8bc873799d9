"""Words of the calendar: months, weekdays, numbers, and the pattern pieces the rules are made of."""

from __future__ import annotations

import re

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# A capital first: "may" is a verb and "march" a move.
MONTH = r"(?-i:(?=[A-Z]))(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
FULL_MONTH = r"(?-i:(?=[A-Z]))(?:january|february|march|april|may|june|july|august|september|october|november|december)"
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon\.|tues?\.|wed\.|thurs?\.|fri\.|sat\.|sun\.)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:.]\d|\d)"
YEAR = r"(?:1[5-9]|20)\d{2}"
UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))"
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {w: i for i, w in enumerate(_ONES)} | {w: 10 * (i + 2) for i, w in enumerate(_TENS)}
_ORDINALS = {
    w: i for i, w in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"], 1)
} | {"twenty-first": 21}  # fmt: skip
ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|" + "|".join(_ORDINALS) + ")"
_WORDS = "|".join(sorted([*_SMALL, *(f"{t}[- ]{o}" for t in _TENS for o in _ONES[1:10])], key=len, reverse=True))
COUNT = rf"(?:\d{{1,3}}|an?|half an?|a couple of|a dozen|several|a few|some|many|{_WORDS})"
#: "several", "a few": three to nine (anchors geo_time: what readers of English news take them for).
VAGUE = {"several": (3, 9), "a few": (3, 9), "some": (3, 9), "many": (3, 30)}
_FIXED = {"a": 1, "an": 1, "a couple of": 2, "a dozen": 12}


def month_of(text: str) -> int:
    """1-12 for a month's name or abbreviation."""
    return next(i for i, m in enumerate(_MONTH_NAMES, 1) if m.startswith(text.lower().rstrip(".")[:3]))


def weekday_of(text: str) -> int:
    """0 (Monday) to 6."""
    return next(i for i, d in enumerate(_DAY_NAMES) if d.startswith(text.lower().rstrip(".")[:3]))


def day_of(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def count_of(text: str) -> tuple[int, int] | None:
    """Lowest and highest number a count stands for; None for "half a"."""
    word = re.sub(r"\s+", " ", text.lower().strip())
    if word.isdigit():
        return int(word), int(word)
    if word in VAGUE:
        return VAGUE[word]
    if word in _FIXED:
        return _FIXED[word], _FIXED[word]
    parts = re.split(r"[- ]", word)
    if all(p in _SMALL for p in parts):
        total = sum(_SMALL[p] for p in parts)
        return total, total
    return None


def ordinal_of(text: str) -> int:
    word = text.lower()
    return _ORDINALS[word] if word in _ORDINALS else day_of(word)


def year_in_words(text: str) -> int | None:
    """ "nineteen ninety-six" -> 1996, "two thousand and three" -> 2003; None where the words give no year."""
    words = [w for w in re.split(r"[\s-]+", text.lower()) if w != "and"]
    if words[:2] == ["two", "thousand"]:
        rest = [_SMALL.get(w) for w in words[2:]]
        return 2000 + sum(r for r in rest if r is not None) if None not in rest else None
    head, tail = _SMALL.get(words[0]), [_SMALL.get(w) for w in words[1:]]
    if head not in (15, 16, 17, 18, 19, 20) or not tail or None in tail:
        return None
    return head * 100 + sum(t for t in tail if t is not None)


YEAR_WORDS = (
    rf"(?:(?:fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[\s-]+(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:{'|'.join(_ONES[1:10])}))?"
    rf"|{'|'.join(_ONES[10:])})|two thousand(?:\s+(?:and\s+)?(?:{'|'.join(_ONES[1:])}))?)"
)
DECADES = {
    w: 10 * (i + 2)
    for i, w in enumerate(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    )
}
