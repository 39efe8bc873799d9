"""What bears a state's name and does not lie in it: a border has two sides, and an embassy stands abroad.

"The border with Mali" and "the Syria–Turkey border" lie in two states, and mostly in the one that is not named. Of 4,157 places read in
2,539 unannotated news items fifty were borders given to the state beside the one where it happened, and five embassies or consulates.
"""

from __future__ import annotations

import re

from frontwire.records import Mention

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
