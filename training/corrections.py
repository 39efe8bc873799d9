"""Real items read by the model, put right by hand: list them, take the corrections, write standoff.

    python -m training.corrections propose texts.jsonl queue.jsonl --number 300
    python -m training.corrections list texts.jsonl queue.jsonl 0 45
    python -m training.corrections apply texts.jsonl queue.jsonl edits-*.txt >> training/corpus/realtext.jsonl

An edit file says ``range 0 45`` for the items that were read; an item without edits was right. ``@12`` opens the
edits of item 12, one a line:

    !                                   none of its claims
    skip                                leave the item out
    2 -                                 no such claim
    2 cap-*                             type, status, background, as in ``training.notation``
    2:a=rebels/militia;w=               fillers of a role instead of the proposed ones (none: nothing after ``=``)
    +cas|died#2|k=nine people;p=Homs    a claim that was missed; ``#2`` its second occurrence
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.notation import FLAGS, ROLES, head, pattern

LETTER = {role: letter for letter, role in ROLES.items()}
SIGN = {status: sign for sign, status in FLAGS.items()}
#: Types with the fewest claims in the corpus: an item that may hold one is read sooner.
THIN = frozenset(
    [
        "sanction",
        "aid",
        "mobilize",
        "offer",
        "release",
        "abuse",
        "protest",
        "arrest",
        "siege",
        "threat",
        "agreement",
        "advance",
    ]
)
UNSURE = 0.6  # under it a proposed claim is right less than three times in five (reliability on held-out reports)


class EditError(ValueError):
    """An edit that cannot be applied; the message names item and line."""


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def priority(item: dict[str, Any]) -> float:
    """How much a correction may teach: unsure claims count one, thin types a half."""
    claims = item["claims"]
    return sum((c["confidence"] < UNSURE) + 0.5 * (c["type"] in THIN) for c in claims)


def code(claim: dict[str, Any]) -> str:
    return claim["type"][:3] + SIGN.get(claim["status"], "") + ("*" if claim["background"] else "")


def fillers(claim: dict[str, Any], text: str) -> str:
    return ";".join(f"{LETTER[r]}=" + "/".join(text[a:b] for a, b in spans) for r, spans in claim["roles"].items())


def listing(number: int, item: dict[str, Any], text: str) -> str:
    """One item with its numbered claims, as the annotator reads it."""
    body, at, below = "", 0, []
    for n, claim in enumerate(item["claims"], 1):
        start, end = claim["trigger"]
        body += text[at:start] + f"[{n} {code(claim)}|{text[start:end]}]"
        at = end
        below.append(f"   {n} {fillers(claim, text)}")
    return "\n".join([f"@{number} " + (body + text[at:]).replace("\n", " ¶ "), *below])


def spans_of(spec: str, text: str, anchor: int) -> dict[str, list[list[int]]]:
    out: dict[str, list[list[int]]] = {}
    for part in filter(None, (p.strip() for p in spec.split(";"))):
        letter, _, names = part.partition("=")
        if letter not in ROLES:
            raise EditError(f"no role {letter!r} in {part!r}")
        out[ROLES[letter]] = [nearest(text, n.strip(), anchor) for n in names.split("/") if n.strip()]
    return out


def nearest(text: str, name: str, anchor: int) -> list[int]:
    hits = list(pattern(name).finditer(text))
    if not hits:
        raise EditError(f"{name!r} is not in the text")
    best = min(hits, key=lambda m: abs(m.start() - anchor))
    return [best.start(), best.end()]


def trigger_of(text: str, name: str) -> list[int]:
    word, _, nth = name.partition("#")
    hits = list(pattern(word).finditer(text))
    if len(hits) < int(nth or 1):
        raise EditError(f"trigger {name!r} is not in the text")
    match = hits[int(nth or 1) - 1]
    return [match.start(), match.end()]


def changed(claims: list[dict[str, Any]], edit: str, text: str) -> None:
    """Applies one edit line to the claims of an item, in place; a claim taken away becomes type ``""``."""
    if edit == "!":
        for claim in claims:
            claim["type"] = ""
    elif edit.startswith("+"):
        code_, word, *spec = edit[1:].split("|")
        trigger = trigger_of(text, word)
        claims.append(described(code_) | {"trigger": trigger, "roles": spans_of("".join(spec), text, trigger[0])})
    elif match := re.fullmatch(r"(\d+) ?([:\s-])\s*(.*)", edit):
        claim = claims[int(match[1]) - 1]
        if match[2] == ":":
            claim["roles"] |= spans_of(match[3], text, claim["trigger"][0])
        else:
            claim |= described(match[3]) if match[3].strip("-") else {"type": ""}
    else:
        raise EditError(f"not an edit: {edit!r}")


def described(code_: str) -> dict[str, Any]:
    type_, status, background = head(code_)
    return {"type": type_, "status": status, "background": background}


def corrected(item: dict[str, Any], edits: list[str], text: str) -> dict[str, Any]:
    claims = [dict(c) | {"roles": dict(c["roles"])} for c in item["claims"]]
    for edit in edits:
        changed(claims, edit, text)
    kept = sorted((c for c in claims if c["type"]), key=lambda c: c["trigger"])
    for claim in kept:
        claim.pop("confidence", None)
        claim["roles"] = {r: s for r, s in claim["roles"].items() if s}
    keys = ("type", "trigger", "status", "background", "roles")
    sha = hashlib.sha256(text.encode()).hexdigest()
    return {"id": item["id"], "sha256": sha, "claims": [{k: c[k] for k in keys} for c in kept]}


def edits_in(lines: Iterable[str]) -> tuple[list[int], dict[int, list[str]]]:
    """Item numbers read, and the edits of each."""
    read: list[int] = []
    edits: dict[int, list[str]] = {}
    open_: list[str] = []
    for line in map(str.strip, lines):
        if line.startswith("range "):
            first, last = map(int, line.split()[1:])
            read += range(first, last)
        elif line.startswith("@"):
            open_ = edits.setdefault(int(line[1:].split()[0]), [])
        elif line:
            open_.append(line)
    return read, edits


def applied(queue: list[dict[str, Any]], texts: dict[str, str], path: Path) -> Iterator[dict[str, Any]]:
    read, edits = edits_in(path.read_text(encoding="utf-8").splitlines())
    if stray := set(edits) - set(read):
        raise EditError(f"{path}: edits of items that no range names: {sorted(stray)}")
    for number in read:
        item = queue[number]
        if edits.get(number) == ["skip"]:
            continue
        try:
            yield corrected(item, edits.get(number, []), texts[item["id"]])
        except (EditError, ValueError, IndexError) as error:
            print(f"{path}: item {number}: {error}", file=sys.stderr)


def proposals(texts: dict[str, str], seen: set[str], number: int) -> list[dict[str, Any]]:
    """Items not yet annotated, with the bundled model's claims, most instructive first."""
    from frontwire.extraction.extractor import BundledExtractor
    from frontwire.reading.document import document
    from frontwire.records import Report

    extractor, out = BundledExtractor(threads=1), []
    for key in [k for k in texts if k not in seen][:number]:
        drafts = extractor.extract([document(Report(report_id=key, text=texts[key]))])[0]
        out.append({"id": key, "claims": [proposal(d) for d in sorted(drafts, key=lambda d: d.start)]})
    return sorted(out, key=priority, reverse=True)


