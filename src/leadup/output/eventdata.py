"""Event data in PLOVER's columns: one row a happening-mention, each cell to be checked against its words."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from typing import Final, TextIO

from leadup.ingest import Archive
from leadup.lang import is_read
from leadup.model import Action, Actor, ActorKind, Article, Reading, Sentence
from leadup.model.claim import Extent
from leadup.output.country import alpha_3_of
from leadup.output.formats.table import without_formula
from leadup.output.visible import visible
from leadup.reading.actions import Intensities, after_dateline, code_actions
from leadup.reading.language import read_as
from leadup.reading.names import Cast
from leadup.reading.syntax import parse

SECTORS: Final[dict[ActorKind, str]] = {
    "government": "GOV", "military": "MIL", "police": "COP", "judiciary": "JUD", "legislature": "LEG", "party": "PTY",
    "opposition": "OPP", "armed group": "UAF", "rebels": "REB", "civilians": "CVL", "protesters": "CVL", "media": "JRN",
    "business": "BUS", "aid organisation": "NGO", "international organisation": "IGO", "refugees": "REF",
    "criminals": "CRM", "religious": "REL", "education": "EDU", "medical": "MED",
}  # fmt: skip
"""PLOVER's sector codes; a person, a state and an unknown actor have none."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One mention of a happening. The names of the fields are the columns.

    ``event``, ``quad``, ``intensity`` and ``realis`` are those of :class:`~leadup.model.Action`; countries are ISO 3166
    alpha-3 and sectors PLOVER's. Every ``*_start`` and ``*_end`` counts code points of the article's text, empty where
    the text does not name the thing. ``certain`` is 1 or 0. ``id`` is the same for the same article, place and event.
    """

    id: str
    date: dt.date
    last_date: dt.date
    date_by: str
    date_reason: str
    reported: dt.date | None
    event: str
    quad: str
    realis: str
    intensity: float
    certain: int
    source: str
    source_country: str
    source_sector: str
    target: str
    target_country: str
    target_sector: str
    place: str
    outlet: str
    url: str
    article: str
    start: int
    end: int
    text: str
    event_start: int
    event_end: int
    event_text: str
    source_start: int | None
    source_end: int | None
    source_text: str
    target_start: int | None
    target_end: int | None
    target_text: str
    place_start: int | None
    place_end: int | None


COLUMNS: Final = tuple(f.name for f in fields(EventRow))


def event_row(article: Article, sentence: Sentence, action: Action) -> EventRow | None:
    """The row of an action in a sentence of an article; None where one has no day or the other no category."""
    first = sentence.dates[0].span.first if sentence.dates else None
    if first is None or action.category == "NONE":
        return None
    date = sentence.dates[0]
    key = f"{article.id} {action.start} {action.end} {action.category}"
    return EventRow(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        date=first,
        last_date=date.span.last or first,
        date_by=date.by,
        date_reason=str(date.reason),
        reported=article.day,
        event=action.category,
        quad=action.quad,
        realis=action.realis,
        intensity=action.intensity,
        certain=int(action.certain),
        source=_name(action.source),
        source_country=_country(action.source),
        source_sector=_sector(action.source),
        target=_name(action.target),
        target_country=_country(action.target),
        target_sector=_sector(action.target),
        place=action.place or "",
        outlet=article.outlet or "",
        url=article.url or "",
        article=article.id,
        start=sentence.start,
        end=sentence.end,
        text=article.text[sentence.start : sentence.end],
        event_start=action.start,
        event_end=action.end,
        event_text=action.exact,
        source_start=_start(action.source_at),
        source_end=_end(action.source_at),
        source_text=_words(article, action.source_at),
        target_start=_start(action.target_at),
        target_end=_end(action.target_at),
        target_text=_words(article, action.target_at),
        place_start=_start(action.place_at),
        place_end=_end(action.place_at),
    )


def article_events(
    article: Article,
    reading: Reading,
    *,
    every: bool = False,
    intensity: Intensities | None = None,
    pipeline: str | None = None,
) -> Iterator[EventRow]:
    """The rows of one article, in its order: the main happening of each dated sentence, or ``every`` action of it.

    A sentence that only the publication day dates is left out: nothing in it says when; so is all of an article in a
    language that is not read. ``intensity`` is the table of
    intensities to use in place of leadup's own; ``pipeline`` names an installed spaCy pipeline to parse with.
    """
    dated = [s for s in reading.sentences if s.dates and s.dates[0].by != "published"]
    if not dated or not is_read(article.language):
        return
    language = read_as(article)
    cast = Cast.of(article.text, [n for s in reading.sentences for n in s.names], language=language)
    bounds = [(after_dateline(article.text, s.start, s.end, language), s.end) for s in dated]
    for sentence, parsed in zip(dated, parse(article.text, bounds, pipeline=pipeline, language=language), strict=True):
        actions = code_actions(article.text, parsed, cast=cast, intensity=intensity, language=language)
        for action in actions if every else actions[:1]:
            row = event_row(article, sentence, action)
            if row is not None:
                yield row


def archive_events(
    archive: Archive, *, every: bool = False, intensity: Intensities | None = None, pipeline: str | None = None
) -> Iterator[EventRow]:
    """The rows of a whole archive (:func:`article_events`) in order of day; one article is held at a time."""
    for article, reading in archive.articles():
        if is_read(article.language):
            yield from article_events(article, reading, every=every, intensity=intensity, pipeline=pipeline)


def write_event_csv(rows: Iterable[EventRow], file: TextIO) -> int:
    """Write rows as CSV with a header (RFC 4180; open ``file`` with ``newline=""``); gives how many there were.

    Control characters become signs, and an apostrophe stands before what a spreadsheet would run.
    """
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        writer.writerow(
            [without_formula(visible(v)) if isinstance(v, str) else "" if v is None else v for v in astuple(row)]
        )
        count += 1
    return count


def _name(actor: Actor | None) -> str:
    return "" if actor is None else actor.name


def _country(actor: Actor | None) -> str:
    if actor is None or actor.country is None:
        return ""
    # Kosovo (XK) and others outside the standard keep the code they have
    return alpha_3_of(actor.country) or actor.country


def _sector(actor: Actor | None) -> str:
    return "" if actor is None else SECTORS.get(actor.kind, "")


def _start(extent: Extent | None) -> int | None:
    return None if extent is None else extent[0]


def _end(extent: Extent | None) -> int | None:
    return None if extent is None else extent[1]


def _words(article: Article, extent: Extent | None) -> str:
    return "" if extent is None else article.text[extent[0] : extent[1]]
