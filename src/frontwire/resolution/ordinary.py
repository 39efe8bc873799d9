"""Ordinary English words: a capital on one of them says little ("Energy", "Spring", "Date")."""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    data = (files("frontwire.resolution") / "data/ordinary_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode().split("\n"))


def is_ordinary(word: str) -> bool:
    """Does ``word`` mostly stand in lower case in English (``training/ordinary_words.py`` says how that is counted)?"""
    return word.lower() in _words()
