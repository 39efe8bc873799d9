"""Who says it: speakers found by the sentence's own frames, for claims the model left without one.

Frames: "X said (that) …", "…, X said", "…, said X", "according to X", and a quotation that runs on after its
speaker's sentence. A speaker's words reach from the verb to the end of the sentence, or back to its start; a second
speaker in the sentence takes over where he begins. Pawls of precision: the claim's trigger must stand inside the
words, must not be the verb of speech itself, and the speaker must not be the claim's own agent doing the speaking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.participles import hanging
from frontwire.extraction.passing import beside_speech, in_passing, without_source
from frontwire.extraction.quotations import left_open, runs_on
from frontwire.extraction.speakers import QUOTES, name_after, subject_before
from frontwire.reading.document import Document
from frontwire.records import Draft, Mention, Status

Span = tuple[int, int]
#: Claims that are acts of speech: their agent is the one who speaks them.
SPOKEN = frozenset({"demand", "threat", "accusation", "offer"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker, the verb and what is in his mouth, as character spans of the report."""

    source: Span
    cue: Span
    content: tuple[Span, ...]

    def holds(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.content)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load("speech")
    said, that, plural = ("|".join(words[key]) for key in ("said", "with_that", "plural"))
    cue = re.compile(rf"(?<![\w-])(?:(?P<said>{said})|(?P<plural>{plural})|(?P<that>{that}))(?![\w-])")
    between = re.compile(rf"(?:,?\s*\b(?:{'|'.join(map(re.escape, words['between']))})\b,?)+\s*$", re.I)
    according = re.compile(r"\b[Aa]ccording to\s+|\b[Ii]n the words of\s+|\b[Aa]s (?:reported|claimed|told) by\s+")
    return cue, between, according


def attributions(text: str, sentences: Sequence[Span]) -> list[Attribution]:
    """All attributions of a report, sentence by sentence.

    A quotation that runs on belongs to the speaker before it; one whose speaker is named only at its end to him.
    """
    out: list[Attribution] = []
    quote_open = False
    waiting: list[Span] = []  # sentences of an open quotation whose speaker is still to come
    for start, end in sentences:
        own = _in_sentence(text, start, end)
        if own and quote_open and any(a.content[0][0] == start for a in own):
            speaker = next(a for a in own if a.content[0][0] == start)
            out += [replace(speaker, content=(span,)) for span in waiting]
        goes_on = not own and bool(out) and not waiting and runs_on(text, start, end, quote_open)
        if goes_on:
            out.append(replace(out[-1], content=((start, end),)))
        out += own
        quote_open = left_open(text, start, end, quote_open)
        unclaimed = quote_open and not own and not goes_on
        waiting = [*waiting, (start, end)] if unclaimed else []
    return out


def _in_sentence(text: str, start: int, end: int) -> list[Attribution]:
    cue, _, according = _patterns()
    found: list[Attribution] = []
    for m in according.finditer(text, start, end):
        source = name_after(text, m.end(), end)
        if source:
            content = [(source[1], end)] if m.start() - start < 3 else [(start, m.start())]
            found.append(Attribution(source, (m.start(), m.end()), tuple(content)))
    for m in cue.finditer(text, start, end):
        if not _speaks(text, start, m) or any(a.source[0] <= m.start() < a.source[1] for a in found):
            continue
        one = _subject_first(text, start, end, m.span()) or _inverted(text, start, end, m.span())
        if one:
            found.append(one)
    spoken = [(a.source, a.cue) for a in sorted(found, key=lambda a: a.cue)]
    found += [Attribution(source, cue, (content,)) for source, cue, content in hanging(text, start, end, spoken)]
    return _divided(sorted(found, key=lambda a: a.cue), start, end)


