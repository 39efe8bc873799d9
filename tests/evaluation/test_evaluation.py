"""Scores count what the published scorer counts; errors show what differs and where."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from frontwire.cli import main
from frontwire.evaluation.annotated import AnnotationError, find, quote, read, report
from frontwire.evaluation.errors import errors
from frontwire.evaluation.scoring import score
from frontwire.records import Draft, Status
from frontwire.shapes import Mention

TEXT = "Rebels seized Bara on Monday. The army denied it had fled the town."
CLAIMS = [
    {"type": "capture", "start": 7, "end": 13, "status": "actual", "background": False,
     "roles": {"agent": [[0, 6]], "place": [[14, 18]]}},
    {"type": "withdraw", "start": 53, "end": 57, "status": "denied", "background": False, "roles": {"agent": [[30, 38]]}},
]  # fmt: skip


def draft(kind: str, start: int, end: int, *roles: tuple[str, int, int], status: str = "actual") -> Draft:
    fillers = tuple((r, Mention(text=TEXT[a:b], start=a, end=b, report_id="r")) for r, a, b in roles)
    return Draft(
        report_id="r", sentence=0, start=start, end=end, type=kind, status=Status(status), background=False,
        roles=fillers, confidence=0.85, extractor="test",
    )  # fmt: skip


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"id": "r", "text": TEXT, "claims": CLAIMS}) + "\n", "utf-8")
    return file


def test_a_perfect_reading_scores_one(annotated: Path) -> None:
    (wanted,) = read(annotated)
    drafts = [
        draft("capture", 7, 13, ("agent", 0, 6), ("place", 14, 18)),
        draft("withdraw", 53, 57, ("agent", 30, 38), status="denied"),
    ]
    head = score([(drafts, wanted.claims)]).headline()
    assert (head["typed"], head["roles"], head["status"], head["background"]) == (1, 1, 1, 1)
    assert head["calibration_error"] == pytest.approx(0.15)
    assert list(errors(wanted, drafts)) == []


def test_fillers_of_missed_and_spurious_claims_count_against(annotated: Path) -> None:
    (wanted,) = read(annotated)
    found = score(
        [([draft("attack", 22, 28, ("time", 22, 28)), draft("capture", 7, 13, ("agent", 0, 6))], wanted.claims)]
    )
    assert (found.typed.hits, found.typed.read, found.typed.annotated) == (1, 2, 2)
    assert (found.roles.hits, found.roles.read, found.roles.annotated) == (1, 2, 3)


def test_a_claim_answers_only_one_annotation(annotated: Path) -> None:
    (wanted,) = read(annotated)
    twice = [draft("capture", 7, 13), draft("capture", 8, 13)]
    assert score([(twice, wanted.claims)]).typed.hits == 1


def test_every_kind_of_error_is_named_with_its_words(annotated: Path) -> None:
    (wanted,) = read(annotated)
    drafts = [draft("attack", 7, 13), draft("withdraw", 53, 57, ("place", 58, 66)), draft("meeting", 42, 48)]
    found = {(e.kind, e.label, e.got, e.wanted) for e in errors(wanted, drafts)}
    assert found == {
        ("mistyped", "capture", "attack", "capture"),
        ("spurious", "meeting", "meeting", ""),
        ("status", "withdraw", "actual", "denied"),
        ("role missed", "agent", "", "The army"),
        ("role spurious", "place", "the town", ""),
    }


def test_both_forms_of_annotation_say_the_same() -> None:
    quotes = {
        "id": "r", "sents": ["Rebels seized Bara on Monday.", "The army denied it had fled the town."],
        "claims": [
            {"type": "capture", "s": 0, "trigger": "seized", "roles": {"agent": ["Rebels"], "place": ["Bara"]}},
            {"type": "withdraw", "s": 1, "trigger": "fled", "status": "denied", "roles": {"agent": ["The army"]}},
        ],
    }  # fmt: skip
    assert report(quotes).claims == report({"id": "r", "text": TEXT, "claims": CLAIMS}).claims


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 1: is not JSON"),
        ('{"id": "r", "text": "x"}', "line 1: lacks 'claims'"),
        ('{"id": "r", "text": "x", "claims": [{"type": "capture", "start": 0, "end": 9}]}', "outside the text"),
        (
            '{"id": "r", "text": "abc", "claims": [{"type": "conquest", "start": 0, "end": 1}]}',
            "unknown name 'conquest'",
        ),
        (
            '{"id": "r", "sents": ["A."], "claims": [{"type": "capture", "s": 4, "trigger": "A"}]}',
            "line 1: .*out of range",
        ),
        ("", "holds no annotated report"),
    ],
)
def test_a_bad_file_gives_one_clear_line(tmp_path: Path, line: str, complaint: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(line + "\n", "utf-8")
    with pytest.raises(AnnotationError, match=complaint):
        read(file)
    result = CliRunner().invoke(main, ["evaluate", str(file)])
    assert result.exit_code == 2 and "error:" in result.output and str(file)[:20] in result.output


def test_evaluate_prints_scores_as_table_and_as_json(annotated: Path) -> None:
    table = CliRunner().invoke(main, ["evaluate", str(annotated), "--errors"])
    assert table.exit_code == 0 and "typed F1" in table.output and "capture" in table.output
    result = json.loads(CliRunner().invoke(main, ["evaluate", str(annotated), "--format", "json"]).output)
    assert result["reports"] == 1 and result["by_type"]["capture"]["annotated"] == 1


@pytest.mark.parametrize(("start", "end"), [(0, 4), (14, 18), (15, 16)])
def test_a_quote_leads_back_to_where_it_stands(start: int, end: int) -> None:
    text = "Gao was quiet Gao burned."
    assert find(text, quote(text, start, end)) == (start, end)
