"""Sentences -> model input. The same code feeds training and run time, so the two cannot drift apart.

Two windows over one encoder (DESIGN section 5):

* trigger window: ``[CLS] previous sentence [SEP] sentence [SEP]``, token type 1 on the sentence;
* role window: ``[CLS] type name [SEP] up to two sentences before, the sentence, one after, each + [SEP]``,
  token type 1 on the pieces of the marked trigger.

Labels sit on the first word piece of a word only: labels on every piece gave ragged spans (22 points of role F).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

MAX_PIECES = 256  # longest window; 99.9 % of the corpus windows are shorter
CONTEXT_BEFORE = 2
CONTEXT_AFTER = 1


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one sentence. ``words`` are (start, end) character offsets; ``first[i]`` is word i's first piece."""

    ids: tuple[int, ...]
    words: tuple[tuple[int, int], ...]
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """One model input. ``slots`` maps labelled piece positions to (sentence index, word index)."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    slots: tuple[tuple[int, int, int], ...]  # (position, sentence, word)
    anchor: int  # position of the trigger's first piece (role window) or 0


class Encoder:
    """Turns sentences into windows. Holds the word-piece tokenizer; stateless otherwise."""

    def __init__(self, tokenizer_file: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cls: int = self.tokenizer.token_to_id("[CLS]") or 0
        self.sep: int = self.tokenizer.token_to_id("[SEP]") or 0
        self.pieces = lru_cache(maxsize=4096)(self._pieces)

    def _pieces(self, sentence: str) -> Pieces:
        encoding = self.tokenizer.encode(sentence, add_special_tokens=False)
        words: list[tuple[int, int]] = []
        first: list[int] = []
        last = None
        for i, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
            if word != last:
                words.append((start, end))
                first.append(i)
                last = word
            else:
                words[-1] = (words[-1][0], end)
        return Pieces(tuple(encoding.ids), tuple(words), tuple(first))

    def trigger_window(self, sentences: Sequence[str], index: int) -> Window:
        """Window for tagging triggers in ``sentences[index]``."""
        current = self.pieces(sentences[index])
        room = MAX_PIECES - 3 - len(current.ids)
        before = self.pieces(sentences[index - 1]).ids if index and room > 0 else ()
        before = before[-room:] if room > 0 else ()
        head = (self.cls, *before, self.sep)
        body = current.ids[: MAX_PIECES - len(head) - 1]
        slots = tuple((len(head) + p, index, w) for w, p in enumerate(current.first) if p < len(body))
        types = (0,) * len(head) + (1,) * (len(body) + 1)
        return Window((*head, *body, self.sep), types, slots, 0)

    def role_window(self, sentences: Sequence[str], index: int, start: int, end: int, event_type: str) -> Window:
        """Window for the roles of the trigger at ``sentences[index][start:end]`` of type ``event_type``."""
        ids: list[int] = [self.cls, *self.pieces(event_type).ids, self.sep]
        types = [0] * len(ids)
        slots: list[tuple[int, int, int]] = []
        anchor = 0
        for s in self._context(sentences, index, MAX_PIECES - len(ids)):
            pieces, base = self.pieces(sentences[s]), len(ids)
            body = pieces.ids[: max(0, MAX_PIECES - base - 1)]
            marked = self._marked(pieces, start, end) if s == index else range(0)
            types += [int(i in marked) for i in range(len(body))] + [0]
            slots += [(base + p, s, w) for w, p in enumerate(pieces.first) if p < len(body)]
            if marked and marked.start < len(body):
                anchor = base + marked.start
            ids += [*body, self.sep]
        return Window(tuple(ids), tuple(types), tuple(slots), anchor)

    def _context(self, sentences: Sequence[str], index: int, room: int) -> list[int]:
        """Sentence indexes that fit in ``room`` pieces: the own one first, then near before far, before ahead of after."""
        wanted = [index, index - 1, index + 1, index - 2]
        kept: list[int] = []
        for s in wanted:
            if not 0 <= s < len(sentences):
                continue
            room -= len(self.pieces(sentences[s]).ids) + 1
            if room < 0 and kept:
                break
            kept.append(s)
        return sorted(kept)

    @staticmethod
    def _marked(pieces: Pieces, start: int, end: int) -> range:
        hit = [w for w, (a, b) in enumerate(pieces.words) if a < end and start < b]
        if not hit:
            return range(0)
        after = pieces.first[hit[-1] + 1] if hit[-1] + 1 < len(pieces.first) else len(pieces.ids)
        return range(pieces.first[hit[0]], after)
