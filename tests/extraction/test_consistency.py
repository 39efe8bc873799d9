"""Where the words leave no choice, the claim follows the words."""

from dataclasses import replace

import pytest

from frontwire.extraction.consistency import consistent
from frontwire.records import Draft, Mention, Status
from tests.factories import drafted


def draft(text: str, trigger: str) -> Draft:
    start = text.index(trigger)
    return Draft(
        report_id="r", sentence=0, start=start, end=start + len(trigger), type="explosion", status=Status.ACTUAL,
        background=False, roles=(), confidence=0.9, extractor="test",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "recap"),
    [
        ("Earlier this year the town had seen a series of car bombs that killed dozens.", "car bombs", True),
        ("The mayor spoke of a blockade that has displaced half the quarter.", "displaced", True),
        ("The mayor said a blockade has displaced half the quarter.", "displaced", False),
        ("Two years earlier rebels had bombed the same bridge.", "bombed", True),
        ("A car bomb killed six people; the street had been closed last year.", "car bomb", False),
        ("Earlier this month a car bomb killed six people.", "car bomb", False),
        ("The army had said a car bomb killed six people.", "car bomb", False),
    ],
)
def test_an_older_time_and_a_pluperfect_make_a_recap(text: str, trigger: str, recap: bool) -> None:
    assert consistent(draft(text, trigger), text, (0, len(text))).background is recap


@pytest.mark.parametrize(
    ("text", "trigger", "role"),
    [
        ("Monitors recorded the injury of six farmers.", "injury", "wounded"),
        ("The blast wounded three people and killed six farmers.", "wounded", "killed"),
        ("Monitors recorded the death of six farmers.", "death", "killed"),
    ],
)
def test_by_an_injury_nobody_is_killed(text: str, trigger: str, role: str) -> None:
    at = text.index("six farmers")
    farmers = Mention(text="six farmers", start=at, end=at + 11, report_id="r")
    told = replace(draft(text, trigger), type="casualty", roles=(("killed", farmers),))
    assert consistent(told, text, (0, len(text))).roles == ((role, farmers),)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "kind", "wanted"),
    [
        ("Rebel fighters fled the town.", "fled", "Rebel fighters", "displacement", ("withdraw", "agent")),
        ("Farmers fled the town.", "fled", "Farmers", "displacement", ("displacement", "displaced")),
        ("The ministry sent forty military advisers north.", "sent", "The ministry", "mobilize", ("aid", "agent")),
        ("The ministry sent forty tanks north.", "sent", "The ministry", "mobilize", ("mobilize", "agent")),
    ],
)
def test_boundaries_of_fleeing_and_sending(
    text: str, trigger: str, who: str, kind: str, wanted: tuple[str, str]
) -> None:
    role = "displaced" if kind == "displacement" else "agent"
    people = Mention(text=who, start=0, end=len(who), report_id="r")
    told = consistent(replace(draft(text, trigger), type=kind, roles=((role, people),)), text, (0, len(text)))
    assert (told.type, told.roles[0][0]) == wanted


@pytest.mark.parametrize(
    ("text", "who", "kind", "wanted"),
    [
        ("Warplanes fired rockets at a bridge.", "Warplanes", "shelling", "airstrike"),
        ("Two tanks struck a bridge.", "Two tanks", "airstrike", "shelling"),
        ("The army fired at a bridge.", "The army", "shelling", "shelling"),
        ("The army set off charges under a bridge.", "The army", "destruction", "explosion"),
    ],
)
def test_fire_comes_from_where_it_is_fired(text: str, who: str, kind: str, wanted: str) -> None:
    agent = Mention(text=who, start=0, end=len(who), report_id="r")
    trigger = next(words for words in ("struck", "fired", "set off") if words in text)
    told = replace(draft(text, trigger), type=kind, roles=(("agent", agent),))
    assert consistent(told, text, (0, len(text))).type == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "recap"),
    [
        ("The panel concluded last week that troops burned the mill in 2011.", "burned", False),
        ("Police confirmed that the man who burned the mill in 2011 is dead.", "burned", True),
        ("The man burned the mill in 2011.", "burned", True),
    ],
)
def test_what_is_found_is_news_however_old(text: str, trigger: str, recap: bool) -> None:
    told = replace(draft(text, trigger), background=True)
    assert consistent(told, text, (0, len(text))).background is recap


def read(text: str, trigger: str, kind: str, role: str, words: str) -> Draft:
    at = text.index(words)
    people = Mention(text=words, start=at, end=at + len(words), report_id="r")
    return consistent(replace(draft(text, trigger), type=kind, roles=((role, people),)), text, (0, len(text)))


