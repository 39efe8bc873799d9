"""The day of speaking does not date the event; an act of speech keeps its day."""

import pytest

from frontwire.extraction.days import of_speech, without_spoken_days
from frontwire.records import Draft, Mention, Status


@pytest.mark.parametrize(
    ("text", "day", "spoken"),
    [
        ("Officials said Saturday that Bara had fallen.", "Saturday", True),
        ("The army said in a statement late on Monday that Bara had fallen.", "Monday", True),
        ("Bara fell on Saturday, officials said.", "Saturday", False),
        ("The army on Saturday confirmed that Bara had fallen.", "Saturday", True),
        ("The army retook Bara on Saturday and said so.", "Saturday", False),
        ("He told state television on Friday that Bara had fallen.", "Friday", True),
    ],
)
def test_which_days_are_days_of_speech(text: str, day: str, spoken: bool) -> None:
    assert (of_speech(text, text.index(day)) is not None) is spoken


def test_a_day_before_the_verb_of_speech_may_belong_to_what_is_told_before_it() -> None:
    text = "Families who fled on Monday said the camp was shelled."
    day = text.index("on Monday")
    assert of_speech(text, day, text.index("fled")) is None
    assert of_speech(text, day, text.index("shelled")) is not None


def times(text: str, trigger: str) -> list[str]:
    at, day = text.index(trigger), text.index("Monday")
    mention = Mention(text="Monday", start=day, end=day + 6, report_id="r")
    draft = Draft(report_id="r", sentence=0, start=at, end=at + len(trigger), type="threat", status=Status.ACTUAL,
                  background=False, roles=(("time", mention),), confidence=0.9, extractor="x")  # fmt: skip
    return [m.text for d in without_spoken_days([draft], text) for _, m in d.roles]


def test_the_event_loses_a_spoken_day_and_the_act_of_speech_does_not() -> None:
    assert times("The rebels warned Monday that they would shell Bara.", "shell") == []
    assert times("The rebels warned Monday that they would shell Bara.", "warned") == ["Monday"]
