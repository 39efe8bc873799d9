"""What stands behind "at", "in" or "outside" is where it happened; what stands behind "on" or is the object was hit."""

import pytest

from frontwire.extraction.sites import at_sites
from tests.factories import drafted, told


@pytest.mark.parametrize(
    ("text", "trigger", "words", "kind", "role"),
    [
        ("A bomb went off outside a police station.", "went off", "a police station", "explosion", "place"),
        ("Nine died in a blast at the Sidra Mosque.", "blast", "the Sidra Mosque", "explosion", "place"),
        ("The gang attacked a police station.", "attacked", "a police station", "attack", "target"),
        ("The attack on a police station failed.", "attack", "a police station", "attack", "target"),
        ("They fired rockets at a police station.", "fired", "a police station", "shelling", "target"),
        ("A blast near a convoy hurt two.", "blast", "a convoy", "explosion", "target"),
        ("The attack at the bridge hit road builders.", "attack", "road builders", "attack", "target"),
        ("Gunners shelled the village of Ulvik.", "shelled", "the village of Ulvik", "shelling", "place"),
        ("Raiders attacked two villages.", "attacked", "two villages", "attack", "place"),
        ("Raiders burned two villages.", "burned", "two villages", "destruction", "target"),
        ("The army moved on rulers of the northern region.", "moved", "rulers of the northern region", "attack", "target"),
    ],
)  # fmt: skip
def test_buildings_and_villages_are_places(text: str, trigger: str, words: str, kind: str, role: str) -> None:
    (claim,) = at_sites([drafted(text, trigger, kind, target=words)], text, [(0, len(text))])
    assert told(claim) == {(role, words)}
