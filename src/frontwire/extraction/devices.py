"""A bomb that explodes is one claim: the event verb wins, the device is its weapon (codebook A, explosion).

Where the reader marked both ("a [bomb] on a motorcycle [exploded]", "a [roadside bomb] [hit] the bus" as two explosions), the noun's
claim goes and leaves the verb's the roles it lacks. Of the annotated texts' 56 bombs so told with a claim on the verb one has a
claim on the noun as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft, Mention


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load("consistency")["devices"]
    return tuple(re.compile(words[name], re.I) for name in ("noun", "verb", "between"))  # type: ignore[return-value]


def on_verbs(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report without the devices whose explosion is told by the verb behind them."""
    out = list(drafts)
    for noun in drafts:
        at = next((i for i, verb in enumerate(out) if _governs(verb, noun, text)), None)
        if at is not None:
            out[at] = _with_device(out[at], noun, text)
            out.remove(noun)
    return out


def _governs(verb: Draft, noun: Draft, text: str) -> bool:
    device, bursts, between = _patterns()
    alike = verb.type == noun.type == "explosion" and verb.status is noun.status
    if not alike or verb.sentence != noun.sentence or verb.start <= noun.end:
        return False
    words = device.search(text[noun.start : noun.end]), bursts.match(text[verb.start : verb.end])
    return all(words) and between.fullmatch(text[noun.end : verb.start]) is not None


def _with_device(verb: Draft, noun: Draft, text: str) -> Draft:
    own = {role for role, _ in verb.roles}
    device = Mention(text=text[noun.start : noun.end], start=noun.start, end=noun.end, report_id=noun.report_id)
    lent = [(role, m) for role, m in (*noun.roles, ("weapon", device)) if role not in own]
    return replace(verb, roles=(*verb.roles, *lent))
