"""The error browser shows every error once and keeps foreign text from becoming markup."""

from frontwire.evaluation.errors import Error
from training.errors import page


def error(kind: str, label: str, words: str = "seized") -> Error:
    return Error(kind, "r-1", label, "", label, "Rebels ", words, " Bara")


def test_every_error_is_an_article_and_can_be_chosen_by_kind_and_label() -> None:
    html = page(
        [error("missed", "capture"), error("missed", "attack"), error("role missed", "agent")], "3 errors", "typed .7"
    )
    assert html.count("<article") == 3
    assert "missed (2)" in html and "role missed (1)" in html and "capture (1)" in html


def test_text_is_escaped() -> None:
    html = page([error("missed", "capture", "<script>alert(1)</script>")], "1 error", "")
    assert "<script>alert" not in html and "&lt;script&gt;" in html
