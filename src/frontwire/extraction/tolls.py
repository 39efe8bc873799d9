"""No dead are lost: a second look at words of killing whose victims no claim accounts for.

The model knows that a toll belongs to the event of its clause (codebook A, casualties) and so passes over "killed" and
"killing"; at times it then gives the toll to no event either ("the force killed two men and detained a third" read as
the arrest alone). Such a word is read once more as a trigger of its own. If the roles found then name dead whom no claim
has, an event of the same clause that has none takes them; else the word is a killing, or a casualty where nobody is
said to have killed. Accidents are left out, and so are words far from any other claim without a named killer.

On the annotated and held-out reports 13 of 21 claims won so are claims there, and three more name a toll of the label's event;
on the annotated real reports alone 6 of 7 (typed triggers .748 -> .754, roles .554 -> .559).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.reading.document import Document
from frontwire.records import Draft, Mention

Word = tuple[int, int, int, str]  # sentence, start and end in it, type of the claim it would be
#: Of a toll word's claim: the share of them that were right (see above).
CONFIDENCE = 0.6
#: Events that take a toll (codebook A); a killing or a casualty has its own.
HOSTS = frozenset({"attack", "airstrike", "shelling", "explosion", "clash", "protest", "capture", "advance", "siege"})


def number() -> str:
    """Pattern of a number of people as words of a toll have it: "about 30", "at least nine", "several"."""
    return str(load("consistency")["tolls"]["number"]).replace("{spelt}", load("quantities")["spelt"])


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: pattern for name, pattern in load("consistency")["tolls"].items() if name != "number"}
    words["killed"] = "|".join(w.replace("{number}", number()) for w in words["killed"])
    return {name: re.compile(pattern, re.I) for name, pattern in words.items()}


def with_toll(text: str, start: int, end: int) -> int:
    """Where a trigger ends: "death" of "death toll" is half a word."""
    return end + len(" toll") if text[start:end].lower() == "death" and text[end:].startswith(" toll") else end


def words_of_killing(texts: Sequence[str], taken: Sequence[tuple[int, int, int]]) -> Iterator[Word]:
    """Words of killing that are no trigger yet; ``taken`` are the triggers as (sentence, start, end)."""
    find = _patterns()
    for s, text in enumerate(texts):
        for m in find["killed"].finditer(text):
            start, end = m.span("word") if m["word"] else m.span()
            free = not any(t == s and a < end and start < b for t, a, b in taken)
            intended = m[0].lower() == "kill" and find["intended"].search(text[:start])
            if free and not intended and not is_accident(text):
                yield s, start, end, _kind(text, start, end)


def is_accident(text: str) -> bool:
    """A word of an accident or a disaster; "all aboard died" is one only without a word of violence."""
    find = _patterns()
    return bool(find["accidents"].search(text) or (find["aboard"].search(text) and not find["violence"].search(text)))


def _kind(text: str, start: int, end: int) -> str:
    find = _patterns()
    undone = find["passive"].search(text[:start]) and not re.match(r"\s+by\b", text[end:])
    return "casualty" if undone or find["dies"].fullmatch(text[start:end]) else "killing"


def accounted(drafts: Sequence[Draft], read: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` of one report with the dead of ``read``, what the words of killing would be as claims."""
    out = list(drafts)
    for one in read:
        dead = _unheard(one, out, document)
        if not dead or _counted_in(one, document):
            continue
        host = _host(one, out, document.report.text)
        if host is not None:
            out[host] = replace(out[host], roles=(*out[host].roles, *dead))
        elif _near(one, out) or any(role == "agent" for role, _ in one.roles) or is_violent(one, document):
            out.append(one)
    return sorted(out, key=lambda d: (d.start, d.end))


def _near(one: Draft, told: Sequence[Draft]) -> bool:
    """In a claim's sentence or the one beside it; a toll so taken in leads to the next ("Nine had died. The toll later rose to 15")."""
    return any(abs(one.sentence - d.sentence) <= 1 for d in told)


def _counted_in(one: Draft, document: Document) -> bool:
    """ "The toll rose to 42 after two of the wounded died": the two stand in the 42."""
    start = document.sentences[one.sentence][0]
    return bool(_patterns()["counted_in"].search(document.report.text[start : one.start]))


def is_violent(one: Draft, document: Document) -> bool:
    """A word of violence in the claim's sentence or the one before."""
    start, end = document.sentences[max(0, one.sentence - 1)][0], document.sentences[one.sentence][1]
    return bool(_patterns()["violence"].search(document.report.text[start:end]))


def _unheard(one: Draft, told: Sequence[Draft], document: Document) -> list[tuple[str, Mention]]:
    """The dead of ``one``, named in its own sentence (or before, where a pronoun stands for them) and by no claim of its status;
    empty where one of them is told already."""
    start, end = document.sentences[one.sentence]
    dead = [(r, m) for r, m in one.roles if r == "killed" and start <= m.start < end]
    if not dead and _of_a_pronoun(document.report.text[start:end], one.start - start, one.end - start):
        dead = [(r, m) for r, m in one.roles if r == "killed"]
    known = [m for d in told if d.status is one.status for r, m in d.roles if r in ("killed", "wounded")]
    return [] if any(k.start < m.end and m.start < k.end for _, m in dead for k in known) else dead


def _of_a_pronoun(text: str, start: int, end: int) -> bool:
    """ "He was later killed", "killing him": the dead were named in a sentence before."""
    find = _patterns()
    return bool(find["pronoun_before"].search(text[:start]) or find["pronoun_behind"].match(text[end:]))


def _host(one: Draft, told: Sequence[Draft], text: str) -> int | None:
    """The event of the same clause that takes the toll: "a raid …, killing five", "five were killed in a raid"."""
    joined = _patterns()["in_event"]
    for i in reversed(range(len(told))):
        event = told[i]
        if event.sentence != one.sentence or event.type not in HOSTS or any(r == "killed" for r, _ in event.roles):
            continue
        before, after = text[event.end : one.start], text[one.end : event.start]
        if text[one.start : one.end].lower() == "killing" and event.end <= one.start and not re.search(r"[;.]", before):
            return i
        if one.type == "casualty" and one.end <= event.start and joined.match(after) and not re.search(r"[;.]", after):
            return i
    return None
