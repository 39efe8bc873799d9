"""Bring a decoded claim in line with its own words: the places where the codebook leaves no choice.

Each rule is a codebook boundary written as code (``codebook/consistency.yaml``); its effect on the annotated reports
is in ``benchmarks/RESULTS.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from frontwire.codebook import load
from frontwire.extraction.edges import trim
from frontwire.extraction.statuses import stated
from frontwire.extraction.survival import fate
from frontwire.records import Draft, Mention, Status

Role = tuple[str, Mention]
_TOLL = ("killed", "wounded")


CORPSES = re.compile(r"\b(?:bod(?:y|ies)|remains|corpses?|dead)\b", re.I)


@lru_cache(maxsize=1)
def _rules() -> Any:
    return load("consistency")


def consistent(draft: Draft, text: str, sentence: tuple[int, int]) -> Draft:
    """``draft`` with its roles trimmed and agreed, its type and status as the boundaries say."""
    trimmed = [
        (role, _with_noun(role, m, draft, text)) for role, mention in draft.roles if (m := trim(role, mention, text))
    ]
    harm = "wounded" if re.match(_rules()["governs"]["wounded"], text[draft.start : draft.end], re.I) else None
    spared = ((fate(role, m, draft, text), m) for role, m in trimmed)
    agreed = ((_agreed(role, m, text, sentence, harm), m) for role, m in spared if role)
    told = (("agent" if _culprit(f, draft, text) else f[0], f[1]) for f in agreed if not nobody(f))
    if draft.type == "capture" and _loses(draft, text):
        told = (("target" if r == "agent" and m.end <= draft.start else r, m) for r, m in told)
    if _doing(draft, text, sentence):
        told = (("agent" if r == "target" and _right_before(m, draft, text) else r, m) for r, m in told)
    if draft.type == "explosion" and _met(draft, text):
        told = ((_as_met(r, m, draft), m) for r, m in told)
    roles = tuple(dict.fromkeys(told))
    status = Status.DENIED if _denied(draft, text, sentence) else stated(draft, text, sentence)
    found = re.search(_rules()["finding"], text[sentence[0] : draft.start], re.I)
    recap = not found and (draft.background or _recap(draft, text, sentence))
    kind = _type(draft, roles, text, sentence)
    if kind == "attack" and draft.type == "explosion":
        roles = tuple(("target" if role == "weapon" else role, m) for role, m in roles)
    if kind == "withdraw" and draft.type == "displacement":
        roles = tuple(("agent" if role == "displaced" else role, m) for role, m in roles)
    if kind == "killing" and draft.type == "destruction":
        roles = tuple(("killed" if role == "target" else role, m) for role, m in roles)
    if kind == "release":  # "exchanged 200 prisoners": nobody dies of a release
        roles = tuple(("held" if r == "killed" and not CORPSES.search(m.text) else r, m) for r, m in roles)
    if kind == "attack" and draft.type == "killing":
        roles = tuple(("target" if role == "killed" else role, m) for role, m in roles)
    return replace(draft, roles=roles, type=kind, status=status, background=recap)


@lru_cache(maxsize=1)
def people() -> re.Pattern[str]:
    """Nouns for persons: those of the victim classes and those who are taken."""
    nouns = [*load("consistency")["captives"]["people"], *(p for ps in load("victims")["classes"].values() for p in ps)]
    return re.compile(rf"(?:{'|'.join(nouns)})\b(?![’'-])", re.I)


def _with_noun(role: str, mention: Mention, draft: Draft, text: str) -> Mention:
    """ "One local" of "one local national", "a suspected Taliban" of "a suspected Taliban commander": the noun belongs to them."""
    if role == "source" and (head := _head().match(text, mention.end)) and mention.text.split()[-1][0].isupper():
        longer = replace(mention, text=text[mention.start : head.end()], end=head.end())  # "a Reuters" witness
        return trim(role, longer, text) or mention  # but "the White Helmets reports that …"
    noun = people().match(text, mention.end + 1)
    cut = role in (*_TOLL, "held", "missing", "displaced") and noun and text[mention.end] == " "
    whole = not cut or any(people().fullmatch(word) for word in mention.text.split())
    if noun is None or whole or re.match(_rules()["predicates"], noun[0], re.I):
        return mention
    if noun.start() < draft.end and draft.start < noun.end():
        return mention
    return replace(mention, text=text[mention.start : noun.end()], end=noun.end())


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    """A noun that heads a speaker, right behind a word that cannot be his name's end."""
    return re.compile(rf" (?:{'|'.join(load('speech')['heads'])})(?![\w-])")


