"""Write the list of ordinary English words (``python -m training.ordinary_words``): what mostly stands in lower case.

A gazetteer holds a town called Reading, one called Mobile and one called Energy. Whether a capitalised word is more
often a common word can be counted: its occurrences in lower case against those with a capital inside a sentence.
Counted over the English Web Treebank, the open real texts and our own corpus; the list holds words and nothing of
the texts themselves.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.paths import CORPUS, ROOT, SHARED

TARGET = ROOT.parent / "src" / "frontwire" / "resolution" / "data" / "ordinary_words.txt.gz"
SHARE = 0.5  # of a word's occurrences inside sentences that are in lower case
_TOKEN = re.compile(r"[A-Za-z]+|[^\sA-Za-z]")
_OPENS = frozenset(".!?:\"“”'’-–—*•")


def _rows(file: Path) -> Iterator[dict[str, object]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def token_lists() -> Iterator[Sequence[str]]:
    """Tokens of every sentence or text counted. A treebank's proper nouns written small are left out."""
    for row in _rows(SHARED / "treebanks" / "ewt-propbank.jsonl"):
        tokens, tags = row["tokens"], row["upos"]
        assert isinstance(tokens, list) and isinstance(tags, list)
        yield [t if tag != "PROPN" or not t.islower() else "," for t, tag in zip(tokens, tags, strict=True)]
    for file in (SHARED / "realtext" / "texts.jsonl", *sorted(CORPUS.glob("*.jsonl"))):
        yield from (_TOKEN.findall(str(row["text"])) for row in _rows(file) if "text" in row)


def ordinary(lists: Iterable[Sequence[str]]) -> list[str]:
    """Words of two letters or more at least :data:`SHARE` of whose occurrences inside a sentence are in lower case."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for tokens in lists:
        for i, token in enumerate(tokens):
            if not re.fullmatch(r"[A-Za-z]{2,}", token):
                continue
            if token.islower():
                small[token] += 1
            elif i and token[0].isupper() and not token.isupper() and tokens[i - 1][-1] not in _OPENS:
                capital[token.lower()] += 1
    return sorted(w for w, n in small.items() if n >= SHARE * (n + capital[w]))


def main() -> None:
    words = ordinary(token_lists())
    TARGET.write_bytes(gzip.compress("\n".join(words).encode(), mtime=0))
    print(f"{len(words)} words, {TARGET.stat().st_size} bytes -> {TARGET}")


if __name__ == "__main__":
    main()
