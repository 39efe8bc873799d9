"""What happened and is no event of the conflict, by its own words (codebook A).

* Weapons, drugs or money seized: a capture takes a place and an arrest people ("taking weapons or vehicles is not" a capture).
* Somebody who defects changes sides and leaves no place: the codebook has no type for it. Nor has it one for leaving a union, a treaty or a race.
* People held for smuggling, theft or fraud, where no party to a conflict, weapon or politics is named beside it: ordinary crime.
* People killed or driven out by a flood or another disaster, where the sentence has no word of the conflict.
* People brought to a hospital are not held, freed or driven out by that (:func:`no_event`).
* A works, a pipeline or a boiler that explodes, a lorry that overturns, without a word of a weapon or an attack in the whole report:
  an accident.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.captives import TAKEN
from frontwire.extraction.consistency import CORPSES, people
from frontwire.reading.document import Document
from frontwire.records import Draft


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("consistency")["nonevents"]
    things = rf"(?:{words['things']})\b(?!\s+(?:{words['not_things']})\b)"
    few = rf"(?:(?!(?:{words['not_objects']})\b)(?:[\w’'-]+|\d[\d,.]*\d)\s+){{0,5}}?"  # no comma, no full stop: one noun phrase
    return {
        "things": re.compile(rf"\b{things}", re.I),
        "haul": re.compile(rf"\s+{few}{things}", re.I),
        "hauled": re.compile(rf"\b{things}(?:[^.;]{{0,40}}?)\s+(?:was|were|been|being)\s+(?:also\s+)?$", re.I),
        "taking": re.compile(words["taking"], re.I),
        "rendered_safe": re.compile(rf"\b(?:{words['taking']}|{words['disarming']})\s+{few}$", re.I),
        "disarming": re.compile(rf"clear\w*|{words['disarming']}", re.I),
        "bomb": re.compile(load("consistency")["means"]["bombs"], re.I),
        "made_safe": re.compile(
            rf"[^.;]{{0,90}}\b(?:was|were|been|being)\b[^.;]{{0,60}}?\b(?:{words['disarming']}|made safe)\b", re.I
        ),
        "defection": re.compile(words["defection"], re.I),
        "left_in_words": re.compile(words["left_in_words"], re.I),
        "captured_in_words": re.compile(words["captured_in_words"], re.I),
        "the_dead": re.compile(words["the_dead"]),
        "the_third": re.compile(words["the_third"], re.I),
        "crime": re.compile(words["crime"], re.I),
        "party": re.compile(words["party"], re.I),
        "disaster": re.compile(words["disaster"], re.I),
        "conflict": re.compile(words["conflict"], re.I),
        "works": re.compile(words["works"], re.I),
        "blast": re.compile(words["blast"], re.I),
        "mishap": re.compile(words["mishap"], re.I),
        "struck": re.compile(words["struck"], re.I),
        "violent": re.compile(words["violent"], re.I),
    }


def no_event(text: str, start: int, end: int, event_type: str) -> bool:
    """Does the trigger ``text[start:end]`` only say that somebody was brought to a hospital, or that a car drew up?"""
    words = load("consistency")["nonevents"]
    trigger = text[start:end]
    if re.fullmatch(words["pulled"], trigger, re.I):
        return bool(re.match(r"pull\w* (?:up|over)\b", text[start:], re.I))
    ward = words["ward"]
    brought = event_type in ward["types"] and re.fullmatch(ward["verb"], trigger, re.I)
    return bool(brought and re.match(ward["to"], text[end:], re.I))


def without_nonevents(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report but for things taken, changes of side and accidents."""
    tests = (_haul, _defection, _accident, _retold, _metaphor, _burial, _crime, _disaster)
    return [d for d in drafts if not any(test(d, document) for test in tests)]


