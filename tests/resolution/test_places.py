import pytest

from frontwire.codebook import load_places
from frontwire.resolution.gazetteer import Gazetteer, is_demonym
from frontwire.resolution.gazetteer_build import divisions
from frontwire.resolution.names import consonants, normalise, skeleton
from frontwire.resolution.places import resolve as given
from frontwire.resolution.places import resolve_report
from tests.resolution.fillers import resolve


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Troops left Kidal in northern Mali on Monday.", "Kidal", "Kidal", "ML"),
        ("In Sudan, shells fell on El Fasher and Nyala.", "Nyala", "Nyala", "SD"),
        ("The Ukrainian army held Bakhmut and Avdiivka.", "Bakhmut", "Bakhmut", "UA"),
        ("Gaza was bombed again.", "Gaza", "Gaza", "PS"),
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


def test_persons_are_no_places_and_demonyms_are_kept_apart(gazetteer: Gazetteer) -> None:
    text = "President Barack Obama met Syrian envoys in Geneva. Obama said the Syrians would return."
    found = resolve_report("r", text, gazetteer)
    assert [p.text for p in found.places if p.facility != "demonym"] == ["Geneva"]
    assert {(p.text, p.country) for p in found.places if p.facility == "demonym"} == {
        ("Syrian", "SY"),
        ("Syrians", "SY"),
    }
    assert found.within(0, len(text)) == [p for p in found.places if p.text == "Geneva"]
    assert is_demonym("Syrians") and not is_demonym("Syria") and not is_demonym("Afghanistan")


def test_places_quote_the_text(gazetteer: Gazetteer) -> None:
    text = "MALI: Gao, Kidal and Timbuktu – then Gao's airport."
    assert all(text[p.start : p.end] == p.text for p in resolve_report("r", text, gazetteer).places)


def test_names_meet_across_spellings() -> None:
    assert normalise("Al-Qa’im") == normalise("Qaim") == "qaim"
    assert skeleton("Dayr az-Zawr") == skeleton("Dayr al-Zawr")
    assert consonants("Minbij") == consonants("Manbij") == "mnbj"
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


