"""Every type is explained by examples, and the pages say what the YAML says."""

import re

import pytest

from frontwire.codebook import load
from frontwire.extraction.labels import EVENT_TYPES
from scripts.make_codebook import DOCS, pages


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_five_positive_and_three_negative_examples_with_marked_words(kind: str) -> None:
    examples = load("examples")[kind]
    assert (len(examples["positive"]), len(examples["negative"])) == (5, 3)
    assert all(len(re.findall(r"\[.+?\]", e)) == 1 for group in examples.values() for e in group)
    assert all(" — " in e for e in examples["negative"])


def test_the_pages_are_what_the_generator_writes() -> None:
    assert {name: (DOCS / name).read_text("utf-8") for name in pages()} == pages()
