"""The reading of an article in a language that has a pack of dates and no more: its sentences, and the days they name.

Nothing else is read in it: no names, no figures, no one's words. Such an article is shown with its days and enters no
answer (:mod:`leadup.reading.language`).
"""

from __future__ import annotations

import bisect
import datetime as dt

from leadup.model import Article, DateAnchor, DateReason, DateSpan, EventDate, Sentence, Timex
from leadup.model.reason import SECTION
from leadup.reading.date_weights import UNDER_HEADING
from leadup.reading.dating import of_days
from leadup.reading.sections import sections_of
from leadup.reading.sentences import split_sentences
from leadup.times import tag
from leadup.times.others import with_others


def read_dates(article: Article, published: dt.date | None, language: str) -> tuple[Sentence, ...]:
    """The sentences of the article's body, each with its time expressions and the days that they name.

    A sentence that names none is of the day of the date heading above it, if there is one. ``language`` is one of
    :data:`leadup.times.LANGUAGES`.
    """
    text = article.text
    sections, heads, _, spans = sections_of(article, published, language)
    starts = [offset for offset, _ in sections]
    timexes = with_others(text, published, tag(text, published, sections=sections, language=language), language)
    sentences: list[Sentence] = []
    for place, paragraph in enumerate(article.paragraphs):
        if paragraph.kind != "body" or paragraph.start in heads:
            continue
        for start, end in split_sentences(text, paragraph.start, paragraph.end, language=language):
            inside = tuple(t for t in timexes if start <= t.start and t.end <= end)
            governed = bisect.bisect_right(starts, start) - 1
            section = sections[governed][1] if governed >= 0 else None
            dates = _days(inside, section) or of_days(spans.get(starts[governed]) if governed >= 0 else None, ())
            sentences.append(Sentence(start, end, place, inside, dates=dates, section=section))
    return tuple(sentences)


def _days(timexes: tuple[Timex, ...], section: dt.date | None) -> tuple[EventDate, ...]:
    named = {
        t.span: EventDate(t.span, "timex", t.reason)
        for t in reversed(timexes)
        if t.type in ("DATE", "TIME") and t.span is not None and t.span.single is not None
    }
    if not named and section is not None:
        reason = DateReason("heading", DateAnchor(section.isoformat(), SECTION))
        return (EventDate(DateSpan.day(section), "heading", reason, UNDER_HEADING),)
    return tuple(reversed(named.values()))