def test_every_supplement_entry_lies_in_a_division_that_its_towns_are_given_too() -> None:
    """ "Beyrouth" of the camp and "Beirut" of the town would be two provinces, whose accounts never meet."""
    known = {(code.split(".")[0], name) for level, code, name in divisions() if level == "1"}
    assert [e.name for e in load_places() if e.admin1 and (e.country, e.admin1) not in known] == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shells hit a village in Shabwa in Yemen.", "Shabwa", "YE"),
        ("Police searched flats in Ingushetia.", "Ingushetia", "RU"),
        ("Clashes broke out in Gezira State in Sudan.", "Gezira State", "SD"),
        ("A convoy was hit on the island of Basilan.", "Basilan", "PH"),
        ("Raiders burned huts in Turkana in Kenya.", "Turkana", "KE"),
        ("Soldiers shelled Marawi.", "Marawi", "PH"),  # other tongues call Malawi, Fiji and Chile so
        ("Militiamen entered Fizi in South Kivu.", "Fizi", "CD"),
        ("A mortar hit Kilis on the Turkish side.", "Kilis", "TR"),
        ("Villages burned in Equateur Province in Congo.", "Equateur", "CD"),
        ("Gunmen came to a school in the Est Region of Burkina Faso.", "Est", "BF"),
        ("Camps flooded in Cox's Bazar.", "Cox's Bazar", "BD"),
        ("Shots were fired in the Lebanese city of Tripoli.", "Tripoli", "LB"),
        ("Opponents of the Syrian president fought in the Lebanese port city of Tripoli.", "Tripoli", "LB"),
        ("A jet hit a tunnel in the Gaza Strip near the Egyptian border.", "Gaza Strip", "PS"),
        ("A bomb went off in Talafar, North West Iraq.", "Iraq", "IQ"),
        ("A gunman opened fire in Dar es Salaam, Tanzania.", "Dar es Salaam", "TZ"),
        (
            "Militants opened fire in Mansehra in the North-West Frontier Province.",
            "North-West Frontier Province",
            "PK",
        ),
        ("Clashes went on in Qala e Naw, Badghis.", "Qala e Naw", "AF"),
        ("Shots were heard near the Dead Sea.", "Dead Sea", ""),
        ("Polls opened in Southern Sudan.", "Southern Sudan", "SS"),
        ("Thousands fled Côte d'Ivoire.", "Côte d'Ivoire", "CI"),
        ("Strikes hit camps in Iraqi Kurdistan.", "Iraqi Kurdistan", "IQ"),
        ("Both sent men to Nauru and Guantanamo Bay.", "Guantanamo Bay", "CU"),
        ("Nine died in the Republic of the Congo.", "Republic of the Congo", "CG"),
        ("A missile was shot down over the Pacific.", "Pacific", ""),
    ],
)
def test_divisions_by_their_english_names_and_towns_that_other_tongues_call_countries_by(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    found = resolve_report("r", text, gazetteer).places
    assert (name, country) in {(p.text, p.country) for p in found}


def test_a_word_that_some_town_elsewhere_is_also_called_by_is_no_place_of_a_report_on_another_land(
    gazetteer: Gazetteer,
) -> None:
    text = "Russia fined Google on Monday. Shells fell on Kharkiv in Ukraine, and on Mykolaiv."
    found = {p.text: p.country for p in resolve_report("r", text, gazetteer).places}
    assert "Google" not in found and found["Mykolaiv"] == "UA"


@pytest.mark.parametrize(("name", "country"), [("Palmyra", "SY"), ("Derna", "LY"), ("Jenin", "PS")])
def test_a_town_by_its_english_name_or_another_spelling_of_its_own_outweighs_villages_elsewhere(
    name: str, country: str, gazetteer: Gazetteer
) -> None:
    text = f"Two shells hit a depot near {name} on Monday, officials said."
    assert [p.country for p in resolve_report("r", text, gazetteer).places if p.text == name] == [country]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "French police raided a flat in the Paris suburb of Saint-Denis.",
            "the Paris suburb of Saint-Denis",
            "Saint-Denis",
        ),
        ("Shells fell on rebel-held Raqqa in Syria.", "rebel-held Raqqa", "Raqqa"),
        ("Jets hit ISIL-held Munbij in Syria, and Aleppo.", "ISIL-held Munbij", "Munbij"),
        ("A ship burned off Port Sudan in Sudan.", "Port Sudan", "Port Sudan"),
        ("A man was shot near the United States embassy in Tunis.", "the United States embassy", None),
        ("Gunmen came to Mahmudiyeh, al-Qahira, Baghdad.", "Baghdad", "Baghdad"),
    ],
)
def test_the_place_a_filler_is_about(text: str, words: str, name: str | None, gazetteer: Gazetteer) -> None:
    assert resolve(text, words, gazetteer).name == name


@pytest.mark.parametrize("name", ["Tunis", "Khmelnytskyi", "Chernivtsi"])
def test_a_city_is_no_adjective_of_its_state(name: str, gazetteer: Gazetteer) -> None:
    [place] = resolve_report("r", f"Shots were heard in {name}.", gazetteer).places
    assert place.precision == "town"


@pytest.mark.parametrize(
    "words",
    [
        "the border with Mali",
        "the Mali border",
        "the border between Mali",
        "the Ukrainian border",
        "the Mali–Niger border",
    ],
)
def test_a_border_lies_in_neither_state_by_its_name(words: str, gazetteer: Gazetteer) -> None:
    assert resolve(f"Five soldiers died near {words}; Kyiv lies in Ukraine.", words, gazetteer).country is None


def test_a_word_for_a_state_is_no_town_of_that_name(gazetteer: Gazetteer) -> None:
    text = "They fought along the border of the self-declared Republic of Artsakh."
    assert [p.text for p in resolve_report("r", text, gazetteer).places] == ["Artsakh"]


