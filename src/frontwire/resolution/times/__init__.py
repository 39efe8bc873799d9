"""Time expressions -> intervals with precision and the rule that gave them (news semantics).

>>> from datetime import date
>>> found = expressions("Two men were shot on Friday.", date(2014, 6, 23))[0]
>>> found.earliest, found.precision, found.rule
('2014-06-20', 'day', 'weekday')

An expression's value is its calendar value ("this week" is the whole week); :mod:`frontwire.resolution.claim_times`
says what part of it an event can lie in. Without a day of publication relative words stay unresolved: the interval
keeps the words and null bounds.
"""

from datetime import date

from frontwire.reading.sentences import split
from frontwire.records import Interval
from frontwire.resolution.times.clock import clocked
from frontwire.resolution.times.dateline import report_day, stamps
from frontwire.resolution.times.expressions import document_expressions, expressions

__all__ = ["clocked", "document_expressions", "expressions", "report_day", "resolve", "stamps"]


def resolve(text: str, *, published: date | None = None) -> list[Interval]:
    """Every time expression of a report, each knowing the times spoken of before it.

    >>> [(t.text, t.earliest) for t in resolve("It began on 3 March. Two days later it ended.", published=date(2019, 4, 20))]
    [('3 March', '2019-03-03'), ('Two days later', '2019-03-05')]
    """
    return document_expressions(text, split(text), published)
