from hypothesis import given, settings
from hypothesis import strategies as st

from frontwire.records import PassageKind
from frontwire.reuse.passages import find_passages
from tests.factories import report

WIRE = "Insurgents seized the northern town on Tuesday after soldiers shed their uniforms and left their posts in the night, residents said."
OTHER = "A councillor in the neighbouring district spoke of long queues for bread, of closed banks and of a school that had become a barracks."


def test_copied_text_is_one_family_in_both_reports_with_exact_spans() -> None:
    a = report(f"{WIRE} {OTHER}", outlet="A", published="2014-06-10")
    b = report(f"Our own opening line tells of something else.\n\n{WIRE}", outlet="B", published="2014-06-11")
    found = find_passages([a, b])
    assert {p.report_id for p in found} == {a.report_id, b.report_id}
    assert len({p.family_id for p in found}) == 1
    texts = {a.report_id: a.text, b.report_id: b.text}
    assert all(texts[p.report_id][p.start : p.end] == p.text and p.kind is PassageKind.COPIED for p in found)
    assert [p.report_id for p in found if p.earliest] == [a.report_id]


def test_a_light_edit_is_still_the_same_passage() -> None:
    edited = WIRE.replace("northern town", "strategic northern town of theirs").replace("in the night", "overnight")
    a, b = report(WIRE, outlet="A"), report(edited, outlet="B")
    passages = find_passages([a, b])
    assert max(p.end - p.start for p in passages) > 0.7 * len(WIRE)


def test_reordered_paragraphs_are_both_found() -> None:
    a, b = report(f"{WIRE}\n\n{OTHER}", outlet="A"), report(f"{OTHER}\n\n{WIRE}", outlet="B")
    assert len({p.family_id for p in find_passages([a, b])}) == 2


def test_independent_texts_share_nothing() -> None:
    assert find_passages([report(WIRE, outlet="A"), report(OTHER, outlet="B")]) == []


def test_the_same_quotation_is_a_common_source_not_a_copy() -> None:
    quote = "“What happened in the town is a redeployment and nothing more than a redeployment of our forces,”"
    a, b = (
        report(f"{quote} the general said.", outlet="A"),
        report(f"Asked on Monday, the spokesman replied: {quote} and left.", outlet="B"),
    )
    assert {p.kind for p in find_passages([a, b])} == {PassageKind.QUOTED}


def test_an_outlets_own_stock_text_is_boilerplate() -> None:
    stock = "The Courier keeps a list of all attacks in the province since the start of the year and corrects it when families call."
    reports = [
        report(f"Story number {n} is about something else entirely. {stock}", outlet="Courier", report_id=f"r{n}")
        for n in range(3)
    ]
    assert {p.kind for p in find_passages(reports)} == {PassageKind.BOILERPLATE}


@settings(max_examples=25, deadline=None)
@given(st.permutations(["one", "two", "three", "four"]))
def test_order_of_reports_does_not_matter(order: list[str]) -> None:
    bodies = {
        "one": WIRE,
        "two": f"{OTHER}\n{WIRE}",
        "three": OTHER,
        "four": "Nothing of the kind stands here at all, not a word.",
    }
    made = {k: report(v, outlet=k, report_id=k) for k, v in bodies.items()}
    assert find_passages([made[k] for k in order]) == find_passages(list(made.values()))
