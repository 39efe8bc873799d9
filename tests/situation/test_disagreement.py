"""Unnamed speakers of one report who give different tolls are kept apart; a later report settles it."""

import pytest

from frontwire.records import Claim, Range
from frontwire.situation.casualties import stated, total
from frontwire.situation.disagreement import of_speakers
from tests.factories import claim, speaker, toll


def said(words: str, low: int, *, report: str = "r1", start: int = 0, victims: str = "unknown") -> Claim:
    source = (speaker(words, "official"),)
    return claim(
        "casualty",
        report_id=report,
        start=start,
        end=start + 1,
        source=source,
        casualties=(toll(low, victims=victims),),
    )


def dead(*claims: Claim) -> Range | None:
    def day(c: Claim) -> str:
        return c.report_id

    one_origin = {c.claim_id: "o" for c in claims}
    return total(stated(claims, of_speakers(claims, one_origin, day, lambda c: ""), day), "killed")


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        ((said("a hospital official", 30), said("police", 12, start=5)), (12, 30)),
        (
            (said("police", 12), said("a police spokesman", 30, start=5)),
            (30, 30),
        ),  # one of them may speak for the other
        ((said("police", 12), said("officials", 30, start=5)), (30, 30)),
        ((said("an official", 12), said("another official", 30, start=5)), (12, 30)),
        ((said("police", 12), said("a doctor", 12, start=5)), (12, 12)),
        ((said("a doctor", 30), said("police", 12, start=5), said("police", 14, report="r2")), (14, 14)),
        ((said("a doctor", 30, victims="civilians"), said("police", 12, start=5)), (12, 30)),
        ((said("a doctor", 3, victims="civilians"), said("police", 4, start=5, victims="militants")), (7, 7)),
        ((said("a doctor", 3, victims="civilians"), said("police", 4, start=5)), (4, 4)),
    ],
)
def test_speakers_of_one_report_disagree_and_a_later_report_supersedes(
    claims: tuple[Claim, ...], wanted: tuple[int, int]
) -> None:
    found = dead(*claims)
    assert found and (found.low, found.high) == wanted
    assert dead(*reversed(claims)) == found  # the order of claims does not matter


def test_a_toll_that_rose_brings_up_to_date_what_its_report_said_before() -> None:
    claims = (said("a doctor", 12), said("police", 9, start=5), said("officials", 15, start=9))
    origins = {c.claim_id: c.source[0].text for c in claims}
    rose = {claims[2].claim_id: " later rose to 15"}

    def range_of(behind: dict[str, str]) -> Range | None:
        found = of_speakers(claims, origins, lambda c: c.report_id, lambda c: behind.get(c.claim_id, ""))
        return total(stated(claims, found, lambda c: c.report_id), "killed")

    assert range_of(rose) == Range(low=15, high=15, best=15)
    assert range_of({}) == Range(low=9, high=15, best=12)
