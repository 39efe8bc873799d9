"""A toll told as revised: "raising the toll to 40" is told, "rose to 57 from 49" tells 57 alone (codebook B).

Of eleven such pairs of numbers in the annotated texts the one annotated as a toll keeps the later number only ("has risen from 30 to 42").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from frontwire.codebook import load
from frontwire.reading.document import Document
from frontwire.records import Draft, Mention

Role = tuple[str, Mention]
_TOLL = frozenset({"killed", "wounded"})
_FROM = re.compile(
    r"(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )(?<!vary )(?<!varies )(?<!varying )\b(?:up |down )?from\s+$", re.I
)
_WORD = load("quantities")["spelt"]
_NUMBER = rf"(?:(?:at least|more than|about|nearly|over|some)\s+)?(?:\d[\d,]*|{_WORD})"
# "raising the toll to 40", "bringing the number of dead to at least 40", "put the toll at 40"; a toll of one kind of people is theirs
_RAISED = re.compile(
    r"\b(?:rais|bring|tak|push|driv|lift)(?:ing|es|s|e)\s+(?:the|their|its)\s+(?:(?:overall|total|official|confirmed|death|combined)\s+){0,2}"
    rf"(?:toll|death toll|(?:number|total) (?:of (?:dead|deaths|victims|people killed|fatalities)|killed|dead)(?: in [^.;,]{{1,40}}?)?)\s+(?:there\s+|so far\s+)?to\s+(?P<now>{_NUMBER})\b(?!\s*(?:%|per))",
    re.I,
)


# "Seven people were killed: three in a bombing in A and four in a shooting in B"
_SHARE = re.compile(
    rf"(?<![\w,.-])(?P<share>(?:(?:at least|more than|about|nearly|over|some|another)\s+)?(?:\d[\d,]*|{_WORD})(?:\s+(?:people|others|of them))?)"
    r"\s+(?:(?:were\s+)?(?:killed|dead|died)\s+)?in\s+(?:an?|the|another|(?:a )?separate)\s+(?:[\w-]+\s+){0,2}$"
)
_DEAD = re.compile(r"\b(?:kill\w*|dead|died|dies|deaths)\b(?!.*\b(?:wound|injur|hurt|arrest|detain)\w*\b)", re.I | re.S)


def current(draft: Draft, text: str) -> Draft:
    """``draft`` without a number that another one of its fillers has replaced, and with its own share of a toll told before."""
    roles = tuple(f for f in draft.roles if not _former(f, draft.roles, text))
    found = _SHARE.search(text, max(0, draft.start - 70), draft.start)
    if found and _DEAD.search(text, max(0, text.rfind(". ", 0, draft.start)), found.start("share")):
        roles = _with_share(roles, found, draft)
    return draft if roles == draft.roles else replace(draft, roles=roles)


def _with_share(roles: Sequence[Role], share: re.Match[str], draft: Draft) -> tuple[Role, ...]:
    """``roles`` with the share for the sum told before it, or for no dead at all."""
    start, end = share.span("share")
    mine = ("killed", Mention(text=share["share"], start=start, end=end, report_id=draft.report_id))
    dead = [m for role, m in roles if role == "killed"]
    if any(m.end > start for m in dead):
        return tuple(f for f in roles if f[0] != "killed" or f[1].end > start)
    others = (
        f for f in roles if f[0] != "killed" and not (f[0] == "wounded" and f[1].start < end and start < f[1].end)
    )
    return (*others, mine)


def raised(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report with each toll that new deaths raise, where no filler has it: with the claim that tells these deaths."""
    out, text = list(drafts), document.report.text
    for found in _RAISED.finditer(text):
        start, end = found.span("now")
        told = any(m.start < end and start < m.end for d in out for _, m in d.roles)
        before = [i for i, d in enumerate(out) if _tells_deaths(d, found.start(), document)]
        before = before or [i for i, d in enumerate(out) if _tells_deaths(d, found.start(), document, "wounded")]
        if before and not told:
            mention = Mention(text=text[start:end], start=start, end=end, report_id=document.report.report_id)
            out[before[-1]] = replace(out[before[-1]], roles=(*out[before[-1]].roles, ("killed", mention)))
    return out


def _tells_deaths(draft: Draft, at: int, document: Document, harm: str = "killed") -> bool:
    """Does ``draft`` tell of somebody killed, before ``at`` in its sentence? (Or wounded, where one of them has died since.)"""
    start, end = document.sentences[draft.sentence]
    return start <= draft.start < at < end and any(role == harm for role, _ in draft.roles)


def _former(filler: tuple[str, Mention], roles: Sequence[tuple[str, Mention]], text: str) -> bool:
    """Is this the "49" of "to 57 from 49" or "from 49 to 57", both told of one kind?"""
    role, mention = filler
    if role not in _TOLL or not _FROM.search(text[max(0, mention.start - 24) : mention.start]):
        return False
    others = [m for r, m in roles if r == role and m is not mention]
    return any(
        re.fullmatch(r"\s+to\s+", text[mention.end : m.start])
        or re.fullmatch(r",?\s+(?:up |down )?from\s+", text[m.end : mention.start])
        for m in others
    )
