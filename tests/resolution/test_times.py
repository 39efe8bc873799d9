from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.expressions import READERS
from benchmarks.tables import wrong
from frontwire.reading.document import document
from frontwire.records import Interval, Report, Status
from frontwire.resolution.claim_times import calendar, claim_time, published_day
from frontwire.resolution.times import expressions, report_day

TABLE = Path(__file__).parent / "time_expressions.tsv"
EXPRESSIONS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]

MONDAY = date(2014, 6, 23)


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "precision"),
    [
        ("on Monday", "2014-06-23", "2014-06-23", "day"),
        ("on Saturday", "2014-06-21", "2014-06-21", "day"),
        ("last Monday", "2014-06-16", "2014-06-16", "day"),
        ("yesterday", "2014-06-22", "2014-06-22", "day"),
        ("three days ago", "2014-06-20", "2014-06-20", "day"),
        ("at the weekend", "2014-06-21", "2014-06-22", "weekend"),
        ("June 9", "2014-06-09", "2014-06-09", "day"),
        ("on 9 June", "2014-06-09", "2014-06-09", "day"),
        ("Thursday, June 12", "2014-06-12", "2014-06-12", "day"),
        ("December 30", "2013-12-30", "2013-12-30", "day"),
        ("30 December 2012", "2012-12-30", "2012-12-30", "day"),
        ("in January", "2014-01-01", "2014-01-31", "month"),
        ("in March 2011", "2011-03-01", "2011-03-31", "month"),
        ("in 2013", "2013-01-01", "2013-12-31", "year"),
        ("overnight", "2014-06-22", "2014-06-23", "part_of_day"),
        ("last week", "2014-06-16", "2014-06-22", "week"),
        ("last month", "2014-05-01", "2014-05-31", "month"),
        ("this year", "2014-01-01", "2014-12-31", "year"),
        ("Sunday night", "2014-06-22", "2014-06-22", "part_of_day"),
        ("between June 10 and June 12", "2014-06-10", "2014-06-12", "day"),
        ("in two days of violence", "2014-06-21", "2014-06-23", "day"),
    ],
)
def test_news_semantics(words: str, earliest: str, latest: str, precision: str) -> None:
    found = expressions(words, MONDAY)[0]
    assert (found.earliest, found.latest, found.precision) == (earliest, latest, precision)


def test_since_runs_to_publication() -> None:
    found = expressions("since April", MONDAY)[0]
    assert (found.modifier, found.earliest, found.latest) == ("since", "2014-04-01", "2014-06-23")


@pytest.mark.parametrize("words", ["three people died", "he may leave", "the 2nd Division", "march on the capital"])
def test_no_time_is_seen_where_there_is_none(words: str) -> None:
    assert expressions(words, MONDAY) == []


def test_relative_words_of_an_undated_report_stay_unresolved_and_listed() -> None:
    found = expressions("It fell yesterday.", None)[0]
    assert (found.text, found.earliest, found.latest) == ("yesterday", None, None)
    assert found.rule.endswith("unresolved")


def test_an_absolute_date_needs_no_publication_day() -> None:
    assert expressions("on 9 June 2014", None)[0].earliest == "2014-06-09"


def dated(
    text: str, trigger: str, published: str | None = "2014-06-23", told: set[int] | None = None, **options: Any
) -> Interval:
    """The time of the claim whose trigger is ``trigger``; ``told``: the sentences that tell of an event, else all."""
    report = document(Report(report_id="r", text=text))
    start = text.index(trigger)
    number = next(n for n, (a, b) in enumerate(report.sentences) if a <= start < b)
    read = calendar(text, report.sentences, published, told=told)
    return claim_time(read, None, number, start, **({"background": False, "status": Status.ACTUAL} | options))


def test_a_fallback_is_named_never_silent() -> None:
    text = "Rebels took the town."
    news, recap, undated = dated(text, "took"), dated(text, "took", background=True), dated(text, "took", None)
    plan = dated("Rebels will take the town.", "take", status=Status.PLANNED)
    assert (news.rule, news.earliest, news.latest) == ("news_window", "2014-06-21", "2014-06-23")
    assert (recap.rule, recap.earliest) == ("before_publication", None)
    assert (undated.earliest, undated.latest) == (None, None) and "unresolved" in undated.rule
    assert (plan.rule, plan.earliest, plan.latest) == ("after_publication", "2014-06-23", None)


def test_a_recaps_day_is_not_lent_to_the_news_beside_it() -> None:
    text = "The man who shot the mayor on 2 May was held during a search on Friday."
    taken = [(text.index("2 May"), text.index("2 May") + 5)]
    assert dated(text, "held").earliest == "2014-05-02"
    assert dated(text, "held", others=taken).earliest == "2014-06-20"


def test_a_claim_without_time_words_takes_its_own_sentences_date_first() -> None:
    found = dated("Rebels took the town on Friday and burned the market.", "burned")
    assert (found.earliest, found.rule) == ("2014-06-20", "own_sentence:weekday")
    assert (found.text, found.start, found.beside) == ("Friday", None, True)


