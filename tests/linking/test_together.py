"""Two reports that both tell of two happenings of one kind mostly tell one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from frontwire.linking.link import Linked, link
from frontwire.records import Claim, Judgement, Place
from tests.factories import claim, on, toll, town

DAY = on("2014-06-16")
HERE, THERE = town("Sorvik", 36.2, 37.1), town("Maldra", 34.7, 36.7)


def shelled(report: str) -> Claim:
    dead = (toll(9),)
    return claim(
        "shelling", claim_id=f"{report}1", report_id=report, start=10, place=(HERE,), time=DAY, casualties=dead
    )


def attacked(report: str, *place: Place) -> Claim:
    return claim("attack", claim_id=f"{report}2", report_id=report, start=90, place=place, time=DAY)


def sizes(found: Linked) -> list[int]:
    return sorted(map(len, found.groups))


def test_what_two_reports_both_tell_of_is_one() -> None:
    found = link([shelled("a"), attacked("a"), shelled("b"), attacked("b")], [])
    assert sizes(found) == [4]
    assert any("2 reports tell of both" in why for k in found.links for why in k.reasons)


def test_one_report_alone_is_not_enough() -> None:
    assert sizes(link([shelled("a"), attacked("a")], [])) == [1, 1]
    assert sizes(link([shelled("a"), attacked("a"), shelled("b")], [])) == [1, 2]


def test_another_place_keeps_them_apart() -> None:
    told = [shelled("a"), attacked("a", THERE), shelled("b"), attacked("b", THERE)]
    assert sizes(link(told, [])) == [2, 2]


def test_where_two_reports_set_them_apart_two_that_do_not_cannot_join_them() -> None:
    told = [shelled(r) for r in "abcd"] + [attacked("a", THERE), attacked("b", THERE), attacked("c"), attacked("d")]
    assert sizes(link(told, [])) == [4, 4]


def test_a_round_up_tells_of_two_happenings_anyway() -> None:
    told = [shelled("a"), attacked("a"), shelled("b"), attacked("b")]
    elsewhere = [replace(shelled(r), claim_id=f"{r}9", start=300, place=(THERE,), casualties=()) for r in "ab"]
    assert sizes(link([*told, *elsewhere], [])) == [2, 2, 2]


def test_other_kinds_of_event_are_not_joined() -> None:
    spoken = [claim("demand", claim_id=f"{r}3", report_id=r, start=200, time=DAY, place=(HERE,)) for r in "ab"]
    assert sizes(link([shelled("a"), spoken[0], shelled("b"), spoken[1]], [])) == [2, 2]


def test_a_person_who_set_them_apart_is_heard() -> None:
    told = [shelled("a"), attacked("a"), shelled("b"), attacked("b")]
    apart = Judgement(judgement_id="j", kind="different", ids=("a1", "a2"), made_at="2014-07-01")
    assert sizes(link(told, [], (apart,))) == [2, 2]


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_reports_does_not_matter(order: list[int]) -> None:
    told = [made(r) for r in "abc" for made in (shelled, attacked)]
    assert link([told[i] for i in order], []) == link(told, [])
