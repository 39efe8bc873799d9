"""Speech that hangs on by a participle: "X dismissed the report, saying …", "…, X said, adding that …".

The speaker is whoever spoke in the sentence before it, else the sentence's own subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.speakers import QUOTES, subject_before

Span = tuple[int, int]
OPENING = 14  # words in which a sentence's subject has ended: titles, names and one phrase of place


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load("speech")
    cue = re.compile(rf",[{QUOTES}]?\s+(?P<cue>{'|'.join(words['participles'])})\s+(?!to\b|goodbye\b)")
    lead = re.compile(
        r"(?:[A-Z][A-Z.'’ -]+(?:, [A-Z]\w+\.? ?\w*)*\s*(?:\([^)]*\)\s*)?[-–—]+\s*|[^,.;:]{3,60}:\s+)?(?:On \w+day,? )?"
    )
    none = rf"(?!(?:{'|'.join([*words['not_a_verb'], *words['heads']])})\b)"
    verb = re.compile(
        rf"\s+{none}(?:[a-z]+(?:s|ed)|has|had|told|met|sent|took|gave|put|held|left|made|went|came|stood)\b|(?<=s)\s+{none}[a-z]+\b"
    )
    return cue, lead, verb


def opening_subject(text: str, start: int, end: int) -> Span | None:
    """The subject a sentence opens with, behind a dateline or a heading: a speaker's noun phrase with a verb right after it."""
    _, lead, verb = _patterns()
    skipped = lead.match(text, start, end)
    begin = skipped.end() if skipped else start
    for word in list(re.finditer(r"\S+", text[begin:end]))[:OPENING]:
        stop = begin + word.end()
        found = subject_before(text[begin:stop])
        if found is not None and found[0] == 0 and stop - begin > 2 and verb.match(text, stop, end):
            return begin, stop
    return None


def hanging(text: str, start: int, end: int, spoken: Sequence[tuple[Span, Span]]) -> list[tuple[Span, Span, Span]]:
    """(speaker, cue, what is said) of every speech in [start, end) that hangs on by a participle.

    ``spoken``: (speaker, cue) of the verbs of speech already found in the sentence.
    """
    out = []
    for m in _patterns()[0].finditer(text, start, end):
        cue = m.span("cue")
        before = [source for source, verb in spoken if verb[1] <= cue[0]]
        source = before[-1] if before else opening_subject(text, start, m.start())
        if source is not None and not any(verb == cue for _, verb in spoken):
            out.append((source, cue, (cue[1], end)))
    return out
