"""Actor mentions -> who that is in this report, and the codes other schemes have for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Actor, Mention, Source
from frontwire.resolution.cast import Cast, cast, one_organisation
from frontwire.resolution.gazetteer import capital_of
from frontwire.resolution.identity import Identity, identity, of_entry, sided_as
from frontwire.resolution.introductions import is_office, known_person
from frontwire.resolution.registry import entry_of


def resolve(text: str, spans: Iterable[tuple[int, int]], *, published: str | None = None) -> list[Actor]:
    """The actors that stand at ``spans`` of a report; ``published`` (ISO date) says which names were theirs then.

    >>> text = "Houthi spokesman Yahya Karam denied it. Karam blamed Saudi jets."
    >>> [(a.actor_id, a.side) for a in resolve(text, [(40, 45), (53, 63)])]
    [('houthis', 'rebel'), ('state:SA', 'state')]
    """
    report = cast(text, published)
    return [of_mention(m, report) for m in mentions(text, spans)]


def mentions(text: str, spans: Iterable[tuple[int, int]]) -> list[Mention]:
    """Stretches of a text as mentions."""
    return [Mention(text=text[a:b], start=a, end=b, report_id="text") for a, b in spans]


def of_mention(mention: Mention, report: Cast) -> Actor:
    """An actor mention with identity, name, side and country as far as the words and the report's introductions go."""
    found = _known(mention, report)
    if found.actor_id is None and found.side == "rebel" and (own := _of_the_land(mention.text, report.state)):
        found = own
    if (
        found.side == "state"
        and found.country is None
        and found.actor_id is None
        and report.state
        and not _of_a_people(mention.text)
    ):
        found = replace(found, actor_id=f"state:{report.state}", name=mention.text, country=report.state)
    return Actor(
        text=mention.text, start=mention.start, end=mention.end, report_id=mention.report_id, actor_id=found.actor_id,
        name=found.name, side=found.side, country=found.country,
    )  # fmt: skip


def _of_the_land(words: str, land: str | None) -> Identity | None:
    """ "Maoist rebels" are India's in a report on India and Nepal's in one on Nepal (codebook/cast.yaml, ``by_land``)."""
    ids = (own.get(land) for name, own in load("cast")["by_land"].items() if re.search(rf"\b(?:{name})\b", words, re.I))
    entry = next((e for e in map(entry_of, ids) if e), None)
    return of_entry(entry) if entry else None


def _of_a_people(words: str) -> bool:
    """ "A Kurdish official" is no official of the state the report tells of."""
    return any(w in load("demonyms") for w in re.findall(r"[A-Z][\w-]+", words))


def _known(mention: Mention, report: Cast) -> Identity:
    words = mention.text
    for short in re.findall(r"[A-Z][A-Za-z]*[A-Z](?:-[A-Z]+)?", words):
        if short in report.shorts:
            return sided_as(report.shorts[short], words)
    found = identity(words, report.published)
    if found.actor_id:
        return replace(found, side=report.sides[found.actor_id]) if found.actor_id in report.sides else found
    for known in (_generic(words, report), _the_group(mention, report), _person(words, report)):
        if known:
            return known
    capital = capital_of(re.sub(r"^the\s+", "", words)) if words[:1].isupper() else None
    return Identity(f"state:{capital}", words, "state", capital) if capital and found.side == "unknown" else found


def _generic(words: str, report: Cast) -> Identity | None:
    head = re.search(r"(\w+)\W*$", words)
    return report.generics.get(head[1].lower()) if head else None


@lru_cache(maxsize=1)
def _group() -> re.Pattern[str]:
    return re.compile(load("cast")["group"], re.I)


def _the_group(mention: Mention, report: Cast) -> Identity | None:
    words = (
        re.sub(r"^.*?\b(?:for|of|from)\s+(?=the\s)", "", mention.text) if _of_a_group(mention.text) else mention.text
    )
    return one_organisation(report, mention.start) if _group().fullmatch(words) else None


def _of_a_group(words: str) -> bool:
    """ "A spokesman for the group": an office, and whose it is."""
    head = re.match(r"(?:\w+\s+){0,4}?(\w+)\s+(?:for|of|from)\s+the\s", words)
    return bool(head and is_office(head[1]))


_WARLORD = re.compile(
    r"\b(?:[Gg]en(?:eral|\.)|[Cc]ol(?:onel|\.)|[Mm]arshal|[Mm]ajor|[Cc]ommander|[Ww]arlord|[Rr]enegade|[Ff]ormer|[Ee]x-|[Oo]usted|[Dd]eposed|[Ss]acked|[Dd]ismissed)"
)
_LED = re.compile(r"\b(?:loyal|faithful|allied|aligned)\s+(?:to|with)\s+(.+)$")


def _person(words: str, report: Cast) -> Identity | None:
    owner = re.match(r"([A-Z][\w-]+)['’]s\s+(?:\w+\s+){0,2}?(\w+)$", words)  # "Karam's deputy" is of Karam's people
    led = _LED.search(words)  # "troops loyal to Karam" are what he is by the report's own words
    known = known_person(led[1] if led else owner[1] if owner and is_office(owner[2]) else words, report.people)
    if known and led and known.identity.side == "state" and _WARLORD.search(led[1]):
        return None  # his rank or his former office makes him no state's
    return known.identity if known else None


def possessed(actor: Actor, speakers: Sequence[Source]) -> Actor:
    """ "X said its fighters …": "its" is the speaker, where the speaker is a known actor."""
    if actor.actor_id or not re.match(r"(?:its|their|his|her)\b", actor.text, re.I):
        return actor
    owners = [e for s in speakers if (e := entry_of((s.speaker_id or "").removeprefix("actor:")))]
    if not owners:
        return actor
    own = of_entry(owners[0])
    return replace(actor, actor_id=own.actor_id, name=own.name, side=own.side, country=own.country)


#: ACLED's actor types (codebook 2024: "inter"), by our sides; what acts outside its own country is 8.
_INTER = {"state": 1, "rebel": 2, "militia": 3, "civilians": 7, "external": 8, "international": 8, "unknown": 0}


def acled_inter(actor: Actor, country: str | None) -> int:
    """ACLED's code for ``actor`` in an event in ``country``: a state's forces abroad are 8 (external)."""
    abroad = actor.side == "state" and country is not None and actor.country is not None and actor.country != country
    return 8 if abroad else _INTER.get(actor.side or "unknown", 0)


def ucdp_side(actor: Actor) -> str | None:
    """UCDP's party: ``government`` for a state's forces, ``organised group`` for those that fight it, None for civilians."""
    if actor.side in ("state", "external"):
        return "government"
    return "organised group" if actor.side in ("rebel", "militia") else None
