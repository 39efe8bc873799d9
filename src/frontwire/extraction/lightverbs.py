"""A light verb names no event, its noun does: "held talks" is the talks, "agreed a truce" the truce.

Codebook A: the trigger is the shortest words that name the event. Where the reader marked such a verb and a noun of
the same event type follows it closely, the claim moves to the noun; if the noun is a claim already, the verb's goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.reading.document import Document
from frontwire.records import Draft


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    words = load("consistency")["light_verbs"]
    behind = r"^(?:\s+[\w’'-]+){0,%d}?\s+(?P<noun>(?:%s))\b"
    nouns = {kind: re.compile(behind % (words["reach"], "|".join(of)), re.I) for kind, of in words["nouns"].items()}
    return re.compile(words["verbs"], re.I), nouns


def on_nouns(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report with light verbs replaced by what they hold, launch or reach."""
    text = document.report.text
    moved = {id(d): span for d in drafts if (span := _noun(d, document, text))}
    taken = [(d.start, d.end) for d in drafts if id(d) not in moved]
    out = []
    for draft in drafts:
        span = moved.get(id(draft))
        if span is None:
            out.append(draft)
        elif not any(a < span[1] and span[0] < b for a, b in taken):
            out.append(replace(draft, start=span[0], end=span[1]))
            taken.append(span)
    return out


def _noun(draft: Draft, document: Document, text: str) -> tuple[int, int] | None:
    verbs, nouns = _patterns()
    if draft.type not in nouns or not verbs.fullmatch(text[draft.start : draft.end]):
        return None
    found = nouns[draft.type].match(text[draft.end : document.sentences[draft.sentence][1]])
    return (draft.end + found.start("noun"), draft.end + found.end("noun")) if found else None
