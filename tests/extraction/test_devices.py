"""A bomb that explodes is one claim, on the verb."""

from dataclasses import replace

import pytest

from frontwire.extraction.devices import on_verbs
from frontwire.records import Draft, Mention, Status


def draft(text: str, trigger: str, **roles: str) -> Draft:
    at = text.index(trigger)
    fillers = tuple(
        (role, Mention(text=words, start=text.index(words), end=text.index(words) + len(words), report_id="r"))
        for role, words in roles.items()
    )
    return Draft(report_id="r", sentence=0, start=at, end=at + len(trigger), type="explosion", status=Status.ACTUAL,
                 background=False, roles=fillers, confidence=0.9, extractor="x")  # fmt: skip


def triggers(text: str, *words: str) -> list[str]:
    return [text[d.start : d.end] for d in on_verbs([draft(text, w) for w in words], text)]


@pytest.mark.parametrize(
    "text, noun, verb",
    [
        ("Two bombs exploded in Hama.", "bombs", "exploded"),
        ("A bomb strapped to a bicycle has now gone off; a mine exploded.", "mine", "exploded"),
        ("A car bomb was detonated by the gate.", "car bomb", "detonated"),
        ("A car bomb blast shook the bazaar.", "car bomb", "blast"),
    ],
)
def test_the_verb_keeps_the_claim(text: str, noun: str, verb: str) -> None:
    assert triggers(text, noun, verb) == [verb]


@pytest.mark.parametrize(
    "text, one, other",
    [
        ("A roadside bomb killed two, and a mine exploded later.", "roadside bomb", "exploded"),
        ("A suicide bombing struck the camp.", "suicide bombing", "struck"),
        ("The blast came when two bombs went off.", "blast", "went off"),
    ],
)
def test_another_device_or_another_event_stays(text: str, one: str, other: str) -> None:
    assert triggers(text, one, other) == [one, other]


def test_a_bomb_that_was_defused_is_not_the_one_that_exploded() -> None:
    text = "One bomb was defused where another exploded."
    defused = replace(draft(text, "bomb"), status=Status.DENIED)
    assert len(on_verbs([defused, draft(text, "exploded")], text)) == 2


def test_the_verb_takes_what_it_lacks() -> None:
    text = "A mine exploded in Kayes, wounding two boys."
    (claim,) = on_verbs([draft(text, "mine", wounded="two boys"), draft(text, "exploded", place="Kayes")], text)
    assert [(r, m.text) for r, m in claim.roles] == [("place", "Kayes"), ("wounded", "two boys"), ("weapon", "mine")]


def shells(text: str, first: str, then: str) -> list[str]:
    drafts = [replace(draft(text, word), type="shelling") for word in (first, then)]
    return [text[d.start : d.end] for d in on_verbs(drafts, text)]


def test_a_shell_that_was_fired_and_hit_is_one_claim() -> None:
    assert shells("Shells fired from a ridge hit a mill.", "fired", "hit") == ["hit"]
    assert shells("The army fired at the ridge and shells hit a mill.", "fired", "hit") == ["fired", "hit"]
