"""Parts of a larger toll: "nine rebels were killed, including a commander" counts nine, not ten.

Codebook A: a part is a filler of its own, not a second toll. A part of another class ("21 people, including six children") tells who
they were and keeps its number; one of the same class, or of none, keeps its words only, since its people stand in the whole's number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from frontwire.records import Figure, Mention
from frontwire.resolution.figures import apposed

_OPENS = re.compile(r"\b(?:including|among them|among whom)\b(?!.*\b(?:including|among)\b)")
_FILL = re.compile(r"(?:[\s,]|\b(?:and|as well as|were|was|an?|the|at least|some)\b)*")
_ONE_OF = re.compile(r",?\s+(?:was|were|is|are)\s+(?:among|(?:one|two|three|some|several) (?:of|among))\s+(?:the\s+)?")


_MORE = re.compile(r"\s*(?:another|an additional|a further|further)\b", re.I)


def of_one_kind(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """ "Killed three civilians, and another two died": the two are of the class of the people told of right before, and add to them."""
    out: list[Figure] = []
    for f in figures:
        before = [g for g in out if g.kind == f.kind and g.end <= f.start and g.victim_class != "unknown"]
        alike = before and f.victim_class == "unknown" and _MORE.match(f.text)
        out.append(replace(f, victim_class=before[-1].victim_class) if alike else f)
    return tuple(out)


def counted_once(figures: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    """``figures`` of one claim, those that stand in another's number without a number of their own."""
    return tuple(
        replace(f, low=None, high=None, best=None) if any(_part(f, whole, figures, text) for whole in figures) else f
        for f in figures
    )


def _part(part: Figure, whole: Figure, figures: Sequence[Figure], text: str) -> bool:
    if part.kind == whole.kind and part.start >= whole.end and _same_person(whole, part, text[whole.end : part.start]):
        return True
    if part.kind == whole.kind and _raised(part, whole, text):
        return True
    told_behind = part.kind == whole.kind and part.end <= whole.start and whole.low is not None
    if told_behind and _ONE_OF.fullmatch(text[part.end : whole.start]):
        return True
    known = part.kind == whole.kind and part.low is not None and part.victim_class in (whole.victim_class, "unknown")
    if not known or (whole.high is not None and (part.low or 0) > whole.high):
        return False
    if part.start > whole.end:
        return _of_them(whole, part, text) or _listed(whole.end, part.start, figures, text)
    return False


# "Nine people were wounded, two of them critically"
_THEM = re.compile(r"\s*\bof\s+(?:them|whom|those|the (?:dead|wounded|injured|victims|hostages))\b", re.I)


def with_whole(mention: Mention, text: str) -> Mention:
    """ "Seven" of "seven of the dead were children": with the words that say whose part they are."""
    behind = _THEM.match(text, mention.end)
    if behind is None:
        return mention
    return replace(mention, text=text[mention.start : behind.end()], end=behind.end())


def _of_them(whole: Figure, part: Figure, text: str) -> bool:
    inside = _THEM.search(part.text) or _THEM.match(text, part.end)
    return bool(inside) and not re.search(r"[.!?]\s", text[whole.end : part.start])


# "A third soldier died, raising the toll to 40", "the toll rose to 40 after a third soldier died": he is one of the forty
_TOLL_NOW = re.compile(
    r"\b(?:(?:toll|dead|deaths|victims|killed|fatalities)\s+(?:there\s+|so far\s+)?"
    r"|(?:rais|bring|tak|push|driv|lift)(?:ing|es|s)\b[^.;]*\b(?:toll|dead|deaths|killed|died|fatalities)\b[^.;]*\b)to\s+$",
    re.I,
)
_ROSE = re.compile(
    r"\b(?:toll|dead|deaths|victims|killed|fatalities)\b[^.;]*\b(?:to|reache[sd]|reached|stood at|stands at)\s+$", re.I
)
_AFTER = re.compile(r"\s+(?:(?:on|by|late|early)\s+(?:\w+\s+)?)?(?:after|as|when|with)\s+", re.I)


def _raised(part: Figure, whole: Figure, text: str) -> bool:
    if part.end <= whole.start:
        return bool(_TOLL_NOW.search(text[part.end : whole.start]))
    lead = text[max(0, whole.start - 120) : whole.start]
    return bool(_AFTER.fullmatch(text[whole.end : part.start]) and _ROSE.search(lead))


_CALLED = re.compile(
    r"\s*(?:killed|dead|detained|captured)?,?\s+(?:was|were|has been|is)?\s*(?:identified|named|known) as\s*"
)


def _same_person(first: Figure, then: Figure, between: str) -> bool:
    """ "The leader, Alfa", "the dead man was identified as a commander": told twice."""
    return first.best == then.best == 1 and (
        apposed(first.text, between, then.text) or bool(_CALLED.fullmatch(between))
    )


def _listed(start: int, end: int, figures: Sequence[Figure], text: str) -> bool:
    """Does "including" and nothing but other people of the list stand before ``end``, in one sentence with ``start``?"""
    opens = _OPENS.search(text, start, end)
    if opens is None or re.search(r"[.!?]\s", text[start:end]):
        return False
    between = text[opens.end() : end]
    for f in figures:
        if opens.end() <= f.start and f.end <= end:
            between = between.replace(f.text, "", 1)
    return bool(_FILL.fullmatch(between))
