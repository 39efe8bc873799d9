"""Named fields of any input form -> a Report, or the reason there is none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from frontwire.reading.dates import parse_published
from frontwire.reading.language import foreign
from frontwire.records import Report, Skip, content_id

FIELDS = ("id", "outlet", "title", "byline", "published", "url", "language", "text")
_PRINTABLE = re.compile(r"[^\W\d_]")


def clean_value(value: object) -> str | None:
    """Trimmed text, or None for anything empty."""
    text = str(value).strip() if value is not None else ""
    return text or None


def make_report(raw: Mapping[str, object], path: str, published: str | None = None) -> Report | Skip:
    """Check one record's fields. ``published`` is the fallback the user gave on the command line."""
    text = raw.get("text")
    if not isinstance(text, str) or not text.strip():
        return Skip(path=path, reason="is empty: it has no report text", remedy="give it text or leave it out")
    if "\x00" in text or len(_PRINTABLE.findall(text[:4000])) < 0.3 * len(text[:4000]):
        return Skip(path=path, reason="is not readable text", remedy="check the file's format and encoding")
    values = {name: clean_value(raw.get(name)) for name in FIELDS}
    language = values["language"]
    other = foreign(text) if language is None or language[:2] != "en" else None
    if other or (language and language[:2] != "en"):
        return Skip(path=path, reason=f"is not in English (language: {other or language})", remedy="translate it first")
    date, precision = None, None
    stated = values["published"] or published
    if stated:
        try:
            date, precision = parse_published(stated)
        except ValueError as error:
            return Skip(path=path, reason=str(error), remedy="correct the published field")
    identity = values["id"] or content_id("r", values["outlet"], date, values["title"], text)
    return Report(
        report_id=identity, text=text, outlet=values["outlet"], title=values["title"], byline=values["byline"],
        published=date, published_precision=precision, url=values["url"], language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(), path=path,
    )  # fmt: skip
