"""Who dies of an event afterwards belongs to it, and adds to its dead."""

from dataclasses import replace

import pytest

from frontwire.linking.afterwards import died_afterwards
from frontwire.linking.link import link
from frontwire.records import Claim, Range
from frontwire.situation.casualties import stated, total
from tests.factories import on
from tests.linking.test_following import made, people

DAY, NEXT = on("2014-06-16"), on("2014-06-17")


def death(text: str, trigger: str, words: str) -> Claim:
    return made(text, trigger, "casualty", casualties=people(text, words, 1), time=NEXT)


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("A shell killed a baker; his wife died later in hospital.", "his wife", True),
        ("A shell killed six bakers. A seventh died of his wounds.", "A seventh", True),
        ("A shell killed six bakers. Another man later died.", "Another man", True),
        ("A shell killed six bakers. Two of the wounded died overnight.", "Two of the wounded", True),
        ("A shell killed six bakers. The youngest died in hospital.", "The youngest", False),
        ("A shell killed six bakers. Another man died in a raid.", "Another man", False),
        ("A shell killed six bakers. Another man died in hospital, bringing the toll to seven.", "Another man", False),
        ("A shell killed six bakers, among them a girl who died in hospital.", "a girl", False),
    ],
)
def test_a_death_afterwards_is_of_people_not_told_as_dead(text: str, words: str, wanted: bool) -> None:
    assert died_afterwards(death(text, "died", words), text) is wanted


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("A shell killed six bakers. A seventh died of his wounds on Tuesday.", 1),
        ("A shell killed six bakers. In a separate attack, another was shot and died in hospital.", 2),
        ("A shell fell on a bakery. Rain fell. Bread was short. Another baker died in hospital.", 2),
    ],
)
def test_it_joins_the_event_whatever_day_it_was(text: str, groups: int) -> None:
    first = "six bakers" if "six bakers" in text else "a bakery"
    shell = made(text, "shell", "shelling", casualties=people(text, first, 6), time=DAY)
    after = death(text, "died", "nother" if "nother" in text else "A seventh")
    after = death(text, "died", "another") if "another was" in text else after
    assert len(link([shell, after], [], texts={"r": text}).groups) == groups


def test_its_dead_are_added_to_those_of_the_report_and_to_no_other() -> None:
    text = "A shell killed six bakers. A seventh died of his wounds."
    shell = made(text, "shell", "shelling", casualties=people(text, "six bakers", 6))
    after = death(text, "died", "A seventh")
    origins = {shell.claim_id: "army", after.claim_id: "nurse"}

    def dead(*claims: Claim) -> Range | None:
        entries = stated(claims, origins, lambda _: "2014-06-17", lambda c: died_afterwards(c, text))
        return total(entries, "killed")

    assert dead(shell, after) == dead(after, shell) == Range(low=7, high=7, best=7)
    other = replace(shell, claim_id="other", report_id="s", casualties=people(text, "six bakers", 7))
    origins[other.claim_id] = "army"
    assert (
        dead(shell, after, other) == dead(other, after, shell) == Range(low=7, high=7, best=7)
    )  # superseded, and no range from 1
    assert dead(after) == Range(low=1, high=1, best=1)


def test_one_of_the_wounded_may_be_told_with_the_dead_already() -> None:
    text = "A shell killed six bakers. One of the wounded died in hospital."
    shell = made(text, "shell", "shelling", casualties=people(text, "six bakers", 6))
    after = death(text, "died", "One of the wounded")
    entries = stated(
        (shell, after), {shell.claim_id: "a", after.claim_id: "b"}, lambda _: "1", lambda c: died_afterwards(c, text)
    )
    assert total(entries, "killed") == Range(low=6, high=7, best=6)
