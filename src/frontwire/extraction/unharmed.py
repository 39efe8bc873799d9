"""Nobody hurt: "there were no casualties" is a figure, zero, and the event's (codebook B); no word of harm is none.

The model passes these words over, so that an attack without dead and one whose dead nobody counted looked the same in the record. A
statement belongs to the event of its sentence, else to the last one of the sentence before. Left out: what is merely not reported ("no
reports of", "no casualties were reported"), what one side says of itself ("the army suffered no casualties"), and "no further".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.reading.document import Document
from frontwire.records import Draft, Mention, Status

_HOSTS = frozenset({"attack", "airstrike", "shelling", "explosion", "clash", "protest", "destruction", "capture"})
_HARM = ("killed", "wounded")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words, re.I) for name, words in load("consistency")["unharmed"].items()}


def spared(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report with "no casualties" as figures of the events they are said of, where these have none."""
    text, find = document.report.text, _patterns()
    out = [_with_no(d, text) for d in drafts]
    for s, (start, end) in enumerate(document.sentences):
        for m in find["none"].finditer(text, start, end):
            open_ = find["unsure_before"].search(text[start : m.start()]) or find["unsure_behind"].match(
                text, m.end(), end
            )
            at = None if open_ else _host(out, s, m.start())
            if at is not None:
                out[at] = _with_none(out[at], m)
    return out


def _with_no(event: Draft, text: str) -> Draft:
    """ "No suspected militants were killed in the attacks": the "no" is part of the event's figure (of a denied death it is the denial)."""
    if event.status is not Status.ACTUAL:
        return event

    def whole(words: Mention) -> Mention:
        behind = re.search(r"(?i)\bno $", text[max(0, words.start - 4) : words.start])
        start = words.start - 3
        return replace(words, text=text[start : words.end], start=start) if behind else words

    return replace(event, roles=tuple((role, whole(m) if role in _HARM else m) for role, m in event.roles))


def _host(drafts: Sequence[Draft], sentence: int, at: int) -> int | None:
    """The last event before the statement in its sentence, else the first behind it, else the last of the sentence before."""
    events = [i for i, d in enumerate(drafts) if d.type in _HOSTS and d.status is Status.ACTUAL and not d.background]
    own = [i for i in events if drafts[i].sentence == sentence]
    before = [i for i in own if drafts[i].start < at]
    found = before[-1:] or own[:1] or [i for i in events if drafts[i].sentence == sentence - 1][-1:]
    told = found and any(role in _HARM for role, _ in drafts[found[0]].roles)
    return found[0] if found and not told else None


def _with_none(event: Draft, statement: re.Match[str]) -> Draft:
    start, end = statement.span("who")
    words = Mention(text=statement["who"], start=start, end=end, report_id=event.report_id)
    find, told = _patterns(), statement[0]
    kinds = [k for k in _HARM if find[k].search(told)]
    return replace(event, roles=(*event.roles, *((kind, words) for kind in kinds)))
