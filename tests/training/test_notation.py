"""Marked lines become exactly the claims an annotator meant."""

import pytest

from frontwire.evaluation.annotated import find
from training.notation import NotationError, claims, reports

DRAFT = """
# n-1 | 2011-05-02 | wire | A town changes hands
Rebels {cap|seized|a=Rebels;p=Bara/the north} Bara in the north, {kil|killing|a=^;k=four..soldiers} four government soldiers.
They {wit~|would leave|a=Rebels;p=Bara} on Friday, {cap-*|not taking|a=^} Bara again.
"""


def test_marks_are_taken_out_of_the_text() -> None:
    (report,) = reports(DRAFT)
    assert report["sents"][0] == "Rebels seized Bara in the north, killing four government soldiers."
    assert (report["id"], report["date"], report["outlet"], report["title"]) == (
        "n-1", "2011-05-02", "wire", "A town changes hands",
    )  # fmt: skip


def test_type_status_and_background_come_from_the_code() -> None:
    (report,) = reports(DRAFT)
    found = [(c["type"], c["status"], c["background"]) for c in report["claims"]]
    assert found[2:] == [("withdraw", "planned", False), ("capture", "denied", True)]


def test_fillers_are_found_in_the_own_sentence_first_then_before() -> None:
    (report,) = reports(DRAFT)
    seized, killing, leave, _ = report["claims"]
    assert seized["roles"] == {"agent": ["Rebels"], "place": ["Bara", "the north"]}
    assert killing["roles"] == {"agent": ["Rebels"], "killed": ["four government soldiers"]}
    assert leave["roles"]["agent"] == [{"s": 0, "t": "Rebels"}]
    assert leave["roles"]["place"] == ["Bara"]


def test_the_occurrence_next_to_the_trigger_is_meant() -> None:
    sents, found = claims(["Gao was quiet and then near Gao rebels {att|fired|p=Gao}."])
    start, _ = find(sents[0], found[0]["roles"]["place"][0])
    assert start == sents[0].rindex("Gao")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Rebels {xyz|seized} Bara.", "unknown mark"),
        ("Rebels {cap|seized|p=Timbuktu} Bara.", "not there"),
        ("Rebels {cap|seized|p} Bara.", "cannot read role"),
        ("Rebels {cap|seized Bara.", "stray brace"),
        ("Rebels {cap|seized|a=^} Bara.", "nothing to repeat"),
    ],
)
def test_a_bad_mark_is_named(line: str, complaint: str) -> None:
    with pytest.raises(NotationError, match=complaint):
        claims([line])
