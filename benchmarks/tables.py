"""Our own tables (``tests/resolution/*.tsv``): what is read, then what it is to be read as; and how many rows come out so."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Mapping
from operator import eq
from pathlib import Path

TABLES = Path(__file__).resolve().parent.parent / "tests" / "resolution"
Reader = Callable[[str], tuple[str, ...]]
Same = Callable[[tuple[str, ...], tuple[str, ...]], bool]


def marked(row: str) -> tuple[str, tuple[int, int]]:
    """A report without its marks, and where the words between them stand."""
    start, end = row.index("[["), row.index("]]") - 2
    return row.replace("[[", "").replace("]]", ""), (start, end)


def wrong(table: str, reader: Reader, same: Same = eq) -> tuple[int, list[str]]:
    """How many rows a table holds, and a line for each one that ``reader`` reads otherwise, by ``same(wanted, read)``."""
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()
    kept = (x for x in lines if x and not x.startswith("#"))
    rows = list(csv.reader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))
    read = [(words, tuple(wanted), reader(words)) for words, *wanted in rows]
    return len(rows), [f"{words}: wanted {wanted}, read {got}" for words, wanted, got in read if not same(wanted, got)]


def show(readers: Mapping[str, Reader], same: Same = eq) -> None:
    """Print each table's share, with ``--wrong`` the rows read otherwise."""
    for table, reader in readers.items():
        count, lines = wrong(table, reader, same)
        print(f"{table}: {count - len(lines)} of {count} right")
        if "--wrong" in sys.argv:
            print(*lines, sep="\n")
