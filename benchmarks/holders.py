"""Who holds the town by one plain report (``python -m benchmarks.holders [--wrong]``): our own table.

Each row is a report of one or two sentences about one town, what state the town is in on the day it appeared, and whose side holds it
("-" for nobody the record could name). Written from the codebook, E, before the rules were held against it; rows that come out wrong
stay in the table.
"""

from __future__ import annotations

from functools import lru_cache

from benchmarks.tables import Reader, show
from frontwire.extraction.extractor import BundledExtractor
from frontwire.reading.document import Document, document
from frontwire.records import ControlSpan, ControlState, Draft, Report
from frontwire.resolution.gazetteer import Gazetteer
from frontwire.resolution.resolver import Resolved, Resolver
from frontwire.reuse.origins import voices
from frontwire.situation.control import control_spans

TOWN, PUBLISHED = "Maiduguri", "2012-06-13"


@lru_cache(maxsize=1)
def _readers() -> tuple[BundledExtractor, Resolver]:
    return BundledExtractor(), Resolver(Gazetteer())


def read(text: str) -> list[Draft]:
    """The claims of the one-report situation ``text``, in the report's own words."""
    return _readers()[0].extract([document(Report(report_id="r", text=text, published=PUBLISHED))])[0]


def parts(text: str) -> tuple[Document, Resolved]:
    """The one-report situation ``text``, read and resolved."""
    extractor, resolver = _readers()
    report = document(Report(report_id="r", text=text, published=PUBLISHED))
    return report, resolver.resolve(report, extractor.extract([report])[0])


def spans(text: str) -> list[ControlSpan]:
    """The control spans of the one-report situation ``text``."""
    read, resolved = parts(text)
    claims = list(resolved.claims)
    return control_spans(claims, voices(claims, [read.report], [], {}), {"r": text})


def holder_of(row: str) -> tuple[str, ...]:
    """State and side of the town's last span; ("none", "-") where the record says nothing of the town itself."""
    own = [s for s in spans(row) if s.place.name == TOWN]
    if not own:
        return "none", "-"
    last = max(
        own, key=lambda s: (s.to_latest is None and s.to_earliest is None, s.from_latest or "", s.from_earliest or "")
    )
    held = last.holder is not None and last.state is ControlState.HELD
    return last.state.value, last.holder.side if held and last.holder else "-"


READERS: dict[str, Reader] = {"../situation/town_holders.tsv": holder_of}


def main() -> None:
    show(READERS)


if __name__ == "__main__":
    main()
