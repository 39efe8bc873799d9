from dataclasses import replace

import pytest

from frontwire.extraction.attribution import attributed, attributions
from frontwire.reading.document import Document, document
from frontwire.records import Draft, Mention, Report, Status


def read(text: str) -> Document:
    return document(Report(report_id="r", text=text))


def speaker(text: str, words: str) -> str | None:
    """Whose word ``words`` stand on, by the frames of ``text``."""
    at = text.index(words)
    found = [a for a in attributions(text, read(text).sentences) if a.holds(at)]
    return text[slice(*found[0].source)] if found else None


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Two men were shot, a police official said on Monday.", "shot", "a police official"),
        ("Officials in Goma said that rebels had seized the town.", "seized", "Officials in Goma"),
        ('"They burned it," said Amina Yusuf, a shopkeeper.', "burned", "Amina Yusuf"),
        ("According to the Harm Monitor, 12 people died.", "died", "the Harm Monitor"),
        ("At least 40 were wounded, according to hospital sources.", "wounded", "hospital sources"),
        ("Jon Bek, a spokesman for the army, said the troops had left.", "left", "Jon Bek"),
        ("Residents said gunmen came, but the army denied that it had lost the post.", "lost", "the army"),
        ("On Monday, the ministry said two men were arrested.", "arrested", "the ministry"),
        ("Crowds marched past the hall, which, Okello said, was burned in May.", "marched", None),
        ("Crowds marched past the hall, which, Okello said, was burned in May.", "burned", "Okello"),
        ("But Okello said they fled.", "fled", "Okello"),
        ("Initial reports say that the depot was hit.", "hit", "Initial reports"),
        ("Initial reports indicate the depot was hit.", "hit", None),
        ("Okello warned of a raid on the port.", "raid", "Okello"),
        ("Jane Roe (Ind.) said the post was burned.", "burned", "Jane Roe"),
        ("Lena Okafor (North), chairwoman of the council, said two men were shot.", "shot", "Lena Okafor"),
        (
            "A truce was signed, according to the U.N. Support Mission, after a week.",
            "truce",
            "the U.N. Support Mission",
        ),
        ("Rockets fell on the post, said Dr. Sami Aziz, who runs the clinic.", "fell", "Dr. Sami Aziz"),
        ("Jon Bek, defending the pull-out a day earlier, said U.S. troops had gone.", "gone", "Jon Bek"),
        ("By noon on Tuesday a local resistance group said it held the square.", "held", "a local resistance group"),
        ("They stood outside the zone which the army said had been cleared.", "cleared", "the army"),
        ("At least 30 people died in the capital, state TV says, on the first day of a truce.", "died", "state TV"),
        ("The minister was quoted as saying that the bridge had been blown up.", "blown", "The minister"),
        ("Two men were shot, officials say.", "shot", "officials"),
        ("Residents of Larne say that the post burned.", "burned", "Residents of Larne"),
        ("Rebels in the hills believe two men were shot.", "shot", "Rebels in the hills"),
        ("Heading into the talks, Ruta Lan said the shelling had stopped.", "shelling", "Ruta Lan"),
        ("The harbour was shelled twice, court documents said.", "shelled", "court documents"),
        ('"They shelled us all night," the mayor retorted.', "shelled", "the mayor"),
        ('"They shelled us all night," he continued.', "shelled", "he"),
    ],
)
def test_the_frames_of_english_news(text: str, words: str, source: str) -> None:
    assert speaker(text, words) == source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An estimated 7,000 people have left the town.", "left"),
        ("All told, some 410,000 people have fled.", "fled"),
        ("A league of Arab states began an assault on the port.", "assault"),
        ("Many were believed to have fled to the hills.", "fled"),
        ("Rebels said to be near the border captured a post.", "captured"),
        ("Gunmen attacked a base, with 15 soldiers reported dead.", "attacked"),
        ("The envoys freed two men, believed to be members of the guard, in the north.", "freed"),
        ("Officials could not say who was shot.", "shot"),
        ("It was too early for doctors to say how many died.", "died"),
        ('They cried "no more" and the council agreed to send guards.', "send"),
        ("Belmark recalled its ambassador and expelled two diplomats.", "expelled"),
    ],
)
def test_who_is_spoken_of_does_not_speak(text: str, words: str) -> None:
    assert speaker(text, words) is None


def test_what_stands_outside_the_words_has_no_speaker() -> None:
    text = "The army left on Friday. The mayor said that shops were looted."
    assert speaker(text, "left") is None


def test_the_scene_of_the_speaking_is_not_said() -> None:
    text = "The road is safe, the governor said as he entered the talks."
    assert speaker(text, "talks") is None


def test_a_quotation_that_runs_on_stays_its_speakers() -> None:
    text = 'The mayor said the market was shelled. "Then they burned the school."'
    assert speaker(text, "burned") == "The mayor"


def test_a_quotation_belongs_to_the_speaker_named_at_its_end() -> None:
    text = "“They shelled us for an hour. Then they burned the school,” the mayor said."
    assert speaker(text, "shelled") == speaker(text, "burned") == "the mayor"


