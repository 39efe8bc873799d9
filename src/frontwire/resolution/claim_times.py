"""When a claim happened: its own time words, else a fallback that the rule names (never silent)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from frontwire.records import Interval
from frontwire.resolution.times import expressions


def published_day(published: str | None) -> date | None:
    """The day of publication, or None where it is unknown or coarser than a day."""
    return date.fromisoformat(published[:10]) if published and len(published) >= 10 else None


_SPOKEN = re.compile(
    r"\b(?:said|says|told \w+|announced|added|reported|stated|confirmed)\s+(?:late\s+|early\s+)?(?:on\s+)?$", re.I
)


def _of_speech(text: str, mention: tuple[int, int]) -> bool:
    """ "… officials said on Thursday": the day of speaking, which bounds the event but does not date it."""
    return bool(_SPOKEN.search(text[max(0, mention[0] - 40) : mention[0]]))


def claim_time(
    text: str, mention: tuple[int, int] | None, sentence: tuple[int, int], published: date | None, *, background: bool
) -> Interval:
    """When a claim happened: its own time words, else the fallback that ``rule`` names (never silent).

    News without a time of its own falls in the report's news window: publication day and the two days before
    (a Monday paper covers the weekend). Background without one lies anywhere before publication.
    """
    if mention and not _of_speech(text, mention):
        found = expressions(text[mention[0] : mention[1]], published, mention[0])
        if not found:
            wider = expressions(text[sentence[0] : sentence[1]], published, sentence[0])
            found = [
                i
                for i in wider
                if i.start is not None and i.end is not None and i.start <= mention[1] + 1 and mention[0] <= i.end
            ]
        if found:
            return found[0]
        words = text[mention[0] : mention[1]]
        return _window(published, words, mention, "unparsed", background)
    return _window(published, None, None, "", background)


def _window(
    published: date | None, words: str | None, span: tuple[int, int] | None, why: str, background: bool
) -> Interval:
    start, end = span or (None, None)
    if published is None:
        return Interval(text=words, start=start, end=end, rule=f"{why or 'undated'}:unresolved")
    name = "before_publication" if background else "news_window"
    earliest = None if background else (published - timedelta(2)).isoformat()
    return Interval(text=words, start=start, end=end, earliest=earliest, latest=published.isoformat(), precision="vague",
                    rule=f"{why}:{name}" if why else name)  # fmt: skip
