"""Codebook E: control is a function of time, place and word."""

from dataclasses import replace

import pytest

from frontwire.records import Claim, ControlSpan, ControlState, Source, Status
from frontwire.reuse.origins import voices
from frontwire.situation.control import control_spans
from tests.factories import actor, claim, on, report, speaker, town

TOWN = town("Jalawla")
ISIL = actor("ISIL", "rebel", "islamic-state")
GUNMEN = actor("gunmen", "rebel")
KURDS = actor("peshmerga", "state", "peshmerga")


def spans(*claims: Claim) -> list[ControlSpan]:
    reports = [report(i, report_id=i, outlet=i) for i in {c.report_id for c in claims}]
    return control_spans(claims, voices(claims, reports, [], {}))


def test_taken_and_retaken_are_two_spans_with_bounds() -> None:
    first, second = spans(
        claim("capture", agent=(ISIL,), place=(TOWN,), time=on("2014-06-13")),
        claim("capture", agent=(KURDS,), place=(TOWN,), time=on("2014-06-15"), report_id="s"),
    )
    assert (first.holder and first.holder.actor_id, first.from_latest, first.to_latest) == (
        "islamic-state",
        "2014-06-13",
        "2014-06-15",
    )
    assert (second.holder and second.holder.actor_id, second.to_latest, second.mode) == ("peshmerga", None, "seized")


def test_unnamed_gunmen_of_the_same_side_are_the_same_hold() -> None:
    found = spans(
        claim("capture", agent=(GUNMEN,), place=(TOWN,), time=on("2014-06-13")),
        claim("control", agent=(ISIL,), place=(TOWN,), time=on("2014-06-14"), report_id="s"),
    )
    assert len(found) == 1 and found[0].holder and found[0].holder.actor_id == "islamic-state"


def test_a_holder_who_left_first_makes_it_unopposed() -> None:
    (span,) = spans(
        claim("withdraw", agent=(actor("the army", "state"),), place=(TOWN,), time=on("2014-06-12")),
        claim("capture", agent=(ISIL,), place=(TOWN,), time=on("2014-06-13")),
    )
    assert span.mode == "unopposed" and len(span.claims) == 2


def test_withdrawal_alone_leaves_the_place_vacated() -> None:
    (span,) = spans(claim("withdraw", agent=(actor("the army", "state"),), place=(TOWN,), time=on("2014-06-12")))
    assert (span.state, span.holder, span.mode) == (ControlState.VACATED, None, "withdrawn")


def test_planned_possible_and_denied_change_nothing() -> None:
    for status in (Status.PLANNED, Status.POSSIBLE, Status.DENIED):
        assert spans(claim("capture", agent=(ISIL,), place=(TOWN,), time=on("2014-06-13"), status=status)) == []


@pytest.mark.parametrize(
    ("trigger", "by", "holder"),
    [
        ("liberated", speaker("the army", "official", side="state"), "state"),
        ("retaken", speaker("a general", "official", side="state"), "state"),
        ("liberated", speaker("a rebel leader", "armed_group", side="rebel"), "rebel"),
        ("retaken", speaker("a rebel leader", "armed_group", side="rebel"), None),
        ("fallen", speaker("the army", "official", side="state"), None),
        ("liberated", speaker("State radio", "media", side="state"), None),
        ("liberated", speaker("a resident", "resident"), None),
    ],
)
def test_a_town_told_as_liberated_is_held_by_the_side_that_says_so(
    trigger: str, by: Source, holder: str | None
) -> None:
    found = spans(claim("capture", trigger=trigger, place=(TOWN,), source=(by,), time=on("2014-06-13")))
    assert [s.holder.side for s in found if s.holder] == ([holder] if holder else [])


def test_a_part_of_a_town_makes_it_contested_not_held() -> None:
    (span,) = spans(claim("control", agent=(ISIL,), place=(town("Ramadi", relation="part_of"),), time=on("2014-06-13")))
    assert span.state is ControlState.CONTESTED


def test_two_holders_in_one_interval_by_two_voices_are_contested_until_confirmed() -> None:
    taken = claim("capture", agent=(ISIL,), place=(TOWN,), time=on("2014-06-13"))
    denied = claim("control", agent=(KURDS,), place=(TOWN,), time=on("2014-06-13"), report_id="s")
    confirmed = claim("control", agent=(ISIL,), place=(TOWN,), time=on("2014-06-14"), report_id="t")
    found = spans(taken, denied, confirmed)
    assert [(s.state, s.from_latest) for s in found] == [
        (ControlState.CONTESTED, "2014-06-13"),
        (ControlState.HELD, "2014-06-14"),
    ]


