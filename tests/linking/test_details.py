"""Two reports of one happening share its rare detail."""

from __future__ import annotations

from frontwire.linking.details import Details
from frontwire.linking.link import Linked, link
from frontwire.records import Claim
from tests.factories import claim, on

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
