import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontwire.reading.sentences import split

CORPUS = Path(__file__).resolve().parents[2] / "training" / "corpus"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Lt. Gen. Omar said so. He left.", ["Lt. Gen. Omar said so.", "He left."]),
        ("The U.S. envoy left. Talks go on.", ["The U.S. envoy left.", "Talks go on."]),
        ("They came from the U.S. The talks failed.", ["They came from the U.S.", "The talks failed."]),
        ('"We left... there was no one," he said. "Nobody."', ['"We left... there was no one," he said.', '"Nobody."']),
        ("J. K. Smith was hurt at 5 a.m. on Monday.", ["J. K. Smith was hurt at 5 a.m. on Monday."]),
        ("He paid 2.5 million. No. 3 was lost.", ["He paid 2.5 million.", "No. 3 was lost."]),
        (
            "Headline without a stop\nThe town fell. It was late.",
            ["Headline without a stop", "The town fell.", "It was late."],
        ),
        ("Ten died, incl. two aid workers.", ["Ten died, incl. two aid workers."]),
        ("Ten died, incl. UN staff.", ["Ten died, incl. UN staff."]),
        ('"It is over." The mayor left.', ['"It is over."', "The mayor left."]),
    ],
)
def test_split_finds_the_sentences_of_newswire(text: str, sentences: list[str]) -> None:
    assert [text[s:e] for s, e in split(text)] == sentences


@pytest.mark.parametrize("mark", ["\v", "\f", "\x85", "\u2028", "\u2029", "\r\n"])
def test_split_ends_a_line_at_every_line_separator(mark: str) -> None:
    text = f"Press Office{mark}Troops left the town"
    assert [text[s:e] for s, e in split(text)] == ["Press Office", "Troops left the town"]


def test_split_joins_hard_wrapped_lines() -> None:
    line = "the soldiers who had been sent to the town a week before left it again\n"
    text = "On Monday " + line * 6 + "and nobody knew why. Then it rained."
    assert len(split(text)) == 2


@given(st.text(alphabet=st.sampled_from("ab C.!?\"'\n …"), max_size=200))
def test_split_loses_no_letter_and_never_overlaps(text: str) -> None:
    spans = split(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    kept = "".join(text[s:e] for s, e in spans)
    assert sorted(kept.replace(" ", "").replace("\n", "")) == sorted(text.replace(" ", "").replace("\n", ""))


def test_split_finds_nearly_all_boundaries_of_the_corpus() -> None:
    """Accuracy gate: share of annotated sentence ends found in single-space joined reports (measured .998)."""
    found = total = 0
    for file in sorted(CORPUS.glob("reports-*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            sentences = json.loads(line)["sents"]
            text, at = " ".join(sentences), 0
            ends = {e for _, e in split(text)}
            for sentence in sentences:
                at = text.index(sentence, at) + len(sentence)
                found, total = found + (at in ends), total + 1
    assert found / total >= 0.99
