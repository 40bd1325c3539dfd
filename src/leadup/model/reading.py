"""What has been read out of an article: lightly for all of it, deeply for chosen sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from leadup.model.action import Action
from leadup.model.claim import Claim
from leadup.model.figure import Figure
from leadup.model.name import Actor, Name
from leadup.model.reason import Reason
from leadup.model.timex import DateSpan, Timex

PieceKind = Literal["report", "opinion", "letters", "quiz", "horoscope", "transcript"]
DatedBy = Literal["timex", "heading", "narrative", "published"]


@dataclass(frozen=True, slots=True)
class EventDate:
    """A day (or days) on which what a sentence tells of happened, and why that is thought.

    ``by`` is how it is known: an expression in the sentence, the date heading it stands under, the narrative's
    running date, or the publication day as a last resort. ``weight`` in (0, 1] is how much to rely on it.
    """

    span: DateSpan
    by: DatedBy
    reason: Reason
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, ``text[start:end]`` in code points of the article, and what stands in it.

    Offsets of timexes, names and figures count in the article's text too. ``dates`` is best first. ``paragraph`` is
    an index into the article's paragraphs; ``section`` is the day of the date heading that governs it.

    ``opened`` is where the quotation opened that the sentence begins within (None: it begins outside any), and
    ``runs_on`` says that one is still open at its end: such a sentence is a part of a statement, never the outlet's
    own words. ``repeated`` marks a sentence that the outlet prints in article after article: it counts as evidence of
    nothing.
    """

    start: int
    end: int
    paragraph: int
    timexes: tuple[Timex, ...] = ()
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[EventDate, ...] = ()
    section: dt.date | None = None
    opened: int | None = None
    runs_on: bool = False
    repeated: bool = False

    @property
    def day(self) -> dt.date | None:
        """The event day, where the best date is a single day."""
        return self.dates[0].span.single if self.dates else None


@dataclass(frozen=True, slots=True)
class Piece:
    """What kind of piece an article is, and why that is thought."""

    kind: PieceKind
    reason: str


REPORT = Piece("report", "nothing says otherwise")


@dataclass(frozen=True, slots=True)
class Reading:
    """The light reading of one article: every sentence that is news (page furniture is left out), in order."""

    article: str
    sentences: tuple[Sentence, ...]
    reader: str
    """Name and version of the reader that made it, so that a stored reading can be known as stale."""
    piece: Piece = REPORT


@dataclass(frozen=True, slots=True)
class DeepReading:
    """What deep reading adds for one sentence of an article (``sentence`` is its index in the light reading)."""

    sentence: int
    claims: tuple[Claim, ...] = ()
    actions: tuple[Action, ...] = ()
    actors: tuple[Actor, ...] = ()
