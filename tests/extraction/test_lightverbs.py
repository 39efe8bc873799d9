"""A light verb gives way to the noun that names the event."""

from dataclasses import replace

import pytest

from frontwire.extraction.lightverbs import on_nouns
from frontwire.reading.document import document
from frontwire.records import Draft, Mention, Report, Status


def draft(text: str, trigger: str, kind: str) -> Draft:
    start = text.index(trigger)
    return Draft(report_id="r", sentence=0, start=start, end=start + len(trigger), type=kind, status=Status.ACTUAL,
                 background=False, roles=(), confidence=0.9, extractor="x")  # fmt: skip


def triggers(text: str, *drafts: Draft) -> list[str]:
    doc = document(Report(report_id="r", text=text))
    return [text[d.start : d.end] for d in on_nouns(drafts, doc)]


@pytest.mark.parametrize(
    ("text", "verb", "kind", "wanted"),
    [
        ("The ministers held separate talks in Oslo.", "held", "meeting", "talks"),
        ("Both sides agreed to a three-day truce.", "agreed to", "agreement", "truce"),
        ("Rebels launched an assault on the port.", "launched", "attack", "assault"),
        ("Both sides agreed that the road should open.", "agreed", "agreement", "agreed"),
        ("Rebels seized the port after talks.", "seized", "capture", "seized"),
        ("Rebels held the port during the talks.", "held", "control", "held"),
    ],
)
def test_the_noun_is_the_trigger_where_one_follows(text: str, verb: str, kind: str, wanted: str) -> None:
    assert triggers(text, draft(text, verb, kind)) == [wanted]


def test_one_event_is_one_claim() -> None:
    text = "Rebels launched an assault on the port."
    both = draft(text, "launched", "attack"), draft(text, "assault", "attack")
    assert triggers(text, *both) == ["assault"]


def test_the_noun_keeps_what_only_the_verb_knew() -> None:
    text = "Rebels launched an assault on the port."
    agent = ("agent", Mention(text="Rebels", start=0, end=6, report_id="r"))
    verb, noun = replace(draft(text, "launched", "attack"), roles=(agent,)), draft(text, "assault", "attack")
    (kept,) = on_nouns([verb, noun], document(Report(report_id="r", text=text)))
    assert kept.roles == (agent,)
