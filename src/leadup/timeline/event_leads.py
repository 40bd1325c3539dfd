"""The event's own report whose lead names no day: printed within a day of the event, it states it.

"Gunmen stormed the harbour hall in Hask, killing nine" names no day, or is held to be of the next, on which it was
printed. Where nothing that is dated states the event plainly, such a lead may: its day is the one worked out for the
event, and the entry says so. It has to be of the same event: where it tells of another one of the kind, or nothing in
it but the place is what dated sentences tell of the event, it stands for nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from leadup import lang
from leadup.model import EventDate, Sentence, Target
from leadup.model.name import NameKind
from leadup.model.reason import EVENT, DateAnchor, DateReason
from leadup.model.timex import DateSpan
from leadup.reading.date_weights import ASIDE, PUBLISHED
from leadup.reading.syntax import parse_each
from leadup.reading.telling import telling as does
from leadup.timeline.carrying import is_by_those, is_in_the_present, is_told_as_done
from leadup.timeline.dating import DatedSentence
from leadup.timeline.event_choice import TELLS
from leadup.timeline.happenings.day_deeds import hung_on
from leadup.timeline.in_passing import HEADED
from leadup.timeline.pool import PooledArticle
from leadup.timeline.readable import leans
from leadup.timeline.stating import match_of, matcher_of, turns_on_event
from leadup.timeline.table import Table
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.match import LEAD, Match
from leadup.timeline.target.tokens import token_pattern
from leadup.timeline.target.words import asking, number_words

WITHIN = 1
"""Days from the event's within which its own report is printed; a day before it by the clock of another place."""

OPENS = 1
"""The last sentence with which a report opens: what is told there is its own news, whatever its headline says."""

OWN = 0.5
"""The share of the names asked for that the lead must hold itself."""

_TELLING: frozenset[NameKind] = frozenset({"person", "other"})


def undated_leads(table: Table, target: Target) -> list[DatedSentence]:
    """The leads of the event's own reports that state it, in pool order, each placed on the event's day, which it does
    not have by itself."""
    day = target.day.toordinal()
    rows = [int(row) for row in table.of_day.get(day, ())]
    placed = {(at.article, at.sentence) for at in table.rows if at.day == day}
    matcher = matcher_of(table, target, rows)
    if _recurs(matcher.asked):
        return []
    known = _told_of_it(table, target, matcher.asked, rows)
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
            own = match.names_itself(matcher.asked, OWN) and _is_of_it(article, match, matcher.asked, known)
            if own and _may_stand(article, match, target, table.language):
                found.append(DatedSentence(a, match.sentence, day, event_date(target.day), False))
    return found


def further_leads(table: Table, target: Target, told: Container[str]) -> Iterator[DatedSentence]:
    """Of each further report of the event's day or the next, whose article is none of those ``told`` (by their ids),
    the sentence of the lead that tells the event and names no day of it; placed on the event's day.

    It has to turn on it, done by and to those whom it is asked for, as one of its first sentences or under a headline
    that tells it.
    """
    day = target.day.toordinal()
    rows = [int(row) for row in table.of_day.get(day, ())]
    placed = {(at.article, at.sentence) for at in table.rows if at.day == day}
    matcher = matcher_of(table, target, rows)
    if _recurs(matcher.asked):
        return
    known: frozenset[str] | None = None
    for a, article in enumerate(table.pool.articles):
        if article.id in told or article.published is None or article.reading.piece.kind != "report":
            continue
        if not 0 <= (article.published - target.day).days <= WITHIN:
            continue
        for match in _tellings(article, table.matches(matcher, a)):
            if (a, match.sentence) in placed or match.sentence in article.outside:
                continue
            known = _told_of_it(table, target, matcher.asked, rows) if known is None else known
            of_it = _is_of_it(article, match, matcher.asked, known) or _holds_number(match, matcher.asked)
            if of_it and _tells(article, match, target, matcher.asked):
                yield DatedSentence(a, match.sentence, day, event_date(target.day), False)
                break


def _holds_number(match: Match, asked: Asked) -> bool:
    """Does a match that tells the whole event hold a number that is asked for?"""
    return match.share >= HEADED and any(asked.slots[i].kind == "number" for i in match.held)


def is_foretold(matches: Sequence[Match], share: float) -> bool:
    """Does the headline of an article, of which these are the matches, tell this share of the event as still to come
    ("Lund will win Orsk, pilots say")?"""
    return any(m.is_title and m.ahead and m.share >= share for m in matches)


def _tellings(article: PooledArticle, matches: Sequence[Match]) -> Iterator[Match]:
    """How the sentences of a lead tell the event: the last of it too under a headline that does, none under one that
    tells it as still to come."""
    title = next((m for m in matches if m.is_title and m.share >= HEADED and _states(m)), None)
    if is_foretold(matches, HEADED):
        return
    headed = title is not None and "?" not in (article.title or "")
    for match in matches:
        if not match.is_title and match.is_lead and _states(match) and (headed or match.sentence <= OPENS + 1):
            yield match


