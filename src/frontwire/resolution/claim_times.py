"""When a claim happened: its own time words, else a fallback that the rule names (never silent).

The order: words the extractor tied to the claim; a time expression of its own sentence; the day its neighbours tell
of (narrative context); the only day the report tells of; about the day it bears itself, where it tells of none; the
report's news window. Each step down is named in ``rule``. What is told as having happened cannot lie after publication.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from frontwire.extraction.days import of_speech
from frontwire.records import Interval, Status
from frontwire.resolution.times import clocked, document_expressions, expressions, report_day, stamps


def published_day(published: str | None) -> date | None:
    """The day of publication, or None where it is unknown or coarser than a day."""
    return date.fromisoformat(published[:10]) if published and len(published) >= 10 else None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The time expressions of one report, its sentences and the day its "today" means."""

    text: str
    sentences: Sequence[tuple[int, int]]
    day: date | None
    found: tuple[Interval, ...]
    stamps: tuple[tuple[int, int], ...] = ()
    head: tuple[Interval, ...] = ()  # of the dateline: read, but no happening's day
    hours: tuple[Interval, ...] = ()  # times of the day: a claim is dated by the day
    told: frozenset[int] = frozenset()  # numbers of the sentences that tell of an event

    def within(self, start: int, end: int) -> list[Interval]:
        return [i for i in self.found if i.start is not None and i.end is not None and i.start < end and start < i.end]


def calendar(
    text: str,
    sentences: Sequence[tuple[int, int]],
    published: str | None,
    dateline: tuple[int, int] | None = None,
    told: Collection[int] | None = None,
) -> Calendar:
    """Read a report's dates once; a claim is then dated by looking among them. ``told``: numbers of the sentences that tell of an event,
    all where it is not given."""
    day = report_day(text, published_day(published))
    found = document_expressions(text, sentences, day)
    head = tuple(document_expressions(text, [dateline], day)) if dateline else ()
    days, hours = (tuple(i for i in found if clocked(i) is hour) for hour in (False, True))
    numbers = frozenset(range(len(sentences)) if told is None else told)
    return Calendar(text, sentences, day, days, tuple(stamps(text, published_day(published))), head, hours, numbers)


_NARRATIVE = ("day", "part_of_day", "weekend")  # what a neighbour may lend: a day or two, no month
BACK = 2  # sentences: as far back as "the next attack" still belongs to the day spoken of (codebook, roles)
WINDOW = timedelta(2)  # a Monday paper covers the weekend


def claim_time(
    report: Calendar,
    mention: tuple[int, int] | None,
    sentence: int,
    trigger: int,
    *,
    background: bool,
    status: Status,
    others: Sequence[tuple[int, int]] = (),
) -> Interval:
    """The interval of the claim whose trigger starts at ``trigger`` in sentence number ``sentence``.

    ``mention`` is the span the extractor gave as its time, ``others`` those of recaps beside news (or of news beside a recap): no time
    of this claim's. Background without any date lies anywhere before publication; a plan without one is left open.
    """
    told = report if status is not Status.ACTUAL else _so_far(report)
    found = _own_words(report, mention, trigger) or _own_sentence(told, sentence, trigger, others)
    if found is None and not background:
        found = _context(told, sentence, trigger, others) or _only_day(told, others)
    if found is not None:
        return _happened(found, report.day, status)
    words = mention if mention and of_speech(report.text, mention[0], trigger) is None else None
    return _window(report, words, background=background, planned=status is Status.PLANNED)


def _so_far(report: Calendar) -> Calendar:
    """Without the days to come, which lend themselves to nothing that has happened."""
    if report.day is None:
        return report
    today = report.day.isoformat()
    return replace(report, found=tuple(i for i in report.found if i.earliest is None or i.earliest <= today))


