"""The day an article that carries no date was published, worked out from its text, and marked as worked out."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from leadup.lang import ENGLISH, any_of, kept_table, weekday_names
from leadup.model import Article, Paragraph, Published, Timex
from leadup.model.article import EARLIEST, LATEST
from leadup.reading.language import read_as
from leadup.times import DatedLine, dated_line, names_no_day, tag


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("publication", language)
        # Told to the reader, in English whatever the text is in.
        self.how: dict[str, str] = kept_table("publication", ENGLISH)["how"]
        self.own_line = self.how["own_line"]
        self.set_apart = re.compile(rf"[|•·]|^\W*{self.words['by']}\s", re.IGNORECASE)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_LONGEST_LINE = 160
_LONGEST_STAMP = 80
_TOP, _FOOT = 6, 3
"""Among how many first and last paragraphs a text's own stamp is looked for."""
_LEDE = 700


def dated(article: Article) -> Article:
    """The article with its publication day inferred where it has none and its text gives one.

    In this order: the last date heading of a chronicle; a line that says so ("Published Friday 3 January 2020"); a
    full date in the title; a short line at the head or foot that is little but a date; a dateline ("OSLO, Jan. 3,
    2020"); the last line that says "Updated"; the latest full date of the lead, where the lead names its weekday too.
    Dates of corrections and of what lies further on in the text (background, as a rule) tell nothing, nor do figures
    that could be two days ("3/4/2020"). Unchanged where nothing tells.
    """
    language = read_as(article)
    forms = _forms(language)
    if article.published is not None and not _heads_a_chronicle(article, forms):
        return article
    stated = _last_heading(article, forms=forms) or _stated(article, forms) or _of_the_lead(article, forms)
    if stated is None:
        return article
    day, how = stated
    at = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    return replace(article, published=Published(at, "day", "inferred", how))


def _heads_a_chronicle(article: Article, forms: _Forms) -> bool:
    """Was the first of several date headings taken for the line in which a text states its own day?"""
    published = article.published
    if published is None or published.how != forms.own_line or published.precision != "day":
        return False
    heading = _last_heading(article, items=False, forms=forms)
    first = next(
        (d for p in article.paragraphs if (d := dated_line(article.text[p.start : p.end], language=forms.language))),
        None,
    )
    return heading is not None and first is not None and first.how == "whole" and heading[0] > published.day


def _last_heading(article: Article, *, forms: _Forms, items: bool = True) -> tuple[dt.date, str] | None:
    """The last of two or more date headings, or of the days that the items of a chronicle open with (``items``)."""
    lines = [line for line in _headings(article, forms.language) if items or line.how == "whole"]
    days = _run_of(lines)
    if len(days) < _FEWEST or (max(days) - min(days) > _LONGEST_STORY and any(line.how == "opens" for line in lines)):
        return None
    return max(days), forms.how["heading"].format(day=max(days))


def _headings(article: Article, language: str) -> Iterator[DatedLine]:
    """The lines of a text that are a date, or open with one as the items of a chronicle do; of one that names days
    from one to another, or opens with a month and its year, the last day or the first."""
    opening: list[DatedLine] = []
    is_list = True
    for p in article.paragraphs:
        if p.kind not in ("heading", "body", "credit"):
            continue
        words = article.text[p.start : p.end]
        line, month = dated_line(words, language=language), _opening_month(words, language)
        if not opening and p.kind == "body" and line is None and month is None:
            # What is told before the items of a list dates them, and may say that they are to come.
            is_list = False
        if line is not None and line.how == "whole" and len(words) < _LONGEST_HEADING:
            yield line
        elif line is not None and line.how == "opens":
            opening.append(line)
        elif (day := _period_end(words, language)) is not None:
            yield DatedLine("whole", day.month, day.day, day.year, None)
        elif month is not None:
            opening.append(month)
    # A single line that opens so is a sentence.
    if is_list and len(opening) >= _FEWEST_ITEMS:
        yield from opening


def _period_end(line: str, language: str) -> dt.date | None:
    """The last day, with its year, of a heading that names several ("28-30 September 2014")."""
    if len(line) >= _LONGEST_HEADING or not any(c.isdigit() for c in line) or not names_no_day(line, language=language):
        return None
    return max((day for _, day in _full_dates(line, language)), default=None)


