"""Time expressions in news English: what is written, what days it denotes, and why.

Works on any text, by itself: no model, no network, one call.

>>> import datetime as dt
>>> from leadup.times import tag
>>> text = "Militiamen broke into the compound on Tuesday, two days after the Dec. 29 strikes."
>>> for t in tag(text, dt.date(2020, 1, 3)):
...     print(t.exact, t.type, t.value, t.span.first if t.span else None, "--", t.reason)
Tuesday DATE 2019-12-31 2019-12-31 -- Tuesday before 2020-01-03, the article's date
two days DURATION P2D 2019-12-31 -- two days after 2019-12-29, the day of the event
Dec. 29 DATE 2019-12-29 2019-12-29 -- December 29 before 2020-01-03, the article's date

``tag`` gives TIMEX3 types and values (:class:`leadup.model.Timex`) with exact places in code points, the closed
interval of calendar days (``span``), the anchor and the rule. ``date_heading`` says what day a heading line names,
``typed_day`` which one a person types; ``to_timeml`` writes the text as TimeML, ``told_as`` says which way a sentence
looks at an expression in it.
"""

from leadup.times.direction import told_as
from leadup.times.headings import DatedLine, RangedLine, date_heading, dated_line, names_no_day, ranged_line
from leadup.times.tagger import LANGUAGES, Rejected, tag
from leadup.times.timeml import to_timeml
from leadup.times.typed import typed_day

__all__ = [
    "LANGUAGES",
    "DatedLine",
    "RangedLine",
    "Rejected",
    "date_heading",
    "dated_line",
    "names_no_day",
    "ranged_line",
    "tag",
    "to_timeml",
    "told_as",
    "typed_day",
]