@pytest.mark.parametrize(
    ("text", "trigger", "words", "role"),
    [
        ("Police held a miner linked to a string of murders.", "murders", "a miner", "agent"),
        ("A colonel wanted for the killing of two priests fled.", "killing", "A colonel", "agent"),
        ("Two farmers accused of spying were executed.", "executed", "Two farmers", "killed"),
        ("A miner died; police were behind the murders.", "murders", "A miner", "killed"),
    ],
)
def test_whoever_a_deed_is_laid_to_is_not_its_victim(text: str, trigger: str, words: str, role: str) -> None:
    assert [r for r, _ in read(text, trigger, "killing", "killed", words).roles] == [role]


def test_whoever_loses_a_place_has_not_taken_it() -> None:
    text = "Police lost five districts to the militia."
    assert [r for r, _ in read(text, "lost", "capture", "agent", "Police").roles] == ["target"]
    assert [r for r, _ in read(text, "lost", "capture", "agent", "the militia").roles] == ["agent"]
    text = "The rebels' last camp fell to the army."
    assert [r for r, _ in read(text, "fell", "capture", "agent", "The rebels").roles] == ["target"]
    assert [r for r, _ in read(text, "fell", "capture", "agent", "the army").roles] == ["agent"]


@pytest.mark.parametrize(
    ("text", "trigger", "role"),
    [
        ("Rebels driven out of the port.", "driven out", "target"),
        ("Rebels were quickly pushed out of the port.", "pushed out", "target"),
        ("Rebels have driven guards out of the port.", "driven", "agent"),
        ("Rebels pushed guards out of the port.", "pushed", "agent"),
    ],
)
def test_whoever_is_driven_out_has_not_taken_the_place(text: str, trigger: str, role: str) -> None:
    assert [r for r, _ in read(text, trigger, "capture", "agent", "Rebels").roles] == [role]


def test_what_is_dismissed_is_denied() -> None:
    text = "The ministry dismissed reports that its troops had burned the mill."
    assert read(text, "burned", "destruction", "agent", "its troops").status is Status.DENIED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The two sides exchanged 40 prisoners at the bridge.", "release"),
        ("The two sides exchanged fire over the prisoners.", "clash"),
    ],
)
def test_an_exchange_of_prisoners_is_no_clash(text: str, kind: str) -> None:
    assert read(text, "exchanged", "clash", "agent", "The two sides").type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The brigade established full control over the mill.", "capture"),
        ("The brigade has established positions and control is firm.", "control"),
    ],
)
def test_who_establishes_control_takes_it(text: str, kind: str) -> None:
    assert read(text, "established", "control", "agent", "The brigade").type == kind


def test_nobody_is_no_speaker() -> None:
    text = "No group has claimed the bombing."
    assert read(text, "bombing", "explosion", "source", "No group").roles == ()


def test_whoever_is_linked_to_a_kidnapping_is_not_held_by_it() -> None:
    told = read("Police looked for a miner linked to a kidnapping.", "kidnapping", "abduction", "held", "a miner")
    assert told.type == "abduction" and [r for r, _ in told.roles] == ["agent"]


@pytest.mark.parametrize(
    ("text", "trigger", "cut", "whole"),
    [
        ("A mine killed one local farmer.", "killed", "one local", "one local farmer"),
        ("The raid killed 16 rebels.", "killed", "16", "16 rebels"),
        ("Bandits took five nurses hostage.", "took", "five nurses", "five nurses"),
        ("The raid killed six rebels soldiers had sought.", "killed", "six rebels", "six rebels"),
        ("The raid killed six, refugees said.", "killed", "six", "six"),
    ],
)
def test_a_person_noun_cut_off_belongs_to_its_phrase(text: str, trigger: str, cut: str, whole: str) -> None:
    role = "held" if "hostage" in text else "killed"
    assert [m.text for _, m in read(text, trigger, "attack", role, cut).roles] == [whole]


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("A patrol hit a mine near Gao.", "hit", {("target", "A patrol"), ("weapon", "a mine")}),
        ("A patrol ran over a mine near Gao.", "a mine", {("target", "A patrol"), ("target", "a mine")}),
        ("A patrol set off a mine near Gao.", "set off", {("agent", "A patrol"), ("target", "a mine")}),
    ],
)
def test_who_hits_a_mine_made_no_explosion(text: str, trigger: str, wanted: set[tuple[str, str]]) -> None:
    fillers = tuple(
        (role, Mention(text=words, start=text.index(words), end=text.index(words) + len(words), report_id="r"))
        for role, words in (("agent", "A patrol"), ("target", "a mine"))
    )
    found = consistent(replace(draft(text, trigger), roles=fillers), text, (0, len(text)))
    assert {(role, m.text) for role, m in found.roles} == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "role"),
    [
        ("More than 100 fighters then attacked from three sides.", "attacked", "agent"),
        ("More than 100 fighters attacked by jets fled.", "attacked", "target"),
        ("More than 100 fighters were attacked.", "attacked", "target"),
        ("More than 100 fighters hit by stones fled.", "hit", "target"),
    ],
)
def test_armed_men_before_an_active_verb_of_attack_do_it(text: str, trigger: str, role: str) -> None:
    men = Mention(text="More than 100 fighters", start=0, end=22, report_id="r")
    told = replace(draft(text, trigger), type="attack", roles=(("target", men),))
    assert consistent(told, text, (0, len(text))).roles == ((role, men),)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "agent", "wanted"),
    [
        ("Local militants fired 60 rockets at a port.", "fired", "airstrike", "Local militants", "shelling"),
        ("Attack helicopters fired 60 rockets at a port.", "fired", "airstrike", "Attack helicopters", "airstrike"),
        ("Israel fired 60 missiles at a port.", "fired", "airstrike", "Israel", "airstrike"),
        ("Troops were hunting the gunmen.", "hunting", "killing", "Troops", "attack"),
        ("Gangs hunted down the gunmen.", "hunted down", "killing", "Gangs", "killing"),
    ],
)
def test_rockets_of_gunmen_and_hunts_without_a_kill(
    text: str, trigger: str, kind: str, agent: str, wanted: str
) -> None:
    doer = Mention(text=agent, start=0, end=len(agent), report_id="r")
    told = replace(draft(text, trigger), type=kind, roles=(("agent", doer),))
    assert consistent(told, text, (0, len(text))).type == wanted


