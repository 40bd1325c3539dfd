"""Time expressions in news English: what is written, what days it denotes, and why.

>>> import datetime as dt
>>> from leadup.times import tag
>>> [(t.exact, t.value) for t in tag("They met on Friday.", dt.date(2020, 1, 5))]
[('Friday', '2020-01-03')]
"""

from leadup.times.headings import date_heading
from leadup.times.tagger import READER_VERSION, tag

__all__ = ["READER_VERSION", "date_heading", "tag"]
