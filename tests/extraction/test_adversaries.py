"""The sides of a clash stand against each other, and nobody attacks his own."""

import pytest

from frontwire.extraction.adversaries import opposed
from tests.factories import drafted, told


@pytest.mark.parametrize(
    ("text", "trigger", "sides"),
    [
        ("Clashes between the guard and rebels shook Ulvik.", "Clashes", "the guard > rebels"),
        ("Fighting between the guard, loyal to Or, and rebels shook Ulvik.", "Fighting", "the guard > rebels"),
        ("Herders and farmers clashed over a well.", "clashed", "Herders > farmers"),
        ("Herders and farmers have again been engaged in fighting.", "fighting", "Herders > farmers"),
        ("Herders and farmers fought alongside each other.", "fought", "Herders/farmers >"),
        ("Herders and farmers fought the raiders.", "fought", "Herders/farmers >"),
        ("Herders and farmers agreed to stop the fighting.", "fighting", "Herders/farmers >"),
        ("Clashes between herders and farmers on one side and raiders went on.", "Clashes", "herders/farmers >"),
    ],
)
def test_the_second_side_of_a_clash_is_its_target(text: str, trigger: str, sides: str) -> None:
    first, _, second = (part.strip() for part in sides.partition(">"))
    wanted = {("agent", w) for w in first.split("/")} | {("target", w) for w in second.split("/") if w}
    (claim,) = opposed([drafted(text, trigger, "clash", agent="/".join(w for _, w in sorted(wanted)))], text)
    assert told(claim) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "target", "agents"),
    [
        ("Or warned that attacks on his convoys would be answered.", "attacks", "his convoys", set()),
        ("Or said torture was being ordered by the police.", "torture", None, set()),
        ("Or said the attack on the depot had succeeded.", "attack", "the depot", {("agent", "Or")}),
    ],
)
def test_who_tells_of_a_deed_against_his_own_did_not_do_it(
    text: str, trigger: str, target: str | None, agents: set[tuple[str, str]]
) -> None:
    roles = {"agent": "Or", "source": "Or"} | ({"target": target} if target else {})
    (claim,) = opposed([drafted(text, trigger, "attack", **roles)], text)
    assert {f for f in told(claim) if f[0] == "agent"} == agents
    assert ("source", "Or") in told(claim)
