"""The day of speaking is not the day of the event: "officials said late Saturday that the town fell" dates the saying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft

REACH = 60  # letters before the day that can hold its verb: "told reporters in the capital late on "


@lru_cache(maxsize=1)
def _spoken() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("speech")
    return re.compile(words["day_of_speech"], re.I), re.compile(words["day_before_speech"], re.I)


def of_speech(text: str, start: int, event: int | None = None) -> tuple[int, int] | None:
    """The verb of speech whose day begins at ``start``, as a span of ``text``; None where there is none.

    A day before its verb ("today confirmed the arrest") is that verb's for an ``event`` told behind it; for one told
    before the day ("who were evacuated on Tuesday said") it may be the event's own.
    """
    behind, before = _spoken()
    base = max(0, start - REACH)
    if found := behind.search(text[base:start]):
        return base + found.start(), start
    leads = before.match(text, start)
    return leads.span() if leads and (event is None or leads.end() <= event) else None


def without_spoken_days(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` without the times that date what somebody said; an act of speech ("warned on Monday") keeps its own."""
    return [
        replace(d, roles=tuple(f for f in d.roles if f[0] != "time" or not _said(d, f[1].start, text))) for d in drafts
    ]


def _said(draft: Draft, start: int, text: str) -> bool:
    verb = of_speech(text, start, draft.start)
    return verb is not None and not (draft.start < verb[1] and verb[0] < draft.end)
