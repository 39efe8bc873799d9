"""The bundled model: the file says what was trained, and is no worse than it was."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from benchmarks.claims import held_out_set, real_set
from frontwire.codebook import load
from frontwire.evaluation.evaluate import evaluate
from frontwire.extraction.decoding import spans
from frontwire.extraction.encoding import MAX_PIECES
from frontwire.extraction.extractor import BundledExtractor
from frontwire.extraction.labels import EVENT_TYPES, ROLE_TAGS
from frontwire.reading.document import document
from tests.factories import report
from training.data import FAMILY, held_out, reports, role_examples, trigger_examples
from training.paths import CORPUS

HERE = Path(__file__).resolve().parent
PARITY = HERE.parents[1] / "training" / "parity.json"
FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "floors.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def extractor() -> BundledExtractor:
    return BundledExtractor()


@pytest.mark.parametrize(
    ("output", "examples", "least"), [("trigger", trigger_examples, 0.985), ("role", role_examples, 0.96)]
)
def test_quantised_file_agrees_with_the_trained_model(
    extractor: BundledExtractor, output: str, examples: Any, least: float
) -> None:
    """Share of words whose best tag is the float model's (written down at export)."""
    wanted = json.loads(PARITY.read_text("utf-8"))[output]
    made = [e for r in reports(CORPUS) if held_out(r["id"]) for e in examples(r, extractor.encoder)]
    assert len(made) == len(wanted)
    same = total = 0
    for i, (logits,) in extractor.model.run([e.window for e in made], [output]):
        got = [int(logits[p].argmax()) for p, _, _ in made[i].window.slots]
        same += sum(a == b for a, b in zip(got, wanted[i], strict=True))
        total += len(got)
    assert same / total >= least


def under_floors(found: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The figures that fell: accuracies below their floor, the calibration error above its ceiling."""
    ceiling = floors["calibration_error"]
    fallen = {k: v for k, v in found.items() if k != "calibration_error" and v < floors[k]}
    return fallen | ({"calibration_error": found["calibration_error"]} if found["calibration_error"] > ceiling else {})


def test_accuracy_on_held_out_reports_does_not_fall(extractor: BundledExtractor) -> None:
    data = {r.document.report.report_id: r for r in held_out_set()}
    parts = {
        "held_out_first_part": [r for i, r in data.items() if i.startswith("a")],
        "held_out_single_reports": [r for i, r in data.items() if not FAMILY.search(i) and i[0] not in "de"],
        "held_out_newsroom": [r for i, r in data.items() if i[0] in "de" and not i.startswith("d4-")],
        "held_out_part_14": [r for i, r in data.items() if i.startswith("d4-")],
        "held_out_families": [r for i, r in data.items() if FAMILY.search(i)],
    }
    for name, some in parts.items():
        assert under_floors(evaluate(extractor, some)[0].headline(), FLOORS[name]) == {}, name


def test_reports_on_one_happening_are_all_held_out_or_all_trained_on() -> None:
    sides: dict[str, set[bool]] = {}
    for row in reports(CORPUS):
        sides.setdefault(FAMILY.sub(r"\1", row["id"]), set()).add(held_out(row["id"]))
    assert {name for name, side in sides.items() if len(side) > 1} == set()


def test_accuracy_on_real_reports_does_not_fall(extractor: BundledExtractor) -> None:
    data = real_set()
    if not data:
        pytest.skip("the annotated real reports are not beside this repository")
    assert under_floors(evaluate(extractor, data)[0].headline(), FLOORS["real"]) == {}


def test_drafts_quote_the_report_and_stand_in_their_sentence(extractor: BundledExtractor) -> None:
    doc = document(
        report("KIDAL (Wire) - Rebels seized the town on Monday, killing four soldiers. Officials denied it. " * 3)
    )
    (drafts,) = extractor.extract([doc])
    assert drafts
    for d in drafts:
        start, end = doc.sentences[d.sentence]
        assert start <= d.start < d.end <= end and 0 <= d.confidence <= 1 and d.type in EVENT_TYPES
        assert all(doc.report.text[m.start : m.end] == m.text for _, m in d.roles)


def test_batching_does_not_change_what_is_read(extractor: BundledExtractor) -> None:
    """Dynamic int8 scales depend on the batch; which claims are read must not."""
    texts = [
        "Rebels seized Gao on Monday.",
        "Officials met in Bamako. " * 20,
        "A car bomb killed six people in Kidal, police said.",
    ]
    docs = [document(report(t)) for t in texts]
    together, alone = extractor.extract(docs), [extractor.extract([d])[0] for d in docs]
    assert [[(d.type, d.start) for d in ds] for ds in together] == [[(d.type, d.start) for d in ds] for ds in alone]


def test_a_sentence_longer_than_the_window_is_read_as_far_as_it_goes(extractor: BundledExtractor) -> None:
    doc = document(
        report(
            "Rebels seized the town of Gao on Monday, residents said, " + "and the road was long " * MAX_PIECES + "."
        )
    )
    (drafts,) = extractor.extract([doc])
    assert [d.type for d in drafts][:1] == ["capture"]


def test_dead_of_the_violence_are_counted(extractor: BundledExtractor) -> None:
    """A setting is no claim (codebook A), but the dead it was read with are."""
    doc = document(report("At least eight more people were killed in the ongoing violence in the north on Monday."))
    (drafts,) = extractor.extract([doc])
    assert [(d.type, [m.text for r, m in d.roles if r == "killed"]) for d in drafts] == [
        ("casualty", ["At least eight more people"])
    ]


def test_nothing_to_read_gives_nothing(extractor: BundledExtractor) -> None:
    assert extractor.extract([]) == []
    assert extractor.extract([document(report("The weather was fine and the market was full of apples."))]) == [[]]


def test_decoding_never_starts_inside_a_span() -> None:
    logits = np.full((3, len(ROLE_TAGS)), -5.0, dtype=np.float32)
    logits[0, ROLE_TAGS.index("I-agent")] = 5.0
    logits[1, ROLE_TAGS.index("B-agent")] = 5.0
    logits[2, ROLE_TAGS.index("I-target")] = 5.0
    found = spans(logits, ROLE_TAGS)
    assert all(s.first <= s.last for s in found)
    assert [s.name for s in found if s.first == 1 or s.last >= 1][:1] == ["agent"]


def test_codebook_and_model_name_the_same_types() -> None:
    assert tuple(t["type"] for t in load("event_types")["types"]) == EVENT_TYPES


def test_what_older_rules_read_is_not_taken_for_what_these_read(monkeypatch: pytest.MonkeyPatch) -> None:
    now = BundledExtractor().name
    assert now == BundledExtractor().name
    monkeypatch.setattr("frontwire.extraction.extractor.rules", lambda: b"another version")
    assert BundledExtractor().name != now
