"""Two readings of one text: the same reading agrees fully, another one as far as it does."""

from collections import Counter

import pytest

from frontwire.evaluation.annotated import read, report
from training.agreement import SECOND, compare, kappa

TEXT = {"id": "x", "sents": ["Rebels seized Gao on Monday.", "Police said six people died."]}
CAPTURE = {"type": "capture", "s": 0, "trigger": "seized", "roles": {"agent": ["Rebels"], "place": ["Gao"]}}
DEATHS = {"type": "casualty", "s": 1, "trigger": "died", "roles": {"killed": ["six people"]}}


def test_a_reading_agrees_with_itself() -> None:
    one = report(TEXT | {"claims": [CAPTURE, DEATHS]})
    assert compare([one], [one]) == {"typed": 1.0, "roles": 1.0, "status": 1.0, "background": 1.0, "type_kappa": 1.0}


def test_a_claim_only_one_reading_has_costs_both_sides_alike() -> None:
    both = report(TEXT | {"claims": [CAPTURE, DEATHS]})
    one = report(TEXT | {"claims": [CAPTURE]})
    assert compare([both], [one])["typed"] == compare([one], [both])["typed"] == pytest.approx(0.667, abs=0.001)


def test_readings_of_different_texts_are_refused() -> None:
    other = report({"id": "x", "sents": ["Nothing happened."], "claims": []})
    with pytest.raises(ValueError, match="not of the same text"):
        compare([report(TEXT | {"claims": []})], [other])


def test_kappa_takes_chance_off() -> None:
    assert kappa(Counter({("a", "a"): 5, ("b", "b"): 5})) == 1.0
    assert kappa(Counter({("a", "a"): 25, ("a", "b"): 25, ("b", "a"): 25, ("b", "b"): 25})) == 0.0


def test_the_second_reading_can_be_read() -> None:
    assert len(read(SECOND)) == 16
