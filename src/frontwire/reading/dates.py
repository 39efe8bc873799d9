"""Publication dates from headers and metadata: ISO 8601 in, ISO 8601 plus precision out.

Only unambiguous forms are read; "03/04/2014" is refused rather than guessed.
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$"
)
_WORDS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%A, %d %B %Y", "%A, %B %d, %Y", "%Y/%m/%d")


def parse_published(value: str) -> tuple[str, str]:
    """(ISO date or time, precision minute/day/month/year). Raises ValueError for anything ambiguous or impossible."""
    value = value.strip()
    found = _ISO.match(value)
    if found:
        year, month, day, clock, _, zone = found.groups()
        datetime(int(year), int(month or 1), int(day or 1))
        if clock:
            datetime.strptime(clock, "%H:%M")
            zone = "+00:00" if zone == "Z" else zone or ""
            return f"{year}-{month}-{day}T{clock}{zone}", "minute"
        parts = [p for p in (year, month, day) if p]
        return "-".join(parts), ("year", "month", "day")[len(parts) - 1]
    for form in _WORDS:
        try:
            return datetime.strptime(value, form).date().isoformat(), "day"
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(value).isoformat(timespec="minutes"), "minute"
    except (ValueError, TypeError, IndexError):
        raise ValueError(
            f"date {value!r} is not understood; write it as 2014-06-23 or 2014-06-23T15:00+03:00"
        ) from None
