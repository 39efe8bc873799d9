"""One person who is told of by his name, and is no plural for ending in an s."""

from __future__ import annotations

import re
from functools import lru_cache

from frontwire.codebook import load
from frontwire.resolution.gazetteer import territory
from frontwire.resolution.ordinary import is_ordinary

_GROUP = re.compile(
    r".*(?:ans|ers|ors|ists|ites|ims|ians|ews|indus|ikhs|is)", re.I
)  # "Rohingya Muslims", "Turkish Cypriots"


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    persons = load("persons")
    words = "|".join(re.escape(w) for w in (*persons["titles"], *persons["first_names"]))
    return re.compile(rf"(?:{words})\b\.?\s+[A-Z]")


_NAME = r"(?:(?:al|el|ad|as|ar|ash|az|bin|ibn|de|du|von|van)[- ])?[A-Z][\w.’'-]*"


@lru_cache(maxsize=1)
def called() -> re.Pattern[str]:
    """ "His youngest son Khamis", "activist Ilir Brenks", "Brenks, a priest": one who is called by a noun for one, and by his name."""
    one = "|".join([*load("cast")["offices"], *load("quantities")["kin"]])
    return re.compile(rf"(?:(?:[\w’'-]+ )*(?:{one})(?: {_NAME}){{1,3}}|{_NAME}(?: {_NAME})*\s*(?:,\s*)+an? .*)$")


LISTED = re.compile(
    rf"(?:[a-z-]+ )*[a-z-]+s (?P<names>{_NAME}(?: {_NAME})*(?:, {_NAME}(?: {_NAME})*)*,? and {_NAME}(?: {_NAME})*)"
)


def capitals(text: str) -> list[str]:
    """The words of the first phrase, where all of them begin with a capital."""
    words = [w.strip(".") for w in re.split(r",| of | from | and ", text.strip())[0].split()]
    return words if all(w[:1].isupper() for w in words) else []


def person(text: str) -> bool:
    """ "Odile Brenks", "Ambassador Brenks" end in an s and are one: capitals behind a title or a first name, or no words of English.

    Of 131 such names in eight sets of unannotated news all had been two or more. One name alone stays a group ("Houthis"): of the 60
    annotated ones three are persons.
    """
    if called().match(text.strip()):
        return True
    words = capitals(text)
    if len(words) < 2:
        return False
    if _titled().match(text.strip()):
        return True
    own = not any(is_ordinary(w) for w in (words[0], words[-1], words[-1].removesuffix("s")))
    return own and territory(words[0]) is None and not _GROUP.fullmatch(words[-1])