def test_the_company_of_a_name_decides_which_place_it_is(gazetteer: Gazetteer) -> None:
    texas = "Floods hit Paris and Sherman, Texas, and then Dallas."
    france = "Trains from Paris to Lyon and Marseille stood still."
    assert [p.country for p in resolve_report("r", texas, gazetteer).places if p.text == "Paris"] == ["US"]
    assert [p.country for p in resolve_report("r", france, gazetteer).places if p.text == "Paris"] == ["FR"]


def test_a_piece_of_an_unknown_name_is_no_place(gazetteer: Gazetteer) -> None:
    """ "Hassan" is a town in India; "Arab Hassan" in a report on Syria is not it."""
    text = "Shells fell on the village of Arab Hassan near Manbij in Syria, and on Aleppo."
    assert all(p.country == "SY" for p in resolve_report("r", text, gazetteer).places)


def test_a_spelling_the_gazetteer_lacks_is_found_among_the_reports_countries(gazetteer: Gazetteer) -> None:
    text = "Clashes went on in Deir Ezzor and in al-Qamishly, in the east of Syria."
    found = {p.text: p.country for p in resolve_report("r", text, gazetteer).places}
    assert found["Deir Ezzor"] == found["al-Qamishly"] == "SY"


def test_a_stylebooks_short_form_is_its_state(gazetteer: Gazetteer) -> None:
    text = "A man from Lexington, Ky., and another from Charleston, W.Va., were held in Reno, NV."
    found = {p.text: p.name for p in resolve_report("r", text, gazetteer).places}
    assert (found["Ky."], found["W.Va."], found["NV"]) == ("Ky.", "W.Va.", "Nevada")


def test_an_agency_in_capitals_is_no_town(gazetteer: Gazetteer) -> None:
    text = "DAMASCUS, SANA - Shells fell on Homs, the agency said."
    assert "SANA" not in {p.text for p in resolve_report("r", text, gazetteer).places}


def test_the_country_round_a_town_is_less_precise_than_the_town(gazetteer: Gazetteer) -> None:
    text = "Jets struck the northern countryside of Manbij in Syria."
    found = resolve(text, "the northern countryside of Manbij", gazetteer)
    assert (found.name, found.precision, found.relation) == ("Manbij", "district", "around")


def test_given_spans_are_resolved_and_no_others(gazetteer: Gazetteer) -> None:
    text = "Students of Aleppo University met in Qzzyx."
    found = given(text, gazetteer=gazetteer, spans=[(12, 29), (37, 42)])
    assert [(p.text, p.country) for p in found] == [("Aleppo University", "SY"), ("Qzzyx", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Energy prices rose in Texas. Try as they might, the Date was missed in Ohio.",
        "Scott Jones and Mike Terry spoke in Houston, Texas; Jones left early.",
        "On 3 Aug and 4 Dec two men were shot in Dallas, Texas.",
    ],
)
def test_ordinary_words_and_bearers_of_a_name_are_no_places(text: str, gazetteer: Gazetteer) -> None:
    found = {p.text for p in resolve_report("r", text, gazetteer).places}
    assert found <= {"Texas", "Ohio", "Houston", "Dallas"}, found


def test_an_ordinary_word_is_a_place_where_it_is_used_as_one(gazetteer: Gazetteer) -> None:
    text = "A bridge fell in Mobile, Alabama."
    assert "Mobile" in {p.text for p in resolve_report("r", text, gazetteer).places}


def test_a_town_comes_before_the_province_it_names_unless_the_text_says_province(gazetteer: Gazetteer) -> None:
    text = "Troops entered Homs and shelled villages in Homs province."
    kinds = [p.facility for p in resolve_report("r", text, gazetteer).places]
    assert kinds == ["town", "province"]


def test_a_bare_name_is_the_seat_and_not_its_province(gazetteer: Gazetteer) -> None:
    for text in (
        "Shells fell on Kharkiv.",
        "Troops entered Kherson, the mayor said.",
        "Rebels took Idlib on Saturday.",
    ):
        assert [p.facility for p in resolve_report("r", text, gazetteer).places] == ["town"]


