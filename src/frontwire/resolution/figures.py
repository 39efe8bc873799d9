"""Words -> figures (codebook B): the bounds of each part of a filler, who they were, and whether it is a sum.

No library tried keeps bounds (anchors geo_time, part 3). A midpoint is never invented: ``best`` is set only where
the words give one number.
"""

from __future__ import annotations

import re
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Figure, Mention
from frontwire.resolution.gazetteer import is_demonym
from frontwire.resolution.quantities import ONE_IN_A_HEADLINE, Bounds, bare, bounds, numbered, without_ages
from frontwire.resolution.registry import named


def victim_class(text: str) -> str:
    """Who they were, by the words themselves (codebook B); "people" alone is unknown."""
    whole = _whole(text)
    lowered = _without_group(whole).lower()
    for name, patterns in load("victims")["classes"].items():
        if any(re.search(rf"\b(?:{p})\b", lowered) for p in patterns):
            found = str(name).removesuffix("_mixed")
            return "militants" if found == "security_forces" and _of_armed_group(whole) else found
    return "militants" if _of_armed_group(whole) else "unknown"


@lru_cache(maxsize=1)
def _rank() -> str:
    return rf"(?:{'|'.join(load('victims')['ranks'])})"


def _of_armed_group(text: str) -> bool:
    """ "A Hezbollah commander" and "two members of the ELN" are the group's, whatever their rank would make them elsewhere."""
    entry = named(text, None)
    if entry is None or entry.side not in ("rebel", "militia"):
        return False
    m = entry.pattern.search(text)
    return m is not None and bool(
        re.match(rf"\s+(?:[\w’'-]+\s+){{0,2}}?{_rank()}\b", text[m.end() :], re.I)
        or re.search(rf"\b{_rank()}\s+(?:of|from|with|in)\s+(?:the\s+)?$", text[: m.start()], re.I)
    )


def _without_group(text: str) -> str:
    """ "Members of the Kurdistan Workers' Party" are no workers: what words an armed group's name is made of says nothing of its men."""
    entry = named(text, None) if _of_armed_group(text) else None
    return entry.pattern.sub(" ", text) if entry else text


_MADE_OF = re.compile(r",?\s+(?:including|among them|among whom)\b.*|,?\s+(?:\w+|\w+ \w+) of (?:them|whom)\b.*", re.I)


def _whole(text: str) -> str:
    """The words for all of them: "17 people, most of them civilians" keeps its tail, "…, including six children" does not."""
    if re.search(r"\b(?:most(?:ly)?|all|mainly|the majority)(?: of (?:them|whom))?\b", text, re.I):
        return text
    return _MADE_OF.sub("", text)


_THINGS = re.compile(
    r"\b(?:weapons?|arms|ammunition|rifles?|guns?|PKMs?|RPGs?|Kalashnikovs?|pistols?|grenades?|rockets?|missiles?|mortars?|explosives?|bombs?|mines?|AK-?47s?|"
    r"vehicles?|trucks?|cars?|tanks?|houses?|homes?|buildings?|shops?|caches?|operations?|attacks?|raids?|drugs?|opium|documents?|money|dollars?|pounds?|kilograms?|tons?|"
    r"wounds|sheep|livestock|cattle|cows?|oxen|bulls?|buffalo(?:es)?|yaks?|dogs?|pigs?|goats?|camels?|horses?|donkeys?|mules?|animals?|poultry|chickens?)\b", re.I)  # fmt: skip
_BEHIND = re.compile(r"\b(?:of|from|in|at|to|with|who|that|carrying)\b")
# "Freed the tanker and its crew": a craft is no captive, but a helicopter pilot is a man
_CRAFT = re.compile(
    r"\b(?:tankers?|ships?|vessels?|boats?|freighters?|trawlers?|buses|bus|planes?|aircraft|helicopters?|jets?|lorry|lorries|trains?|ferry|ferries)\s*$",
    re.I,
)
# "the 3rd Division" counts nobody; "two soldiers of the 3rd Division" counts two
_UNIT = re.compile(
    r"^\s*(?:the\s+)?(?:\d+(?:st|nd|rd|th)|[A-Z][\w’'-]+)\s+(?:\w+\s+)?(?:Division|Brigade|Battalion|Regiment|Corps|Army)\s*$"
)


def _nobody(text: str) -> bool:
    """Things and units are no people: a figure counts people only."""
    counted = re.sub(r"^(?:.*\s)?(?:numbers?|dozens|scores|tens|hundreds|thousands)\s+of\s+", "", text, flags=re.I)
    counted = re.sub(
        r"^(?:\w+|\w+ \w+) of (?:the|these|those|its|their)\s+", "", counted, flags=re.I
    )  # "three of the shops"
    head = _BEHIND.split(counted)[0]
    nouns = rf"\b(?:others?|experts?|specialists?|technicians?|engineers?|{'|'.join(load('consistency')['captives']['people'])}|{load('quantities')['collectives']})\b"
    people = victim_class(text) != "unknown" or re.search(nouns, text, re.I)  # "a weapons supplier" is no thing
    thing = (_THINGS.search(head) and not people) or _CRAFT.search(_BEHIND.split(text)[0])
    return bool(_UNIT.match(text)) or _organisation(text) or bool(thing)


