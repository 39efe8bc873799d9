"""Nobody is dead in a sentence without a word of death."""

import pytest

from frontwire.extraction.deaths import only_the_dead
from frontwire.reading.document import document
from frontwire.records import Report
from tests.factories import drafted, told


@pytest.mark.parametrize(
    ("text", "trigger", "people", "role"),
    [
        ("The raid killed six porters.", "raid", "six porters", "killed"),
        ("The raid cost six porters their lives.", "raid", "six porters", "killed"),
        ("Six porters ki*lled in the raid.", "raid", "Six porters", "killed"),
        ("Six porters were rushed to a clinic after the shooting.", "shooting", "Six porters", "wounded"),
        ("The blast caused injuries to six porters.", "blast", "six porters", "wounded"),
        ("Six porters were hit by fire in the raid.", "raid", "Six porters", "wounded"),
        ("Two men opened fire on about six porters.", "opened fire", "six porters", "target"),
        ("The raid displaced about six porters.", "raid", "six porters", None),
        ("Six thousand porters, helped by air strikes, took the road.", "air strikes", "Six thousand porters", None),
    ],
)
def test_people_beside_an_event_are_its_dead_only_by_a_word_of_death(
    text: str, trigger: str, people: str, role: str | None
) -> None:
    (claim,) = only_the_dead([drafted(text, trigger, killed=people)], document(Report(report_id="r", text=text)))
    assert told(claim) == ({(role, people)} if role else set())


def test_a_blow_is_no_killing_without_a_word_of_death() -> None:
    text = "A porter was struck by a stray round."
    (claim,) = only_the_dead(
        [drafted(text, "struck", "killing", killed="A porter")], document(Report(report_id="r", text=text))
    )
    assert (claim.type, told(claim)) == ("attack", {("wounded", "A porter")})
    text = "Four porters were taken to nearby hospitals after they were shot."
    (claim,) = only_the_dead(
        [drafted(text, "shot", "killing", killed="Four porters")], document(Report(report_id="r", text=text))
    )
    assert (claim.type, told(claim)) == ("attack", {("wounded", "Four porters")})
    text = "A porter was shot twice in the leg."
    (claim,) = only_the_dead(
        [drafted(text, "shot", "killing", killed="A porter")], document(Report(report_id="r", text=text))
    )
    assert (claim.type, told(claim)) == ("attack", {("wounded", "A porter")})
    text = "A porter was shot in the head and his son was hit in the leg."
    (claim,) = only_the_dead(
        [drafted(text, "shot", "killing", killed="A porter")], document(Report(report_id="r", text=text))
    )
    assert claim.type == "killing"
    text = "A porter was struck by a stray round and died."
    (claim,) = only_the_dead(
        [drafted(text, "struck", "killing", killed="A porter")], document(Report(report_id="r", text=text))
    )
    assert (claim.type, told(claim)) == ("killing", {("killed", "A porter")})


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        ("Two of them are in critical condition.", "attack"),
        ("Two of them are in critical condition. The third died.", "killing"),
        ("Nobody knows why.", "killing"),
    ],
)
def test_nobody_is_dead_who_is_shot_in_a_report_of_people_in_hospital_alone(rest: str, kind: str) -> None:
    text = f"Three porters were shot on Monday. {rest}"
    draft = drafted(text, "shot", "killing", killed="Three porters")
    (claim,) = only_the_dead([draft], document(Report(report_id="r", text=text)))
    assert claim.type == kind


def test_the_own_word_of_a_killing_is_one() -> None:
    text = "Police finished the last six porters."
    (claim,) = only_the_dead(
        [drafted(text, "finished", "killing", killed="six porters")], document(Report(report_id="r", text=text))
    )
    assert told(claim) == {("killed", "six porters")}
