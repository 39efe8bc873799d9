"""Round-ups: happenings told side by side stay apart, and are met across reports (floors in ``floors.yaml``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.roundups import SOURCES, answers, figures, measure, read, unmarked

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text("utf-8"))


def test_marks_leave_the_text_and_keep_their_place() -> None:
    text, found = unmarked("Guns {a|shelled} the mill; {b|looters} came.")
    assert text == "Guns shelled the mill; looters came."
    assert [(h, text[a:b]) for h, a, b in found] == [("a", "shelled"), ("b", "looters")]


def test_every_happening_is_told_in_words_that_are_there() -> None:
    reports, mentions = read()
    texts = {r["id"]: r["text"] for r in reports}
    assert len(texts) == len(reports) == len(mentions)
    assert all(texts[r][m.start : m.end].strip() for r, own in mentions.items() for m in own)


def test_a_claim_without_an_incident_answers_nothing() -> None:
    _, mentions = read()
    report, own = next(iter(mentions.items()))
    row = {"report_id": report, "claim_id": "c", "start": own[0].start, "end": own[0].end}
    assert not answers([{**row, "incident_id": None}], mentions)
    assert list(answers([{**row, "incident_id": "i"}], mentions).values()) == [(own[0].happening, "i")]


@pytest.mark.parametrize("floor", FLOORS.values(), ids=FLOORS)
def test_round_ups_reach_their_floors(floor: dict[str, Any]) -> None:
    found, total = measure([SOURCES[0].with_name(name) for name in floor["files"]])
    precision, recall, _ = figures(found)
    assert len(found) >= 0.75 * total
    assert precision >= floor["precision"], precision
    assert recall >= floor["recall"], recall


def test_every_file_of_the_measure_has_floors() -> None:
    assert {name for floor in FLOORS.values() for name in floor["files"]} == {s.name for s in SOURCES}
