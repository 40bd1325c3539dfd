"""One article's own timeline: no archive, no question, every dated happening and statement in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePath

from leadup.errors import EmptyWindow
from leadup.lang import is_read
from leadup.model import Article, Entry, Question, Reading, Score, Timeline
from leadup.reading.deep import ReadDeep
from leadup.reading.language import extent, read_as
from leadup.reading.telling import Telling, telling
from leadup.timeline.choice import Choice, distinct
from leadup.timeline.dating import DatedSentence, dated_sentences, mention, volume_of
from leadup.timeline.entries import compose_entries
from leadup.timeline.escalation import escalation_curve
from leadup.timeline.pool import Pool, PooledArticle

WHOLLY = 0.8
"""A sentence is another's words altogether from this share of it on; quotation marks are none of them."""


def timeline_of_article(article: Article, reading: Reading, read_deep: ReadDeep) -> Timeline:
    """The timeline that an article tells by itself: its happenings and statements that a day can be worked out for.

    A sentence stands on its best day. Where the article itself gives days (headings, expressions), sentences that
    only its publication day would date are left out, as is what tells of no act and no one's words (background). A
    quotation that runs over sentences is one entry, the one that says whose it is. Raises EmptyWindow where nothing in
    it can be dated, or it is in a language that is not read.
    """
    language = read_as(article)
    if not is_read(article.language):
        raise EmptyWindow(
            f"{article.source}: it is in another language than English ({article.language}), and not read",
            f"Its dates: leadup dates --language {article.language}" if extent(article) != "nothing" else "",
        )
    pool = Pool.of([PooledArticle.of(article, reading)], language)
    best: dict[int, DatedSentence] = {}
    for at in (*dated_sentences(pool, dt.date.min, dt.date.max), *_under_days(pool)):
        best.setdefault(at.sentence, at)
    said = [at for at in best.values() if at.explicit or at.date.by == "narrative"] or list(best.values())
    if not said:
        raise EmptyWindow(
            f"{article.source}: no day can be worked out for anything in this article",
            "Give its publication day with --published",
        )
    said.sort(key=lambda at: (at.day, at.sentence))
    choices = distinct(Choice(mention(pool, at), (), Score(at.date.weight)) for at in said)
    composed = compose_entries(choices, {article.id: article}, {article.id: reading}, None, read_deep, pool)
    openings = {p.start for p in article.paragraphs}
    is_present = _in_the_present(composed, language)
    worth = (e for e in composed if _worth_telling(e, is_present and _opens(e, article.text, openings), language))
    entries = tuple(worth) or composed
    first, last = entries[0].day, entries[-1].day
    return Timeline(
        question=Question(
            target=article.title or _file_name(article.source), first=first, last=last, language=language
        ),
        target=None,
        first=first,
        last=last,
        entries=entries,
        volume=volume_of(pool, first, last),
        escalation=escalation_curve(entries, language=language),
        articles_read=1,
    )


def _under_days(pool: Pool) -> Iterator[DatedSentence]:
    """The sentences under a heading that names some days ("March 1-3"), on the first of them."""
    for s, sentence in enumerate(pool.articles[0].reading.sentences):
        for date in sentence.dates:
            if date.by == "heading" and date.span.single is None and date.span.first is not None:
                yield DatedSentence(0, s, date.span.first.toordinal(), date, explicit=True)


def _file_name(source: str) -> str:
    """A source without the folders that it lies in: how somebody's disk is laid out is nobody's business."""
    return source if "://" in source else PurePath(source.replace("\\", "/")).name or source


def _worth_telling(entry: Entry, is_present: bool, language: str) -> bool:
    by = entry.evidence[0].mention.date.by
    if by == "timex":
        return True
    return not _goes_on(entry) and bool(
        entry.actions or entry.claims or (by == "heading" and _tells(entry, is_present, language))
    )


def _tells(entry: Entry, is_present: bool, language: str) -> bool:
    """Does the main clause tell a deed, rather than how things stand? A chronicle told in the present ("Lund ousts
    Varo") tells its deeds so, and what stands behind the first of a paragraph may be background."""
    told = _told(entry, language)
    return not told.state and told.manner in (_OF_PRESENT if is_present else _OF_PAST)


def _opens(entry: Entry, text: str, openings: Collection[int]) -> bool:
    """Does an entry's sentence open its paragraph, but for what marks an item of a list?"""
    start = entry.wording.start
    return any(at <= start and not any(c.isalnum() for c in text[at:start]) for at in openings if at <= start < at + 80)


def _in_the_present(entries: Sequence[Entry], language: str) -> bool:
    """Is what stands under the date headings of an article told in the present tense, by and large?"""
    manners = [_told(e, language).manner for e in entries if e.evidence[0].mention.date.by == "heading"]
    return sum(m in _PLAIN_PRESENT for m in manners) > sum(m == "past" for m in manners)


def _told(entry: Entry, language: str) -> Telling:
    return telling(entry.wording.exact, 0, len(entry.wording.exact), language=language)


_OF_PAST = ("said", "past")
_PLAIN_PRESENT = ("standing", "none")
_OF_PRESENT = (*_OF_PAST, *_PLAIN_PRESENT)


def _goes_on(entry: Entry) -> bool:
    """Is the sentence the middle of a quotation whose speaker another sentence names?"""
    start, end = entry.wording.start, entry.wording.end
    for claim in entry.claims:
        quoted = sum(min(e, end) - max(s, start) for s, e in claim.content if s < end and start < e)
        named_here = any(start <= s < end for s, _ in (*claim.cue, *claim.source))
        if claim.cue and not named_here and quoted >= WHOLLY * (end - start):
            return True
    return False