def _opening_month(line: str, language: str) -> DatedLine | None:
    """The month, by its first day, that a line opens with, its year beside it ("January 2014 The council learns …")."""
    match = _MONTH_AND_YEAR.match(line)
    first = tag(match.group(), None, language=language)[:1] if match else ()
    span = first[0].span if first else None
    if span is None or span.first is None or span.granularity != "month":
        return None
    return DatedLine("opens", span.first.month, 1, span.first.year, None)


_MONTH_AND_YEAR = re.compile(r"\W*[^\W\d_]{3,9}\.?,?\s(?:19|20)\d\d\b")
_LONGEST_HEADING = 60
_FEWEST = 2
_LONGEST_STORY = dt.timedelta(400)
"""From the first item of a list to the last: a life is told in such items too, long after the last."""
_FEWEST_ITEMS = 3
"""Lines that open with a date and make a chronicle."""


def _run_of(lines: Sequence[DatedLine]) -> list[dt.date]:
    """The days of headings of which one at least has its year: each of the others is the nearest to the one beside."""
    stated = next((n for n, line in enumerate(lines) if line.year is not None), None)
    if stated is None:
        return []
    dates: list[dt.date] = []
    for run in (lines[stated:], lines[:stated][::-1]):
        last = dates[0] if dates else None
        for line in run:
            day = line.place(last or dt.date(1, 1, 1), trend=0 if last else None)
            if day is not None and EARLIEST <= day < LATEST:
                dates.append(day)
                last = day
    return dates


def _stated(article: Article, forms: _Forms) -> tuple[dt.date, str] | None:
    """The day that a line of the text, or its title, states as its own."""
    lines = list(_own_lines(article, forms.language))
    for line in lines:
        if _marked("published", line, forms.language) and (day := _before_update(line, forms.language)) is not None:
            return day, forms.how["own"].format(line=line.strip()[:60])
    if article.title and (day := _full_date(article.title, forms.language)) is not None:
        return day, forms.how["title"].format(day=day)
    for line in lines:
        stamp = (
            len(line) <= _LONGEST_STAMP and not _marked("updated", line, forms.language) and _little_else(line, forms)
        )
        if stamp and (day := _full_date(line, forms.language)) is not None:
            return day, forms.how["line"].format(line=line.strip()[:60])
    for p in article.paragraphs[: _TOP + 2]:
        head = article.text[p.start : min(p.end, p.start + 60)]
        dateline = _DATELINE.match(head)
        if dateline and (day := _full_date(dateline.group(), forms.language)) is not None:
            return day, forms.how["dateline"].format(line=dateline.group().strip())
    for line in lines:
        if _marked("updated", line, forms.language) and (day := _full_date(line, forms.language)) is not None:
            return day, forms.how["own"].format(line=line.strip()[:60])
    return None


_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:,\s[\w. ]{2,20}){0,2},?\s(?:\w+\.?\s\d{1,2}|\d{1,2}\s\w+\.?),?\s\d{4}\b"
)


def _own_lines(article: Article, language: str) -> Iterator[str]:
    """The short lines at the head and foot of a text, but for those that tell of a correction or a right."""
    places = [p for p in article.paragraphs if p.kind != "title"]
    near: list[Paragraph] = places[:_TOP] + places[max(_TOP, len(places) - _FOOT) :]
    for p in near:
        for line in article.text[p.start : p.end].split("\n"):
            if (
                0 < len(line) <= _LONGEST_LINE
                and any(c.isdigit() for c in line)
                and not _marked("other", line, language)
            ):
                yield line


def last_stamp(article: Article, language: str) -> dt.date | None:
    """The day of the last change that a line at the head or foot of a text states, None where none does.

    One without a year is of the first such day that is not before the text's own.
    """
    published = article.day
    if published is None:
        return None
    lines = (line for line in _own_lines(article, language) if _updating(language).search(line))
    stamps = (line for line in lines if _marked("updated", line, language) or _changed(language).match(line))
    days = (_not_before(t.value, published) for line in stamps for t in tag(line, None, language=language))
    return max((day for day in days if day is not None), default=None)


