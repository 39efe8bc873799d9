"""A word's own record speaks beside the encoder: softly, and only where it was counted."""

from pathlib import Path

import pytest

from frontwire.extraction.lexicon import CAP, EVIDENCE, against, priors, read
from frontwire.extraction.model import MODEL_DIR


def test_a_word_that_mostly_names_an_event_speaks_against_no_trigger() -> None:
    assert against(40, 38) < 0 < against(40, 2)


def test_a_word_never_counted_changes_nothing() -> None:
    assert priors({"shelled": (9, 9)}, ["Zamindawar", "shelled"]).tolist() == pytest.approx([0.0, against(9, 9)])


def test_case_does_not_matter() -> None:
    assert priors({"clashes": (9, 8)}, ["CLASHES"])[0] == priors({"clashes": (9, 8)}, ["clashes"])[0]


@pytest.mark.parametrize("seen, events", [(1, 1), (10, 0), (9000, 9000), (9000, 0)])
def test_no_word_speaks_louder_than_the_cap(seen: int, events: int) -> None:
    assert abs(against(seen, events)) <= EVIDENCE * CAP


def test_more_sightings_speak_louder() -> None:
    assert against(20, 20) < against(2, 2) < 0


def test_the_bundled_counts_know_the_trade() -> None:
    counts = read(MODEL_DIR)
    assert all(against(*counts[word]) < 0 for word in ("clashes", "shelled", "abducted"))
    assert all(against(*counts[word]) > 0 for word in ("the", "said", "monday"))


def test_missing_counts_are_one_line_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"lexicon\.json is missing: reinstall frontwire"):
        read(tmp_path)
