"""A light verb names no event, its noun does: "held talks" is the talks, "agreed a truce" the truce.

Codebook A: the trigger is the shortest words that name the event. Where the reader marked such a verb and a noun of
the same event type follows it closely, the claim moves to the noun; if the noun is a claim already, the verb's goes
and leaves it the roles it lacks.
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
    out = [d for d in drafts if id(d) not in moved]
    for draft in (d for d in drafts if id(d) in moved):
        start, end = moved[id(draft)]
        at = next((n for n, d in enumerate(out) if d.start < end and start < d.end), None)
        if at is None:
            out.append(replace(draft, start=start, end=end))
        elif out[at].type == draft.type:
            out[at] = _joined(out[at], draft)
    return sorted(out, key=lambda d: (d.start, d.end))


def _joined(noun: Draft, verb: Draft) -> Draft:
    """The noun's claim with the roles that only the verb's has ("ministers held talks": the ministers)."""
    own = {role for role, _ in noun.roles}
    return replace(noun, roles=(*noun.roles, *((r, m) for r, m in verb.roles if r not in own)))


def _noun(draft: Draft, document: Document, text: str) -> tuple[int, int] | None:
    verbs, nouns = _patterns()
    if draft.type not in nouns or not verbs.fullmatch(text[draft.start : draft.end]):
        return None
    found = nouns[draft.type].match(text[draft.end : document.sentences[draft.sentence][1]])
    return (draft.end + found.start("noun"), draft.end + found.end("noun")) if found else None
