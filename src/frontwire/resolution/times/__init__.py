"""Time expressions -> intervals with precision and the rule that gave them (news semantics).

>>> from datetime import date
>>> found = expressions("Two men were shot on Friday.", date(2014, 6, 23))[0]
>>> found.earliest, found.precision, found.rule
('2014-06-20', 'day', 'weekday')

An expression's value is its calendar value ("this week" is the whole week); :mod:`frontwire.resolution.claim_times`
says what part of it an event can lie in. Without a day of publication relative words stay unresolved: the interval
keeps the words and null bounds.
"""

from frontwire.resolution.times.dateline import report_day, stamps
from frontwire.resolution.times.expressions import document_expressions, expressions

__all__ = ["document_expressions", "expressions", "report_day", "stamps"]
