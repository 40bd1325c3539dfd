"""Mentions of one thing, how well they support it, and where they differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

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


AccountState = Literal["single", "agreeing", "revised", "disputed"]

UNNAMED_OUTLET = "outlet not named"
"""What stands for the outlet of all articles that name none: they may all come of one, and so count as one source."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Articles that come of one report: copies of a wire story, rewrites that credit it, quotations of it.

    ``name`` is the agency or the outlet first in line; ``how`` says what joined them ("near copy of …").
    """

    name: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    how: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """Who carries a happening: all outlets, and the lineages that are independent of each other.

    Articles whose outlet is unknown stand among ``outlets`` once, as :data:`UNNAMED_OUTLET`, last.
    """

    outlets: tuple[str, ...]
    lineages: tuple[Lineage, ...]
    articles: int

    @property
    def independent(self) -> int:
        """How many sources there are once copies count as one."""
        return len(self.lineages)


@dataclass(frozen=True, slots=True)
class Figured:
    """One outlet's figure for a role, when it gave it, and the words."""

    low: float
    high: float | None
    outlet: str | None
    reported: dt.date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Account:
    """All figures given for one role of a happening ("killed", in "fighter"), and whether they agree.

    ``line`` says it in one line: "killed: 24 (2 outlets, Dec. 29), 25 (5 outlets, from Dec. 30)".
    """

    role: str
    unit: str
    state: AccountState
    figures: tuple[Figured, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Mentions of the same thing on a day, best wording first."""

    id: str
    day: dt.date
    mentions: tuple[Mention, ...]
    support: Support
    accounts: tuple[Account, ...] = ()
