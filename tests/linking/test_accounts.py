"""Inside one report first: what it tells of one happening is pooled before it is compared with other reports."""

from dataclasses import replace

import pytest

from frontwire.linking.accounts import account, common_types
from frontwire.linking.comparisons import compare_people
from frontwire.linking.link import link
from frontwire.records import Claim, Figure, Source
from tests.factories import actor, claim, on, speaker, toll, town

A, B = town("Aleppo", 36.2, 37.1, country="SY"), town("Homs", 34.7, 36.7, country="SY")
DAY = on("2014-06-16")


def held(words: str, low: int | None, high: int | None = None, at: int = 0) -> Figure:
    best = low if high is None or high == low else None
    return Figure(
        kind="held",
        text=words,
        start=at,
        end=at + len(words),
        low=low,
        high=high or low,
        best=best,
        victim_class="militants",
    )


def groups(*claims: Claim) -> list[set[str]]:
    return [{c.claim_id for c in g} for g in link(claims, []).groups]


def arrest(report: str, sentence: int, figure: Figure, **values: object) -> Claim:
    there = replace(figure, start=100 * sentence + figure.start, end=100 * sentence + figure.end)
    return claim(
        "arrest",
        report_id=report,
        sentence=sentence,
        start=there.start,
        casualties=(there,),
        time=DAY,
        **values,
    )  # type: ignore[arg-type]


def test_what_a_report_says_of_one_happening_is_compared_as_one() -> None:
    first = arrest("r", 0, held("several men", 3, 9), place=(A,))
    detail = arrest("r", 3, held("the men", None))
    other = arrest("s", 0, held("the men", None), place=(B,))
    assert groups(first, detail, other) == [{first.claim_id, detail.claim_id}, {other.claim_id}]


def test_several_told_again_with_their_number_are_the_same_people() -> None:
    lead, detail = arrest("r", 0, held("several suspects", 3, 9), place=(A,)), arrest("r", 4, held("four suspects", 4))
    assert len(groups(lead, detail)) == 1
    assert len(groups(lead, arrest("r", 4, held("twelve suspects", 12)))) == 2
    headline = replace(held("suspects", 2), high=None, best=None)
    assert len(groups(arrest("r", 0, headline, place=(A,)), arrest("r", 4, held("several suspects", 3, 9)))) == 1


@pytest.mark.parametrize(
    ("sentence", "figure"), [(0, held("one suspect", 1, at=50)), (2, held("another suspect", 1)), (2, held("two additional men", 2))]
)  # fmt: skip
def test_people_set_apart_from_those_before_are_others(sentence: int, figure: Figure) -> None:
    assert len(groups(arrest("r", 0, held("a commander", 1), place=(A,)), arrest("r", sentence, figure))) == 2


@pytest.mark.parametrize(("words", "parts"), [("one insurgent", 2), ("a man", 1), ("the insurgent", 1)])
def test_one_person_new_to_the_reader_under_another_noun_is_another(words: str, parts: int) -> None:
    leader, then = arrest("r", 0, held("a rebel leader", 1), place=(A,)), arrest("r", 3, held(words, 1))
    assert len(groups(leader, then)) == parts


@pytest.mark.parametrize(
    ("first", "then", "parts"),
    [
        ("Ana Rueda", "Jon Kesh", 2),
        ("Ana Rueda", "Mrs Ana Rueda, 34", 1),
        ("Captain Jon Kesh", "Captain Ali Bara", 2),
        ("Jon Kesh", "a Norlander", 1),
    ],
)
def test_two_full_names_are_two_persons(first: str, then: str, parts: int) -> None:
    named = arrest("r", 0, held(first, 1), place=(A,))
    assert len(groups(named, arrest("r", 3, held(then, 1)))) == parts


@pytest.mark.parametrize(
    ("words", "low", "parts"), [("both men", 2, 1), ("several men", 3, 2), ("the three men", 3, 2)]
)
def test_people_counted_together_after_they_were_told_one_by_one(words: str, low: int, parts: int) -> None:
    pair = (held("a leader", 1), held("an associate", 1, at=20))
    told = replace(arrest("r", 0, pair[0], place=(A,)), casualties=pair)
    again = arrest("r", 3, held(words, low, 9 if words.startswith("several") else None))
    assert len(groups(told, again)) == parts


