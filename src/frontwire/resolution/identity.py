"""Words alone -> who that is: a registered actor, a state, a group of the report's own naming, or a side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.resolution.gazetteer import own_name, sovereign, territory
from frontwire.resolution.gazetteer import state as state_named
from frontwire.resolution.names import normalise
from frontwire.resolution.registry import Entry, named

SHORTEST = 4  # letters of a country's name ("Mali"); "An", "No" and "Al-" would be codes of the Netherlands, Norway and Albania
LONGEST = 5  # words of one ("the Democratic Republic of the Congo")
_WORD = re.compile(r"(?:U\.S\.|U\.K\.|[\w-]+)")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is meant; ``actor_id`` None where the words say no more than a side or a nationality."""

    actor_id: str | None = None
    name: str | None = None
    side: str = "unknown"
    country: str | None = None


NOBODY = Identity()


def of_entry(entry: Entry) -> Identity:
    return Identity(entry.actor_id, entry.name, entry.side, entry.country)


@lru_cache(maxsize=8192)
def identity(words: str, published: str | None) -> Identity:
    """Who ``words`` mean, by themselves. A backer, leader or enemy lends no nationality (codebook/cast.yaml)."""
    own = _unbacked(words)
    if entry := named(own, published):
        return of_entry(entry)
    if seat := _seat(words):
        return Identity(f"state:{seat}", words, "state", seat)
    if man := _LOYAL_TO_A_MAN.search(words):  # "forces loyal to General Haftar" are his, whatever army they once were
        kind = side_of(words[: man.end("force")])
        return Identity(None, words if words[:1].isupper() else None, "militia" if kind == "state" else kind)
    plain = _behind("led").sub(" ", own)
    side, country, group = side_of(plain), country_in(plain), local_group(plain)
    if plain != own and country_in(own.replace("-", " ")) and side in ("state", "unknown"):
        return Identity(side="international")  # "a French-led force" is of several states
    if own != words and side == "state" and not country:
        side = "unknown"  # "Turkish-backed forces" are no state's by these words
    if group:
        return Identity(group, words if words[:1].isupper() else group.removeprefix("local:"), side, country)
    if country and (side == "state" or (side == "unknown" and _is_state(plain))):
        return Identity(f"state:{country}", words, "state", country)
    return Identity(None, words if words[:1].isupper() else None, side, country)


_OFFICE = r"(?!(?:the\s+)?(?:former|ousted|deposed|fallen|toppled|ex)\b)(?:the\s+)?(?:[\w’'-]+\s+){0,2}?(?:[Gg]overnment|[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Kk]ing|[Ss]ultan|[Ee]mir|[Ss]tate|[Rr]egime|[Jj]unta|[Cc]abinet|[Cc]rown)\b"
_LOYAL_TO_A_MAN = re.compile(
    rf"\b(?P<force>[Ff]orces|[Tt]roops|[Ss]oldiers|[Uu]nits|[Mm]en|[Ff]ighters|[Mm]ilitias?|[Tt]ribesmen)\s+(?:who (?:are|were)\s+)?(?:loyal|faithful|allied|aligned)\s+(?:to|with)\s+"
    rf"(?!{_OFFICE})(?:(?:the|an?|their|his|its)\s+)?(?:[a-z][\w’'-]*,?\s+)*[A-Z]"
)


@lru_cache(maxsize=3)
def _behind(what: str) -> re.Pattern[str]:
    """Patterns of cast.yaml: ``backed`` before the noun ("Iran-backed", "pro-Iranian"), ``beside`` it, or ``led``."""
    words = load("cast")
    joined = {k: rf"[\w.’']+-(?:{'|'.join(words[k])})\b" for k in ("backed", "led")}
    front = rf"{joined['backed']}|\b(?:{'|'.join(words['stance'])})-[\w.’']+"
    return re.compile({"backed": front, "beside": words["beside"], "led": joined["led"]}[what], re.I)


def _unbacked(words: str) -> str:
    """``words`` without who backs or opposes the actor; who leads a force stays ("an M23-led force" is the M23's)."""
    if stranger := _strangers().fullmatch(words):
        return stranger["who"]
    # "Israel's ambassador to the United Nations" and "the Russian UN envoy" are their states'
    accredited = _ACCREDITED.sub(r"\1", words)
    if _AT_THE_UN.search(accredited) and country_in(_AT_THE_UN.sub(" ", accredited)):
        accredited = _AT_THE_UN.sub(" ", accredited)
    return _behind("beside").sub("", _behind("backed").sub(" ", accredited)).strip() or words


@lru_cache(maxsize=1)
def _strangers() -> re.Pattern[str]:
    """ "Supporters and opponents of the president", "government critics": neither is the government."""
    nouns = load("cast")["strangers"]
    return re.compile(rf"(?:.*\s)?(?P<who>(?:{nouns}\s+(?:and|or)\s+)?{nouns})(?:\s+of\s.*)?", re.I | re.S)


_AT_THE_UN = re.compile(r"\b(?:UN|U\.N\.|United Nations)\s+(?=(?:permanent\s+)?(?:ambassador|envoy|representative)\b)")
_ACCREDITED = re.compile(r"\b(ambassador|envoy|representative|delegate|emissary)s?\s+to\s.*$", re.I)


@lru_cache(maxsize=8192)
def side_of(text: str) -> str:
    """Side by the words alone; unknown where they say nothing. What stands around a hyphen does not count."""
    if _loyal().search(text):
        return "militia"
    lowered = _unbacked(text).lower()
    return next((side for side, pattern in _sides() if pattern.search(lowered)), "unknown")


@lru_cache(maxsize=1)
def _loyal() -> re.Pattern[str]:
    return re.compile(load("roles")["loyal"], re.I)


