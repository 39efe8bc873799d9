"""What names no event: a war told as a setting ("the uprising", "the violence") unless its parties are told (codebook A),
the letterhead of a press release ("For Immediate Release"), and the search for somebody, which takes nobody yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from frontwire.codebook import load
from frontwire.extraction.captives import TAKEN
from frontwire.records import Draft


@lru_cache(maxsize=1)
def _setting() -> re.Pattern[str]:
    return re.compile(load("consistency")["settings"], re.I)


@lru_cache(maxsize=1)
def _searching() -> re.Pattern[str]:
    return re.compile(load("consistency")["searching"], re.I)


@lru_cache(maxsize=1)
def _letterhead() -> re.Pattern[str]:
    return re.compile(load("consistency")["letterhead"], re.I)


def without_settings(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report but for those whose trigger only names the war it happens in, or stands in a letterhead."""
    printed = [m.span() for m in _letterhead().finditer(text)]
    told = [d for d in drafts if not any(start <= d.start < end for start, end in printed) and not _sought(d, text)]
    return [d for d in told if not _setting().fullmatch(text[d.start : d.end]) or _with_parties(d)]


def _sought(draft: Draft, text: str) -> bool:
    """Is a taking told by a word of looking for somebody?"""
    return draft.type in TAKEN and bool(_searching().fullmatch(text[draft.start : draft.end]))


def _with_parties(draft: Draft) -> bool:
    names = {role for role, _ in draft.roles}
    return len([1 for role, _ in draft.roles if role == "agent"]) > 1 or {"agent", "target"} <= names
