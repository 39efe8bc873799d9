"""Places that no gazetteer knows, compared by their names: the same village, or two districts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from frontwire.linking.weights import Comparison, weight
from frontwire.records import Claim, Place
from frontwire.resolution.names import skeleton

_PLACE_NAME = re.compile(r"(?:(?:al|el|ez|as|ash|ad|ar)[- ])?[A-Z0-9][\w’'-]+(?:[ -](?:al-)?[A-Z][\w’'-]+)*")
_GENERAL = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Highway|Block|Village|Town|City|Area|District|Camp)\b\.?"
)


def _unlisted(claim: Claim) -> dict[str, str]:
    """Names of places no gazetteer knows, by their skeleton: a village or a street is the same in two reports by its name."""
    return proper_names([p for p in claim.place if not p.place_id])


def proper_names(places: Sequence[Place]) -> dict[str, str]:
    """Names in the words of ``places``, by their skeleton, without the words for what kind of place it is."""
    texts = (_GENERAL.sub("", p.text) for p in places)
    names = (n for t in texts for n in _PLACE_NAME.findall(t))
    return {s: n for n in names if len(s := skeleton(n)) >= 4}


def compare_unlisted(a: Claim, b: Claim) -> Comparison | None:
    x, y = _unlisted(a), _unlisted(b)
    shared = sorted(x[s] for s in x.keys() & y.keys())
    if shared:
        return weight("place_named"), f"both name {', '.join(shared)}"
    return _districts_apart(a, b) or (0.0, "")


def compare_elsewhere(a: Claim, b: Claim) -> Comparison | None:
    """Inside one report: a village the gazetteer lacks is not the town, or the other village, that another mention names."""
    listed = [[p for p in c.place if p.place_id and p.precision in ("town", "point")] for c in (a, b)]
    if all(listed) or proper_names(a.place).keys() & proper_names(b.place).keys():  # else the gate of places has spoken
        return 0.0, ""
    one, other = (_unlisted(c) | proper_names(exact) for c, exact in zip((a, b), listed, strict=True))
    if not one or not other:
        return 0.0, ""
    return weight("place_named_apart"), f"{', '.join(one.values())} and {', '.join(other.values())}: two places by name"


_DISTRICT = re.compile(
    rf"({_PLACE_NAME.pattern})\s+(?:district|County|county|subdistrict|sub-district|township|parish)\b"
)


def _districts(claim: Claim) -> dict[str, str]:
    return {skeleton(n): n for p in claim.place for n in _DISTRICT.findall(p.text)}


def _districts_apart(a: Claim, b: Claim) -> Comparison | None:
    """Two districts are two places even where the gazetteer knows one of them or neither; spellings may differ by an ear."""
    x, y = _districts(a), _districts(b)
    if not x or not y or any(SequenceMatcher(None, s, t).ratio() >= ALIKE for s in x for t in y):
        return None
    return weight("district_apart"), f"{' and '.join(x.values())} district, {' and '.join(y.values())} district"


ALIKE = 0.6  # of two skeletons: "nauibarxazi" and "naua barakzi" are one district's, "nauibarxazi" and "marja" are not
