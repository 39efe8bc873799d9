import pytest

from frontwire.extraction.attribution import attributions
from frontwire.extraction.participles import opening_subject
from frontwire.reading.document import document
from frontwire.records import Report


def speaker(text: str, words: str) -> str | None:
    at = text.index(words)
    found = [a for a in attributions(text, document(Report(report_id="r", text=text)).sentences) if a.holds(at)]
    return text[slice(*found[0].source)] if found else None


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Two men were shot, the ministry said, adding that a third had been captured.", "captured", "the ministry"),
        (
            "A palace spokesman rejected the report, saying that the troops were withdrawing.",
            "withdrawing",
            "A palace spokesman",
        ),
        ("The Arda League calls for a truce, saying that tanks have shelled the town.", "shelled", "The Arda League"),
        ("U.N. officials refute the report, saying that rebels had captured the post.", "captured", "U.N. officials"),
        (
            "BARA, May 3 - President Okello dismissed the claim, denying that his men had fired.",
            "fired",
            "President Okello",
        ),
        ("In the south troops moved on Ardat, saying nothing of a truce.", "truce", None),
        ("Gunmen fled the town, saying to residents that shelling would follow.", "shelling", None),
    ],
)
def test_speech_that_hangs_on_by_a_participle_has_the_speaker_before_it(
    text: str, words: str, source: str | None
) -> None:
    assert speaker(text, words) == source


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The defence ministry of Bara dismissed it.", "The defence ministry of Bara"),
        ("Ardat uprising: The council calls for calm.", "The council"),
        ("In Ardat the council called for calm.", None),
        ("Rain fell.", None),
    ],
)
def test_a_sentence_opens_with_a_speaker_or_with_none(text: str, subject: str | None) -> None:
    found = opening_subject(text, 0, len(text))
    assert (text[slice(*found)] if found else None) == subject
