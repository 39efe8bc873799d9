"""Two reports of one happening share its rare detail."""

from __future__ import annotations

from dataclasses import replace

from frontwire.linking.details import Details
from frontwire.linking.link import Linked, link
from frontwire.records import Claim, Interval
from tests.factories import claim, on, toll, town

ONE = (
    "Shots were fired on Ferrow Lane. Odalys Brenk, a 34-year-old baker, was hit beside the Tessaly kiosk, police said."
)
TWO = "A baker, Odalys Brenk, was wounded near the Tessaly kiosk. Police said that shots were fired on Ferrow Lane."
OTHER = "Shots were fired at a bus. A driver, Ilan Moreth, was hit in the arm near the Quarrel bridge, police said."


def linked(texts: dict[str, str], outlets: dict[str, str | None]) -> Linked:
    return link([told(r, t) for r, t in texts.items()], [], texts=texts, outlets=outlets)


def told(report: str, text: str) -> Claim:
    at = text.index("fired")
    return claim("attack", report_id=report, start=at, end=at + 5, trigger="fired", time=on("2014-06-16", "2014-06-18"))


def test_reports_with_the_same_rare_detail_meet() -> None:
    found = linked({"a": ONE, "b": TWO, "c": OTHER}, {"a": "Herald", "b": "Courier", "c": "Gazette"})
    assert sorted(len(g) for g in found.groups) == [1, 2]
    assert "brenk" in " ".join(found.links[0].reasons)


def test_an_outlets_own_reports_do_not_meet_by_its_wording() -> None:
    found = linked({"a": ONE, "b": TWO}, {"a": "Herald", "b": "Herald"})
    assert len(found.groups) == 2


def test_ordinary_words_are_no_detail_even_among_two_reports() -> None:
    plain = {"a": "Shots were fired on Monday, police said.", "b": "Police said that shots were fired on Monday."}
    assert len(linked(plain, {"a": "Herald", "b": "Courier"}).groups) == 2
    assert Details([], plain, {}).rarity("police") < 0.2 < Details([], plain, {}).rarity("brenk")


def test_without_texts_nothing_is_said() -> None:
    claims = [told("a", ONE), told("b", TWO)]
    assert len(link(claims, []).groups) == 2


SAME_SUNDAY, NEXT_DAYS = on("2014-06-15"), on("2014-06-18")


def two(one: Claim, other: Claim, second: str = TWO) -> int:
    outlets = {"a": "Herald", "b": "Courier"}
    return len(link([one, other], [], texts={"a": ONE, "b": second}, outlets=outlets).groups)


def test_much_shared_detail_outweighs_a_day_or_a_place_read_wrong() -> None:
    here, namesake = town("Sorvik", 36.2, 37.1), town("Sorvik Alto", 31.0, 37.1)
    one, other = told("a", ONE), told("b", TWO)
    assert two(replace(one, time=SAME_SUNDAY), replace(other, time=NEXT_DAYS)) == 1
    assert two(replace(one, place=(here,)), replace(other, place=(namesake,))) == 1
    wrong_twice = replace(other, time=NEXT_DAYS, place=(namesake,))
    assert two(replace(one, time=SAME_SUNDAY, place=(here,)), wrong_twice) == 2
    assert two(replace(one, time=SAME_SUNDAY), replace(told("b", OTHER), time=NEXT_DAYS), OTHER) == 2


def test_weeks_between_them_are_no_reading_error() -> None:
    assert two(replace(told("a", ONE), time=SAME_SUNDAY), replace(told("b", TWO), time=on("2014-07-15"))) == 2


def test_victims_of_another_class_stay_apart_whatever_else_is_shared() -> None:
    soldiers, bakers = toll(3, victims="security_forces"), toll(3, victims="civilians")
    assert two(replace(told("a", ONE), casualties=(soldiers,)), replace(told("b", TWO), casualties=(bakers,))) == 2


def test_a_recap_without_a_day_meets_the_news_printed_within_days() -> None:
    undated = Interval(earliest=None, latest="2014-06-19")
    news = replace(told("a", ONE), time=SAME_SUNDAY)
    assert two(news, replace(told("b", TWO), time=undated)) == 1
    assert two(news, replace(told("b", OTHER), time=undated), OTHER) == 2
    assert two(news, replace(told("b", TWO), time=replace(undated, latest="2014-08-19"))) == 2
