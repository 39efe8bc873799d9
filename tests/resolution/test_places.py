import pytest

from frontwire.codebook import load_places
from frontwire.records import Mention, Place
from frontwire.resolution.gazetteer import Gazetteer, is_demonym
from frontwire.resolution.names import normalise, skeleton
from frontwire.resolution.places import resolve_filler, resolve_report


def resolve(text: str, words: str, gazetteer: Gazetteer) -> Place:
    start = text.index(words)
    mention = Mention(text=words, start=start, end=start + len(words), report_id="r")
    return resolve_filler(mention, text, resolve_report("r", text, gazetteer), gazetteer)


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Troops left Kidal in northern Mali on Monday.", "Kidal", "Kidal", "ML"),
        ("In Sudan, shells fell on El Fasher and Nyala.", "Nyala", "Nyala", "SD"),
        ("The Ukrainian army held Bakhmut and Avdiivka.", "Bakhmut", "Bakhmut", "UA"),
        ("Fighting went on in Tripoli, Libya.", "Tripoli", "Tripoli", "LY"),
        ("Fighting went on in Tripoli, Lebanon.", "Tripoli", "Tripoli", "LB"),
    ],
)
def test_a_name_is_read_in_its_country(text: str, words: str, name: str, country: str, gazetteer: Gazetteer) -> None:
    found = resolve(text, words, gazetteer)
    assert found.name == name
    assert found.country == country


def test_an_airport_is_not_its_town(gazetteer: Gazetteer) -> None:
    text = "In Libya, fighters shelled Misrata and Misrata airport, and took Ghadames airport."
    town, airport = resolve(text, "Misrata", gazetteer), resolve(text, "Misrata airport", gazetteer)
    unlisted = resolve(text, "Ghadames airport", gazetteer)
    assert airport.facility == "airport" and airport.place_id != town.place_id
    assert unlisted.facility == "airport" and unlisted.precision == "town" and unlisted.place_id != town.place_id


def test_the_most_specific_name_of_a_filler_wins(gazetteer: Gazetteer) -> None:
    text = "In Sudan, they took the North Darfur capital El Fasher at dawn."
    found = resolve(text, "the North Darfur capital El Fasher", gazetteer)
    assert found.precision == "town"


def test_part_of_a_town_is_marked_as_such(gazetteer: Gazetteer) -> None:
    text = "Rebels hold parts of Aleppo in Syria."
    assert resolve(text, "Aleppo", gazetteer).relation == "part_of"


def test_an_unknown_place_stays_unresolved_and_listed(gazetteer: Gazetteer) -> None:
    found = resolve("They burned the village of Qzzyx near nothing.", "the village of Qzzyx", gazetteer)
    assert found.place_id is None and found.lat is None and found.text == "the village of Qzzyx"


def test_persons_and_demonyms_are_no_places(gazetteer: Gazetteer) -> None:
    text = "President Barack Obama met Syrian envoys in Geneva. Obama said the Syrians would return."
    names = [p.text for p in resolve_report("r", text, gazetteer).places]
    assert names == ["Geneva"]
    assert is_demonym("Syrians") and not is_demonym("Syria") and not is_demonym("Afghanistan")


def test_places_quote_the_text(gazetteer: Gazetteer) -> None:
    text = "MALI: Gao, Kidal and Timbuktu – then Gao's airport."
    assert all(text[p.start : p.end] == p.text for p in resolve_report("r", text, gazetteer).places)


def test_names_meet_across_spellings() -> None:
    assert normalise("Al-Qa’im") == normalise("Qaim") == "qaim"
    assert skeleton("Deir ez-Zor") == skeleton("Deir al-Zour") or skeleton("Dayr az-Zawr")
    assert skeleton("Mosul") == skeleton("Mossul")


def test_every_supplement_entry_has_a_source_and_a_sane_point() -> None:
    entries = load_places()
    assert len({e.id for e in entries}) == len(entries) > 200
    assert {e.country for e in entries} >= {
        "IQ",
        "SY",
        "UA",
        "YE",
        "LY",
        "SD",
        "AF",
        "PS",
        "IL",
        "LB",
        "ML",
        "NG",
        "CD",
        "MM",
        "SO",
        "ET",
    }
    for e in entries:
        assert e.source and -60 < e.lat < 72 and -180 <= e.lon <= 180, e
