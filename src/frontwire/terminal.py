"""What a person sees in the terminal: progress, tables, evidence."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from frontwire.progress import Progress as Quiet
from frontwire.progress import Result
from frontwire.serial import to_json
from frontwire.situation.grades import DEFINITIONS
from frontwire.views import interval, speakers

GRADE_COLOURS = {"confirmed": "green", "fair": "cyan", "weak": "yellow", "contested": "magenta"}


NUMBERS = ("killed", "wounded", "reports", "origins", "claims", "figure", "best", "candidates", "score", "margin")
ELASTIC = {
    "place": 28,
    "by": 28,
    "holder": 26,
    "agent": 24,
    "source": 26,
    "name": 40,
    "figures": 26,
    "runner_up": 22,
    "trigger": 18,
    "report": 16,
    "before": 60,
    "after": 60,
}


def console(*, stderr: bool = False) -> Console:
    return Console(stderr=stderr)


class BuildProgress(Quiet):
    """One line a stage, with a bar where the amount is known; silent when output is for a program."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.bars = Progress(
            SpinnerColumn(finished_text="[green]✓"), TextColumn("{task.description:<24}"), BarColumn(bar_width=28), MofNCompleteColumn(), TimeElapsedColumn(),
            console=console(stderr=True), disable=quiet,
        )  # fmt: skip
        self.task: TaskID | None = None

    def __enter__(self) -> BuildProgress:
        self.bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()
        elif self.task is not None:
            self.bars.remove_task(self.task)  # a stage that failed gets no tick
        self.bars.stop()

    def _finish(self) -> None:
        if self.task is not None:
            done = self.bars.tasks[self.task]
            self.bars.update(
                self.task, total=done.total or done.completed or 1, completed=done.total or done.completed or 1
            )

    def stage(self, name: str, total: int | None = None) -> None:
        self._finish()
        self.task = self.bars.add_task(name, total=total)

    def advance(self, n: int = 1) -> None:
        if self.task is not None:
            self.bars.advance(self.task, n)


def print_build(result: Result, folder: Path, page: Path | None, *, as_json: bool) -> None:
    """What was read, skipped and changed."""
    if as_json:
        click.echo(json.dumps({
            "situation": str(folder), "page": page and str(page), "added": result.added, "known": result.known, "counts": result.counts,
            "skipped": to_json(result.skipped), "changes": to_json(result.changes),
        }, ensure_ascii=False))  # fmt: skip
        return
    out, err = console(), console(stderr=True)
    for skip in result.skipped:
        remedy = f" ({skip.remedy})" if skip.remedy else ""
        err.print(Text.assemble(("skipped ", "yellow"), f"{skip.path}: {skip.reason}{remedy}"), soft_wrap=True)
    if not result.counts.get("reports"):
        err.print("[bold red]error:[/] no report could be read; nothing was built", highlight=False)
        return
    counts = result.counts
    out.print(f"[bold]{counts['reports']}[/] reports ({result.added} new, {result.known} already known, {len(result.skipped)} skipped), "
              f"[bold]{counts['claims']}[/] claims, [bold]{counts['incidents']}[/] incidents, [bold]{counts['control']}[/] control spans", highlight=False, soft_wrap=True)  # fmt: skip
    kinds = Counter(
        (c.subject, "new" if c.before is None else "gone" if c.after is None else "changed") for c in result.changes
    )
    words = ", ".join(
        f"{n} {subject}{'s' if n > 1 and subject != 'control' else ''} {what}"
        for (subject, what), n in sorted(kinds.items())
    )
    out.print(f"Against the record before: {words or 'nothing changed'}.", highlight=False, soft_wrap=True)
    out.print(f"Page: {page}", highlight=False, soft_wrap=True)


