import pytest

from frontwire.geometry import km
from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.sides import middle
from tests.resolution.fillers import resolve


@pytest.mark.parametrize(
    ("phrase", "distance", "side"),
    [
        ("30 km north of", 30, "north"),
        ("some 25 kilometres to the south-west of", 25, "southwest"),
        ("about 10 miles (16 km) east of", 16, "east"),
        ("thirty kilometres (20 miles) south of the town of", 30, "south"),
        ("2.5km northeast of", 2.5, "northeast"),
    ],
)
def test_a_distance_and_a_side_move_the_point(phrase: str, distance: float, side: str, gazetteer: Gazetteer) -> None:
    town = resolve("In Mali, shells fell on Gao.", "Gao", gazetteer)
    spot = resolve(f"In Mali, they died at a well {phrase} Gao.", "Gao", gazetteer)
    assert km(town.lat or 0, town.lon or 0, spot.lat or 0, spot.lon or 0) == pytest.approx(distance, abs=1)
    assert ((spot.lat or 0) > (town.lat or 0)) == side.startswith("north") or side == "east"
    assert (spot.precision, spot.relation, spot.place_id) == ("district", "side_of", town.place_id)


def test_a_side_without_a_distance_moves_nothing(gazetteer: Gazetteer) -> None:
    spot = resolve("In Mali, they died north of Gao.", "Gao", gazetteer)
    assert (spot.lat, spot.relation, spot.precision) == (16.27167, "side_of", "district")


@pytest.mark.parametrize(
    "words",
    ["western Idlib", "the western countryside of Idlib", "Idlib's western countryside", "the west of Idlib province"],
)
def test_a_side_of_a_province_lies_on_that_side_and_is_a_part_of_it(words: str, gazetteer: Gazetteer) -> None:
    text = f"In Syria, shells fell on {words} and on Homs."
    whole = resolve("In Syria, shells fell on Idlib province and on Homs.", "Idlib province", gazetteer)
    west = resolve(text, words, gazetteer)
    assert (west.precision, west.relation, west.place_id) == ("admin1", "part_of", whole.place_id)
    assert (west.lon or 0) < (whole.lon or 0)
    assert west.text == words


def test_a_great_city_has_sides_of_its_own(gazetteer: Gazetteer) -> None:
    city = resolve("In Syria, shells fell on eastern Aleppo and Homs.", "eastern Aleppo", gazetteer)
    around = resolve("In Syria, shells fell on the eastern countryside of Aleppo.", "Aleppo", gazetteer)
    assert (city.precision, around.precision) == ("town", "admin1")


def test_the_middle_of_a_side_needs_towns() -> None:
    towns = [(float(lat), float(lon)) for lat in range(4) for lon in range(4)]
    assert middle(towns, "north") == (2.5, 1.5)
    assert middle(towns[:3], "north") is None


def test_another_spelling_before_the_town_it_lies_by_is_the_place(gazetteer: Gazetteer) -> None:
    text = "In Libya, Misrata and Sabha were quiet; shells fell on Gharyaan’s rural fringe, south of Tripoli."
    assert resolve(text, "Gharyaan’s rural fringe, south of Tripoli", gazetteer).name == "Gharyaan"
