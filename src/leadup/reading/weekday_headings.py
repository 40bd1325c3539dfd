"""A chronicle whose headings are days of the week: "Monday", "Tuesday night", "8pm Saturday: A crowd gathers".

They are read so only where the article says that it is a chronicle: a list of what the week will bring has the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from leadup.lang import kept_table
from leadup.model import Article, Paragraph
from leadup.times import tag
from leadup.times.headings import heading_clock

_WEEK = 7
"""Days before an article's own from which on a day of the week names none."""
_FEWEST = 2
_LEAD = 3
"""Paragraphs at the head of an article that may call it a chronicle, its title among them."""
_ROLLS_OVER = 6
"""Hours that the clock falls back by from one line to the next where midnight lies between."""
_NOON = 12


_NONE: tuple[tuple[tuple[int, dt.date], ...], frozenset[int]] = ((), frozenset())


class _Mark(NamedTuple):
    place: int
    weekday: int
    whole: bool


def weekday_sections(
    article: Article, paragraphs: Sequence[Paragraph], published: dt.date | None, language: str
) -> tuple[tuple[tuple[int, dt.date], ...], frozenset[int]]:
    """Where each such section begins and its day, and the places of the lines that are a heading and nothing else.

    Each day is the nearest that is not after the article's own. There are none where they do not run on from one to the
    next (some are to come), nor where what stands before the first tells of a day long before the article's own, which
    they may follow.
    """
    names = tuple(kept_table("calendar", language).get("weekdays", ()))
    if published is None or published - dt.date.min < dt.timedelta(_WEEK) or not names:
        return _NONE
    if not _is_chronicle(article, paragraphs, language):
        return _NONE
    marks = _marks(article.text, paragraphs, names, language)
    days = [published - dt.timedelta((published.weekday() - m.weekday) % _WEEK) for m in marks]
    if len(set(days)) < _FEWEST or days not in (sorted(days), sorted(days, reverse=True)):
        return _NONE
    if _tells_of_before(article.text[: paragraphs[marks[0].place].start], published, language):
        return _NONE
    starts: list[tuple[int, dt.date]] = []
    for mark, then, day in zip(marks, [*marks[1:], None], days, strict=True):
        end = then.place if then is not None else len(paragraphs)
        starts += _section(article.text, paragraphs[mark.place : end], day, language)
    return tuple(starts), frozenset(paragraphs[m.place].start for m in marks if m.whole)


def _is_chronicle(article: Article, paragraphs: Sequence[Paragraph], language: str) -> bool:
    cue = _cue(language)
    head = [article.title or "", *(article.text[p.start : p.end] for p in paragraphs[:_LEAD])]
    return cue is not None and any(cue.search(line) for line in head)


@cache
def _cue(language: str) -> re.Pattern[str] | None:
    words = kept_table("dating", language).get("chronicle")
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None


@cache
def _line(names: tuple[str, ...], language: str) -> re.Pattern[str]:
    forms = kept_table("dating", language)
    parts, opening = forms.get("day_parts", "(?!)"), forms.get("opening_clock", "(?!)")
    day = rf"(?P<day>{'|'.join(map(re.escape, names))})"
    return re.compile(
        rf"\W*(?:{opening},?\s)?(?:(?:{parts})\s)?{day}(?:\s(?:{parts}))?(?:{heading_clock(language)})?(?:\s*[:–—-]?\s*$|\s*[:–—]\s|\s-\s)",
        re.IGNORECASE,
    )


def _marks(text: str, paragraphs: Sequence[Paragraph], names: tuple[str, ...], language: str) -> list[_Mark]:
    number = {name.lower(): n for n, name in enumerate(names)}
    marks = []
    for place, p in enumerate(paragraphs):
        made = _line(names, language).match(text[p.start : p.end]) if p.kind in ("heading", "body") else None
        if made is not None:
            marks.append(_Mark(place, number[made["day"].lower()], made.end() == p.end - p.start))
    return marks


def _tells_of_before(text: str, published: dt.date, language: str) -> bool:
    """Does a text name a day more than a week before this one?"""
    days = (t.span.single for t in tag(text, published, language=language) if t.span is not None)
    return any(day is not None and (published - day).days >= _WEEK for day in days)


def _section(text: str, paragraphs: Sequence[Paragraph], day: dt.date, language: str) -> list[tuple[int, dt.date]]:
    """A section, and another one of the next day where the clock that its lines open with passes midnight."""
    starts = [(paragraphs[0].start, day)]
    last: int | None = None
    for p in paragraphs:
        hour = _hour(text[p.start : p.end], language)
        if hour is not None and last is not None and last - hour >= _ROLLS_OVER:
            day += dt.timedelta(1)
            starts.append((p.start, day))
        last = hour if hour is not None else last
    return starts


def _hour(line: str, language: str) -> int | None:
    """The hour, of 24, that a line opens with; None where it opens with none that is plain."""
    match = _opening_clock(language).match(line)
    if match is None or not (match["half"] or match["minute"]):
        return None
    hour = int(match["hour"])
    return hour % _NOON + (_NOON if match["afternoon"] else 0) if match["half"] else hour


@cache
def _opening_clock(language: str) -> re.Pattern[str]:
    return re.compile(rf"\W*{kept_table('dating', language).get('opening_clock', '(?!)')}", re.IGNORECASE)