def test_one_voice_cannot_contest_itself() -> None:
    taken = claim("capture", agent=(ISIL,), place=(TOWN,), time=on("2014-06-13"))
    also = claim("control", agent=(KURDS,), place=(TOWN,), time=on("2014-06-13"))
    assert ControlState.CONTESTED not in {s.state for s in spans(taken, also)}


def test_a_holder_who_leaves_later_leaves_it_vacated() -> None:
    found = spans(
        claim("capture", agent=(ISIL,), place=(TOWN,), time=on("2014-06-13")),
        claim("withdraw", agent=(ISIL,), place=(TOWN,), time=on("2014-06-20"), report_id="s"),
    )
    assert [s.state for s in found] == [ControlState.HELD, ControlState.VACATED]
    assert found[0].to_latest == "2014-06-20"


def test_most_of_a_town_and_then_all_of_it_are_two_spans() -> None:
    part, whole = town("Tal Afar", relation="part_of"), town("Tal Afar")
    found = spans(
        claim("capture", agent=(ISIL,), place=(part,), time=on("2014-06-16")),
        claim("capture", agent=(ISIL,), place=(whole,), time=on("2014-06-18"), report_id="s"),
    )
    assert [s.state for s in found] == [ControlState.CONTESTED, ControlState.HELD]


def test_the_province_around_a_town_is_not_settled_by_it() -> None:
    diyala = town("Diyala", precision="admin1", facility="province")
    (span,) = spans(claim("capture", agent=(ISIL,), place=(TOWN, diyala), time=on("2014-06-13")))
    assert span.place.name == "Jalawla"


def test_an_unresolved_place_and_a_nearby_one_are_never_held() -> None:
    nowhere = town("Somewhere", place_id=None)
    near = town("Mosul", relation="near")
    assert spans(claim("capture", agent=(ISIL,), place=(nowhere, near), time=on("2014-06-13"))) == []


def test_a_hold_begins_no_later_than_the_first_word_of_it() -> None:
    """A later "took control" of a holder who already had the place does not move the beginning."""
    (only,) = spans(
        claim("control", agent=(ISIL,), place=(TOWN,), time=on("2014-06-13")),
        claim("capture", agent=(ISIL,), place=(TOWN,), time=on("2014-07-15"), report_id="s"),
    )
    assert (only.from_earliest, only.from_latest) == (None, "2014-06-13")


def test_the_state_and_its_army_are_one_holder() -> None:
    army, state = actor("the Iraqi army", "state", "iraqi-army"), actor("Iraqi forces", "state", "state:IQ")
    found = spans(
        claim("capture", agent=(army,), place=(TOWN,), time=on("2014-06-13")),
        claim("control", agent=(state,), place=(TOWN,), time=on("2014-06-14"), report_id="s"),
    )
    assert len(found) == 1 and found[0].state is ControlState.HELD


ARMY = actor("the army", "state", "iraqi-army")


def test_who_is_given_a_place_holds_it_and_who_is_told_to_leave_does_not() -> None:
    given = claim(
        "withdraw", trigger="handed over", agent=(ISIL,), target=(ARMY,), place=(TOWN,), time=on("2014-06-13")
    )
    (span,) = spans(given)
    assert (span.holder, span.state, span.mode) == (ARMY, ControlState.HELD, "unopposed")
    ordered = claim(
        "withdraw", trigger="pull out", agent=(KURDS,), target=(ARMY,), place=(TOWN,), time=on("2014-06-13")
    )
    assert [s.state for s in spans(ordered)] == [ControlState.VACATED]


def test_a_place_lost_to_nobody_named_is_held_by_somebody_unknown() -> None:
    lost = claim("capture", target=(ARMY,), place=(TOWN,), time=on("2014-06-13"))
    held = claim("control", agent=(ARMY,), place=(TOWN,), time=on("2014-06-10"), report_id="s")
    assert [(s.state, s.holder) for s in spans(held, lost)] == [(ControlState.HELD, ARMY), (ControlState.UNKNOWN, None)]


