"""The light reading: one linear pass over an article at intake."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

from leadup.lang import kept_table
from leadup.marks import LIGHT, mark
from leadup.model import Article, EventDate, Name, Paragraph, Reading, Sentence, Timex
from leadup.reading.captions import in_galleries, is_caption, may_be_caption
from leadup.reading.date_weights import PERIOD
from leadup.reading.dates_alone import read_dates
from leadup.reading.dating import DRIFT, Before, drifting, event_dates, of_days
from leadup.reading.figures import find_figures
from leadup.reading.furniture import (
    WRITERS_WITHIN,
    Hints,
    hints_of,
    in_highlights,
    is_furniture,
    is_furniture_sentence,
    names_writer,
    opening_of,
)
from leadup.reading.language import extent, read_as
from leadup.reading.names import find_names
from leadup.reading.page import HEAD, NEWS, Page, as_reported, names_own_day, newsy, reported
from leadup.reading.piece import piece_of
from leadup.reading.publication import last_stamp
from leadup.reading.quoted import running_quotations
from leadup.reading.running import RunningDay, of_running_day, only_its_own, running_day
from leadup.reading.sections import sections_of
from leadup.reading.sentences import split_sentences
from leadup.reading.speech import speech_dated
from leadup.reading.telling import Telling, telling
from leadup.reading.written import in_either_week, less_sure, of_another_year, written_on
from leadup.times import LANGUAGES, dated_line, tag
from leadup.times.others import taggers_mark, with_others

_LONGEST_DATELINE = 120
_SHORTEST_TITLE = 12
_LONGEST_WITH_TITLE = 250
_MARKS = "\"“'‘`«"
_SAME_WEEK = 4
_WEEK = 7
# Capitals, perhaps a country or a day, an agency in brackets, a dash or bar: "KIRKUK, Iraq, Dec. 28 (Agency) — ".
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]*){0,4}(?:\s?,\s[\w. ]{2,24}){0,2}\s?"
    r"(?:(?:\(|-LRB-\s)[\w. /&-]{2,40}?(?:\)|\s-RRB-)\s?)?(?:[-–—]{1,2}|\|)\s+"
)


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.update = re.compile(rf"\W*(?:{kept_table('dating', language)['update']})\b", re.I)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


Held = TypeVar("Held", Timex, Name)


@cache
def light_mark() -> str:
    """Who reads lightly: the mark of the code and data that have a say in it, and the date taggers of plug-ins."""
    return f"{LIGHT} {mark(LIGHT)}{''.join(map(taggers_mark, LANGUAGES))}"


def read_light(article: Article) -> Reading:
    """Sentences of the article's body, each with its times, names, figures and the days it tells of.

    Page furniture, captions, headings and credits hold no sentences; a date heading governs what stands under it.
    An article in a language without a pack holds no sentences, or, where the pack is one of dates alone, those with the
    days that they name and nothing else (:mod:`leadup.reading.dates_alone`).
    Linear in the length of the text; never raises on any text.
    """
    language = read_as(article)
    forms = _forms(language)
    published = article.day
    how_far = extent(article)
    if how_far in ("dates", "nothing"):
        dated = read_dates(article, published, language) if how_far == "dates" else ()
        return Reading(article.id, dated, light_mark())
    text = article.text
    sections, heads, vague, spans = sections_of(article, published, language)
    hints = hints_of(text, language)
    news = [(i, p) for i, p in _body(article, hints, language) if p.start not in heads]
    openings = [opening_of(text, p.start, p.end, language) for p in article.paragraphs]
    bounds = [
        (i, s, e)
        for i, p in news
        for s, e in split_sentences(text, _opening(text, p, openings[i]), p.end, language=language)
        if not is_furniture_sentence(text[s:e], hints, language=language) and not _is_a_date(text[s:e], language)
    ]
    quoted = running_quotations(text, [(p.start, p.end) for _, p in news], [(s, e) for _, s, e in bounds])
    timexes = with_others(text, published, tag(text, published, sections=sections, language=language), language)
    names = find_names(text, [(s, e) for _, s, e in bounds], language=language)
    tellings = [
        telling(text, s, e, inside=opened is not None and text[s] not in _MARKS, language=language)
        for (_, s, e), (opened, _) in zip(bounds, quoted, strict=True)
    ]
    inferred = article.published is not None and article.published.certainty == "inferred"
    written = written_on(
        text,
        [(s, e) for _, s, e in bounds],
        tellings,
        timexes,
        published,
        last_stamp(article, language),
        language=language,
    )
    page = Page(published, _news(timexes, tellings, published), inferred, later=written.all_weekdays)
    unsettled = not names_own_day(timexes, published)
    starts = [offset for offset, _ in sections]
    at_timex = at_name = 0
    sentences: list[Sentence] = []
    running: Before | None = None
    report: RunningDay | None = None
    before, since = -1, DRIFT
    for (paragraph, start, end), told, (opened, runs_on) in zip(bounds, tellings, quoted, strict=True):
        stamped = start
        if paragraph != before:
            stamped = _stamp(article.paragraphs[paragraph], openings[paragraph], start)
        at_timex, dating = _inside(timexes, at_timex, stamped, end)
        inside_t = tuple(t for t in dating if t.start >= start) if stamped < start else dating
        at_name, inside_n = _inside(names, at_name, start, end)
        governed = bisect.bisect_right(starts, start) - 1
        section = sections[governed][1] if governed >= 0 else None
        head, adrift = len(sentences) < HEAD, since < DRIFT
        added = paragraph != before and _is_update(article, paragraph, openings, forms)
        if paragraph != before:
            running = None
            before = paragraph
        if unsettled and len(sentences) == HEAD:
            page = page._replace(of=reported(sentences, tellings, published))
        here = of_running_day(
            text, _told_as_news(page, added), report, len(sentences), inside_n, told, lead=head, language=language
        )
        dates = event_dates(
            text, start, end, dating, section, running, here, told, lead=head or added, adrift=adrift, language=language
        )
        if governed >= 0 and starts[governed] in vague:
            dates = of_days(spans.get(starts[governed]), dates)
        report = running_day(text, start, len(sentences), dates, dating, inside_n, told, published, language) or report
        since = drifting(since, text, start, end, dating, dates, told, page, language)
        dates = less_sure(dates, dating, written, published)
        if not written.all_weekdays:
            dates = of_another_year(dates, text, start, dating, published, told, language)
        if unsettled and not written.all_weekdays:
            dates = in_either_week(dates, text, start, end, dating, published, told, language)
        if running is None or told.manner != "quoted":
            running = (
                None if only_its_own(text, start, dates, dating, told, language) else _running(dates, told, published)
            )
        sentences.append(
            Sentence(
                start,
                end,
                paragraph,
                inside_t,
                inside_n,
                find_figures(text, start, end, language=language),
                dates,
                section,
                opened,
                runs_on,
            )
        )
    if unsettled:
        sentences = as_reported(sentences, tellings, page)
    sentences = speech_dated(text, sentences, tellings)
    return Reading(
        article.id,
        tuple(sentences),
        light_mark(),
        piece_of(article, sentences, _writer(article, language), language=language),
    )


def _is_a_date(sentence: str, language: str) -> bool:
    """Is a sentence a date and nothing else, as the one that opens an item of a chronicle is ("March 7, 2016.")?"""
    if len(sentence) > _LONGEST_DATE or not sentence.rstrip().endswith("."):
        return False
    line = dated_line(sentence, language=language)
    return line is not None and line.how == "whole"


_LONGEST_DATE = 40


def _news(timexes: Sequence[Timex], tellings: Sequence[Telling], published: dt.date | None) -> float:
    if published is None:
        return 0.0
    near = sum(
        t.span is not None and t.span.single is not None and abs((t.span.single - published).days) <= _SAME_WEEK
        for t in timexes
    )
    return newsy(len(tellings), near, sum(t.manner == "said" for t in tellings))


def _running(dates: Sequence[EventDate], told: Telling, published: dt.date | None) -> Before | None:
    """What the next sentence of the paragraph may go on from: a date of the text, and whether it is of the past."""
    if not dates or dates[0].by not in ("timex", "narrative") or dates[0].weight < PERIOD:
        return None
    date = dates[0]
    first, last = date.span.first, date.span.last
    if published is None or first is None or last is None:
        return Before(date, told.past or told.manner == "none")
    over = date.by == "timex" and last < published
    past = first <= published and (told.past or told.manner == "none" or over)
    gap = abs((published - last).days)
    return Before(date, past, near=gap <= _WEEK, close=gap <= _SAME_WEEK)


def _body(article: Article, hints: Hints, language: str) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs that hold news, by index: the body's, but for page furniture among them."""
    text = article.text
    body = [(i, p) for i, p in enumerate(article.paragraphs) if p.kind == "body"]
    held = [text[p.start : p.end] for _, p in body]
    captions = in_galleries(
        [is_caption(words, language) for words in held], [may_be_caption(words, language) for words in held]
    )
    bullets = in_highlights(held, language) if hints.highlights else frozenset()
    for nth, ((i, p), caption) in enumerate(zip(body, captions, strict=True)):
        words = held[nth]
        if nth in bullets:
            continue
        edge = nth < WRITERS_WITHIN or nth >= len(body) - WRITERS_WITHIN
        if caption or is_furniture(words, hints, language=language) or (edge and names_writer(words, language)):
            continue
        if nth == 0 and len(body) > 1 and _holds_title(words, article.title):
            continue
        yield i, p


