"""Places that go from hand to hand, in words the reader takes for something else or passes over.

A town that "returned to government control" pays no visit, soldiers "expelled from" a town are not sanctioned, and who "surrendered" a
town to the army does not hold it. :func:`kind` mends the type before the roles are read, so that they are read as that type's;
:func:`words_of_transfer` finds the phrases no trigger touches; :func:`with_holder` names who holds the place afterwards.
The conventions are codebook A's (capture, withdraw, control), counted on the annotated texts in ``codebook/consistency.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.tolls import Word
from frontwire.records import Draft, Mention

_QUALITIES = {
    "its",
    "their",
    "his",
    "her",
    "our",
    "full",
    "total",
    "complete",
    "firm",
    "the",
    "in",
    "under",
    "into",
    "to",
    "back",
}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("consistency")["transfers"]
    hands = rf"(?:in|into|under|to)\s+(?:the\s+)?(?P<who>(?:[\w’'-]+\s+){{0,2}}?(?:{words['sides']}))(?:['’]s?)?\s+(?P<verb>control|hands)\b"
    return {
        "hands": re.compile(rf"\b{hands}"),
        "moving": re.compile(words["moving"]),
        "moved": re.compile(rf"\s+(?:back\s+|over\s+)?{hands}"),
        **{name: re.compile(words[name]) for name in ("loss", "passive", "receiver", "passed", "taken_from")},
        **{name: re.compile(words[name], re.I) for name in ("giving", "given", "yielding", "driving", "driven", "hoisted", "themselves")},
        "subject": re.compile(rf"{words['subject'][:-1]}(?:{words['moving']} (?:back |over )?)?$"),
        "places": re.compile(rf"\b{words['places']}$"),
        "flag": re.compile(words["flag"]),
    }  # fmt: skip


def kind(text: str, start: int, end: int, event_type: str) -> str | None:
    """The type of the trigger ``text[start:end]`` by the words around it; None where it is no event beside the hold it leads to."""
    find, trigger = _patterns(), text[start:end]
    if find["moving"].fullmatch(trigger) and find["moved"].match(text, end):
        return None
    if find["giving"].fullmatch(trigger) and find["themselves"].match(text, end):
        return "arrest"
    if find["driving"].fullmatch(trigger) and find["driven"].match(text, end):
        return "capture"
    if event_type == "capture" and find["giving"].fullmatch(trigger) and find["given"].match(text, end):
        return "withdraw"
    surrendered = event_type == "arrest" and find["yielding"].fullmatch(trigger) and text.startswith(" to ", end)
    return "capture" if surrendered and find["places"].search(text[:start]) else event_type


def words_of_transfer(texts: Sequence[str], taken: Sequence[tuple[int, int, int]]) -> Iterator[Word]:
    """Holds and losses told in phrases no trigger touches; ``taken`` are the triggers as (sentence, start, end)."""
    for s, text in enumerate(texts):
        own = [(a, b) for t, a, b in taken if t == s]
        for name, event_type in (("hands", "control"), ("loss", "capture"), ("passive", "withdraw")):
            for m in _patterns()[name].finditer(text):
                if not any(a < m.end("verb") and m.start() < b for a, b in own):
                    own.append(m.span("verb"))
                    yield s, m.start("verb"), m.end("verb"), event_type


def placed(drafts: Sequence[Draft]) -> list[Draft]:
    """Of untold words those that have a place: prisoners are in somebody's hands too."""
    return [d for d in drafts if any(role == "place" for role, _ in d.roles)]


