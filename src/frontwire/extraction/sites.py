"""Where it happened, and not what was hit: "a bomb went off outside a police station" has the station for its place.

What stands behind "at", "in", "near" or "outside" is a place (codebook, roles), what stands behind "on" or "against" or is the verb's
object is the target, and so is what something is fired or thrown at. Of the buildings and grounds behind such a word the annotated
texts have 1,434 as place and 159 as target (none of 19 of the annotated real reports'), which are put right (datasheet, rule 23).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft

Span = tuple[int, int]
AHEAD = 16  # characters: longer than "in front of the"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("consistency")["sites"]
    nouns = "|".join([*load("facilities")["nouns"], *words["nouns"]])
    own = r"(?:(?:(?!\b(?:of|from|in|by|to|at|and)\b).)*\b)?"  # the noun heads the phrase
    settled = "|".join(words["settlements"])
    return {
        "site": re.compile(rf"{own}(?i:{nouns})(?:e?s)?(?:(?i: {words['of']}) .*| [A-Z0-9][\w-]*)?", re.S),
        "settled": re.compile(rf"{own}(?i:{settled})(?:(?i: (?:of|in|near|around|on)) [A-Z\W].*)?", re.S),
        "before": re.compile(rf"\b(?P<word>{words['before']})\s+$", re.I),
        "aimed": re.compile(rf"\b(?:{words['aimed']})\b[^.;]*$", re.I),
    }


def at_sites(drafts: Sequence[Draft], text: str, sentences: Sequence[Span]) -> list[Draft]:
    """``drafts`` of one report with the buildings and grounds they happened at as places."""
    return [_placed(d, text, sentences[d.sentence][0]) for d in drafts]


def _placed(draft: Draft, text: str, base: int) -> Draft:
    told = (
        ("place" if r == "target" and is_place(draft.type, text, (m.start, m.end), base) else r, m)
        for r, m in draft.roles
    )
    return replace(draft, roles=tuple(dict.fromkeys(told)))


def is_place(event_type: str, text: str, span: Span, base: int) -> bool:
    """Does ``text[span]`` say where an event of that type happened, and not what it hit? ``base``: where its sentence begins."""
    words, find = load("consistency")["sites"], _patterns()
    if event_type in words["settled"] and find["settled"].fullmatch(text[slice(*span)]):
        return True
    before = find["before"].search(text, max(base, span[0] - AHEAD), span[0])
    if before is None or event_type not in words["types"] or not find["site"].fullmatch(text[slice(*span)]):
        return False
    return before["word"].lower() != "at" or not find["aimed"].search(text[base : span[0]])