def _haul(draft: Draft, document: Document) -> bool:
    """Is what was taken a thing, and nobody and no place with it?"""
    text, (first, last) = document.report.text, document.sentences[draft.sentence]
    trigger, find = text[draft.start : draft.end], _patterns()
    if draft.type == "explosion" and re.fullmatch(load("consistency")["means"]["devices"], trigger, re.I):
        return bool(find["rendered_safe"].search(text[first : draft.start]))
    if draft.type == "explosion" and find["bomb"].fullmatch(trigger) and find["made_safe"].match(text, draft.end):
        return True  # "a bomb was found near the school and defused"
    if draft.type == "explosion" and find["disarming"].fullmatch(trigger):
        return True  # "sappers cleared thirty mines"
    held = [m.text for role, m in draft.roles if role == "held"]
    if draft.type not in TAKEN or any(people().search(words) or not find["things"].search(words) for words in held):
        return False
    if not find["taking"].fullmatch(trigger):
        return False
    behind = find["haul"].match(text, draft.end, last)
    if behind and any(role == "place" and draft.end <= m.start < behind.end() for role, m in draft.roles):
        return False  # "captured the town and its tanks"
    return bool(behind or find["hauled"].search(text[first : draft.start]))


def _burial(draft: Draft, document: Document) -> bool:
    """ "Returned the bodies of three fighters": nobody is freed."""
    held = [m.text for role, m in draft.roles if role in ("held", "killed")]
    dead = all(CORPSES.search(words) for words in held) or re.match(
        r"\s+(?:the\s+)?(?:bod(?:y|ies)|remains|corpses?)\b", document.report.text[draft.end :]
    )
    return draft.type == "release" and bool(held and dead)


def _crime(draft: Draft, document: Document) -> bool:
    """ "Police arrested two men with stolen phones": by its own sentence, and the one before, an ordinary crime."""
    before = document.sentences[max(draft.sentence - 1, 0)][0]
    start, end = document.sentences[draft.sentence]
    text, find = document.report.text, _patterns()
    return (
        draft.type == "arrest"
        and bool(find["crime"].search(text, start, end))
        and not find["party"].search(text, before, end)
    )


def _disaster(draft: Draft, document: Document) -> bool:
    """ "Floods have driven 7,000 people from their homes": nobody did."""
    start, end = document.sentences[draft.sentence]
    text, find = document.report.text, _patterns()
    natural = draft.type in ("displacement", "casualty", "killing") and find["disaster"].search(text, start, end)
    return bool(natural) and not find["conflict"].search(text, start, end)


def _metaphor(draft: Draft, document: Document) -> bool:
    find, text = _patterns(), document.report.text
    left = draft.type == "withdraw" and find["left_in_words"].match(text, draft.end)
    return bool(left) or (draft.type in TAKEN and bool(find["captured_in_words"].match(text, draft.end)))


def _retold(draft: Draft, document: Document) -> bool:
    """ "The dead were a father and his two sons": who they were that were counted before."""
    start = document.sentences[draft.sentence][0]
    if draft.type == "killing" and _patterns()["the_third"].search(document.report.text[start : draft.start]):
        return True
    words = _patterns()["the_dead"].search(document.report.text, max(0, draft.start - 60), draft.end + 12)
    return draft.type in ("casualty", "killing") and words is not None and words.start("dead") == draft.start


def _defection(draft: Draft, document: Document) -> bool:
    trigger = document.report.text[draft.start : draft.end]
    return draft.type in ("withdraw", "displacement", "advance") and bool(_patterns()["defection"].fullmatch(trigger))


def _accident(draft: Draft, document: Document) -> bool:
    text, find = document.report.text, _patterns()
    start, end = document.sentences[draft.sentence]
    trigger = text[draft.start : draft.end]
    blast = draft.type == "explosion" and find["blast"].fullmatch(trigger) and find["works"].search(text[start:end])
    armed = any(role in ("agent", "weapon") for role, _ in draft.roles)
    if armed:
        return False
    if find["mishap"].fullmatch(trigger):
        return not find["struck"].search(text)
    return bool(blast and not find["violent"].search(text))
