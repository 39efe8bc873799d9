"""What bears a state's name, or the name of a town elsewhere, does not lie there by that."""

from __future__ import annotations

from frontwire.records import Place
from frontwire.resolution.abroad import without_strangers

NAJAF = Place(
    text="Najaf",
    start=20,
    end=25,
    report_id="r",
    place_id="1",
    name="Najaf",
    country="IQ",
    lat=32.0,
    lon=44.3,
    precision="town",
)
IRAQ = Place(
    text="Iraq",
    start=30,
    end=34,
    report_id="r",
    place_id="2",
    name="Iraq",
    country="IQ",
    lat=33.0,
    lon=44.0,
    precision="country",
)
NAMESAKE = Place(
    text="Rana",
    start=0,
    end=4,
    report_id="r",
    place_id="3",
    name="Rana",
    country="TR",
    lat=39.5,
    lon=31.0,
    precision="town",
)
TURKEY = Place(
    text="Turkey",
    start=90,
    end=96,
    report_id="r",
    place_id="4",
    name="Turkey",
    country="TR",
    lat=39.0,
    lon=35.0,
    precision="country",
)


def kept(*places: Place, report: tuple[Place, ...] = (), inhabitants: int = 5_000) -> list[str | None]:
    return [p.place_id for p in without_strangers(places, (*places, *report), lambda _: inhabitants)]


def test_a_small_town_of_a_land_the_report_never_names_is_a_namesake() -> None:
    assert kept(NAMESAKE, NAJAF, IRAQ) == [None, "1", "2"]


def test_it_stays_where_the_report_names_its_land_or_it_is_large_or_stands_alone() -> None:
    assert kept(NAMESAKE, NAJAF, IRAQ, report=(TURKEY,)) == ["3", "1", "2"]
    assert kept(NAMESAKE, NAJAF, IRAQ, inhabitants=900_000) == ["3", "1", "2"]
    assert kept(NAMESAKE) == ["3"]


def test_over_the_border_is_near() -> None:
    near = Place(
        text="Rana",
        start=0,
        end=4,
        report_id="r",
        place_id="3",
        name="Rana",
        country="TR",
        lat=36.5,
        lon=42.0,
        precision="town",
    )
    assert kept(near, NAJAF, IRAQ) == ["3", "1", "2"]
