"""Happenings that reports tell side by side (``python -m benchmarks.roundups``): are they kept apart, and met across reports?

Forty-eight reports of sixteen situations, ``roundups*.yaml``, with every mention of a happening marked; each file was written
after the rules that those before it had prompted, so its figures on first sight (RESULTS) are the fair ones. B³ over the mentions that a claim
with an incident answers: precision falls where two happenings are one incident, recall where one is told as two. Reports that tell
of one thing only, as most public sets hold, cannot show the first.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.families import b_cubed
from frontwire.build import build
from frontwire.store.situation_store import SituationStore

SOURCES = sorted(Path(__file__).parent.glob("roundups*.yaml"))
MARK = re.compile(r"\{(\w+)\|([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Mention:
    """``happening`` is unique over all situations; offsets in the text without marks."""

    happening: str
    start: int
    end: int


def unmarked(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """``text`` without its marks, and (happening, start, end) of each."""
    out, found, at = "", [], 0
    for m in MARK.finditer(text):
        out += text[at : m.start()]
        found.append((m[1], len(out), len(out) + len(m[2])))
        out, at = out + m[2], m.end()
    return out + text[at:], found


def read(sources: Sequence[Path] = SOURCES) -> tuple[list[dict[str, str]], dict[str, list[Mention]]]:
    """Reports as a build takes them, and the mentions of each by report id."""
    reports, mentions = [], {}
    situations = [item for file in sources for item in yaml.safe_load(file.read_text("utf-8")).items()]
    for situation, rows in situations:
        for row in rows:
            text, found = unmarked(row["text"])
            reports.append({**row, "published": str(row["published"]), "text": text})
            mentions[row["id"]] = [Mention(f"{situation}/{h}", a, b) for h, a, b in found]
    return reports, mentions


def answers(claims: Iterable[Mapping[str, Any]], mentions: Mapping[str, list[Mention]]) -> dict[str, tuple[str, str]]:
    """Mention -> (happening, incident of the claim that overlaps it), for the mentions that have one."""
    by_report: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for c in claims:
        if c["incident_id"]:
            by_report[c["report_id"]].append(c)
    out = {}
    for report, own in mentions.items():
        for m in own:
            near = [c for c in by_report[report] if c["start"] < m.end and m.start < c["end"]]
            if near:
                best = max(near, key=lambda c: (min(c["end"], m.end) - max(c["start"], m.start), c["claim_id"]))
                out[f"{report}:{m.start}"] = m.happening, best["incident_id"]
    return out


def measure(sources: Sequence[Path] = SOURCES) -> tuple[dict[str, tuple[str, str]], int]:
    """Answered mentions (see :func:`answers`) of one build of all reports, and how many mentions there are."""
    reports, mentions = read(sources)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        source.write_text("\n".join(json.dumps(r) for r in reports), "utf-8")
        build([source], Path(folder) / "situation")
        with SituationStore(Path(folder) / "situation") as store:
            found = answers(store.rows("claims"), mentions)
    return found, sum(map(len, mentions.values()))


def figures(found: Mapping[str, tuple[str, str]]) -> tuple[float, float, float]:
    """B³ (precision, recall, F1) over answered mentions."""
    return b_cubed({k: h for k, (h, _) in found.items()}, {k: i for k, (_, i) in found.items()})


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Are happenings that reports tell side by side kept apart, and met across reports?"
    )
    parser.add_argument(
        "--errors", action="store_true", help="list incidents that mix happenings, and happenings told as several"
    )
    wanted = parser.parse_args()
    found, total = measure()
    precision, recall, f1 = figures(found)
    print(f"{len(found)} of {total} mentions: B³ {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})")
    for side, name in ((1, "mixed"), (0, "split")) if wanted.errors else ():
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for mention, answer in found.items():
            groups[answer[side]].append(f"{mention} {answer[1 - side]}")
        for key, members in groups.items():
            if len({m.split()[1] for m in members}) > 1:
                print(f"{name} {key}: {'; '.join(sorted(members))}")


if __name__ == "__main__":
    main()
