from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontwire.records import Figure, Mention
from frontwire.resolution.figures import counting, is_aggregate, of_filler, victim_class
from frontwire.resolution.quantities import bounds, integer, partitive

TABLE = Path(__file__).parent / "figure_phrases.tsv"
PHRASES = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("words", "low", "high", "best"),
    [
        ("21 people", 21, 21, 21),
        ("All", None, None, None),
        ("twenty-one men", 21, 21, 21),
        ("two hundred and six villagers", 206, 206, 206),
        ("1,500 fighters", 1500, 1500, 1500),
        ("1.5 million people", 1_500_000, 1_500_000, 1_500_000),
        ("at least 21 people", 21, None, None),
        ("no fewer than nine soldiers", 9, None, None),
        ("more than 40 people", 41, None, None),
        ("up to 300 advisers", 0, 300, None),
        ("as many as 60 bodies", 0, 60, None),
        ("fewer than ten men", 0, 9, None),
        ("about 500 families", 400, 600, 500),
        ("some 1,500 fighters", 1400, 1600, 1500),
        ("a soldier", 1, 1, 1),
        ("one policeman", 1, 1, 1),
        ("a couple of guards", 2, 2, 2),
        ("several civilians", 3, 9, None),
        ("a few villagers", 3, 9, None),
        ("a dozen men", 12, 12, 12),
        ("tens of people", 10, 99, None),
        ("dozens of soldiers", 12, 99, None),
        ("scores of recruits", 20, 199, None),
        ("hundreds of soldiers", 100, 999, None),
        ("thousands of families", 1000, 9999, None),
        ("tens of thousands of people", 10_000, 99_999, None),
        ("hundreds of thousands of people", 100_000, 999_999, None),
        ("millions", 1_000_000, None, None),
        ("at least a dozen people", 12, None, None),
        ("between 20 and 30 people", 20, 30, None),
        ("15 to 20 militants", 15, 20, None),
        ("soldiers", 2, None, None),
        ("no casualties", 0, 0, 0),
        ("a 12-year-old boy", 1, 1, 1),
    ],
)
def test_bounds_follow_the_codebook(words: str, low: int | None, high: int | None, best: int | None) -> None:
    found = bounds(words)
    assert (found.low, found.high, found.best) == (low, high, best)


def mention(text: str) -> Mention:
    return Mention(text=text, start=0, end=len(text), report_id="r")


def test_a_sum_gives_each_part_its_own_class() -> None:
    found = of_filler("killed", mention("one policeman and eight gunmen"), "", aggregate=False)
    assert [(f.low, f.victim_class) for f in found] == [(1, "security_forces"), (8, "militants")]


def test_a_part_of_the_toll_is_no_addend() -> None:
    found = of_filler("killed", mention("21 people, including six children"), "", aggregate=False)
    assert [f.low for f in found] == [21]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("69 detainees", "detainees"), ("two journalists", "journalists"), ("four children", "children"), ("soldiers", "security_forces"),
     ("ISIL militants", "militants"), ("seven civilians", "civilians"), ("people", "unknown"), ("21 local leaders", "civilians"),
     ("a police commander", "security_forces"), ("a Hezbollah commander", "militants"), ("two members of the ELN", "militants"),
     ("three soldiers fighting the PKK", "security_forces"), ("12 members of the Kurdistan Workers' Party", "militants"),
     ("two members of the Rana Armed Forces", "security_forces"), ("nine family members of a militia leader", "civilians"),
     ("seven police commandos", "security_forces")],
)  # fmt: skip
def test_victim_class_by_the_words(words: str, expected: str) -> None:
    assert victim_class(words) == expected


@given(st.integers(0, 999_999))
def test_written_numbers_are_read_back(n: int) -> None:
    assert integer(f"{n:,}") == n


@settings(deadline=None)  # the first figure loads the registry
@given(st.text(max_size=60))
def test_a_range_never_invents(text: str) -> None:
    """Whatever the words, low <= best <= high, and every span quotes its text."""
    for f in of_filler("killed", mention(text), text, aggregate=False):
        assert text[f.start : f.end] == f.text
        if f.low is not None and f.high is not None:
            assert f.low <= f.high
        if f.best is not None:
            assert f.low is not None and f.low <= f.best and (f.high is None or f.best <= f.high)


@pytest.mark.parametrize(
    ("sentence", "figure", "kind", "background", "aggregate"),
    [
        (
            "The group killed thousands of civilians after the invasion.",
            "thousands of civilians",
            "killing",
            False,
            True,
        ),
        ("Thousands of families fled the town.", "Thousands of families", "displacement", False, False),
        ("At least 40 people have been killed since Sunday.", "At least 40 people", "casualty", False, True),
        ("Troops killed ten rebels during three operations.", "ten rebels", "killing", False, True),
        ("Six soldiers were killed in separate attacks.", "Six soldiers", "attack", False, True),
        ("Two car bombs killed six people in two attacks.", "six people", "explosion", False, False),
        ("A bomb killed 40 people on Sunday.", "40 people", "explosion", False, False),
    ],
)
def test_sums_over_many_happenings_are_told_from_one_toll(
    sentence: str, figure: str, kind: str, background: bool, aggregate: bool
) -> None:
    assert is_aggregate(sentence, figure, kind, background) is aggregate


def written(figure: Figure) -> str:
    high, best = ("*" if figure.high is None else figure.high), ("?" if figure.best is None else figure.best)
    return f"{figure.low}..{high}={best} {figure.victim_class}"


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row[0])
def test_phrase_table(row: list[str]) -> None:
    """Written from codebook B; ``benchmarks/expressions.py`` counts the same table."""
    phrase, expected = row
    mention = Mention(text=phrase, start=0, end=len(phrase), report_id="r")
    found = [f for f in of_filler("killed", mention, phrase, aggregate=False) if f.low is not None]
    assert (" + ".join(written(f) for f in found) or "-") == expected
    assert all(phrase[f.start : f.end] == f.text for f in found)


def test_a_bare_number_behind_a_name_is_an_age() -> None:
    told = "Rockets killed Jon Bek, 24, and Ola Bek, 22."
    assert of_filler("killed", mention("24"), told, aggregate=False) == []
    assert [f.low for f in of_filler("killed", mention("24"), "In Larne the rockets killed 24.", aggregate=False)] == [
        24
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "summed"),
    [
        ("The raid killed a colonel, the highest-ranking death since the truce.", "a colonel", False),
        ("The raid was the deadliest since January, when 46 people were killed in Yirgou.", "46 people", False),
        ("The raid that killed nine people was the worst since January.", "nine people", False),
        ("Nine people have been killed since January, when the truce ended.", "Nine people", True),
        ("Since January nine people have died.", "nine people", True),
    ],
)
def test_what_is_counted_since_when(sentence: str, words: str, summed: bool) -> None:
    assert is_aggregate(counting(sentence, sentence.index(words)), words, "killing", False) is summed


def test_some_of_people_known_are_a_part_and_the_wounded_who_died_are_none() -> None:
    assert partitive("One of the rebels") and partitive("at least two of them")
    assert not partitive("two of the wounded") and not partitive("one rebel") and not partitive("dozens of rebels")


@pytest.mark.parametrize(
    ("sentence", "summed"),
    [
        ("Nine of them have since been freed.", False),
        ("Nine have been killed since Monday.", True),
        ("A total of nine rebels surrendered.", False),
        ("Two bombings killed a total of nine people.", True),
    ],
)
def test_since_as_an_adverb_and_a_total_of_one_happening_are_no_sums(sentence: str, summed: bool) -> None:
    assert is_aggregate(sentence, "nine", "attack", False) is summed
