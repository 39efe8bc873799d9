"""A second look at words of wounding: wounded whom no claim has are told by the event or toll of their clause."""

import pytest

from frontwire.extraction.hurt import tended, words_of_hurt
from tests.extraction.test_tolls import draft, report


def wounded(text: str, *told: tuple[str, str], word: str, people: str = "") -> list[tuple[str, list[str]]]:
    doc = report(text)
    drafts = [draft(doc, trigger, kind) for trigger, kind in told]
    read = draft(doc, word, "casualty", **({"wounded": people} if people else {}))
    return [(d.type, [m.text for r, m in d.roles if r == "wounded"]) for d in tended(drafts, [read], doc)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six porters were slightly injured.", ["injured"]),
        ("Dozens were arrested and at least five hurt.", ["hurt"]),
        ("Fourteen people were taken to hospital.", ["taken to hospital"]),
        ("Nobody was hurt.", []),
        ("No porters were injured.", []),
        ("Six porters were injured when the bridge collapsed.", []),
        ("The wounded were flown out.", []),
        ("Three injured players are back.", []),
    ],
)
def test_words_of_wounding_are_found_but_for_accidents_and_nobody(text: str, found: list[str]) -> None:
    assert [text[a:b] for _, a, b, _ in words_of_hurt([text], [])] == found


def test_the_toll_before_them_or_the_event_behind_them_takes_the_wounded() -> None:
    text = "Two guards were killed and 14 people were taken to hospital."
    assert wounded(text, ("killed", "casualty"), word="taken to hospital") == [("casualty", ["14 people"])]
    text = "Six porters were injured in the shelling."
    assert wounded(text, ("shelling", "shelling"), word="injured", people="Six porters") == [
        ("shelling", ["Six porters"])
    ]


def test_alone_they_are_a_casualty_beside_a_word_of_violence_only() -> None:
    text = "Dozens were arrested and at least five hurt when police came."
    assert wounded(text, word="hurt", people="at least five") == [("casualty", ["at least five"])]
    assert wounded("Six porters were injured at the mill.", word="injured", people="Six porters") == []


def test_who_wounds_is_told_as_an_attack_where_no_event_is() -> None:
    doc = report("Snipers wounded 11 pupils in the square.")
    texts = [doc.report.text]
    assert [(texts[s][a:b], kind) for s, a, b, kind in words_of_hurt(texts, [])] == [("wounded", "attack")]
    (found,) = tended([], [draft(doc, "wounded", "attack", agent="Snipers", target="11 pupils")], doc)
    assert [(r, m.text) for r, m in found.roles] == [("agent", "Snipers"), ("wounded", "11 pupils")]