def _agreed(role: str, mention: Mention, text: str, sentence: tuple[int, int], harm: str | None) -> str:
    """ "killing six and wounding eight": the eight are wounded whatever the model thought.

    ``harm`` is what the trigger itself does to people no other verb governs: by "the injury of six" nobody is killed.
    """
    if role not in _TOLL:
        return role
    before = text[sentence[0] : mention.start][-24:]
    after = text[mention.end : sentence[1]][:24]
    if re.search(_rules()["lost_people"], before, re.I):
        return "killed"  # "killed nine and lost four of their own"
    for name, stem in _rules()["governs"].items():
        quantity = r"(?:\s+(?:at least|about|some|nearly|more than|up to|another|over|around))?\s*$"
        if re.search(rf"\b{stem}\w*{quantity}", before, re.I):
            return str(name)
    for name, stem in _rules()["governs"].items():
        if re.match(
            rf"\s+(?:were|was|are|have been|had been|others)?\s*(?:also\s+)?{stem}(?:ed|ured|t)\b", after, re.I
        ):
            return str(name)
    return harm or role


def _loses(draft: Draft, text: str) -> bool:
    """Does the subject of the trigger lose the place: "lost five districts", "were driven out"?"""
    if re.match(_rules()["losing"], text[draft.start : draft.end], re.I):
        return True
    lead = max(0, draft.start - 20)
    m = re.search(_rules()["expelled"], text[lead : draft.end], re.I)
    return m is not None and lead + m.end() > draft.start


def _doing(draft: Draft, text: str, sentence: tuple[int, int]) -> bool:
    """An active verb of attack that nobody is said to do ("more than 100 fighters then attacked from three sides")."""
    verb = re.fullmatch(_rules()["active"], text[draft.start : draft.end], re.I)
    idle = not any(role == "agent" for role, _ in draft.roles)
    return bool(verb) and idle and not re.match(r"\s+by\b", text[draft.end : sentence[1]])


def _right_before(mention: Mention, draft: Draft, text: str) -> bool:
    between = text[mention.end : draft.start]
    return bool(
        re.fullmatch(r"\s+(?:(?:then|later|also|again|\w+ly)\s+)*", between) and _soldiery().search(mention.text)
    )


def _met(draft: Draft, text: str) -> bool:
    """ "A patrol hit a mine": it met the explosion and made none. None of the annotated texts' eight has its subject for an agent."""
    words = _rules()["means"]
    phrase = re.compile(rf"\b(?:{words['met']})\s+(?:(?:an?|the|another)\s+)?(?:[\w-]+\s+)?{words['devices']}\b", re.I)
    found = phrase.search(text, max(0, draft.start - 40), draft.end + 40)
    return found is not None and found.start() <= draft.start < found.end()


def _as_met(role: str, mention: Mention, draft: Draft) -> str:
    if role == "agent" and mention.end <= draft.start:
        return "target"
    device = re.search(rf"\b{_rules()['means']['devices']}$", mention.text, re.I)
    return "weapon" if role == "target" and mention.start >= draft.end and device else role


def nobody(filler: Role) -> bool:
    """ "No group has claimed it": nobody's word and nobody's deed; and no number speaks ("two reported militants")."""
    role, mention = filler
    if role == "source" and re.fullmatch(_rules()["bare_number"], mention.text, re.I):
        return True
    return role in ("source", "agent") and bool(re.match(r"(?:no|nobody|none|neither)\b", mention.text, re.I))


def _culprit(filler: Role, draft: Draft, text: str) -> bool:
    """ "A man linked to several murders" has murdered, by that word, and is nobody's victim."""
    role, mention = filler
    suffers = role in _TOLL or (role == "held" and draft.type == "abduction")
    if not suffers or mention.end > draft.start:
        return False
    return bool(re.search(_rules()["culprit"], text[mention.end : draft.start], re.I))


def _type(draft: Draft, roles: Sequence[Role], text: str, sentence: tuple[int, int]) -> str:
    names = {role for role, _ in roles}
    trigger = text[draft.start : draft.end].lower()
    if draft.type == "abduction" and "place" in names and not names & {"held", "target"}:
        return draft.type if re.match("kidnap|abduct|hostage", trigger) else "capture"  # places are captured
    if draft.type == "capture" and "held" in names and "place" not in names:
        return "abduction"
    if draft.type in ("destruction", "attack", "airstrike") and re.match(_rules()["going_off"], trigger):
        return "explosion"
    if draft.type in ("destruction", "attack") and re.match(r"\s+to death\b", text[draft.end : draft.end + 12]):
        return "killing"  # "burned to death": people, no property
    if (
        draft.type == "destruction"
        and "killed" in names
        and re.match(r"bl[eo]wn? .*up", text[draft.start : draft.end + 40], re.I)
    ):
        return "explosion"  # codebook, destruction: where people die
    if draft.type == "explosion" and re.fullmatch(_rules()["assailed"], trigger) and _mine(draft, text):
        return "attack"
    if draft.type == "clash" and re.match(_rules()["swap"], text[draft.start : sentence[1]], re.I):
        return "release"
    if draft.type == "control" and re.match(_rules()["established"], text[draft.start : sentence[1]], re.I):
        return "capture"
    if draft.type == "displacement" and re.match(_rules()["flight"], trigger) and _armed(roles):
        return "withdraw"
    if draft.type == "mobilize" and re.match(_rules()["sending"], trigger):
        return "aid" if re.match(_rules()["helping"], text[draft.end : sentence[1]], re.I) else draft.type
    if draft.type == "killing" and re.fullmatch(_rules()["hunting"], trigger):
        return "attack"
    if draft.type == "killing" and trigger.startswith("starv"):
        return "siege"  # as the annotated texts have it
    if draft.type == "killing" and _only_shot_at(draft, roles, text, sentence):
        return "attack"
    if draft.type == "attack" and re.fullmatch(_rules()["hit"], trigger) and _fired("attack", roles) == "airstrike":
        return "airstrike"
    if draft.type in ("airstrike", "shelling"):
        fire = _fired(draft.type, roles)
        if fire == "airstrike" and _rocketry(draft, roles, text[draft.start : sentence[1]]):
            fire = "shelling"
        if fire != draft.type:
            return fire
    if draft.type == "airstrike" and "agent" not in names and re.match(_rules()["bombing"], trigger):
        return draft.type if re.search(_rules()["flies"], text[slice(*sentence)], re.I) else "explosion"
    return draft.type


