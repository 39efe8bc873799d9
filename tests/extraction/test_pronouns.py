"""A pronoun is no filler: the agent of the sentence before stands in for "they", or nobody does."""

from frontwire.extraction.pronouns import named
from frontwire.records import Draft, Mention, Status


def draft(sentence: int, *roles: tuple[str, str]) -> Draft:
    fillers = tuple((r, Mention(text=t, start=0, end=len(t), report_id="r")) for r, t in roles)
    return Draft(report_id="r", sentence=sentence, start=0, end=1, type="attack", status=Status.ACTUAL, background=False,
                 roles=fillers, confidence=0.9, extractor="x")  # fmt: skip


def told(*drafts: Draft) -> list[list[tuple[str, str]]]:
    return [[(r, m.text) for r, m in d.roles] for d in named(drafts)]


def test_they_are_the_agents_of_the_sentence_before() -> None:
    first, second = draft(0, ("agent", "rebels")), draft(1, ("agent", "They"), ("place", "Bara"))
    assert told(first, second)[1] == [("place", "Bara"), ("agent", "rebels")]


def test_a_pronoun_without_anybody_before_it_goes() -> None:
    assert told(draft(0, ("agent", "rebels")), draft(2, ("agent", "They")))[1] == []
    assert told(draft(0, ("target", "them"))) == [[]]


def test_sources_and_a_country_are_left() -> None:
    assert told(draft(0, ("source", "he"), ("agent", "US"))) == [[("source", "he"), ("agent", "US")]]
