"""People whom the report does not call dead are no dead of the event beside them."""

import pytest

from frontwire.extraction.survival import fate
from frontwire.records import Draft, Mention, Status


def fated(text: str, trigger: str, people: str, kind: str = "attack", role: str = "killed") -> str | None:
    at, start = text.index(trigger), text.index(people)
    draft = Draft(report_id="r", sentence=0, start=at, end=at + len(trigger), type=kind, status=Status.ACTUAL,
                  background=False, roles=(), confidence=0.9, extractor="x")  # fmt: skip
    mention = Mention(text=people, start=start, end=start + len(people), report_id="r")
    return fate(role, mention, draft, text)


@pytest.mark.parametrize(
    ("text", "people", "wanted"),
    [
        ("Six porters are missing after the attack.", "Six porters", "missing"),
        ("Six porters remain unaccounted for since the attack.", "Six porters", "missing"),
        ("Six porters were feared dead after the attack.", "Six porters", "missing"),
        ("Six porters are feared to have been killed by the attack.", "Six porters", "missing"),
        ("Six porters are believed dead after the attack.", "Six porters", "killed"),
        ("The attack left two dead and six missing.", "six", "missing"),
        ("Six porters were taken to hospital after the attack.", "Six porters", "wounded"),
        ("Six porters are in critical condition after the attack.", "Six porters", "wounded"),
        ("Doctors said 30 of the guests were being treated after the attack.", "30", "wounded"),
        ("The attack killed a miller and his sons, aged six and nine.", "six and nine", None),
        ("The attack killed a miller; his son, who was eleven, was hurt.", "eleven", None),
        ("The attack killed 30 percent of the porters.", "30", None),
        ("The attack killed men who were six porters.", "six porters", "killed"),
        ("Six porters survived the attack.", "Six porters", None),
        ("The attack on the hideout netted six porters.", "six porters", None),
        ("Six porters left the area after the attack.", "Six porters", None),
        ("Six porters were later rescued after the attack.", "Six porters", None),
        ("Six porters were trapped by the attack.", "Six porters", None),
        ("Six suspects were held over the attack.", "Six suspects", None),
        ("About sixty men took part in the attack.", "About sixty men", "agent"),
        ("The attack came a day after 14 people were killed in Goma.", "14 people", None),
        ("It was the worst attack since a mine killed 14 people in May.", "14 people", None),
        ("The attack hit a wedding. Six guests were being treated.", "Six guests", "wounded"),
        ("Gunmen killed a clerk in Gao, and in a separate attack two guards died.", "a clerk", None),
        ("The attack hit a bus carrying about 40 pilgrims.", "40 pilgrims", None),
    ],
)
def test_what_stands_beside_people_decides(text: str, people: str, wanted: str | None) -> None:
    assert fated(text, "attack", people) == wanted


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Six porters were killed in the attack.", "Six porters"),
        ("The attack killed six porters who had survived the war.", "six porters"),
        ("The attack brought down an airliner with 90 people on board.", "90 people"),
        ("Six porters were ambushed and killed in the attack.", "Six porters"),
        ("The attack killed six porters as two others escaped.", "six porters"),
    ],
)
def test_the_dead_stay_dead(text: str, people: str) -> None:
    assert fated(text, "attack", people) == "killed"


def test_a_killing_keeps_those_it_kills() -> None:
    assert fated("Six men were held and executed.", "executed", "Six men", "killing") == "killed"


def test_other_roles_are_left_alone() -> None:
    assert fated("Six porters survived the attack.", "attack", "Six porters", role="held") == "held"


def test_the_wounded_who_died_later_are_dead() -> None:
    text = "A cart hit a mine, and its driver later died of his wounds."
    assert fated(text, "mine", "its driver", "explosion", "wounded") == "killed"
    text = "A cart hit a mine, and its driver was hurt."
    assert fated(text, "mine", "its driver", "explosion", "wounded") == "wounded"
