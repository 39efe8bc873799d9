"""Sieges told as over: "the government lifted its blockade", "the siege ended on Tuesday".

The claim is a siege like any other (codebook A); for who is besieged today its end is what counts. Of the annotated texts' 21 sieges
beside such words twelve were over by them; the rest are demanded, planned or hoped to be, and an infinitive tells which.
"""

from __future__ import annotations

import re

from frontwire.records import Claim

_ENDED_BY = re.compile(
    r"\b(?<!to )(?<!not )(?<!would )(?<!will )(?<!could )(?<!may )(?<!might )(?<!must )(?<!should )"
    r"(?:lift(?:s|ed|ing)|end(?:s|ed|ing)|br(?:oke|eaks|eaking|oken)|reliev(?:es|ed|ing)|rais(?:es|ed|ing)|call(?:s|ed|ing) off)"
    r"\s+(?:[\w’'-]+\s+){0,3}$",
    re.I,
)
_OVER = re.compile(
    r"\s+(?:(?:of|on|around|against)\s+(?:[\w’'-]+\s*){1,4}?\s+)?"
    r"(?:(?:was|were|has been|have been|had been)\s+(?:\w+ly\s+)?(?:lifted|broken|ended|relieved|raised|called off)|ended|ends|is over|was over)\b",
    re.I,
)
_REACH = (
    60  # characters to either side: "broke the army's nine-month siege", "the siege of Deir ez-Zor airport was lifted"
)


def lifted(claim: Claim, text: str) -> bool:
    """Does ``text``, the claim's report, tell the end of this siege?"""
    if claim.type != "siege":
        return False
    lead = re.split(r"[.;]\s", text[max(0, claim.start - _REACH) : claim.start])[-1]
    return bool(_ENDED_BY.search(lead) or _OVER.match(text, claim.end, claim.end + _REACH))