def test_then_that_of_the_sentences_before_and_says_so() -> None:
    found = dated("Rebels took the town on Friday. They burned the market.", "burned")
    assert (found.earliest, found.latest, found.rule, found.text) == (
        "2014-06-20",
        "2014-06-21",
        "context:weekday",
        None,
    )


def test_another_clauses_date_is_not_its_own() -> None:
    text = "Rebels burned the market after the army left on Friday. On Saturday it came back."
    assert dated(text, "burned").rule == "context:weekday"
    assert dated(text.split(". ")[0], "burned").rule == "only_day:weekday"


def test_a_day_to_come_and_one_without_an_event_lend_themselves_to_nothing() -> None:
    ahead = "Parliament will meet on Thursday. Shells fell on the market."
    assert dated(ahead, "fell").rule == "news_window"
    assert dated(ahead, "meet", status=Status.PLANNED).earliest == "2014-06-26"
    vote = "Troops burned the market. The mayor spoke. Then a baker spoke. People voted on Friday."
    assert dated(vote, "burned").rule == "only_day:weekday"
    assert dated(vote, "burned", told={0}).rule == "news_window"


def test_the_sentences_own_day_to_come_dates_nothing_that_has_happened() -> None:
    text = "Ahead of Thursday's election, soldiers raided his home."
    assert dated(text, "raided").rule == "news_window"
    assert dated(text, "raided", status=Status.PLANNED).earliest == "2014-06-26"


def test_what_has_happened_on_a_weekday_did_on_the_last_one() -> None:
    text = "Shells hit the carts that meant to leave the mill on Friday."
    report = document(Report(report_id="r", text=text))
    words = (text.index("on Friday"), len(text) - 1)
    read = calendar(text, report.sentences, "2014-06-23")
    assert read.found[0].earliest == "2014-06-27"
    took = claim_time(read, words, 0, text.index("hit"), background=False, status=Status.ACTUAL)
    assert (took.earliest, took.latest) == ("2014-06-20", "2014-06-20")
    plan = claim_time(read, words, 0, text.index("hit"), background=False, status=Status.PLANNED)
    assert plan.earliest == "2014-06-27"


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("Nine died in an ambush, the region's deadliest attack this decade.", "this decade", "unparsed:news_window"),
        ("Nine died in the first rocket attack of the year.", "of the year", "unparsed:news_window"),
        ("Nine died in an ambush this year.", "this year", "period"),
        ("Nine died in the first ambush on Friday.", "Friday", "weekday"),
    ],
)
def test_over_how_long_something_is_the_worst_is_not_when_it_was(text: str, words: str, rule: str) -> None:
    report = document(Report(report_id="r", text=text))
    span = (text.index(words), text.index(words) + len(words))
    read = calendar(text, report.sentences, "2014-06-23")
    assert claim_time(read, span, 0, 0, background=False, status=Status.ACTUAL).rule == rule


def test_two_days_joined_are_one_stretch() -> None:
    found = dated("Jets struck the camp on Thursday and Friday.", "struck")
    assert (found.earliest, found.latest) == ("2014-06-19", "2014-06-20")
    assert dated("Jets struck the camp on Friday and left.", "struck").latest == "2014-06-20"


def test_the_only_day_of_a_report_is_not_lent_where_it_is_a_recaps() -> None:
    text = "Police looked for those who fled after Friday's bombing. Shells fell on the market. A mill burned. Then it rained. Nobody slept."
    taken = [(text.index("Friday"), text.index("Friday") + 8)]
    assert dated(text, "burned").rule == "context:weekday" and dated(text, "slept").rule == "only_day:weekday"
    assert dated(text, "slept", others=taken).rule == "news_window"


def test_a_day_since_when_something_lasts_is_no_neighbours() -> None:
    text = "Nobody has left since troops cut the road on 3 June. On the coast a mine killed a boy."
    assert dated(text, "mine").rule == "news_window"


def test_the_day_of_a_recap_in_the_next_sentence_dates_no_headline() -> None:
    text = "Troops took back the fort. Rebels, who seized it on 2 April, fled before the raid."
    taken = [(text.index("2 April"), text.index("2 April") + 7)]
    assert dated(text, "took back").rule == "context:day_month"
    assert dated(text, "took back", others=taken).rule == "news_window"


def test_dates_that_open_entries_are_no_day_of_writing() -> None:
    listed = "19 June: shells hit a mill in Aden. 20 June: shells hit a depot."
    assert dated(listed, "shells").earliest == "2014-06-19"
    aside = "Shells hit a mill (19 June). Shells struck a depot (20 June)."
    assert dated(aside, "hit").earliest == "2014-06-19"
    assert report_day(listed, MONDAY) == report_day(aside, MONDAY) == MONDAY


def test_the_day_of_speaking_dates_nothing() -> None:
    found = dated("Rebels took the town, officials said on Friday.", "took")
    assert found.rule == "news_window"


