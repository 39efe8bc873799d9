from frontwire.records import Grade, Status
from frontwire.situation.grades import contests, grade
from tests.factories import actor, claim, speaker, toll

REBELS, POLICE = actor("militants", "rebel"), actor("police", "state")


def test_grade_follows_independent_origins() -> None:
    assert [grade([claim()], n, ()) for n in (1, 2, 3)] == [Grade.WEAK, Grade.FAIR, Grade.CONFIRMED]


def test_admission_by_the_party_responsible_confirms() -> None:
    by = actor("ISIL", "rebel", "islamic-state")
    admission = claim(
        "killing", agent=(by,), source=(speaker("ISIL", "armed_group", speaker_id="actor:islamic-state", side="rebel"),)
    )
    assert grade([admission], 1, ()) is Grade.CONFIRMED


def test_different_camps_accused_by_different_voices_contest() -> None:
    a, b = claim("killing", agent=(REBELS,)), claim("killing", agent=(POLICE,))
    found = contests([a, b], {a.claim_id: "o1", b.claim_id: "o2"}, [])
    assert [c.field for c in found] == ["agent"]
    assert grade([a, b], 2, found) is Grade.CONTESTED


def test_one_voice_naming_both_is_no_contest() -> None:
    a, b = claim("killing", agent=(REBELS,)), claim("killing", agent=(POLICE,))
    assert contests([a, b], {a.claim_id: "o1", b.claim_id: "o1"}, []) == ()


def test_denial_contests_whether() -> None:
    a, b = claim("capture"), claim("capture", status=Status.DENIED)
    found = contests([a, b], {a.claim_id: "o1", b.claim_id: "o2"}, [])
    assert grade([a, b], 3, found) is Grade.CONTESTED


def test_boasting_of_the_enemys_dead_confirms_nothing() -> None:
    army = actor("the army", "state", "state:IQ")
    said = (speaker("the ministry", "official", side="state", country="IQ"),)
    boast = claim("airstrike", agent=(army,), source=said, casualties=(toll(20, victims="militants"),))
    owned = claim("airstrike", agent=(army,), source=said, casualties=(toll(20, victims="civilians"),))
    assert grade([boast], 1, ()) is Grade.WEAK
    assert grade([owned], 1, ()) is Grade.CONFIRMED


def test_that_nobody_was_hurt_denies_no_attack() -> None:
    raid, unhurt = claim("attack"), claim("casualty", status=Status.DENIED, casualties=(toll(0),))
    origins = {raid.claim_id: "o1", unhurt.claim_id: "o1"}
    assert contests([raid, unhurt], origins, []) == ()
    deadly = claim("attack", casualties=(toll(9),))
    assert [c.field for c in contests([deadly, unhurt], origins | {deadly.claim_id: "o2"}, [])] == ["whether"]


def test_that_nobody_died_denies_no_wounds() -> None:
    strike = claim("airstrike", casualties=(toll(9, kind="wounded"),))
    nobody = claim("casualty", trigger="died", status=Status.DENIED)
    assert contests([strike, nobody], {}, []) == ()
    deadly = claim("airstrike", casualties=(toll(2),))
    assert [c.field for c in contests([deadly, nobody], {}, [])] == ["whether"]
