"""What a person types and gets back."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from frontwire.cli import main

README = Path(__file__).resolve().parent.parent / "README.md"


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_help_shows_examples_for_every_command() -> None:
    assert "frontwire build reports/" in call("--help").output
    for name in main.commands:
        assert call(name, "--help").exit_code == 0
    assert "--on 2014-06-23" in call("show", "--help").output


@pytest.mark.parametrize("view", ["incidents", "control", "casualties", "sources", "claims"])
def test_show_prints_every_view_in_every_format(demo: Path, view: str) -> None:
    rows = json.loads(call("show", demo, view, "--format", "json").output)
    assert rows
    assert len(list(csv.DictReader(io.StringIO(call("show", demo, view, "--format", "csv").output)))) == len(rows)
    assert call("show", demo, view).exit_code == 0


def test_show_filters_by_place_and_day(demo: Path) -> None:
    rows = json.loads(
        call("show", demo, "control", "--place", "tikrit", "--on", "2014-06-14", "--format", "json").output
    )
    assert rows and all("tikrit" in r["place"].lower() for r in rows)
    assert (
        json.loads(call("show", demo, "control", "--place", "tikrit", "--on", "2014-06-01", "--format", "json").output)
        == []
    )


def test_why_gives_the_sentences_behind_an_incident(demo: Path) -> None:
    row = next(r for r in json.loads(call("show", demo, "incidents", "--format", "json").output) if r["killed"])
    found = json.loads(call("why", demo, row["id"], "--format", "json").output)
    for entry in found["evidence"]:
        sentence, claim = entry["sentence"], entry["claim"]
        assert (
            sentence["text"][claim["start"] - sentence["start"] : claim["end"] - sentence["start"]] == claim["trigger"]
        )
    assert found["evidence"][0]["sentence"]["text"][:20] in call("why", demo, row["id"][:12]).output.replace("\n", " ")


def test_an_unknown_id_is_one_clear_line(demo: Path) -> None:
    result = call("why", demo, "i-nonsense")
    assert result.exit_code == 2
    assert "nothing in this situation has the id" in result.output and "Traceback" not in result.output


def test_show_on_no_situation_says_what_to_do(tmp_path: Path) -> None:
    result = call("show", tmp_path / "none", "incidents")
    assert result.exit_code == 2 and "frontwire build" in result.output


def test_build_with_nothing_readable_exits_1_and_names_each_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = call("build", tmp_path / "empty.txt", "-o", tmp_path / "s")
    assert result.exit_code == 1
    assert "empty.txt" in result.output and "is empty" in result.output
    assert not (tmp_path / "s").exists()  # "nothing was built" is meant


def test_build_reports_skips_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.txt").write_bytes(b"\x00\x01" * 100)
    (tmp_path / "in" / "good.txt").write_text(
        "Date: 2014-06-11\n\nRebels seized the town of Tikrit on Wednesday, residents said."
    )
    result = call("build", tmp_path / "in", "-o", tmp_path / "s", "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.output)
    assert found["added"] == 1 and "bad.txt" in found["skipped"][0]["path"]
    assert (tmp_path / "s" / "page" / "index.html").exists()


def test_diff_lists_what_the_build_changed(demo: Path) -> None:
    rows = json.loads(call("diff", demo, "--format", "json").output)
    assert rows and all(r["before"] is None and r["because"] for r in rows)
    assert json.loads(call("diff", demo, "--since", "2999", "--format", "json").output) == []


def test_readme_names_only_commands_and_options_that_exist() -> None:
    text = README.read_text("utf-8")
    for command in re.findall(r"^(?:\.venv/bin/)?frontwire (\w+)", text, re.M):
        assert command in main.commands, command
    for target in re.findall(r"`make (\w+)`", text):
        assert re.search(rf"^{target}:", (README.parent / "Makefile").read_text("utf-8"), re.M), target


def test_places_names_the_choice_and_the_runner_up() -> None:
    text = "Gunmen attacked a checkpoint near Tripoli in northern Lebanon."
    rows = {r["name"]: r for r in json.loads(call("places", text, "--format", "json").output)}
    assert rows["Tripoli"]["place"].endswith("LB") and rows["Tripoli"]["kept"]
    assert rows["Tripoli"]["runner_up"].endswith("LY") and rows["Tripoli"]["margin"] > 0
    shown = call("places", text).output
    assert "Tripoli" in shown and "yes" in shown


def test_places_reads_standard_input() -> None:
    result = CliRunner().invoke(main, ["places", "-", "--format", "json"], input="Shells fell on Homs.")
    assert [r["name"] for r in json.loads(result.output)] == ["Homs"]


def test_a_text_without_places_says_so() -> None:
    assert json.loads(call("places", "It rained.", "--format", "json").output) == []
    assert "no places to show" in call("places", "It rained.").output


def test_places_takes_a_users_own_gazetteer_and_refuses_a_broken_one(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,lat,lon,country\nQorvan,16.5,-2.5,ML\n", "utf-8")
    text = "Shells fell on Qorvan in Mali."
    rows = json.loads(call("places", text, "--gazetteer", str(own), "--format", "json").output)
    assert rows[0]["name"] == "Qorvan" and rows[0]["kept"]
    own.write_text("name\nQorvan\n", "utf-8")
    refused = call("places", text, "--gazetteer", str(own))
    assert refused.exit_code == 2 and "no column named lat" in refused.output