def test_people_spoken_of_again_are_the_same_however_many_words_lie_between() -> None:
    assert (
        len(groups(arrest("r", 0, held("a commander", 1), place=(A,)), arrest("r", 7, held("the commander", 1)))) == 1
    )


def test_an_account_brings_the_place_the_day_and_the_fullest_toll_of_its_claims() -> None:
    lead = claim(
        "attack", report_id="r", start=0, place=(A,), time=on("2014-06-14", "2014-06-16"), casualties=(toll(2),)
    )
    detail = claim("killing", report_id="r", start=80, time=DAY, casualties=(toll(5), toll(2, kind="wounded")))
    pooled = account([detail, lead]).pooled
    assert pooled.place == (A,) and pooled.time == DAY
    assert sorted((f.kind, f.low) for f in pooled.casualties) == [("killed", 5), ("wounded", 2)]


def test_accounts_are_compared_by_a_type_they_share() -> None:
    assert common_types(frozenset({"attack", "killing"}), frozenset({"attack", "killing"})) == ("killing", "killing")
    assert common_types(frozenset({"attack"}), frozenset({"killing"})) == ("attack", "killing")
    assert common_types(frozenset({"meeting"}), frozenset({"killing"})) is None


def test_headline_capitals_are_no_names() -> None:
    a, b = (claim("arrest", target=(actor(words),)) for words in ("Several Armed Rebels", "Several Armed Rebels"))
    assert compare_people(a, b) == (0.0, "")
    assert compare_people(*(claim(target=(actor("Commander Jon Bek"),)) for _ in range(2)))[0] > 0  # type: ignore[index]


def test_a_province_and_a_day_are_not_enough_between_reports() -> None:
    province = town("Idlib", precision="admin1", facility="province", admin1="Idlib", country="SY")
    told = [claim("attack", report_id=r, place=(province,), time=on("2014-06-15", "2014-06-16")) for r in ("r", "s")]
    assert len(groups(*told)) == 2


def test_of_two_times_the_shorter_says_more_even_where_it_ends_later() -> None:
    wide, narrow = (claim(report_id="r", start=n, time=on(*days)) for n, days in enumerate((("2014-06-01", "2014-06-09"), ("2014-06-15", "2014-06-16"))))  # fmt: skip
    assert account([wide, narrow]).pooled.time == narrow.time


@pytest.mark.parametrize("means", ["airstrike", "shelling", "explosion", "clash", "attack"])
def test_a_killing_may_be_told_by_its_means(means: str) -> None:
    assert common_types(frozenset({"killing"}), frozenset({means})) is not None
    assert common_types(frozenset({"arrest"}), frozenset({means})) is None


def test_what_two_sides_do_in_one_report_are_two_things_and_between_reports_a_dispute() -> None:
    raid = claim("attack", report_id="r", start=0, place=(A,), time=DAY, agent=(actor("gunmen", "rebel"),))
    answer = claim("airstrike", report_id="r", start=80, place=(A,), time=DAY, agent=(actor("helicopters", "state"),))
    assert len(groups(raid, answer)) == 2
    alike = replace(answer, type="attack")
    assert len(groups(raid, alike)) == 1
    assert len(groups(raid, replace(alike, report_id="s", claim_id="other"))) == 1


def test_words_that_two_claims_share_are_one_toll_also_where_one_read_part_of_them() -> None:
    whole, part = held("two guards and a cook", 3), held("a cook", 1, at=15)
    first = claim("arrest", report_id="r", start=0, time=DAY, place=(A,), casualties=(whole,))
    then = claim("arrest", report_id="r", start=60, time=DAY, casualties=(part,))
    assert len(groups(first, then)) == 1