def test_the_loss_of_a_place_confirms_its_capture_in_either_order() -> None:
    lost = claim("capture", target=(ARMY,), place=(TOWN,), time=on("2014-06-13"), report_id="s")
    taken = claim("capture", agent=(ISIL,), place=(TOWN,), time=on("2014-06-13"))
    earlier = claim("capture", target=(ARMY,), place=(TOWN,), time=on("2014-06-12"), report_id="t")
    for told in ((lost, taken), (taken, lost), (earlier, taken)):
        (span,) = spans(*told)
        assert (span.holder, span.mode) == (ISIL, "seized") and len(span.claims) == 2


def test_a_hold_that_the_same_report_tells_the_end_of_comes_before_it() -> None:
    hold = claim("control", agent=(ISIL,), place=(TOWN,), time=on("2014-05-01", "2014-06-14"), background=True)
    taken = claim("capture", agent=(ARMY,), place=(TOWN,), time=on("2014-06-13"))
    assert [s.holder for s in spans(hold, taken)] == [ISIL, ARMY]


def test_a_hold_told_as_news_after_an_older_capture_stays_the_last_word() -> None:
    taken = claim("capture", agent=(ARMY,), place=(TOWN,), time=on("2014-06-10"), background=True)
    hold = claim("control", agent=(ISIL,), place=(TOWN,), time=on("2014-06-14"))
    assert [s.holder for s in spans(hold, taken)] == [ARMY, ISIL]


def test_both_sides_hold_a_town_means_it_is_contested() -> None:
    both = claim("control", agent=(actor("Both sides"),), place=(TOWN,), time=on("2014-06-13"))
    two = claim("control", agent=(ISIL, ARMY), place=(TOWN,), time=on("2014-06-13"))
    assert [s.state for s in (*spans(both), *spans(two))] == [ControlState.CONTESTED, ControlState.CONTESTED]


def test_a_police_station_taken_in_a_town_is_not_the_town() -> None:
    station = replace(town("the police station", place_id=None, facility="station"), end=18)
    inside = replace(TOWN, start=22, end=29)
    (span,) = spans(claim("capture", agent=(ISIL,), place=(station, inside), time=on("2014-06-13")))
    assert span.state is ControlState.CONTESTED


def told(text: str, trigger: str = "siege", **values: str) -> tuple[Claim, str]:
    start = text.index(trigger)
    place = replace(TOWN, start=0, end=1)
    return claim("siege", trigger=trigger, start=start, end=start + len(trigger), place=(place,), **values), text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("The army broke the rebels' siege of Jalawla.", True),
        ("The rebels lifted their siege of Jalawla.", True),
        ("The siege of Jalawla ended after a month.", True),
        ("The siege of Jalawla was lifted.", True),
        ("The army began an offensive to break the siege of Jalawla.", False),
        ("The U.N. demanded an end to the siege of Jalawla.", False),
        ("The army would end the siege of Jalawla, he said.", False),
        ("The truce ended. A siege of Jalawla began.", False),
    ],
)
def test_a_siege_that_was_lifted_besieges_nobody(text: str, over: bool) -> None:
    siege, words = told(text)
    (span,) = control_spans([siege], voices([siege], [report(words, report_id="r", outlet="o")], [], {}), {"r": words})
    assert (span.state is ControlState.UNKNOWN) is over


def test_the_end_of_a_siege_leaves_the_town_to_who_held_it() -> None:
    siege, words = told("The rebels lifted their siege of Jalawla.")
    lifted = replace(siege, time=on("2014-06-20"))
    held = claim("control", agent=(KURDS,), place=(TOWN,), time=on("2014-06-20"), report_id="s")
    heard = voices([held, lifted], [report(i, report_id=i, outlet=i) for i in "rs"], [], {})
    (span,) = control_spans([held, lifted], heard, {"r": words, "s": ""})
    assert span.holder == KURDS


def test_a_hold_whose_holder_then_left_is_over() -> None:
    hold = claim("control", agent=(ARMY,), place=(TOWN,), time=on("2014-05-01", "2014-06-14"), background=True)
    left = claim("withdraw", agent=(ARMY,), place=(TOWN,), time=on("2014-06-13"))
    assert [s.state for s in spans(hold, left)] == [ControlState.HELD, ControlState.VACATED]