def print_rows(view: str, rows: list[dict[str, Any]], form: str) -> None:
    """A view as table, JSON or CSV."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif form == "csv":
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(rows[0]) if rows else ["id"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {k: json.dumps(v, ensure_ascii=False) if isinstance(v, (list, dict)) else v for k, v in r.items()}
            for r in rows
        )
        click.echo(out.getvalue(), nl=False)
    else:
        _print_table(view, rows)


def _print_table(view: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        console(stderr=True).print(f"no {view} to show")
        return
    shown = [_short(r) for r in rows]
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for name in shown[0]:
        width = max(len(name), *(len(_cell(name, r[name]).plain) for r in shown))
        limit = ELASTIC.get(name)
        table.add_column(
            name, justify="right" if name in NUMBERS else "left", no_wrap=True, overflow="ellipsis",
            min_width=min(width, 10 if limit else width), max_width=limit,
        )  # fmt: skip
    for row in shown:
        table.add_row(*(_cell(k, v) for k, v in row.items()))
    out = console() if console().is_terminal else Console(width=180)
    out.print(table)
    if view == "incidents":
        used = {r["grade"] for r in rows}
        notes = "; ".join(f"{g.value} = {text}" for g, text in DEFINITIONS.items() if g.value in used)
        out.print(f"\n[dim]Ranges are what was reported, not confidence intervals. {notes}.[/]", highlight=False)


def _short(row: dict[str, Any]) -> dict[str, Any]:
    """A row as narrow as a terminal wants it: both ends of an interval in one column, details left to `why`."""
    out = {k: v for k, v in row.items() if k not in ("facility", "from_latest", "latest", "because")}
    for name, last in (("earliest", "latest"), ("from", "from_latest")):
        if name in out:
            out = {
                ("date" if k == "earliest" else k): (_dates(row[name], row[last]) if k == name else v)
                for k, v in out.items()
            }
    return out


def _dates(first: str | None, last: str | None) -> str | None:
    """ISO 8601 interval, the end without what it shares with the start: 2014-06-08/10. "/x" is "by x"."""
    if not first or not last or first[:10] == last[:10]:
        return (first or last or "")[:10] if first or not last else f"/{last[:10]}"
    a, b = first[:10], last[:10]
    return f"{a}/{b[8:] if a[:7] == b[:7] else b[5:] if a[:4] == b[:4] else b}"


def _cell(name: str, value: Any) -> Text:
    if value is None or value == "":
        return Text("–" if value is None else "", style="dim")
    if isinstance(value, bool):
        return Text("yes" if value else "no")
    if name == "grade":
        return Text(str(value), style=GRADE_COLOURS.get(str(value), ""))
    if name == "id":
        return Text(str(value)[:10], style="cyan")
    return Text("; ".join(value) if isinstance(value, list) else str(value))


def _origins(subject: dict[str, Any]) -> str:
    return interval(subject.get("origins_low"), subject.get("origins_high")) or "–"


def print_evidence(found: dict[str, Any]) -> None:
    """The chain: each sentence with the words highlighted, who says it, copied or not, and why it was linked."""
    out = console()
    subject = found["subject"]
    name = subject.get("incident_id") or subject.get("control_id") or subject.get("claim_id")
    head = subject.get("type") or subject.get("state")
    out.print(
        f"[bold]{head}[/] [cyan]{name}[/]  origins {_origins(subject)}",
        highlight=False,
    )
    for contest in subject.get("contested") or []:
        out.print(f"  [magenta]contested:[/] {contest['field']} ({' / '.join(contest['values'])})", highlight=False)
    for entry in found["evidence"]:
        claim, sentence = entry["claim"], entry["sentence"]
        text = Text(sentence["text"].replace("\n", " "))
        spans = [(claim["start"], claim["end"], "bold reverse")]
        spans += [(f["start"], f["end"], "bold yellow") for f in claim["casualties"]] + [
            (p["start"], p["end"], "green") for p in claim["place"]
        ]
        spans += [(s["start"], s["end"], "blue") for s in claim["source"]]
        for start, end, style in spans:
            text.stylize(style, max(0, start - sentence["start"]), max(0, end - sentence["start"]))
        said = "; ".join(speakers(claim)) or "the report itself"
        out.print()
        out.print(
            f"[bold]{entry['outlet'] or claim['report_id']}[/], {entry['published'] or 'undated'}  [dim]{claim['type']}, {claim['status']}{', background' if claim['background'] else ''}, said by {said}{', copied text' if entry['copied'] else ''}[/]",
            highlight=False,
        )
        out.print(text, width=min(out.width, 110))
    if found["links"]:
        out.print("\n[bold]Why linked[/]")
        for k in found["links"][:12]:
            out.print(f"  {k['weight']:+.1f}  {'; '.join(k['reasons'])}", highlight=False)
