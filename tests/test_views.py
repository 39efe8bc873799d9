"""What a person reads of a place."""

from dataclasses import replace

import pytest

from frontwire.serial import to_json
from frontwire.views import also, place_name, speakers, whereabouts
from tests.factories import actor, claim, speaker, town


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


def test_a_speaker_of_the_side_whose_conduct_is_told_is_shown_as_interested() -> None:
    army = claim("shelling", agent=(actor("troops", "state"),), source=(speaker("the army", "official", side="state"),
                                                                         speaker("a farmer", "resident")))  # fmt: skip
    assert speakers(to_json(army)) == ["the army (official, interested party)", "a farmer (resident)"]


def test_the_held_missing_and_displaced_are_shown_and_nobody_is_counted_twice() -> None:
    def entry(kind: str, victims: str, low: int, high: int | None) -> dict[str, object]:
        return {"kind": kind, "victim_class": victims, "low": low, "high": high}

    told = [
        entry("held", "security_forces", 40, 40),
        entry("held", "civilians", 2, 2),
        entry("missing", "unknown", 3, None),
    ]
    assert also({"casualties": told}) == [("missing", "3+"), ("held", "42")]
    assert also({"casualties": [entry("held", "unknown", 50, 50), *told[:2]]}) == [("held", "50")]
    assert also({"casualties": [entry("killed", "unknown", 9, 9)]}) == []
