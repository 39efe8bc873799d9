"""Language check on the body (py3langid, offline). Short texts are given the benefit of the doubt."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

SHORTEST = 80  # characters; below this the identifier errs (anchors: "Mosul falls" reads as Romanian)
CERTAIN = 5.0  # nats the best language must lead English by: only a confident verdict turns a report away


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def foreign(text: str) -> str | None:
    """ISO 639-1 code if the text is surely not English, else None."""
    body = text.strip()
    if len(body) < SHORTEST:
        return None
    ranked = _identifier().rank(body[:5000])
    code, best = ranked[0]
    english = next(score for name, score in ranked if name == "en")
    return str(code) if best - english >= CERTAIN else None
