"""An interested party: a speaker of the side whose conduct is told (codebook C)."""

from dataclasses import replace
from typing import Any

import pytest

from frontwire.resolution.speakers import interested
from tests.factories import actor, speaker


@pytest.mark.parametrize(
    ("said", "done", "party"),
    [
        ({"side": "state", "country": "ML"}, {"side": "state", "country": "ML"}, True),
        ({"side": "state"}, {"side": "state", "country": "ML"}, True),
        ({"side": "state", "country": "NE"}, {"side": "state", "country": "ML"}, False),
        ({"side": "state"}, {"side": "rebel"}, False),
        ({"side": "rebel", "speaker_id": "actor:front"}, {"side": "rebel", "actor_id": "front"}, True),
        ({"side": "rebel", "speaker_id": "actor:front"}, {"side": "rebel", "actor_id": "league"}, False),
        ({"side": "rebel"}, {"side": "rebel", "actor_id": "league"}, True),
        ({"side": "unknown"}, {"side": "unknown"}, False),
        ({"side": "civilians"}, {"side": "civilians"}, False),
    ],
)
def test_who_tells_of_his_own_sides_conduct_is_interested(
    said: dict[str, Any], done: dict[str, Any], party: bool
) -> None:
    source, agent = replace(speaker("a spokesman", "official"), **said), replace(actor("they"), **done)
    assert interested(source, [agent]) is party
    assert not interested(source, [])
