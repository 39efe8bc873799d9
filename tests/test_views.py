"""What a person reads of a place."""

from dataclasses import replace

import pytest

from frontwire.serial import to_json
from frontwire.views import place_name, whereabouts
from tests.factories import town


@pytest.mark.parametrize(
    ("relation", "shown"),
    [
        (None, "Gulu"),
        ("named_before", "Gulu"),
        ("near", "near Gulu"),
        ("side_of", "near Gulu"),
        ("part_of", "part of Gulu"),
        ("context", "Gulu (context)"),
    ],
)
def test_a_place_is_shown_with_what_is_known_of_it(relation: str | None, shown: str) -> None:
    place = to_json(town("Gulu", relation=relation))
    assert whereabouts(place) == shown
    assert place_name(place) == "Gulu"  # control is of the place itself


def test_words_no_gazetteer_knows_are_shown_as_such() -> None:
    assert whereabouts(to_json(replace(town("the old mill"), name=None))) == "the old mill (unresolved)"
    assert whereabouts(None) == ""
