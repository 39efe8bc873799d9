"""Means that tell a deed: "police used tear gas", "chlorine was dropped on the town", "fighters launch rockets at the port", "their
lorry hit a mine", "the bomb went off".

No word of these names an event by itself, so the model passes over many. What was used against people is an attack on the
verb (from the air where something that flies used it), a mine or bomb that somebody ran into an explosion on the device (codebook A).
Found words are read for their roles as any trigger is. Of the annotated texts' 65 such uses 52 are claims there; participles are left out
("were killed by troops using live fire": means of the claim beside them). Of 15 mines met so 12 are, and two have another explosion in the
sentence; of 77 bombs that go off 64 and five; of 84 phrases of something fired or launched at something 81, of 83 of what landed or struck
somewhere 76, of 18 who came under fire 17, of 8 attacks that killed and 6 expulsions of diplomats all, of 56 bombs that hit or killed 42 on the noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.tolls import Word
from frontwire.records import Draft

#: The phrases looked for, and the type that each has whatever its words.
_KINDS = {
    "active": None, "passive": None, "fired": None, "landed": None, "met": "explosion", "burst": "explosion",
    "attacked": "attack", "tolled": "attack", "expelled": "sanction", "ripped": "explosion",
    "shelled": None, "crossfire": "clash", "between": "clash", "raked": "attack", "policed": "attack",
    "policed_by": "attack", "grenaded": "explosion", "firebombed": "attack",
}  # fmt: skip


#: Phrases that stand whole in the codebook.
_WHOLE = ("landed", "attacked", "tolled", "expelled", "ripped", "shelled", "crossfire", "between", "raked", "policed", "policed_by",
          "grenaded", "firebombed")  # fmt: skip

#: Phrases that are passives themselves: a form of "be" before them makes nothing unreal.
_PASSIVE = ("passive", "raked", "policed_by", "grenaded", "firebombed")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("consistency")["means"]
    arms, use, gap = words["arms"], words["use"], r"(?:[\w’'-]+\s+){0,4}?"
    return {
        "active": re.compile(rf"(?P<verb>\b(?:{use}))\s+{gap}\b(?:{arms})\b", re.I),
        "passive": re.compile(rf"\b(?:{arms})\s+(?:(?:{words['passive']})\s+|(?=\w+ by\b))(?P<verb>{words['used']})\b", re.I),
        "fired": re.compile(rf"\b(?P<verb>{words['fire']})\s+(?:[\w’'-]+\s+){{0,5}}?(?P<arms>{words['fired']})\b", re.I),
        "met": re.compile(rf"\b(?:{words['met']})\s+(?:(?:an?|the|another)\s+)?(?:[\w-]+\s+)?(?P<verb>{words['devices']})\b", re.I),
        "burst": re.compile(rf"\b(?:{words['bombs']})\b[^.;:]{{0,140}}?\b(?P<verb>{words['bursts']})\b(?! by\b)", re.I),
        **{name: re.compile(rf"\b{words[name]}\b", re.I) for name in _WHOLE},
        "unreal": re.compile(rf"(?:{words['unreal']})\s+(?:\w+ly\s+)?$", re.I),
        "flies": re.compile(load("consistency")["flies"], re.I),
        "dropped": re.compile(r"drop", re.I),
    }  # fmt: skip


def words_of_means(texts: Sequence[str], taken: Sequence[tuple[int, int, int]]) -> Iterator[Word]:
    """Words that tell a deed by its means, in phrases no trigger touches; ``taken`` are the triggers as (sentence, start, end)."""
    find = _patterns()
    for s, text in enumerate(texts):
        own = [(a, b) for t, a, b in taken if t == s]
        for name in _KINDS:
            for m in find[name].finditer(text):
                start, end = m.start("verb") if name == "burst" else m.start(), m.end()
                if name.startswith("policed"):
                    start, end = m.span("verb")  # the protest that is broken up is a claim of its own
                touched = any(a < end and start < b for a, b in own)
                if not touched and (name in _PASSIVE or not find["unreal"].search(text[: m.start("verb")])):
                    own.append(m.span("verb"))
                    yield s, m.start("verb"), m.end("verb"), _kind(name, text, m)


def _kind(name: str, text: str, phrase: re.Match[str]) -> str:
    find = _patterns()
    if kind := _KINDS[name]:
        return kind
    above = find["dropped"].search(phrase["verb"]) or find["flies"].search(text[: phrase.start("verb")])
    if name in ("fired", "landed", "shelled"):
        arms = phrase["verb" if name == "shelled" else "arms"]
        return "airstrike" if above or find["flies"].match(arms) else "shelling"
    return "airstrike" if above else "attack"


def untold(read: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """Of ``read``, what the means would be as claims: those whose means no claim of the same sentence has for its weapon."""
    return [d for d in read if not any(_same_means(d, other) for other in told if other.sentence == d.sentence)]


def _same_means(one: Draft, other: Draft) -> bool:
    """The same weapon, another explosion, or the same dead: event nouns that share a toll are one claim, on the first (codebook A)."""
    if one.type == "explosion":
        return other.type == "explosion"
    shared = ("weapon", "killed") if one.type == "shelling" else ("weapon",)
    mine, theirs = ([(r, m) for r, m in d.roles if r in shared] for d in (one, other))
    return any(r == q and a.start < b.end and b.start < a.end for r, a in mine for q, b in theirs)
