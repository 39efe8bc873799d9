""" "The attack" is the one told before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontwire.linking.link import link
from frontwire.records import Claim, Judgement
from tests.factories import claim, on, toll, town

AT = town("Aleppo", 36.2, 37.1, country="SY")
ELSEWHERE = town("Homs", 34.7, 36.7, country="SY")
DAY = on("2014-06-16")


def made(text: str, trigger: str, kind: str, **values: object) -> Claim:
    at = text.index(trigger)
    return claim(kind, report_id="r", start=at, end=at + len(trigger), trigger=trigger, **values)


def happenings(text: str, *claims: Claim, judgements: tuple[Judgement, ...] = ()) -> int:
    return len(link(claims, [], judgements, texts={"r": text}).groups)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "number"),
    [
        ("Gunmen raided the mill. Nobody has claimed the attack.", "attack", "attack", 1),
        ("Gunmen raided the mill. The deadly attack shook the town.", "attack", "attack", 1),
        ("Gunmen raided the mill. Nobody was held after an attack.", "attack", "attack", 2),
        ("Gunmen raided the mill. The second attack came later.", "attack", "attack", 2),
        ("Gunmen raided the mill. The attack on the bridge failed.", "attack", "attack", 2),
        ("Gunmen raided the mill. The talks went on.", "talks", "meeting", 2),
        ("Gunmen raided the mill. The guards shot at them.", "shot", "attack", 2),
        ("Gunmen raided the mill. The attacks must end.", "attacks", "attack", 1),
        ("Gunmen raided the mill. The shooting lasted an hour.", "shooting", "attack", 1),
        ("Gunmen raided the mill. The attack beside the bridge failed.", "attack", "attack", 2),
        ("Gunmen raided the mill. In the city an attack failed.", "attack", "attack", 2),
        ("Gunmen raided the mill. The Tigers beat the guards.", "beat", "attack", 2),
        ("Gunmen raided the mill. The unit set off a mine.", "set off", "attack", 2),
    ],
)
def test_an_event_noun_with_an_article_goes_back(text: str, trigger: str, kind: str, number: int) -> None:
    raid = made(text, "raided", "attack", place=(AT,), time=DAY)
    assert happenings(text, raid, made(text, trigger, kind)) == number


@pytest.mark.parametrize(
    ("text", "trigger", "number"),
    [
        ("A bomber kills nine guards. A group has claimed the attack.", "kills", 1),
        ("A bomb explodes near the mill. A group has claimed the attack.", "explodes", 1),
        ("The rebels attack a mill. A group has claimed the attack.", "attack", 1),
        ("A gunman attacks the guards. A group has claimed the attack.", "attacks", 1),
        ("He plans for attacks in the south. A group has claimed the attack.", "attacks", 2),
    ],
)
def test_the_present_tense_of_one_deed_is_no_plural(text: str, trigger: str, number: int) -> None:
    told = made(text, trigger, "attack", place=(AT,), time=DAY)
    at = text.rindex("attack")
    noun = claim("attack", report_id="r", start=at, end=at + 6, trigger="attack")
    assert happenings(text, told, noun) == number


def test_it_may_add_a_toll_and_a_place_but_not_another_place_or_number() -> None:
    text = "Gunmen raided the mill. Two guards died in the attack."
    raid = made(text, "raided", "attack", time=DAY, place=(AT,))
    assert happenings(text, raid, made(text, "attack", "attack", casualties=(toll(2),))) == 1
    at = text.index("Two")
    other = replace(
        ELSEWHERE, start=at, end=at + 3
    )  # in the same sentence; a place of another one would be the model's guess
    assert happenings(text, raid, made(text, "attack", "attack", place=(other,))) == 2
    assert happenings(text, raid, made(text, "attack", "attack", place=(ELSEWHERE,))) == 1
    counted = made(text, "raided", "attack", time=DAY, place=(AT,), casualties=(toll(9),))
    assert happenings(text, counted, made(text, "attack", "attack", casualties=(toll(2),))) == 2


def test_one_attack_is_none_of_several() -> None:
    text = "He is said to plan bomb attacks. Nobody was hurt in the attack."
    assert happenings(text, made(text, "bomb attacks", "attack"), made(text, "attack.", "attack")) == 2


def test_the_same_noun_comes_before_the_last_event() -> None:
    text = "In an operation near the mill troops were shot at. One man was held in the operation."
    first = made(text, "operation", "attack", place=(AT,), time=DAY)
    fired = made(text, "shot at", "attack", place=(AT,), time=on("2014-06-18"))
    at = text.rindex("operation")
    again = claim("attack", report_id="r", start=at, end=at + 9, trigger="operation")
    groups = link([first, fired, again], [], texts={"r": text}).groups
    assert {first.claim_id, again.claim_id} in [{c.claim_id for c in g} for g in groups]


def test_the_reason_is_kept_and_a_persons_word_stands_above_it() -> None:
    text = "Gunmen raided the mill. Nobody has claimed the attack."
    raid, attack = made(text, "raided", "attack", place=(AT,), time=DAY), made(text, "attack", "attack")
    (found,) = link([raid, attack], [], texts={"r": text}).links
    assert (found.claim_a, found.claim_b) == (raid.claim_id, attack.claim_id)
    assert found.reasons == ("+6.0 “the attack” goes back to it",)
    apart = Judgement(judgement_id="j", kind="different", ids=(raid.claim_id, attack.claim_id), made_at="2014-07-01")
    assert happenings(text, raid, attack, judgements=(apart,)) == 2


def test_the_fighting_has_no_plural() -> None:
    text = "Troops and rebels met in clashes. The fighting lasted two hours."
    clashes = made(text, "clashes", "clash", place=(AT,), time=DAY)
    assert happenings(text, clashes, made(text, "fighting", "clash")) == 1


def test_one_who_is_named_is_among_those_that_the_event_killed() -> None:
    text = "A strike killed nine fighters. Rebel leader Ali Kesh was killed in the attack."
    event = made(text, "strike", "airstrike", place=(AT,), time=DAY, casualties=(toll(9, victims="militants"),))
    for words, number in (("Rebel leader Ali Kesh", 1), ("two fighters", 2)):
        part = replace(toll(1 if number == 1 else 2, victims="militants"), text=words)
        assert happenings(text, event, made(text, "attack", "attack", casualties=(part,))) == number


def test_the_only_strikes_told_before_are_the_attack() -> None:
    text = "Strikes hit a camp in Aleppo. A market burned. Nobody has claimed the attack."
    strikes = made(text, "Strikes", "airstrike", place=(AT,), time=DAY, casualties=(toll(9),))
    assert happenings(text, strikes, made(text, "attack", "attack")) == 1
    assert happenings(text, replace(strikes, casualties=()), made(text, "attack", "attack")) == 2


def test_the_dead_of_the_other_side_are_no_other_number() -> None:
    text = "Rebels stormed a fort and two policemen died. Nine rebels were killed in the attack."
    event = made(text, "stormed", "attack", place=(AT,), time=DAY, casualties=(toll(2, victims="security_forces"),))
    for victims, number in (("militants", 1), ("security_forces", 2), ("unknown", 2)):
        told = made(text, "attack", "attack", casualties=(toll(9, victims=victims),))
        assert happenings(text, event, told) == number


def test_strikes_told_once_without_a_toll_are_the_strikes_that_have_one() -> None:
    text = "Jets carried out air strikes on the camp. Nine died in the strikes."
    told = claim(
        "airstrike",
        report_id="r",
        start=text.rindex("strikes"),
        end=len(text) - 1,
        trigger="strikes",
        casualties=(toll(9),),
    )
    before = made(text, "air strikes", "airstrike", place=(AT,), time=DAY)
    assert happenings(text, before, told) == 1
    assert happenings(text, replace(before, casualties=(toll(2),)), told) == 2
