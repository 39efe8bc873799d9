"""A definite plural has the number its report gave before; nothing is counted that was not."""

import pytest

from frontwire.records import Figure
from frontwire.resolution.antecedents import counted, sided


@pytest.mark.parametrize(
    ("before", "words", "bounds"),
    [
        ("Several armed men opened fire. ", "the men", (3, 9, None)),
        ("A patrol met at least ten insurgents on the road, and ", "The insurgents", (10, None, None)),
        ("Two rebels hid in a barn; later four rebels joined them. ", "the rebels", (4, 4, 4)),
        ("Two soldiers were shot. ", "the rebels", (None, None, None)),
        ("Rebels hid in a barn. ", "the rebels", (None, None, None)),
        ("Twelve rebels hid in a barn. ", "the remaining rebels", (None, None, None)),
        ("Police held twelve rebels during four raids. ", "the rebels", (None, None, None)),
        ("Twelve trucks burned. ", "the trucks", (None, None, None)),
        ("Twelve rebels hid. " + "It rained all night on the hills. " * 30, "the rebels", (None, None, None)),
    ],
)
def test_people_known_have_the_number_given_before(
    before: str, words: str, bounds: tuple[int | None, int | None, int | None]
) -> None:
    figure = Figure(kind="killed", text=words, start=len(before), end=len(before) + len(words), low=None, high=None,
                    best=None, victim_class="unknown", aggregate=False)  # fmt: skip
    found = counted(figure, before + words + " were killed.")
    assert (found.low, found.high, found.best) == bounds


def test_a_number_of_its_own_stands() -> None:
    figure = Figure(kind="killed", text="three men", start=22, end=31, low=3, high=3, best=3, victim_class="unknown")
    assert counted(figure, "Nine men opened fire, three men died.") is figure


@pytest.mark.parametrize(
    ("before", "words", "victims"),
    [
        ("Troops hunted a Taliban commander. ", "the commander", "militants"),
        ("Troops hunted two rebel commanders. ", "one of the commanders", "militants"),
        ("A police commander spoke. ", "the commander", "security_forces"),
        ("Troops hunted a Taliban emir. ", "the commander", "security_forces"),
        ("Troops hunted a Taliban commander. ", "a commander", "security_forces"),
        ("Troops hunted a Taliban commander. A police commander led them. ", "the soldiers", "security_forces"),
    ],
)
def test_a_rank_is_of_the_side_the_report_gave_it(before: str, words: str, victims: str) -> None:
    figure = Figure(kind="held", text=words, start=len(before), end=len(before) + len(words), low=1, high=1, best=1,
                    victim_class="security_forces", aggregate=False)  # fmt: skip
    assert sided(figure, before + words + " was held.").victim_class == victims
