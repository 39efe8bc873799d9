"""Scores and errors in the terminal, or as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from frontwire.evaluation.errors import Error
from frontwire.evaluation.scoring import Counts, Scores


def print_scores(scores: Scores, errors: Sequence[Error], *, reports: int, as_json: bool) -> None:
    """Headline, then precision, recall and F1 of each type and role, then the errors if there are any to list."""
    if as_json:
        click.echo(json.dumps(_as_json(scores, errors, reports), ensure_ascii=False, indent=1))
        return
    out = Console()
    head = scores.headline()
    out.print(
        f"[bold]{reports}[/] reports, {scores.typed.annotated} annotated claims, {scores.typed.read} read: "
        f"typed F1 [bold]{head['typed']:.3f}[/], roles F1 [bold]{head['roles']:.3f}[/]",
        highlight=False, soft_wrap=True,
    )  # fmt: skip
    out.print(
        f"of the claims found: status right {head['status']:.1%}, news or recap right {head['background']:.1%}; "
        f"expected calibration error {head['calibration_error']:.3f}\n",
        highlight=False, soft_wrap=True,
    )  # fmt: skip
    out.print(_table("type", scores.by_type))
    out.print(_table("role", scores.by_role))
    for error in errors:
        out.print(_line(error), soft_wrap=True)


def _as_json(scores: Scores, errors: Sequence[Error], reports: int) -> dict[str, object]:
    return {
        "reports": reports,
        **scores.headline(),
        "by_type": {n: _figures(c) for n, c in sorted(scores.by_type.items())},
        "by_role": {n: _figures(c) for n, c in sorted(scores.by_role.items())},
        "errors": [asdict(e) for e in errors],
    }


def _figures(counts: Counts) -> dict[str, float]:
    return {
        "precision": round(counts.precision, 3), "recall": round(counts.recall, 3), "f1": round(counts.f1, 3),
        "annotated": counts.annotated, "read": counts.read,
    }  # fmt: skip


def _table(title: str, rows: dict[str, Counts]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(title)
    for name in ("precision", "recall", "F1", "annotated", "read"):
        table.add_column(name, justify="right")
    for name, c in sorted(rows.items(), key=lambda item: -item[1].annotated):
        table.add_row(name, f"{c.precision:.2f}", f"{c.recall:.2f}", f"{c.f1:.2f}", str(c.annotated), str(c.read))
    table.add_row()
    return table


def _line(error: Error) -> Text:
    change = f"{error.got or '-'} for {error.wanted or '-'}" if error.got or error.wanted else ""
    return Text.assemble(
        (f"{error.kind:14}", "yellow"), (f"{error.label:13}", "cyan"), (f"{change}  ", "magenta"),
        (error.before.replace("\n", " "), "dim"), (error.words, "bold"), (error.after.replace("\n", " "), "dim"),
    )  # fmt: skip
