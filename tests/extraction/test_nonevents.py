"""Things taken, changes of side and works that explode are no events of a conflict (codebook A)."""

import pytest

from frontwire.extraction.nonevents import no_event, without_nonevents
from frontwire.reading.document import document
from frontwire.records import Draft, Mention, Report, Status


def kept(text: str, trigger: str, kind: str, **fillers: str) -> bool:
    report = document(Report(report_id="r", text=text))
    roles = tuple(
        (role, Mention(text=words, start=text.index(words), end=text.index(words) + len(words), report_id="r"))
        for role, words in fillers.items()
    )
    at = text.index(trigger)
    sentence = next(n for n, (a, b) in enumerate(report.sentences) if a <= at < b)
    draft = Draft(report_id="r", sentence=sentence, start=at, end=at + len(trigger), type=kind, status=Status.ACTUAL,
                  background=False, roles=roles, confidence=0.9, extractor="x")  # fmt: skip
    return without_nonevents([draft], report) == [draft]


@pytest.mark.parametrize(
    "text, trigger, kind",
    [
        ("Customs men seized forty rifles at the port.", "seized", "arrest"),
        ("Rifles and 2,000 rounds were seized in the raid.", "seized", "capture"),
        ("The patrol captured two heavy machine guns.", "captured", "capture"),
        ("Police intercepted 90 kilos of heroin.", "intercepted", "arrest"),
        ("Sappers cleared hundreds of landmines from the fields.", "landmines", "explosion"),
        ("Police defused a roadside bomb on the bridge.", "roadside bomb", "explosion"),
        ("A colonel defected to the rebels.", "defected", "withdraw"),
        ("The state announced its withdrawal from the Economic Community of the Isles.", "withdrawal", "withdraw"),
        ("Six died when a fireworks warehouse exploded.", "exploded", "explosion"),
        ("An explosion at a coal mine killed nine.", "explosion", "explosion"),
        ("A fuel tank exploded in the yard.", "exploded", "explosion"),
        ("Police arrested two men with stolen phones.", "arrested", "arrest"),
        ("Floods have driven 7,000 people from their homes.", "driven", "displacement"),
        ("Nine died when a landslide hit the camp.", "died", "casualty"),
        ("Coastguards intercepted nine smugglers off the cape.", "intercepted", "arrest"),
    ],
)
def test_things_taken_changes_of_side_and_accidents_are_none(text: str, trigger: str, kind: str) -> None:
    assert not kept(text, trigger, kind)


@pytest.mark.parametrize(
    "text, trigger, kind",
    [
        ("Rebels captured an arms depot outside the town.", "captured", "capture"),
        ("Police seized an arms dealer at the border.", "seized", "arrest"),
        ("Troops captured the village and took rifles.", "captured", "capture"),
        ("Rebels captured Gao. Weapons had been left behind.", "captured", "capture"),
        ("Rebels captured the fort, weapons and all.", "captured", "capture"),
        ("Weapons ran short. The fort was captured.", "captured", "capture"),
        ("A man was found dead. A roadside bomb had killed him.", "roadside bomb", "explosion"),
        ("The roadside bomb killed a driver.", "roadside bomb", "explosion"),
        ("The battalion left the fort.", "left", "withdraw"),
        ("The battalion withdrew from the fort under an agreement.", "withdrew", "withdraw"),
        ("The army arrested two men with stolen phones.", "arrested", "arrest"),
        ("Police arrested four men at the border.", "arrested", "arrest"),
        ("Fighting drove 7,000 people into the floods.", "drove", "displacement"),
        ("Gendarmes traded gunfire with a convoy. Three smugglers were arrested.", "arrested", "arrest"),
        ("A refinery exploded after rockets hit it.", "exploded", "explosion"),
        ("A hotel exploded at noon.", "exploded", "explosion"),
        ("A warehouse exploded at noon. Shells had hit the suburb before.", "exploded", "explosion"),
    ],
)
def test_places_people_and_bombs_stay(text: str, trigger: str, kind: str) -> None:
    assert kept(text, trigger, kind)


def test_people_held_stay_whatever_else_was_taken() -> None:
    assert kept("Police seized rifles and four men.", "seized", "arrest", held="four men")


def test_things_that_the_model_holds_are_still_things() -> None:
    assert not kept("The army seized 30 vehicles.", "seized", "abduction", held="30 vehicles")


def test_a_place_taken_with_its_weapons_stays() -> None:
    assert kept("Rebels captured Gao airport tanks included.", "captured", "capture", place="Gao airport")


def test_works_blown_up_by_somebody_are_an_event() -> None:
    assert kept("A pipeline exploded.", "exploded", "explosion", agent="A pipeline")


def test_a_lorry_that_overturns_is_an_accident_unless_it_was_struck() -> None:
    assert not kept("An army lorry overturned, killing six.", "overturned", "attack")
    assert kept("An army lorry overturned after a mine went off.", "overturned", "attack")
    assert kept("A lorry crashed into the gate.", "crashed into", "attack", agent="A lorry")


def test_mines_that_were_cleared_did_not_go_off() -> None:
    assert not kept("Sappers cleared thirty mines.", "cleared", "explosion")
    assert kept("Sappers detonated thirty mines.", "detonated", "explosion")


def test_who_the_dead_were_is_no_second_toll() -> None:
    text = "A shell hit a house. The dead were a father and his two sons."
    assert not kept(text, "dead", "casualty")
    assert kept("A shell hit a house. Six of the dead were children.", "dead", "casualty")


def test_nobody_takes_the_mood_of_a_town() -> None:
    assert not kept("The army captured the mood of the town.", "captured", "capture")
    assert kept("The army captured the moorland town.", "captured", "capture")


def test_bodies_returned_free_nobody_and_a_bomb_made_safe_explodes_nowhere() -> None:
    assert not kept("The army returned the bodies of three fighters.", "returned", "release", held="three fighters")
    assert kept("The army returned three fighters.", "returned", "release", held="three fighters")
    assert not kept("A bomb was found near the mill and defused.", "bomb", "explosion")
    assert kept("A bomb was found near the mill.", "bomb", "explosion")


def test_the_third_to_be_murdered_was_murdered_once() -> None:
    text = "They killed the mayor, the third mayor to be murdered in a month."
    assert not kept(text, "murdered", "killing") and kept(text, "killed", "killing")
    assert kept("He is the third mayor to be murdered in a month.", "murdered", "killing")


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "wanted"),
    [
        ("Four porters were taken to nearby hospitals.", "taken", "displacement", True),
        ("Relatives rushed the boy to a clinic.", "rushed", "abduction", True),
        ("Rebels took twelve nurses to a camp.", "took", "abduction", False),
        ("Rebels took two thousand people in a hospital.", "took", "abduction", False),
        ("The army evacuated the patients to other hospitals.", "evacuated", "displacement", False),
        ("A van pulled up outside the mill.", "pulled", "withdraw", True),
        ("The brigade pulled back from the mill.", "pulled", "withdraw", False),
    ],
)
def test_who_is_brought_to_hospital_is_neither_held_nor_driven_out(
    text: str, trigger: str, kind: str, wanted: bool
) -> None:
    start = text.index(trigger)
    assert no_event(text, start, start + len(trigger), kind) is wanted
