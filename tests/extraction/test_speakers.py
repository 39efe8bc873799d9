"""The noun phrase beside a verb of speech, and nothing of the clause before it."""

import pytest

from frontwire.extraction.speakers import name_after, subject_before


@pytest.mark.parametrize(
    ("lead", "subject"),
    [
        ("Two residents of the town ", "Two residents of the town"),
        ("On Friday, the army ", "the army"),
        ("They left, but Colonel Sami Aziz ", "Colonel Sami Aziz"),
        ("most of whom the government ", "the government"),
        ("By noon a resistance group ", "a resistance group"),
        ("The Office for Rights and Justice ", "The Office for Rights and Justice"),
        ("The war went on and Karam ", "Karam"),
    ],
)
def test_the_subject_stands_at_the_end_of_its_clause(lead: str, subject: str) -> None:
    span = subject_before(lead)
    assert span is not None
    assert lead[slice(*span)] == subject


def test_no_subject_where_nobody_speaks() -> None:
    assert subject_before("An ") is None
    assert subject_before("All ") is None


def test_initials_and_titles_do_not_end_a_name() -> None:
    for text, name in [
        ("the U.N. mission in Beldar, on Friday.", "the U.N. mission in Beldar"),
        ("Dr. Ada Voss.", "Dr. Ada Voss"),
    ]:
        span = name_after(text, 0, len(text))
        assert span is not None
        assert text[slice(*span)] == name