@lru_cache(maxsize=1)
def _sides() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (side, re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])"))
        for side, patterns in load("roles")["sides"].items()
    )


def _seat(words: str) -> str | None:
    """The state whose government a building stands for ("the Kremlin")."""
    found = _seats().search(words)
    return str(load("cast")["seats"][found[1]]) if found else None


@lru_cache(maxsize=1)
def _seats() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, load('cast')['seats']))})(?!\w)")


def countries_in(text: str) -> Iterator[tuple[str, str]]:
    """(ISO code, words) of every name or adjective of a state in ``text``, the longest at each place."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        capital = text[words[at][0]].isupper()
        for length in range(min(LONGEST, len(words) - at) if capital else 0, 0, -1):
            form = text[words[at][0] : words[at + length - 1][1]]
            code = country_of(form)
            if code and not _first_name(text, *words[at]):
                yield code, form
            if code or (length > 1 and _part_of_a_state(form)):  # "New Jersey" is no Jersey
                at += length - 1
                break
        at += 1


def _first_name(text: str, start: int, end: int) -> bool:
    """ "Israel Katz" is no state: its plain name before a capital that begins no noun of a state's ("Pakistan Air Force" is one)."""
    behind = re.match(r"\s+([A-Z][a-z’'-]+)(?:\s+[A-Z][a-z’'-]+)?", text[end : end + 40])
    return behind is not None and own_name(text[start:end]) and {side_of(behind[1]), side_of(behind[0])} == {"unknown"}


@lru_cache(maxsize=16384)
def _part_of_a_state(form: str) -> bool:
    return form.replace(" ", "").isalpha() and territory(form) is not None


@lru_cache(maxsize=16384)
def country_of(form: str) -> str | None:
    """ISO code of the state ``form`` names or is the adjective of."""
    form = re.sub(r"['’]s?$", "", form).replace("U.S.", "US").replace("U.K.", "UK")
    if " " in form and not form.replace(" ", "").replace("-", "").isalpha():
        return None
    return sovereign(form) if len(form) >= SHORTEST or form in ("US", "UK", "DRC") else None


def country_in(text: str) -> str | None:
    """ISO code of the state whose name or adjective stands in ``text`` before a preposition, or behind "of" and "from"."""
    own = re.split(r"\s(?:for|to|in|at|with|near|on|about|over|against)\s", text)[0]
    return next((code for code, _ in countries_in(own)), None)


_OPPOSITION = re.compile(r"\b(?:opposition|dissident|rebel|separatist|protest|exiled?|activist)\b", re.I)


def _is_state(words: str) -> bool:
    """ "Rwanda", "Israeli" and "the Israelis" act as the state; "three Israelis" and "Sudan's opposition" are people."""
    bare = re.sub(r"^(?:both\s+)?the\s+", "", words.strip(), flags=re.I)
    people = words.strip() != bare and " " not in bare and bare.endswith("s")
    things = re.sub(r"(?:y|ie)?s?$", "", bare.split()[-1].lower()) in _state_things() if " " in bare else False
    if _OPPOSITION.search(bare):
        return False
    return bool(state_named(bare) or load("cast")["peoples"].get(bare) or people or things)


@lru_cache(maxsize=1)
def _state_things() -> frozenset[str]:
    return frozenset(re.sub(r"(?:y|ie)?s?$", "", t) for t in load("cast")["state_things"])


_WHOLE = (
    r"Front|Army|Brigades?|Movement|Forces?|Council|Party|Group|Militia|Battalion|Alliance|Union|Coalition|Organi[sz]ation|Cartel|Gang|Command|"
    r"Committee|Resistance|Guard|Legion|Network"
)
_GROUP = re.compile(
    rf"\b((?:[A-Z][\w’'-]+\s+(?:(?:of|for|the|and|al|de)\s+)*)+(?:{_WHOLE})(?!\w)(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)?"
    r"|(?:Jaish|Jaysh|Jund|Ansar|Liwa|Lashkar|Harakat|Saraya|Kata'?ib)(?:[ -][a-z]{1,2})?[ -][A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)?)"
)  # fmt: skip
_OPPOSED = re.compile(
    r"\b(?:Front|Movement|Brigades?|Militia|Battalion|Resistance|Cartel|Gang|Network|Liberation|Revolution\w*|Popular|People['’]s)\b"
)


def local_group(text: str) -> str | None:
    """A stable id for a group the registry does not know: the same name gives the same id in every report."""
    found = _GROUP.search(text)
    if found is None or (country_in(found[1]) and not _OPPOSED.search(found[1])):  # "Iraqi Army" is the state's
        return None
    name = re.sub(
        r"^(?:[A-Z][a-z]+s|Speaker|Leader|Head|Chief|Commander|Member|Chairman|Founder) (?:of|from) (?:the )?(?=[A-Z])",
        "",
        found[1],
    )
    common = (*load("cast")["common"], *name.split()[-1:], "of", "the", "and", "for")
    if all(w in common for w in name.split()):
        return None  # "the National Army" is another one in every country
    return f"local:{normalise(name).replace(' ', '-')}"


def sided_as(known: Identity, words: str) -> Identity:
    """``known`` with the side of ``words`` where it has none of its own ("UVDU fighters")."""
    return replace(known, side=side_of(words)) if known.side == "unknown" else known


def armed_by_name(actor_id: str | None) -> bool:
    """Is it a group of a report's own naming that fights by its name? "Front" and "Brigade" do, "Party" and "Union" may not."""
    name = (actor_id or "").removeprefix("local:")
    return name != (actor_id or "") and bool(set(name.split("-")) & _armed_names())


@lru_cache(maxsize=1)
def _armed_names() -> frozenset[str]:
    return frozenset(w.lower() for w in load("roles")["armed_names"])
