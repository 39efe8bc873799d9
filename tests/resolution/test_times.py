from datetime import date

import pytest

from frontwire.resolution.claim_times import claim_time, published_day
from frontwire.resolution.times import expressions

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
        ("this year", "2014-01-01", "2014-06-23", "year"),
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


def test_a_fallback_is_named_never_silent() -> None:
    text = "Rebels took the town."
    news = claim_time(text, None, (0, len(text)), MONDAY, background=False)
    recap = claim_time(text, None, (0, len(text)), MONDAY, background=True)
    undated = claim_time(text, None, (0, len(text)), None, background=False)
    assert (news.rule, news.earliest, news.latest) == ("news_window", "2014-06-21", "2014-06-23")
    assert (recap.rule, recap.earliest) == ("before_publication", None)
    assert (undated.earliest, undated.latest) == (None, None) and "unresolved" in undated.rule


def test_a_coarse_publication_date_gives_no_day() -> None:
    assert published_day("2014-06") is None
    assert published_day("2014-06-23T10:00") == MONDAY


def test_spans_quote_their_text() -> None:
    text = "On Monday and on 9 June they fled."
    assert all(text[i.start : i.end] == i.text for i in expressions(text, MONDAY))
