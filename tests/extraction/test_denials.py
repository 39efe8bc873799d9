"""Who denies a deed is neither its doer nor the one who tells of it."""

import pytest

from frontwire.extraction.denials import disowned
from frontwire.extraction.extractor import BundledExtractor
from frontwire.reading.document import document
from frontwire.records import Draft, Mention, Report, Status


def told(
    text: str, trigger: str, *, status: Status = Status.ACTUAL, kind: str = "attack", **roles: str
) -> tuple[set[str], Status]:
    at = text.index(trigger)
    fillers = [(r, text.index(w), w) for r, w in roles.items()]
    draft = Draft(report_id="r", sentence=0, start=at, end=at + len(trigger), type=kind, status=status, background=False,
                  roles=tuple((r, Mention(text=w, start=a, end=a + len(w), report_id="r")) for r, a, w in fillers),
                  confidence=0.9, extractor="x")  # fmt: skip
    (out,) = disowned([draft], text)
    return {role for role, _ in out.roles}, out.status


@pytest.mark.parametrize(
    "text",
    [
        "Qolo denied responsibility for the raid.",
        "Qolo rejects any involvement in Tuesday's raid.",
        "Qolo's spokesman denied having had any part in the raid.",
        "Qolo, which has denied any role in the raid, is in talks.",
        "Qolo rejected accusations that it was behind the raid.",
        "Qolo denied being behind the raid.",
        "Qolo said it had nothing to do with the raid.",
        "Qolo said on the radio that its men were not involved in the raid.",
        "Qolo has not yet claimed responsibility for the raid.",
        "Qolo disowned the raid.",
        "Qolo again denied any part in the raid.",
        "Qolo has always denied involvement in the raid.",
        "Qolo neither confirmed nor denied that it had carried out the raid.",
        "Qolo said it was looking into reports of a raid.",
    ],
)
def test_the_denier_is_no_agent_and_no_source(text: str) -> None:
    assert told(text, "raid", agent="Qolo", source="Qolo") == (set(), Status.ACTUAL)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Qolo claimed responsibility for the raid.", "raid", "attack"),
        ("Qolo denied responsibility for the raid and shelled the port.", "shelled", "shelling"),
        ("Qolo, which denies any link to the kidnapping, raided a farm.", "raided", "attack"),
        ("Qolo denied involvement, blaming the army for the raid.", "blaming", "accusation"),
        ("Police said Qolo carried out the raid, but the mayor denied any part in it.", "raid", "attack"),
    ],
)
def test_what_else_somebody_did_stays_his(text: str, trigger: str, kind: str) -> None:
    assert "agent" in told(text, trigger, kind=kind, agent="Qolo")[0]


def test_what_is_denied_is_the_doing_not_the_happening() -> None:
    assert told("Qolo denied any part in the raid.", "raid", status=Status.DENIED)[1] is Status.ACTUAL
    assert told("Qolo denied that there was a raid.", "raid", status=Status.DENIED)[1] is Status.DENIED


def test_a_deed_told_before_the_denial_is_not_the_deniers_either() -> None:
    assert told("Six died in a raid. Qolo denied any part in it.", "raid", agent="Qolo")[0] == set()


def test_nobody_is_no_source() -> None:
    assert told("No group claimed the raid.", "raid", source="No group")[0] == set()


def test_a_denial_of_responsibility_is_no_admission() -> None:
    text = "Hamas denied responsibility for the attack on the clinic, which killed six civilians."
    (claim,) = BundledExtractor().extract([document(Report(report_id="r", text=text))])[0]
    assert claim.status is Status.ACTUAL and {role for role, _ in claim.roles} == {"target", "killed"}
