"""The same words are not taken in one claim and killed in another, unless a killing says so."""

import pytest

from frontwire.extraction.fates import dead_before, one_fate, survivors, without_sought
from frontwire.reading.document import document
from frontwire.records import Draft, Mention, Report, Status
from tests.factories import drafted, told

TEXT = "Troops captured a commander during a raid and shot him."


def draft(trigger: str, kind: str, role: str, words: str) -> Draft:
    start, at = TEXT.index(trigger), TEXT.index(words)
    mention = Mention(text=words, start=at, end=at + len(words), report_id="r")
    return Draft(report_id="r", sentence=0, start=start, end=start + len(trigger), type=kind, status=Status.ACTUAL,
                 background=False, roles=((role, mention),), confidence=0.9, extractor="x")  # fmt: skip


def fates(*drafts: Draft) -> list[list[str]]:
    return [[role for role, _ in d.roles] for d in one_fate(drafts, TEXT)]


TAKEN = draft("captured", "arrest", "held", "a commander")
RAID = draft("raid", "attack", "killed", "a commander")


def test_who_is_held_is_not_the_operations_dead() -> None:
    assert fates(TAKEN, RAID) == [["held"], []]


def test_a_piece_of_the_same_words_is_enough() -> None:
    assert fates(TAKEN, draft("raid", "attack", "killed", "a comm")) == [["held"], []]


def test_who_an_event_was_meant_to_take_is_not_yet_taken() -> None:
    text = "A raid to arrest a smuggler ended in a fight that killed a guard."
    at = [text.index(words) for words in ("a smuggler", "a guard")]
    people = tuple((role, Mention(text=words, start=a, end=a + len(words), report_id="r"))
                   for role, words, a in zip(("held", "killed"), ("a smuggler", "a guard"), at, strict=True))  # fmt: skip
    raid = Draft(report_id="r", sentence=0, start=2, end=6, type="attack", status=Status.ACTUAL,
                 background=False, roles=people, confidence=0.9, extractor="x")  # fmt: skip
    [left] = without_sought([raid], text)
    assert [m.text for _, m in left.roles] == ["a guard"]


def test_a_killing_of_the_same_words_stands_and_so_do_the_events_dead() -> None:
    shot = draft("shot", "killing", "killed", "a commander")
    assert fates(TAKEN, RAID, shot) == [["held"], ["killed"], ["killed"]]


def test_the_dead_of_an_event_without_a_taking_stay() -> None:
    assert fates(RAID) == [["killed"]]


def left_with(text: str, trigger: str, kind: str, role: str, people: tuple[str, ...]) -> list[str]:
    start = text.index(trigger)
    fillers = tuple(
        (role, Mention(text=p, start=text.index(p), end=text.index(p) + len(p), report_id="r")) for p in people
    )
    told = Draft(report_id="r", sentence=0, start=start, end=start + len(trigger), type=kind, status=Status.ACTUAL,
                 background=False, roles=fillers, confidence=0.9, extractor="x")  # fmt: skip
    return [m.text for d in one_fate([told], text) for _, m in d.roles]


def test_people_follow_the_verb_beside_them() -> None:
    text = "Guards killed one raider and arrested four others."
    assert left_with(text, "killed", "killing", "killed", ("one raider", "four others")) == ["one raider"]
    text = "Three raiders were killed and four others arrested."
    assert left_with(text, "arrested", "arrest", "held", ("Three raiders", "four others")) == ["four others"]
    text = "Guards seized four raiders and later killed one farmer."
    assert left_with(text, "killed", "killing", "killed", ("four raiders", "one farmer")) == [
        "four raiders",
        "one farmer",
    ]
    text = "Guards killed and then arrested four others."
    assert left_with(text, "killed", "killing", "killed", ("four others",)) == ["four others"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A guard was shot in the left arm at the gate.", ("attack", "wounded")),
        ("A guard was shot at the gate. He was in stable condition on Monday.", ("attack", "wounded")),
        (
            "A guard was shot at the gate. He died in hospital, where two wounded men were treated.",
            ("killing", "killed"),
        ),
        ("A guard was shot at the gate.", ("killing", "killed")),
        ("A guard was stabbed at the gate.", ("attack", "wounded")),
        ("A guard was stabbed at the gate. Police took a man away. The guard died at noon.", ("killing", "killed")),
    ],
)
def test_who_outlived_a_shot_or_a_knife_is_wounded(text: str, wanted: tuple[str, str]) -> None:
    verb = "shot" if "shot" in text else "stabbed"
    at = text.index(verb)
    guard = Mention(text="A guard", start=0, end=7, report_id="r")
    told = Draft(report_id="r", sentence=0, start=at, end=at + len(verb), type="killing", status=Status.ACTUAL,
                 background=False, roles=(("killed", guard),), confidence=0.9, extractor="x")  # fmt: skip
    [found] = survivors([told], document(Report(report_id="r", text=text)))
    assert (found.type, found.roles[0][0]) == wanted


@pytest.mark.parametrize(
    ("before", "again", "kind"),
    [
        ("the 44 porters", "the porters", "killing"),
        ("nine young porters", "those porters", "killing"),
        ("the 44 porters", "two porters", "attack"),
        ("the 44 guards", "the porters", "attack"),
    ],
)
def test_those_who_were_counted_as_dead_are_dead_where_they_are_shot_again(before: str, again: str, kind: str) -> None:
    text = f"Policemen killed {before}. Officers shot {again} in their cells."
    first = drafted(text, "killed", "killing", killed=before)
    second = drafted(text, "shot", "attack", wounded=again)
    read = dead_before([first, second], text)[1]
    assert (read.type, told(read)) == (kind, {("killed" if kind == "killing" else "wounded", again)})
