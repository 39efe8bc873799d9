"""Runs the per-report stages. A stage is a plain class with ``setup()`` and ``process(batch)``; it knows nothing of how
it is run. This is the serial runner; distributed ones wrap the same stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

A_contra = TypeVar("A_contra", contravariant=True)
B_co = TypeVar("B_co", covariant=True)
A = TypeVar("A")
B = TypeVar("B")


class Stage(Protocol[A_contra, B_co]):
    """Maps items one to one, a batch at a time; never raises for a single bad item."""

    def setup(self) -> None:
        """Load models or files. Called once per worker, before the first batch."""

    def process(self, batch: Sequence[A_contra]) -> Sequence[B_co]:
        """One result per item, in order."""


def run_serial(stage: Stage[A, B], items: Sequence[A], batch_size: int) -> Iterator[list[tuple[A, B]]]:
    """Yield each finished batch as (item, result) pairs, so the caller can store it before the next begins."""
    if not items:
        return
    stage.setup()
    for at in range(0, len(items), batch_size):
        batch = items[at : at + batch_size]
        yield list(zip(batch, stage.process(batch), strict=True))
