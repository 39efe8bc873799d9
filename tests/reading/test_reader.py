"""Bad input gets one clear line and loses nothing (DESIGN section 6)."""

import json
from pathlib import Path

import pytest

from frontwire.reading.reader import LARGEST, read_all
from frontwire.records import Report, Skip

GOOD = "Rebels seized the town on Monday, residents said, after the army had left it in the night."


def read(folder: Path) -> tuple[list[Report], list[Skip]]:
    items = list(read_all([folder]))
    return [i for i in items if isinstance(i, Report)], [i for i in items if isinstance(i, Skip)]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("header-only.txt", b"Date: 2014-06-15\nTitle: x\n\n", "is empty"),
        ("binary.txt", b"\x00\x01\x02" * 50, "binary"),
        ("letters.txt", b"12345 6789 !!!! ???? " * 30, "not readable text"),
        ("french.txt", "Les forces de sécurité se sont retirées de la ville mercredi après-midi, selon des habitants joints par téléphone.".encode(), "not in English"),
        ("broken.jsonl", b'{"text": "cut off', "not valid JSON"),
        ("list.jsonl", b"[1, 2]", "not a JSON object"),
        ("notext.jsonl", b'{"title": "no text"}', "is empty"),
        ("nocolumn.csv", b"a,b\n1,2\n", "no column named text"),
        ("date.jsonl", json.dumps({"text": GOOD, "published": "03/04/2014"}).encode(), "is not understood"),
        ("crawl.warc", b"WARC/1.0", "cannot be read yet"),
        ("empty.html", b"", "is empty"),
    ],
)  # fmt: skip
def test_bad_file_is_one_line_and_the_rest_goes_on(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz-good.txt").write_text(GOOD)
    reports, skips = read(tmp_path)
    assert [r.text for r in reports] == [GOOD]
    assert len(skips) == 1
    assert name in skips[0].path and reason in skips[0].reason
    assert "\n" not in skips[0].reason and skips[0].remedy


def test_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger than" in read(tmp_path)[1][0].reason


def test_fifty_megabytes_of_one_report_are_refused(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(GOOD * 550_000)
    assert "characters" in read(tmp_path)[1][0].reason


def test_missing_path_is_named() -> None:
    assert next(iter(read_all([Path("/nowhere/at/all")]))) == Skip(
        path="/nowhere/at/all", reason="does not exist", remedy="check the path"
    )


def test_same_report_twice_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD)
    reports, skips = read(tmp_path)
    assert len(reports) == 1 and "same report" in skips[0].reason


def test_same_text_in_two_outlets_is_two_reports(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Outlet: One\n\n{GOOD}")
    (tmp_path / "b.txt").write_text(f"Outlet: Two\n\n{GOOD}")
    assert len(read(tmp_path)[0]) == 2


def test_undated_report_is_accepted_and_stays_undated(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    assert read(tmp_path)[0][0].published is None


def test_published_option_dates_only_what_has_no_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(f"Date: 2014-06-01\n\n{GOOD} Again.")
    found = {i.published for i in read_all([tmp_path], "2014-06-23") if isinstance(i, Report)}
    assert found == {"2014-06-23", "2014-06-01"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_old_files_are_read(tmp_path: Path, encoding: str) -> None:
    text = f"“{GOOD}” – so the café owner."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read(tmp_path)[0][0].text == text


def test_html_gives_body_title_and_time_of_publication(tmp_path: Path) -> None:
    paragraphs = "".join(
        f"<p>{GOOD} Paragraph {n} tells more of what the residents saw that day.</p>" for n in range(4)
    )
    linked = json.dumps(
        {"@graph": [{"@type": "NewsArticle", "headline": "Town falls", "datePublished": "2014-06-17T21:10:00+03:00"}]}
    )
    page = f'<html lang="en"><head><script type="application/ld+json">{linked}</script></head><body><article><h1>Town falls</h1>{paragraphs}</article></body></html>'
    (tmp_path / "a.html").write_text(page)
    report = read(tmp_path)[0][0]
    assert report.title == "Town falls"
    assert (report.published, report.published_precision) == ("2014-06-17T21:10+03:00", "minute")
    assert GOOD in report.text and "<p>" not in report.text


def test_jsonl_keeps_the_given_id_and_csv_reads_rows(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x-1", "text": GOOD}) + "\nnot json\n")
    (tmp_path / "b.csv").write_text(f'id,text\nx-2,"{GOOD}"\n')
    reports, skips = read(tmp_path)
    assert {r.report_id for r in reports} == {"x-1", "x-2"}
    assert [s.path.split(":")[-1] for s in skips] == ["2"]
