"""No wounded are lost: a second look at words of wounding whose victims no claim accounts for.

As with the dead (:mod:`frontwire.extraction.tolls`), the model knows that the wounded belong to the event of their clause and so passes
over the word that tells of them, and at times gives them to no event ("dozens were arrested and five hurt when police broke up the
rally"). The word is read once more; wounded whom no claim has go to the event or the toll of the same clause, else they are a casualty
beside a word of violence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.tolls import HOSTS, Word, is_accident, is_violent, number
from frontwire.reading.document import Document
from frontwire.records import Draft, Mention

_HARM = ("killed", "wounded", "missing")
_BESIDE = HOSTS | {"casualty", "killing"}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("consistency")["hurt"]
    return {name: re.compile(pattern.replace("{number}", number()), re.I) for name, pattern in words.items()}


def words_of_hurt(texts: Sequence[str], taken: Sequence[tuple[int, int, int]]) -> Iterator[Word]:
    """Words of wounding that are no trigger yet; ``taken`` are the triggers as (sentence, start, end)."""
    find = _patterns()
    for s, text in enumerate(texts):
        for name, kind in (("hurt", "casualty"), ("active", "attack")):
            for m in find[name].finditer(text):
                start, end = m.span("word")
                free = not any(t == s and a < end and start < b for t, a, b in taken)
                if free and not find["nobody"].search(text[: m.start()]) and not is_accident(text):
                    yield s, start, end, kind


def tended(drafts: Sequence[Draft], read: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report with the wounded of ``read``, what the words of wounding would be as claims."""
    out = list(drafts)
    for one in read:
        hurt = _unheard(one, out, document)
        host = _host(one, out, document.report.text) if hurt else None
        if host is not None:
            out[host] = replace(out[host], roles=(*out[host].roles, *hurt))
        elif hurt and (is_violent(one, document) or _policed(one, document)):
            span = hurt[0][1]
            others = (
                f for f in one.roles if f[0] not in _HARM and not (f[1].start < span.end and span.start < f[1].end)
            )
            out.append(replace(one, roles=(*others, *hurt)))
    return sorted(out, key=lambda d: (d.start, d.end))


def _policed(one: Draft, document: Document) -> bool:
    return bool(_patterns()["police"].search(document.report.text, *document.sentences[one.sentence]))


def _unheard(one: Draft, told: Sequence[Draft], document: Document) -> list[tuple[str, Mention]]:
    """The wounded beside the word, as the model reads them or by their number; empty where a claim has one of them."""
    text = document.report.text
    read = [(r, m) for r, m in one.roles if r == "wounded" and _beside(one, m, text)]
    hurt = read or _numbered(text, document.sentences[one.sentence], one)
    known = [m for d in told for r, m in d.roles if r in _HARM]
    return [] if any(k.start < m.end and m.start < k.end for _, m in hurt for k in known) else hurt


def _beside(one: Draft, wounded: Mention, text: str) -> bool:
    """Right before a passive, right behind an active verb."""
    if one.type == "attack":
        return wounded.start > one.end and not text[one.end : wounded.start].strip()
    return bool(_patterns()["subject"].fullmatch(text[wounded.end : one.start]))


def _numbered(text: str, sentence: tuple[int, int], one: Draft) -> list[tuple[str, Mention]]:
    """ "14 people" of "14 people were taken to hospital", "eleven pupils" of "wounded eleven pupils"."""
    behind = one.type == "attack"
    base = one.end if behind else sentence[0]
    words = text[one.end : sentence[1]] if behind else text[sentence[0] : one.start]
    found = _patterns()["behind"].match(words) if behind else _patterns()["who"].search(words)
    if found is None:
        return []
    at, end = base + found.start("who"), base + found.end("who")
    return [("wounded", Mention(text=text[at:end], start=at, end=end, report_id=one.report_id))]


def _host(one: Draft, told: Sequence[Draft], text: str) -> int | None:
    """What takes the wounded: the toll or event before them in the clause, or the event they were hurt in, behind them."""
    joined = _patterns()["in_event"]
    near = [
        i for i, d in enumerate(told) if d.sentence == one.sentence and d.type in _BESIDE and d.status is one.status
    ]
    free = [i for i in near if not any(r == "wounded" for r, _ in told[i].roles)]
    behind = [i for i in free if one.end <= told[i].start and joined.match(text[one.end : told[i].start])]
    before = [i for i in free if told[i].end <= one.start and not re.search(r"[;.]", text[told[i].end : one.start])]
    return next(iter([*behind[:1], *before[-1:]]), None)
