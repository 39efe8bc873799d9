"""Compare two claims: gates first, then weights that add up, each with its reason in words.

A gate returns None for the pair: type, place, date and victim class come before any similarity (codebook D).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from frontwire.codebook import load
from frontwire.geometry import km
from frontwire.linking.unlisted import compare_unlisted
from frontwire.linking.weights import Comparison, settings, weight
from frontwire.records import Claim, Figure, Place
from frontwire.resolution.registry import same_actor


@lru_cache(maxsize=1024)
def compatible_types(a: str, b: str) -> bool:
    """May claims of these types tell of one happening?"""
    return a == b or any(a in group and b in group for group in settings()["compatible"])


def compare_type(a: Claim, b: Claim) -> Comparison | None:
    if a.type == b.type:
        return weight("type_words" if a.type in settings()["spoken"] else "type_equal"), f"both {a.type}"
    return (weight("type_compatible"), f"{a.type} and {b.type}") if compatible_types(a.type, b.type) else None


def resolved(claim: Claim) -> list[Place]:
    return [p for p in claim.place if p.place_id]


_FINE = ("town", "point")


def compare_place(a: Claim, b: Claim) -> Comparison | None:
    """Best of all pairs of places; None where every pair is two different places."""
    left, right = _innermost(resolved(a)), _innermost(resolved(b))
    if not left or not right:
        return weight("place_unknown"), "a place is not known"
    pairs = [(x, y) for x in left for y in right]
    ground = bool({a.type, b.type} & set(settings()["ground"]))
    found = [c for c in (_two_places(x, y, ground) for x, y in pairs) if c]
    return max(found) if found else None


def _innermost(places: Sequence[Place]) -> list[Place]:
    """Without those that only say where another one lies: "Beni, Kivu" is Beni, but "Beni, Kasai and Ituri" are three."""
    fine = [p for p in places if p.precision in _FINE]
    return [p for p in places if p in fine or not any(_inside(f, p) for f in fine)]


def _inside(inner: Place, outer: Place) -> bool:
    return inner.country == outer.country and (outer.precision == "country" or inner.admin1 == outer.admin1)


def _two_places(a: Place, b: Place, ground: bool) -> Comparison | None:
    if a.place_id == b.place_id:
        coarse = a.precision not in _FINE
        return weight(
            "place_inside" if coarse and a.precision != "country" else "place_country" if coarse else "place_equal"
        ), f"both at {a.name}"
    if a.country and b.country and a.country != b.country:
        return None
    if "country" in (a.precision, b.precision):
        return weight("place_country"), f"{a.name} and {b.name}: one country"
    if any(p.precision == "admin1" and not p.admin1 for p in (a, b)):
        return _in_a_region(a, b)
    if "admin1" in (a.precision, b.precision):
        return (
            (weight("place_inside"), f"{a.name} and {b.name}: one province")
            if a.admin1 and a.admin1 == b.admin1
            else None
        )
    distance = km(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0)
    unlisted = "/" in f"{a.place_id}{b.place_id}"  # "the air base" of a town is somewhere by it
    facility = "point" in (a.precision, b.precision) or unlisted
    if facility and (ground or distance > settings()["apart_km" if unlisted else "near_km"]):
        return None  # an airport is not its town
    if facility:
        return weight("place_beside"), f"{a.name} lies by {b.name}"
    if distance <= settings()["near_km"]:
        return weight("place_near"), f"{a.name} and {b.name} lie {distance:.0f} km apart"
    return (0.0, f"{a.name} and {b.name} lie {distance:.0f} km apart") if distance <= settings()["apart_km"] else None


def _in_a_region(a: Place, b: Place) -> Comparison | None:
    """ "Mindanao" lies across divisions, "the Sahel" across countries: a town so near to the middle may be in it."""
    within = bool(a.country and b.country)
    reach = settings()["region_km" if within else "regions_km"]
    if km(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) > reach:
        return None
    return weight("place_country") if within else 0.0, f"{a.name} and {b.name} may be one region"


def days(claim: Claim) -> tuple[date, date] | None:
    """The claim's interval in days, or None if either end is unknown."""
    t = claim.time
    if t is None or t.latest is None or t.earliest is None:
        return None
    return date.fromisoformat(t.earliest[:10]), date.fromisoformat(t.latest[:10])


