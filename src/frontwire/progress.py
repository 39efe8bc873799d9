"""What a build tells while it runs, and when it is done."""

from __future__ import annotations

from dataclasses import dataclass, field

from frontwire.records import Change, Skip


class Progress:
    """Hears of stages and items; this one ignores them, the command line draws them."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A new stage begins; ``total`` items are known to come, or None."""

    def advance(self, n: int = 1) -> None:
        """``n`` items of the current stage are done."""


@dataclass
class Result:
    """What a build did."""

    added: int = 0
    known: int = 0
    skipped: list[Skip] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
