"""How well an incident stands (codebook D), and in what its origins disagree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from frontwire.codebook import load
from frontwire.records import Claim, Contest, Grade, Status
from frontwire.resolution.registry import same_actor
from frontwire.situation.casualties import Stated

DEFINITIONS = {
    Grade.CONFIRMED: "accepted by the party responsible, or three or more independent origins agree",
    Grade.FAIR: "two or more independent origins",
    Grade.WEAK: "one origin",
    Grade.CONTESTED: "origins disagree on who, what or whether",
}
# Sides that answer for each other when it is asked who did it.
CAMPS = {"rebel": "non-state", "militia": "non-state", "state": "state", "external": "external"}


def _violent(claims: Sequence[Claim]) -> bool:
    return any(c.type in load("linking")["violent"] for c in claims)


def contests(claims: Sequence[Claim], origin_of: Mapping[str, str], entries: Sequence[Stated]) -> tuple[Contest, ...]:
    """Every field on which different origins contradict each other."""
    found = [_whether(claims, origin_of), _who(claims, origin_of), *_how_many(entries)]
    return tuple(c for c in found if c)


def _whether(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> Contest | None:
    by_status: defaultdict[str, list[Claim]] = defaultdict(list)
    for c in claims:
        by_status[c.status.value].append(c)
    actual = by_status[Status.ACTUAL.value]
    told = {f.kind for c in actual for f in c.casualties if f.low}
    denied = [c for c in by_status[Status.DENIED.value] if c.type != "casualty" or told & _harm_denied(c)]
    if not denied or not actual:
        return None
    return Contest(field="whether", values=("actual", "denied"), claims=tuple(sorted(c.claim_id for c in claims)))


def _harm_denied(claim: Claim) -> set[str]:
    """Kinds of harm a denied toll speaks of: "nobody was hurt" denies no attack, "nobody died" no wounds."""
    plain = load("consistency")["deaths"]["plain"]
    return {"killed"} if re.search(plain, claim.trigger, re.I) else {"killed", "wounded"}


def _who(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> Contest | None:
    """Different camps accused of the same violence by different origins."""
    camps: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type in load("linking")["violent"] and claim.type != "clash" and claim.status is Status.ACTUAL:
            for agent in claim.agent:
                if agent.side in CAMPS:
                    camps[CAMPS[agent.side]].append(claim)
    origins = {origin_of[c.claim_id] for group in camps.values() for c in group}
    if len(camps) < 2 or len(origins) < 2:
        return None
    return Contest(
        field="agent",
        values=tuple(sorted(camps)),
        claims=tuple(sorted({c.claim_id for g in camps.values() for c in g})),
    )


def _how_many(entries: Sequence[Stated]) -> list[Contest]:
    """Figures of one kind and class that cannot both be right."""
    groups: defaultdict[tuple[str, str], list[Stated]] = defaultdict(list)
    for e in entries:
        groups[e.kind, e.victim_class].append(e)
    found = []
    for (kind, victim_class), group in sorted(groups.items()):
        top = max(group, key=lambda e: (e.low, e.origin))
        apart = [e for e in group if e.high is not None and e.high < top.low]
        if apart:
            values = tuple(sorted({_words(e) for e in (*apart, top)}))
            claims = tuple(sorted({c for e in (*apart, top) for c in e.claims}))
            found.append(Contest(field=f"{kind}:{victim_class}", values=values, claims=claims))
    return found


def _words(e: Stated) -> str:
    return str(e.low) if e.low == e.high else f"{e.low}–{'…' if e.high is None else e.high}"


def _harms_others(claim: Claim) -> bool:
    """Owning up weighs only where it is no boast: fighting, and the enemy's dead, are what every side likes to claim."""
    enemies = {"militants"} if any(a.side in ("state", "external") for a in claim.agent) else set()
    harmed = {f.victim_class for f in claim.casualties if f.kind in ("killed", "wounded")}
    return claim.type != "clash" and (bool(harmed - enemies) or (not harmed and claim.type == "killing"))


def admitted(claims: Sequence[Claim]) -> bool:
    """Does the party said to be responsible say so itself (a claim against its own interest)?"""
    for claim in claims:
        if claim.status is Status.ACTUAL and claim.type in load("linking")["violent"] and _harms_others(claim):
            agents = {a.actor_id for a in claim.agent if a.actor_id}
            speakers = {s.speaker_id.removeprefix("actor:") for s in claim.source if s.speaker_id}
            states = {f"state:{s.country}" for s in claim.source if s.side == "state" and s.country}
            if any(same_actor(a, s) for a in agents for s in speakers | states):
                return True
    return False


def grade(claims: Sequence[Claim], origins_low: int, contested: Sequence[Contest]) -> Grade:
    """The public grade; ``contested`` beats all, a disputed figure alone does not contest the incident."""
    if (any(c.field in ("agent", "whether") for c in contested) and _violent(claims)) or any(
        c.field == "whether" for c in contested
    ):
        return Grade.CONTESTED
    if admitted(claims) or origins_low >= 3:
        return Grade.CONFIRMED
    return Grade.FAIR if origins_low >= 2 else Grade.WEAK
