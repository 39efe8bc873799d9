"""Words of the codebook stay words."""

from __future__ import annotations

from frontwire.codebook import load, parsed


def test_on_and_no_are_words_and_only_true_and_false_are_not() -> None:
    assert parsed("[on, No, off, yes, NO, true, false]") == ["on", "No", "off", "yes", "NO", True, False]


def test_lists_of_words_hold_words_alone() -> None:
    for file, names in {"consistency": ["dangling", "leading"], "persons": ["not_places", "function_words"]}.items():
        assert all(isinstance(word, str) for name in names for word in load(file)[name])
