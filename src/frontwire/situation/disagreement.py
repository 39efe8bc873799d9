"""Two unnamed speakers of one report who give different tolls disagree: neither brings the other up to date.

An outlet's unnamed officials are one origin (:mod:`frontwire.reuse.origins`), since nobody can tell whether they are two people, and a
later report by that outlet supersedes what they said before. In one and the same report "a doctor said 30 had died; police put the dead
at 12" are two people, and the range holds both (DESIGN rule 4: a different origin is a wider range).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from frontwire.codebook import load
from frontwire.records import Claim, Figure
from frontwire.resolution.quantities import counts


def of_speakers(
    claims: Iterable[Claim],
    origin_of: Mapping[str, str],
    published: Callable[[Claim], str],
    behind: Callable[[Claim], str],
) -> dict[str, str]:
    """``origin_of``, but an origin of its own for each speaker of an origin's last report with figures who contradicts another one.

    ``behind`` gives the words behind a claim's trigger: a toll that "rose" brings what its report said before up to date, whoever said it.
    """
    counted = [c for c in claims if _figures(c)]
    found = dict(origin_of)
    for toll in sorted((c for c in counted if _rose(c, behind(c))), key=lambda c: c.start):
        earlier = (c for c in counted if c.report_id == toll.report_id and c.start < toll.start)
        found |= {c.claim_id: found[toll.claim_id] for c in earlier}
    by_origin: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in counted:
        by_origin[found[claim.claim_id]].append(claim)
    for origin, own in by_origin.items():
        last = max((published(c), c.report_id) for c in own)
        said = _by_speaker(_up_to_date([c for c in own if (published(c), c.report_id) == last], behind))
        if any(_contradict(a, b) for one, other in combinations(said, 2) for a in one for b in other):
            for n, theirs in enumerate(said[1:], 2):
                found |= {c.claim_id: f"{origin}#{n}" for c in theirs}
    return found


def _up_to_date(claims: Sequence[Claim], behind: Callable[[Claim], str]) -> list[Claim]:
    """``claims`` of one report from the last toll that rose on."""
    since = max((c.start for c in claims if _rose(c, behind(c))), default=-1)
    return [c for c in claims if c.start >= since]


_RISEN = re.compile(
    r"[^.;]{0,60}?\b(?:rose|ris(?:es?|en|ing)|climb(?:s|ed)|jumped|increased|gr[eo]wn?|soared|(?:was|been) revised)\b",
    re.I,
)


def _rose(claim: Claim, words: str) -> bool:
    return claim.type == "casualty" and bool(_RISEN.match(words))


def _figures(claim: Claim) -> list[Figure]:
    """Those that say a number: not a sum over happenings, not a bare plural."""
    return [f for f in claim.casualties if counts(f) and not f.aggregate]


def _by_speaker(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims in text order, those of one speaker together."""
    said: list[tuple[frozenset[str], list[Claim]]] = []
    for claim in sorted(claims, key=lambda c: c.start):
        words = _words(claim)
        same = next((i for i, (known, _) in enumerate(said) if _one_person(words, known)), None)
        if same is None:
            said.append((words, [claim]))
        else:
            said[same] = (said[same][0] | words, [*said[same][1], claim])
    return [own for _, own in said]


def _one_person(words: frozenset[str], known: frozenset[str]) -> bool:
    """A speaker whom nothing tells apart is the one before, but "another official" is not."""
    alike = not words or not known or bool(words & known)
    return alike and ("another" in words) == ("another" in known)


def _words(claim: Claim) -> frozenset[str]:
    """What tells the speaker apart: "a hospital official" hospital, "police" police, "officials" nothing."""
    text = claim.source[0].text.lower() if claim.source else ""
    return frozenset(w.rstrip("s") for w in re.findall(r"[^\W\d_]{3,}", text)) - _common()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(w.rstrip("s") for w in load("speech")["nobody_in_particular"])


def _contradict(a: Claim, b: Claim) -> bool:
    """Another number of the same people, or fewer people in all than the other's soldiers, civilians or children."""
    return any(
        x.kind == y.kind and (_other_number(x, y) or _less_in_all(x, y) or _less_in_all(y, x))
        for x in _figures(a)
        for y in _figures(b)
    )


def _other_number(x: Figure, y: Figure) -> bool:
    return x.victim_class == y.victim_class and (x.low, x.high) != (y.low, y.high)


def _less_in_all(whole: Figure, part: Figure) -> bool:
    classes = whole.victim_class == "unknown" != part.victim_class
    return classes and whole.high is not None and whole.high < (part.low or 0)