def _not_before(value: str, published: dt.date) -> dt.date | None:
    """The day of a TIMEX3 value, in the first year that puts it not before another where it names none ("XXXX-10-01");
    None for no such day."""
    match = _DAY.match(value)
    if match is None:
        return None
    years = (int(match[1]),) if match[1].isdigit() else (published.year, published.year + 1)
    for year in years:
        with contextlib.suppress(ValueError):
            day = dt.date(year, int(match[2]), int(match[3]))
            if day >= published:
                return day
    return None


_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?!\d)")


@cache
def _changed(language: str) -> re.Pattern[str]:
    forms = _forms(language)
    return re.compile(rf"\W*{forms.words['changed']}", re.IGNORECASE)


@cache
def _marks(kind: str, language: str) -> re.Pattern[str]:
    forms = _forms(language)
    words = any_of(re.escape(word) for word in forms.words[kind])
    opening = rf"(?:^|[|•·(\[]|\b{forms.words['by']} .{{2,40}}?)\W*" if kind != "other" else r"(?:^|(?<=\W))"
    return re.compile(rf"{opening}(?:{words})(?=\W|$)", re.IGNORECASE)


def _marked(kind: str, line: str, language: str) -> bool:
    return _marks(kind, language).search(line) is not None


def _before_update(line: str, language: str) -> dt.date | None:
    """The day that a line writes out before it tells of its last change ("Posted: Jan. 3, 2020 Updated: Jan. 4, 2020"),
    or, where it has none there, in all of it."""
    match = _updating(language).search(line)
    before = _full_date(line[: match.start()], language) if match else None
    return before or _full_date(line, language)


@cache
def _updating(language: str) -> re.Pattern[str]:
    forms = _forms(language)
    return re.compile(rf"\b(?:{any_of(map(re.escape, forms.words['updated']))})\b", re.IGNORECASE)


def _little_else(line: str, forms: _Forms) -> bool:
    """Is a line a date and no more, or a date set apart from a byline or an outlet's name by a bar or a dot?"""
    made = dated_line(line, language=forms.language)
    return (made is not None and made.how == "whole") or forms.set_apart.search(line) is not None


def _full_date(line: str, language: str) -> dt.date | None:
    """The one day that a line writes out with its year; None where it writes out none, or several."""
    days = {day for _, day in _full_dates(line, language)}
    return days.pop() if len(days) == 1 else None


def _full_dates(text: str, language: str) -> Iterator[tuple[Timex, dt.date]]:
    """The days that a text writes out with their year."""
    return (
        (t, day)
        for t in tag(text, None, language=language)
        if (day := _single(t)) is not None and str(day.year) in t.exact and EARLIEST <= day < LATEST
    )


def _single(t: Timex) -> dt.date | None:
    figures = _FIGURES.match(t.exact)
    if figures and figures[1] != figures[2] and int(figures[1]) <= 12 and int(figures[2]) <= 12:
        return None
    return t.span.single if t.type in ("DATE", "TIME") and t.span is not None else None


_FIGURES = re.compile(r"0?(\d{1,2})/0?(\d{1,2})/\d")


def _of_the_lead(article: Article, forms: _Forms) -> tuple[dt.date, str] | None:
    """The latest full date of the lead, where its weekday stands beside it: it then tells of that very day.

    Without that its dates are background as often as not: over 40 leads of real articles the latest full date was
    within a day of publication in 14. A weekday elsewhere in the lead is that of a date of the past by chance, once in
    seven.
    """
    first = next((p.start for p in article.paragraphs if p.kind == "body"), 0)
    lead = "\n".join(
        x for x in article.text[first : first + _LEDE].split("\n") if not _marked("other", x, forms.language)
    )
    # A day may be written more than once: one weekday beside it is enough.
    latest, beside = max(
        ((day, _beside_weekday(lead, t, day, forms.language)) for t, day in _full_dates(lead, forms.language)),
        default=(None, False),
    )
    return (latest, forms.how["lead"].format(day=latest)) if latest is not None and beside else None


_BESIDE = 14


def _beside_weekday(text: str, t: Timex, day: dt.date, language: str) -> bool:
    return weekday_names(language)[day.weekday()] in text[max(0, t.start - _BESIDE) : t.end + _BESIDE]
