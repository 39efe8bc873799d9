"""Words -> figures with bounds (codebook B): modifier x number x people -> {low, high, best}.

No library tried keeps bounds (anchors geo_time, part 3). A midpoint is never invented: ``best`` is set only where
the words give one number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontwire.codebook import load
from frontwire.records import Figure, Mention

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
_RANGE = re.compile(r"\b(?:between\s+)?(\d[\d,]*|[a-z-]+)\s*(?:-|–|to|and|or)\s*(\d[\d,]*|[a-z-]+)\b", re.I)


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
        if re.search(r"\b(?:at least|more than|over)$", lead):
            high = None
        return Bounds(low, high, low if low == high else None)
    return None


def bounds(text: str) -> Bounds:
    """The interval one phrase stands for; all None where it gives no number."""
    if re.search(
        r"\b(?:no|without)\s+(?:\w+\s+)?(?:casualt|injur|one|deaths|victims|losses|people|civilians|soldiers)",
        text,
        re.I,
    ) or re.match(r"\s*(?:nobody|no one|none)\b", text, re.I):
        return Bounds(0, 0, 0)
    span = _RANGE.search(text)
    if span:
        a, b = integer(span[1]), integer(span[2])
        if a is not None and b is not None and a < b:
            return Bounds(a, b, None)
    vague = _vague(text)
    if vague:
        return vague
    number = _NUMBER.search(text)
    if number and not re.search(r"\baged?\s+$", text[: number.start()], re.I):
        value = integer(number.group().strip())
        if value is not None:
            return _modified(text[: number.start()], value)
    return _unnumbered(text)


def _unnumbered(text: str) -> Bounds:
    """No number word: "a soldier" is one, a bare plural is two or more, a bare name or "son" is one."""
    if re.match(r"\s*(?:an?|another|his|her|its|their|the)\s+(?:[\w’'-]+\s+)*?", text, re.I) and not _plural(text):
        return Bounds(1, 1, 1)
    if _plural(text):
        known = re.match(
            r"\s*(?:the|these|those|its|their|his|her)\s", text, re.I
        )  # people told of before: no new number
        return Bounds(None, None, None) if known else Bounds(2, None, None)
    return Bounds(1, 1, 1) if re.match(r"\s*[A-Z]", text) else Bounds(None, None, None)


def _plural(text: str) -> bool:
    head = re.split(r"\b(?:of|from|in|at|who|that|including|with|and)\b|,", text)[0].strip()
    word = re.sub(r"[^\w]", "", head.split()[-1].lower()) if head.split() else ""
    return word in load("quantities")["plurals"] or (word.endswith("s") and not word.endswith("ss"))


def victim_class(text: str) -> str:
    """Who they were, by the words themselves (codebook B); "people" alone is unknown."""
    lowered = text.lower()
    for name, patterns in load("victims")["classes"].items():
        if any(re.search(rf"\b(?:{p})\b", lowered) for p in patterns):
            return str(name)
    return "unknown"


_AGGREGATE = re.compile(
    r"\b(?:since|so far|in the (?:past|last)|over the (?:past|last)|this (?:year|month)|in total|a total of|overall|"
    r"across the country|nationwide|to date|during the (?:war|conflict|uprising))\b", re.I)  # fmt: skip


# "killed thousands of civilians after the invasion": a war's sum, told without a span; one happening is counted closer.
_MASS = re.compile(r"\b(?:thousands|millions)\b", re.I)


def is_aggregate(sentence: str, figure: str, claim_type: str, status_background: bool) -> bool:
    """A sum over incidents or a span of time: the sentence counts "since" something, recaps a displacement, or the figure
    is a bare "thousands"."""
    recap = status_background and claim_type in ("casualty", "displacement")
    return recap or bool(_AGGREGATE.search(sentence)) or (claim_type != "displacement" and bool(_MASS.search(figure)))


def resolve(kind: str, mention: Mention, sentence: str, *, aggregate: bool) -> list[Figure]:
    """Figures of one filler; "a policeman and eight gunmen" gives two, each with its own victim class."""
    figures = []
    for start, end in _parts(mention.text):
        words = mention.text[start:end]
        found = bounds(words)
        figures.append(
            Figure(
                kind=kind,
                text=words,
                start=mention.start + start,
                end=mention.start + end,
                low=found.low,
                high=found.high,
                best=found.best,
                victim_class=victim_class(words),
                aggregate=aggregate,
            )
        )
    return figures


def _parts(text: str) -> list[tuple[int, int]]:
    """Split a sum at "and" or a comma where both sides carry a number of their own."""
    cuts = [(m.start(), m.end()) for m in re.finditer(r",\s+(?:and\s+)?|\s+and\s+", text)]
    if re.search(r"\bbetween\b", text, re.I):
        cuts = []
    subset = re.search(r",?\s+(?:including|among them|most of them|mostly)\b", text)
    end = subset.start() if subset else len(text)  # "21 people, including six children" is 21: a part is no addend
    spans, at = [], 0
    for a, b in [c for c in cuts if c[1] <= end]:
        if _counted(text[at:a]) and _counted(text[b:]):
            spans.append((at, a))
            at = b
    spans.append((at, end))
    return spans


def _counted(text: str) -> bool:
    """Does a part hold a number and people of its own?"""
    lowered = text.strip().lower()
    has_number = bool(_NUMBER.search(text) or _vague(text) or re.match(r"(?:an?|another)\s", lowered))
    return has_number and bool(re.search(r"[a-z]{4,}", re.sub(rf"\b(?:{_WORDS})\b", "", lowered)))
