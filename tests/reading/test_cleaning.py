import pytest

from frontwire.reading.cleaning import dateline, furniture, readable
from frontwire.reading.document import agency, document
from tests.factories import report


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Photo: Our archive",
        "This site uses cookies to improve your visit.",
        "© 2014 The Paper",
        "Read more: more news",
        "All rights reserved.",
    ],
)
def test_furniture_lines_are_not_read(line: str) -> None:
    text = f"The town fell on Monday.\n{line}\nIts people fled."
    kept = " ".join(text[s:e] for s, e in readable(text))
    assert line not in kept
    assert "Its people fled." in kept


def test_a_notice_glued_to_the_last_sentence_is_cut_off() -> None:
    text = "The town fell on Monday.This website is best viewed in some other browser."
    assert [text[s:e] for s, e in readable(text)] == ["The town fell on Monday."]


def test_ordinary_sentences_are_no_furniture() -> None:
    text = "Follow-up attacks killed two.\nShare of the blame lies with the army, he said, and nobody listened to him when he warned them in May about what would follow if they did not."
    assert furniture(text)[:1] == [] or all(e - s < 130 for s, e in furniture(text))
    assert "Follow-up attacks killed two." in " ".join(text[s:e] for s, e in readable(text))


def test_doubled_headline_is_read_once_or_not_at_all() -> None:
    text = "Town falls to rebels\n\nTown falls to rebels\n\nRebels took the town."
    assert [text[s:e].strip() for s, e in readable(text)] == ["Town falls to rebels", "Rebels took the town."]


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("BAGHDAD (Tigris Wire) — Troops left.", "BAGHDAD", "Tigris Wire"),
        ("KHARTOUM, Sudan - Troops left.", "KHARTOUM, Sudan", None),
        ("Aden, June 3 (Wire) - Troops left.", "Aden", "Wire"),
        ("NIAMEY, Niger (March 3, 2011) Troops left.", "NIAMEY, Niger", None),
        ("GENEVA (12 March 2014) – Troops left.", "GENEVA", None),
    ],
)
def test_dateline_gives_place_and_agency(text: str, place: str, name: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.agency) == (place, name)
    assert text[found.end :] == "Troops left."


@pytest.mark.parametrize("text", ["Troops left the town - nobody knew why.", "NATO (led by others) said nothing."])
def test_an_ordinary_dash_or_bracket_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_a_day_in_brackets_is_no_agency() -> None:
    assert agency(document(report("NIAMEY, Niger (March 3) - Troops left."))) is None


def test_a_dated_dateline_is_found_below_a_letterhead_and_on_a_line_of_its_own() -> None:
    head = "Joint Staff\nPress Office\nNo. 14\nFor release\n"
    doc = document(report(head + "NIAMEY, Niger (March 3, 2011)\nTroops left."))
    assert doc.dateline is not None and doc.sentence_texts()[-2:] == ["For release", "Troops left."]
    assert document(report(head + "NIAMEY: Troops left.")).dateline is None


def test_the_dateline_is_not_part_of_the_first_sentence_and_names_the_agency() -> None:
    doc = document(report("MOSUL, Iraq (Tigris Wire) - Troops left. Nobody knew why."))
    assert doc.sentence_texts() == ["Troops left.", "Nobody knew why."]
    assert agency(doc) == "Tigris Wire"
