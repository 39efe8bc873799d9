"""A toll told as revised: "raising the toll to 40" is told, "rose to 57 from 49" tells 57 alone (codebook B).

Of eleven such pairs of numbers in the annotated texts the one annotated as a toll keeps the later number only ("has risen from 30 to 42").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from frontwire.reading.document import Document
from frontwire.records import Draft, Mention

_TOLL = frozenset({"killed", "wounded"})
_FROM = re.compile(
    r"(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )(?<!vary )(?<!varies )(?<!varying )\b(?:up |down )?from\s+$", re.I
)
_NUMBER = r"(?:(?:at least|more than|about|nearly|over|some)\s+)?\d[\d,]*"
# "raising the toll to 40", "bringing the number of dead to at least 40", "put the toll at 40"; a toll of one kind of people is theirs
_RAISED = re.compile(
    r"\b(?:rais|bring|tak|push|driv|lift)(?:ing|es|s|e)\s+(?:the|their|its)\s+(?:(?:overall|total|official|confirmed|death|combined)\s+){0,2}"
    rf"(?:toll|death toll|(?:number|total) of (?:dead|deaths|victims|people killed|fatalities))\s+(?:there\s+|so far\s+)?to\s+(?P<now>{_NUMBER})\b(?!\s*(?:%|per))",
    re.I,
)


def current(draft: Draft, text: str) -> Draft:
    """``draft`` without a number that another one of its fillers has replaced."""
    roles = tuple(f for f in draft.roles if not _former(f, draft.roles, text))
    return draft if len(roles) == len(draft.roles) else replace(draft, roles=roles)


def raised(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report with each toll that new deaths raise, where no filler has it: with the claim that tells these deaths."""
    out, text = list(drafts), document.report.text
    for found in _RAISED.finditer(text):
        start, end = found.span("now")
        told = any(m.start < end and start < m.end for d in out for _, m in d.roles)
        before = [i for i, d in enumerate(out) if _tells_deaths(d, found.start(), document)]
        if before and not told:
            mention = Mention(text=text[start:end], start=start, end=end, report_id=document.report.report_id)
            out[before[-1]] = replace(out[before[-1]], roles=(*out[before[-1]].roles, ("killed", mention)))
    return out


def _tells_deaths(draft: Draft, at: int, document: Document) -> bool:
    """Does ``draft`` tell of somebody killed, before ``at`` in its sentence?"""
    start, end = document.sentences[draft.sentence]
    return start <= draft.start < at < end and any(role == "killed" for role, _ in draft.roles)


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