def test_who_is_hunted_is_not_killed_and_who_was_lost_is() -> None:
    text = "Troops were hunting the gunmen."
    men = Mention(text="the gunmen", start=text.index("the"), end=len(text) - 1, report_id="r")
    told = replace(draft(text, "hunting"), type="killing", roles=(("killed", men),))
    assert consistent(told, text, (0, len(text))).roles == (("target", men),)
    text = "Troops lost four men in a clash."
    men = Mention(text="four men", start=12, end=20, report_id="r")
    told = replace(draft(text, "clash"), type="clash", roles=(("wounded", men),))
    assert consistent(told, text, (0, len(text))).roles == (("killed", men),)


def typed(text: str, trigger: str, kind: str, **fillers: str) -> tuple[str, list[tuple[str, str]]]:
    roles = tuple(
        (role, Mention(text=w, start=text.index(w), end=text.index(w) + len(w), report_id="r"))
        for role, w in fillers.items()
    )
    found = consistent(replace(draft(text, trigger), type=kind, roles=roles), text, (0, len(text)))
    return found.type, [(role, m.text) for role, m in found.roles]


def test_the_means_and_the_dead_decide_between_types() -> None:
    assert typed("Gunmen attacked a mine.", "attacked", "explosion", weapon="a mine") == (
        "attack",
        [("target", "a mine")],
    )
    assert typed("The air force hit a wedding.", "hit", "attack", agent="The air force")[0] == "airstrike"
    assert typed("Suicide bombers attacked a wedding.", "attacked", "attack", agent="Suicide bombers")[0] == "attack"
    assert typed("The air force's attack came at noon.", "attack", "attack", agent="The air force")[0] == "attack"
    assert typed("The army hit a wedding.", "hit", "attack", agent="The army")[0] == "attack"
    assert typed("They blew up a convoy, killing two.", "blew up", "destruction", killed="two")[0] == "explosion"
    shot = typed("Guards shot at the boys, who fled.", "shot", "killing", killed="the boys")
    assert shot == ("attack", [("target", "the boys")])
    assert typed("Guards shot at the boys, two of whom died.", "shot", "killing", killed="the boys")[0] == "killing"
    assert typed("Guards shot them at the gate.", "shot", "killing", killed="them")[0] == "killing"
    burned = typed("Thirty pupils were burned to death.", "burned", "destruction", target="Thirty pupils")
    assert burned == ("killing", [("killed", "Thirty pupils")])
    assert typed("They blew up a bridge.", "blew up", "destruction")[0] == "destruction"
    assert typed("Both sides exchanged 200 prisoners.", "exchanged", "release", killed="200 prisoners")[1] == [
        ("held", "200 prisoners")
    ]
    assert typed("Sixty people starved in the siege.", "starved", "killing", killed="Sixty people")[0] == "siege"


def test_a_bare_number_says_nothing() -> None:
    text = "Two reported fighters died in a raid."
    draft = drafted(text, "raid", source="Two")
    assert consistent(draft, text, (0, len(text))).roles == ()


def test_reports_heads_no_speaker_where_it_is_what_he_does() -> None:
    text = "The White Hats reports that shells fell. A Wire reports page said so."
    told = consistent(drafted(text, "fell", "shelling", source="The White Hats"), text, (0, text.index(" A Wire")))
    assert [m.text for r, m in told.roles if r == "source"] == ["The White Hats"]