def test_a_report_that_bears_its_day_and_names_no_other_tells_of_about_that_day() -> None:
    bare = "KANO, Nigeria, June 22 (Agency) - Gunmen burned a school. Two guards were shot."
    found = dated(bare, "shot")
    assert (found.earliest, found.latest, found.modifier, found.rule) == (
        "2014-06-22",
        "2014-06-22",
        "about",
        "own_day",
    )
    assert dated(bare, "shot", background=True).rule == "before_publication"
    assert dated(bare + " A guard had fled on Friday.", "burned").rule != "own_day"


def test_what_has_happened_lies_before_publication() -> None:
    assert dated("Rebels took the town this week.", "took").latest == "2014-06-23"


@pytest.mark.parametrize("row", EXPRESSIONS, ids=lambda row: row[0])
def test_expression_table(row: list[str]) -> None:
    """Written from the grammar of English time words; ``benchmarks/expressions.py`` counts the same table."""
    words, earliest, latest, modifier = (None if cell == "-" else cell for cell in row)
    found = next(i for i in expressions(str(words), date(2019, 5, 15)) if i.earliest or i.latest)
    assert (found.earliest, found.latest, found.modifier) == (earliest, latest, modifier)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("KABUL, Afghanistan (Jan. 23, 2011) Two men were shot today.", None, date(2011, 1, 23)),
        ("BEIRUT, June 21 (Agency) - Two men were shot today.", "2014-06-23", date(2014, 6, 21)),
        ("Updated 3:04 PM ET, Tue June 10, 2014\nTwo men were shot.", "2014-06-11", date(2014, 6, 10)),
        ("June 20: Raids in the north\nTwo men were shot today.", "2014-06-23", date(2014, 6, 20)),
        ("Raids in the north\nJune 20: Two men were shot.", "2014-06-23", date(2014, 6, 23)),
        ("Two men were shot on May 3.", "2014-06-23", date(2014, 6, 23)),
        ("HOMS, Feb. 2 (Agency) - An old story.", "2014-06-23", date(2014, 6, 23)),
    ],
)
def test_today_is_the_day_of_the_dateline(text: str, published: str | None, day: date) -> None:
    assert report_day(text, published_day(published)) == day


def test_a_coarse_publication_date_gives_no_day() -> None:
    assert published_day("2014-06") is None
    assert published_day("2014-06-23T10:00") == MONDAY


def test_spans_quote_their_text() -> None:
    text = "On Monday and on 9 June they fled."
    assert all(text[i.start : i.end] == i.text for i in expressions(text, MONDAY))


def test_a_document_number_is_no_span_of_years() -> None:
    assert not [t for t in expressions("RELEASE 2010-03-CA-061 and 2011-08-S-037", date(2010, 3, 14)) if t.earliest]


def test_the_day_of_a_dateline_is_read_and_is_no_happenings_own() -> None:
    doc = document(Report(report_id="r", text="NIAMEY, Niger (June 12, 2014) Rebels took the town."))
    assert doc.dateline is not None
    head = (doc.dateline.start, doc.dateline.end)
    read = calendar(doc.report.text, doc.sentences, "2014-06-23", head)
    assert [i.earliest for i in read.head] == ["2014-06-12"] and read.found == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Fighting began on 3 May. It went on until the 9th.", ["2014-05-03", "2014-05-09"]),
        ("Shells fell on 30 April. They stopped by the 2nd, officials said.", ["2014-04-30", "2014-05-02"]),
        ("They met on the 5th floor. It went on until the 9th.", []),
        ("Shells fell on 30 April. They hit a flat on the 5th floor.", ["2014-04-30"]),
    ],
)
def test_a_bare_day_of_the_month_is_near_the_day_spoken_of_before(text: str, days: list[str]) -> None:
    report = document(Report(report_id="r", text=text))
    assert [i.latest for i in calendar(text, report.sentences, "2014-05-12").found] == days


def test_words_that_count_from_a_time_spoken_of_before() -> None:
    count, lines = wrong("narrative_times.tsv", READERS["narrative_times.tsv"])
    assert count >= 47 and lines == []


def test_a_day_told_before_a_second_clause_of_the_sentence_is_lent_to_it() -> None:
    found = dated(
        "Troops stormed the hall on Saturday; 30 hostages died. The gunmen had seized it three days earlier.", "died"
    )
    assert (found.earliest, found.latest, found.rule) == ("2014-06-21", "2014-06-22", "context:weekday")


def test_two_ends_of_a_stretch_are_one_time() -> None:
    found = dated("From noon on Friday until 6 p.m. on Sunday shells fell.", "fell")
    assert (found.earliest, found.latest) == ("2014-06-20", "2014-06-22")


def test_a_time_of_the_day_dates_no_claim_by_itself() -> None:
    text = "Shells fell at 5 a.m. on Saturday."
    report = document(Report(report_id="r", text=text))
    read = calendar(text, report.sentences, "2014-06-23")
    assert [i.earliest for i in read.hours] == ["2014-06-21T05:00"]
    assert dated(text, "fell").earliest == "2014-06-21"
    assert dated("Shells fell at 5 a.m.", "fell").rule == "news_window"
