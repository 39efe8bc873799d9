"""Airports and bases told beside the name of their town, and told again without it."""

import pytest

from frontwire.resolution.gazetteer import Gazetteer
from tests.resolution.fillers import resolve


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They took the old airport south of Ghadames, in Libya.", "the old airport south of Ghadames"),
        ("They took the old airport south of Ghadames, in Libya. The airport was quiet.", "The airport"),
        ("In Libya, Ghadames airport was hit. Troops left the airport.", "the airport"),
        ("In Libya, Ghadames's small airport was hit. Troops left the airport.", "the airport"),
    ],
)
def test_an_airport_beside_its_town_is_that_airport(text: str, words: str, gazetteer: Gazetteer) -> None:
    found = resolve(text, words, gazetteer)
    assert found.facility == "airport" and (found.place_id or "").endswith("/airport")
    assert found.relation in (None, "named_before")


def test_an_airport_of_no_town_stays_unresolved(gazetteer: Gazetteer) -> None:
    text = "In Libya, troops left Ghadames. Later that week, and far away, rebels seized the airport."
    assert resolve(text, "the airport", gazetteer).place_id is None


def test_a_village_south_of_a_town_still_lies_south_of_it(gazetteer: Gazetteer) -> None:
    found = resolve("In Libya, they took a village south of Ghadames.", "a village south of Ghadames", gazetteer)
    assert found.relation == "side_of"
