"""What in a stored text is not the report: found as spans, never cut out, so offsets stay true.

``furniture`` returns the spans that later stages do not read: a headline printed twice, site notices, share lines,
photo credits. ``dateline`` reads the agency line ("BAGHDAD (Agency) —"), which is text about the report.
Patterns describe the form of web furniture in general; none is made for one site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A whole line (or closing sentence) of this form is furniture. Each group: what it is.
_NOTICE = re.compile(
    r"""^\s*(?:
      (?:this\ (?:web)?(?:site|page|article|story|content)|our\ (?:web)?site)\ (?:is\ best\ viewed|uses\ cookies|requires|was\ optimi[sz]ed)\b.*
    | (?:share|tweet|email|print|follow|like|subscribe|sign\ up|log\ in|read\ more|click\ here|download\ (?:our|the)\ app
        |join\ (?:us|our)|comment(?:s)?\ (?:are\ closed|\()|advertisement|related\ (?:articles|stories|topics|links|content)
        |more\ on\ this\ story|most\ (?:read|popular)|watch:|listen:|see\ also:|photo(?:graph)?(?:s)?(?:\ by)?:|image(?:\ credit)?:|picture:|file\ photo)(?![\w-]).{0,120}(?<![.?”"])
    | (?:©|\(c\)|copyright)\s.{0,120}
    | .{0,120}\ball\ rights\ reserved\.?
    | .{0,140}\((?:photo|image|picture|file)[^)]{0,60}\)
    )\s*$""",
    re.I | re.X,
)
# The same notices glued to the end of the last sentence without a line break.
_GLUED = re.compile(
    r"(?<=[.!?”\"’'])\s*((?:This (?:web)?(?:site|page) (?:is best viewed|uses cookies|requires)\b)[^\r\n]*)"
)
_LINES = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]*"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:[.,]?\s*\d{{4}})?"
# "BAGHDAD, June 3 (Agency) -", "NIAMEY, Niger (March 3, 2011) Troops …": what stands in brackets closes it, too;
# a day in brackets makes it a line of its own.
_DATELINE = re.compile(
    rf"""^\s*(?P<place>[A-Z][\w.'’-]*(?:[\s/,]+(?:[A-Z][\w.'’-]*|al|el|ez|of)){{0,5}}?)
        (?:,?\s+(?P<date>{_DAY}))?
        (?:\s*\(\s*(?:(?P<day>{_DAY})|(?P<agency>[^)\n]{{2,40}}))\s*\))?
        \s*(?:(?P<dash>[-–—−]{{1,2}}|:)(?:\s+(?=\S)|$)|(?<=\))\s+(?=[A-Z"“‘])|(?<=\))$)""",
    re.X,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, agency and extent of a dateline; ``end`` is where the report proper starts."""

    start: int
    end: int
    place: str | None
    agency: str | None
    place_start: int


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINES.finditer(text):
        yield line.start(), line.end()


def _repeated_headline(text: str, title: str | None) -> Iterator[tuple[int, int]]:
    """Opening lines that repeat the title or each other, without closing punctuation."""
    seen = {_plain(title)} if title else set()
    for start, end in list(_lines(text))[:4]:
        line = text[start:end].strip()
        if not line:
            continue
        if line[-1] in ".!?…" or len(line) > 200:
            return
        if _plain(line) in seen:
            yield start, end
        seen.add(_plain(line))


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def furniture(text: str, title: str | None = None) -> list[tuple[int, int]]:
    """Spans that are site furniture or a doubled headline, in order."""
    spans = set(_repeated_headline(text, title))
    spans |= {(s, e) for s, e in _lines(text) if _NOTICE.match(text[s:e])}
    glued = _GLUED.search(text)
    if glued:
        spans.add((glued.start(1), glued.end(1)))
    return sorted(spans)


def dateline(text: str, start: int = 0, *, dated: bool = False) -> Dateline | None:
    """The dateline that opens the paragraph at ``start``, if the words have that form (place in capitals, or an agency; with
    ``dated`` a day as well)."""
    found = _DATELINE.match(text[start : start + 160])
    if not found:
        return None
    place, agency = found["place"], found["agency"]
    capitals = place.split(",")[0].split("/")[0].strip().isupper()
    day = found["date"] or found["day"]
    if not (capitals or (agency and found["dash"])) or (not day and (dated or found.end() == len(text) - start)):
        return None
    return Dateline(start, start + found.end(), place.strip(" ,"), agency, start + found.start("place"))


def readable(text: str, title: str | None = None) -> list[tuple[int, int]]:
    """The spans between furniture: what sentences are split from."""
    out, at = [], 0
    for start, end in furniture(text, title):
        if start > at:
            out.append((at, start))
        at = max(at, end)
    out.append((at, len(text)))
    return [(s, e) for s, e in out if text[s:e].strip()]
