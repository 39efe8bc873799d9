"""The place of an incident out of the places of its claims."""

from dataclasses import replace

from frontwire.records import Claim, Place
from frontwire.situation.incidents import event_type
from frontwire.situation.incidents import where as placed
from frontwire.situation.surroundings import Surroundings
from tests.factories import claim, town

TOWN = town("Niono", admin1="Segou", country="ML")
SEAT = town("Segou", admin1="Segou", country="ML")


def where(claims: list[Claim]) -> Place | None:
    return placed(claims, Surroundings([], []))


def test_the_seat_of_a_province_stands_back_behind_a_town_of_it() -> None:
    found = where([claim(place=(SEAT,)), claim(place=(SEAT, TOWN)), claim(place=(SEAT,))])
    assert found is not None and found.name == "Niono"


def test_alone_or_beside_another_province_the_seat_is_the_place() -> None:
    elsewhere = town("Djenne", admin1="Mopti", country="ML")
    for others in ((), (elsewhere,)):
        found = where([claim(place=(SEAT, *others)), claim(place=(SEAT,))])
        assert found is not None and found.name == "Segou"


def test_the_country_round_another_town_of_the_province_says_more_than_the_seat() -> None:
    around = town("Sokolo", admin1="Segou", country="ML", precision="district", relation="around")
    found = where([claim(place=(SEAT, around)), claim(place=(SEAT,))])
    assert found is not None and found.name == "Sokolo"


def test_a_river_is_no_place_of_a_shooting_where_a_town_is_named() -> None:
    river = town("Niger", admin1=None, precision="admin1", facility="region")
    province = town("Gao", admin1="Gao", precision="admin1", facility="province", country="ML")
    found = where([claim(place=(river, province)), claim(place=(river,))])
    assert found is not None and found.name == "Gao"


def test_a_side_of_the_province_says_more_than_its_seat_and_less_than_a_town() -> None:
    side = town("Segou", admin1="Segou", country="ML", precision="admin1", relation="part_of")
    found = where([claim(place=(SEAT, side)), claim(place=(SEAT,))])
    assert found is not None and found.relation == "part_of"
    found = where([claim(place=(side, TOWN))])
    assert found is not None and found.name == "Niono"


def test_where_the_dead_were_counted_is_not_where_they_died() -> None:
    ward = claim("casualty", place=(town("Segou hospital"),))
    found = where([claim(place=(TOWN,)), ward, ward])
    assert found is not None and found.name == "Niono"
    found = where([claim(), ward])
    assert found is not None and found.name == "Segou hospital"


def test_an_attack_with_two_tolls_is_an_attack() -> None:
    assert event_type([claim("casualty"), claim("attack"), claim("casualty")]) == "attack"
    assert event_type([claim("casualty"), claim("attack"), claim("shelling")]) == "shelling"


def test_of_two_towns_told_once_each_the_nearer_to_its_claim_is_the_place() -> None:
    before = replace(town("Djenne"), start=0, end=6)
    beside = replace(town("Niono"), start=70, end=75)
    found = where([replace(claim(place=(before, beside)), start=60, end=66)])
    assert found is not None and found.name == "Niono"
