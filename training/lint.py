"""Linter of the claim corpus (``python -m training.lint``): what a person should look at again.

Errors (exit status 1): a filler or trigger that is not in its sentence, an unknown name, a role its type cannot have, two
claims on the same words, a building or village that is a target where it is the place, two agents who fight each other, two reports
alike. Hints (``--hints``): a sentence with a word that is nearly always a trigger but
holds no claim there, and a name list left in one piece.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frontwire.evaluation.annotated import fillers, find
from frontwire.extraction.adversaries import pair
from frontwire.extraction.labels import EVENT_TYPES, ROLES, STATUSES
from frontwire.extraction.sites import is_place
from training.data import reports
from training.paths import CORPUS

# Roles that make no sense for a type (codebook A: who is held goes to `held`, victims to `killed`, and so on).
IMPOSSIBLE = {
    "control": {"killed", "wounded", "held", "displaced", "weapon"},
    "meeting": {"killed", "wounded", "weapon", "displaced"},
    "agreement": {"killed", "wounded", "weapon", "displaced"},
    "demand": {"killed", "wounded", "displaced"},
    "threat": {"killed", "wounded", "displaced"},
    "accusation": {"killed", "wounded", "displaced"},
    "sanction": {"killed", "wounded"},
    "offer": {"killed", "wounded"},
}
ALMOST_ALWAYS = 0.9  # share of a word's occurrences in the corpus that are triggers, from which its absence is a hint
SEEN = 8  # a word must have been seen this often to give hints
ALIKE = 0.6  # share of five-word runs from which two sentences of different reports count as the same (near duplicates)
WORDS = re.compile(r"[A-Za-z][\w'-]*")


def broken(report: dict[str, Any]) -> Iterator[str]:
    """Spans, names, impossible roles, double marks."""
    taken: set[tuple[int, int]] = set()
    for claim in report["claims"]:
        where = f"{report['id']} sentence {claim['s']} {claim['type']} {claim['trigger']!r}"
        if claim["type"] not in EVENT_TYPES or claim["status"] not in STATUSES:
            yield f"{where}: unknown type or status"
            continue
        try:
            start, end = find(report["sents"][claim["s"]], claim["trigger"])
            list(fillers(claim, report["sents"]))
        except (ValueError, IndexError) as error:
            yield f"{where}: words not found ({error})"
            continue
        if any((claim["s"], i) in taken for i in range(start, end)):
            yield f"{where}: words already mark another claim"
        taken |= {(claim["s"], i) for i in range(start, end)}
        for role in claim["roles"]:
            if role not in ROLES or role in IMPOSSIBLE.get(claim["type"], ()):
                yield f"{where}: cannot have the role {role}"


def uneven(report: dict[str, Any]) -> Iterator[str]:
    """Breaches of rules 23 and 24 of the datasheet: places marked as targets, adversaries as agents."""
    sents = report["sents"]
    for claim in report["claims"]:
        where = f"{report['id']} sentence {claim['s']} {claim['type']} {claim['trigger']!r}"
        own = list(fillers(claim, sents))
        for role, s, start, end in own:
            if role == "target" and is_place(claim["type"], sents[s], (start, end), 0):
                yield f"{where}: {sents[s][start:end]!r} is the place"
        parties = sorted((a, b, role) for role, s, a, b in own if role in ("agent", "target") and s == claim["s"])
        start, end = find(sents[claim["s"]], claim["trigger"])
        sides = pair(start, end, [p[:2] for p in parties], sents[claim["s"]]) if claim["type"] == "clash" else None
        if sides and [p[2] for p in parties[slice(*sides)]] != ["agent"] + ["target"] * (sides[1] - sides[0] - 1):
            yield f"{where}: its parties fight each other"


def runs(sentence: str) -> set[tuple[str, ...]]:
    words = [w.lower() for w in WORDS.findall(sentence)]
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def alike(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Near-duplicate sentences of reports outside one family (ids that share what stands before the last letter)."""
    first: dict[tuple[str, ...], tuple[str, int]] = {}
    for row in rows:
        for s, sentence in enumerate(row["sents"]):
            own = runs(sentence)
            hits = Counter(first[r] for r in own if r in first)
            for (other, n), shared in hits.items():
                if shared >= ALIKE * len(own) and family(other) != family(row["id"]):
                    yield f"{row['id']} sentence {s}: nearly the same as {other} sentence {n}"
            for r in own:
                first.setdefault(r, (row["id"], s))


def family(identity: str) -> str:
    """``b9-f01a`` and ``b9-f01b`` tell of one happening; other reports stand alone."""
    return re.sub(r"(?<=f\d\d)[a-z]$", "", identity)


def omissions(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Words that are nearly always triggers, left unmarked."""
    seen: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    places: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        spans = defaultdict(set)
        for claim in row["claims"]:
            spans[claim["s"]] |= set(range(*find(row["sents"][claim["s"]], claim["trigger"])))
        for s, sentence in enumerate(row["sents"]):
            for word in WORDS.finditer(sentence):
                name = word.group().lower()
                seen[name] += 1
                if word.start() in spans[s]:
                    marked[name] += 1
                else:
                    places[name].append(f"{row['id']} sentence {s}: {name!r} is no trigger here: {sentence[:100]}")
    for name, n in seen.items():
        if n >= SEEN and marked[name] >= ALMOST_ALWAYS * n:
            yield from places[name]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--hints", action="store_true", help="also list suspicious omissions")
    args = parser.parse_args()
    rows = reports(args.corpus)
    found = [*(line for row in rows for line in (*broken(row), *uneven(row))), *alike(rows)]
    hints = list(omissions(rows)) if args.hints else []
    print("\n".join([*found, *hints]))
    claims = sum(len(r["claims"]) for r in rows)
    print(f"{len(rows)} reports, {claims} claims: {len(found)} errors, {len(hints)} hints", file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
