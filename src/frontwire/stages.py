"""The two per-report stages: extraction and resolution."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from frontwire.extraction.extractor import BundledExtractor, Extractor
from frontwire.reading.document import Document
from frontwire.records import Draft
from frontwire.resolution.acquaintances import Acquaintances
from frontwire.resolution.company import Key
from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.resolver import Resolved, Resolver


class ExtractStage:
    """Documents -> drafts. The model is loaded on ``setup`` only: a build with nothing new never loads it."""

    def __init__(self, extractor: Extractor | None = None) -> None:
        self.extractor = extractor

    def setup(self) -> None:
        self.extractor = self.extractor or BundledExtractor()

    def process(self, batch: Sequence[Document]) -> list[list[Draft]]:
        assert self.extractor is not None
        return self.extractor.extract(batch)


class ResolveStage:
    """(document, drafts) -> claims, place mentions, time expressions.

    ``usual`` are the place names that single reports leave open and what the others take them for, by report id; ``others`` are
    whom the reports introduce.
    """

    def __init__(
        self,
        gazetteer_progress: Callable[[int], None] = lambda n: None,
        own: Path | None = None,
        usual: Mapping[str, Mapping[Key, str]] | None = None,
        others: Acquaintances | None = None,
    ) -> None:
        self.progress = gazetteer_progress
        self.own = own
        self.usual = usual or {}
        self.others = others
        self.resolver: Resolver | None = None

    def setup(self) -> None:
        self.resolver = Resolver(Gazetteer(self.progress, self.own))

    def process(self, batch: Sequence[tuple[Document, list[Draft]]]) -> list[Resolved]:
        assert self.resolver is not None
        return [
            self.resolver.resolve(d, drafts, self.usual.get(d.report.report_id), self.others) for d, drafts in batch
        ]
