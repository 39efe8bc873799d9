"""Plain sentences through the reader: who did what to whom (`python -m benchmarks.doers`)."""

from benchmarks.doers import READERS, agree, doers_of
from benchmarks.tables import wrong

#: Rows read right when set: 202. Two less, since int8 kernels round differently from machine to machine. It only rises.
FLOOR = 200


def test_plain_sentences_say_who_did_what_to_whom() -> None:
    (table,) = READERS
    count, lines = wrong(table, doers_of, agree)
    assert count - len(lines) >= FLOOR, "\n".join(lines)


def test_a_party_too_many_or_too_few_is_wrong() -> None:
    assert agree(("raid: army > rebels",), ("raid: the army > the rebels; fled: - > -",))
    assert not agree(("raid: army > rebels",), ("raid: the army + police > the rebels",))
    assert not agree(("raid: army + police > rebels",), ("raid: the army > the rebels",))
    assert not agree(("raid: - > rebels",), ("raid: the army > the rebels",))
    assert not agree(("raid: army > rebels",), ("fled: the army > the rebels",))