def _tells(article: PooledArticle, match: Match, target: Target, asked: Asked) -> bool:
    """Does the sentence of a match tell the event as its news, done, by and to those asked about, and on no other
    day?"""
    language = asked.language
    sentence = article.reading.sentences[match.sentence]
    text = article.text[sentence.start : sentence.end]
    if leans(text, language) or "?" in text or not match.is_placed:
        return False
    (tree,) = parse_each([(article.text, sentence.start, sentence.end)], language)
    at = tree.at(match.at)
    if at < 0 or not match.names_itself(asked, OWN) or not is_told_as_done(tree, at, language):
        return False
    elsewhen = (t for t in sentence.timexes if t.span is not None and t.span.single != target.day)
    if at in {hung_on(tree, tree.at(t.start), language) for t in elsewhen} or is_in_the_present(tree, at, language):
        return False
    by_those = is_by_those(tree, at, target.words, True, language)
    return by_those and turns_on_event(article.text, sentence, match, target, language)


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


def _recurs(asked: Asked) -> bool:
    """Is the deed asked for of a kind of which there is often another on the next day ("protest")?"""
    deeds = [slot for slot in asked.slots if slot.needed]
    return any(
        s.asked.lower() in asking("recurring", asked.language)
        or asking("recurs", asked.language) & {d.name for d in s.rows}
        for s in deeds
    )


def _told_of_it(table: Table, target: Target, asked: Asked, rows: Sequence[int]) -> frozenset[str]:
    """What of an event is known by its names and numbers, from the sentences of its day that tell of it."""
    telling = [row for row in rows if (m := match_of(table, target, row)) is not None and m.real and not m.ahead]
    articles = table.pool.articles
    tellings = (_marks(articles[table.rows[row].article].text, table.sentence(row), asked) for row in telling)
    return frozenset().union(*tellings)


def _marks(text: str, sentence: Sentence, asked: Asked) -> frozenset[str]:
    """The names of a sentence that are not asked for and are of no place, people or body, which tell of much else, and
    its numbers in digits, those of times left out."""
    asked_for = {key for s in asked.slots for key in (s.asked.lower(), *(w.lower() for w in s.spelt))}
    names = (n.exact.split()[-1].lower() for n in sentence.names if n.kind in _TELLING)
    at = (t for t in token_pattern(asked.language).finditer(text, sentence.start, sentence.end))
    free = (t[0].lower() for t in at if not any(x.start <= t.start() < x.end for x in sentence.timexes))
    numbers = (number_words(asked.language).get(word, word.replace(",", "")) for word in free)
    return frozenset(mark for mark in (*names, *(n for n in numbers if n.isdigit())) if mark not in asked_for)


def _is_of_it(article: PooledArticle, match: Match, asked: Asked, known: frozenset[str]) -> bool:
    """Is the sentence of a match of the event that is asked about, and not of another one of its kind and place?

    What one person does, or has done to them, but once is it; else a name or a number shows it that others tell of it.
    """
    language = asked.language
    sentence = article.reading.sentences[match.sentence]
    text = article.text[sentence.start : sentence.end]
    if _tells_another(text, language) or _tells_another(article.title or "", language):
        return False
    once = any(d.name in lang.kept_words("once_a_day", language) for s in asked.slots if s.needed for d in s.rows)
    people = {word for n in sentence.names if n.is_person for word in n.exact.split()}
    if once and any(s.is_name and s.asked in people for s in asked.slots):
        return True
    return not known.isdisjoint(_marks(article.text, sentence, asked))


@cache
def _another(language: str) -> re.Pattern[str]:
    return re.compile(str(lang.kept_table("asking", language)["another_of_kind"]), re.IGNORECASE)


def _tells_another(text: str, language: str) -> bool:
    """Does a text say that it is not the first of its kind ("a second blast", "again", "for a third day")?"""
    return _another(language).search(text) is not None


def _states(match: Match) -> bool:
    return match.share >= TELLS and match.is_done


def _may_stand(article: PooledArticle, match: Match, target: Target, language: str) -> bool:
    """Does the sentence of a match name no other day, tell what was done, and turn on the event's deed?"""
    sentence = article.reading.sentences[match.sentence]
    text = article.text[sentence.start : sentence.end]
    if any(day != target.day for day in _days(sentence)) or leans(text, language) or "?" in text:
        return False
    told = does(text, 0, len(text), language=language)
    # "Lund has died" opens the very report of it; further down what has been done may be long done.
    done = told.past or (told.manner == "perfect" and match.sentence < OPENS)
    return done and turns_on_event(article.text, sentence, match, target, language)
