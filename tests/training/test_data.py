"""What a claim teaches about neighbouring sentences depends on whether its part was gone through for them."""

from typing import Any

import pytest

from frontwire.extraction.encoding import Encoder
from frontwire.extraction.labels import ROLE_TAGS
from frontwire.extraction.model import MODEL_DIR
from training.data import IGNORE, role_examples

SENTS = ["Rebels came on Friday.", "They seized Bara.", "Nobody fought."]


def labels(report_id: str, roles: dict[str, Any]) -> dict[int, set[str]]:
    """The names of the labels in each sentence of the claim's window; an ignored slot is ``-``."""
    claim = {"type": "capture", "s": 1, "trigger": "seized", "roles": roles, "status": "actual", "background": False}
    (example,) = role_examples(
        {"id": report_id, "sents": SENTS, "claims": [claim]}, Encoder(MODEL_DIR / "tokenizer.json")
    )
    seen: dict[int, set[str]] = {}
    for (_, sentence, _), label in zip(example.window.slots, example.labels, strict=True):
        seen.setdefault(sentence, set()).add("-" if label == IGNORE else ROLE_TAGS[label])
    return seen


@pytest.mark.parametrize(
    ("report_id", "elsewhere"), [("a1-001", {"O"}), ("c4-f01a", {"O"}), ("b1-001", {"-"}), ("wce-1", {"-"})]
)
def test_a_sentence_without_fillers_teaches_only_where_fillers_were_looked_for(
    report_id: str, elsewhere: set[str]
) -> None:
    found = labels(report_id, {"place": ["Bara"]})
    assert found[0] == found[2] == elsewhere
    assert found[1] == {"O", "B-place"}


def test_a_filler_of_another_sentence_teaches_everywhere() -> None:
    found = labels("b1-001", {"agent": [{"s": 0, "t": "Rebels"}]})
    assert found[0] == {"O", "B-agent"} and found[2] == {"-"}
