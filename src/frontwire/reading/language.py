"""Language check on the body (py3langid, offline). Short texts are given the benefit of the doubt."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

SHORTEST = 80  # characters; below this the identifier errs (anchors: "Mosul falls" reads as Romanian)
# Nats the best language must lead English by. Of 11,090 English news texts of 80 characters or more those full of foreign names
# reached 34 (Nigerian ones as Pidgin, "Talış" as Azerbaijani); at 5, sixteen of them were turned away. Of 26 sentences of some 100
# characters in as many languages the nearest to English leads by 69; Pidgin passes where it is one line and not where it is a report.
CERTAIN = 50.0


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
