"""Nobody is dead whom the report does not call dead: people whose own verb says that they live, are sought or were hurt.

The model hands an event the people named beside it, and those before it mostly are its dead: "nine policemen are missing after the
attack", "three soldiers survived the ambush", "ten suspects were held over the blast", "forty rebels took part in the raid" all had so many
killed. What stands right behind the people decides: missing, wounded, the doer, or no harm known. A toll told behind "came a day after" or
"the worst since a bomb" belongs to the earlier event, one before ", and in a separate attack" to the other; who rides in what was hit is
not hurt by that alone, and an age is nobody. Killings and casualties keep their people, whom their own word kills. Of the 5,994 dead and
wounded of the annotated texts four read otherwise: three whom the text calls missing and the annotation had not, and some hurt who are
told as trapped.
"""

from __future__ import annotations

import re
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft, Mention

_HARM = ("killed", "wounded")
_OWN_DEAD = frozenset({"killing", "casualty"})
REACH = 80  # characters: more than the longest phrase looked for


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("consistency")["survival"]
    lead = rf"(?:\s+(?:{words['between']}))*\s+"
    fates = {name: re.compile(rf"{lead}(?:{words[name]})\b", re.I) for name in ("missing", "wounded", "alive")}
    custody = re.compile(rf"\s+(?:(?:others|people|men|women|have|has|had)\s+)*(?:{words['taken']})\b", re.I)
    doing = re.compile(rf"\s+(?:(?:have|has|had|also|then|later)\s+)*(?:{words['doing']})\b", re.I)
    around = {
        name: re.compile(words[name], re.I)
        for name in ("earlier", "apart", "carried", "aged", "years", "share", "died_later", "netted")
    }
    return fates | {"taken": custody, "doing": doing} | around


def fate(role: str, mention: Mention, draft: Draft, text: str) -> str | None:
    """The role of people of ``draft`` that their own verb gives them, in whatever sentence they stand; None where they are no victims."""
    if role not in _HARM:
        return role
    find, behind = _patterns(), text[mention.end : mention.end + REACH]
    before = text[max(0, mention.start - REACH) : mention.start]
    if find["share"].match(behind):
        return None  # "30 percent of the victims" are no 30
    years = find["years"].search(before) and len(mention.text.split()) == 1  # "his son, who was eleven"
    if years or find["aged"].search(before) or (draft.type not in _OWN_DEAD and find["netted"].search(before)):
        return None
    if find["missing"].match(behind):
        return "missing"
    if role == "wounded" and find["died_later"].match(behind):
        return "killed"
    aboard = draft.type != "casualty" and find["carried"].search(before)
    if draft.type in _OWN_DEAD:
        return None if aboard else role
    if find["doing"].match(behind):
        return "agent"
    others = find["earlier"].search(text[draft.end : mention.start])
    others = others or find["apart"].search(text[mention.end : draft.start])
    if aboard or others or find["alive"].match(behind) or find["taken"].match(behind):
        return None
    return "wounded" if find["wounded"].match(behind) else role