def proposal(draft: Any) -> dict[str, Any]:
    roles: dict[str, list[list[int]]] = {}
    for role, mention in draft.roles:
        roles.setdefault(role, []).append([mention.start, mention.end])
    plain = {"type": draft.type, "trigger": [draft.start, draft.end], "status": draft.status.value}
    return plain | {"background": draft.background, "confidence": draft.confidence, "roles": roles}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("act", choices=("propose", "list", "apply"))
    parser.add_argument("texts", type=Path)
    parser.add_argument("queue", type=Path)
    parser.add_argument("rest", nargs="*", help="list: from to; apply: edit files")
    parser.add_argument("--number", type=int, default=300, help="items to propose (default 300)")
    parser.add_argument("--corpus", type=Path, default=Path("training/corpus/realtext.jsonl"))
    args = parser.parse_args()
    texts = {r["id"]: r["text"] for r in rows(args.texts)}
    if args.act == "propose":
        seen = {r["id"] for r in rows(args.corpus)}
        out = proposals(texts, seen, args.number)
        args.queue.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in out), encoding="utf-8")
        return
    queue = rows(args.queue)
    if args.act == "list":
        first, last = map(int, args.rest)
        for number, item in enumerate(queue[first:last], first):
            print(listing(number, item, texts[item["id"]]))
        return
    for path in args.rest:
        for row in applied(queue, texts, Path(path)):
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
