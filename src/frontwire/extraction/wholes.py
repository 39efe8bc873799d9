"""A name is whole: what was cut inside one ends where another claim of the report, or the word itself, ends it.

What the dead are said to have been is no second group of them ("three men said to be members of the group").
"Al" of "Al Anbar Governorate", "The Israeli Defense" of "The Israeli Defense Forces", "Maarrat al-Nu'" of "Maarrat al-Nu'man". Of 251 claims in
121 unannotated news items three had such a filler; of the annotated texts' 66,000 none ends inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load_actors
from frontwire.extraction.tolls import number
from frontwire.records import Draft, Mention

_NAMED = frozenset({"agent", "target", "place", "source"})
_WORD_GOES_ON = re.compile(r"(?:(?<=[\w’'])\w|(?<=\w)[’'](?!s\b)\w)[\w’'-]*(?<!-)")
_NAME_GOES_ON = re.compile(r"[ -](?:(?:of|the|al|el|for) )*[A-Z]")
_NEVER_ALONE = re.compile(
    r"(?:[Aa]l|[Ee]l|[Tt][ae]ll?|Abu|Umm|Bani|Beni|Ras|Deir|Dayr|Jabal|Jebel|Wadi|Kafr|San|Santa|Mount|Port|New|"
    r"(?:[Nn]orth|[Ss]outh)?-?(?:[Ee]ast|[Ww]est|[Nn]orth|[Ss]outh)ern|[Cc]entral)"
)
_TOLLS = frozenset({"killed", "wounded", "held", "missing"})
_DESCRIBED = re.compile(
    r",?\s+(?:who (?:was|were|are|is) )?(?:(?:said|believed|thought|alleged|reported|claimed|suspected|considered) to (?:be|have been)|"
    r"(?:suspected|accused) of being|described as|identified as)\s+"
)
_REST = re.compile(r"(?:[ -][A-Z][\w’'-]*\w)+")


def whole(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report with names that were cut made whole."""
    double = list(_double_names().finditer(text))
    drafts = [_undivided(d, text, double) for d in drafts] if double else drafts
    named = [m for d in drafts for role, m in d.roles if role in _NAMED]
    longest: dict[int, int] = {}
    for m in named:
        longest[m.start] = max(m.end, longest.get(m.start, 0))
    return [
        replace(d, roles=tuple((r, _whole(m, text, longest) if r in _NAMED else m) for r, m in _joined(d.roles, text)))
        for d in drafts
    ]


@lru_cache(maxsize=1)
def _double_names() -> re.Pattern[str]:
    """Names of the actors' registry that hold an "and" ("the Justice and Equality Movement")."""
    names = {name for row in load_actors() for name in row[4].split("|") if " and " in name}
    return re.compile(rf"(?:\b[Tt]he )?\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")


def _undivided(draft: Draft, text: str, names: Sequence[re.Match[str]]) -> Draft:
    """One filler for a name that the model read as two parties, in the role of the first."""
    roles = list(draft.roles)
    for m in names:
        parts = [f for f in roles if f[0] in _NAMED and f[1].start < m.end() and m.start() < f[1].end]
        if parts and not any(f[1].start <= m.start() and m.end() <= f[1].end for f in parts):
            start, end = min(m.start(), parts[0][1].start), max(m.end(), *(f[1].end for f in parts))
            name = replace(parts[0][1], text=text[start:end], start=start, end=end)
            roles = [(r, name) if (r, f) == parts[0] else (r, f) for r, f in roles if (r, f) not in parts[1:]]
    return replace(draft, roles=tuple(roles))


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    return re.compile(rf"(?:{number()})\b", re.I)


_BARE = re.compile(r"[a-z]+(?: [a-z]+)?")


def _joined(roles: Sequence[tuple[str, Mention]], text: str) -> list[tuple[str, Mention]]:
    """People and what they are said to have been are one filler; so are "100 soldiers and police", whom one number counts."""
    out: list[tuple[str, Mention]] = []
    for role, m in roles:
        first = out[-1][1] if out and role in _TOLLS and out[-1][0] == role else None
        if first and (_DESCRIBED.fullmatch(text, first.end, m.start) or _one_number(first, m, text)):
            out.pop()
            m = replace(first, text=text[first.start : m.end], end=m.end)
        out.append((role, m))
    return out


def _one_number(first: Mention, second: Mention, text: str) -> bool:
    bare = _BARE.fullmatch(second.text) and not _counted().match(second.text)
    return bool(bare and _counted().match(first.text)) and text[first.end : second.start] == " and "


def _whole(mention: Mention, text: str, longest: dict[int, int]) -> Mention:
    end = mention.end
    if inside := _WORD_GOES_ON.match(text, end):
        end = inside.end()
    if _NEVER_ALONE.fullmatch(mention.text) and (rest := _REST.match(text, end)):
        end = rest.end()
    if mention.text.split()[-1][0].isupper() and _NAME_GOES_ON.match(text, end):
        end = max(end, longest[mention.start])
    return mention if end == mention.end else replace(mention, text=text[mention.start : end], end=end)
