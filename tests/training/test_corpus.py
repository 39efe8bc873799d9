"""The corpus keeps its own rules, and standoff annotations fit only the texts they were made on."""

import hashlib
import json
from pathlib import Path

import pytest

from frontwire.evaluation.annotated import report
from training import lint, realtext
from training.data import reports
from training.paths import CORPUS

TEXT = "Rebels seized Bara. Rebels then left Bara on Friday."


def test_the_corpus_has_no_errors() -> None:
    rows = reports(CORPUS)
    assert [line for row in rows for line in lint.broken(row)] == []
    assert list(lint.alike(rows)) == []
    assert [line for row in rows for line in lint.uneven(row)] == []


def test_every_claim_of_the_corpus_can_be_placed() -> None:
    assert sum(len(report(row).claims) for row in reports(CORPUS)) > 6000


@pytest.mark.parametrize(
    ("sentence", "claim", "complaint"),
    [
        ("A bomb went off at a mill.", {"type": "explosion", "trigger": "went off", "roles": {"target": ["a mill"]}}, ""),
        ("A bomb went off at a school.", {"type": "explosion", "trigger": "went off", "roles": {"target": ["a school"]}}, "is the place"),
        ("Rebels and troops clashed.", {"type": "clash", "trigger": "clashed", "roles": {"agent": ["Rebels", "troops"]}}, "each other"),
        ("Rebels clashed with troops.", {"type": "clash", "trigger": "clashed", "roles": {"agent": ["Rebels"], "target": ["troops"]}}, ""),
    ],
)  # fmt: skip
def test_the_linter_finds_places_marked_as_targets_and_adversaries_as_allies(
    sentence: str, claim: dict[str, object], complaint: str
) -> None:
    found = "".join(lint.uneven({"id": "x", "sents": [sentence], "claims": [{"s": 0, **claim}]}))
    assert complaint in found and bool(complaint) == bool(found)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"trigger": "took"}, "words not found"),
        ({"type": "conquest"}, "unknown type"),
        ({"type": "meeting", "roles": {"killed": ["Rebels"]}}, "cannot have the role killed"),
    ],
)
def test_the_linter_finds_what_is_wrong(change: dict[str, object], complaint: str) -> None:
    claim = {"type": "capture", "s": 0, "trigger": "seized", "roles": {}, "status": "actual"} | change
    row = {"id": "x", "sents": ["Rebels seized Bara."], "claims": [claim]}
    assert complaint in "".join(lint.broken(row))


def test_two_claims_on_the_same_words_are_an_error() -> None:
    claim = {"type": "capture", "s": 0, "trigger": "seized", "roles": {}, "status": "actual"}
    row = {"id": "x", "sents": ["Rebels seized Bara."], "claims": [claim, claim | {"type": "attack"}]}
    assert "already mark" in "".join(lint.broken(row))


def test_near_copies_are_allowed_only_inside_a_family() -> None:
    sentence = "Gunmen on motorcycles opened fire on a market in the town of Bara on Monday."
    rows = [{"id": i, "sents": [sentence], "claims": []} for i in ("b9-f01a", "b9-f01b", "b9-007")]
    assert [line.split()[0] for line in lint.alike(rows)] == ["b9-007"]


def standoff(folder: Path, text: str) -> list[dict[str, object]]:
    annotations = folder / "realtext.jsonl"
    claims = [{"type": "withdraw", "trigger": [32, 36], "status": "actual", "background": False,
               "roles": {"place": [[37, 41], [14, 18]], "agent": [[20, 26]]}}]  # fmt: skip
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    annotations.write_text(json.dumps({"id": "t", "sha256": digest, "claims": claims}) + "\n", "utf-8")
    return realtext.reports(annotations, {"t": text})


def test_offsets_become_quotes_of_their_sentences(tmp_path: Path) -> None:
    (row,) = standoff(tmp_path, TEXT)
    assert row["sents"] == ["Rebels seized Bara.", "Rebels then left Bara on Friday."]
    assert row["claims"] == [
        {"type": "withdraw", "s": 1, "trigger": "left", "status": "actual", "background": False,
         "roles": {"place": ["Bara", {"s": 0, "t": "Bara"}], "agent": ["Rebels"]}}
    ]  # fmt: skip


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not the one that was annotated"):
        standoff(tmp_path, TEXT + " ")


def test_a_treebank_passage_reads_as_running_text(tmp_path: Path) -> None:
    rows = [
        {"id": "a.xml#0", "tokens": ["Skipped", "."], "space_after": [False, True]},
        {"id": "a.xml#1", "tokens": ["Norland", "'s", "army", "left", "."], "space_after": [True, True, True, False, True]},
        {"id": "a.xml#2", "tokens": ["Nobody", "wept", "."], "space_after": [True, False, True]},
    ]  # fmt: skip
    treebank = tmp_path / "treebank.jsonl"
    treebank.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert realtext.passages(treebank, ["ewt:a.xml#1-2"]) == {"ewt:a.xml#1-2": "Norland's army left. Nobody wept."}
