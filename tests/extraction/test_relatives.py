"""The subject of a relative clause acts, and so does whoever stands behind "by"."""

import pytest

from frontwire.extraction.relatives import acting
from tests.factories import drafted, told


@pytest.mark.parametrize(
    ("text", "trigger", "words", "role"),
    [
        ("Rebels hit a helicopter that had been attacking their base.", "attacking", "a helicopter", "agent"),
        ("They held a man, who then drew a pistol and opened fire.", "opened fire", "a man", "agent"),
        ("They buried a man who was attacked on Sunday.", "attacked", "a man", "target"),
        ("They met a crew that came under fire.", "came under fire", "a crew", "target"),
        ("They held a man and opened fire.", "opened fire", "a man", "target"),
        ("An attack by the cell on a bank failed.", "attack", "the cell", "agent"),
        ("An attack on the cell by police failed.", "attack", "the cell", "target"),
    ],
)
def test_who_acts_by_the_grammar_is_the_agent(text: str, trigger: str, words: str, role: str) -> None:
    (claim,) = acting([drafted(text, trigger, target=words)], text)
    assert told(claim) == {(role, words)}


def test_nobody_before_the_relative_clause_acts_in_it() -> None:
    text = "Marchers chased a man who had opened fire on them."
    (claim,) = acting([drafted(text, "opened fire", agent="Marchers", target="a man")], text)
    assert told(claim) == {("agent", "a man")}
