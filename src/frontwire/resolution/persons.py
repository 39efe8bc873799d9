"""Who is a person and no town of that name: titles, first names, initials and ages tell (codebook/persons.yaml).

With the words of ``not_places`` this takes a third off the names that two public sets do not call places (1,700 to 1,160).
"""

from __future__ import annotations

import re

from frontwire.codebook import load


def persons(text: str) -> frozenset[str]:
    """Names of persons the text introduces: capitalised words behind a title or a known first name, around an initial, before an age."""
    words = load("persons")
    titles = "|".join(map(re.escape, sorted(words["titles"], key=len, reverse=True)))
    name = r"(?:(?:al|el|bin|ibn|abu|ul|van|von|de|der)[- ])?[A-Z][\w’'-]+"
    found = set()
    for match in re.finditer(rf"\b(?:{titles})\.?\s+((?:{name}\s+){{0,3}}{name})", text):
        found |= set(match.group(1).split())
    firsts, tail = frozenset(words["first_names"]), re.compile(rf"\s+(?:[A-Z]\.\s+)?(?:{name}\s+){{0,2}}{name}")
    for first in re.finditer(r"\b[A-Z][\w-]+", text):
        if first[0] in firsts and (rest := tail.match(text, first.end())):
            found |= {first[0], *rest.group(0).split()}
    for pattern in (
        rf"\b{name}\s+[A-Z]\.\s+{name}",
        rf"\b(?:{name}\s+){{1,2}}{name}(?=,\s+\d{{1,2}},\s+[a-z])",
    ):  # "Oda Bekele, 41, of …"
        found |= {w for match in re.finditer(pattern, text) for w in match.group(0).split()}
    return frozenset(
        re.sub(r"['’]s?$", "", w).removeprefix("al-").removeprefix("Al-") for w in found if w[0].isupper() or "-" in w
    )
