"""The second reading of the written reports: list each with its claims, take the corrections, write the parts anew.

    python -m training.rereading list training/corpus/reports-5.jsonl 0 40 --flags readings.jsonl
    python -m training.rereading apply training/corpus edits-*.txt

``readings.jsonl`` holds what a model reads (``training.readings``), ``{"id", "claims"}`` with claims in the corpus' own form: a
claim that only the model has is listed with a letter, one that only the corpus has with ``!``, fillers that differ in braces.
An edit file opens a report's edits with ``@id``, one edit a line:

    4 -                         no such claim
    4 cas*                      type, status, background, as in ``training.notation``
    4:k=nine people;p=Homs      fillers of a role instead of those there (none: nothing after ``=``)
    4>went off                  another trigger in the same sentence
    4=                          type, status and background as the model reads them
    4=si                        source and time (letters of ``training.notation``) as the model reads them
    +3 cas|died#2|k=nine people a claim that was missed, in sentence 3 (``died#2``: its second occurrence)
    a                           the model's claim a is right, with its fillers
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from frontwire.evaluation.annotated import find
from frontwire.store.situation_store import write_atomically
from training.corrections import LETTER, code, described, rows
from training.notation import ROLES, NotationError, roles

Row = dict[str, Any]
EDIT = re.compile(r"(\d+)\s*(?:(:)|(>)|\s)\s*(.+)")
TAKEN = re.compile(r"(\d+)=([a-z]*)")


def ordered(row: Row) -> list[Row]:
    """The claims of a report by where their triggers stand: the order in which they are numbered."""
    return sorted(row["claims"], key=lambda c: (c["s"], find(row["sents"][c["s"]], c["trigger"])))


def words(value: Any) -> str:
    return "^" + value["t"] if isinstance(value, dict) else str(value)


def spelled(found: dict[str, list[Any]]) -> str:
    return ";".join(f"{LETTER[r]}=" + "/".join(map(words, values)) for r, values in found.items() if values)


def place(row: Row, claim: Row) -> tuple[int, int, int]:
    return (claim["s"], *find(row["sents"][claim["s"]], claim["trigger"]))


def same(row: Row, a: Row, b: Row) -> bool:
    (s, start, end), (t, first, last) = place(row, a), place(row, b)
    return s == t and start < last and first < end


def difference(claim: Row, other: Row) -> str:
    """Type, flags and fillers of ``other`` where they are not those of ``claim``."""
    out = [] if code(claim) == code(other) else [code(other)]
    for role, letter in LETTER.items():
        mine, theirs = claim["roles"].get(role, []), other["roles"].get(role, [])
        out += [f"+{letter}={words(v)}" for v in theirs if v not in mine]
        out += [f"-{letter}={words(v)}" for v in mine if v not in theirs]
    return " ".join(out)


def unclaimed(row: Row, read: Row | None) -> list[Row]:
    """The model's claims where the corpus has none, by place: the ones that bear letters."""
    theirs = row | {"claims": read["claims"]} if read else row
    return [c for c in ordered(theirs) if not any(same(row, c, mine) for mine in row["claims"])]


def listing(row: Row, read: Row | None) -> str:
    """One report as the second reader sees it."""
    mine, extra = ordered(row), unclaimed(row, read)
    lines = [f"@{row['id']} {row['date']} {row['outlet']} | {row['title']}"]
    for s, sentence in enumerate(row["sents"]):
        lines.append(f"{s}. {sentence}")
        for n, claim in enumerate(mine, 1):
            if claim["s"] != s:
                continue
            other = next((c for c in read["claims"] if same(row, claim, c)), None) if read else claim
            mark = "" if other is claim else "!" if other is None else difference(claim, other)
            lines.append(
                f"  {n} {code(claim)}|{claim['trigger']}|{spelled(claim['roles'])}" + (f" {{{mark}}}" if mark else "")
            )
        for n, claim in enumerate(extra):
            if claim["s"] == s:
                lines.append(f"  {letter(n)} {code(claim)}|{claim['trigger']}|{spelled(claim['roles'])}")
    return "\n".join(lines)


