"""A name that one report leaves open is what the other reports of the situation take it for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontwire.resolution.company import SURE, Reading, usual
from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.places import resolve_report

LAND = frozenset({"ML"})


def reading(report: str, place: str, margin: float, beside: str = "gao", about: frozenset[str] = LAND) -> Reading:
    return Reading(report, ("Kona", ""), place, "ML", margin, about, frozenset(beside.split()))


TOLD = [reading("a", "kona-1", SURE + 1), reading("b", "kona-1", SURE)]


def test_an_open_name_follows_the_reports_that_settle_it() -> None:
    assert usual([*TOLD, reading("c", "kona-2", 0.1)]) == {"c": {("Kona", ""): "kona-1"}}


def test_a_report_that_names_no_other_place_follows_those_of_its_land() -> None:
    assert "c" in usual([*TOLD, reading("c", "kona-2", 0.1, beside="")])


@pytest.mark.parametrize(
    "others",
    [
        [reading("c", "kona-2", SURE)],  # its own words settle it
        [reading("c", "kona-2", 0.1, about=frozenset({"NE"}))],  # it tells of another land
        [reading("c", "kona-2", 0.1, beside="bamako")],  # and of other places
        [reading("c", "kona-2", 0.1), reading("d", "kona-3", SURE)],  # the others disagree
    ],
)
def test_no_report_is_overruled_or_follows_strangers(others: list[Reading]) -> None:
    assert usual([*TOLD, *others]) == {}


def test_one_report_alone_is_followed_by_none() -> None:
    assert usual([TOLD[0], reading("c", "kona-2", 0.1)]) == {}


@given(st.permutations([*TOLD, reading("c", "kona-2", 0.1), reading("d", "kona-2", 0.4, beside="")]))
def test_the_order_of_reports_does_not_matter(readings: list[Reading]) -> None:
    assert usual(readings) == {"c": {("Kona", ""): "kona-1"}, "d": {("Kona", ""): "kona-1"}}


def test_what_the_others_take_a_name_for_decides_where_the_text_does_not(gazetteer: Gazetteer) -> None:
    text = "In Ukraine gunmen shelled Sloviansk on Monday."
    first = next(r for r in resolve_report("r", text, gazetteer).readings if r.name[0] == "Sloviansk")
    other = "693468" if first.place_id != "693468" else "700051"
    assert first.margin < SURE
    found = resolve_report("r", text, gazetteer, {first.name: other})
    assert [p.place_id for p in found.places if p.text == "Sloviansk"] == [other]