def _own_words(report: Calendar, mention: tuple[int, int] | None, trigger: int) -> Interval | None:
    if mention is None or of_speech(report.text, mention[0], trigger) is not None:
        return None
    if any(start <= mention[0] < end for start, end in report.stamps):
        return None
    inside = report.within(mention[0], mention[1] + 1)
    if not inside:
        alone = expressions(report.text[mention[0] : mention[1]], report.day, mention[0])
        inside = [i for i in alone if not clocked(i)]
    if not inside or (inside[0].rule in _SPANS and _MOST.search(report.text[: mention[0]][-60:])):
        return None
    return _range(report, inside[0])


# "The deadliest attack this year": over how long it is compared, not when it was
_MOST = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|heaviest|highest|gravest|fiercest|costliest|longest|first|latest|(?<!al)most \w+)"
    r"(?: (?!(?:on|in|was|were|is|since)\b)[\w-]+){1,4} (?:so far |in |of |for )?$",
    re.I,
)
_SPANS = ("period", "past_span", "year")
_FROM = re.compile(r"\b(?:between|from)\s+(?:[\w.:]+\s+){0,3}$", re.I)
_TO = re.compile(r"\s*(?:and|to|until|till|through)\s+(?:[\w.:]+\s+){0,3}", re.I)


def _range(report: Calendar, first: Interval) -> Interval:
    """ "between 2006 and 2009", "from January to March this year": two expressions, one stretch of time."""
    later = [i for i in report.found if first.end is not None and (i.start or 0) >= first.end]
    last = min(later, key=_at, default=None)
    if last is None or last.latest is None or first.earliest is None or last.latest < first.earliest:
        return first
    between = report.text[first.end : _at(last)]
    days = first.precision == last.precision == "day" and re.fullmatch(
        r"\s+and(?:\s+on)?\s+", between
    )  # "on Monday and Tuesday"
    if not days and (not _FROM.search(report.text[: _at(first)]) or not _TO.fullmatch(between)):
        return first
    text = report.text[_at(first) : last.end]
    return replace(first, text=text, end=last.end, latest=last.latest, rule=f"{first.rule}-{last.rule}", modifier=None)


def _own_sentence(
    report: Calendar, sentence: int, trigger: int, others: Sequence[tuple[int, int]] = ()
) -> Interval | None:
    """The expression nearest to the trigger that is not the day of speaking; other clauses' dates stay theirs.

    Lent to the claim, so without offsets: of 76 on annotated real reports 10 are what the annotators mark as its time.
    """
    start, end = report.sentences[sentence]
    usable = [i for i in report.within(start, end) if _usable(report, i, trigger)]
    usable = [i for i in usable if not any(a < (i.end or 0) and _at(i) < b for a, b in others)]
    near = [i for i in usable if not _CLAUSE.search(report.text[min(trigger, _at(i)) : max(trigger, _at(i))])]
    if not near:
        return None
    best = min(near, key=lambda i: (abs(_at(i) - trigger), _at(i)))
    best = _range(report, best)
    return replace(best, start=None, end=None, rule=f"own_sentence:{best.rule}")


# Words that begin another event's clause: the date behind them is that event's.
_CLAUSE = re.compile(r";|\b(?:after|before|since|when|while|who|which|whose|following|despite|because)\b", re.I)


def _at(interval: Interval) -> int:
    return interval.start or 0


def _usable(report: Calendar, interval: Interval, trigger: int | None = None) -> bool:
    at = _at(interval)
    dated = interval.earliest is not None and interval.modifier is None
    if any(start <= at < end for start, end in report.stamps):
        return False
    return dated and of_speech(report.text, at, trigger) is None and interval.precision in _NARRATIVE


def _context(report: Calendar, sentence: int, trigger: int, others: Sequence[tuple[int, int]] = ()) -> Interval | None:
    """The day told before in the sentence, then that of the sentences before; for a headline that of the lead after it.

    The story moves on, so the interval stays open by a day at its end.
    """
    ahead = [i for i in report.within(report.sentences[sentence][0], trigger) if _usable(report, i, trigger)]
    ahead = [i for i in ahead if not any(a < (i.end or 0) and _at(i) < b for a, b in others)]
    if ahead:
        return _lent(ahead[-1], "context")
    before = range(sentence - 1, max(-1, sentence - 1 - BACK), -1)
    for number in [*before, *([sentence + 1] if sentence == 0 and len(report.sentences) > 1 else [])]:
        usable = [i for i in report.within(*report.sentences[number]) if _lends(report, number, i)]
        if number > sentence:  # the lead's own day dates its headline, not that of the recap in it
            usable = [i for i in usable if not any(a < (i.end or 0) and _at(i) < b for a, b in others)]
        if usable:
            return _lent(usable[-1], "context")
    return None