def letter(n: int) -> str:
    return chr(ord("a") + n % 26) * (n // 26 + 1)


def added(row: Row, edit: str) -> Row:
    where, _, rest = edit.partition(" ")
    code_, trigger, *spec = rest.split("|")
    s = int(where)
    start, _ = find(row["sents"][s], trigger)
    return described(code_) | {"s": s, "trigger": trigger, "roles": roles("".join(spec), row["sents"], s, start, {})}


def changed(row: Row, claim: Row, kind: str, value: str) -> None:
    s = claim["s"]
    if kind == ">":
        find(row["sents"][s], value)
        claim["trigger"] = value
    elif kind == ":":
        emptied = {name for part in value.split(";") if (name := part.strip()).endswith("=")}
        kept = ";".join(p for p in value.split(";") if p.strip() not in emptied)
        start, _ = find(row["sents"][s], claim["trigger"])
        claim["roles"] |= roles(kept, row["sents"], s, start, {})
        for name in emptied:
            claim["roles"].pop(next(r for r, letter_ in LETTER.items() if letter_ == name[0]), None)
    else:
        claim |= {"type": ""} if value.strip() == "-" else described(value.strip())


def taken(row: Row, claim: Row, letters: str, read: Row | None) -> None:
    """The claim as the model reads it: the roles of ``letters``, without any its type and flags. Raises NotationError."""
    other = next((c for c in read["claims"] if same(row, claim, c)), None) if read else None
    if other is None:
        raise NotationError(f"the model has no claim at {claim['trigger']!r}")
    if not letters:
        claim |= {key: other[key] for key in ("type", "status", "background")}
    wanted = {ROLES[letter_]: other["roles"].get(ROLES[letter_], []) for letter_ in letters}
    claim["roles"] = {role: values for role, values in (claim["roles"] | wanted).items() if values}


def reread(row: Row, edits: list[str], read: Row | None) -> Row:
    """``row`` with the edits. Raises NotationError, ValueError or IndexError for one that cannot be applied."""
    claims, extra, new = ordered(row), unclaimed(row, read), []
    for edit in edits:
        if edit.startswith("+"):
            new.append(added(row, edit[1:]))
        elif match := TAKEN.fullmatch(edit):
            taken(row, claims[int(match[1]) - 1], match[2], read)
        elif match := EDIT.fullmatch(edit):
            changed(row, claims[int(match[1]) - 1], match[2] or match[3] or "", match[4])
        elif letters := re.fullmatch(r"[a-z]+(?: [a-z]+)*", edit):
            wanted = letters[0].split()
            new += [c for n, c in enumerate(extra) if letter(n) in wanted]
        else:
            raise NotationError(f"not an edit: {edit!r}")
    keys = ("type", "s", "trigger", "roles", "status", "background")
    kept = [{k: c[k] for k in keys} for c in (*claims, *new) if c["type"]]
    return row | {"claims": ordered(row | {"claims": kept})}


def edits_in(lines: list[str]) -> dict[str, list[str]]:
    """The edits of each report. Raises NotationError for one that stands before the first ``@id``."""
    edits: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in filter(None, map(str.strip, lines)):
        if line.startswith("@"):
            current = edits.setdefault(line[1:].split()[0], [])
        elif current is None:
            raise NotationError(f"{line!r} stands before the first @id")
        else:
            current.append(line)
    return edits


def rewritten(path: Path, edits: dict[str, list[str]], readings: dict[str, Row]) -> int:
    """Writes one part anew with its edits, if it has any; a report with an edit that cannot be applied stays as it was and is named."""
    out, touched = [], 0
    for row in rows(path):
        wanted = edits.pop(row["id"], None)
        if wanted:
            try:
                row = reread(json.loads(json.dumps(row)), wanted, readings.get(row["id"]))
                touched += 1
            except (NotationError, ValueError, IndexError) as error:
                print(f"{row['id']}: {error}", file=sys.stderr)
        out.append(json.dumps(row, ensure_ascii=False) + "\n")
    if touched:
        write_atomically(path, "".join(out).encode())
    return touched


def listed(part: Path, bounds: list[str], readings: dict[str, Row]) -> None:
    first, last = (int(bounds[0]), int(bounds[1])) if bounds else (0, None)
    for row in rows(part)[first:last]:
        print(listing(row, readings.get(row["id"])))


def applied(folder: Path, files: list[str], readings: dict[str, Row]) -> None:
    edits = edits_in([line for f in files for line in Path(f).read_text("utf-8").splitlines()])
    for path in sorted(folder.glob("reports-*.jsonl")):
        rewritten(path, edits, readings)
    for stray in edits:
        print(f"{stray}: no such report", file=sys.stderr)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("act", choices=("list", "apply"))
    parser.add_argument("target", type=Path, help="list: a part; apply: the folder of the parts")
    parser.add_argument("rest", nargs="*", help="list: from to (all without); apply: edit files")
    parser.add_argument("--flags", type=Path, help="what a model reads in the reports")
    args = parser.parse_args(argv)
    try:
        readings = {r["id"]: r for r in rows(args.flags)} if args.flags else {}
        (listed if args.act == "list" else applied)(args.target, args.rest, readings)
    except (OSError, ValueError, LookupError) as error:  # NotationError is a ValueError
        print(f"{parser.prog}: {error}; see --help for the form of edits and readings", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
