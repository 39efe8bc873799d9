"""Who is who inside one report, and what the report leaves open."""

import pytest

from frontwire.resolution.cast import cast, one_organisation
from frontwire.resolution.identity import identity
from frontwire.resolution.introductions import introduced, known_person


def test_the_reports_own_short_form_beats_the_registrys() -> None:
    """An unknown "Rural Safety Front (RSF)" is not the Rapid Support Forces."""
    said = cast("The Rural Safety Front (RSF) met. The RSF left.", None)
    assert said.shorts["RSF"].actor_id == "local:rural-safety-front"
    assert cast("The RSF left.", None).shorts == {}


def test_a_short_form_that_its_words_do_not_give_is_none() -> None:
    assert cast("The Upper Valley Front (EU) met.", None).shorts == {}


@pytest.mark.parametrize(
    ("text", "countries", "state"),
    [
        ("Malian soldiers left the town.", [], "ML"),
        ("Soldiers left the town.", ["ML", "ML"], "ML"),
        ("Malian soldiers left the town.", ["NE"], None),
        ("Malian soldiers and foreign troops left the town.", [], None),
        ("Malian soldiers and NATO officers left the town.", [], None),
        ("Soldiers left the town.", [], None),
    ],
)
def test_the_army_is_a_states_where_the_report_knows_one_state_alone(
    text: str, countries: list[str], state: str | None
) -> None:
    assert cast(text, None, countries).state == state


def test_the_group_is_the_only_one_named_before() -> None:
    said = cast("Hamas met. Then Fatah came.", None)
    first = one_organisation(said, 11)
    assert first is not None and first.actor_id == "hamas"
    assert one_organisation(said, 28) is None and one_organisation(said, 0) is None


@pytest.mark.parametrize(
    ("text", "actor", "side"),
    [
        ("Former Houthi spokesman Yahya Karam spoke.", None, None),
        ("Yahya Karam, a former Houthi spokesman, spoke.", None, None),
        ("The group's spokesman, Yahya Karam, spoke of Houthi losses.", None, None),
        ("A spokesman for the M23, Yahya Karam, spoke.", "m23", "rebel"),
        ("Yahya Karam, a Houthi spokesman and, later, a Chadian minister, spoke.", "houthis", "rebel"),
        ("Chadian soldiers shot farmer Yahya Karam.", None, "civilians"),
        ("Hamas killed Yahya Karam, a spokesman said.", None, None),
        ("General Yahya Karam, who fell out with the M23's leader, spoke.", None, "state"),
        ("Yahya Karam of Chad won a prize.", None, None),
        ("Israel's ambassador to the United Nations, Yahya Karam, spoke.", "state:IL", "state"),
        ("In Karam, a Houthi stronghold, shells fell.", None, None),
    ],
)
def test_a_person_goes_by_the_group_or_office_he_is_given(text: str, actor: str | None, side: str | None) -> None:
    found = introduced(text, None).get("karam")
    assert (found.identity.actor_id if found else None, found.identity.side if found else None) == (actor, side)


def test_another_first_name_is_another_person() -> None:
    people = introduced("Houthi spokesman Yahya Karam spoke.", None)
    assert known_person("Yahya Karam", people) and known_person("Mr. Karam", people)
    assert known_person("Salim Karam", people) is None


@pytest.mark.parametrize(
    ("words", "actor", "side", "country"),
    [
        ("Israel Katz", None, "unknown", None),
        ("Turkish occupation", "state:TR", "state", "TR"),
        ("Sudan's opposition", None, "unknown", "SD"),
        ("the National Army", None, "state", None),
        ("the Pakistan Air Force", "state:PK", "state", "PK"),
        ("Kenya Defence Forces", "state:KE", "state", "KE"),
        ("a Republican Guard base", None, "state", None),
        ("Turkish-backed forces", None, "unknown", None),
        ("the New Jersey governor", None, "state", None),
        ("a Combined Arms general", None, "state", None),
        ("Russia's UN ambassador", "state:RU", "state", "RU"),
        ("the UN envoy to Syria", "united-nations", "international", None),
        ("the Syrian Hills Front", "local:syrian-hills-front", "unknown", "SY"),
    ],
)
def test_what_words_alone_say(words: str, actor: str | None, side: str, country: str | None) -> None:
    found = identity(words, None)
    assert (found.actor_id, found.side, found.country) == (actor, side, country)


def test_a_run_of_capitals_is_no_name() -> None:
    """A report in capitals would else be one name of thousands of words."""
    assert cast("ABDUL KHAN MET THE M23 MOVEMENT IN THE NORTH " * 50, None).organisations == ()
