import json
from pathlib import Path

import pytest

from training.corrections import applied, corrected, edits_in, listing, priority

TEXT = "Rebels shelled the camp and two men died. The army shelled the hills."
ITEM = {
    "id": "x1",
    "claims": [
        {"type": "shelling", "trigger": [7, 14], "status": "actual", "background": False, "confidence": 0.4,
         "roles": {"agent": [[0, 6]], "target": [[15, 23]]}},
        {"type": "advance", "trigger": [46, 50], "status": "actual", "background": False, "confidence": 0.9, "roles": {}},
    ],
}  # fmt: skip


def quoted(claims: list[dict[str, list[int]]]) -> list[str]:
    return [TEXT[slice(*c["trigger"])] for c in claims]


def test_an_item_without_edits_was_right() -> None:
    assert quoted(corrected(ITEM, [], TEXT)["claims"]) == ["shelled", "army"]


def test_claims_are_dropped_retyped_refilled_and_added() -> None:
    edits = ["2 -", "1 cap-*", "1:a=The army;t=", "+cas|died|k=two men", "+she|shelled#2|a=The army;p=the hills"]
    done = corrected(ITEM, edits, TEXT)
    assert quoted(done["claims"]) == ["shelled", "died", "shelled"]
    first, died, second = done["claims"]
    assert (first["type"], first["status"], first["background"]) == ("capture", "denied", True)
    assert first["roles"] == {"agent": [[42, 50]]}
    assert died["roles"] == {"killed": [[28, 35]]} and second["roles"]["place"] == [[59, 68]]


def test_the_queue_puts_unsure_and_rare_claims_first() -> None:
    assert priority(ITEM) == 1.5


def test_the_listing_shows_claims_where_they_stand() -> None:
    assert listing(0, ITEM, TEXT).splitlines()[:2] == [
        "@0 Rebels [1 she|shelled] the camp and two men died. The [2 adv|army] shelled the hills.",
        "   1 a=Rebels;t=the camp",
    ]


def test_an_edit_that_cannot_be_applied_names_its_item(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "edits.txt"
    file.write_text("range 0 1\n@0\n1:a=nobody here\n")
    assert list(applied([ITEM], {"x1": TEXT}, file)) == []
    assert "item 0: 'nobody here' is not in the text" in capsys.readouterr().err


def test_edits_belong_to_the_item_above_them() -> None:
    assert edits_in(["range 0 2", "@1", "!", "", "@0", "skip"]) == ([0, 1], {1: ["!"], 0: ["skip"]})


def test_what_comes_out_is_standoff() -> None:
    row = corrected(ITEM, ["!"], TEXT)
    assert json.dumps(row) and row["claims"] == [] and len(row["sha256"]) == 64 and "text" not in row
