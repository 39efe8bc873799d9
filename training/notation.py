"""Inline notation for annotators: ``{cap-*|seized|a=rebels;p=the town}`` -> corpus claims.

Written where the trigger stands in the running text, one sentence a line. First field: the first three letters of
the event type, then ``~`` planned, ``?`` possible, ``-`` denied, ``*`` background. Last field: role letters, fillers
divided by ``/``. ``first..last`` is the shortest stretch from one to the other, ``^`` repeats the filler that the
claim before had. A filler is looked for in the claim's own sentence (nearest to the trigger), then up to three
sentences before and one after (codebook section A).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from frontwire.evaluation.annotated import quote
from frontwire.extraction.labels import EVENT_TYPES

TYPES = {t[:3]: t for t in EVENT_TYPES}
ROLES = {
    "a": "agent",
    "t": "target",
    "p": "place",
    "i": "time",
    "s": "source",
    "k": "killed",
    "w": "wounded",
    "m": "missing",
    "d": "displaced",
    "h": "held",
    "x": "weapon",
}
FLAGS = {"~": "planned", "?": "possible", "-": "denied"}
REACH = (0, -1, -2, -3, 1)  # where a filler may stand, own sentence first
MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)(?:\|([^{}]*))?\}")


class NotationError(ValueError):
    """A mark that cannot be read; the message names sentence and filler."""


def pattern(text: str) -> re.Pattern[str]:
    parts = [re.escape(p) for p in text.split("..")]
    edge = r"(?<!\w)" if text[:1].isalnum() else ""
    return re.compile(edge + r".*?".join(parts) + (r"(?!\w)" if text[-1:].isalnum() else ""))


def nearest(sentence: str, text: str, anchor: int) -> str | None:
    """``text`` as the corpus writes it (``text#2`` for its second occurrence), the one closest to ``anchor``."""
    hits = list(pattern(text).finditer(sentence))
    if not hits:
        return None
    best = min(hits, key=lambda m: abs(m.start() - anchor))
    return quote(sentence, best.start(), best.end())


def located(sents: list[str], s: int, text: str, anchor: int) -> str | dict[str, Any]:
    for step in REACH:
        at = s + step
        if not 0 <= at < len(sents):
            continue
        found = nearest(sents[at], text, anchor if step == 0 else (0 if step > 0 else len(sents[at])))
        if found is not None:
            return found if step == 0 else {"s": at, "t": found}
    raise NotationError(f"sentence {s}: {text!r} is not there: {sents[s][:80]}")


def head(code: str) -> tuple[str, str, bool]:
    """``cap-*`` -> (type, status, background)."""
    name, flags = code[:3], code[3:]
    if name not in TYPES or any(f not in "~?-*" for f in flags):
        raise NotationError(f"unknown mark {code!r}")
    status = next((FLAGS[f] for f in flags if f in FLAGS), "actual")
    return TYPES[name], status, "*" in flags


def roles(text: str, sents: list[str], s: int, anchor: int, last: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Fillers by role; ``last`` holds those of the claims before, each with its sentence."""
    out: dict[str, list[Any]] = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        letter, eq, value = part.partition("=")
        if letter not in ROLES or not eq or not value:
            raise NotationError(f"sentence {s}: cannot read role {part!r}")
        role = ROLES[letter]
        if value != "^":
            out[role] = [located(sents, s, v.strip(), anchor) for v in value.split("/")]
        elif role in last:
            out[role] = [v["t"] if v["s"] == s else v for v in last[role]]
        else:
            raise NotationError(f"sentence {s}: nothing to repeat for {role}")
    return out


def sentence_marks(line: str) -> tuple[str, list[tuple[str, int, str, str]]]:
    """Plain sentence and its marks (code, offset, trigger, roles)."""
    plain, marks, at = "", [], 0
    for m in MARK.finditer(line):
        plain += line[at : m.start()]
        marks.append((m[1], len(plain), m[2], m[3] or ""))
        plain += m[2]
        at = m.end()
    plain += line[at:]
    if "{" in plain or "}" in plain:
        raise NotationError(f"stray brace: {line[:80]}")
    return plain, marks


def claims(lines: list[str]) -> tuple[list[str], list[dict[str, Any]]]:
    """Marked lines -> (sentences, claims as the corpus stores them)."""
    parsed = [sentence_marks(line) for line in lines]
    sents = [plain for plain, _ in parsed]
    out: list[dict[str, Any]] = []
    last: dict[str, list[Any]] = {}
    for s, (plain, marks) in enumerate(parsed):
        for code, at, trigger, text in marks:
            kind, status, background = head(code)
            found = roles(text, sents, s, at, last)
            claim = {"type": kind, "s": s, "trigger": quote(plain, at, at + len(trigger)), "roles": found}
            out.append(claim | {"status": status, "background": background})
            last |= {r: [v if isinstance(v, dict) else {"s": s, "t": v} for v in vs] for r, vs in found.items()}
    return sents, out


def reports(text: str) -> Iterator[dict[str, Any]]:
    """Drafts -> reports. A report begins with ``# id | date | outlet | title``, then one sentence a line."""
    for block in re.split(r"(?m)^# ", text)[1:]:
        first, *body = [line.strip() for line in block.splitlines() if line.strip()]
        fields = [f.strip() for f in first.split("|")]
        if len(fields) != 4:
            raise NotationError(f"heading wants four fields: {first}")
        try:
            sents, found = claims(body)
        except NotationError as error:
            raise NotationError(f"{fields[0]}: {error}") from error
        yield dict(zip(("id", "date", "outlet", "title"), fields, strict=True)) | {"sents": sents, "claims": found}
