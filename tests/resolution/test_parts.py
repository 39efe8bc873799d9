"""Parts of a toll."""

import pytest

from frontwire.records import Figure, Mention
from frontwire.resolution.figures import of_filler
from frontwire.resolution.parts import counted_once, of_one_kind, with_whole


def figures(text: str, *fillers: str) -> list[Figure]:
    mentions = [Mention(text=f, start=text.index(f), end=text.index(f) + len(f), report_id="r") for f in fillers]
    return [f for m in mentions for f in of_filler("killed", m, text, aggregate=False)]


@pytest.mark.parametrize(
    ("text", "fillers", "lows"),
    [
        ("Nine rebels were killed, including a rebel commander.", ("Nine rebels", "a rebel commander"), [9, None]),
        (
            "Nine rebels died, including a rebel emir and two rebel guards.",
            ("Nine rebels", "a rebel emir", "two rebel guards"),
            [9, None, None],
        ),
        ("A rebel commander was one of the nine rebels killed.", ("A rebel commander", "nine rebels"), [None, 9]),
        ("Nine people died, including six children.", ("Nine people", "six children"), [9, 6]),
        ("Nine rebels died. Others, including a rebel boy scout, fled.", ("Nine rebels", "a rebel boy scout"), [9, 1]),
        ("Nine rebels, including foreigners, and two rebels died.", ("Nine rebels", "two rebels"), [9, 2]),
        ("Nine rebels were hit, two of them fatally.", ("Nine rebels", "two"), [9, None]),
        ("Nine rebels died. Two of them were boys.", ("Nine rebels", "Two of them"), [9, 2]),
        ("A rebel emir was among the rebels killed.", ("A rebel emir", "the rebels"), [1, None]),
        ("The emir's son was among five rebels killed.", ("The emir's son", "five rebels"), [None, 5]),
        ("Two rebels died, including nine rebels.", ("Two rebels", "nine rebels"), [2, 9]),
        ("The rebel leader, Osei, died.", ("The rebel leader", "Osei"), [1, None]),
        ("The rebel killed was identified as a commander.", ("The rebel", "a commander"), [1, None]),
        ("The toll rose to nine after two of the wounded died.", ("nine", "two of the wounded"), [9, None]),
        ("The number of dead reached nine on Sunday when two rebels died.", ("nine", "two rebels"), [9, None]),
        ("The raid killed nine after two rebels died.", ("nine", "two rebels"), [9, 2]),
        ("The rebel leader died. Osei died too.", ("The rebel leader", "Osei"), [1, 1]),
    ],
)
def test_people_of_a_larger_toll_are_counted_once(text: str, fillers: tuple[str, ...], lows: list[int | None]) -> None:
    assert [f.low for f in counted_once(figures(text, *fillers), text)] == lows


def test_a_part_keeps_its_words() -> None:
    text = "Nine rebels were killed, including a rebel commander."
    part = counted_once(figures(text, "Nine rebels", "a rebel commander"), text)[1]
    assert text[part.start : part.end] == part.text == "a rebel commander"


def test_another_two_are_of_the_class_of_those_before() -> None:
    text = "Shells killed three civilians, and another two died."
    assert [f.victim_class for f in of_one_kind(figures(text, "three civilians", "another two"))] == [
        "civilians",
        "civilians",
    ]
    text = "Shells killed three civilians, and two died."
    assert [f.victim_class for f in of_one_kind(figures(text, "three civilians", "two"))] == ["civilians", "unknown"]


def test_some_of_the_dead_are_told_as_such() -> None:
    text = "Seven of the dead were boys; five of the huts burned."
    found = [
        with_whole(Mention(text=w, start=text.index(w), end=text.index(w) + len(w), report_id="r"), text)
        for w in ("Seven", "five")
    ]
    assert [m.text for m in found] == ["Seven of the dead", "five"]