def _writer(article: Article, language: str) -> str:
    """What an article says of its writer at its head or foot; empty where it says nothing."""
    body = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"]
    edges = (*body[-WRITERS_WITHIN:], *body[:WRITERS_WITHIN])
    return next((words for words in edges if names_writer(words, language)), "")


def _holds_title(words: str, title: str | None) -> bool:
    """Is it a picture's caption with the title run into it, as opens many an article that was copied out of a page?"""
    held = (title or "").strip()
    if len(held) <= _SHORTEST_TITLE or held not in words or len(words) >= len(held) + _LONGEST_WITH_TITLE:
        return False
    # "Get ready for Harbour Week": there the title's words are a sentence's own.
    before = words[: words.index(held)].split()
    return not before or before[-1][:1].isupper() or not before[-1][-1:].isalnum()


def _opening(text: str, p: Paragraph, start: int) -> int:
    """Where the words of a paragraph begin once "BAGHDAD (Agency) - " is passed over, behind the "Update at 9:05 a.m.
    ET: " that ends at ``start``."""
    dateline = _DATELINE.match(text, start, min(p.end, start + _LONGEST_DATELINE))
    return dateline.end() if dateline else start


def _stamp(p: Paragraph, opening: int, start: int) -> int:
    """Where what dates a paragraph's first sentence begins: at the stamp before it, if any ("6:21 p.m.: ")."""
    return p.start if p.start < opening <= start else start