def test_a_province_is_meant_where_the_text_says_so_even_if_the_gazetteer_spells_it_otherwise(
    gazetteer: Gazetteer,
) -> None:
    text = "Two men were held in Sabari district, Khost province, and one in Khost."
    assert [p.facility for p in resolve_report("r", text, gazetteer).places] == ["district", "province", "town"]


def test_a_district_is_not_its_namesake_in_a_province_the_text_does_not_name(gazetteer: Gazetteer) -> None:
    text = "Three men were held in Khas district, Uruzgan province, in Afghanistan."
    assert {p.text for p in resolve_report("r", text, gazetteer).places} == {"Uruzgan", "Afghanistan"}


def test_a_longer_name_spelled_otherwise_comes_before_a_piece_of_it(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Ain Issa and on Tal Tamr, in the north of Syria."
    found = {p.text: p.country for p in resolve_report("r", text, gazetteer).places}
    assert found == {"Ain Issa": "SY", "Tal Tamr": "SY", "Syria": "SY"}


def test_a_village_of_a_country_that_only_sent_its_army_is_no_place_of_the_report(gazetteer: Gazetteer) -> None:
    text = "Russian jets and the Russian army struck Homs, Hama, Palmyra and Aleppo in Syria, and Issa."
    assert {p.country for p in resolve_report("r", text, gazetteer).places if p.facility != "demonym"} == {"SY"}


def test_a_filler_written_by_ear_is_found_by_its_consonants(gazetteer: Gazetteer) -> None:
    text = "In Syria, drones struck the countryside of Minbij, and Aleppo and Homs."
    assert resolve(text, "the countryside of Minbij", gazetteer).name == "Minbij"
    assert resolve(text, "the countryside of Minbij", gazetteer).country == "SY"
    assert resolve(text, "the countryside of Minbij", gazetteer).precision == "district"
    text = "In Syria, drones struck Minbij’s rural outskirts, and Aleppo and Homs."
    assert resolve(text, "Minbij’s rural outskirts", gazetteer).name == "Minbij"


@pytest.mark.parametrize(
    ("name", "code"), [("Palestine", "PS"), ("Abkhazia", "GE"), ("Kosovo", "XK"), ("Nagorno-Karabakh", "AZ")]
)
def test_a_disputed_territory_is_no_town_of_that_name(name: str, code: str, gazetteer: Gazetteer) -> None:
    found = resolve_report("r", f"He spoke of {name} for an hour.", gazetteer).places
    assert [(p.text, p.country) for p in found] == [(name, code)]


def test_a_village_the_gazetteer_lacks_is_not_its_namesake_abroad(gazetteer: Gazetteer) -> None:
    text = "A shell fell on Bor, west of Kaya in the Gao countryside of Mali."
    assert {p.text for p in resolve_report("r", text, gazetteer).places} == {"Gao", "Mali"}
    assert resolve("A shell fell on Bor in South Sudan.", "Bor", gazetteer).country == "SS"


def test_a_division_is_found_without_its_type_word(gazetteer: Gazetteer) -> None:
    found = resolve("In Afghanistan, a convoy was hit in Maidan Wardak.", "Maidan Wardak", gazetteer)
    assert (found.country, found.precision) == ("AF", "admin1")
    assert not [c for c in gazetteer.find("Free") if c.kind == "province"]  # the Free State


def test_a_country_named_beside_it_speaks_for_a_place_over_the_border(gazetteer: Gazetteer) -> None:
    found = resolve_report("r", "Israel shelled Gaza again, diplomats in Brussels said.", gazetteer)
    assert {p.text: p.country for p in found.places if p.text == "Gaza"} == {"Gaza": "PS"}


def test_namesakes_of_villages_the_gazetteer_lacks_do_not_vouch_for_each_other(gazetteer: Gazetteer) -> None:
    text = (
        "Jets hit Bara in Jebel Ando, in Darfur; shells fell on Nyala, El Fasher and Zalingei, the Sudanese army said."
    )
    found = resolve_report("r", text, gazetteer)
    assert {p.country for p in found.places if p.facility != "demonym"} == {"SD"}


def test_a_match_nobody_believes_makes_no_country_the_reports(gazetteer: Gazetteer) -> None:
    text = "A grenade burst by the Nalout mill in southern Ibb, Yemen."
    assert resolve_report("r", text, gazetteer).countries == {"YE"}
    assert resolve(text, "the Nalout mill", gazetteer).country in (None, "YE")


def test_a_code_is_no_country_and_a_type_word_no_part_of_a_name(gazetteer: Gazetteer) -> None:
    found = resolve_report("r", "IS fighters held Gao town in Mali. US troops left.", gazetteer)
    assert [(p.text, p.country) for p in found.places] == [("Gao", "ML"), ("Mali", "ML"), ("US", "US")]


def test_a_village_of_a_country_the_report_never_names_is_no_place_of_it(gazetteer: Gazetteer) -> None:
    text = "Guns fired on a post near Kells on Monday, people in Gao reported. The government of Mali is silent."
    assert "Kells" not in {p.text for p in resolve_report("r", text, gazetteer).places}
    assert "Kells" in {p.text for p in resolve_report("r", "Fires burned near Kells in Ireland.", gazetteer).places}


def test_another_spelling_in_a_dateline_is_a_place(gazetteer: Gazetteer) -> None:
    text = "Gharyaan, LNA - A bridge burned in the southern countryside of Gharyaan on Friday."
    assert resolve(text, "the southern countryside of Gharyaan", gazetteer).country == "LY"
    assert not resolve_report("r", "He met Gharyaan, who smiled.", gazetteer).places


def test_provinces_named_together_are_provinces(gazetteer: Gazetteer) -> None:
    found = resolve_report("r", "In Afghanistan mills burned in Herat, Kunduz & Takhar provinces.", gazetteer)
    kinds = {p.text: p.precision for p in found.places}
    assert [kinds[name] for name in ("Herat", "Kunduz", "Takhar")] == ["admin1"] * 3


def test_a_piece_of_a_longer_name_is_no_great_city(gazetteer: Gazetteer) -> None:
    text = "In Libya shells fell on Tripoli, Sabha, Sirte and on farms by Madras al-Wadi."
    assert "Madras" not in {p.text for p in resolve_report("r", text, gazetteer).places}
    assert resolve_report("r", "They flew to Bombay.", gazetteer).places[0].country == "IN"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Roberta Troy told the court that she had fled; Troy had three sons.", "Troy"),  # behind a first name
        ("They buried Oda K. Benson on Monday, and Benson left no will.", "Benson"),  # behind an initial
        ("The dead were Lio Preston, 41, of the fire brigade, and a guard.", "Preston"),  # before an age
        ("Sheriff Dale spoke. The men were Dale's.", "Dale"),  # behind a title
        ("The White House would not say who had died.", "White House"),
        ("We're leaving Gao, they said.", "We're"),
    ],
)
def test_persons_and_bodies_are_no_towns_of_their_name(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert name not in {p.text for p in resolve_report("r", text, gazetteer).places}


@pytest.mark.parametrize(
    ("words", "name", "facility", "relation"),
    [
        ("western Mosul", "Mosul", "town", "part_of"),
        ("Mosul's old city", "Mosul", "town", "part_of"),
        ("the centre of Homs", "Homs", "town", "part_of"),
        ("the Salaheddin neighbourhood of Aleppo", "Aleppo", "neighbourhood", "part_of"),
        ("the northern town of Kidal", "Kidal", "town", None),
        ("East Jerusalem", "East Jerusalem", "town", None),
    ],
)
def test_a_part_of_a_town_is_told_as_one(
    words: str, name: str, facility: str, relation: str | None, gazetteer: Gazetteer
) -> None:
    found = resolve(f"Shells fell on {words}.", words, gazetteer)
    assert (found.name, found.facility, found.relation) == (name, facility, relation)