def _organisation(text: str) -> bool:
    """ "NATO casualties": whose they were, and not how many; the name of a body is no person ("Taliban" stands for its men)."""
    entry = named(text, None) if victim_class(text) == "unknown" else None
    return entry is not None and entry.pattern.fullmatch(text.strip(" ,.’'")) is not None


def _age(text: str, sentence: str) -> bool:
    """A bare number behind a name or a person ("Jon Bek, 24, and Ola Bek, 22"; "a woman, 31") is how old they were."""
    alone = re.fullmatch(r"\s*(\d{1,3})\s*,?\s*", text)
    person = (
        rf"(?:\b[A-Z][\w.’'-]+|\b(?:wo)?man|\bboy|\bgirl|\bson|\bdaughter),\s*{alone[1]}\s*(?:[,.;)]|and\b|of\b|from\b|$)"
        if alone
        else ""
    )
    return bool(alone) and bool(re.search(person, sentence))


_AGGREGATE = re.compile(
    r"(?<!has )(?<!have )(?<!had )\bsince\b|\b(?:so far|in the (?:past|last)|over the (?:past|last)|this (?:year|month)|in total|overall|"
    r"a total of(?=.*\b(?:attacks|bombings|raids|strikes|incidents|clashes|explosions|ambushes|blasts)\b)|(?:attacks|bombings|raids|strikes|incidents|clashes|explosions|ambushes|blasts)\b.*\ba total of|"
    r"across the country|nationwide|to date|during the (?:war|conflict|uprising))\b", re.I)  # fmt: skip


@lru_cache(maxsize=1)
def several_happenings() -> re.Pattern[str]:
    """Words that make a toll a sum over happenings: "during four operations", "in separate attacks"."""
    return re.compile(load("quantities")["several_happenings"], re.I)


# "killed thousands of civilians after the invasion": a war's sum, told without a span; one happening is counted closer.
_MASS = re.compile(r"\b(?:thousands|millions)\b", re.I)


# "Seven were killed: three in a bombing in A and four in a shooting in B": the seven are a sum.
_SHARES = re.compile(
    rf"\b(?:\d[\d,]*|{load('quantities')['spelt']})(?:\s+(?:people|others|of them))?"
    r"\s+(?:(?:were\s+)?(?:killed|dead|died)\s+)?in\s+(?:an?|another|(?:a )?separate)\s",
    re.I,
)


_PART_IN = re.compile(
    r"\b(?:\w+ of (?:them|whom)|including (?:\d[\d,]*|[a-z]+)) (?:killed |died )?in (?:an?|another|(?:a )?separate) (?!hospital|clinic)"
)


def shared_out(sentence: str, end: int) -> bool:
    """Does what stands behind a figure that ends at ``end`` give two or more happenings their shares of it, or one its part?"""
    return len(_SHARES.findall(sentence, end)) > 1 or bool(_PART_IN.search(sentence, end))


_SINCE_WHEN = re.compile(r"\bsince\s+[^,;.]{1,40},?\s+when\b", re.I)
_MOST_SINCE = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|heaviest|highest|gravest|fiercest|costliest|longest|first)\b[^.;]{0,60}?\b(?=since\b)",
    re.I,
)


def counting(sentence: str, at: int) -> str:
    """The words of ``sentence`` that say over what a figure at offset ``at`` is counted: "the deadliest raid since January, when nine
    died" counts neither the raid's dead nor the nine over that time."""
    for m in _SINCE_WHEN.finditer(sentence):
        if m.end() <= at:
            sentence, at = sentence[m.end() :], at - m.end()
            break
    most = _MOST_SINCE.search(sentence)
    return sentence[: most.end()] if most else sentence


def is_aggregate(sentence: str, figure: str, claim_type: str, status_background: bool) -> bool:
    """A sum over incidents or a span of time: the sentence counts "since" something or over "four operations", recaps a
    displacement, or the figure is a bare "thousands"."""
    recap = status_background and claim_type in ("casualty", "displacement")
    summed = _AGGREGATE.search(sentence) or several_happenings().search(sentence)
    return recap or bool(summed) or (claim_type != "displacement" and bool(_MASS.search(figure)))


def resolve(words: str, *, kind: str = "killed") -> list[Figure]:
    """The people ``words`` count, each group with its number and victim class (codebook B).

    >>> [(f.low, f.high, f.victim_class) for f in resolve("at least nine soldiers and several farmers")]
    [(9, None, 'security_forces'), (3, 9, 'civilians')]
    """
    mention = Mention(text=words, start=0, end=len(words), report_id="text")
    return of_filler(kind, mention, words, aggregate=is_aggregate(words, words, "casualty", False))


