"""A sentence as links between entries are made of it: its id, words, article, place and day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChainNode:
    """One thing told: the sentence's words, where it stands (article id, start in code points), and its day.

    ``before`` is the text that leads up to it in its article, in which a sentence that announces reactions may stand.
    ``statement`` marks words that someone said, ``side`` who did or said it (a country code or an actor's key) where
    that is known.
    """

    id: str
    text: str
    article: str
    start: int
    day: dt.date | None = None
    statement: bool = False
    side: str | None = None
