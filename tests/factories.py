"""Short ways to make records in tests: only what a test is about needs saying."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from frontwire.records import (
    Actor,
    Claim,
    Draft,
    Figure,
    Interval,
    Mention,
    Place,
    Report,
    Source,
    SpeakerKind,
    Status,
    content_id,
)


def report(text: str, **values: Any) -> Report:
    identity = values.pop("report_id", None) or content_id("r", text, values.get("outlet"))
    return Report(report_id=identity, text=text, sha256=content_id("s", text), **values)


def town(name: str, lat: float = 36.0, lon: float = 43.0, **values: Any) -> Place:
    defaults: dict[str, Any] = {"facility": "town", "precision": "town", "country": "IQ", "admin1": "Nineveh"}
    return Place(
        text=name,
        start=0,
        end=len(name),
        report_id="r",
        name=name,
        lat=lat,
        lon=lon,
        **{"place_id": f"id:{name}", **defaults, **values},
    )


def actor(text: str, side: str = "unknown", actor_id: str | None = None) -> Actor:
    return Actor(text=text, start=0, end=len(text), report_id="r", side=side, actor_id=actor_id, name=actor_id)


def speaker(text: str, kind: str, **values: Any) -> Source:
    return Source(text=text, start=0, end=len(text), report_id="r", kind=SpeakerKind(kind), **values)


def toll(low: int, high: int | None = -1, kind: str = "killed", victims: str = "unknown", **values: Any) -> Figure:
    top = low if high == -1 else high
    return Figure(
        kind=kind,
        text=str(low),
        start=0,
        end=1,
        low=low,
        high=top,
        best=low if top == low else None,
        victim_class=victims,
        **values,
    )


def on(day: str, until: str | None = None, **values: Any) -> Interval:
    return Interval(text=day, start=0, end=1, earliest=day, latest=until or day, precision="day", rule="test", **values)


_counter = iter(range(10**9))


def claim(event_type: str = "attack", **values: Any) -> Claim:
    n = next(_counter)
    base = Claim(
        claim_id=f"c-{n:06}", report_id="r", sentence=0, start=n, end=n + 5, trigger="event", type=event_type, status=Status.ACTUAL, background=False,
    )  # fmt: skip
    return replace(base, **values)


def drafted(text: str, trigger: str, kind: str = "attack", **roles: str) -> Draft:
    """A claim on ``trigger`` in the one-sentence report ``text``; two fillers of a role are joined by a slash."""
    at = text.index(trigger)
    fillers = [(role, words) for role, both in roles.items() for words in both.split("/")]
    mentions = tuple(
        (r, Mention(text=w, start=text.index(w), end=text.index(w) + len(w), report_id="r")) for r, w in fillers
    )
    return Draft(report_id="r", sentence=0, start=at, end=at + len(trigger), type=kind, status=Status.ACTUAL,
                 background=False, roles=mentions, confidence=0.9, extractor="x")  # fmt: skip


def told(draft: Draft) -> set[tuple[str, str]]:
    """The fillers of a claim as (role, words)."""
    return {(role, mention.text) for role, mention in draft.roles}
