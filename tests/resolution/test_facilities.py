"""Airports and bases told beside the name of their town, and told again without it."""

from dataclasses import replace

import pytest

from frontwire.resolution.facilities import named_elsewhere
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


def test_a_port_city_is_a_city(gazetteer: Gazetteer) -> None:
    found = resolve("In Libya, rebels shelled the port city of Misrata.", "the port city of Misrata", gazetteer)
    assert found.facility != "port" and found.name == "Misrata"


def test_the_number_of_a_gate_is_a_part_of_its_name(gazetteer: Gazetteer) -> None:
    text = "In Libya, a strike hit a minibus at Misrata 27. Misrata was quiet."
    assert resolve(text, "Misrata 27", gazetteer).place_id is None


def test_the_whole_of_the_airport_is_the_airport(gazetteer: Gazetteer) -> None:
    text = "In Libya, Ghadames airport was hit. The rebels said they held the whole of the airport."
    assert resolve(text, "the whole of the airport", gazetteer).facility == "airport"


def test_an_institution_is_in_the_town_it_is_said_to_be_in(gazetteer: Gazetteer) -> None:
    text = "In Afghanistan, a bomb went off near Kabul Bank in Kandahar; Kandahar Hospital in Kandahar was full."
    places = [resolve(text, words, gazetteer) for words in ("Kabul Bank", "Kandahar", "Kandahar Hospital")]
    places[1] = replace(places[1], start=text.index("in Kandahar;") + 3, end=text.index("in Kandahar;") + 11)
    found = named_elsewhere(places, text)
    assert [p.place_id is None for p in found] == [True, False, False]
