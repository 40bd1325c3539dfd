"""A draft cut into statements, each with the day that it stands under."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadup.check.report import Statement
from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake import read_path
from leadup.reading.sentences import split_sentences
from leadup.times import tag

_BULLET = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+|[ \t]*#+[ \t]*|[ \t]*>[ \t]?")
_AFTER_DAY = re.compile(r"[ \t*_]*[:–—|-]+[ \t*_]*")
_STRAY = re.compile(r"[\s*_#:,.|–—-]*")
_DAY_COLUMNS = ("day", "date", "start date", "start_date", "datetime")
_TEXT_COLUMNS = ("text", "headline", "title", "summary", "description", "message", "wording")
SHORTEST = 3
"""Words of a statement; less is a heading or a label."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft's text and its statements in order; ``title`` is a heading at its beginning, where there is one."""

    text: str
    statements: tuple[Statement, ...]
    title: str | None = None


def draft_from_text(text: str, day: dt.date | None = None) -> Draft:
    """A draft from its text: headings, bullets and dates give the sentences below or behind them their day.

    ``day`` is the day of the draft itself, from which "on Monday" and days without a year are counted.
    """
    statements: list[Statement] = []
    title: str | None = None
    under: tuple[dt.date | None, str] = (None, "")
    anchor = day
    for start, end in _lines(text):
        opening = _BULLET.match(text, start, end)
        is_heading = opening is not None and "#" in opening.group()
        at = opening.end() if opening else start
        told = _opening_day(text, at, end, anchor)
        if told is not None:
            found, stop = told
            under, anchor = (found, text[at:stop].strip(" *_")), found
            after = _AFTER_DAY.match(text, stop, end)
            at = after.end() if after else stop
            if not _STRAY.sub("", text[at:end]):
                continue
        if (is_heading and told is None) or (not statements and title is None and _is_label(text[at:end])):
            title = title or text[at:end].strip()
            if told is None:
                continue
        for first, last in split_sentences(text, at, end):
            words = text[first:last]
            if len(words.split()) < SHORTEST or (told is None and _is_label(words)):
                continue
            own = _own_day(words, anchor)
            if own is not None:
                anchor = own[0]
            one, said = own or under
            statements.append(Statement(first, last, words, one, said))
    return Draft(text, tuple(statements), title)


def read_draft(path: str | Path, day: dt.date | None = None) -> Draft:
    """A draft from a file: text, Markdown, HTML, DOCX and all that articles are read from; JSON and CSV timelines.

    Raises :class:`~leadup.errors.IntakeError` where it cannot be read.
    """
    place = Path(path)
    suffix = place.suffix.lower()
    try:
        if suffix == ".json":
            return draft_from_rows(_rows_of_json(json.loads(place.read_text(encoding="utf-8-sig"))))
        if suffix == ".csv":
            return draft_from_rows(_rows_of_table(place.read_text(encoding="utf-8-sig")))
        if suffix in (".md", ".txt", ""):
            return draft_from_text(place.read_text(encoding="utf-8-sig"), day)
    except (OSError, ValueError) as error:
        why = f"it cannot be read as a draft ({error})"
        raise UnreadableInput(str(path), why, "Give text or a timeline") from error
    found = next(iter(read_path(place)), None)
    if found is None:
        raise EmptyArticle(str(path))
    if isinstance(found, IntakeError):
        raise found
    text = "\n\n".join(found.text[p.start : p.end] for p in found.paragraphs if p.kind != "noise")
    return draft_from_text(text, day)


def draft_from_rows(rows: Sequence[tuple[dt.date | None, str]]) -> Draft:
    """A draft from rows of days and words."""
    text, statements = "", []
    for day, words in rows:
        for first, last in split_sentences(words):
            one = words[first:last]
            if len(one.split()) >= SHORTEST:
                at = len(text)
                text += one + "\n"
                statements.append(Statement(at, at + len(one), one, day, day.isoformat() if day else ""))
    return Draft(text, tuple(statements))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _is_label(words: str) -> bool:
    """A line without a stop at its end is a heading or a label, if it is short."""
    bare = words.strip(" *_#")
    return not bare.endswith((".", "!", "?", "”", '"', ":")) and len(bare.split()) <= 10


def _opening_day(text: str, start: int, end: int, anchor: dt.date | None) -> tuple[dt.date, int] | None:
    """The day that a line opens with, and where its words end: a heading's, or before a colon or a dash."""
    head = text[start : min(end, start + 60)]
    lead = len(head) - len(head.lstrip(" *_"))
    for timex in tag(head, anchor, vague=False)[:1]:
        day = timex.span.single if timex.span else None
        if day is None or timex.start > lead or not any(c.isdigit() for c in timex.exact):
            continue
        stop = start + timex.end
        if not text[stop:end].strip(" *_)") or _AFTER_DAY.match(text, stop, end):
            return day, stop
    return None


def _own_day(words: str, anchor: dt.date | None) -> tuple[dt.date, str] | None:
    """The one day that a sentence names itself."""
    days: dict[dt.date, str] = {}
    for timex in tag(words, anchor, vague=False):
        if timex.type == "DATE" and timex.span and timex.span.single and (anchor or any(map(str.isdigit, timex.exact))):
            days.setdefault(timex.span.single, timex.exact)
    return next(iter(days.items())) if len(days) == 1 else None


def _rows_of_json(data: Any) -> list[tuple[dt.date | None, str]]:
    """TimelineJS's events, a timeline of leadup's own, or a list of rows."""
    if isinstance(data, dict) and "entries" in data:
        return [(_day(e.get("day")), str(e["wording"]["exact"])) for e in data["entries"]]
    if isinstance(data, dict) and "events" in data:
        rows = []
        for event in data["events"]:
            start = event.get("start_date") or {}
            said = event.get("text") or {}
            at = [int(start[k]) for k in ("year", "month", "day") if start.get(k)]
            words = _bare(str(said.get("text") or "")) or _bare(str(said.get("headline") or ""))
            rows.append((dt.date(*at) if len(at) == 3 else None, words))
        return rows
    if isinstance(data, list) and all(isinstance(row, dict) for row in data):
        return [_row({str(k): str(v) for k, v in row.items()}) for row in data]
    raise ValueError("no timeline is in it")


def _rows_of_table(text: str) -> list[tuple[dt.date | None, str]]:
    return [_row(row) for row in csv.DictReader(io.StringIO(text))]


def _row(row: dict[str, str]) -> tuple[dt.date | None, str]:
    held = {k.strip().lower(): (v or "") for k, v in row.items() if k}
    if held.get("year") and held.get("month") and held.get("day"):
        day: dt.date | None = dt.date(int(held["year"]), int(held["month"]), int(held["day"]))
    else:
        day = next((d for name in _DAY_COLUMNS if (d := _day(held.get(name)))), None)
    return day, _bare(next((held[name] for name in _TEXT_COLUMNS if held.get(name)), ""))


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _bare(html: str) -> str:
    from lxml.html import fromstring

    return " ".join("".join(map(str, fromstring(html).itertext())).split()) if "<" in html else html.strip()