def _lends(report: Calendar, number: int, interval: Interval) -> bool:
    """May ``interval`` of sentence ``number`` date another sentence? "Nobody has left since they cut the road on the third": where a
    state began is no day of the news."""
    before = report.text[report.sentences[number][0] : _at(interval)]
    return _usable(report, interval) and not re.search(r"\bsince\b", before, re.I)


def _only_day(report: Calendar, others: Sequence[tuple[int, int]] = ()) -> Interval | None:
    """The one day a report tells of, where it tells of no other: not that of a poll which it adds when its events are told, nor that
    of the recap beside its news."""
    usable = [i for i in report.found if _usable(report, i)]
    if len({(i.earliest, i.latest) for i in usable}) != 1:
        return None
    if all(any(a < (i.end or 0) and _at(i) < b for a, b in others) for i in usable):
        return None
    last = max(report.told, default=-1)
    lent = any(_lends(report, n, i) for n in range(last + 1) for i in report.within(*report.sentences[n]))
    return _lent(usable[0], "only_day") if lent else None


def _lent(found: Interval, name: str) -> Interval:
    """Another sentence's day as this claim's: open by a day at its end, for the story moves on."""
    latest = date.fromisoformat(found.latest or str(found.earliest)) + timedelta(1)
    return replace(
        found,
        text=None,
        start=None,
        end=None,
        latest=latest.isoformat(),
        precision="vague",
        rule=f"{name}:{found.rule}",
    )


def _happened(found: Interval, published: date | None, status: Status) -> Interval:
    """Cut at publication what is told as having happened."""
    if published is None or status is Status.PLANNED or found.latest is None or found.latest <= published.isoformat():
        return found
    if found.earliest is not None and found.earliest > published.isoformat():
        return _a_week_before(found) if status is Status.ACTUAL and found.rule == "weekday" else found
    return replace(found, latest=published.isoformat())


def _a_week_before(found: Interval) -> Interval:
    """ "The convoy that tried to leave on Friday": the verb before it looks ahead, but what has happened did on the last one."""
    first, last = (date.fromisoformat(str(day)[:10]) - timedelta(7) for day in (found.earliest, found.latest))
    return replace(found, earliest=first.isoformat(), latest=last.isoformat())


def _window(report: Calendar, span: tuple[int, int] | None, *, background: bool, planned: bool) -> Interval:
    start, end = span or (None, None)
    words = report.text[start:end] if span else None
    why = "unparsed:" if span else ""
    if report.day is None:
        return Interval(text=words, start=start, end=end, rule=f"{why or 'undated:'}unresolved")
    if not background and not planned and report.stamps and not any(_usable(report, i) for i in report.found):
        return _own_day(report.day, words, span)
    name = "before_publication" if background else "after_publication" if planned else "news_window"
    earliest = None if background else report.day if planned else report.day - WINDOW
    return Interval(
        text=words, start=start, end=end, earliest=earliest.isoformat() if earliest else None,
        latest=None if planned else report.day.isoformat(), precision="vague", rule=why + name,
    )  # fmt: skip


def _own_day(day: date, words: str | None, span: tuple[int, int] | None) -> Interval:
    """A report that carries its day and names no other tells of that day, or of one close to it.

    Newsrooms and spokesmen name the day of an event wherever it is another one; of 18 dated press releases that name no day 15
    told of the day they bear.
    """
    start, end = span or (None, None)
    return Interval(
        text=words, start=start, end=end, earliest=day.isoformat(), latest=day.isoformat(), precision="day",
        modifier="about", rule="unparsed:own_day" if span else "own_day",
    )  # fmt: skip
