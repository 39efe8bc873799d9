"""What one report tells side by side is not drawn together by the words that stand between."""

from __future__ import annotations

from dataclasses import replace

from frontwire.linking.accounts import account
from frontwire.linking.link import link
from frontwire.linking.side_by_side import SideBySide
from frontwire.records import Claim
from tests.factories import claim, on, town

HERE, THERE = town("Sorvik", 36.2, 37.1), town("Maldra", 34.7, 36.7)
DAY = on("2014-06-16", "2014-06-18")
TALKS = "Envoy Tamsin Orlebar met General Odalys Brenk in Quarrel to prepare the Tessaly talks."
ONE = f"Gunmen shot a miller in Sorvik. {TALKS} In Maldra a bus was attacked and burned."
TWO = f"A bus was attacked near the Maldra depot. {TALKS} A miller was shot dead at Sorvik."


def told(report: str, text: str, trigger: str, *place: object) -> Claim:
    at = text.index(trigger)
    made = claim("attack", report_id=report, start=at, end=at + len(trigger), trigger=trigger, time=DAY)
    return replace(made, place=place)


def groups(*claims: Claim) -> set[frozenset[tuple[str, str]]]:
    found = link(claims, [], texts={"a": ONE, "b": TWO}, outlets={"a": "Herald", "b": "Courier"})
    return {frozenset((c.report_id, c.trigger) for c in g) for g in found.groups}


def test_an_account_meets_the_one_it_is_most_like_and_no_other() -> None:
    one = told("a", ONE, "shot", HERE), told("a", ONE, "attacked", THERE)
    two = told("b", TWO, "attacked"), told("b", TWO, "shot")
    assert groups(*one, *two) == {
        frozenset({("a", "shot"), ("b", "shot")}),
        frozenset({("a", "attacked"), ("b", "attacked")}),
    }


def test_what_an_account_tells_around_it_ends_at_the_next_happening() -> None:
    text = "A mill burned. Nobody was hurt. Guards fled. A bus was hit. It was red. A train stopped."
    mill = replace(told("a", text, "burned"), place=(HERE,))
    bus = replace(told("a", text, "hit"), place=(THERE,))
    beside = SideBySide([account([mill]), account([bus])], {"a": text})
    assert beside.territory(0, 600) == ["A mill burned.", "Nobody was hurt.", "Guards fled."]
    assert beside.territory(1, 600)[0] == "Nobody was hurt."
    assert beside.territory(1, 5)[-1] == "It was red."
    assert beside.several_places("a")


def test_a_report_of_one_happening_sets_nothing_apart() -> None:
    twice = [account([replace(told("a", ONE, word), place=(HERE,))]) for word in ("shot", "attacked")]
    beside = SideBySide(twice, {"a": ONE})
    assert beside.apart(0) == frozenset()
    assert not beside.several_places("a")


def test_a_village_no_gazetteer_knows_is_not_the_next_one() -> None:
    here, there = (replace(town(n), place_id=None, precision=None) for n in ("Goles Brdo", "Nova Strela"))
    accounts = [account([told("a", ONE, "shot", here)]), account([told("a", ONE, "attacked", there)])]
    assert SideBySide(accounts, {"a": ONE}).apart(0) == {1}


def test_between_two_round_ups_detail_opens_no_gate() -> None:
    far = town("Ostrel", 31.0, 37.1)
    one = told("a", ONE, "shot", HERE), told("a", ONE, "attacked", THERE)
    two = told("b", TWO, "attacked", THERE), told("b", TWO, "shot", far)
    assert frozenset({("a", "shot")}) in groups(*one, *two)
    alone = groups(one[0], two[1])
    assert alone == {frozenset({("a", "shot"), ("b", "shot")})}
