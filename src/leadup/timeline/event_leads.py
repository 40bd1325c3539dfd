"""The event's own report whose lead names no day: printed within a day of the event, it states it.

"Gunmen stormed the harbour hall in Hask, killing nine" names no day, or is held to be of the next, on which it was
printed. Where nothing that is dated states the event plainly, such a lead may: its day is the one worked out for the
event, and the entry says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from leadup.model import EventDate, Sentence, Target
from leadup.model.reason import EVENT, DateAnchor, DateReason
from leadup.model.timex import DateSpan
from leadup.reading.telling import telling as does
from leadup.reading.trust import ASIDE, PUBLISHED
from leadup.timeline.dating import DatedSentence
from leadup.timeline.pool import PooledArticle
from leadup.timeline.readable import leans
from leadup.timeline.stating import TELLS, matcher_of, turns_on_event
from leadup.timeline.table import Table
from leadup.timeline.target.match import LEAD, Match

WITHIN = 1
"""Days from the event's within which its own report is printed; a day before it by the clock of another place."""

OPENS = 1
"""The last sentence with which a report opens: what is told there is its own news, whatever its headline says."""

OWN = 0.5
"""The share of the names asked for that the lead must hold itself."""


def undated_leads(table: Table, target: Target) -> list[DatedSentence]:
    """The leads of the event's own reports that state it, in pool order, each placed on the event's day, which it does
    not have by itself."""
    day = target.day.toordinal()
    placed = {(at.article, at.sentence) for at in table.rows if at.day == day}
    matcher = matcher_of(table, target, [int(row) for row in table.of_day.get(day, ())])
    found: list[DatedSentence] = []
    for a, article in enumerate(table.pool.articles):
        if not _is_of_day(article, target.day):
            continue
        matches = table.matches(matcher, a)
        headed = any(m.is_title and _states(m) for m in matches)
        for match in matches:
            if match.is_title or not match.is_lead or not _states(match) or not (headed or match.sentence <= OPENS):
                continue
            if (a, match.sentence) in placed or match.sentence in article.outside:
                continue
            if match.names_itself(matcher.asked, OWN) and _may_stand(article, match, target):
                found.append(DatedSentence(a, match.sentence, day, event_date(target.day), False))
    return found


def event_date(day: dt.date) -> EventDate:
    """The event's day, as that of a sentence which names none."""
    reason = DateReason("of-event", DateAnchor(day.isoformat(), EVENT))
    return EventDate(DateSpan.day(day), "narrative", reason, PUBLISHED)


def _is_of_day(article: PooledArticle, day: dt.date) -> bool:
    """Was a report printed on the event's day or the next, or the day before it and says itself that it is of it?"""
    if article.published is None or article.reading.piece.kind != "report":
        return False
    late = (article.published - day).days
    if late < 0:
        return late >= -WITHIN and any(day in _days(s) for s in article.reading.sentences[: LEAD + 1])
    return late <= WITHIN


def _days(sentence: Sentence) -> Iterator[dt.date]:
    """The single days that the text itself places a sentence on."""
    for date in sentence.dates:
        if date.by != "published" and date.weight > ASIDE and date.span.single is not None:
            yield date.span.single


def _states(match: Match) -> bool:
    return match.share >= TELLS and match.real and not match.ground and not match.ahead


def _may_stand(article: PooledArticle, match: Match, target: Target) -> bool:
    """Does the sentence of a match name no other day, tell what was done, and turn on the event's deed?"""
    sentence = article.reading.sentences[match.sentence]
    text = article.text[sentence.start : sentence.end]
    if any(day != target.day for day in _days(sentence)) or leans(text) or "?" in text:
        return False
    return does(text, 0, len(text)).past and turns_on_event(article.text, sentence, match, target)
