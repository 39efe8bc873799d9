from dataclasses import replace

import pytest

from frontwire.linking.comparisons import compare, compare_figures, compare_place
from frontwire.linking.unlisted import compare_elsewhere, compare_unlisted
from tests.factories import actor, claim, on, toll, town

DAY = on("2014-06-16")
BAQUBA = town("Baquba", 33.75, 44.64)


def test_equal_place_day_and_figure_add_up_and_say_why() -> None:
    a, b = (claim("killing", place=(BAQUBA,), time=DAY, casualties=(toll(44, victims="detainees"),)) for _ in range(2))
    found = compare(a, b)
    assert found is not None and found.weight > 6
    assert any("both at Baquba" in r for r in found.reasons) and any("both killed 44" in r for r in found.reasons)


def test_a_different_victim_class_blocks() -> None:
    a = claim("killing", place=(BAQUBA,), time=DAY, casualties=(toll(44, victims="detainees"),))
    b = claim("killing", place=(BAQUBA,), time=DAY, casualties=(toll(44, victims="civilians"),))
    assert compare(a, b) is None


def test_a_different_accused_perpetrator_does_not_block() -> None:
    a = claim("killing", place=(BAQUBA,), time=DAY, casualties=(toll(44),), agent=(actor("militants", "rebel"),))
    b = claim("killing", place=(BAQUBA,), time=DAY, casualties=(toll(44),), agent=(actor("police", "state"),))
    found = compare(a, b)
    assert found is not None and found.weight > 2


def test_types_gate_before_all_else() -> None:
    a, b = claim("meeting", place=(BAQUBA,), time=DAY), claim("attack", place=(BAQUBA,), time=DAY)
    assert compare(a, b) is None and compare(a, b, shared_passage=True) is None


def test_copied_words_that_place_and_day_contradict_are_a_formula() -> None:
    here = claim(place=(BAQUBA,), time=DAY)
    later, there = on("2014-06-20"), town("Rutba", 33.0, 40.3, admin1="Anbar")
    assert compare(here, claim(place=(BAQUBA,), time=later), shared_passage=True) is not None
    assert compare(here, claim(place=(there,), time=later), shared_passage=True) is None


def test_a_recap_copied_within_days_needs_no_day_of_its_own() -> None:
    first, again, later = (
        claim(time=replace(on("2014-06-16", until), earliest=None))
        for until in ("2014-06-16", "2014-06-18", "2014-08-01")
    )
    near, far = compare(first, again, shared_passage=True), compare(first, later, shared_passage=True)
    assert near is not None and far is not None and near.weight > 2 > far.weight


def test_in_undated_reports_town_and_type_are_not_enough() -> None:
    undated = replace(on("2014-06-16"), earliest=None, latest=None)
    found = compare(claim(place=(BAQUBA,), time=undated), claim(place=(BAQUBA,), time=DAY))
    assert found is not None and found.weight < 2


def test_two_demands_of_one_day_are_two_demands() -> None:
    demands, raids = (compare(claim(kind, time=DAY), claim(kind, time=DAY)) for kind in ("demand", "attack"))
    assert demands is not None and raids is not None and demands.weight < raids.weight


def test_copied_words_weeks_apart_are_a_formula() -> None:
    here = claim(time=DAY)
    assert compare(here, claim(time=on("2014-06-20")), shared_passage=True) is not None
    assert compare(here, claim(time=on("2014-08-02")), shared_passage=True) is None


def test_an_airport_is_not_its_town() -> None:
    airport = town("Tal Afar airport", 36.28, 42.4, facility="airport", precision="point")
    assert (
        compare(
            claim("capture", place=(town("Tal Afar", 36.37, 42.45),), time=DAY),
            claim("capture", place=(airport,), time=DAY),
        )
        is None
    )


def test_days_apart_block_and_overlap_does_not() -> None:
    a = claim(place=(BAQUBA,), time=DAY)
    assert compare(a, claim(place=(BAQUBA,), time=on("2014-06-19"))) is None
    assert compare(a, claim(place=(BAQUBA,), time=on("2014-06-14", "2014-06-16"))) is not None


def test_a_village_no_gazetteer_knows_is_the_same_by_its_name() -> None:
    here, spelled, other = (
        claim(place=(replace(town(words), place_id=None, name=None),), time=DAY)
        for words in ("the village of Kel Haroofa", "Kel Harufa village", "the village of Barqash")
    )
    assert compare_unlisted(here, spelled) == (2.0, "both name Kel Haroofa")
    assert compare_unlisted(here, other) == (0.0, "")


