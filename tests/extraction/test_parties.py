"""Coordinated parties are fillers of their own; things, shared heads and names with an "and" stay whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontwire.extraction.parties import apart, parts
from frontwire.records import Draft, Mention, Status


def split(text: str, role: str) -> list[str]:
    return [text[a:b] for a, b in parts(text, role) or [(0, len(text))]]


@pytest.mark.parametrize(
    ("text", "role", "wanted"),
    [
        ("the army and village guards", "agent", ["the army", "village guards"]),
        ("nurses and shopkeepers", "source", ["nurses", "shopkeepers"]),
        ("Norland, Sudmark and the Isles", "agent", ["Norland", "Sudmark", "the Isles"]),
        ("Minister Ada Brook and other leaders", "target", ["Minister Ada Brook", "other leaders"]),
        ("Bara and Kesh", "place", ["Bara", "Kesh"]),
        ("Herders and farmers", "agent", ["Herders", "farmers"]),
        ("the bridge and a customs post", "place", ["the bridge", "a customs post"]),
        ("the towns of Bara and Kesh", "place", ["the towns of Bara", "Kesh"]),
        ("the hill villages of Bara, Kesh and Uram", "place", ["the hill villages of Bara", "Kesh", "Uram"]),
    ],
)
def test_parties_are_divided(text: str, role: str, wanted: list[str]) -> None:
    assert split(text, role) == wanted


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("army tanks and trucks", "target"),
        ("security and intelligence officials", "source"),
        ("the Norlandic and Sudmark governments", "target"),
        ("U.N. and Norlandic troops", "agent"),
        ("the presidents of Norland and Sudmark", "agent"),
        ("Bosnia and Herzegovina", "place"),
        ("the Justice and Equality Movement", "agent"),
        ("about 1,200 soldiers and police", "agent"),
        ("five soldiers and a guard", "killed"),
        ("old and new quarters", "place"),
    ],
)
def test_what_is_one_filler_stays_one(text: str, role: str) -> None:
    assert split(text, role) == [text]


def test_each_part_quotes_the_report() -> None:
    report = "On Monday the army and village guards entered Bara."
    whole = Mention(text="the army and village guards", start=10, end=37, report_id="r")
    draft = Draft(report_id="r", sentence=0, start=38, end=45, type="advance", status=Status.ACTUAL, background=False,
                  roles=(("agent", whole),), confidence=0.9, extractor="x")  # fmt: skip
    [found] = apart([draft])
    assert [(m.text, report[m.start : m.end]) for _, m in found.roles] == [
        ("the army", "the army"),
        ("village guards",) * 2,
    ]


@given(st.text(alphabet="ab A,nd", max_size=40), st.sampled_from(["agent", "place", "killed"]))
def test_parts_lie_in_order_inside_the_words(text: str, role: str) -> None:
    spans = parts(text, role) or []
    assert all(a < b for a, b in spans) and all(x[1] < y[0] + 1 for x, y in pairwise(spans))
