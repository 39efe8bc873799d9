"""Places that go from hand to hand: who has them afterwards, by the report's own words."""

import pytest

from frontwire.extraction.extractor import BundledExtractor
from frontwire.extraction.transfers import kind, with_holder, words_of_transfer
from frontwire.reading.document import document
from frontwire.records import Draft, Mention, Report, Status


def typed(text: str, trigger: str, read: str) -> str | None:
    start = text.index(trigger)
    return kind(text, start, start + len(trigger), read)


@pytest.mark.parametrize(
    ("text", "trigger", "read", "wanted"),
    [
        ("Ulvik returned to government control.", "returned", "meeting", None),
        ("The crossing passed into insurgent hands.", "passed", "advance", None),
        ("The king returned to Ulvik.", "returned", "meeting", "meeting"),
        ("The militia expelled the last soldiers from Ulvik.", "expelled", "withdraw", "capture"),
        ("Troops expelled the rebels from Ulvik.", "expelled", "sanction", "capture"),
        ("The ministry expelled two diplomats from the country.", "expelled", "sanction", "sanction"),
        ("Aircraft drove back the rebels from Ulvik.", "drove", "advance", "advance"),
        ("The rebels surrendered Ulvik to the army.", "surrendered", "capture", "withdraw"),
        ("The rebels turned the port over to the army.", "turned", "capture", "withdraw"),
        ("The rebels surrendered themselves to the army.", "surrendered", "arrest", "arrest"),
        ("Ulvik surrendered to the rebels.", "surrendered", "capture", "capture"),
        ("The town of Ulvik surrendered to the rebels.", "surrendered", "arrest", "capture"),
        ("Forty men surrendered to the rebels.", "surrendered", "arrest", "arrest"),
        ("About 40 gave themselves up.", "gave", "mobilize", "arrest"),
    ],
)
def test_the_words_around_a_trigger_settle_what_became_of_the_place(
    text: str, trigger: str, read: str, wanted: str | None
) -> None:
    assert typed(text, trigger, read) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ulvik is back in rebel hands.", [("hands", "control")]),
        ("Ulvik remains under the government's control.", [("control", "control")]),
        ("The loss of Ulvik to the rebels is a blow.", [("loss", "capture")]),
        ("The loss of the town is a blow.", [("loss", "capture")]),
        ("The port was handed over to the army.", [("handed over", "withdraw")]),
        ("The loss of Karim, a father of two, is a blow.", []),
        ("A prisoner was handed over to the army.", []),
        ("The fire is under control.", []),
        ("Police were deployed to crowd control duties.", []),
    ],
)
def test_holds_and_losses_no_trigger_touches_are_found(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(text[a:b], name) for _, a, b, name in words_of_transfer([text], [])] == wanted


def test_what_a_trigger_tells_is_not_found_again() -> None:
    text = "Ulvik is in rebel hands."
    assert not list(words_of_transfer([text], [(0, text.index("in"), text.index("."))]))


def held(text: str, trigger: str, read: str, **roles: str) -> set[tuple[str, str]]:
    start = text.index(trigger)
    spans = [(role, text.index(words), words) for role, words in roles.items()]
    fillers = tuple((role, Mention(text=w, start=a, end=a + len(w), report_id="r")) for role, a, w in spans)
    draft = Draft(report_id="r", sentence=0, start=start, end=start + len(trigger), type=read, status=Status.ACTUAL,
                  background=False, roles=fillers, confidence=0.9, extractor="x")  # fmt: skip
    return {(role, m.text) for role, m in with_holder(draft, text, (0, len(text))).roles}


def test_whose_control_it_is_stands_in_the_trigger_itself() -> None:
    assert held("Ulvik remains under army control.", "under army control", "control") == {
        ("agent", "army"),
        ("place", "Ulvik"),
    }
    assert ("agent", "its") not in held(
        "The army has Ulvik under its control.", "under its control", "control", place="Ulvik"
    )


def test_who_stands_behind_to_has_the_place_and_the_loser_is_the_target() -> None:
    roles = {"agent": "The garrison", "target": "the rebels", "place": "Ulvik"}
    wanted = {("target", "The garrison"), ("agent", "the rebels"), ("place", "Ulvik")}
    assert held("The garrison of Ulvik surrendered to the rebels.", "surrendered", "capture", **roles) == wanted
    assert held("The garrison lost Ulvik to the rebels.", "lost", "capture", **roles) == wanted


def test_the_taker_behind_to_is_found_where_the_reader_found_nobody() -> None:
    roles = held("The rebels lost Ulvik to the army.", "lost", "capture", agent="The rebels", place="Ulvik")
    assert ("agent", "the army") in roles and ("agent", "The rebels") not in roles
    assert held("The rebels lost thirty men to the army.", "lost", "capture", agent="The rebels") == {
        ("agent", "The rebels")
    }


def test_whom_a_place_is_taken_from_is_the_target() -> None:
    text = "The army retook the hills around Ulvik from the rebels."
    assert ("target", "the rebels") in held(text, "retook", "capture", agent="The army")
    assert held("The army retook Ulvik and fired from forces' posts.", "retook", "capture") == set()


def test_who_is_given_a_place_is_found_where_the_reader_found_nobody() -> None:
    roles = held("The rebels turned Ulvik over to the army.", "turned", "withdraw", agent="The rebels", place="Ulvik")
    assert ("target", "the army") in roles


def test_the_flag_over_a_town_tells_whose_it_is() -> None:
    roles = held("The rebels' flag was hoisted over Ulvik.", "hoisted", "capture", target="The rebels", place="Ulvik")
    assert roles == {("agent", "The rebels"), ("place", "Ulvik")}


def test_a_town_that_returned_to_government_control_paid_no_visit() -> None:
    read = document(Report(report_id="r", text="Ulvik returned to government control on Tuesday."))
    (claim,) = BundledExtractor().extract([read])[0]
    assert (claim.type, {(role, m.text) for role, m in claim.roles if role != "time"}) == (
        "control",
        {("agent", "government"), ("place", "Ulvik")},
    )


def test_control_that_passed_to_somebody_is_his() -> None:
    assert ("agent", "the army") in held(
        "Control of Ulvik was handed to the army.", "Control", "control", place="Ulvik"
    )