def compare_date(a: Claim, b: Claim) -> Comparison | None:
    x, y = days(a), days(b)
    if x is None or y is None:
        return weight("date_unknown"), "a date is not known"
    slack = timedelta(settings()["slack_days"])
    if x[0] > y[1] + slack or y[0] > x[1] + slack:
        return None
    if x == y and x[0] == x[1]:
        return weight("day_equal"), f"both on {x[0]}"
    if x[0] > y[1] or y[0] > x[1]:
        return weight("day_beside"), "a day lies between them"
    if max(x[1] - x[0], y[1] - y[0]) > timedelta(settings()["window_days"]):
        return weight("date_unknown"), "a date is too wide to tell"
    return weight("dates_overlap"), "dates overlap"


def _long_apart(a: Claim, b: Claim) -> bool:
    x, y = days(a), days(b)
    return bool(x and y) and max(x[0] - y[1], y[0] - x[1]) > timedelta(settings()["copied_days"])  # type: ignore[index]


def last_day(claim: Claim) -> date | None:
    """The day it happened at the latest: of what has no day, the one it was printed on."""
    return date.fromisoformat(claim.time.latest[:10]) if claim.time and claim.time.latest else None


def _recap(a: Claim, b: Claim) -> bool:
    """Is one without a day, and were both printed (or did the other happen) within days?"""
    x, y = last_day(a), last_day(b)
    dateless = days(a) is None or days(b) is None
    return bool(dateless and x and y and abs(x - y) <= timedelta(settings()["copied_days"]))


def _copy(a: Claim, b: Claim) -> list[Comparison]:
    """What copied words say for a pair. A recap without a day of its own is no less the same one where both were printed within days."""
    found = [(weight("passage_shared"), "the same copied passage")]
    return found + ([(-weight("date_unknown"), "printed within days")] if _recap(a, b) else [])


def _detail(a: Claim, b: Claim, told: Comparison) -> list[Comparison]:
    """What shared detail says for a pair: the more of it, the less is missed in a recap without a day."""
    share = min(1.0, told[0] / weight("detail_shared"))
    return [told, *([(round(-share * weight("date_unknown"), 1), "printed within days")] if _recap(a, b) else [])]


def _harm(claim: Claim, kind: str) -> list[Figure]:
    return [f for f in claim.casualties if f.kind == kind and f.low is not None and not f.aggregate]


def classes(claim: Claim) -> set[str]:
    """Known victim classes of the dead; children and journalists are civilians too."""
    civilian = {"children": "civilians", "journalists": "civilians", "aid_workers": "civilians"}
    dead = [f for f in claim.casualties if f.kind == "killed" and not f.aggregate]
    return {civilian.get(f.victim_class, f.victim_class) for f in dead} - {"unknown"}


def compare_victims(a: Claim, b: Claim) -> Comparison | None:
    """A different victim class blocks (Rawa: leaders killed there are not the prisoners killed there)."""
    x, y = classes(a), classes(b)
    if not x or not y:
        return 0.0, "victims not said"
    return (weight("class_equal"), f"victims: {', '.join(sorted(x & y))}") if x & y else None


def _close(a: int, b: int) -> bool:
    """Two counts of one large toll: a morgue and a ministry seldom agree to the man."""
    few, many = sorted((a, b))
    return bool(few >= settings()["close_from"] and many <= settings()["close_ratio"] * few)


def compare_figures(a: Claim, b: Claim) -> Comparison | None:
    for kind in ("killed", "wounded", "held"):
        x, y = _harm(a, kind), _harm(b, kind)
        if not x or not y:
            continue
        low_a, low_b = sum(f.low or 0 for f in x), sum(f.low or 0 for f in y)
        exact = all(f.best is not None for f in (*x, *y))
        if exact and low_a == low_b:
            return weight("figure_equal" if low_a >= 5 else "figure_equal_small"), f"both {kind} {low_a}"
        high_a, high_b = (None if any(f.high is None for f in s) else sum(f.high or 0 for f in s) for s in (x, y))
        apart = (high_a is not None and high_a < low_b) or (high_b is not None and high_b < low_a)
        apart = apart and not _close(low_a, low_b)
        return weight("figure_apart" if apart else "figure_overlap"), f"{kind} {low_a} and {low_b}"
    return 0.0, ""


