"""Nobody hurt is a figure, zero; no word of harm is none."""

import pytest

from frontwire.extraction.unharmed import spared
from frontwire.reading.document import document
from frontwire.records import Draft, Mention, Report, Status


def read(text: str, *triggers: str, killed: str = "") -> list[list[tuple[str, str]]]:
    doc = document(Report(report_id="r", text=text))
    roles = (("killed", mention(text, killed)),) if killed else ()
    drafts = [
        Draft(report_id="r", sentence=next(n for n, (a, b) in enumerate(doc.sentences) if a <= text.index(t) < b),
              start=text.index(t), end=text.index(t) + len(t), type="attack", status=Status.ACTUAL, background=False,
              roles=roles, confidence=0.9, extractor="x")
        for t in triggers
    ]  # fmt: skip
    return [[(role, m.text) for role, m in d.roles] for d in spared(drafts, doc)]


def mention(text: str, words: str) -> Mention:
    return Mention(text=words, start=text.index(words), end=text.index(words) + len(words), report_id="r")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A raid on the mill caused no casualties.", [("killed", "no casualties"), ("wounded", "no casualties")]),
        ("The raid on the mill ended without any injuries.", [("wounded", "without any injuries")]),
        ("There was a raid on the mill. Nobody was killed.", [("killed", "Nobody")]),
        ("No one was hurt in the raid on the mill.", [("wounded", "No one")]),
        ("A raid on the mill; there were no immediate reports of casualties.", []),
        ("No casualties were reported after the raid on the mill.", []),
        ("The army suffered no casualties in the raid on the mill.", []),
        ("There were no further deaths after the raid on the mill.", []),
        ("There were no casualties among the guards in the raid.", []),
        ("There was a raid. The mill burned. Nobody was hurt.", []),
    ],
)
def test_what_is_said_to_have_harmed_nobody_has_a_zero(text: str, wanted: list[tuple[str, str]]) -> None:
    assert read(text, "raid") == [wanted]


def test_an_event_with_dead_keeps_them_and_the_last_event_before_takes_the_zero() -> None:
    assert read("Two died in the raid; there were no casualties.", "raid", killed="Two") == [[("killed", "Two")]]
    assert read("A raid came first, then shots were fired; nobody was hurt.", "raid", "shots") == [
        [],
        [("wounded", "nobody")],
    ]


def test_no_is_part_of_the_figure() -> None:
    text = "There was a raid. No armed men were killed in it."
    assert read(text, "raid", killed="armed men") == [[("killed", "No armed men")]]
