"""A sentence that places something on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from leadup.model.reading import EventDate
from leadup.model.span import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A verbatim sentence of an article (``sentence`` is its index in the reading) and the day it tells of.

    ``day`` is when it happened, ``reported`` the article's publication day (None where unknown): two fields, since
    a retrospective a year later still tells of the day.
    """

    span: Span
    sentence: int
    day: dt.date
    date: EventDate
    reported: dt.date | None
    outlet: str | None = None
