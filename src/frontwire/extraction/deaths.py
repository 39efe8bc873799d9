"""Nobody is dead in a sentence without a word of death.

The model hands an event the people told beside it for its dead, where nobody says what became of them: the marchers whom air strikes
helped, a porter with injuries from a blast, six bakers who were fired on. Of the 2,998 dead that the annotated texts give to events
(killings and casualties apart, whose own word kills) all but seven stand in a sentence with such a word; four more were slips.
Of 335 that this reader gave to events of unannotated news 23 stood in one without; by their sentences none of them had died.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.reading.document import Document
from frontwire.records import Draft, Mention

_OWN_DEAD = frozenset({"killing", "casualty"})
REACH = 40  # characters before the people: "hundreds of", "as many as", and the word that governs them


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words, re.I) for name, words in load("consistency")["deaths"].items()}


def only_the_dead(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report with the people that no word of death is said of as wounded or target, or as nothing."""
    others = (_told(d, document) if d.type not in _OWN_DEAD else d for d in drafts)
    return [_struck(d, document) if d.type == "killing" else d for d in others]


def _struck(draft: Draft, document: Document) -> Draft:
    """ "A woman was struck by gunfire", "was shot in the leg": an attack that hurt her, for all that the report's sentence says.

    Nor is anybody dead who is only "shot" in a report that tells of people in hospital and, from end to end, of nobody dead.
    """
    find, text = _patterns(), document.report.text
    sentence, trigger = _plain(text, document.sentences[draft.sentence]), text[draft.start : draft.end]
    blow = find["blow"].fullmatch(trigger) and not find["death"].search(sentence)
    limb = find["limb"].match(text, draft.end) and not find["plain"].search(sentence)
    lives = find["shot"].fullmatch(trigger) and (limb or _alive(sentence) or _alive(_plain(text, (0, len(text)))))
    if not (blow or lives):
        return draft
    return replace(draft, type="attack", roles=tuple(("wounded" if r == "killed" else r, m) for r, m in draft.roles))


def _plain(text: str, span: tuple[int, int]) -> str:
    """A sentence without the asterisks that posts hide a word behind ("kil*led")."""
    return text[slice(*span)].replace("*", "")


def _alive(words: str) -> bool:
    """Do the sentence, or the report, tell of somebody in hospital, and of nobody dead?"""
    return bool(_patterns()["lives"].search(words)) and not _patterns()["plain"].search(words)


def _told(draft: Draft, document: Document) -> Draft:
    told = (((_role(m, document) if role == "killed" else role), m) for role, m in draft.roles)
    return replace(draft, roles=tuple(dict.fromkeys((role, m) for role, m in told if role)))


def _role(mention: Mention, document: Document) -> str | None:
    find, text = _patterns(), document.report.text
    start, end = next(s for s in document.sentences if s[0] <= mention.start < s[1])
    sentence = _plain(text, (start, max(end, mention.end)))
    if find["death"].search(sentence) and not _alive(sentence):
        return "killed"
    before = text[max(start, mention.start - REACH) : mention.start]
    if find["driven"].search(before):
        return None  # the displacement is a claim of its own
    if find["aimed"].search(before):
        return "target"
    return "wounded" if find["hurt"].search(sentence) or _alive(sentence) else None
