"""The place lent to an incident whose claims name none."""

from dataclasses import replace

import pytest

from frontwire.reading.document import document
from frontwire.records import Claim, Place
from frontwire.situation.incidents import where
from frontwire.situation.surroundings import Surroundings
from tests.factories import claim, report, town

TEXT = "Police raided a farm near Gulu in Uganda. They found rifles. Two men were held. A dog barked."


def named(name: str, text: str, admin1: str = "Gulu") -> Place:
    return replace(town(name, country="UG", admin1=admin1), start=text.index(name))


def found(text: str, sentence: int, *names: str, own: tuple[Place, ...] = (), kind: str = "arrest") -> Place | None:
    """Where a claim of ``sentence`` lies in ``text``, in which the places ``names`` were recognised."""
    doc = document(report(text, report_id="r"))
    start = doc.sentences[sentence][0]
    told: Claim = claim(kind, report_id="r", sentence=sentence, start=start, end=start + 3, place=own)
    places = [named(n, text) for n in names]
    return where([told], Surroundings([doc], places))


def test_an_incident_without_a_place_lies_where_the_report_was_and_says_so() -> None:
    place = found(TEXT, 2, "Gulu")
    assert place is not None and (place.name, place.relation) == ("Gulu", "context")


def test_a_claims_own_place_is_never_replaced() -> None:
    place = found(TEXT, 2, "Gulu", own=(town("Lira"),))
    assert place is not None and (place.name, place.relation) == ("Lira", None)


def test_a_country_gives_way_to_a_town_in_it_and_to_none_elsewhere() -> None:
    for code, name in (("UG", "Gulu"), ("KE", "Kenya")):
        country = town("Uganda" if code == "UG" else "Kenya", precision="country", country=code)
        place = found(TEXT, 2, "Gulu", own=(country,))
        assert place is not None and place.name == name


def test_two_provinces_in_one_sentence_are_a_doubt() -> None:
    text = "Raids in Gulu and Moroto went on. Two men were held."
    doc = document(report(text, report_id="r"))
    told = claim("arrest", report_id="r", sentence=1, start=doc.sentences[1][0])
    places = [named(n, text, n) for n in ("Gulu", "Moroto")]
    assert where([told], Surroundings([doc], places)) is None


@pytest.mark.parametrize(
    "text", ["KAMPALA, Uganda (May 3, 2011) Police held two men.", "KAMPALA (Wire) - Police held two men."]
)
def test_where_the_writer_sat_is_no_place_of_what_he_wrote(text: str) -> None:
    assert found(text, 0, "KAMPALA") is None


def test_a_place_beside_the_claim_that_is_not_its_own_is_a_doubt() -> None:
    assert found("Gulu is quiet. Two men from Lira were held.", 1, "Gulu", "Lira") is None


@pytest.mark.parametrize(("kind", "lent"), [("arrest", True), ("demand", False), ("casualty", False)])
def test_words_and_sums_have_no_place_to_be_lent(kind: str, lent: bool) -> None:
    assert (found(TEXT, 2, "Gulu", kind=kind) is not None) is lent


def test_a_place_too_many_sentences_before_lends_nothing() -> None:
    text = "Rain fell on Gulu. It stopped. Shops opened. Buses ran. People went home. Two men were held."
    assert found(text, 5, "Gulu") is None
    assert found(text, 3, "Gulu") is not None
