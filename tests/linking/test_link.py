from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from frontwire.linking.clustering import cluster
from frontwire.linking.link import link
from frontwire.records import Judgement, Status
from tests.factories import claim, on, toll, town

A, B = town("Aleppo", 36.2, 37.1, country="SY"), town("Homs", 34.7, 36.7, country="SY")


def groups(claims: list, judgements: tuple = ()) -> list[set[str]]:  # type: ignore[type-arg]
    return [{c.claim_id for c in g} for g in link(claims, [], judgements).groups]


def test_claims_of_one_happening_meet_and_others_stay_apart() -> None:
    one = [claim(report_id=f"r{n}", place=(A,), time=on("2014-06-16"), casualties=(toll(9),)) for n in range(2)]
    other = claim(report_id="r3", place=(B,), time=on("2014-06-16"), casualties=(toll(9),))
    assert sorted(map(len, groups([*one, other]))) == [1, 2]


def test_planned_and_possible_events_are_no_incidents() -> None:
    made = [claim(status=s, place=(A,), time=on("2014-06-16")) for s in (Status.PLANNED, Status.POSSIBLE)]
    assert groups(made) == []


def decision(kind: str, *ids: str) -> Judgement:
    return Judgement(judgement_id=f"j-{kind}", kind=kind, ids=ids, made_at="2014-07-01")


def test_a_human_decision_always_wins() -> None:
    a, b = (claim(report_id=f"r{n}", place=(A,), time=on("2014-06-16"), casualties=(toll(9),)) for n in range(2))
    c = claim(report_id="r9", place=(B,), time=on("2014-06-01"))
    assert {a.claim_id, b.claim_id} in groups([a, b, c])
    assert {a.claim_id, b.claim_id} not in groups([a, b, c], (decision("different", a.claim_id, b.claim_id),))
    assert {a.claim_id, c.claim_id} <= next(
        g for g in groups([a, b, c], (decision("same", a.claim_id, c.claim_id),)) if c.claim_id in g
    )


def test_average_linkage_does_not_chain() -> None:
    weights = {(i, i + 1): 3.0 for i in range(4)}  # a chain of five with nothing between distant members
    assert max(map(len, cluster(5, weights, threshold=2.0, blocked=-8.0))) == 2


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(8)))
def test_order_of_claims_does_not_matter(order: list[int]) -> None:
    made = [
        claim(claim_id=f"c{n}", report_id=f"r{n % 3}", start=n, place=(A if n % 2 else B,), time=on(f"2014-06-{10 + n // 2}"), casualties=(toll(n % 3 + 5),))
        for n in range(8)
    ]  # fmt: skip
    assert link([made[i] for i in order], []) == link(made, [])


def test_a_part_of_a_toll_told_again_in_the_same_report_is_no_second_toll() -> None:
    two = (toll(1, kind="held", victims="militants"), toll(2, kind="held", victims="militants"))
    first = claim("arrest", report_id="r", start=0, time=on("2014-06-16"), place=(A,), casualties=two)
    again = claim("arrest", report_id="r", start=90, time=on("2014-06-16"), casualties=(toll(2, kind="held"),))
    elsewhere = claim("arrest", report_id="s", start=90, time=on("2014-06-16"), casualties=(toll(2, kind="held"),))
    assert groups([first, again]) == [{first.claim_id, again.claim_id}]
    assert len(groups([first, elsewhere])) == 2


def test_in_a_report_without_a_day_no_day_says_nothing() -> None:
    three = (toll(3, victims="militants"),)
    first, again = (claim(k, report_id="r", start=n, casualties=three) for n, k in ((0, "killing"), (90, "clash")))
    assert groups([first, again]) == [{first.claim_id, again.claim_id}]


def test_the_bare_plural_of_a_headline_sets_nobody_apart() -> None:
    some, others = toll(2, None, "held"), toll(2, kind="held")
    some, others = replace(some, text="Raiders"), replace(others, text="two other raiders", start=100, end=117)
    headline = claim("arrest", report_id="r", sentence=0, start=0, time=on("2014-06-16"), casualties=(some,))
    lead = claim("arrest", report_id="r", sentence=1, start=90, time=on("2014-06-16"), casualties=(others,))
    assert groups([headline, lead]) == [{headline.claim_id, lead.claim_id}]