def test_two_districts_are_two_places_even_where_no_gazetteer_knows_them() -> None:
    here, spelled, other = (
        claim(place=(replace(town(words), place_id=None, name=None),), time=DAY)
        for words in ("Nawa Barakzai district", "Nawah-ye Barakzayi district", "Marjeh district")
    )
    assert compare_unlisted(here, other) == (-4.0, "Nawa Barakzai district, Marjeh district")
    assert compare_unlisted(here, spelled) == (0.0, "")


def test_a_year_says_as_little_as_no_date() -> None:
    day, year = claim(place=(BAQUBA,), time=DAY), claim(place=(BAQUBA,), time=on("2014-01-01", "2014-06-18"))
    unknown = claim(place=(BAQUBA,))
    assert [compare(day, other).weight for other in (year, unknown)] == [compare(day, unknown).weight] * 2  # type: ignore[union-attr]


def test_a_province_holds_its_towns_and_no_others() -> None:
    anbar = town("Anbar", precision="admin1", facility="province", admin1="Anbar")
    assert compare(claim(place=(anbar,), time=DAY), claim(place=(town("Rawa", admin1="Anbar"),), time=DAY)) is not None
    assert compare(claim(place=(anbar,), time=DAY), claim(place=(town("Mosul", admin1="Nineveh"),), time=DAY)) is None


@pytest.mark.parametrize(("a", "b", "apart"), [(44, 52, False), (44, 60, True), (4, 5, True), (10, 12, False)])
def test_large_tolls_that_differ_a_little_are_not_held_against_a_pair(a: int, b: int, apart: bool) -> None:
    found = compare_figures(claim(casualties=(toll(a),)), claim(casualties=(toll(b),)))
    assert found is not None and (found[0] < 0) == apart


def test_the_air_base_of_a_town_is_somewhere_by_it() -> None:
    field = town("Kandahar airport", 31.51, 65.85, facility="airport", precision="point")
    base = replace(town("Kandahar base", 31.61, 65.71, facility="base", precision="point"), place_id="1138336/base")
    assert compare_place(claim("explosion", place=(field,)), claim("explosion", place=(base,)))
    elsewhere = replace(field, place_id="x", lat=32.2)
    assert compare_place(claim("explosion", place=(elsewhere,)), claim("explosion", place=(base,))) is None


def test_a_region_across_provinces_may_hold_a_town_as_near_as_this() -> None:
    region = town("Darfur", 13.0, 25.0, admin1=None, country="SD", precision="admin1", facility="region")
    inside = town("El Fasher", 13.63, 25.35, admin1="Northern Darfur", country="SD")
    outside = town("Port Sudan", 19.6, 37.2, admin1="Red Sea", country="SD")
    assert compare_place(claim(place=(region,)), claim(place=(inside,)))
    assert compare_place(claim(place=(region,)), claim(place=(outside,))) is None
    lands = town("Sahel", 15.0, 5.0, admin1=None, country="", precision="admin1", facility="region")
    assert compare_place(claim(place=(lands,)), claim(place=(town("Gao", 16.3, 0.0, admin1="Gao", country="ML"),)))


def test_a_province_beside_towns_of_others_is_a_place_of_its_own() -> None:
    kasai, kivu = (town(n, admin1=n, precision="admin1", country="CD") for n in ("Kasai", "Kivu"))
    beni = town("Beni", 0.5, 29.5, admin1="Kivu", country="CD")
    listed = claim("arrest", place=(kasai, beni), time=on("2014-06-16"))
    assert compare(listed, claim("arrest", place=(kasai,), time=on("2014-06-16"))) is not None
    within = claim("arrest", place=(kivu, beni), time=on("2014-06-16"))
    goma = town("Goma", -1.7, 29.2, admin1="Kivu", country="CD")
    assert compare(within, claim("arrest", place=(kivu, goma), time=on("2014-06-16"))) is None


def test_inside_a_report_two_names_are_two_places_where_the_gazetteer_lacks_one() -> None:
    mill, bridge = (
        claim("attack", place=(replace(town(n), place_id=None, precision=None),)) for n in ("the Goles mill", "Strela")
    )
    listed = claim("attack", place=(town("Maldra"),))
    assert compare_elsewhere(mill, bridge)[0] < 0
    assert compare_elsewhere(mill, listed)[0] < 0
    assert compare_elsewhere(mill, mill) == (0.0, "")
    assert compare_elsewhere(listed, listed) == (0.0, "")
    assert compare_elsewhere(mill, claim("attack")) == (0.0, "")
