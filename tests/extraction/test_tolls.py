"""A second look at words of killing: dead whom no claim has are told by the event of their clause or by a claim of their own."""

from dataclasses import replace

from frontwire.extraction.tolls import accounted, with_toll, words_of_killing
from frontwire.reading.document import Document, document
from frontwire.records import Draft, Mention, Report, Status


def report(text: str) -> Document:
    return document(Report(report_id="r", text=text))


def draft(doc: Document, trigger: str, kind: str, **roles: str) -> Draft:
    text = doc.report.text
    at = text.index(trigger)
    sentence = next(n for n, (a, b) in enumerate(doc.sentences) if a <= at < b)
    fillers = tuple(
        (role, Mention(text=words, start=text.index(words), end=text.index(words) + len(words), report_id="r"))
        for role, words in roles.items()
    )
    return Draft(report_id="r", sentence=sentence, start=at, end=at + len(trigger), type=kind, status=Status.ACTUAL,
                 background=False, roles=fillers, confidence=0.9, extractor="x")  # fmt: skip


def told(drafts: list[Draft]) -> list[tuple[str, list[str]]]:
    return [(d.type, [m.text for r, m in d.roles if r == "killed"]) for d in drafts]


def test_words_of_killing_are_found_with_the_type_they_would_have() -> None:
    texts = ["Troops killed two men.", "Two men were killed.", "Two men were killed by troops.", "A guard died."]
    assert [(s, texts[s][a:b], kind) for s, a, b, kind in words_of_killing(texts, [])] == [
        (0, "killed", "killing"), (1, "killed", "casualty"), (2, "killed", "killing"), (3, "died", "casualty")
    ]  # fmt: skip


def test_kill_is_a_deed_where_a_number_follows_and_nobody_only_means_to() -> None:
    texts = ["Gunmen kill four herders.", "They vowed to kill four herders.", "Mines kill slowly."]
    assert [(s, kind) for s, _, _, kind in words_of_killing(texts, [])] == [(0, "killing")]


def test_tolls_that_rose_lives_lost_and_bodies_found_are_words_of_dying() -> None:
    texts = [
        "The toll from the raid rose to 19.",
        "Six soldiers lost their lives.",
        "The bodies of two men were found.",
        "The toll road is shut.",
    ]
    assert [(s, texts[s][a:b], kind) for s, a, b, kind in words_of_killing(texts, [])] == [
        (0, "toll", "casualty"), (1, "lost their lives", "casualty"), (2, "bodies", "casualty")
    ]  # fmt: skip


def test_a_trigger_an_accident_and_a_noun_are_no_words_to_read_again() -> None:
    texts = ["Troops killed two men.", "Nine people were killed when a bus crashed.", "The killing was condemned."]
    assert list(words_of_killing(texts, [(0, 7, 13)])) == []


def test_dead_beside_an_arrest_become_a_killing() -> None:
    doc = report("The force killed two men and detained a third.")
    arrest = draft(doc, "detained", "arrest", held="a third")
    killing = draft(doc, "killed", "killing", agent="The force", killed="two men")
    assert told(accounted([arrest], [killing], doc)) == [("killing", ["two men"]), ("arrest", [])]


def test_the_event_of_the_clause_takes_its_toll() -> None:
    doc = report("Troops raided the camp, killing two men. Five guards were killed during an ambush in Bara.")
    raid, ambush = draft(doc, "raided", "attack"), draft(doc, "ambush", "attack")
    read = [
        draft(doc, "killing", "killing", killed="two men"),
        draft(doc, "were killed", "casualty", killed="Five guards"),
    ]
    assert told(accounted([raid, ambush], read, doc)) == [("attack", ["two men"]), ("attack", ["Five guards"])]


def test_dead_that_a_claim_has_already_are_not_told_twice() -> None:
    doc = report("A shell hit a house, killing two men.")
    shelling = draft(doc, "shell", "shelling", killed="two men")
    assert accounted([shelling], [draft(doc, "killing", "killing", killed="two men")], doc) == [shelling]