def _is_update(article: Article, paragraph: int, openings: Sequence[int], forms: _Forms) -> bool:
    """Does a paragraph open what was added to a page: at a stamp of its own, or right below one ("Update at 9:05 a.m.
    ET: Two Are Held:")? ``openings`` are where the words of the paragraphs begin."""
    text, paragraphs = article.text, article.paragraphs
    if forms.update.match(text, paragraphs[paragraph].start):
        return True
    return any(_is_stamped(text[paragraphs[k].start : openings[k]]) for k in (paragraph - 1, paragraph) if k >= 0)


def _told_as_news(page: Page, added: bool) -> Page:
    """The page as it is to a sentence, one that was added to it being news however little of a report the rest is."""
    return page._replace(news=max(page.news, NEWS)) if added else page


def _is_stamped(opening: str) -> bool:
    """Is what a page puts before the words of a paragraph a stamp?"""
    return any(c.isdigit() for c in opening)


def _inside(found: Sequence[Held], at: int, start: int, end: int) -> tuple[int, tuple[Held, ...]]:
    """Those of ``found`` (in order) that lie in ``[start, end)``, and where to go on from."""
    count = len(found)
    while at < count and found[at].start < start:
        at += 1
    first = at
    while at < count and found[at].end <= end:
        at += 1
    return at, tuple(found[first:at])
