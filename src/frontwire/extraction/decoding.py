"""Logits -> labelled spans: constrained BIO decoding (an I- may only follow its own B- or I-).

Viterbi over word tags with hard transitions; confidence of a span is the mean probability of its tags.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Span:
    """Words [first, last] of one sentence with label ``name``."""

    name: str
    first: int
    last: int
    confidence: float


def log_softmax(logits: Array) -> Array:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


@lru_cache(maxsize=4)
def _transitions(tags: tuple[str, ...]) -> Array:
    """0 where tag j may follow tag i, -inf where not; row -1 stands for the start."""
    allowed = np.zeros((len(tags) + 1, len(tags)), dtype=np.float32)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i, before in enumerate((*tags, "O")):
                if before[2:] != tag[2:] or before == "O":
                    allowed[i, j] = -1e9
    return allowed


def viterbi(scores: Array, tags: tuple[str, ...]) -> list[int]:
    """Best allowed tag sequence for log scores [words, tags]."""
    moves = _transitions(tags)
    best = scores[0] + moves[-1]
    back = []
    for row in scores[1:]:
        paths = best[:, None] + moves[:-1]
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans(logits: Array, tags: tuple[str, ...], outside_bias: float = 0.0) -> list[Span]:
    """Spans of one sentence's word logits [words, tags]. ``outside_bias`` > 0 favours precision."""
    if not len(logits):
        return []
    scores = log_softmax(logits)
    shifted = scores.copy()
    shifted[:, 0] += outside_bias
    path = viterbi(shifted, tags)
    found: list[Span] = []
    for w, t in enumerate(path):
        if tags[t].startswith("B-"):
            found.append(Span(tags[t][2:], w, w, float(np.exp(scores[w, t]))))
        elif t and found:
            last = found[-1]
            n = w - last.first + 1
            mean = (last.confidence * (n - 1) + float(np.exp(scores[w, t]))) / n
            found[-1] = Span(last.name, last.first, w, mean)
    return found
