"""What is told as after or before another happening is dated by it, and by nothing else."""

import pytest

from frontwire.records import Claim, Interval
from frontwire.resolution.event_anchors import anchored
from tests.factories import claim, on

FALLBACK = Interval(earliest="2019-04-18", latest="2019-04-20", precision="vague", rule="news_window")
LEAD = "A blast killed five people on Wednesday."


def dated(second: str, trigger: str, *, event: str = "", day: Interval | None = None) -> Interval | None:
    """The time of ``trigger`` in the sentence behind the lead, whose blast is of the 17th."""
    text = f"{LEAD} {second}"
    claims = [_at(text, "blast", 0, "explosion", day or on("2019-04-17")), _at(text, trigger, 1, "attack", FALLBACK)]
    if event:
        claims.append(_at(text, event, 1, "explosion", FALLBACK))
    sentences = [(0, len(LEAD)), (len(LEAD) + 1, len(text))]
    return anchored(claims, text, sentences)[1].time


def _at(text: str, words: str, sentence: int, event_type: str, time: Interval) -> Claim:
    start = text.index(words, len(LEAD) if sentence else 0)
    return claim(event_type, sentence=sentence, start=start, end=start + len(words), trigger=words, time=time)


@pytest.mark.parametrize(
    ("second", "earliest", "latest"),
    [
        ("Hours after the blast, police raided houses.", "2019-04-17", "2019-04-18"),
        ("Police raided houses a day after the blast.", "2019-04-18", "2019-04-18"),
        ("Police raided houses three days before the blast.", "2019-04-14", "2019-04-14"),
        ("Police raided houses minutes after the explosion.", "2019-04-17", "2019-04-17"),
        ("Police raided houses shortly after the blast.", "2019-04-17", "2019-04-18"),
        ("Police raided houses days after the blast.", "2019-04-19", "2019-04-26"),
    ],
)
def test_a_length_moves_the_other_happenings_day(second: str, earliest: str, latest: str) -> None:
    found = dated(second, "raided")
    assert found and (found.earliest, found.latest) == (earliest, latest)
    assert (found.rule or "").startswith("anchored:")


def test_without_a_length_it_is_a_bound() -> None:
    found = dated("After the blast, police raided houses.", "raided", day=on("2019-04-19"))
    assert found and (found.earliest, found.latest) == ("2019-04-19", "2019-04-20")


def test_the_noun_may_be_a_claim_of_its_own() -> None:
    found = dated("Police raided houses a day after the second bombing.", "raided", event="bombing")
    assert found and found.earliest == "2019-04-18"


@pytest.mark.parametrize(
    "second",
    [
        "Police raided houses a day after the election.",
        "Police raided houses.",
        "Police raided houses, which burned after the blast.",
        "Police raided houses while crowds gathered a day after the blast.",
    ],
)
def test_what_is_told_after_something_else_keeps_its_fallback(second: str) -> None:
    assert dated(second, "raided") == FALLBACK


def test_a_happening_without_a_day_dates_nothing() -> None:
    assert dated("Police raided houses a day after the blast.", "raided", day=FALLBACK) == FALLBACK


def behind(second: str, trigger: str, day: Interval) -> Interval | None:
    """The time of what is told behind "a day after", where ``buried`` is of ``day``."""
    text = f"{LEAD} {second}"
    claims = [_at(text, "buried", 1, "meeting", day), _at(text, trigger, 1, "killing", FALLBACK)]
    return anchored(claims, text, [(0, len(LEAD)), (len(LEAD) + 1, len(text))])[1].time


def test_what_stands_behind_a_day_after_lies_a_day_before() -> None:
    found = behind("He was buried on Friday, two days after gunmen shot him.", "shot", on("2019-04-19"))
    assert found and (found.earliest, found.latest) == ("2019-04-17", "2019-04-17")
    before = behind("He was buried three days before gunmen shot his son.", "shot", on("2019-04-12"))
    assert before and before.earliest == "2019-04-15"


@pytest.mark.parametrize(
    "second",
    [
        "He was buried on Friday, two days after the vote, and gunmen shot his son.",
        "He was buried on Friday and gunmen shot his son.",
    ],
)
def test_what_stands_in_another_clause_keeps_its_fallback(second: str) -> None:
    assert behind(second, "shot", on("2019-04-19")) == FALLBACK
