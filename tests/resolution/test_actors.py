import pytest

from benchmarks.actors import READERS
from benchmarks.tables import wrong
from frontwire.records import Mention
from frontwire.resolution import speakers
from frontwire.resolution.actors import acled_inter, of_mention, ucdp_side
from frontwire.resolution.cast import Cast, cast

EMPTY = Cast("2014-06-23")


def mention(text: str) -> Mention:
    return Mention(text=text, start=0, end=len(text), report_id="r")


@pytest.mark.parametrize("name", ["ISIL", "ISIS", "Daesh", "Islamic State of Iraq and the Levant"])
def test_names_of_one_group_are_one_actor(name: str) -> None:
    assert of_mention(mention(name), EMPTY).actor_id == "islamic-state"


def test_generics_are_equated_only_where_the_text_says_so() -> None:
    said = cast("The rebels, led by Boko Haram, took the town.", None)
    assert of_mention(mention("the rebels"), said).actor_id == "boko-haram"
    assert of_mention(mention("gunmen"), said).actor_id is None
    assert cast("Boko Haram and the rebels took towns.", None).generics == {}


def test_a_generic_said_of_two_groups_stands_for_neither() -> None:
    said = cast("Fighters from Hamas left. Fighters from Fatah came.", None)
    assert of_mention(mention("fighters"), said).actor_id is None


@pytest.mark.parametrize(
    ("land", "actor"), [("India", "naxalites"), ("Nepal", "cpn-maoist"), ("the Philippines", "npa"), ("Turkey", None)]
)
def test_a_name_of_movements_in_several_lands_is_the_lands_own(land: str, actor: str | None) -> None:
    code = {"India": "IN", "Nepal": "NP", "the Philippines": "PH", "Turkey": "TR"}[land]
    said = cast(f"In {land}, Maoist rebels shelled a post.", None, [code])
    assert of_mention(mention("Maoist rebels"), said).actor_id == actor


@pytest.mark.parametrize(
    ("words", "side", "country"),
    [("Iraqi security forces", "state", "IQ"), ("government forces", "state", None), ("gunmen", "rebel", None),
     ("pro-government tribal fighters", "militia", None), ("villagers", "civilians", None), ("the Sudanese army", "state", "SD")],
)  # fmt: skip
def test_side_and_country_by_the_words(words: str, side: str, country: str | None) -> None:
    found = of_mention(mention(words), EMPTY)
    assert (found.side, found.country) == (side, country)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("a police captain", "official"), ("residents", "resident"), ("doctors", "medical"), ("Lieutenant General Sabah al-Janabi", "named"),
     ("the Defence Ministry", "official"), ("media reports", "media"), ("Human Rights Watch", "ngo"), ("a Taliban spokesman", "armed_group"),
     ("sources", "unnamed"), ("the Syrian Observatory for Human Rights", "ngo"), ("Janabi", "named")],
)  # fmt: skip
def test_speakers_by_kind(words: str, kind: str) -> None:
    assert speakers.of_mention(mention(words), EMPTY).kind.value == kind


def test_one_person_has_one_id_and_unnamed_officials_none() -> None:
    full, short = (speakers.of_mention(mention(w), EMPTY) for w in ("Colonel Raad al-Obeidi", "al-Obeidi"))
    assert full.speaker_id == short.speaker_id is not None
    assert speakers.of_mention(mention("officials"), EMPTY).speaker_id is None


def test_an_unknown_group_keeps_one_id_across_reports() -> None:
    first, again = (
        of_mention(mention("the Free Hills Liberation Front"), EMPTY),
        of_mention(mention("Free Hills Liberation Front"), EMPTY),
    )
    assert first.actor_id == again.actor_id == "local:free-hills-liberation-front"
    assert of_mention(mention("gunmen"), EMPTY).actor_id is None


def test_codes_of_other_schemes_follow_from_side_and_country() -> None:
    troops = of_mention(mention("Turkish Armed Forces"), EMPTY)
    assert (acled_inter(troops, "TR"), acled_inter(troops, "SY"), ucdp_side(troops)) == (1, 8, "government")
    rebels = of_mention(mention("the M23"), EMPTY)
    assert (acled_inter(rebels, "CD"), ucdp_side(rebels)) == (2, "organised group")


@pytest.mark.parametrize(
    "words", ["An employee", "No group", "Al-Tikriti", "In all, six men", "So Min and a guard", "And they"]
)
def test_a_short_word_is_no_countrys_code(words: str) -> None:
    assert of_mention(mention(words), EMPTY).country is None


@pytest.mark.parametrize(
    ("words", "country"),
    [("US troops", "US"), ("U.K. officials", "GB"), ("An Afghan patrol", "AF"), ("Mali's army", "ML")],
)
def test_a_country_is_told_by_its_name_or_adjective(words: str, country: str) -> None:
    assert of_mention(mention(words), EMPTY).country == country


@pytest.mark.parametrize("table", READERS)
def test_every_mention_of_our_tables_is_read_as_a_reader_would(table: str) -> None:
    count, lines = wrong(table, READERS[table])
    assert count >= 149 and lines == []
