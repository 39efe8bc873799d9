"""What lies between two towns lies half-way, as far as a report tells."""

import pytest

from frontwire.geometry import km
from frontwire.resolution.gazetteer import Gazetteer
from tests.resolution.fillers import resolve


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Mali, a convoy was hit between Gao and Ansongo.", "Gao"),
        ("In Mali, a convoy was hit between Gao and Ansongo.", "Ansongo"),
        ("In Mali, a convoy was hit on the road between Gao and Ansongo.", "the road between Gao and Ansongo"),
        ("In Mali, a convoy was hit between the towns of Gao and Ansongo.", "Gao"),
    ],
)
def test_between_two_towns_is_half_way(text: str, words: str, gazetteer: Gazetteer) -> None:
    gao, ansongo = (resolve(f"In Mali, shells fell on {name}.", name, gazetteer) for name in ("Gao", "Ansongo"))
    spot = resolve(text, words, gazetteer)
    here, there = (km(spot.lat or 0, spot.lon or 0, p.lat or 0, p.lon or 0) for p in (gao, ansongo))
    assert here == pytest.approx(there, abs=1) and here > 20
    assert (spot.precision, spot.relation) == ("district", "between")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Mali, shells fell on Gao and Ansongo.", "Gao"),
        ("A road was cut between Gao and Paris.", "Gao"),
        ("In Mali, the road between Mali and Niger was closed.", "Niger"),
    ],
)
def test_two_towns_are_no_middle_unless_the_text_says_between(text: str, words: str, gazetteer: Gazetteer) -> None:
    own = resolve(f"In Mali, shells fell on {words}.", words, gazetteer)
    spot = resolve(text, words, gazetteer)
    assert (spot.lat, spot.lon) == (own.lat, own.lon)


def test_a_town_with_an_unknown_other_end_is_no_nearer_known(gazetteer: Gazetteer) -> None:
    spot = resolve("In Mali, a convoy was hit between Gao and Zzyrou.", "Gao", gazetteer)
    assert (spot.precision, spot.relation) == ("district", "between")
