"""One report that tells a thing twice: headline and lead, lead and detail ("several men were detained … the detainees").

Between reports an equal small toll says little; inside one it mostly says the writer came back to it, because two
happenings in one text are told apart by their places and days, which the gates see.
"""

from __future__ import annotations

import re

from frontwire.linking.comparisons import Comparison, compare_figures, settings
from frontwire.records import Claim, Figure

_DEFINITE = re.compile(r"(?:the|these|those|they|them|him|he|she|his|her|their|both)\b", re.I)
KINDS = ("killed", "wounded", "held", "missing", "displaced")


def compare_telling(a: Claim, b: Claim) -> Comparison | None:
    """Weight for a toll told again in the same report; 0 between reports."""
    if a.report_id != b.report_id:
        return 0.0, ""
    weights = settings()["weights"]
    for kind in KINDS:
        for x in _of(a, kind):
            for y in _of(b, kind):
                if (x.start, x.end) == (y.start, y.end):
                    return float(weights["toll_shared"]), f"one toll for both: {x.text}"
                if _again(x, y):
                    apart = min(0.0, (compare_figures(a, b) or (0.0, ""))[0]) if _part(a, b, kind) else 0.0
                    return float(weights["toll_again"]) - apart, f"{x.text} told again: {y.text}"
    return 0.0, ""


def _of(claim: Claim, kind: str) -> list[Figure]:
    return [f for f in claim.casualties if f.kind == kind and not f.aggregate]


def _again(x: Figure, y: Figure) -> bool:
    """The same number of the same people; or people spoken of as known ("the detainees"); or the bare plural of a headline."""
    if _DEFINITE.match(x.text) or _DEFINITE.match(y.text):
        return x.low is None or y.low is None or x.low == y.low
    same_people = "unknown" in (x.victim_class, y.victim_class) or x.victim_class == y.victim_class
    equal = (x.low, x.high) == (y.low, y.high)
    return same_people and x.low is not None and y.low is not None and (equal or _bare(x) or _bare(y))


def _part(a: Claim, b: Claim, kind: str) -> bool:
    """Does one claim repeat some of the figures of the other ("a leader and two men"; "the two men")? Then its smaller
    sum is no other toll."""
    few, many = sorted((_of(a, kind), _of(b, kind)), key=len)
    return len(few) < len(many) and all(any(_again(x, y) for y in many) for x in few)


def _bare(figure: Figure) -> bool:
    return figure.low == 2 and figure.high is None and figure.best is None
