"""A war told as a setting is no claim: "the uprising", "the violence", unless its parties are told (codebook A)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from frontwire.codebook import load
from frontwire.records import Draft


@lru_cache(maxsize=1)
def _setting() -> re.Pattern[str]:
    return re.compile(load("consistency")["settings"], re.I)


def without_settings(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """``drafts`` of one report but for those whose trigger only names the war it happens in."""
    return [d for d in drafts if not _setting().fullmatch(text[d.start : d.end]) or _with_parties(d)]


def _with_parties(draft: Draft) -> bool:
    names = {role for role, _ in draft.roles}
    return len([1 for role, _ in draft.roles if role == "agent"]) > 1 or {"agent", "target"} <= names
