"""Drafts -> claims: each role filler handed to its resolver, the claim id minted from content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from frontwire.reading.document import Document
from frontwire.records import Claim, Draft, Figure, Interval, Mention, Place, content_id
from frontwire.resolution import actors, claim_times, figures, places, speakers
from frontwire.resolution.abroad import without_strangers
from frontwire.resolution.acquaintances import Acquaintances, joined
from frontwire.resolution.antecedents import counted, sided
from frontwire.resolution.cast import Cast, cast
from frontwire.resolution.company import Key, Reading
from frontwire.resolution.event_anchors import anchored
from frontwire.resolution.facilities import named_elsewhere
from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.parts import counted_once, of_one_kind, with_whole

FIGURE_ROLES = ("killed", "wounded", "missing", "displaced", "held")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the words of one report stand for."""

    claims: tuple[Claim, ...]
    places: tuple[Place, ...]
    times: tuple[Interval, ...]
    readings: tuple[Reading, ...]  # what it took ambiguous place names for
    cast: Cast  # whom it introduces


class Resolver:
    """Resolves the drafts of one document at a time; holds the gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def resolve(
        self,
        document: Document,
        drafts: Sequence[Draft],
        usual: Mapping[Key, str] | None = None,
        others: Acquaintances | None = None,
    ) -> Resolved:
        """The claims of ``drafts``, every place mention and every time expression of the report; ``usual`` as in
        :func:`frontwire.resolution.places.resolve_report`, ``others`` are whom the other reports introduce."""
        report = document.report
        found = places.resolve_report(report.report_id, report.text, self.gazetteer, usual)
        own = cast(report.text, report.published, [p.country for p in found.places if p.country])
        cast_ = joined(own, others, report.text) if others else own
        line = document.dateline
        head = (line.start, line.end) if line else None
        told = {d.sentence for d in drafts}
        dates = claim_times.calendar(report.text, document.sentences, report.published, head, told)
        times = [(d.background, (m.start, m.end)) for d in drafts for role, m in d.roles if role == "time"]
        of = {
            recap: [span for b, span in times if b is recap and (not recap, span) not in times]
            for recap in (True, False)
        }
        claims = [
            self._claim(document, d, found, cast_, dates, of[not d.background])
            for d in drafts
            if _quotes(report.text, d)
        ]
        dated = anchored(claims, report.text, document.sentences)
        return Resolved(dated, found.places, (*dates.head, *dates.found, *dates.hours), found.readings, own)

    def _claim(
        self,
        document: Document,
        draft: Draft,
        found: places.Gazetted,
        cast_: Cast,
        dates: claim_times.Calendar,
        others: Sequence[tuple[int, int]],
    ) -> Claim:
        text = document.report.text
        by_role: dict[str, list[Mention]] = {}
        for role, mention in draft.roles:
            by_role.setdefault(role, []).append(mention)
        when = [(m.start, m.end) for m in by_role.get("time", ())]
        people = [f for role in FIGURE_ROLES for m in by_role.get(role, ()) for f in _figures(role, m, draft, document)]
        casualties = counted_once(of_one_kind(people), text)
        source = tuple(speakers.of_mention(m, cast_) for m in by_role.get("source", ()))
        return Claim(
            claim_id=_claim_id(draft, casualties, source[0].text if source else None),
            report_id=draft.report_id, sentence=draft.sentence, start=draft.start, end=draft.end,
            trigger=text[draft.start : draft.end], type=draft.type, status=draft.status, background=draft.background,
            agent=tuple(actors.possessed(actors.of_mention(m, cast_), source) for m in by_role.get("agent", ())),
            target=tuple(actors.of_mention(m, cast_) for m in by_role.get("target", ())),
            place=without_strangers(named_elsewhere([
                places.resolve_filler(m, text, found, self.gazetteer, draft.start)
                for m in by_role.get("place", ()) or _aimed_at(draft.type, by_role.get("target", ()), found)
            ], text), found.places, self.gazetteer.population),
            time=claim_times.claim_time(
                dates, when[0] if when else None, draft.sentence, draft.start, background=draft.background,
                status=draft.status, others=others,
            ),
            casualties=casualties, source=source, weapon=tuple(by_role.get("weapon", ())),
            confidence=draft.confidence, extractor=draft.extractor,
        )  # fmt: skip


# Force used on a place happens there: "shelled the town" names the town as target, and thereby as place.
_AIMED = ("shelling", "airstrike", "attack", "siege", "capture", "explosion")


def _aimed_at(event_type: str, targets: Sequence[Mention], found: places.Gazetted) -> list[Mention]:
    """Targets that stand in for a place the text does not give otherwise: those that name one."""
    return [m for m in targets if event_type in _AIMED and found.within(m.start, m.end)]


def _quotes(text: str, draft: Draft) -> bool:
    """Rule 1: every filler quotes the stored text exactly; a draft that does not is dropped."""
    return all(text[m.start : m.end] == m.text for _, m in draft.roles) and draft.start < draft.end <= len(text)


def _figures(role: str, mention: Mention, draft: Draft, document: Document) -> list[Figure]:
    start, end = document.sentences[draft.sentence]
    counted_in = figures.counting(document.report.text[start:end], mention.start - start)
    sentence = document.report.text[start:end]
    aggregate = figures.is_aggregate(counted_in, mention.text, draft.type, draft.background)
    aggregate = aggregate or figures.shared_out(sentence, mention.end - start)
    found = figures.of_filler(role, with_whole(mention, document.report.text), sentence, aggregate=aggregate)
    return [sided(counted(f, document.report.text), document.report.text) for f in found]


def _claim_id(draft: Draft, casualties: Sequence[Figure], speaker: str | None) -> str:
    """hash(report, span, type, normalised values, speaker): no model version, so a better model re-attests it."""
    values = ";".join(sorted(f"{f.kind}:{f.low}:{f.high}" for f in casualties))
    return content_id("c", draft.report_id, draft.start, draft.end, draft.type, values, speaker)