def with_holder(draft: Draft, text: str, sentence: tuple[int, int]) -> Draft:
    """``draft`` with the holder its own words name: whose control, to whom the place was lost, whose flag it is."""
    if draft.type == "capture":
        return _wrested(_flagged(_received(draft, text, sentence), text, sentence), text, sentence)
    if draft.type == "withdraw":
        return _given(draft, text, sentence)
    if draft.type != "control":
        return draft
    hands = _patterns()["hands"].search(text, max(sentence[0], draft.start - 60), min(sentence[1], draft.end + 1))
    if hands is None or not (hands.start() < draft.end and draft.start < hands.end()):
        return _passed(draft, text, sentence)
    told = {role for role, _ in draft.roles}
    own = [("agent", hands.span("who"))] if hands["who"].lower() not in _QUALITIES else []
    if subject := _patterns()["subject"].search(text[sentence[0] : hands.start()]):
        own.append(("place", (sentence[0] + subject.start("place"), sentence[0] + subject.end("place"))))
    return replace(draft, roles=(*draft.roles, *((r, _mention(draft, text, *at)) for r, at in own if r not in told)))


def _passed(draft: Draft, text: str, sentence: tuple[int, int]) -> Draft:
    """ "Control of the town was handed to the army": whoever stands behind "to"."""
    verb = _patterns()["passed"].match(text, draft.start, sentence[1])
    if verb is None or any(role == "agent" for role, _ in draft.roles):
        return draft
    to = _patterns()["receiver"].match(text, verb.end(), sentence[1])
    return replace(draft, roles=(*draft.roles, ("agent", _mention(draft, text, *to.span("who"))))) if to else draft


def _wrested(draft: Draft, text: str, sentence: tuple[int, int]) -> Draft:
    """ "Took the town from the rebels": they are the target, where the reader found none."""
    if any(role == "target" for role, _ in draft.roles):
        return draft
    loser = _patterns()["taken_from"].match(text, draft.end, sentence[1])
    return (
        replace(draft, roles=(*draft.roles, ("target", _mention(draft, text, *loser.span("who"))))) if loser else draft
    )


def _received(draft: Draft, text: str, sentence: tuple[int, int]) -> Draft:
    """ "The army lost the town to the rebels": whoever stands behind "to" has it, who stood before the verb has not."""
    words = text[draft.start : draft.end]
    if not re.match(rf"{load('consistency')['losing']}|{_patterns()['yielding'].pattern}", words, re.I):
        return draft
    parties = [m for role, m in draft.roles if role in ("agent", "target")]
    takers = {m for m in parties if m.start >= draft.end and re.search(r"\bto\s+$", text[draft.end : m.start])}
    to = None if takers else _patterns()["receiver"].match(text, draft.end, sentence[1])
    if to and any(role == "place" for role, _ in draft.roles):
        taker = _mention(draft, text, *to.span("who"))
        return replace(draft, roles=(*(f for f in draft.roles if f[0] != "agent"), ("agent", taker)))
    if not takers:
        return draft
    swapped = ((_side(role, m in takers), m) for role, m in draft.roles)
    return replace(draft, roles=tuple(dict.fromkeys(swapped)))


def _given(draft: Draft, text: str, sentence: tuple[int, int]) -> Draft:
    """ "Handed the town over to the army": the army is the target, where the reader found none."""
    if any(role == "target" for role, _ in draft.roles) or not _patterns()["giving"].match(text, draft.start):
        return draft
    to = _patterns()["receiver"].match(text, draft.end, sentence[1])
    return replace(draft, roles=(*draft.roles, ("target", _mention(draft, text, *to.span("who"))))) if to else draft


def _side(role: str, taker: bool) -> str:
    return role if role not in ("agent", "target") else "agent" if taker else "target"


def _flagged(draft: Draft, text: str, sentence: tuple[int, int]) -> Draft:
    """ "The rebels' flag was hoisted over the town": theirs is the town."""
    if not _patterns()["hoisted"].match(text, draft.start) or any(role == "agent" for role, _ in draft.roles):
        return draft
    flag = _patterns()["flag"].search(text[sentence[0] : draft.start])
    if flag is None:
        return draft
    start, end = (sentence[0] + at for at in flag.span("who"))
    others = tuple(f for f in draft.roles if f[0] != "target" or f[1].end <= start or end <= f[1].start)
    return replace(draft, roles=(*others, ("agent", _mention(draft, text, start, end))))


def _mention(draft: Draft, text: str, start: int, end: int) -> Mention:
    return Mention(text=text[start:end], start=start, end=end, report_id=draft.report_id)
