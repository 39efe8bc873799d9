"""The place of an incident out of the places of its claims."""

from frontwire.situation.incidents import where
from tests.factories import claim, town

TOWN = town("Jisr ash-Shughur", admin1="Idlib", country="SY")
SEAT = town("Idlib", admin1="Idlib", country="SY")


def test_the_seat_of_a_province_stands_back_behind_a_town_of_it() -> None:
    found = where([claim(place=(SEAT,)), claim(place=(SEAT, TOWN)), claim(place=(SEAT,))])
    assert found is not None and found.name == "Jisr ash-Shughur"


def test_alone_or_beside_another_province_the_seat_is_the_place() -> None:
    elsewhere = town("Kobani", admin1="Aleppo", country="SY")
    for others in ((), (elsewhere,)):
        found = where([claim(place=(SEAT, *others)), claim(place=(SEAT,))])
        assert found is not None and found.name == "Idlib"


def test_the_country_round_another_town_of_the_province_says_more_than_the_seat() -> None:
    around = town("Ain Issa", admin1="Raqqa", country="SY", precision="district", relation="around")
    seat = town("Al-Raqqa", admin1="Raqqa", country="SY")
    found = where([claim(place=(seat, around)), claim(place=(seat,))])
    assert found is not None and found.name == "Ain Issa"


def test_a_river_is_no_place_of_a_shooting_where_a_town_is_named() -> None:
    river = town("Euphrates", admin1=None, precision="admin1", facility="region")
    province = town("Deir ez-Zor", admin1="Deir ez-Zor", precision="admin1", facility="province", country="SY")
    found = where([claim(place=(river, province)), claim(place=(river,))])
    assert found is not None and found.name == "Deir ez-Zor"