def test_one_toll_is_one_happening_whatever_word_tells_of_it() -> None:
    dead = replace(held("several of them", 3, 9), kind="killed")
    told = [
        claim(t, report_id="r", start=n, time=DAY, casualties=(dead,)) for n, t in enumerate(("clash", "airstrike"))
    ]
    assert len(groups(*told)) == 1
    apart = replace(told[1], casualties=(replace(dead, start=90, end=105),))
    assert len(groups(told[0], apart)) == 2


def test_numerous_people_may_be_more_than_thirty_and_several_may_not() -> None:
    exact = held("more than 30 men", 31, None)
    for words, low, high, parts in (("numerous men", 4, None, 1), ("several men", 3, 9, 2)):
        vague = replace(held(words, low, 1), high=high, best=None)
        told = [arrest("r", n, f) for n, f in enumerate((vague, replace(exact, high=None, best=None)))]
        assert len(groups(*told)) == parts


def told_dead(kind: str, sentence: int, low: int, speaker: str, **values: object) -> Claim:
    figure = replace(toll(low), start=100 * sentence, end=100 * sentence + 1)
    return claim(
        kind, report_id="r", sentence=sentence, start=100 * sentence, casualties=(figure,), time=DAY,
        source=(speaker_of(speaker),), **values,
    )  # type: ignore[arg-type]  # fmt: skip


def speaker_of(words: str) -> Source:
    return speaker(words, "official")


def test_another_speakers_count_of_the_dead_is_of_the_same_event() -> None:
    raid = told_dead("attack", 0, 30, "residents", place=(A,))
    rivals = [told_dead("casualty", 3, 21, "police"), told_dead("casualty", 4, 46, "a doctor")]
    assert len(groups(raid, *rivals)) == 1


def test_the_toll_of_another_speaker_may_stand_in_the_same_sentence() -> None:
    raid = told_dead("attack", 0, 8, "the mayor", place=(A,))
    for trigger, parts in (("toll", 1), ("died", 2)):
        figure = replace(toll(13), start=50, end=52)
        then = replace(told_dead("casualty", 0, 13, "rebels"), trigger=trigger, start=50, casualties=(figure,))
        assert len(groups(raid, then)) == parts


@pytest.mark.parametrize(
    "other",
    [
        told_dead("casualty", 3, 21, "residents"),  # the same speaker tells of other dead
        told_dead("casualty", 3, 2, "police"),  # too few to be the same
        told_dead("casualty", 3, 21, "police", background=True),  # an older toll
        told_dead("casualty", 3, 21, "police", agent=(actor("the army", "state"),)),  # somebody's own killing
        told_dead("shelling", 3, 21, "police"),  # an event of its own
    ],
)
def test_other_dead_stay_their_own(other: Claim) -> None:
    raid = told_dead("attack", 0, 30, "residents", place=(A,))
    assert len(groups(raid, other)) == 2


def test_a_count_of_soldiers_is_none_of_the_people_an_event_killed() -> None:
    raid = told_dead("attack", 0, 8, "the mayor", place=(A,))
    figure = replace(toll(6, victims="security_forces"), start=300, end=301)
    soldiers = replace(told_dead("casualty", 3, 6, "a spokesman"), casualties=(figure,))
    assert len(groups(raid, soldiers)) == 2


@pytest.mark.parametrize(("words", "parts"), [("the airport", 2), ("the old port", 1)])
def test_ground_is_taken_place_by_place(words: str, parts: int) -> None:
    port = claim("capture", report_id="r", start=0, place=(town("the port of Aleppo"),), time=DAY)
    other = claim("capture", report_id="r", sentence=2, start=200, place=(town(words, place_id=None),), time=DAY)
    assert len(groups(port, other)) == parts


def test_two_speakers_counts_are_rivals_where_neither_tells_the_event() -> None:
    counts = [told_dead("casualty", 1, 5, "police"), told_dead("casualty", 2, 7, "a doctor")]
    assert len(groups(*counts)) == 1
    assert len(groups(told_dead("casualty", 1, 5, "police"), told_dead("casualty", 2, 7, "police"))) == 2