def test_far_from_any_claim_only_a_named_killer_counts() -> None:
    doc = report("The shop is open. It sells bread. It sells milk. Two men were killed.")
    assert accounted([], [draft(doc, "killed", "casualty", killed="Two men")], doc) == []
    other = report("Rebels killed two men.")
    assert told(accounted([], [draft(other, "killed", "killing", agent="Rebels", killed="two men")], other)) == [
        ("killing", ["two men"])
    ]


def test_dead_called_by_a_pronoun_were_named_before() -> None:
    doc = report("A sniper fired at the patrol. He was later killed. The mayor was killed too.")
    fire = draft(doc, "fired", "attack")
    killed = replace(draft(doc, "killed", "casualty", killed="A sniper"), sentence=1)
    assert ("casualty", ["A sniper"]) in told(accounted([fire], [killed], doc))
    elsewhere = replace(draft(doc, "killed too", "casualty", killed="A sniper"), sentence=2)
    assert accounted([fire], [elsewhere], doc) == [fire]


def test_dead_of_what_did_not_happen_are_told_by_nobody() -> None:
    doc = report("The rebels tried to fire at a convoy and two guards were killed.")
    fire = replace(draft(doc, "fire", "attack", killed="two guards"), status=Status.DENIED)
    assert len(accounted([fire], [draft(doc, "killed", "casualty", killed="two guards")], doc)) == 2


def test_counts_of_the_dead_are_words_of_killing_and_money_is_none() -> None:
    texts = [
        "Officials put the dead at thirty.", "The ministry puts its losses at four.", "It puts its losses at $4m.",
        "The brigade lost ten men.", "It lost ten tanks.", "Two porters were found dead.", "A clinic received 11 bodies.",
        "Eight bodies lay in the yard.", "Monks buried 34 people.", "The bodies of 39 road workers taken in the spring of 2014 were found.",
        "Six pupils were hacked to death.",
    ]  # fmt: skip
    assert [(s, texts[s][a:b], kind) for s, a, b, kind in words_of_killing(texts, [])] == [
        (n, word, "casualty")
        for n, word in [
            (0, "dead"),
            (1, "losses"),
            (3, "lost"),
            (5, "found dead"),
            (6, "bodies"),
            (7, "bodies"),
            (8, "buried"),
            (9, "bodies"),
            (10, "hacked to death"),
        ]
    ]


def test_all_on_board_died_of_a_crash_but_not_under_fire() -> None:
    assert not list(words_of_killing(["All on board died when the engine failed."], []))
    assert len(list(words_of_killing(["The bus came under gunfire; all on board died."], []))) == 1


def test_a_lone_death_counts_beside_a_word_of_violence_and_not_without() -> None:
    for text, wanted in (("A couple died in the air strike.", 1), ("A couple died in the village.", 0)):
        doc = report(text)
        assert len(accounted([], [draft(doc, "died", "casualty", killed="A couple")], doc)) == wanted


def test_those_whose_death_raised_a_toll_stand_in_it() -> None:
    doc = report("The toll of the bombing rose to 42 after two of the wounded died.")
    first = draft(doc, "bombing", "explosion", killed="42")
    assert accounted([first], [draft(doc, "died", "casualty", killed="two of the wounded")], doc) == [first]


def test_a_toll_beside_one_that_counts_counts_too() -> None:
    doc = report("A bomb went off in the market. Police said nine had died. The toll later rose to 15.")
    bomb = draft(doc, "went off", "explosion")
    read = [draft(doc, "died", "casualty", killed="nine"), draft(doc, "toll", "casualty", killed="15")]
    assert told(accounted([bomb], read, doc)) == [("explosion", []), ("casualty", ["nine"]), ("casualty", ["15"])]
    texts = ["The death toll was put at 15."]
    assert [(texts[s][a:b]) for s, a, b, _ in words_of_killing(texts, [])] == ["death toll"]
    assert with_toll(texts[0], 4, 9) == 14 and with_toll("The death of a guard.", 4, 9) == 9
