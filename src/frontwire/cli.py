"""The command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

import frontwire
from frontwire.evaluation.annotated import AnnotationError
from frontwire.resolution.own_places import OwnPlacesError, install
from frontwire.store.export import FORMATS, export
from frontwire.store.situation_store import TABLES, SituationError, SituationStore
from frontwire.terminal import BuildProgress, console, print_build, print_rows
from frontwire.views import SHOWN, evidence, select

OWN_PLACES = click.option(
    "--gazetteer",
    "gazetteers",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Your own places beside the packaged ones: a GeoNames dump (SY.txt) or a CSV file with the columns "
    "name,lat,lon and, where you have them, id,kind,country,admin1,population,aliases. Repeat the option for several files.",
)
SITUATION = click.argument("situation", type=click.Path(path_type=Path))


class _Commands(click.Group):
    """Turns our own errors into one clear line and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (SituationError, AnnotationError, OwnPlacesError) as error:
            console(stderr=True).print(f"[bold red]error:[/] {error}", highlight=False, soft_wrap=True)
            ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(frontwire.__version__, prog_name="frontwire")
def main() -> None:
    """Overlapping news reports about an armed conflict in, one sourced record out.

    \b
    frontwire build reports/ -o mosul          read reports, make or update the situation "mosul"
    frontwire show mosul incidents             what happened, with ranges, origins and grades
    frontwire show mosul control --on 2014-06-20
    frontwire why mosul i-3f2a                 the evidence behind one incident, control span or claim
    frontwire export mosul incidents --format csv -o incidents.csv
    frontwire evaluate annotated.jsonl     how well your own annotated reports are read
    frontwire places "Shells fell on Homs."  which place a name is read as, and what came second
    """


@main.command("build")
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder of the situation.")
@click.option("--published", help="Publication date for reports that carry none (2014-06-23).")
@click.option(
    "--threshold", type=float, help="Weight from which claims count as one incident (default 2.0; higher splits more)."
)
@OWN_PLACES
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="How to print the outcome."
)
def build_command(
    reports: tuple[Path, ...],
    output: Path,
    published: str | None,
    threshold: float | None,
    gazetteers: tuple[Path, ...],
    form: str,
) -> None:
    """Read REPORTS (files or folders of .txt .md .html .jsonl .csv) and bring the situation up to date.

    \b
    Run it again with more reports to update; the same reports twice change nothing.
    The situation keeps the places of --gazetteer for later runs; giving the option again replaces them.
    A text file may begin with lines like "Date: 2014-06-23", "Outlet: …", "Title: …" and a blank line.
    Exit status: 0 if the situation holds reports, 1 if nothing could be read, 2 for a wrong call.
    """
    from frontwire.build import build
    from frontwire.publish.page import write_page

    with BuildProgress(quiet=form == "json") as progress:
        result = build(
            list(reports),
            output,
            published=published,
            threshold=threshold,
            gazetteers=gazetteers,
            progress=progress,
        )
        page = None
        if result.counts:
            progress.stage("page")
            with SituationStore(output) as store:
                page = write_page(store, output / "page")
    print_build(result, output, page, as_json=form == "json")
    if not result.counts.get("reports"):
        sys.exit(1)


@main.command()
@SITUATION
@click.argument("view", type=click.Choice(SHOWN))
@click.option("--place", help="Only rows at this place (part of its name).")
@click.option("--on", "day", help="Only what holds on this day (2014-06-23).")
@click.option("--type", "kind", help="Only incidents or claims of this type.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
def show(situation: Path, view: str, place: str | None, day: str | None, kind: str | None, form: str) -> None:
    """Print one VIEW of a situation: incidents, control, casualties, sources or claims.

    \b
    frontwire show mosul control --on 2014-06-23
    frontwire show mosul incidents --place "Tal Afar" --format json
    """
    with SituationStore(situation) as store:
        print_rows(view, select(store, view, place=place, day=day, kind=kind), form)


@main.command()
@SITUATION
@click.argument("identity")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def why(situation: Path, identity: str, form: str) -> None:
    """The evidence behind an incident, control span or claim: every sentence, who says it, and what is copied.

    IDENTITY is an id as `show` prints it; its first characters are enough.
    """
    with SituationStore(situation) as store:
        found = evidence(store, identity)
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        from frontwire.terminal import print_evidence

        print_evidence(found)


@main.command()
@SITUATION
@click.option("--since", help="Only changes recorded at or after this time (2014-06-22).")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
def diff(situation: Path, since: str | None, form: str) -> None:
    """What the record says now that it did not say before, build by build."""
    with SituationStore(situation) as store:
        rows = [r for r in store.rows("changes") if since is None or r["at"] >= since]
    print_rows("changes", rows, form)


@main.command("export")
@SITUATION
@click.argument("table", type=click.Choice(TABLES))
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write (default: standard output).")
def export_command(situation: Path, table: str, form: str, output: Path | None) -> None:
    """Write a TABLE of the record for other programs.

    \b
    frontwire export mosul claims -o claims.jsonl
    frontwire export mosul incidents --format parquet -o incidents.parquet
    """
    with SituationStore(situation) as store:
        text = export(store, table, form, output)
    if text is not None:
        click.echo(text, nl=False)


@main.command("evaluate")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--errors", "listed", is_flag=True, help="List every difference with its context.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def evaluate_command(files: tuple[Path, ...], listed: bool, form: str) -> None:
    """Score the bundled reader against your own annotated reports (JSON Lines FILES).

    \b
    frontwire evaluate annotated.jsonl
    frontwire evaluate annotated.jsonl --errors
    \b
    Each line is one report: {"id", "text", "claims": [{"type", "start", "end", "status", "background",
    "roles": {"agent": [[start, end], …]}}]} with character offsets, or the form of the claim corpus.
    """
    from frontwire.evaluation.annotated import read
    from frontwire.evaluation.evaluate import evaluate
    from frontwire.evaluation.printing import print_scores
    from frontwire.extraction.extractor import BundledExtractor

    reports = [r for file in files for r in read(file)]
    with BuildProgress(quiet=form == "json") as progress:
        scores, found = evaluate(BundledExtractor(), reports, progress)
    print_scores(scores, found if listed else [], reports=len(reports), as_json=form == "json")


@main.command("places")
@click.argument("text")
@OWN_PLACES
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
def places_command(text: str, gazetteers: tuple[Path, ...], form: str) -> None:
    """Which place every name in TEXT is read as, what came second and by how much ("-" reads standard input).

    \b
    frontwire places "Shells fell on Homs and on a village near Tripoli in northern Lebanon."
    frontwire places - --format json < report.txt
    frontwire places "A drone struck Arab Hassan." --gazetteer SY.txt
    \b
    kept is no where a name has a place in the gazetteer but is taken for something else here; JSON and CSV also
    hold the kind, the point, the id and the number of candidates.
    """
    from frontwire.resolution.explain import explain_places
    from frontwire.resolution.gazetteer import Gazetteer

    with BuildProgress(quiet=form != "table") as progress, TemporaryDirectory() as folder:
        own = Path(folder) / "gazetteer.sqlite" if gazetteers else None
        if own:
            install(gazetteers, own)
        gazetteer = Gazetteer(progress.advance, own)
        words = sys.stdin.read() if text == "-" else text
        rows = explain_places(words, gazetteer)
    if form == "table":
        rows = [{k: row[k] for k in ("name", "kept", "place", "score", "runner_up", "margin")} for row in rows]
    print_rows("places", rows, form)


if __name__ == "__main__":
    main()