def _only_shot_at(draft: Draft, roles: Sequence[Role], text: str, sentence: tuple[int, int]) -> bool:
    """ "The guards shot at the attackers, who fled": nobody is said to have died of it."""
    words = _rules()["shot_at"]
    at = re.compile(words["at"]).match(text, draft.end)
    if at is None or not re.fullmatch(words["shot"], text[draft.start : draft.end], re.I):
        return False
    people = any(role in ("killed", "target") and m.start == at.end() for role, m in roles)
    return people and not re.search(words["dead"], text[slice(*sentence)], re.I)


def _mine(draft: Draft, text: str) -> bool:
    """ "Gunmen attacked a mine": what they attacked, and no device."""
    return any(role == "weapon" and not text[draft.end : m.start].strip() for role, m in draft.roles)


def _rocketry(draft: Draft, roles: Sequence[Role], behind: str) -> bool:
    """ "Militants fired 60 rockets": from the ground, where those who fire bear arms and nothing of theirs flies."""
    agents = [m.text for role, m in roles if role == "agent"]
    flies = any(re.search(rf"{_rules()['airborne']}|{_rules()['flies']}", who, re.I) for who in agents)
    return bool(re.match(_rules()["rocketry"], behind, re.I)) and not flies and _armed(roles)


def _fired(kind: str, roles: Sequence[Role]) -> str:
    """``kind`` but where those who fire fly, or stand on the ground, and nothing says otherwise."""
    agents, weapons = (" ".join(m.text for role, m in roles if role == wanted) for wanted in ("agent", "weapon"))
    flies = re.search(_rules()["airborne"], agents, re.I)
    stands = re.search(_rules()["grounded"], f"{agents} {weapons}", re.I)
    if bool(flies) == bool(stands) or (stands and re.search(_rules()["airborne"], weapons, re.I)):
        return kind
    return "airstrike" if flies else "shelling"


@lru_cache(maxsize=1)
def _soldiery() -> re.Pattern[str]:
    classes = load("victims")["classes"]
    return re.compile(
        rf"\b(?:{'|'.join([*classes['militants'], *classes['security_forces'], 'forces', 'army'])})\b", re.I
    )


def _armed(roles: Sequence[Role]) -> bool:
    """Do those who flee bear arms, all of them?"""
    people = [m.text for role, m in roles if role in ("agent", "displaced")]
    return bool(people) and all(_soldiery().search(words) for words in people)


def _recap(draft: Draft, text: str, sentence: tuple[int, int]) -> bool:
    """A time word of an older happening and a pluperfect, both in the clause before or at the trigger; or standing context."""
    if re.search(_rules()["standing"], text[sentence[0] : draft.start]):
        return True
    clause = re.split(_rules()["clause_end"], text[sentence[0] : draft.end], flags=re.I)[-1]
    return bool(re.search(_rules()["older"], clause, re.I) and re.search(_rules()["pluperfect"], clause, re.I))


def _denied(draft: Draft, text: str, sentence: tuple[int, int]) -> bool:
    """The trigger stands in what a denial denies."""
    before = text[sentence[0] : draft.start]
    found = list(re.finditer(_rules()["denial"], before, re.I))
    if not found or draft.type in ("accusation", "demand", "agreement", "offer"):
        return False
    clause = before[found[-1].end() :]
    if "," in clause and re.search(r",\s*(?:which|who)\b[^,]*$", before[: found[-1].start()], re.I):
        return False  # "the group, which denies any link, attacked a base"
    return bool(re.search(_rules()["denied_content"], clause, re.I)) and not re.search(
        _rules()["new_clause"], clause, re.I
    )
