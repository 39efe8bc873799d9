"""Wars as a setting are no claims; wars told with their parties are."""

from dataclasses import replace

import pytest

from frontwire.extraction.settings import without_settings
from frontwire.records import Draft, Mention, Status

TEXT = "Since the uprising began, rebels and the army have been in a revolt over Gao; violence spread."


def draft(trigger: str, *fillers: tuple[str, str], text: str = TEXT) -> Draft:
    def span(words: str) -> Mention:
        at = TEXT.index(words)
        return Mention(text=words, start=at, end=at + len(words), report_id="r")

    start = text.index(trigger)
    roles = tuple((role, span(words)) for role, words in fillers)
    return Draft(report_id="r", sentence=0, start=start, end=start + len(trigger), type="clash", status=Status.ACTUAL,
                 background=False, roles=roles, confidence=0.9, extractor="x")  # fmt: skip


def kept(*drafts: Draft) -> list[str]:
    return [TEXT[d.start : d.end] for d in without_settings(drafts, TEXT)]


def test_a_setting_is_no_claim() -> None:
    assert kept(draft("uprising"), draft("violence", ("place", "Gao"))) == []


@pytest.mark.parametrize(("trigger", "left"), [("searched", []), ("seized", ["seized"])])
def test_who_is_only_looked_for_is_not_taken(trigger: str, left: list[str]) -> None:
    text = "Police searched for a smuggler, and seized his brother."
    told = replace(draft(trigger, text=text), type="arrest")
    assert [text[d.start : d.end] for d in without_settings([told], text)] == left


def test_a_war_told_with_its_parties_is_one() -> None:
    assert kept(draft("revolt", ("agent", "rebels"), ("target", "the army"))) == ["revolt"]


def test_other_nouns_are_left_alone() -> None:
    assert kept(draft("spread")) == ["spread"]


def test_a_letterhead_tells_nothing() -> None:
    text = "For Immediate Release\n\nThe release of nine prisoners began."
    top, told = draft("Release", text=text), draft("release", text=text)
    assert without_settings([top, told], text) == [told]
