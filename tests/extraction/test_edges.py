"""A filler ends where its noun phrase ends."""

from __future__ import annotations

import pytest

from frontwire.extraction.edges import trim
from frontwire.records import Mention


@pytest.mark.parametrize(
    ("role", "filler", "wanted"),
    [
        ("wounded", "four drivers who", "four drivers"),
        ("agent", "The junta Friday", "The junta"),
        ("source", "Sunday", None),
        ("source", "the Upland Relief Network (URN", "the Upland Relief Network"),
        ("source", "URN)", "URN"),
        ("target", "“border guards", "border guards"),
        ("target", '"border guards', "border guards"),
        ("target", '"border guards"', '"border guards"'),
        ("killed", "Two carters, 25 and 30,", "Two carters, 25 and 30"),
        ("killed", ", and two porters", "two porters"),
        ("held", "the smith along", "the smith"),
        ("agent", "the U.N.", "the U.N."),
        ("time", "Friday", "Friday"),
        ("killed", "at least nine", "at least nine"),
        ("place", "the market on", "the market"),
        ("agent", "and of the", None),
        ("source", "Amnesty International reports", "Amnesty International"),
        ("source", "The Harbour Monitor (HM) reports", "The Harbour Monitor (HM)"),
        ("source", "Police reports", "Police reports"),
        ("source", "Police report", "Police"),
        ("source", "a police report", "a police report"),
        ("source", "the Monitor's report", "the Monitor's report"),
        ("source", "local media reports", "local media reports"),
    ],
)
def test_what_cannot_stand_at_an_edge_goes(role: str, filler: str, wanted: str | None) -> None:
    text = f"Word {filler} word."
    found = trim(role, Mention(text=filler, start=5, end=5 + len(filler), report_id="r"), text)
    assert (found and found.text) == wanted
    assert found is None or text[found.start : found.end] == found.text


def test_reports_is_a_noun_where_they_say_something() -> None:
    text = "UN reports said so."
    found = trim("source", Mention(text="UN reports", start=0, end=10, report_id="r"), text)
    assert found and found.text == "UN reports"


def test_the_backer_of_a_speaker_is_no_speaker() -> None:
    text = "U.S.-backed forces said so."
    assert trim("source", Mention(text="U.S.", start=0, end=4, report_id="r"), text) is None
    assert trim("agent", Mention(text="U.S.", start=0, end=4, report_id="r"), text) is not None
