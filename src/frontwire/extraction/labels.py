"""The label inventory shared by the model's two heads, training and decoding.

Order is part of the model file: a label's position is its output column. Append, never reorder.
Definitions live in ``codebook/event_types.yaml``; a test keeps both lists equal.
"""

from typing import Final

EVENT_TYPES: Final = (
    "capture",
    "withdraw",
    "advance",
    "siege",
    "control",
    "clash",
    "attack",
    "explosion",
    "airstrike",
    "shelling",
    "killing",
    "abduction",
    "arrest",
    "release",
    "abuse",
    "destruction",
    "casualty",
    "displacement",
    "meeting",
    "agreement",
    "demand",
    "threat",
    "accusation",
    "offer",
    "aid",
    "sanction",
    "protest",
    "mobilize",
)
ROLES: Final = (
    "agent",
    "target",
    "place",
    "time",
    "source",
    "killed",
    "wounded",
    "missing",
    "displaced",
    "held",
    "weapon",
)
STATUSES: Final = ("actual", "planned", "possible", "denied")


def bio(names: tuple[str, ...]) -> tuple[str, ...]:
    """BIO tag set: ``O`` first, then ``B-x, I-x`` for each name, in order."""
    return ("O", *(f"{prefix}-{name}" for name in names for prefix in "BI"))


TRIGGER_TAGS: Final = bio(EVENT_TYPES)
ROLE_TAGS: Final = bio(ROLES)
