"""A toll told as revised: the new one counts, the old one does not."""

from dataclasses import replace

from frontwire.extraction.revisions import current, raised
from frontwire.reading.document import document
from frontwire.records import Draft, Mention, Report, Status
from frontwire.resolution import figures
from frontwire.resolution.parts import counted_once


def draft(text: str, trigger: str, *killed: str) -> Draft:
    at = text.index(trigger)
    roles = tuple(
        ("killed", Mention(text=k, start=text.index(k), end=text.index(k) + len(k), report_id="r")) for k in killed
    )
    return Draft(
        report_id="r", sentence=0, start=at, end=at + len(trigger), type="casualty", status=Status.ACTUAL, background=False,
        roles=roles, confidence=0.9, extractor="test",
    )  # fmt: skip


def killed(d: Draft) -> list[str]:
    return [m.text for _, m in d.roles]


def test_the_number_before_is_replaced_on_either_side() -> None:
    for text in ("The toll rose to 57 from 49.", "The toll rose from 49 to 57."):
        assert killed(current(draft(text, "toll", "57", "49"), text)) == ["57"]
    text = "Estimates of the dead range from 49 to 57."
    assert killed(current(draft(text, "dead", "49", "57"), text)) == ["49", "57"]
    text = "Shells killed 49 and mines killed 57."
    assert killed(current(draft(text, "killed", "49", "57"), text)) == ["49", "57"]


def test_a_raised_toll_is_told_and_the_new_dead_are_part_of_it() -> None:
    text = "A third soldier died of wounds, raising the toll to 40."
    doc = document(Report(report_id="r", text=text))
    (found,) = raised([draft(text, "died", "A third soldier")], doc)
    assert killed(found) == ["A third soldier", "40"]
    counted = [f for _, m in found.roles for f in figures.of_filler("killed", m, text, aggregate=False)]
    assert [(f.text, f.low) for f in counted_once(counted, text)] == [("A third soldier", None), ("40", 40)]


def test_a_toll_raised_for_a_named_place_is_told() -> None:
    text = "A guard died on Monday, bringing the number killed in the valley of Orsk to 40."
    (found,) = raised([draft(text, "died", "A guard")], document(Report(report_id="r", text=text)))
    assert killed(found) == ["A guard", "40"]


def test_a_toll_that_a_claim_has_already_is_not_told_twice() -> None:
    text = "Two bodies were found, bringing the death toll to 31."
    doc = document(Report(report_id="r", text=text))
    drafts = [draft(text, "bodies", "Two bodies"), draft(text, "death toll", "31")]
    assert raised(drafts, doc) == drafts


def test_what_is_no_toll_raises_none() -> None:
    text = "Two men died, bringing the number of troops to 500."
    drafts = [draft(text, "died", "Two men")]
    assert raised(drafts, document(Report(report_id="r", text=text))) == drafts


def test_each_event_of_a_list_has_its_share_of_the_toll() -> None:
    text = "Seven people were killed: three in a bombing in Kano and four in a shooting in Jos."
    assert killed(current(draft(text, "bombing", "Seven people"), text)) == ["three"]
    assert killed(current(draft(text, "shooting", "Seven people"), text)) == ["four"]
    assert figures.shared_out(text, text.index("people") + 6) and not figures.shared_out("Seven died in a raid.", 5)
    assert figures.shared_out("Seven died, five of them in a raid.", 5) and not figures.shared_out(
        "Seven died, two of them in a clinic.", 5
    )
    text = "Two were wounded and five arrested, three in a bombing inquiry."
    assert killed(current(draft(text, "bombing"), text)) == []
    text = "Five guards were killed in an ambush."
    assert killed(current(draft(text, "ambush", "Five guards"), text)) == ["Five guards"]


def test_a_toll_raised_in_words_is_told_beside_one_who_was_hurt() -> None:
    text = "One of three guards hurt in the bombing died, taking the number of dead to six."
    hurt = draft(text, "bombing", "three guards")
    hurt = replace(hurt, roles=(("wounded", hurt.roles[0][1]),))
    (found,) = raised([hurt], document(Report(report_id="r", text=text)))
    assert [(role, m.text) for role, m in found.roles] == [("wounded", "three guards"), ("killed", "six")]
