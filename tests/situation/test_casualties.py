"""Ranges over origins; later word of one origin supersedes; nothing is ever added across speakers."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from frontwire.records import Claim, Range, Status
from frontwire.situation.casualties import reconcile, stated, total
from tests.factories import claim, toll


def entries(*claims: tuple[str, str, Claim]) -> list:  # type: ignore[type-arg]
    origin = {c.claim_id: o for o, _, c in claims}
    day = {c.claim_id: d for _, d, c in claims}
    return stated([c for _, _, c in claims], origin, lambda c: day[c.claim_id])


def killed(low: int, high: int | None = -1, victims: str = "unknown", **values: object) -> Claim:
    return claim(casualties=(toll(low, high, victims=victims),), **values)


def test_two_origins_give_a_range_and_the_lower_median() -> None:
    found = total(entries(("a", "1", killed(10)), ("b", "1", killed(18))), "killed")
    assert found == Range(low=10, high=18, best=10)


def test_later_figure_of_one_origin_supersedes() -> None:
    found = total(entries(("a", "2014-06-18T09", killed(10)), ("a", "2014-06-18T18", killed(20))), "killed")
    assert found == Range(low=20, high=20, best=20)


def test_a_bare_plural_does_not_supersede_a_number() -> None:
    found = total(entries(("a", "1", killed(10)), ("a", "2", killed(2, None))), "killed")
    assert found == Range(low=10, high=10, best=10)


def test_at_least_leaves_high_open_and_unknown_stays_null() -> None:
    assert total(entries(("a", "1", killed(21, None))), "killed") == Range(low=21, high=None, best=None)
    assert total(entries(("a", "1", claim())), "killed") is None


def test_classes_of_one_origin_add_up_but_not_across_origins() -> None:
    one = claim(casualties=(toll(1, victims="security_forces"), toll(8, victims="militants")))
    assert total(entries(("a", "1", one)), "killed") == Range(low=9, high=9, best=9)
    assert total(entries(("a", "1", one), ("b", "1", killed(3, victims="civilians"))), "killed") == Range(
        low=3, high=9, best=3
    )


def test_people_and_children_are_not_added() -> None:
    one = claim(casualties=(toll(21), toll(6, victims="children")))
    assert total(entries(("a", "1", one)), "killed") == Range(low=21, high=21, best=21)


def test_aggregates_and_unreal_claims_never_count() -> None:
    since = claim(casualties=(toll(1000, None, aggregate=True),))
    planned = killed(50, status=Status.PLANNED)
    assert entries(("a", "1", since), ("b", "1", planned)) == []


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 500), st.one_of(st.none(), st.integers(0, 500))),
        min_size=1,
        max_size=8,
    )
)
def test_a_range_never_invents(figures: list[tuple[str, int, int | None]]) -> None:
    """Every bound of every range is a bound somebody gave."""
    claims = [
        (o, str(n), killed(low, None if extra is None else low + extra)) for n, (o, low, extra) in enumerate(figures)
    ]
    lows = {low for _, low, _ in figures}
    highs = {None if extra is None else low + extra for _, low, extra in figures}
    for r in reconcile(entries(*claims)):
        assert r.low in lows and r.high in highs
        assert r.best is None or r.best in lows


def listed(*people: tuple[str, int, int, str]) -> Claim:
    """(words, start, number, class) of people killed, told one after the other."""
    return claim(
        casualties=tuple(
            replace(toll(n, victims=c), text=words, start=at, end=at + len(words)) for words, at, n, c in people
        )
    )


def test_people_listed_one_after_the_other_add_up_and_a_part_does_not() -> None:
    mayor = listed(
        ("The mayor", 0, 1, "unknown"), ("his brother", 11, 1, "civilians"), ("two guards", 27, 2, "security_forces")
    )
    assert total(entries(("a", "1", mayor)), "killed") == Range(low=4, high=4, best=4)
    nine = listed(("Nine people", 0, 9, "unknown"), ("four guards", 23, 4, "security_forces"))
    assert total(entries(("a", "1", nine)), "killed") == Range(low=9, high=9, best=9)


def test_one_of_the_rebels_supersedes_no_count_of_them() -> None:
    nine, one = listed(("nine rebels", 0, 9, "militants")), listed(("One of the rebels", 0, 1, "militants"))
    assert total(entries(("a", "1", nine), ("a", "2", one)), "killed") == Range(low=9, high=9, best=9)
    assert total(entries(("a", "2", one)), "killed") == Range(low=1, high=1, best=1)


def test_a_bare_plural_that_a_number_counts_adds_nobody() -> None:
    people, number = toll(2, None), toll(150000)
    apart = (replace(people, start=0, end=16), replace(number, start=20, end=27))
    listed = (replace(people, start=0, end=16), replace(number, start=21, end=27))
    assert total(entries(("a", "1", claim(casualties=apart))), "killed") == Range(low=150000, high=150000, best=150000)
    assert total(entries(("a", "1", claim(casualties=listed))), "killed") == Range(low=150002, high=None, best=None)


def test_children_listed_beside_a_civilian_are_not_among_them() -> None:
    teacher, pupils = toll(1, 1, victims="civilians"), toll(3, 3, victims="children")
    listed = (replace(teacher, start=0, end=9), replace(pupils, start=14, end=26))
    apart = (replace(toll(9, 9, victims="civilians"), start=0, end=14), replace(pupils, start=26, end=40))
    assert total(entries(("a", "1", claim(casualties=listed))), "killed") == Range(low=4, high=4, best=4)
    assert total(entries(("a", "1", claim(casualties=apart))), "killed") == Range(low=9, high=9, best=9)


def test_a_person_by_name_is_no_rival_of_a_number() -> None:
    nine, brenk = listed(("Nine people", 0, 9, "unknown")), listed(("Sergeant Brenk", 0, 1, "unknown"))
    assert total(entries(("a", "1", nine), ("b", "2", brenk)), "killed") == Range(low=9, high=9, best=9)
    assert total(entries(("a", "1", nine), ("a", "2", brenk)), "killed") == Range(low=9, high=9, best=9)
    assert total(entries(("b", "2", brenk)), "killed") == Range(low=1, high=1, best=1)
    one = listed(("A sergeant", 0, 1, "unknown"))
    assert total(entries(("a", "1", nine), ("b", "2", one)), "killed") == Range(low=1, high=9, best=1)
