"""What an editor changed in an answer, where, and who did it when."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal

from leadup.model.span import Span

CorrectionKind = Literal[
    "hide", "pin", "redate", "reword", "merge", "split", "link", "unlink", "unspeak", "outlets", "note", "undo"
]
CorrectionState = Literal["applied", "gone"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One change. ``place`` is a sentence; it is about the entry that has that sentence among its evidence.

    ``day`` is the new day of a *redate*. ``words`` are what a change rests on: the words that say the day (redate), the
    sentence to show instead (reword), the words that make a *link*. ``other`` is a sentence of the other entry (merge,
    link, unlink). *outlets* says that the outlets of the articles of ``place`` and ``other`` are one; ``text`` is then
    their names, else a *note*'s. ``asked`` is the target, in the asker's words, of the answers in which it counts;
    empty where it counts in all. ``undoes`` is the id of the correction that an *undo* takes back.
    """

    kind: CorrectionKind
    place: Span
    by: str
    at: dt.datetime
    asked: str = ""
    day: dt.date | None = None
    words: Span | None = None
    other: Span | None = None
    text: str = ""
    undoes: str = ""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the time of a correction needs a time zone")
        if not 1 < self.at.year < dt.MAXYEAR:
            raise ValueError("the time of a correction is out of the calendar in another zone")

    @property
    def id(self) -> str:
        """12 hex digits that name it: the same correction has the same id in every archive."""
        at = self.at.astimezone(dt.UTC).isoformat()
        parts = (
            self.kind, _named(self.place), self.by, at, self.asked, str(self.day or ""), _named(self.words),
            _named(self.other), self.text, self.undoes,
        )  # fmt: skip
        return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as an answer has it, and the id of the entry that it changed.

    ``gone`` is one whose place is no longer in the archive: it changed nothing, and is said.
    """

    correction: Correction
    state: CorrectionState
    entry: str


def _named(span: Span | None) -> str:
    return "" if span is None else f"{span.article}:{span.start}:{span.end}:{span.exact}"