@lru_cache(maxsize=1)
def _infinitive() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{'|'.join(load('speech')['infinitive'])})|n['’]t)\s+(?:\w+ly\s+)?$", re.I)


@lru_cache(maxsize=1)
def _noun() -> re.Pattern[str]:
    words = load("speech")
    return re.compile(rf"{words['nouns_too']}\s+{words['behind_noun']}\b", re.I)


def _speaks(text: str, start: int, cue: re.Match[str]) -> bool:
    """ "Officials say", but not "hard to say" nor "initial reports say"; a deed is a word before "that" or a quotation, and behind one."""
    if cue["said"]:
        return not _noun().match(text, cue.start())
    if cue["plural"]:
        return not _infinitive().search(text[start : cue.start()])
    opens = re.match(rf"[,:]?\s+(?:that\b|[{QUOTES}])", text[cue.end() :])
    return bool(opens or re.search(rf"[,?!][{QUOTES}]\s+(?:[\w.-]+\s+){{1,4}}$", text[start : cue.start()]))


def _subject_first(text: str, start: int, end: int, cue: Span) -> Attribution | None:
    """ "X said that …" and "…, X said"."""
    _, between, _ = _patterns()
    before = text[start : cue[0]]
    lead = between.sub("", before)
    if _passive(before[len(lead) :], text[cue[0] : end]):
        return None
    subject = subject_before(lead) or subject_before(before)
    if subject is None:
        return None
    source = (start + subject[0], start + subject[1])
    closes = source[0] > start and bool(re.search(rf"[,{QUOTES}—–-]\s*$", text[start : source[0]]))
    rest = text[cue[1] : end]
    if inset := _RELATIVE.search(text[start : source[0]]):
        return Attribution(source, cue, ((start + inset.start(), source[0]), (cue[1], end)))
    behind = closes and _is_statement(text[start : source[0]])
    content: list[Span] = [(start, source[0])] if behind else []
    if _opens_content(rest, behind):
        content.append((cue[1], end))
    return Attribution(source, cue, tuple(content)) if content else None


def _passive(between: str, onward: str) -> bool:
    """ "Many were believed to have left", "rebels said to be near", "15 soldiers reported dead": the subject is spoken of. "Was quoted as
    saying" speaks."""
    spoken_of = bool(re.search(r"\b(?:is|are|was|were|being)\b", between)) and not re.match(r"saying|quoted", onward)
    return spoken_of or bool(_SPOKEN_OF.match(onward))


_SPOKEN_OF = re.compile(
    r"(?:said|believed|thought|reported|estimated|alleged) to\b|(?:reported|confirmed|declared)\s+(?:dead|killed|missing|wounded|injured|hurt|captured|lost)\b"
)


_WHEN = re.compile(
    r"\s*(?:to reporters\s*)?(?:(?:on|in|at|to|by|during|late|early|earlier|as|when|while|after|before|since|from|of|about|through|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|today's)\b|[.,;]|$)", re.I)  # fmt: skip
_TOLD = re.compile(r"\s*(?:[\w’'.-]+\s+){0,5}?that\b|\s*[,:]?\s*[\"“”«:]")


def _opens_content(rest: str, behind: bool) -> bool:
    """Do the words after the verb go on with what is said? After a statement only "that" or a quotation opens more."""
    if behind:
        return bool(_TOLD.match(rest)) and not re.match(r"\s*[.,]?[\"”]?\s*$", rest)
    return len(rest.split()) >= 2 and not re.match(r"\s*(?:as(?! saying)|when|while|after|before|during)\b", rest)


_OPENING = re.compile(
    r"\s*(?:On|In|At(?! least)|During|After|Before|Meanwhile|However|Earlier|Later|Asked|[A-Z][a-z]+ing)\b[^,]{0,80},\s*$"
)
# "The hall, which, X said, was empty": X vouches for no more. In the corpus all 17 claims inside such a clause have X as their speaker,
# of the 15 before it one, by another verb of his.
_RELATIVE = re.compile(r"\b(?:which|whom?|whose|where),\s*$")
_FINITE = re.compile(r"\b(?:[a-z]+ed|was|were|is|are|has|have|had|fell|broke|took|shot|burnt|fled|left|went|died)\b")


def _is_statement(words: str) -> bool:
    """More than an introduction ("On Monday, X said"): a clause stands before the speaker."""
    return len(words.split()) >= 4 and not (_OPENING.match(words) and not _FINITE.search(words))


def _inverted(text: str, start: int, end: int, cue: Span) -> Attribution | None:
    """ "…," said X."""
    before = text[start : cue[0]].rstrip()
    if not before or before[-1] not in "," + QUOTES:
        return None
    source = None if re.match(r"\s*(?:to|that)\s", text[cue[1] :]) else name_after(text, cue[1], end)
    if source is None:
        return None
    content: list[Span] = [(start, cue[0])]
    later = re.search(rf"[,.]\s*(?=[{QUOTES}])|,\s+adding\b", text[source[1] : end])
    if later:
        content.append((source[1] + later.end(), end))
    return Attribution(source, cue, tuple(content))


def _divided(found: list[Attribution], start: int, end: int) -> list[Attribution]:
    """Two speakers in one sentence: each keeps his words up to the other's clause."""
    if len(found) < 2:
        return found
    out = []
    for i, a in enumerate(found):
        content = []
        for s, e in a.content:
            for j, other in enumerate(found):
                if j > i and s >= a.cue[0]:
                    e = min(e, max(s, other.source[0] if other.source[0] < other.cue[0] else e))
                if j < i and e <= a.source[0] + 1:
                    s = max(s, min(e, other.cue[1]))
            if s < e:
                content.append((s, e))
        out.append(replace(a, content=tuple(content)))
    return [a for a in out if a.content]


def attributed(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` with a source where the text gives one and the model did not."""
    found = attributions(document.report.text, document.sentences)
    text = document.report.text
    told = [_unspoken(d) if _dates_a_speech(d, document) else _sourced(d, found, document) for d in _accused(drafts)]
    return [without_source(d) if in_passing(d, text) else d for d in told]


def _dates_a_speech(draft: Draft, document: Document) -> bool:
    text, (start, _) = document.report.text, document.sentences[draft.sentence]
    return any(beside_speech(draft, text, m.span()) for m in _patterns()[0].finditer(text, start, draft.start))


def _unspoken(draft: Draft) -> Draft:
    """Without the source who only spoke at the time of it: the speaker of the verb whose clause of time holds the trigger."""
    return replace(draft, roles=tuple((r, m) for r, m in draft.roles if r != "source" or m.start >= draft.start))


def _accused(drafts: Sequence[Draft]) -> list[Draft]:
    """What somebody is accused of is told on the accuser's word, what is demanded on that of whoever demands it (codebook A)."""
    out = []
    for draft in drafts:
        voice = max((d for d in drafts if _alleges(d, draft)), key=lambda d: d.start, default=None)
        if voice is not None and not any(role == "source" for role, _ in draft.roles):
            agents = tuple(("source", m) for role, m in voice.roles if role == "agent")
            draft = replace(draft, roles=(*draft.roles, *agents))
        out.append(draft)
    return out


ALLEGED = 120  # characters between the accusation or demand and its content: about one clause


def _alleges(voice: Draft, content: Draft) -> bool:
    after = voice.sentence == content.sentence and voice.end <= content.start <= voice.end + ALLEGED
    alleged = voice.type == "accusation" and content.type not in SPOKEN
    return after and (alleged or (voice.type == "demand" and content.status is Status.POSSIBLE))


def _sourced(draft: Draft, found: Sequence[Attribution], document: Document) -> Draft:
    """A speaker the sentence itself names stands before one the model fetched from another sentence."""
    text, (start, end) = document.report.text, document.sentences[draft.sentence]
    sources = [m for role, m in draft.roles if role == "source"]
    own = any(start <= m.start < end for m in sources)
    told = next((a for a in found if _tells(a, draft) and (not sources or start <= a.cue[0] < end)), None)
    if own or told is None:
        return draft
    begin, stop = _named(told.source, found, text)
    if sources and text[begin:stop].lower() in load("speech")["pronouns"]:
        return draft
    mention = Mention(text=text[begin:stop], start=begin, end=stop, report_id=draft.report_id)
    return replace(draft, roles=(*(r for r in draft.roles if r[0] != "source"), ("source", mention)))


def _tells(told: Attribution, draft: Draft) -> bool:
    beside = not _overlap(told.cue, (draft.start, draft.end))
    return beside and told.holds(draft.start) and not _own_act(draft, told)


def _named(source: Span, found: Sequence[Attribution], text: str) -> Span:
    """For "he" the last speaker with a name before it (codebook: the name a pronoun stands for); else the pronoun."""
    kind = load("speech")["pronouns"].get(text[slice(*source)].lower())
    if kind != "person":
        return source
    before = [a.source for a in found if a.source[1] <= source[0] and re.search(r"[A-Z][a-z]", text[slice(*a.source)])]
    return before[-1] if before and source[0] - before[-1][1] < _PRONOUN_REACH else source


_PRONOUN_REACH = 700  # characters: about three sentences, as far as the codebook lets a filler stand away


def _own_act(draft: Draft, told: Attribution) -> bool:
    """The speaker's own deed told by himself needs no source where the deed is the speaking. With somebody else as agent
    in what is said ("Roe says the army promised to leave") it is his."""
    agents = [(m.start, m.end) for r, m in draft.roles if r == "agent"]
    others = any(told.holds(a[0]) and not _overlap(a, told.source) for a in agents)
    return draft.type in SPOKEN and not others and any(_overlap(a, told.source) for a in agents)


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
