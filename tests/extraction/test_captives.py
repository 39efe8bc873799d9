"""A verb that takes places and people alike: the noun beside it decides."""

from dataclasses import replace

import pytest

from frontwire.extraction.captives import with_captive
from frontwire.records import Draft, Mention, Status


def claim(text: str, trigger: str, kind: str = "capture", agent: str | None = None) -> Draft:
    start = text.index(trigger)
    roles = ()
    if agent:
        at = text.index(agent)
        roles = (("agent", Mention(text=agent, start=at, end=at + len(agent), report_id="r")),)
    return Draft(report_id="r", sentence=0, start=start, end=start + len(trigger), type=kind, status=Status.ACTUAL,
                 background=False, roles=roles, confidence=0.9, extractor="x")  # fmt: skip


def read(text: str, trigger: str, kind: str = "capture", agent: str | None = None) -> tuple[str, list[str]]:
    found = with_captive(claim(text, trigger, kind, agent), text, (0, len(text)))
    return found.type, [m.text for role, m in found.roles if role == "held"]


@pytest.mark.parametrize(
    ("text", "trigger", "agent", "wanted"),
    [
        ("Troops captured a bomb maker's courier and two suspects on Monday.", "captured", "Troops", ("arrest", ["a bomb maker's courier", "two suspects"])),
        ("A regional commander was captured near the border.", "captured", None, ("arrest", ["A regional commander"])),
        ("Rebels seized four policemen at the bridge.", "seized", "Rebels", ("abduction", ["four policemen"])),
        ("Troops captured a network coordinator in the north.", "captured", "Troops", ("arrest", ["a network coordinator"])),
        ("Troops captured a generator in the north.", "captured", "Troops", ("capture", [])),
        ("The mayor hailed the capture of Tessaline by the army on Monday.", "capture", None, ("capture", [])),
        ("The mayor hailed the capture of a rebel courier on Monday.", "capture", None, ("arrest", ["a rebel courier"])),
        ("Rebels captured the village of Tessaline on Monday.", "captured", "Rebels", ("capture", [])),
        ("The army captured the militants' stronghold.", "captured", "The army", ("capture", [])),
    ],
)  # fmt: skip
def test_a_person_is_arrested_and_a_place_captured(
    text: str, trigger: str, agent: str | None, wanted: tuple[str, list[str]]
) -> None:
    assert read(text, trigger, agent=agent) == wanted


def test_people_the_model_found_are_left_as_they_are() -> None:
    text = "Police detained three men."
    draft = claim(text, "detained", "arrest")
    at = text.index("three men")
    held = ("held", Mention(text="three men", start=at, end=at + 9, report_id="r"))
    told = Draft(**{f: getattr(draft, f) for f in draft.__slots__ if f != "roles"}, roles=(held,))
    assert with_captive(told, text, (0, len(text))) == told


def test_whoever_takes_people_and_no_place_captures_nothing() -> None:
    text = "Police caught three men in Tessaline."
    draft = claim(text, "caught")
    held, place = (
        (role, Mention(text=words, start=text.index(words), end=text.index(words) + len(words), report_id="r"))
        for role, words in (("held", "three men"), ("place", "Tessaline"))
    )
    assert with_captive(replace(draft, roles=(held,)), text, (0, len(text))).type == "arrest"
    assert with_captive(replace(draft, roles=(held, place)), text, (0, len(text))).type == "capture"


def test_who_is_taken_along_is_taken_too() -> None:
    text = "Police seized the smuggler along with two suspected couriers in Tessaline."
    draft = claim(text, "seized", "arrest")
    at = text.index("the smuggler")
    held = ("held", Mention(text="the smuggler", start=at, end=at + 12, report_id="r"))
    told = with_captive(replace(draft, roles=(held,)), text, (0, len(text)))
    assert [m.text for role, m in told.roles if role == "held"] == ["the smuggler", "two suspected couriers"]


def with_people(
    text: str, trigger: str, people: str, kind: str = "abduction", agent: str | None = None
) -> tuple[str, list[str]]:
    made, at = claim(text, trigger, kind, agent), text.index(people)
    held = ("held", Mention(text=people, start=at, end=at + len(people), report_id="r"))
    found = with_captive(replace(made, roles=(*made.roles, held)), text, (0, len(text)))
    return found.type, [m.text for role, m in found.roles if role == "held"]


def test_prisoners_of_irregulars_are_abducted_but_not_those_who_surrender() -> None:
    text = "Rebels captured 40 soldiers."
    assert with_people(text, "captured", "40 soldiers", "arrest", "Rebels")[0] == "abduction"
    assert with_people("Police captured 40 rebels.", "captured", "40 rebels", "arrest", "Police")[0] == "arrest"
    assert with_people("Rebels surrendered.", "surrendered", "Rebels", "arrest", "Rebels")[0] == "arrest"


def test_all_were_taken_of_whom_the_sentence_tells_some() -> None:
    text = "Two of the three men abducted on Sunday were found dead."
    assert with_people(text, "abducted", "Two of the three men")[1] == ["the three men"]
    assert with_people("Eight of the abducted workers are dead.", "abducted", "Eight")[1] == []
    text = "Five of its staff were detained."
    assert with_people(text, "detained", "Five of its staff", "arrest")[1] == ["Five of its staff"]
