"""How often a word of the training texts was a trigger: a prior beside the encoder's scores.

The encoder knows its training sentences by heart (F1 .96) and reads new ones by feel. How often a word form names an event,
counted over the same sentences, is plain evidence that it does not keep apart; the two are mixed log-linearly, as a
unigram model is into a larger language model (interpolation, Jelinek & Mercer 1980). A word without a count changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from frontwire.extraction.decoding import Array

LEXICON = "lexicon.json"
# Weight of a word's log odds of being a trigger. Seventh model, typed triggers of held-out real items / written reports / annotated
# real reports (no say in it): 0 .787 .665 .773; .4 .794 .669 .780; .5 .794 .672 .780; .6 .794 .670 .778. The type of
# the events (how often "raid" is an air strike) was weighed in as well: .795 .671 .781, and calibration worse (.031 to .051).
EVIDENCE = 0.5
CAP = 3.0  # no word speaks louder than twenty to one, either way; 2 and 4 read the same to .001

Counts = Mapping[str, tuple[int, int]]


def read(folder: Path) -> Counts:
    """Lower-case word form -> (times seen, times part of a trigger). Raises FileNotFoundError with the remedy."""
    file = folder / LEXICON
    if not file.exists():
        raise FileNotFoundError(f"{file} is missing: reinstall frontwire, or run `python -m training.lexicon`")
    rows: dict[str, tuple[int, int]] = json.loads(file.read_text("utf-8"))
    return rows


def against(seen: int, events: int) -> float:
    """What these counts add to the score of "no trigger": negative where the word mostly is one. Add-half smoothing."""
    return float(-EVIDENCE * np.clip(np.log((events + 0.5) / (seen - events + 0.5)), -CAP, CAP)) if seen else 0.0


def priors(counts: Counts, words: Sequence[str]) -> Array:
    """One number a word, to be added to its score of "no trigger"."""
    return np.array([against(*counts.get(word.lower(), (0, 0))) for word in words], dtype=np.float32)
