from typing import Any

from tests.scripted import ScriptedExtractor
from training.readings import readings
from training.rereading import listing

ROW: dict[str, Any] = {
    "id": "x1", "date": "2001-01-01", "outlet": "agency", "title": "Two towns",
    "sents": ["Rebels seized Ardat on Monday.", "Rebels seized Belin and rebels seized Corda."],
    "claims": [],
}  # fmt: skip


def test_what_is_read_has_the_corpus_own_form() -> None:
    [read] = readings([ROW], ScriptedExtractor())
    assert read["id"] == "x1"
    assert [(c["s"], c["trigger"]) for c in read["claims"]] == [(0, "seized"), (1, "seized"), (1, "seized#2")]
    assert read["claims"][0]["roles"]["place"] == ["Ardat"]
    assert (read["claims"][0]["status"], read["claims"][0]["background"]) == ("actual", False)


def test_the_listing_for_a_second_reading_takes_it() -> None:
    lines = listing(ROW, readings([ROW], ScriptedExtractor())[0]).splitlines()
    assert sum(line.startswith(("  a cap|seized", "  b cap|seized", "  c cap|seized#2")) for line in lines) == 3
