"""Which way a clause points: "will leave on Thursday" ahead, "left on Thursday" back.

The last finite verb or cue before the expression decides; with none, the first one behind it. Without either the
expression's own default stands (weekdays and months lie in the past, days of a month in the nearest year).
"""

from __future__ import annotations

import re

REACH = 90  # characters: about one clause of a wire sentence on either side
_FUTURE = (
    r"will|'ll|’ll|would|shall|is to|are to|was to|were to|be(?= held)|due|scheduled|slated|planned|plans?|planning|expected|set to|set for|"
    r"no later than|as (?:soon|early|late) as|deadline|ahead of|upcoming|forthcoming|hopes? to|hoped to|intends?|going to|begins?|starts?|"
    r"postponed|prepares?|preparing|to be|to become|to meet|to vote|to leave|to start|to begin|to visit|to attend|calls? for|called for|may|could|should|must|"
    r"invited|agreed to|promised to|vowed to|ordered to"
)
_PAST = (
    r"since|was|were|had|did|said|says|told|killed|took|began|came|went|left|fell|made|shot|held|met|saw|found|fled|blew|broke|"
    r"drove|fought|gave|got|hit|led|lost|put|ran|sent|set(?! (?:to|for))|spoke|struck|won|wrote|died|rose|"
    r"[a-z]{3,}(?<!schedul)(?<!plann)(?<!expect)(?<!unit)(?<!hundr)(?<!need)ed"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.I)
_LEADS_AHEAD = re.compile(
    r"\b(?:until|till|by|before|pending)\s+(?:(?:early|late|at least|noon|midnight|\d{1,2}(?::\d{2})?\s*[ap][. ]?m[. ]?(?:\s+[A-Z]{2,4})?)\s+)*$",
    re.I,
)
_DOER = re.compile(r"\b(?:[a-z]+ed|hit|hurt|shot|struck|shaken|torn|driven)\s+by\s+(?:(?:early|late|last)\s+)?$", re.I)
_CLOCK = re.compile(r"\b[ap]\.m\.", re.I)  # its full stops end no clause
_BOUNDARY = re.compile(r"[.;!?\n“”\"](?=\s|$)|:\s")


def direction(text: str, start: int, end: int) -> int:
    """−1, 0 or +1 for the expression at [start, end)."""
    text = _CLOCK.sub(lambda m: m.group().replace(".", " "), text)
    before = _BOUNDARY.split(text[max(0, start - REACH) : start])[-1]
    behind = _BOUNDARY.split(text[end : end + REACH])[0]
    if (
        _LEADS_AHEAD.search(before)
        and not by_event(text, start, end)
        and not _told_behind(before, behind)
        and not re.search(r"\b(?:killed|died|fled|seized|had)\b", before[-40:], re.I)
    ):
        return 1
    cues = list(_CUE.finditer(before))
    if cues:
        return 1 if cues[-1]["future"] else -1
    cue = _CUE.search(behind)
    return 0 if cue is None else 1 if cue["future"] else -1


def by_event(text: str, start: int, end: int) -> bool:
    """ "Wounded by Sunday's grenade": a doer, no deadline."""
    owns = text[start:end].endswith(("'s", "’s")) or text.startswith(("'s", "’s"), end)
    return owns and _DOER.search(text[max(0, start - 40) : start]) is not None


def _told_behind(before: str, behind: str) -> bool:
    """ "Days before the 2 April vote, shells fell", "until Sunday shells fell": the clause behind the opening tells it as past."""
    opens = re.match(r"\W*(?:from|between|until|till|by|before)\b", before, re.I)
    cue = _CUE.search(behind if opens else behind.partition(",")[2])
    return not _CUE.search(before) and cue is not None and cue["past"] is not None
