"""Who stands behind a claim: claims sharing a voice are one origin, and origins are counted as a bound.

A voice is a copied passage, an identified speaker, an agency, or the outlet itself for what it says unsourced.
``high`` counts unknown pairs as independent; ``low`` counts only voices known to be different people (DESIGN rule 3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from frontwire.records import Claim, Origin, Passage, PassageKind, Report, SpeakerKind, content_id
from frontwire.unionfind import UnionFind


@dataclass(frozen=True, slots=True)
class Voices:
    """The origins of all claims: origin per claim, and what kind of people each origin is known to be."""

    origins: tuple[Origin, ...]
    of_claim: Mapping[str, str]
    stance: Mapping[str, frozenset[str]]

    def count(self, claim_ids: Iterable[str]) -> tuple[int, int]:
        """(low, high) number of independent origins behind ``claim_ids``."""
        found = sorted({self.of_claim[c] for c in claim_ids})
        return _independent([self.stance[o] for o in found]), len(found)


def voices(
    claims: Sequence[Claim], reports: Sequence[Report], passages: Sequence[Passage], agencies: Mapping[str, str]
) -> Voices:
    """``agencies``: report_id -> agency credited in the report."""
    by_id = {r.report_id: r for r in reports}
    copied: defaultdict[str, list[Passage]] = defaultdict(list)
    for p in passages:
        if p.kind is PassageKind.COPIED:
            copied[p.report_id].append(p)
    union: UnionFind[str] = UnionFind()
    for claim in claims:
        for key in _keys(claim, by_id[claim.report_id], copied[claim.report_id], agencies):
            union.join(key, f"claim:{claim.claim_id}")
    origins: list[Origin] = []
    of_claim: dict[str, str] = {}
    stance: dict[str, frozenset[str]] = {}
    index = {c.claim_id: c for c in claims}
    for group in union.groups():
        members = sorted(k.removeprefix("claim:") for k in group if k.startswith("claim:"))
        keys = [k for k in group if not k.startswith("claim:")]
        own = [index[m] for m in members]
        origin = _origin(keys, own)
        origins.append(origin)
        of_claim |= dict.fromkeys(members, origin.origin_id)
        stance[origin.origin_id] = frozenset(s for c in own for s in _stances(c))
    return Voices(tuple(sorted(origins, key=lambda o: o.origin_id)), of_claim, stance)


def _keys(claim: Claim, report: Report, copied: Sequence[Passage], agencies: Mapping[str, str]) -> list[str]:
    """Everything that identifies the voice: shared text at this very event mention, the speaker, agency or outlet."""
    outlet = report.outlet or report.report_id
    keys = [
        f"passage:{p.family_id}:{claim.type}:{claim.trigger.lower().split()[0]}"
        for p in copied
        if p.start <= claim.start and claim.end <= p.end
    ]
    named = [s.speaker_id for s in claim.source if s.speaker_id]
    if named:
        return keys + [f"speaker:{n}" for n in named[:1]]
    if claim.source and claim.source[0].kind is not SpeakerKind.MEDIA:
        return [*keys, f"source:{outlet}:{claim.source[0].kind.value}"]
    agency = agencies.get(report.report_id)
    return [*keys, f"agency:{agency.casefold()}" if agency else f"outlet:{outlet}"]


def _stances(claim: Claim) -> list[str]:
    """What kind of people vouch: only a known and different kind makes two voices surely independent."""
    found = []
    for source in claim.source:
        if source.kind is SpeakerKind.MEDIA or source.kind is SpeakerKind.UNNAMED:
            continue
        state = source.side == "state" or source.kind is SpeakerKind.OFFICIAL
        if state:
            found.append(f"state:{source.country or ''}")
        elif source.speaker_id:
            found.append(source.speaker_id)
        else:
            found.append(source.kind.value)
    return found


def _independent(stances: Sequence[frozenset[str]]) -> int:
    """Size of the largest set of mutually different, known stances; at least 1 if there is any origin."""
    known = [s for s in dict.fromkeys(stances) if s]
    best = 0

    def grow(chosen: int, used: frozenset[str], rest: Sequence[frozenset[str]]) -> None:
        nonlocal best
        best = max(best, chosen)
        for i, s in enumerate(rest):
            if chosen + len(rest) - i <= best:
                return
            if not s & used:
                grow(chosen + 1, used | s, rest[i + 1 :])

    grow(0, frozenset(), sorted(known, key=lambda s: (len(s), sorted(s)))[:24])
    return max(best, min(1, len(stances)))


def _origin(keys: Sequence[str], claims: Sequence[Claim]) -> Origin:
    for kind, prefix in (
        ("speaker", "speaker:person:"),
        ("institution", "speaker:"),
        ("agency", "agency:"),
        ("outlet", "outlet:"),
    ):
        named = sorted(k for k in keys if k.startswith(prefix))
        if named:
            return _make(kind, named[0].split(":", 1)[1], keys, claims)
    return _make("outlet", None, keys, claims)


def _make(kind: str, name: str | None, keys: Sequence[str], claims: Sequence[Claim]) -> Origin:
    if kind in ("speaker", "institution"):
        spoken = [s.text for c in claims for s in c.source if s.speaker_id]
        name = max(sorted(set(spoken)), key=len) if spoken else name
    return Origin(
        origin_id=content_id("o", *sorted(keys)), kind=kind, name=name,
        claims=tuple(sorted(c.claim_id for c in claims)), reports=tuple(sorted({c.report_id for c in claims})),
    )  # fmt: skip
