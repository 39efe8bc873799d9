"""One report that tells a thing twice: headline and lead, lead and detail ("several men were detained … the detainees").

Between reports an equal small toll says little; inside one it mostly says the writer came back to it, because two
happenings in one text are told apart by their places and days, which the gates see, or by words that set people apart
("two additional suspects"), which are seen here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from frontwire.codebook import load
from frontwire.linking.comparisons import compare_figures, compare_type, resolved
from frontwire.linking.unlisted import compare_elsewhere, proper_names
from frontwire.linking.weights import Comparison, settings, weight
from frontwire.records import Claim, Figure
from frontwire.resolution.quantities import bare, numbered, partitive

_DEFINITE = re.compile(
    r"(?:(?:(?:one|some|two|three) of )?the|these|those|they|them|him|he|she|his|her|their|both|all(?: of)?(?= (?:the|them|these|those|\d|\w+$)))\b",
    re.I,
)
_FURTHER = re.compile(r"\b(?:an)?other(?:s|\b(?! than))|\b(?:additional|further|more(?! than)|second|third)\b", re.I)
_ONE = re.compile(
    r"(?:an?|one)\s+(?:[\w’'-]+\s+)*?([\w’'-]+)(?:\s+(?:of|in|from|at|who|with|and|wanted|suspected)\b.*)?", re.I
)
# Words for a person that say nothing of who it is.
_ANYBODY = re.compile(r"associates?|m[ae]n|woman|person|individual|people|suspect|victim|other|boy|girl", re.I)
_SIDES = frozenset({"state", "rebel", "militia", "external"})
_TAKEN_AND_FREED = ({"release", "abduction"}, {"release", "arrest"})  # of the same people, and two happenings
KINDS = ("killed", "wounded", "held", "missing", "displaced")


def compare_kind(a: Claim, b: Claim) -> Comparison | None:
    """The gate of types inside a report: one number of people stands for one happening, whatever words tell of it ("the patrol
    fought back with shells, and nine died": a clash and a shelling)."""
    alike = compare_type(a, b)
    if {a.type, b.type} in _TAKEN_AND_FREED:
        return None
    if alike or not any(shared(_of(a, kind), _of(b, kind)) for kind in KINDS):
        return alike
    return weight("type_compatible"), f"{a.type} and {b.type}, one toll"


def shared(x: list[Figure], y: list[Figure]) -> str | None:
    """The words that stand in both."""
    return next((f.text for f in x for g in y if f.start < g.end and g.start < f.end), None)


def compare_telling(a: Claim, b: Claim) -> Comparison | None:
    """Weight for a toll told again in the same report."""
    first, then = sorted((a, b), key=lambda c: c.start)
    for kind in KINDS:
        x, y = _of(first, kind), _of(then, kind)
        if not x or not y:
            continue
        both = shared(x, y)
        if both:
            return weight("toll_shared"), f"one toll for both: {both}"
        rival = kind == "killed" and _rivals(first, then, x, y)
        if _others(first, then, x, y) and not (rival and _COUNT.search(then.trigger)):
            return weight("toll_other"), f"{then.trigger}: other people"
        if rival:
            apart = min(0.0, (compare_figures(a, b) or (0.0, ""))[0])
            return weight("toll_rival") - apart, f"{then.source[0].text} on the toll"
        found = next(((f, g) for f in x for g in y if again(f, g)), None) or _summed(x, y) or _summed(y, x)
        if found:
            part = _part(a, b, kind) or partitive(found[1].text)
            apart = min(0.0, (compare_figures(a, b) or (0.0, ""))[0]) if part else 0.0
            return weight("toll_again") - apart, f"{found[0].text} told again: {found[1].text}"
    return 0.0, ""


_COUNT = re.compile(
    r"(?:toll|dead|losses|bodies)$", re.I
)  # "put the toll at", "puts its losses at", "counted 36 bodies"


def compare_room(a: Claim, b: Claim) -> Comparison | None:
    """A writer who has named the place leaves it out afterwards: within a report its absence says nothing. Nor does that of a day in a
    report that bears none."""
    missing = [] if resolved(a) and resolved(b) else ["place_unknown"]
    missing += ["date_unknown"] if _undated(a) and _undated(b) else []
    return -sum(weight(name) for name in missing), "one report"


def _undated(claim: Claim) -> bool:
    return claim.time is None or (claim.time.earliest is None and claim.time.latest is None)


def _of(claim: Claim, kind: str) -> list[Figure]:
    return [f for f in claim.casualties if f.kind == kind and not f.aggregate]


def _others(first: Claim, then: Claim, x: list[Figure], y: list[Figure]) -> bool:
    """Are the people of ``y`` set apart from those of ``x``: by "another", "additional", or by standing beside them in one
    sentence as people not spoken of before ("captured a leader and detained one suspect")? Nobody is set apart from the bare plural of a
    headline ("Rebels held"), which the text tells again from the start."""
    headline = first.sentence < then.sentence and all(f.low == 2 and f.high is None and not numbered(f.text) for f in x)
    if not headline and all(_FURTHER.search(f.text) for f in y) and not any(_FURTHER.search(f.text) for f in x):
        return True
    if len(x) == len(y) == 1 and _two_persons(x[0], y[0]):
        return True
    return first.sentence == then.sentence and not any(_DEFINITE.match(f.text) for f in (*x, *y))


def _rivals(first: Claim, then: Claim, x: list[Figure], y: list[Figure]) -> bool:
    """ "Gunmen killed about 30 people … a security source put the toll at 29, the hospital spoke of 31": another speaker's count of
    the dead, told by no event of its own."""
    speakers = [{s.text for s in c.source} for c in (first, then)]
    bare_toll = (
        then.type == "casualty"
        and (first.type != "casualty" or bool(speakers[0]))
        and not then.agent
        and not (first.background or then.background)
    )
    if not bare_toll or not speakers[1] or speakers[0] & speakers[1] or any(_DEFINITE.match(f.text) for f in y):
        return False
    if not all({f.victim_class for f in y} <= {"unknown", g.victim_class} for g in x):
        return False  # of soldiers, where the event killed "people"
    few, many = sorted(sum(f.low or 0 for f in figures) for figures in (x, y))
    return bool(few >= settings()["rival_from"] and many <= settings()["rival_ratio"] * few)


def _two_persons(x: Figure, y: Figure) -> bool:
    """ "A commander … one suspect", "a policeman … a soldier": each one person new to the reader, called by another noun or name."""
    names = [_names(f) for f in (x, y)]
    if all(names):
        return not names[0] & names[1]
    heads = [m[1].lower() for f in (x, y) if (m := _ONE.fullmatch(f.text.strip(" ,")))]
    return len(heads) == 2 and heads[0] != heads[1] and not any(_ANYBODY.fullmatch(h) for h in heads)


def _names(figure: Figure) -> set[str]:
    """The words of a person's full name ("Elvira Roblero"), where the figure counts one person by it."""
    if not figure.low == figure.high == 1 or not _FULL_NAME.fullmatch(figure.text):
        return set()
    return {
        w
        for w in re.findall(r"[\w’'-]+", figure.text)
        if w[0].isupper() and w.lower().rstrip(".") not in load("cast")["offices"]
    }


_FULL_NAME = re.compile(
    r"(?:[\w’'.-]+ )*[A-Z][\w’'-]+ (?:(?:al|el|bin|de|von|van) )?[A-Za-z’'-]*[A-Z][\w’'-]+(?:, [^,]*)*,?"
)


def again(x: Figure, y: Figure) -> bool:
    """The same number of the same people; or people spoken of as known ("the detainees"); or a bare plural, or "several",
    that the other number fits."""
    if partitive(y.text) and x.victim_class == y.victim_class and (x.low or 0) > (y.low or 0):
        return True
    if _DEFINITE.match(x.text) or _DEFINITE.match(y.text):
        return _uncounted(x) or _uncounted(y) or x.low == y.low or _fits(x, y) or _fits(y, x)
    same_people = "unknown" in (x.victim_class, y.victim_class) or x.victim_class == y.victim_class
    if not same_people or x.low is None or y.low is None:
        return False
    return (x.low, x.high) == (y.low, y.high) or _fits(x, y) or _fits(y, x)


def _uncounted(figure: Figure) -> bool:
    """ "The detainees": people known, whose number, if they have one, was given before (:mod:`frontwire.resolution.antecedents`)."""
    return figure.low is None or (figure.low > 1 and bool(_DEFINITE.match(figure.text)) and not numbered(figure.text))


def _fits(vague: Figure, exact: Figure) -> bool:
    """Does a number lie in what a vague word leaves open? A bare plural ("rebels held") leaves any number of them open, "numerous"
    a larger one, "over 30" among them."""
    if not numbered(vague.text) or (
        vague.high is None and bare(vague.text) == vague.text and not re.search(r"\d", vague.text)
    ):
        return vague.high is None and (exact.low or 0) >= (vague.low or 0)
    return (
        vague.best is None and exact.best is not None and (vague.low or 0) <= exact.best <= (vague.high or exact.best)
    )


def _summed(whole: list[Figure], parts: list[Figure]) -> tuple[Figure, Figure] | None:
    """ "Both men" of "a leader and an associate"; "several rebels" of "the leader along with two others"."""
    total = sum(f.best or 0 for f in parts)
    if len(whole) > 1 or len(parts) < 2 or any(f.best is None for f in parts):
        return None
    all_of_them = bool(_DEFINITE.match(whole[0].text)) and whole[0].best == total
    together = replace(parts[0], low=total, high=total, best=total)
    return (whole[0], parts[0]) if all_of_them or _fits(whole[0], together) else None


def _part(a: Claim, b: Claim, kind: str) -> bool:
    """Does one claim repeat some of the figures of the other ("a leader and two men"; "the two men")? Then its smaller
    sum is no other toll."""
    few, many = sorted((_of(a, kind), _of(b, kind)), key=len)
    return len(few) < len(many) and all(any(again(x, y) for y in many) for x in few)


def compare_sides(a: Claim, b: Claim) -> Comparison | None:
    """What the one side does and what the other does in answer are two things, where one report tells both under two types.

    Between reports another perpetrator is a dispute and never blocks; one writer does not dispute with himself.
    """
    if any(shared(_of(a, kind), _of(b, kind)) for kind in KINDS):
        return 0.0, ""  # one toll for both
    one, other = ({m.side for m in c.agent if m.side in _SIDES} for c in (a, b))
    apart = a.type != b.type and one and other and not one & other
    return (weight("sides_apart"), f"{a.trigger}, {b.trigger}: two sides' doings") if apart else (0.0, "")


def compare_ground(a: Claim, b: Claim) -> Comparison | None:
    """Ground is taken place by place: in one report "the airport" that no gazetteer knows is not the port of another town."""
    ground = a.type in settings()["ground"] and b.type in settings()["ground"]
    if not ground or not a.place or not b.place or (resolved(a) and resolved(b)):
        return 0.0, ""
    named = [proper_names(c.place) for c in (a, b)]
    x, y = [set(n) for n in named] if all(named) else [_nouns(c) for c in (a, b)]  # "the town of" both are
    return (0.0, "") if x & y else (weight("place_other"), f"{a.place[0].text}, {b.place[0].text}: two places")


def _nouns(claim: Claim) -> set[str]:
    return {w for p in claim.place for w in re.findall(r"[\w’'-]{3,}", p.text.lower())} - _ARTICLES


_ARTICLES = frozenset({"the", "its", "their"})

TELLING = (compare_telling, compare_room, compare_sides, compare_ground, compare_elsewhere)
