"""Copied text is one origin; independence is a bound (DESIGN rule 3)."""

from typing import Any

from frontwire.records import Claim, Passage, PassageKind
from frontwire.reuse.origins import voices
from tests.factories import claim, report, speaker


def count(
    claims: list[Claim],
    outlets: dict[str, str],
    passages: list[Passage] | None = None,
    agencies: dict[str, str] | None = None,
) -> tuple[int, int]:
    reports = [report(f"text {i}", report_id=i, outlet=o) for i, o in outlets.items()]
    heard = voices(claims, reports, passages or [], agencies or {})
    return heard.count(c.claim_id for c in claims)


def said(report_id: str, *sources: Any) -> Claim:
    return claim(report_id=report_id, source=tuple(sources))


TWO = {"a": "Outlet A", "b": "Outlet B"}


def test_copied_passage_is_one_origin() -> None:
    one, two = claim(report_id="a", trigger="seized"), claim(report_id="b", trigger="seized")
    copied = [
        Passage(family_id="f", report_id=c.report_id, start=c.start - 5, end=c.end + 50, kind=PassageKind.COPIED, text="", earliest=False)
        for c in (one, two)
    ]  # fmt: skip
    assert count([one, two], TWO, copied) == (1, 1)
    assert count([one, two], TWO) == (1, 2)


def test_same_named_speaker_is_one_origin() -> None:
    general = speaker("General Atta", "named", speaker_id="person:atta")
    assert count([said("a", general), said("b", general)], TWO) == (1, 1)


def test_unnamed_officials_of_two_reports_may_be_the_same() -> None:
    assert count([said("a", speaker("officials", "official")), said("b", speaker("an official", "official"))], TWO) == (
        1,
        2,
    )


def test_residents_and_the_ministry_are_surely_two() -> None:
    assert count(
        [said("a", speaker("residents", "resident")), said("b", speaker("the ministry", "official", side="state"))], TWO
    ) == (2, 2)


def test_unsourced_text_of_one_agency_is_one_voice() -> None:
    assert count([claim(report_id="a"), claim(report_id="b")], TWO, agencies={"a": "Wire", "b": "wire"}) == (1, 1)


def test_an_outlet_repeating_itself_confirms_nothing() -> None:
    assert count([claim(report_id="a"), claim(report_id="b")], {"a": "Same", "b": "Same"}) == (1, 1)


def test_media_reports_are_never_a_known_independent_voice() -> None:
    assert (
        count([said("a", speaker("media reports", "media")), said("b", speaker("residents", "resident"))], TWO)[0] == 1
    )
