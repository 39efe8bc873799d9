"""Calendar arithmetic: months, quarters, seasons, weeks and named days as first and last day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

ONE = timedelta(1)


class Unspoken(ValueError):
    """Words that count from a time spoken of before, where none was: a later rule may read them otherwise."""


@dataclass(frozen=True, slots=True)
class Found:
    """First and last day an expression means. ``modifier`` as in EXPORTS (early, late, about), where the words say so."""

    earliest: date
    latest: date
    precision: str
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is read against: the day of publication, the direction its clause points in (−1 past, +1
    future, 0 unsaid) and the times the text has spoken of so far, the last one last."""

    published: date | None
    direction: int = 0
    spoken: tuple[Found, ...] = ()

    @property
    def previous(self) -> date | None:
        """The day the text spoke of last, the end of it where it spoke of several."""
        return next((f.latest for f in reversed(self.spoken) if f.precision == "day" or f.earliest == f.latest), None)

    def last(self, precisions: Collection[str]) -> Found:
        """The last time spoken of with one of ``precisions``; raises :class:`Unspoken` where there is none."""
        found = next((f for f in reversed(self.spoken) if f.precision in precisions), None)
        if found is None:
            raise Unspoken("nothing spoken of before it")
        return found


def day(value: date, precision: str = "day") -> Found:
    return Found(value, value, precision)


def month(year: int, number: int) -> Found:
    """``number`` may lie outside 1-12 and then counts on into other years."""
    first = _first(year, number)
    return Found(first, _first(year, number + 1) - ONE, "month")


def months(year: int, first: int, count: int, precision: str = "month") -> Found:
    return Found(_first(year, first), _first(year, first + count) - ONE, precision)


def _first(year: int, number: int) -> date:
    carry, index = divmod(number - 1, 12)
    return date(year + carry, index + 1, 1)


def year(number: int, count: int = 1) -> Found:
    return Found(date(number, 1, 1), date(number + count - 1, 12, 31), "year")


def week(inside: date) -> Found:
    monday = inside - timedelta(inside.weekday())
    return Found(monday, monday + timedelta(6), "week")


def weekend(inside: date) -> Found:
    """Saturday and Sunday of the ISO week of ``inside``."""
    saturday = inside - timedelta(inside.weekday()) + timedelta(5)
    return Found(saturday, saturday + ONE, "weekend")


def weekday_near(anchor: date, weekday: int, direction: int) -> date:
    """The most recent such day (today counts), or the next one where ``direction`` is +1."""
    if direction > 0:
        return anchor + timedelta((weekday - anchor.weekday()) % 7)
    return anchor - timedelta((anchor.weekday() - weekday) % 7)


def nearest(candidates: list[date], anchor: date, direction: int) -> date:
    """Of the same day in several years the one its clause points to; unsaid: the closest, days ahead counting twice.

    News looks back more than ahead: two months to come are as far as four gone by.
    """
    side = [c for c in candidates if (c >= anchor if direction > 0 else c <= anchor + ONE)] if direction else candidates
    return min(side or candidates, key=lambda c: (c - anchor).days * 2 if c > anchor else (anchor - c).days)


def easter(of: int) -> date:
    """Western Easter Sunday (anonymous Gregorian computus, Meeus)."""
    a, b, c = of % 19, of // 100, of % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, index = divmod(h + m - 7 * n + 114, 31)
    return date(of, number, index + 1)


_HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 AH, civil tabular calendar, proleptic Gregorian


def hijri(year_ah: int, number: int, of_month: int) -> date:
    """A day of the tabular Islamic calendar (Reingold & Dershowitz, Calendrical Calculations); ±1 day of the sighted one."""
    days = of_month + 29 * (number - 1) + number // 2 + (year_ah - 1) * 354 + (3 + 11 * year_ah) // 30
    return date.fromordinal(_HIJRI_EPOCH - 1 + days)


def hijri_years(around: int) -> range:
    """Islamic years that touch the Gregorian years next to ``around``."""
    first = int((around - 622) * 33 / 32) - 1
    return range(first, first + 5)
