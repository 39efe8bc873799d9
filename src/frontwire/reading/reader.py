"""Files and folders -> reports. Nothing here raises for a bad input: it yields a Skip that names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from frontwire.reading.fields import make_report
from frontwire.reading.html import read_html
from frontwire.reading.plaintext import decode, split_header
from frontwire.reading.tables import read_csv, read_jsonl
from frontwire.records import Report, Skip

TEXT = (".txt", ".md")
PAGES = (".html", ".htm")
NOT_YET = (".warc", ".gz", ".rss", ".atom", ".xml")
KNOWN = (*TEXT, *PAGES, ".jsonl", ".csv")
LARGEST = 200 * 1024 * 1024  # bytes of one file held in memory at once
LONGEST = 2_000_000  # characters of one report: a longer "report" is an archive, not an article


def find_files(paths: Sequence[Path]) -> Iterator[Path | Skip]:
    """The files to read, folders expanded (hidden entries left out), in a stable order, each once."""
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            yield Skip(path=str(path), reason="does not exist", remedy="check the path")
            continue
        inside = sorted(
            p for p in path.rglob("*") if p.is_file() and not any(q.startswith(".") for q in p.relative_to(path).parts)
        )
        for file in inside if path.is_dir() else [path]:
            if path.is_dir() and file.suffix.lower() not in (*KNOWN, *NOT_YET):
                continue
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _rows(path: Path) -> Iterator[tuple[dict[str, object], str] | Skip]:
    where, suffix = str(path), path.suffix.lower()
    if suffix in NOT_YET:
        yield Skip(
            path=where,
            reason=f"is a {suffix} file, which cannot be read yet",
            remedy="save the pages as .html or .jsonl",
        )
        return
    if path.stat().st_size > LARGEST:
        yield Skip(
            path=where, reason=f"is larger than {LARGEST >> 20} MiB", remedy="split it into several .jsonl files"
        )
        return
    text = decode(path.read_bytes())
    if suffix == ".jsonl":
        yield from read_jsonl(text, where)
    elif suffix == ".csv":
        yield from read_csv(text, where)
    elif suffix in PAGES or text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        yield read_html(text) if text.strip() else {"text": ""}, where
    else:
        yield split_header(text), where


def read_file(path: Path, published: str | None = None) -> Iterator[Report | Skip]:
    """All reports of one file."""
    try:
        for row in _rows(path):
            if isinstance(row, Skip):
                yield row
                continue
            fields, where = row
            if isinstance(fields.get("text"), str) and len(str(fields["text"])) > LONGEST:
                yield Skip(
                    path=where, reason=f"holds more than {LONGEST:,} characters", remedy="split it into single reports"
                )
                continue
            yield make_report(fields, where, published)
    except (OSError, ValueError) as error:
        yield Skip(path=str(path), reason=str(error), remedy="check the file")


def read_all(paths: Sequence[Path], published: str | None = None) -> Iterator[Report | Skip]:
    """Reports of all ``paths``; the second time an id comes, it is skipped with the reason."""
    seen: dict[str, Report] = {}
    for file in find_files(paths):
        if isinstance(file, Skip):
            yield file
            continue
        for item in read_file(file, published):
            if isinstance(item, Report) and item.report_id in seen:
                first = seen[item.report_id]
                same = "is the same report as" if first.sha256 == item.sha256 else "has the id of another report:"
                yield Skip(
                    path=item.path or "", reason=f"{same} {first.path}", remedy="give it an id of its own if it is new"
                )
                continue
            if isinstance(item, Report):
                seen[item.report_id] = item
            yield item
