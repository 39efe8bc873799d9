import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from frontwire.build import build
from frontwire.publish.basemap import region
from frontwire.publish.marking import Mark, marked
from frontwire.publish.page import write_page
from frontwire.store.situation_store import SituationStore
from tests.scripted import ScriptedExtractor


@pytest.fixture(scope="module")
def page(demo: Path) -> Path:
    with SituationStore(demo) as store:
        return write_page(store, demo / "page")


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"]] if values.get("id") else []
        if tag in ("script", "link", "img"):
            self.found += [v for v in (values.get("src"), values.get("href")) if v]


def test_the_page_loads_nothing_from_elsewhere_and_all_it_names_is_there(page: Path) -> None:
    links = Links()
    links.feed(page.read_text("utf-8"))
    assert len(links.ids) == len(set(links.ids))
    for target in links.found:
        assert target.startswith("data:") or (page.parent / target).exists(), target
    ours = "".join((page.parent / "assets" / name).read_text("utf-8") for name in ("app.js", "map.js", "style.css"))
    assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", ours)


def test_every_incident_stands_on_a_highlighted_sentence(page: Path) -> None:
    html = page.read_text("utf-8")
    incidents = re.findall(r'<li id="(i-\w+)" class="incident".*?</details>', html, re.S)
    assert incidents
    for block in re.findall(r'<li id="i-\w+" class="incident".*?</details>', html, re.S):
        assert ("<blockquote>" in block and 'class="trigger' in block) or "trigger" in block


def test_copied_passages_are_shaded_and_grades_carry_their_definition(page: Path) -> None:
    html = page.read_text("utf-8")
    assert re.search(r'class="[^"]*copied', html)
    assert 'title="two or more independent origins"' in html or 'title="one origin"' in html


def test_map_data_is_the_record_and_cannot_break_out_of_its_script(page: Path) -> None:
    text = (page.parent / "data.js").read_text("utf-8")
    assert "<" not in text
    data = json.loads(text.removeprefix("window.FRONTWIRE = ").removesuffix(";\n"))
    assert data["control"] and data["incidents"] and data["base"]["countries"]["features"]


def test_report_text_is_escaped_wherever_shown(tmp_path: Path) -> None:
    report = {"id": "<img src=x>", "outlet": "<b>x", "title": "</script><script>alert(1)</script>", "published": "2014-06-11", "url": "javascript:alert(1)",
              "text": "Rebels <script>alert(2)</script> seized Tikrit on Wednesday and 4 soldiers died, residents said."}  # fmt: skip
    (tmp_path / "in.jsonl").write_text(json.dumps(report))
    build([tmp_path / "in.jsonl"], tmp_path / "s", extractor=ScriptedExtractor())
    with SituationStore(tmp_path / "s") as store:
        html = write_page(store, tmp_path / "page").read_text("utf-8")
    assert "<script>alert" not in html and "<img src=x" not in html and "<b>x" not in html
    assert "javascript:" not in html and "&lt;script&gt;alert(2)" in html


def test_an_empty_situation_still_has_a_page(tmp_path: Path) -> None:
    with SituationStore(tmp_path / "s", create=True) as store:
        assert "No incident was found" in write_page(store, tmp_path / "page").read_text("utf-8")


def test_marks_split_a_sentence_without_losing_a_letter() -> None:
    parts = marked("abcdefgh", 10, [Mark(12, 14, "trigger"), Mark(13, 99, "copied")])
    assert "".join(p["text"] for p in parts) == "abcdefgh"
    assert [p["marks"] for p in parts] == ["", "trigger", "trigger copied", "copied"]


def test_region_holds_what_lies_around_and_nothing_far_away() -> None:
    codes = {f["properties"]["code"] for f in region([(43.0, 36.0)])["countries"]["features"]}
    assert {"IQ", "SY"} <= codes and "BR" not in codes
