"""What the words before an event settle about whether it happened."""

import re

import pytest

from frontwire.codebook import load
from frontwire.extraction.statuses import stated
from frontwire.records import Draft, Status


def status(text: str, trigger: str, read: Status, kind: str = "attack") -> Status:
    start = text.index(trigger)
    draft = Draft(report_id="r", sentence=0, start=start, end=start + len(trigger), type=kind, status=read,
                  background=False, roles=(), confidence=0.9, extractor="x")  # fmt: skip
    return stated(draft, text, (0, len(text)))


@pytest.mark.parametrize(
    ("text", "trigger", "read", "wanted"),
    [
        ("The army continued to attack the hills.", "attack", Status.PLANNED, Status.ACTUAL),
        ("Guards forced families to leave.", "leave", Status.PLANNED, Status.ACTUAL),
        ("Rebels failed to take the bridge.", "take", Status.ACTUAL, Status.DENIED),
        ("The general vowed to keep shelling the port.", "shelling", Status.ACTUAL, Status.PLANNED),
        ("Envoys will meet on Friday.", "meet", Status.ACTUAL, Status.PLANNED),
        ("A senator called for new air strikes.", "air strikes", Status.ACTUAL, Status.POSSIBLE),
        ("A senator called for an end to shelling.", "shelling", Status.ACTUAL, Status.ACTUAL),
        ("Police launched an operation to arrest a smuggler.", "arrest", Status.ACTUAL, Status.PLANNED),
        ("A convoy was sent, aimed at retaking the pass.", "retaking", Status.ACTUAL, Status.PLANNED),
        ("Raids could resume, and did: troops stormed a camp.", "stormed", Status.ACTUAL, Status.ACTUAL),
        ("Had the rebels attacked, the dam would be lost.", "attacked", Status.ACTUAL, Status.POSSIBLE),
        ("The rebels had attacked at dawn.", "attacked", Status.ACTUAL, Status.ACTUAL),
        ("There was no sign that the rebels had attacked.", "attacked", Status.ACTUAL, Status.DENIED),
        ("The army did not say it had continued to attack.", "attack", Status.DENIED, Status.DENIED),
    ],
)
def test_words_before_the_event_settle_its_status(text: str, trigger: str, read: Status, wanted: Status) -> None:
    assert status(text, trigger, read) is wanted


def test_what_has_killed_was_done_whatever_was_called_for() -> None:
    text = "The patrol called for a mortar strike which killed two smugglers."
    assert status(text, "strike", Status.POSSIBLE, "shelling") is Status.ACTUAL
    assert status(text, "strike", Status.DENIED, "shelling") is Status.DENIED
    assert (
        status("They plan protests over a raid that killed two.", "protests", Status.PLANNED, "protest")
        is Status.PLANNED
    )


def test_what_is_not_yet_known_is_possible() -> None:
    text = "It is not clear whether the emir was among those killed."
    assert status(text, "killed", Status.ACTUAL, "killing") is Status.POSSIBLE
    assert status("Up to nine may have died.", "died", Status.ACTUAL, "casualty") is Status.POSSIBLE


def test_what_is_outside_a_partys_control_is_not_controlled_by_it() -> None:
    text = "Two crossings are outside government control."
    for trigger in ("control", "outside government control"):
        assert status(text, trigger, Status.ACTUAL, "control") is Status.DENIED
    assert status("Outside control rooms, guards attacked.", "attacked", Status.ACTUAL) is Status.ACTUAL


def test_who_says_that_his_own_men_killed_admits_it() -> None:
    text = "The front said in a statement that its fighters killed the guards."
    assert status(text, "killed", Status.DENIED, "killing") is Status.ACTUAL
    denial = "The front denied that its fighters killed the guards."
    assert status(denial, "killed", Status.DENIED, "killing") is Status.DENIED


def test_every_rule_of_the_codebook_is_a_pattern_with_known_statuses() -> None:
    for rule in load("consistency")["statuses"]:
        re.compile(rule["words"])
        assert Status(rule["status"]) not in {Status(s) for s in rule["over"]}


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "wanted"),
    [
        ("The rebels no longer control the pass.", "control", "control", Status.DENIED),
        ("The army broke the rebels' hold on the pass.", "hold", "control", Status.DENIED),
        ("The army ended an occupation of ten years.", "occupation", "control", Status.ACTUAL),
        ("Rebels almost captured the pass.", "captured", "capture", Status.DENIED),
        ("The bomb almost destroyed the pass.", "destroyed", "destruction", Status.ACTUAL),
        ("Rebels came within two miles of capturing the pass.", "capturing", "capture", Status.POSSIBLE),
        ("The pass is on the verge of falling.", "falling", "capture", Status.POSSIBLE),
    ],
)
def test_a_place_that_was_nearly_taken_or_is_held_no_more_is_not_held(
    text: str, trigger: str, kind: str, wanted: Status
) -> None:
    assert status(text, trigger, Status.ACTUAL, kind) is wanted
