"""Whom one report introduces, the others of the situation know."""

from frontwire.resolution.acquaintances import introduced_by, joined
from frontwire.resolution.cast import cast

DEFINES = cast("The Upper Valley Front (UVF) met. Houthi spokesman Yahya Karam spoke.", None)
TEXT = "UVF fighters left. Yahya Karam denied it. Karam was angry."


def test_a_report_follows_those_that_say_who_that_is() -> None:
    own = cast(TEXT, None)
    found = joined(own, introduced_by([DEFINES, own]), TEXT)
    assert found.people["karam"].identity.actor_id == "houthis"


def test_the_registry_and_the_reports_own_words_come_first() -> None:
    """A registered group has the name "UVF"; a report that says otherwise is followed by itself alone."""
    own = cast(TEXT, None)
    assert "UVF" not in joined(own, introduced_by([DEFINES]), TEXT).shorts
    ours = cast("The Old Quarter Front (OQF) met. OQF men left.", None)
    theirs = cast("The Outer Quays Front (OQF) met.", None)
    assert joined(ours, introduced_by([theirs]), "OQF men left.").shorts == ours.shorts


def test_reports_that_disagree_introduce_nobody() -> None:
    one, two = (cast(f"{who} spokesman Yahya Karam spoke.", None) for who in ("Houthi", "Hamas"))
    assert introduced_by([one, two]).people == {}
    assert introduced_by([one, two]) == introduced_by([two, one])


def test_a_last_name_alone_reaches_no_other_report() -> None:
    text = "Karam denied it."
    own = cast(text, None)
    assert joined(own, introduced_by([DEFINES]), text) is own
