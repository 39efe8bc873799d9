"""Deeds told by their means are found where no trigger tells them."""

import pytest

from frontwire.extraction.extractor import BundledExtractor
from frontwire.extraction.means import untold, words_of_means
from frontwire.reading.document import document
from frontwire.records import Draft, Mention, Report, Status


def found(text: str, *taken: str) -> list[tuple[str, str]]:
    spans = [(0, text.index(word), text.index(word) + len(word)) for word in taken]
    return [(text[a:b], kind) for _, a, b, kind in words_of_means([text], spans)]


@pytest.mark.parametrize(
    "text, word, kind",
    [
        ("Riot police used tear gas against the pickets.", "used", "attack"),
        ("Officers broke up the vigil with rubber bullets.", "broke up", "attack"),
        ("Government jets dropped cluster bombs on the orchard.", "dropped", "airstrike"),
        ("White phosphorus was used over the camp.", "used", "attack"),
        ("Nerve agents have again been used, the inspectors say.", "used", "attack"),
        ("They died of chlorine dropped by the army.", "dropped", "airstrike"),
        ("Their lorry hit a landmine.", "landmine", "explosion"),
        ("A tank shell fired at a house killed a widow.", "tank shell", "shelling"),
        ("Two porters were killed in crossfire.", "crossfire", "clash"),
        ("Their car was caught in crossfire between two gangs.", "crossfire", "clash"),
        ("The bus was raked with gunfire.", "raked", "attack"),
        ("A patrol ran over an explosive device.", "explosive device", "explosion"),
        ("A bomb, left under a bench by two men, went off.", "went off", "explosion"),
        ("A ferry came under heavy fire off Bossaso.", "fire", "attack"),
        ("The ministry expelled two military attaches.", "expelled", "sanction"),
        ("Fighters launch six rockets at the harbour.", "launch", "shelling"),
        ("The brigade lobbed mortar rounds into the old town.", "lobbed", "shelling"),
        ("The group launched two drones at the refinery.", "launched", "airstrike"),
        ("Helicopters fired rockets at a ferry.", "fired", "airstrike"),
        ("A shell hit the mill, wounding two.", "hit", "shelling"),
        ("Two rockets landed near the dam.", "landed", "shelling"),
        ("That attack wounded nine.", "attack", "attack"),
        ("Police suppressed a march by nurses.", "suppressed", "attack"),
        ("The strikers were dispersed by mounted police.", "dispersed", "attack"),
        ("Guards baton-charged the crowd.", "baton-charged", "attack"),
        ("Two grenades were thrown at a kiosk.", "grenades", "explosion"),
        ("Petrol bombs were thrown at a kiosk.", "thrown", "attack"),
        ("A bomb hit their house.", "bomb", "explosion"),
        ("Two car bombs ripped through a bazaar.", "car bombs", "explosion"),
    ],
)
def test_what_was_used_dropped_met_or_went_off(text: str, word: str, kind: str) -> None:
    assert found(text) == [(word, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The police chief threatened to use tear gas.",
        "The army never used sarin.",
        "Troops would not drop barrel bombs there.",
        "The two bombs were detonated by sappers.",
        "Farmers used the water of the canal.",
        "The country fired a missile into the Yellow Sea.",
        "The firm launched a rocket into orbit.",
        "The country fired two missiles on Friday.",
        "The minister came under fire for his remarks.",
        "The crowd dispersed before dawn.",
        "Talks with the students broke up.",
        "They threatened to fire rockets at the dam.",
        "Four were killed by soldiers using live ammunition.",
    ],
)
def test_what_was_not_done_or_belongs_to_another_verb_is_none(text: str) -> None:
    assert found(text) == []


def test_a_phrase_that_a_trigger_touches_is_told() -> None:
    assert found("Police used tear gas.", "tear gas") == []
    assert found("A bomb exploded.", "exploded") == []
    assert found("Police broke up a protest.", "protest") == [("broke up", "attack")]  # two claims


def draft(text: str, trigger: str, kind: str, weapon: str = "") -> Draft:
    at = text.index(trigger)
    spans = [(text.index(weapon), text.index(weapon) + len(weapon))] if weapon else []
    roles = tuple(("weapon", Mention(text=weapon, start=a, end=b, report_id="r")) for a, b in spans)
    return Draft(report_id="r", sentence=0, start=at, end=at + len(trigger), type=kind, status=Status.ACTUAL,
                 background=False, roles=roles, confidence=0.9, extractor="x")  # fmt: skip


def test_means_of_another_claim_are_told_by_it() -> None:
    text = "In the assault, in which troops used napalm, a barge hit a mine and blew up."
    assault, used = draft(text, "assault", "attack", "napalm"), draft(text, "used", "attack", "napalm")
    mine, burst = draft(text, "mine", "explosion"), draft(text, "blew up", "explosion")
    assert untold([used], [assault]) == []
    assert untold([used], [draft(text, "assault", "attack")]) == [used]
    assert untold([mine], [burst]) == []


def test_they_are_read_for_their_roles_like_any_trigger() -> None:
    report = document(Report(report_id="r", text="Four soldiers were hurt when their lorry hit a landmine near Kidal."))
    (claim,) = BundledExtractor().extract([report])[0]
    assert claim.type == "explosion"
    assert ("wounded", "Four soldiers") in [(role, m.text) for role, m in claim.roles]


def test_shells_that_share_the_dead_of_a_bomb_are_told_with_it() -> None:
    text = "Car bombs and mortar rounds killed nine people."
    dead = (("killed", Mention(text="nine people", start=35, end=46, report_id="r")),)
    bombs, rounds = (
        Draft(report_id="r", sentence=0, start=text.index(w), end=text.index(w) + len(w), type=kind, status=Status.ACTUAL,
              background=False, roles=dead, confidence=0.9, extractor="x")
        for w, kind in (("Car bombs", "explosion"), ("mortar rounds", "shelling"))
    )  # fmt: skip
    assert untold([rounds], [bombs]) == []
    assert untold([rounds], []) == [rounds]
