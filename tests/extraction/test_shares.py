"""An event has its share of a sum."""

from __future__ import annotations

import pytest

from frontwire.extraction.shares import own_people, own_share
from tests.factories import drafted, told


@pytest.mark.parametrize(
    ("text", "killed", "trigger", "kept"),
    [
        ("Nine guards were killed on Monday, five of them by a mine in Suf.", "Nine guards/five of them", "mine", {"five of them"}),
        ("Nine guards died, five of whom were caught in an ambush.", "Nine guards/five of whom", "ambush", {"five of whom"}),
        ("A mine killed nine guards, five of them women.", "nine guards/five of them", "mine", {"nine guards", "five of them"}),
        ("Nine guards, five of them women, were killed.", "Nine guards/five of them", "killed", {"Nine guards", "five of them"}),
    ],
)  # fmt: skip
def test_the_sum_is_another_verbs(text: str, killed: str, trigger: str, kept: set[str]) -> None:
    (draft,) = own_share([drafted(text, trigger, "explosion", killed=killed)], text)
    assert {words for role, words in told(draft)} == kept


@pytest.mark.parametrize(
    ("text", "killed", "kept"),
    [
        (
            "Nine rebels have been killed near the fort, and two guards were killed by a mine.",
            "Nine rebels/two guards",
            {"two guards"},
        ),
        (
            "The clash left nine rebels dead, with two guards dying in a mine blast.",
            "nine rebels/two guards",
            {"two guards"},
        ),
        ("Nine rebels and two guards were killed by a mine.", "Nine rebels/two guards", {"Nine rebels", "two guards"}),
        (
            "Nine rebels were killed, and two guards, when a mine went off.",
            "Nine rebels/two guards",
            {"Nine rebels", "two guards"},
        ),
    ],
)
def test_people_with_a_verb_of_their_own_are_another_events(text: str, killed: str, kept: set[str]) -> None:
    (draft,) = own_people([drafted(text, "mine", "explosion", killed=killed)], text)
    assert {words for role, words in told(draft)} == kept


def test_both_halves_were_killed() -> None:
    text = "Nine rebels and a guard were killed in a clash with hunters."
    (draft,) = own_people([drafted(text, "clash", "clash", agent="Nine rebels", killed="a guard")], text)
    assert set(told(draft)) == {("agent", "Nine rebels"), ("killed", "a guard"), ("killed", "Nine rebels")}
    text = "Rebels and a guard were killed in a clash."
    (draft,) = own_people([drafted(text, "clash", "clash", agent="Rebels", killed="a guard")], text)
    assert ("killed", "Rebels") not in told(draft)


def test_the_man_a_bomb_was_meant_for_is_not_among_its_dead_by_that() -> None:
    text = "A mine targeting the minister, Ali Omar, killed nine guards. A mine killed Ali Omar and nine guards."
    (draft,) = own_people([drafted(text, "mine", "explosion", killed="Ali Omar/nine guards")], text)
    assert told(draft) == {("killed", "nine guards")}
