"""A toll told right behind its event is of that event."""

from dataclasses import replace

import pytest

from frontwire.linking.link import link
from frontwire.records import Claim, Figure
from tests.factories import claim, on, town

AT = town("Aleppo", 36.2, 37.1, country="SY")
DAY = on("2014-06-16")


def people(text: str, words: str, low: int, victims: str = "unknown") -> tuple[Figure, ...]:
    at = text.index(words)
    return (
        Figure(
            kind="killed", text=words, start=at, end=at + len(words), low=low, high=low, best=low, victim_class=victims
        ),
    )


def made(text: str, trigger: str, kind: str, **values: object) -> Claim:
    at = text.index(trigger)
    sentence = text[:at].count(". ")
    return claim(kind, report_id="r", start=at, end=at + len(trigger), trigger=trigger, sentence=sentence, **values)


def together(text: str, *claims: Claim) -> bool:
    return len(link(claims, [], texts={"r": text}).groups) == 1


def test_the_dead_of_the_next_sentence_are_the_events() -> None:
    text = "Jets bombed the mill at dawn. Twelve bodies were carried out."
    strike = made(text, "bombed", "airstrike", place=(AT,), time=DAY)
    toll = made(text, "bodies", "casualty", casualties=people(text, "Twelve bodies", 12))
    assert together(text, strike, toll)
    assert len(link([strike, toll], []).groups) == 2  # without the text nobody can tell


@pytest.mark.parametrize(
    "turn", ["Elsewhere twelve men died.", "In a separate raid twelve men died.", "So far twelve men died."]
)
def test_words_that_turn_to_something_else_part_them(turn: str) -> None:
    text = f"Jets bombed the mill at dawn. {turn}"
    strike = made(text, "bombed", "airstrike", place=(AT,), time=DAY)
    assert not together(text, strike, made(text, "died", "casualty", casualties=people(text, "twelve men", 12)))


def test_a_toll_at_a_village_of_another_name_is_not_the_last_events() -> None:
    text = "Jets bombed a mill at Goles. In Nova Strela twelve men died. Twelve bodies lay in the Goles hospital."
    named = {
        n: replace(AT, place_id=None, precision=None, text=n, start=text.index(n))
        for n in ("Goles", "Nova Strela", "Goles hospital")
    }
    strike = made(text, "bombed", "airstrike", place=(named["Goles"],), time=DAY)
    there = made(text, "died", "casualty", casualties=people(text, "twelve men", 12), place=(named["Nova Strela"],))
    assert not together(text, strike, there)
    ward = made(text, "bodies", "casualty", casualties=people(text, "Twelve bodies", 12))
    assert together(text, strike, replace(ward, sentence=1, place=(named["Goles hospital"],)))


def test_the_attackers_who_fell_in_the_fighting_join_the_soldiers_they_killed() -> None:
    text = "Rebels ambushed a convoy, killing nine soldiers. Six rebels died in the fighting."
    first = made(
        text, "ambushed", "attack", place=(AT,), casualties=people(text, "nine soldiers", 9, "security_forces")
    )
    second = made(text, "fighting", "clash", place=(AT,), casualties=people(text, "Six rebels", 6, "militants"))
    assert together(text, first, second)
    other = replace(town("Homs", 34.7, 36.7, country="SY"), start=60, end=64)
    elsewhere = made(text, "fighting", "clash", place=(other,), casualties=people(text, "Six rebels", 6, "militants"))
    assert not together(text, first, elsewhere)


def test_people_told_of_before_are_not_the_last_events() -> None:
    text = "A patrol killed one rebel in the hills. It came upon him armed. A fight followed and the rebel was killed."
    operation = made(
        text, "killed", "killing", place=(AT,), time=DAY, casualties=people(text, "one rebel", 1, "militants")
    )
    fight = made(text, "fight", "clash")
    again = claim("casualty", report_id="r", start=text.rindex("killed"), end=text.rindex("killed") + 6, trigger="killed", sentence=2,
                  casualties=people(text, "the rebel", 1, "militants"))  # fmt: skip
    groups = link([operation, fight, again], [], texts={"r": text}).groups
    assert not any({fight.claim_id, again.claim_id} <= {c.claim_id for c in g} for g in groups)


def test_who_was_taken_and_who_was_freed_are_two_happenings() -> None:
    text = "The militia freed 14 of the 20 it took."
    freed = made(text, "freed", "release", place=(AT,), time=DAY, casualties=people(text, "14", 14))
    took = made(text, "took", "abduction", place=(AT,), time=DAY, casualties=people(text, "14", 14))
    assert not together(text, freed, took)


@pytest.mark.parametrize(
    ("then", "joined"),
    [
        ("The death toll was put at 15 by police.", True),
        ("The death toll since May was put at 15.", False),
        ("A death toll of 15 is feared.", False),
    ],
)
def test_the_toll_is_of_the_last_event_with_dead_whatever_day_it_was_counted(then: str, joined: bool) -> None:
    text = f"A bomb at the mill killed nine people on Monday. Shops were shut. {then}"
    bomb = made(text, "bomb", "explosion", place=(AT,), time=DAY, casualties=people(text, "nine people", 9))
    toll = made(text, "death toll", "casualty", time=on("2014-06-18"), casualties=people(text, "15", 15))
    assert together(text, bomb, toll) is joined
    assert together(text, bomb, replace(toll, place=(replace(AT, start=60, end=64),))) is joined
    homs = replace(town("Homs", 34.7, 36.7, country="SY"), start=60, end=64)
    assert not together(text, bomb, replace(toll, place=(homs,)))


def test_who_died_later_and_raised_the_toll_was_hurt_in_the_last_event() -> None:
    text = "A rocket hit a bus, killing three people. Two more died in hospital, raising the death toll to five."
    rocket = made(text, "rocket", "shelling", place=(AT,), time=DAY, casualties=people(text, "three people", 3))
    died = made(text, "died", "casualty", casualties=people(text, "five", 5))
    assert together(text, rocket, died)
    since = text.replace("to five", "to five since May")
    assert not together(since, rocket, died)
