"""Which day governs which part of an article: its date headings, the dates its paragraphs open with, its year lines."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from leadup.lang import kept_table
from leadup.model import Article, DateSpan, Paragraph
from leadup.reading.weekday_headings import weekday_sections
from leadup.times import DatedLine, RangedLine, dated_line, names_no_day, ranged_line

Sections = tuple[tuple[int, dt.date | None], ...]
"""Where each section begins, and its day; None where one ends and no other begins."""

_YEAR_LINE = re.compile(r"\s*[#*]*\s*((?:1[89]|20)\d\d)\s*[:*]*\s*$")
_EDGES = " \t:.*#_—–-"
_LONGEST_HEADING = 60
_LONGEST_TITLED = 90
_FEWEST = 2
"""How many lines must be headed by a date before a short line that merely holds one counts as a heading too."""
_REACH = 6
"""A date that opens a paragraph governs those up to the next such one, where that is no further on than this."""
_CLOCK_REACH = 8
_BELOW = 2
_AHEAD = 1.4
"""A day to come counts as this much further than one past, as for dates without a year."""


class Governed(NamedTuple):
    """The sections of an article; the places of the paragraphs that are headings and nothing else; and, of these, those
    that name a time and no single day; ``spans`` are the days of those of them that name some ("March 1-3")."""

    sections: Sections
    headings: frozenset[int]
    vague: frozenset[int]
    spans: Mapping[int, DateSpan]


class _Mark(NamedTuple):
    place: int
    line: DatedLine
    heading: bool
    days: RangedLine | None = None


def sections_of(article: Article, published: dt.date | None, language: str) -> Governed:
    """Which day governs which part of an article."""
    first = _first_heading(article, published, language)
    paragraphs = [p for p in article.paragraphs if p.kind in ("title", "heading", "body") or p == first]
    loose = frozenset(p.start for p in paragraphs if _is_vague(article.text, p, language))
    marks, years, heads = _marks(article.text, paragraphs, loose, language)
    if first is not None and len(marks) == 1:
        # It alone is the page's own day.
        marks = []
    if not marks:
        by_weekday, whole = weekday_sections(article, paragraphs, published, language)
        return Governed(by_weekday, frozenset(heads | whole), frozenset(), {})
    ends = [_ends(article.text, paragraphs, marks, n, language) for n in range(len(marks))]
    days = _days(marks, years, ends, published)
    vague = frozenset(start for start in loose if start >= paragraphs[marks[0].place].start)
    governed: list[tuple[int, dt.date | None]] = [(start, None) for start in vague]
    spans: dict[int, DateSpan] = {}
    for mark, day, end in zip(marks, days, ends, strict=True):
        if day is None:
            continue
        if mark.days is not None:
            if (span := mark.days.span(day)) is not None:
                spans[paragraphs[mark.place].start] = span
            continue
        governed.append((paragraphs[mark.place].start, day))
        if end is not None and paragraphs[end].start not in vague:
            governed.append((paragraphs[end].start, None))
    sections = sorted(governed, key=itemgetter(0))
    counted = list(_counted_on(article.text, paragraphs, sections, spans, language))
    heads |= {start for start, _ in counted}
    return Governed(tuple(sorted([*sections, *counted], key=itemgetter(0))), frozenset(heads | vague), vague, spans)


def _first_heading(article: Article, published: dt.date | None, language: str) -> Paragraph | None:
    """The line right above a text that is a date and not the article's own: a chronicle's first heading."""
    above: Paragraph | None = None
    for p in article.paragraphs:
        if p.kind in ("heading", "body"):
            break
        above = p if p.kind == "credit" else above
    line = dated_line(article.text[above.start : above.end], language) if above is not None else None
    if line is None or line.how != "whole" or published is None:
        return None
    return above if line.place(published) != published else None


def _counted_on(
    text: str,
    paragraphs: Sequence[Paragraph],
    sections: Sequence[tuple[int, dt.date | None]],
    spans: Mapping[int, DateSpan],
    language: str,
) -> Iterator[tuple[int, dt.date | None]]:
    """The headings that count from the one before ("The next day", "Same day"), with their days."""
    day_from = dict(sections)
    last: dt.date | None = None
    for p in paragraphs:
        if p.start in day_from:
            last = spans[p.start].last if p.start in spans else day_from[p.start]
        elif p.kind != "title" and last is not None and (days := _days_on(text[p.start : p.end], language)) is not None:
            with contextlib.suppress(OverflowError):
                last += dt.timedelta(days)
                yield p.start, last


def _days_on(line: str, language: str) -> int | None:
    """How many days after the heading before a heading is, by its words; None for any other."""
    bare = line.strip(_EDGES)
    return next((days for form, days in _counted(language) if form.fullmatch(bare)), None)


@cache
def _counted(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    rows = kept_table("dating", language).get("counted_headings", ())
    return tuple((re.compile(words, re.IGNORECASE), days) for words, days in rows)


def _is_vague(text: str, p: Paragraph, language: str) -> bool:
    """Is a paragraph a heading that names a time and no single day ("Sometime last week")? It ends what was before."""
    line = text[p.start : p.end]
    if len(line) > _LONGEST_HEADING or p.kind == "title" or _days_on(line, language) is not None:
        return False
    if _loose(language).fullmatch(line.strip(_EDGES)):
        return True
    return p.kind == "heading" and names_no_day(line, language)


@cache
def _loose(language: str) -> re.Pattern[str]:
    """Headings that name no day and end what stands before all the same ("Two weeks later"); of none "(?!)"."""
    words = str(kept_table("dating", language).get("loose_headings", "(?!)"))
    return re.compile(words.replace("\n", ""), re.IGNORECASE)


def _marks(
    text: str, paragraphs: Sequence[Paragraph], vague: Collection[int], language: str
) -> tuple[list[_Mark], dict[int, int], set[int]]:
    marks: list[_Mark] = []
    years: dict[int, int] = {}
    heads: set[int] = set()
    for place, p in enumerate(paragraphs):
        line = text[p.start : p.end]
        year = _YEAR_LINE.match(line)
        if year:
            years[place] = int(year[1])
            continue
        if p.start in vague:
            if (ranged := ranged_line(line, language)) is not None:
                marks.append(_Mark(place, ranged.first, True, ranged))
            continue
        dated = dated_line(line if "\n" not in line.strip() else line.strip().split("\n", 1)[0], language)
        if (
            dated is None
            or (p.kind == "title" and dated.how == "holds")
            or (dated.how != "opens" and "\n" in line.strip())
        ):
            continue
        whole = dated.how == "whole" and p.end - p.start <= _LONGEST_HEADING
        if whole:
            heads.add(p.start)
        marks.append(_Mark(place, dated, dated.how != "opens" or p.kind != "body" or _titled(line)))
    # A year by itself governs where dates stand right below it; elsewhere it is a number.
    years = {k: y for k, y in years.items() if any(k < m.place <= k + _BELOW for m in marks)}
    firm = sum(m.line.how != "holds" for m in marks)
    held = {m.place for m in marks if m.line.how == "holds"}
    # Lines that hold a date, one upon the other, are a table of contents.
    listed = {k for k in held if k + 1 in held or k - 1 in held}
    heads |= {paragraphs[k].start for k in years}
    named = {m.place for m in marks if m.place in held and m.line.weekday is not None}
    named = {k for k in named if paragraphs[k].kind == "heading"}
    believed = held if firm >= _FEWEST else named if firm + len(named) >= _FEWEST else set()
    kept = [m for m in marks if m.line.how != "holds" or m.place in believed - listed]
    return kept, years, heads


def _titled(line: str) -> bool:
    """Is a line that opens with a date a heading: short, and no sentence?"""
    return len(line) <= _LONGEST_TITLED and not line.rstrip().endswith((".", "!", "?", '"', "”", ":"))


def _days(
    marks: Sequence[_Mark], years: dict[int, int], ends: Sequence[int | None], published: dt.date | None
) -> list[dt.date | None]:
    """The day of each mark. A run of headings without years lies where it is nearest to the article's day as a whole.

    "Jan. 3", "May 2", "Dec. 20" on a page of 21 December are of its own year; "Aug. 7", "Sept. 4" on one of July too.
    """
    if published is None:
        return _run(marks, years, ends, None, None)
    runs = [_run(marks, years, ends, _shifted(published, shift), published) for shift in (0, -1, 1)]
    return min(runs, key=lambda run: sum(_far(day, published) for day in run if day is not None))


def _shifted(day: dt.date, years: int) -> dt.date:
    try:
        return day + dt.timedelta(365 * years)
    except OverflowError:
        # At an end of the calendar there is no year beside.
        return day


def _far(day: dt.date, published: dt.date) -> float:
    gap = (day - published).days
    return gap * _AHEAD if gap > 0 else -gap


def _run(
    marks: Sequence[_Mark],
    years: dict[int, int],
    ends: Sequence[int | None],
    near: dt.date | None,
    published: dt.date | None,
) -> list[dt.date | None]:
    days: list[dt.date | None] = []
    last: dt.date | None = None
    trend = 0
    for mark, end in zip(marks, ends, strict=True):
        line = mark.line
        stated = [year for place, year in years.items() if place < mark.place]
        if line.year is None and stated:
            day = line._replace(year=stated[-1]).place(dt.date(stated[-1], 1, 1))
        elif line.year is None and last is None and near is None:
            day = None
        else:
            day = line.place(last or near or dt.date(1, 1, 1), trend=trend if last is not None else None)
        if day is not None and last is not None and day != last:
            trend = 1 if day > last else -1
        days.append(day)
        # After a paragraph of its own day the text goes on from its own: a new run.
        last, near = (None, published or day) if end is not None else (day, near)
    return days


def _ends(text: str, paragraphs: Sequence[Paragraph], marks: Sequence[_Mark], n: int, language: str) -> int | None:
    """The paragraph where the section of a mark ends, None where it lasts to the next mark or the end."""
    here = marks[n]
    then = marks[n + 1].place if n + 1 < len(marks) else len(paragraphs)
    if here.heading or (then < len(paragraphs) and then - here.place <= _REACH):
        return None
    end = here.place + 1
    while end < then:
        near = range(end, min(then, end + _CLOCK_REACH))
        led = next((k for k in near if _clock_led(language).match(text, paragraphs[k].start)), None)
        if led is None:
            break
        end = led + 1
    return end if end < then else None


@cache
def _clock_led(language: str) -> re.Pattern[str]:
    """The time of day that a line of a running report opens with ("10:45 a.m. – ")."""
    half = kept_table("dating", language).get("clock_half", "(?!)")
    return re.compile(rf"\s*(?:[-–—•*]\s*)?\d{{1,2}}[:.]\d\d\s*(?:{half})?[^.]{{0,12}}?\s*[:–—-]", re.I)
