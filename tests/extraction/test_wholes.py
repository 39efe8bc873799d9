"""A name that was cut is made whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontwire.extraction.wholes import whole
from tests.factories import drafted

TEXT = "The Ulan Home Guard left Al Tarha Province. A raid by the Ulan Home Guard hit Deir Suf in southern Rana and Kafr al-Nu'man, the Rana valley's edge."


def ends(*fillers: tuple[str, str]) -> list[str]:
    drafts = [drafted(TEXT, "left", "withdraw", **{role: words}) for role, words in fillers]
    return [m.text for d in whole(drafts, TEXT) for _, m in d.roles]


@pytest.mark.parametrize(
    ("cut", "name"),
    [
        ("Al", "Al Tarha Province"),
        ("Deir", "Deir Suf"),
        ("southern", "southern Rana"),
        ("Kafr al-Nu'", "Kafr al-Nu'man"),
        ("Deir Su", "Deir Suf"),
        ("Al Tarha", "Al Tarha"),  # nobody says that it goes on
        ("the Rana valley", "the Rana valley"),
    ],
)
def test_a_piece_of_a_word_or_a_word_that_never_stands_alone_goes_on(cut: str, name: str) -> None:
    assert ends(("place", cut)) == [name]


def test_what_another_claim_names_in_full_is_no_shorter_here() -> None:
    assert ends(("agent", "The Ulan Home"), ("agent", "The Ulan Home Guard")) == ["The Ulan Home Guard"] * 2
    assert ends(("place", "Al Tarha"), ("place", "Al Tarha Province")) == ["Al Tarha Province"] * 2


def test_what_the_dead_are_said_to_have_been_is_no_second_group_of_them() -> None:
    text = "Three men said to be members of the Rana Front and two guards were killed in a raid."
    draft = drafted(text, "raid", "attack")
    fillers = [
        drafted(text, "raid", "attack", killed=w).roles[0]
        for w in ("Three men", "members of the Rana Front", "two guards")
    ]
    [read] = whole([replace(draft, roles=tuple(fillers))], text)
    assert [m.text for _, m in read.roles] == ["Three men said to be members of the Rana Front", "two guards"]


def test_a_name_with_and_in_it_is_one_party() -> None:
    text = "A clash between the Justice and Equality Movement and the army went on."
    draft = drafted(text, "clash", "clash", agent="the Justice", target="Equality Movement/the army")
    [read] = whole([draft], text)
    assert [(r, m.text) for r, m in read.roles] == [
        ("agent", "the Justice and Equality Movement"),
        ("target", "the army"),
    ]
