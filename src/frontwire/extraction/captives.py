"""Who is taken: "captured a commander" takes a person, "captured the town" a place (codebook A, capture and arrest).

The verb is the same, so the noun phrase beside it decides: behind an active verb, before a passive one. Only phrases
whose head is a person noun count (``codebook/consistency.yaml``, captives, and the victim classes).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft, Mention

TAKEN = frozenset({"capture", "arrest", "abduction"})


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = load("consistency")["captives"]
    nouns = [*words["people"], *(p for patterns in load("victims")["classes"].values() for p in patterns)]
    inner = r"(?!(?:by|in|at|on|from|with|for|to|near|after|before)\b)[\w’'-]+\s+"  # "of Raqqa by the army": a place
    phrase = rf"(?!of\b)(?:{inner}){{0,6}}?(?:{'|'.join(nouns)})"
    ends = rf"(?=\s*(?:[,.;:)]|$)|\s+(?:{'|'.join(words['after'])})\b)"
    return (
        re.compile(words["verbs"], re.I),
        re.compile(rf"\s+(?:of\s+)?(?P<who>{phrase}){ends}", re.I),
        re.compile(rf"(?:^|[,.;:—–]\s+|\b(?:and|that)\s+)(?P<who>{phrase})\s+(?:{words['passive']})\s+$", re.I),
        re.compile(words["irregular"], re.I),
        re.compile(rf"(?:,\s+(?:and\s+)?|\s+and\s+|,?\s+along with\s+)(?P<who>{phrase}){ends}", re.I),
        re.compile(rf",?\s+(?:along|together) with\s+(?P<who>{phrase}){ends}", re.I),
    )


def with_captive(draft: Draft, text: str, sentence: tuple[int, int]) -> Draft:
    """``draft`` with the person its verb takes as ``held``; a capture of persons becomes an arrest or an abduction."""
    verbs, behind, before, _, another, _ = _patterns()
    if draft.type not in TAKEN:
        return draft
    named = {role for role, _ in draft.roles}
    if draft.type == "arrest" and _irregulars(draft) and not _IN_LAW.match(text[draft.start : draft.end]):
        draft = replace(draft, type="abduction")
    draft = replace(draft, roles=tuple(f for r, m in draft.roles if (f := _of_all(r, m, draft, text))))
    if "held" in named:
        placeless = draft.type == "capture" and "place" not in named
        taken = replace(draft, type=_taking(draft)) if placeless else draft
        return replace(taken, roles=(*taken.roles, *_companions(taken, text, sentence[1])))
    if not verbs.fullmatch(text[draft.start : draft.end]):
        return draft
    match, base = before.search(text[sentence[0] : draft.start]), sentence[0]
    if match is None:
        match, base = behind.match(text[draft.end : sentence[1]]), draft.end
    if match is None:
        return draft
    start, end = base + match.start("who"), base + match.end("who")
    spans = [(start, end), *_following(another, text, end, sentence[1])]
    held = [("held", Mention(text=text[a:b], start=a, end=b, report_id=draft.report_id)) for a, b in spans]
    roles = tuple((r, m) for r, m in draft.roles if r != "target" or m.end <= start or end <= m.start)
    return replace(draft, type=_taking(draft), roles=(*roles, *held))


# "Two of the three men abducted on Sunday", "eight of the abducted workers": all of them were taken, of whom the sentence tells some.
_SOME_OF = re.compile(r".{1,24}?\bof\s+(?P<all>(?:the|these|those|its|their|his|\d+)\s+\S.*)", re.I | re.S)
_OF_THE = re.compile(r"\s+of\s+(?:the|these|those|its|their|his)\s+(?:[\w-]+\s+)?", re.I)


def _of_all(role: str, mention: Mention, draft: Draft, text: str) -> tuple[str, Mention] | None:
    """A filler of a taking told by an adjective or a relative clause, widened to all who were taken; None for the number of the some."""
    if role != "held" or mention.end > draft.start:
        return role, mention
    if _OF_THE.fullmatch(text[mention.end : draft.start]):
        return None
    some = _SOME_OF.fullmatch(mention.text)
    if some is None or not re.fullmatch(
        r"\s+(?:(?:who|that|whom)\s+)?(?:\w+\s+){0,2}", text[mention.end : draft.start]
    ):
        return role, mention
    if re.search(
        r"\b(?:was|is)\s+$|\b(?<!who )(?:were|are|been|being)\s+(?:\w+\s+)?$", text[mention.end : draft.start]
    ):
        return role, mention  # "five of its staff were arrested": these five
    start = mention.start + some.start("all")
    return role, replace(mention, text=some["all"], start=start)


def _following(another: re.Pattern[str], text: str, at: int, end: int) -> list[tuple[int, int]]:
    """The people that follow those who end at ``at``, each joined to the last by words of ``another``."""
    spans: list[tuple[int, int]] = []
    while more := another.match(text[at:end]):
        spans.append((at + more.start("who"), at + more.end("who")))
        at = spans[-1][1]
    return spans


def _companions(draft: Draft, text: str, end: int) -> list[tuple[str, Mention]]:
    """ "Capturing the leader along with two suspects": who is taken along with those the model saw taken."""
    last = max((m.end for role, m in draft.roles if role == "held" and m.start > draft.end), default=end)
    fresh = [
        s
        for s in _following(_patterns()[5], text, last, end)
        if not any(s[0] < m.end and m.start < s[1] for _, m in draft.roles)
    ]
    return [("held", Mention(text=text[a:b], start=a, end=b, report_id=draft.report_id)) for a, b in fresh]


def _taking(draft: Draft) -> str:
    """What taking people is: a capture takes places (one of the corpus' 1,600 claims with ``held`` is a capture)."""
    return draft.type if draft.type != "capture" else "abduction" if _irregulars(draft) else "arrest"


# Prisoners taken by irregulars are abducted (codebook A): of the annotated texts' 190 people whom rebels, militants or gunmen took 170 are;
# who surrenders, or is arrested by their own police, is not.
_IN_LAW = re.compile(r"surrender|arrest|detention|ga?ve|lay|laid", re.I)


def _irregulars(draft: Draft) -> bool:
    agents = [m.text for role, m in draft.roles if role == "agent"]
    return bool(agents) and all(_patterns()[3].search(words) for words in agents)