def draft(text: str, trigger: str, type: str, **roles: str) -> Draft:
    start = text.index(trigger)
    fillers = tuple(
        (r, Mention(text=w, start=text.index(w), end=text.index(w) + len(w), report_id="r")) for r, w in roles.items()
    )
    number = next(n for n, (a, b) in enumerate(read(text).sentences) if a <= start < b)
    return Draft(
        report_id="r", sentence=number, start=start, end=start + len(trigger), type=type, status=Status.ACTUAL,
        background=False, roles=fillers, confidence=0.9, extractor="test",
    )  # fmt: skip


def sources(text: str, *drafts: Draft) -> list[list[str]]:
    return [[m.text for r, m in d.roles if r == "source"] for d in attributed(drafts, read(text))]


def test_a_source_the_model_found_is_kept() -> None:
    text = "Doctors counted 12 dead in the raid, the army said."
    assert sources(text, draft(text, "raid", "attack", source="Doctors")) == [["Doctors"]]


def test_the_sentences_own_speaker_stands_before_one_from_another_sentence() -> None:
    text = "Doctors counted 12 dead. The army said the raid was over."
    assert sources(text, draft(text, "raid", "attack", source="Doctors")) == [["The army"]]
    text = "Doctors counted 12 dead. She said the raid was over."
    assert sources(text, draft(text, "raid", "attack", source="Doctors")) == [["Doctors"]]


def test_for_a_pronoun_the_name_it_stands_for() -> None:
    text = "Colonel Bek said the post fell. He said six men died."
    assert sources(text, draft(text, "died", "casualty")) == [["Colonel Bek"]]


def test_an_allegation_is_told_on_the_accusers_word() -> None:
    text = "The rebels accused the army of shelling the camp."
    made = draft(text, "accused", "accusation", agent="The rebels"), draft(text, "shelling", "shelling")
    assert sources(text, *made) == [[], ["The rebels"]]


def test_an_act_of_speech_is_not_its_own_source() -> None:
    text = "The rebels said they demand his release."
    assert sources(text, draft(text, "demand", "demand", agent="The rebels")) == [[]]


def test_what_is_demanded_is_told_on_the_word_of_whoever_demands_it() -> None:
    text = "The envoy urged the rebels to withdraw from the port."
    asked = draft(text, "urged", "demand", agent="The envoy")
    content = replace(draft(text, "withdraw", "withdraw", agent="the rebels"), status=Status.POSSIBLE)
    assert sources(text, asked, content) == [[], ["The envoy"]]
    assert sources(text, asked, replace(content, status=Status.ACTUAL)) == [[], []]


def test_anothers_promise_is_told_on_the_speakers_word() -> None:
    text = "Roe says the army promised to leave."
    made = draft(text, "promised", "offer", agent="Roe")
    both = replace(made, roles=(*made.roles, *draft(text, "promised", "offer", agent="the army").roles))
    assert sources(text, both) == [["Roe"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "He said that they “would go on. Rebels shelled Bara. The army said: “We stay.”",
            None,
        ),  # the end mark was lost
        ("He said: “They would go on. Rebels shelled Bara. We stay.”", "He"),
        ("He said: “They would go on.\n“Rebels shelled Bara.”", "He"),  # each paragraph of a quotation opens it
    ],
)
def test_a_quotation_whose_end_was_lost_does_not_swallow_the_report(text: str, wanted: str | None) -> None:
    assert speaker(text, "shelled") == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "sourced"),
    [
        ("Troops shelled the rebel-held town, residents said.", "held", "control", False),
        ("People left the besieged city of Bara, residents said.", "besieged", "siege", False),
        ("Troops besieged Bara on Monday, residents said.", "besieged", "siege", True),
        ("Rebels held the town, residents said.", "held", "control", True),
    ],
)
def test_what_an_adjective_tells_is_the_reporters_own_knowledge(
    text: str, trigger: str, kind: str, sourced: bool
) -> None:
    at = text.index(trigger)
    claim = Draft(report_id="r", sentence=0, start=at, end=at + len(trigger), type=kind, status=Status.ACTUAL,
                  background=False, roles=(), confidence=0.9, extractor="x")  # fmt: skip
    [found] = attributed([claim], read(text))
    assert [m.text for r, m in found.roles if r == "source"] == (["residents"] if sourced else [])


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ('"We agreed on a plan," Okello told reporters after the meeting.', "meeting", None),
        ('"We stay," Okello said when she resigned after the army seized Ardat.', "seized", None),
        ('"We are at a turning point here," Okello told reporters after a meeting that ran late.', "meeting", None),
        ('"We will stay in Ardat," Okello said Friday as he entered the talks.', "talks", None),
        ("Okello said before the raid that two men had died.", "raid", None),
        ("Okello said before the raid that two men had died.", "died", "Okello"),
        ("Okello said after the meeting, the raid was over.", "raid", "Okello"),
        ("What Okello described as an attack was a drill.", "attack", "Okello"),
    ],
)
def test_what_only_dates_a_speech_is_nobodys_word(text: str, trigger: str, wanted: str | None) -> None:
    at, who = text.index(trigger), text.index("Okello")
    source = ("source", Mention(text="Okello", start=who, end=who + 6, report_id="r"))
    claim = Draft(report_id="r", sentence=0, start=at, end=at + len(trigger), type="attack", status=Status.ACTUAL,
                  background=False, roles=(source,), confidence=0.9, extractor="x")  # fmt: skip
    [found] = attributed([claim], read(text))
    assert next((m.text for r, m in found.roles if r == "source"), None) == wanted
