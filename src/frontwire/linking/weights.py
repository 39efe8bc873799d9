"""The weights of the linking codebook, by name."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from frontwire.codebook import load

Comparison = tuple[float, str]  # weight and its reason


@lru_cache(maxsize=1)
def settings() -> Any:
    """The linking codebook."""
    return load("linking")


def weight(name: str) -> float:
    """A weight of the linking codebook."""
    return float(settings()["weights"][name])
