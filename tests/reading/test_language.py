"""Only what is surely not English is turned away: a report lost for its names is a report lost."""

import pytest

from frontwire.reading.language import foreign


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kill 14 worshippers in a mosque in Gidan Dabai, Zamfara State, Nigeria, police say on Monday.",
        "Nigerian gunmen attack an oil pipeline in the Niger Delta near Yenagoa, Bayelsa, killing two soldiers.",
        "Azerbaijan says its troops have taken Xocavənd, Çaylı, Ağdərə, Şıxlar and Qaraçuq from Armenian forces in fighting.",
        "Kidnappers seize nine villagers near Kuru-Dabo and Jarmaga in Zamfara, Nigeria, and demand a ransom.",
    ],
)
def test_english_full_of_foreign_names_is_read(text: str) -> None:
    assert foreign(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Bei einem Angriff auf einen Kontrollposten nahe der Grenze sind am Dienstag vier Soldaten getötet worden.",
            "de",
        ),
        (
            "Quatre soldats ont été tués mardi dans une attaque contre un poste de contrôle près de la frontière du pays.",
            "fr",
        ),
        ("Wanajeshi wanne wameuawa siku ya Jumanne katika shambulio dhidi ya kituo cha ukaguzi karibu na mpaka.", "sw"),
        ("Четверо военных погибли во вторник при нападении на блокпост недалеко от границы, сообщили в армии.", "ru"),
        (
            "Police don arrest five men wey dem accuse say dem join kidnap pikin dem for Kaduna, na so commissioner talk am.",
            "pcm",
        ),
    ],
)
def test_a_report_in_another_language_is_named_by_it(text: str, code: str) -> None:
    assert foreign(text) == code


def test_a_short_text_is_given_the_benefit_of_the_doubt() -> None:
    assert foreign("Vier Soldaten bei Gefecht getötet") is None
