"""What bears a state's name and does not lie in it: a border has two sides, an embassy stands abroad, and a village has namesakes.

"The border with Mali" and "the Syria–Turkey border" lie in two states, and mostly in the one that is not named. Of 4,157 places read in
2,539 unannotated news items fifty were borders given to the state beside the one where it happened, and five embassies or consulates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from frontwire.geometry import km
from frontwire.records import Mention, Place
from frontwire.resolution.facilities import unplaced

_APART = re.compile(
    r"\b(?:borders?|frontiers?)(?:\s+(?:with|of|between)\b.*)?$|\b(?:embass(?:y|ies)|consulates?|high commission)\b",
    re.I | re.S,
)
_BORDERING = re.compile(
    r"\b(?:borders?|frontiers?)\s+(?:(?:with|of)|(?:between|of)\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+){1,3}and)\s+(?:the\s+)?$"
)
REACH = 60  # characters before a filler that hold "the border between X and "


def only_named_by(mention: Mention, text: str) -> bool:
    """Does the state that a place filler names only lend its name to a border or a mission?"""
    return bool(_APART.search(mention.text) or _BORDERING.search(text[: mention.start][-REACH:]))


SMALL = 200_000  # inhabitants: a larger city is named abroad without its state
FAR = {"country": 1000.0, "admin1": 500.0}  # km from the middle of a land or a division that a place of it lies at most
NEAR = 500.0  # km from a town
#: Lands that were one when some reports were written.
ONCE_ONE = tuple(map(frozenset, (("SD", "SS"), ("RS", "XK"), ("ET", "ER"), ("ID", "TL"))))


def without_strangers(
    places: Sequence[Place], report: Sequence[Place], inhabitants: Callable[[str], int]
) -> tuple[Place, ...]:
    """A claim's places, but for a small town of a land the ``report`` names nothing else of, far from the claim's other places: it is
    a namesake of one that the gazetteer lacks ("Mahmudiye and Najaf in Iraq", "Mayo, Khartoum")."""
    return tuple(unplaced(p) if _stranger(p, places, report, inhabitants) else p for p in places)


def _stranger(p: Place, beside: Sequence[Place], report: Sequence[Place], inhabitants: Callable[[str], int]) -> bool:
    if not p.country or p.precision not in ("town", "point", "district"):
        return False
    others = [q for q in beside if q.country and q is not p]
    if not others or any(q.country == p.country or frozenset((q.country, p.country)) in ONCE_ONE for q in others):
        return False
    touched = any(
        q.country == p.country and (q.end <= p.start or p.end <= q.start) and q.name != p.name for q in report
    )
    return not touched and all(_far(p, q) for q in others) and inhabitants((p.place_id or "").split("/")[0]) < SMALL


def _far(p: Place, q: Place) -> bool:
    return km(p.lat or 0.0, p.lon or 0.0, q.lat or 0.0, q.lon or 0.0) > FAR.get(q.precision or "", NEAR)
