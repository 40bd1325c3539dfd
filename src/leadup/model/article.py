"""A news article as it is kept: immutable, with all that is known of where and when it came from."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["title", "body", "heading", "caption", "credit", "noise"]
"""``noise`` is page furniture (adverts, video teasers): kept so that offsets are the file's own, never shown."""

ArticleKind = Literal["article", "post", "transcript"]
"""``post`` is one of a chat or a network, whose account is the outlet; ``transcript`` what was spoken."""

Certainty = Literal["sure", "likely", "inferred"]
Precision = Literal["second", "minute", "day"]

EARLIEST = dt.date(1700, 1, 1)
LATEST = dt.date(2200, 1, 1)
"""Publication days lie in ``[EARLIEST, LATEST)``: one outside is a slip, or a program's way to write "never"."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article's text, ``text[start:end]`` in code points, and what it is."""

    start: int
    end: int
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published.

    ``at`` is aware; where only the day is known (``precision == "day"``) it is that day's midnight in UTC and its
    ``date()`` is what counts. ``how`` says in words where it was read ("JSON-LD datePublished").
    """

    at: dt.datetime
    precision: Precision
    certainty: Certainty
    how: str

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a publication time needs a time zone")

    @property
    def day(self) -> dt.date:
        """The calendar day at the outlet, in the zone that the page gives."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``text`` is what every offset counts in; ``paragraphs`` tile its non-blank parts in order.

    ``id`` is :func:`article_id` of the outlet and the text. ``source`` names the file or the URL it was read from;
    ``url`` is the canonical address where one is known. ``wire`` is the agency credited ("Associated Press").
    ``previous`` is the id of the version that this one replaces (same ``url``, changed text).
    """

    id: str
    source: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    wire: str | None = None
    published: Published | None = None
    language: str | None = None
    previous: str | None = None
    kind: ArticleKind = "article"

    @property
    def day(self) -> dt.date | None:
        """The calendar day of its publication at the outlet; None where that is not known."""
        return self.published.day if self.published else None

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds this code point, or None between paragraphs."""
        return next((p for p in self.paragraphs if p.start <= offset < p.end), None)


def normalised(text: str) -> str:
    """Text with case, width and spacing folded: what two copies of one text share."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def article_id(text: str, outlet: str | None = None) -> str:
    """16 hex digits that name a text at an outlet: the same words at two outlets are two articles."""
    key = f"{normalised(outlet or '')}\x00{normalised(text)}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