def compare_actors(a: Claim, b: Claim) -> Comparison | None:
    x, y = ({p.actor_id for p in c.agent if p.actor_id} for c in (a, b))
    if any(same_actor(p, q) for p in x for q in y):
        return weight("actor_equal"), "the same actor"
    sides = [{p.side for p in c.agent} - {"unknown"} for c in (a, b)]
    if (x and y) or (sides[0] and sides[1] and not sides[0] & sides[1]):
        return weight("actor_apart"), "different actors are named"
    return 0.0, ""


def _words(texts: list[str]) -> set[str]:
    return {w for t in texts for w in re.findall(r"[a-z]{3,}", t.lower())} - set(settings()["nobody"])


def compare_targets(a: Claim, b: Claim) -> Comparison | None:
    shared = _words([t.text for t in a.target]) & _words([t.text for t in b.target])
    return (weight("target_shared"), f"target: {', '.join(sorted(shared))}") if shared else (0.0, "")


def compare_weapons(a: Claim, b: Claim) -> Comparison | None:
    shared = _words([w.text for w in a.weapon]) & _words([w.text for w in b.weapon])
    return (weight("weapon_shared"), f"weapon: {', '.join(sorted(shared))}") if shared else (0.0, "")


@lru_cache(maxsize=1)
def _common_nouns() -> re.Pattern[str]:
    """Words for people and numbers of them, which a headline writes like names ("Several Armed Rebels")."""
    classes = [p for patterns in load("victims")["classes"].values() for p in patterns]
    quantities = [entry["words"] for entry in load("quantities")["vague"]]
    words = [*classes, *quantities, *load("consistency")["captives"]["people"], "suspected", "people"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)


def _people(claim: Claim) -> set[str]:
    texts = [m.text for m in (*claim.agent, *claim.target)] + [f.text for f in claim.casualties]
    names = (_common_nouns().sub(",", t) for t in texts)
    return {n for t in names for n in re.findall(r"\b[A-Z][\w’'-]+(?:\s+(?:al-)?[A-Z][\w’'-]+)+", t)}


def compare_people(a: Claim, b: Claim) -> Comparison | None:
    shared = _people(a) & _people(b)
    return (weight("person_shared"), f"both name {', '.join(sorted(shared))}") if shared else (0.0, "")


Weigher = Callable[[Claim, Claim], Comparison | None]
GATES: tuple[Weigher, ...] = (
    compare_place,
    compare_date,
    compare_victims,
)
WEIGHTS: tuple[Weigher, ...] = (
    compare_figures, compare_actors, compare_targets, compare_weapons, compare_people, compare_unlisted,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """Total weight of a pair and its parts."""

    weight: float
    reasons: tuple[str, ...]


def with_part(compared: Compared, part: Comparison | None) -> Compared:
    """``compared`` with one more weight and its reason."""
    if part is None:
        return compared
    return Compared(round(compared.weight + part[0], 3), (*compared.reasons, f"{part[0]:+.1f} {part[1]}"))


#: Says what rare detail a pair shares, where it is asked for (:mod:`frontwire.linking.details`).
Detail = Callable[[], Comparison | None]


def compare(
    a: Claim,
    b: Claim,
    shared_passage: bool = False,
    extra: Sequence[Weigher] = (),
    alike: Weigher = compare_type,
    detail: Detail | None = None,
) -> Compared | None:
    """None where a gate keeps the claims apart; ``alike`` is the one for their types.

    Copied words at both triggers pass a gate other than the type, and much shared ``detail`` the one of place or date: a village has
    namesakes, and "Sunday" is read wrong more often than two writers tell one story of two happenings. Where two gates speak against
    them, or weeks lie between them, they are a formula that an office uses in every release.
    """
    gates = [alike(a, b), *(gate(a, b) for gate in GATES)]
    closed = [gate for gate, found in zip(GATES, gates[1:], strict=True) if found is None]
    if gates[0] is None or len(closed) > 1 or (closed and _long_apart(a, b)):
        return None
    told = None if detail is None or compare_victims in closed else detail()
    if closed and not shared_passage and (told is None or told[0] < settings()["detail"]["opens"]):
        return None
    parts = _copy(a, b) if shared_passage else []
    parts += _detail(a, b, told) if told else []
    parts += [c for c in (*gates, *(w(a, b) for w in (*WEIGHTS, *extra))) if c]
    total = sum(w for w, _ in parts)
    return Compared(round(total, 3), tuple(f"{w:+.1f} {why}" for w, why in parts if w))
