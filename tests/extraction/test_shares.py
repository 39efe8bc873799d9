"""An event has its share of a sum."""

from __future__ import annotations

import pytest

from frontwire.extraction.shares import own_share
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
