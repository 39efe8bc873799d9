import json
from pathlib import Path
from typing import Any

import pytest

from training.notation import NotationError
from training.rereading import edits_in, listing, main, reread, rewritten

SENTS = ["Rebels took Ardat on Monday.", "A mine went off there and two men died.", "The army denied it."]
ROW: dict[str, Any] = {
    "id": "x1", "date": "2001-01-01", "outlet": "agency", "title": "Town falls", "sents": SENTS,
    "claims": [
        {"type": "capture", "s": 0, "trigger": "took", "roles": {"agent": ["Rebels"], "place": ["Ardat"]},
         "status": "actual", "background": False},
        {"type": "explosion", "s": 1, "trigger": "mine", "roles": {"killed": ["two men"]}, "status": "actual", "background": False},
    ],
}  # fmt: skip
READ: dict[str, Any] = {
    "id": "x1",
    "claims": [
        {"type": "advance", "s": 0, "trigger": "took", "roles": {"agent": ["Rebels"], "time": ["on Monday"]},
         "status": "actual", "background": False},
        {"type": "casualty", "s": 1, "trigger": "died", "roles": {"killed": ["two men"]}, "status": "actual", "background": False},
    ],
}  # fmt: skip


def copy() -> dict[str, Any]:
    row: dict[str, Any] = json.loads(json.dumps(ROW))
    return row


def test_the_listing_shows_where_a_model_reads_otherwise() -> None:
    lines = listing(ROW, READ).splitlines()
    assert "  1 cap|took|a=Rebels;p=Ardat {adv -p=Ardat +i=on Monday}" in lines
    assert "  2 exp|mine|k=two men {!}" in lines
    assert "  a cas|died|k=two men" in lines


def test_claims_are_dropped_retyped_refilled_moved_and_added() -> None:
    edits = ["1 cap?*", "1:p=;i=on Monday", "2>went off", "2:p=Ardat", "+2 cap-|denied|s=The army"]
    first, second, third = reread(copy(), edits, None)["claims"]
    assert (first["status"], first["background"]) == ("possible", True)
    assert first["roles"] == {"agent": ["Rebels"], "time": ["on Monday"]}
    assert (second["trigger"], second["roles"]["place"]) == ("went off", [{"s": 0, "t": "Ardat"}])
    assert (third["s"], third["status"], third["roles"]) == (2, "denied", {"source": ["The army"]})
    assert [c["type"] for c in reread(copy(), ["1 -"], None)["claims"]] == ["explosion"]


def test_a_letter_takes_the_models_claim() -> None:
    assert [c["trigger"] for c in reread(copy(), ["a"], READ)["claims"]] == ["took", "mine", "died"]


def test_a_claims_type_or_some_of_its_roles_are_taken_from_the_model() -> None:
    first = reread(copy(), ["1=", "1=i"], READ)["claims"][0]
    assert (first["type"], first["roles"]) == (
        "advance",
        {"agent": ["Rebels"], "place": ["Ardat"], "time": ["on Monday"]},
    )


@pytest.mark.parametrize("edit", ["1=", "7 -", "1>no such words", "1:p=Nowhere", "what is this?", "+1 cas|nobody"])
def test_an_edit_that_fits_nothing_is_refused(edit: str) -> None:
    with pytest.raises((NotationError, ValueError, IndexError)):
        reread(copy(), [edit], None)


def test_a_report_with_a_bad_edit_is_named_and_stays_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = tmp_path / "reports-1.jsonl"
    part.write_text(json.dumps(ROW) + "\n" + json.dumps(ROW | {"id": "x2"}) + "\n", "utf-8")
    edits = edits_in(["@x1", "1 -", "@x2", "9 -", "@x3", "1 -"])
    assert rewritten(part, edits, {}) == 1
    kept = [json.loads(line) for line in part.read_text("utf-8").splitlines()]
    assert [len(r["claims"]) for r in kept] == [1, 2]
    assert "x2" in capsys.readouterr().err and list(edits) == ["x3"]


def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edits = tmp_path / "edits.txt"
    edits.write_text("1 -\n", "utf-8")
    assert main(["apply", str(tmp_path), str(edits)]) == 2
    assert main(["apply", str(tmp_path), str(tmp_path / "absent.txt")]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2 and "before the first @id" in lines[0] and "absent.txt" in lines[1]
