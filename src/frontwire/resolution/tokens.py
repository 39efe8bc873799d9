"""Words of a text that may be parts of a place's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_][\w’'.-]*[\w]|[^\W\d_]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    return [Token(re.sub(r"['’]s$", "", m.group()), m.start(), m.start() + len(re.sub(r"['’]s$", "", m.group())))
            for m in _WORD.finditer(text)]  # fmt: skip


def is_name(token: Token) -> bool:
    first = token.text[0]
    return first.isupper() or bool(re.match(r"(?:al|el|ez|as|ar|ash|at|az|d|l)[-’'][A-Z]", token.text))


def adjacent(text: str, a: Token, b: Token) -> bool:
    return text[a.end : b.start] in (" ", "-", "\n", ", ") and text[a.end : b.start] != ", "