def of_filler(kind: str, mention: Mention, sentence: str, *, aggregate: bool) -> list[Figure]:
    """Figures of one filler; "a policeman and eight gunmen" gives two, each with its own victim class."""
    figures = []
    for start, end in _parts(mention.text):
        words = mention.text[start:end]
        if _nobody(words) or _age(words, sentence):
            continue
        found = bounds(words)
        if found.best == 1 and is_demonym(words.strip()):  # "Afghan" alone is an adjective
            found = Bounds(None, None, None)
        figures.append(
            Figure(
                kind=kind,
                text=words,
                start=mention.start + start,
                end=mention.start + end,
                low=found.low,
                high=found.high,
                best=found.best,
                victim_class=victim_class(words),
                aggregate=aggregate,
            )
        )
    return figures


_ADDS = re.compile(r",?\s+(?:along|together) with\s+|,?\s+as well as\s+|,\s+(?:and\s+)?|\s+and\s+", re.I)
_PART_OF = re.compile(
    r",?\s+(?:including|among them|among whom|most of them|mostly|mainly)\b|,\s+(?:\w+|\w+ \w+) of (?:them|whom)\b|\s+and\s+(?:wound|injur)ing\b", re.I)  # fmt: skip


def _parts(text: str) -> list[tuple[int, int]]:
    """Split a sum at "and" or a comma where both sides count people of their own; ages part nobody."""
    text, _ = without_ages(text)
    cuts = [(m.start(), m.end()) for m in _ADDS.finditer(text)]
    if re.search(r"\bbetween\b|\baged?\b", text, re.I):
        cuts = []
    subset = _PART_OF.search(text)
    end = subset.start() if subset else len(text)  # "21 people, including six children" is 21: a part is no addend
    spans, at = [], 0
    cuts = [c for c in cuts if c[1] <= end]
    for n, (a, b) in enumerate(cuts):
        left, right = text[at:a], text[b:]
        beside = text[b : cuts[n + 1][0]] if n + 1 < len(cuts) else right
        listed = all(_PERSON.fullmatch(x) for x in (left, beside))  # "Jan, Ali and Omar"
        if apposed(left, text[a:b], right) or (_FROM.search(left) and _PERSON.fullmatch(beside)):
            continue
        if (_counted(left) or _some(left, right)) and ((_counted(right) and _counted(beside)) or listed):
            spans.append((at, a))
            at = b
    spans.append((at, _end(text, at, subset)))
    return spans


def _some(text: str, beside: str) -> bool:
    """ "Soldiers and three policemen": people without a number beside some with one."""
    return numbered(beside) and victim_class(text) != "unknown" and bounds(text) == Bounds(2, None, None)


def _end(text: str, at: int, subset: re.Match[str] | None) -> int:
    """What is said of the whole ("most of them civilians") stays with it; a second toll does not."""
    if subset is None or (
        "ing" in subset.group()[-4:] and "wound" not in subset.group().lower() and "injur" not in subset.group().lower()
    ):
        return len(text)
    cut = re.search(r"\s+and\s+(?:wound|injur)ing\b", text)
    return cut.start() if cut and cut.start() > at else len(text)


_SINGLE = re.compile(r"\s*(?:an?|another|additional|his|her|its|their|my|our|the)\s+(?:[\w’'-]+\s+)*?[\w’'-]+$", re.I)
_PERSON = re.compile(r"\s*(?:[A-Z][\w.’'-]+\s+)*[A-Z][\w’'-]+$")


_FROM = re.compile(r"\b(?:from|of|in|at|near)\s+(?:[A-Z][\w’'-]+(?:,\s+)?)+$")  # "two men from Haditha and Rawa": towns


def apposed(left: str, between: str, right: str) -> bool:
    """ "The rebel leader, Alfa Conde": one person, called by his office and by his name, or by his name and his office."""
    if between.strip() != ",":
        return False
    one, two = left.strip(), re.split(r",|\s+(?:and|along with|as well as)\s+", right.strip())[0]
    named_one, named_two = (bool(_PERSON.fullmatch(x)) and not is_demonym(x) for x in (one, two))
    office_one, office_two = (bool(_SINGLE.fullmatch(x) and bounds(x).best == 1) for x in (one, two))
    return (office_one and named_two) or (named_one and office_two)


def _counted(text: str) -> bool:
    """Does a part count people: by a number, as one of them ("their driver", "Colonel X")?"""
    stripped = text.strip()
    office, comma, name = stripped.partition(",")
    if (comma and apposed(office, comma, name)) or ONE_IN_A_HEADLINE.fullmatch(stripped):
        return True
    if not numbered(stripped):
        if re.match(
            r"other\s+(?!.*\band\b)", stripped, re.I
        ):  # "the mayor and other villagers": the others are two or more
            return bounds(stripped).low == 2
        named_one = _PERSON.fullmatch(stripped) and not (" " not in stripped and is_demonym(stripped))
        return bool(named_one) or bool(_SINGLE.fullmatch(stripped) and bounds(stripped).low == 1)
    return bool(re.search(r"[a-z]{4,}|\bm[ae]n\b|\b(?:boy|son)\b", bare(stripped).lower()))
