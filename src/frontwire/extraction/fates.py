"""One fate for the same words: who is taken in one claim of a sentence is not killed by another claim of it.

"Captured a commander during an operation" gives two claims, an arrest and an operation; the model at times hands the
commander to both, to the operation as killed. A general event keeps its dead only where they are not the very words
that an arrest, an abduction or a release holds, unless a killing claims them too ("captured and shot five men").

"Shot" kills and wounds alike: who was shot in the leg, or is in stable condition by the same or the next sentence, is
wounded, unless somebody is said to have died there. "The detainees" whom the report has counted as dead are dead where it tells
again how they were shot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.tolls import number
from frontwire.reading.document import Document
from frontwire.records import Draft, Mention

Span = tuple[int, int]
_TAKING = frozenset({"arrest", "abduction", "release", "capture"})
_DYING = frozenset({"killing", "casualty"})
_HARM = ("killed", "wounded")


def one_fate(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of the report ``text`` without the dead and wounded that only a taking accounts for."""
    drafts = [_governed(d, text) for d in drafts]
    dying = _spans(drafts, _DYING, _HARM)
    taken = [span for span in _spans(drafts, _TAKING, ("held",)) if not _meets(span, dying)]
    return [
        draft
        if draft.type in _DYING
        else replace(
            draft, roles=tuple((r, m) for r, m in draft.roles if r not in _HARM or not _meets((m.start, m.end), taken))
        )
        for draft in drafts
    ]


@lru_cache(maxsize=1)
def _governors() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("consistency")
    verbs = words["captives"]["verbs"]
    return (
        re.compile(
            rf"\b(?:{verbs})\s+(?:(?:at least|about|some|nearly|more than|up to|another|over|around)\s+)?$", re.I
        ),
        re.compile(rf"\s+(?:{words['captives']['passive']})\s+(?:{words['governs']['killed']}\w*|shot dead)\b", re.I),
    )


def _governed(draft: Draft, text: str) -> Draft:
    """``draft`` without the people whom another verb, right beside them, takes or kills, while it has people of its own.

    "Killed one and detained two", "two were killed and several others detained". Of the corpus' 200 people right behind a
    verb of taking three are killed by a killing, all told behind them; of 574 right before a passive of killing one is held.
    """
    role = "killed" if draft.type in _DYING else "held"
    own = [m for r, m in draft.roles if r == role]
    if draft.type not in _DYING | _TAKING or len(own) < 2:
        return draft
    takes, killed = _governors()
    lost = [m for m in own if (
        takes.search(text[draft.end : m.start]) if draft.type in _DYING else killed.match(text[m.end : max(m.end, draft.start)])
    )]  # fmt: skip
    kept = tuple(f for f in draft.roles if f[0] != role or f[1] not in lost)
    return replace(draft, roles=kept) if len(lost) < len(own) else draft


@lru_cache(maxsize=1)
def _not_yet() -> re.Pattern[str]:
    return re.compile(load("consistency")["not_yet"], re.I)


def without_sought(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` without the people an event was only meant to take or kill ("an operation to arrest a commander")."""
    return [replace(d, roles=tuple(f for f in d.roles if not _sought(d, f, text))) for d in drafts]


def _sought(draft: Draft, filler: tuple[str, Mention], text: str) -> bool:
    role, mention = filler
    if role not in ("held", *_HARM) or mention.start <= draft.end:
        return False
    return bool(_not_yet().search(text[draft.end : mention.start]))


def _meets(span: Span, others: Iterable[Span]) -> bool:
    """Part of the words is enough: of "a Taliban leader" one claim may have read all and another the first two."""
    return any(span[0] < end and start < span[1] for start, end in others)


def _spans(drafts: Sequence[Draft], types: frozenset[str], roles: Sequence[str]) -> set[Span]:
    return {(m.start, m.end) for d in drafts if d.type in types for r, m in d.roles if r in roles}


@lru_cache(maxsize=1)
def _hits() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load("consistency")["hits"]
    return re.compile(words["verbs"], re.I), re.compile(words["survived"], re.I), re.compile(words["died"], re.I)


@lru_cache(maxsize=1)
def _blades() -> re.Pattern[str]:
    return re.compile(load("consistency")["hits"]["blades"], re.I)


def survivors(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report with those who outlived a hit as wounded; such a killing is an attack (codebook A)."""
    return [_outlived(d) if _survived(d, document) else d for d in drafts]


def _survived(draft: Draft, document: Document) -> bool:
    verbs, survived, died = _hits()
    text = document.report.text
    deadly = draft.type == "killing" or any(r == "killed" for r, _ in draft.roles)
    if not deadly or not verbs.fullmatch(text[draft.start : draft.end]):
        return False
    if _blades().fullmatch(text[draft.start : draft.end]) and not died.search(text):
        return True
    near = document.sentences[draft.sentence : draft.sentence + 2]
    around = text[near[0][0] : near[-1][1]]
    return bool(survived.search(around)) and not died.search(around)


def _outlived(draft: Draft) -> Draft:
    roles = tuple(("wounded" if r == "killed" else r, m) for r, m in draft.roles)
    return replace(draft, type="attack" if draft.type == "killing" else draft.type, roles=roles)


_THE_SAME = re.compile(r"(?:the|those|these)\s+(?P<who>[a-z][a-z-]+)", re.I)


def dead_before(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report without wounded who were counted among its dead before ("killed the 44 prisoners … shot the prisoners")."""
    counted = [m for d in drafts for r, m in d.roles if r == "killed"]
    return [_dead(d) if _killed_before(d, counted, text) else d for d in drafts]


def _killed_before(draft: Draft, dead: Sequence[Mention], text: str) -> bool:
    again = [_THE_SAME.fullmatch(m.text) for r, m in draft.roles if r == "wounded"]
    if not again or not all(again) or not _hits()[0].fullmatch(text[draft.start : draft.end]):
        return False
    names = {m["who"].lower() for m in again if m}
    return all(any(m.end <= draft.start and _counts(m.text, name) for m in dead) for name in names)


def _counts(words: str, noun: str) -> bool:
    """Is it a number of these people ("the 44 detainees", "nine detainees")?"""
    return bool(
        re.fullmatch(
            rf"(?:(?:the|all|some|about|at least) )?(?:{number()})(?: [\w-]+){{0,2}}? {re.escape(noun)}", words, re.I
        )
    )


def _dead(draft: Draft) -> Draft:
    roles = tuple(("killed" if r == "wounded" else r, m) for r, m in draft.roles)
    return replace(draft, type="killing" if draft.type == "attack" else draft.type, roles=roles)
