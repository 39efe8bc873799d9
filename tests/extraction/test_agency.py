"""The subject of a relative clause acts, and so does whoever stands behind "by"."""

import pytest

from frontwire.extraction.agency import acting
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


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "left"),
    [
        ("Troops repelled an attack by raiders.", "attack", "Troops/raiders", {"raiders"}),
        ("Troops had again fought off an attack by raiders.", "attack", "Troops/raiders", {"raiders"}),
        ("Troops attacked and raiders repelled them.", "attacked", "Troops", {"Troops"}),
        ("Guards backed by tribesmen attacked a mill.", "attacked", "Guards/tribesmen", {"Guards"}),
        ("Guards, the largest of four groups, attacked a mill.", "attacked", "Guards/four groups", {"Guards"}),
        ("Guards hired by a bank attacked a mill.", "attacked", "Guards hired/a bank", {"Guards hired"}),
        ("Guards loyal to the marshal attacked a mill.", "attacked", "Guards/marshal", {"Guards"}),
        ("Raiders forced the guards to retreat.", "retreat", "Raiders/guards", {"guards"}),
        ("Raiders and guards agreed to retreat.", "retreat", "Raiders/guards", {"Raiders", "guards"}),
        ("Guards and tribesmen attacked a mill.", "attacked", "Guards/tribesmen", {"Guards", "tribesmen"}),
    ],
)
def test_defenders_helpers_and_wholes_are_no_agents(text: str, trigger: str, agents: str, left: set[str]) -> None:
    (claim,) = acting([drafted(text, trigger, agent=agents)], text)
    assert {words for _, words in told(claim)} == left


def test_nobody_before_the_relative_clause_acts_in_it() -> None:
    text = "Marchers chased a man who had opened fire on them."
    (claim,) = acting([drafted(text, "opened fire", agent="Marchers", target="a man")], text)
    assert told(claim) == {("agent", "a man")}
