"""One article's own timeline: no archive, no question, every dated happening and statement in it."""

from __future__ import annotations

import datetime as dt

from leadup.errors import EmptyWindow
from leadup.model import Article, Question, Reading, Score, Timeline
from leadup.timeline.answer import volume_of
from leadup.timeline.choice import Choice
from leadup.timeline.dating import Told, mention, told
from leadup.timeline.entries import ReadDeep, compose
from leadup.timeline.escalation import curve
from leadup.timeline.pool import Pool, PooledArticle


def read_alone(article: Article, reading: Reading, read_deep: ReadDeep) -> Timeline:
    """The timeline that an article tells by itself: each of its sentences that a day can be worked out for.

    A sentence stands on its best day. Where the article itself gives days (headings, expressions), sentences that
    only its publication day would date are left out. Raises EmptyWindow where nothing in it can be dated.
    """
    pool = Pool.of([PooledArticle.of(article, reading)])
    best: dict[int, Told] = {}
    for at in told(pool, dt.date.min, dt.date.max):
        best.setdefault(at.sentence, at)
    said = [at for at in best.values() if at.explicit or at.date.by == "narrative"] or list(best.values())
    if not said:
        raise EmptyWindow(
            f"{article.source}: no day can be worked out for anything in this article",
            "Give its publication day with --published",
        )
    said.sort(key=lambda at: (at.day, at.sentence))
    choices = [Choice(mention(pool, at), (), Score(at.date.weight)) for at in said]
    entries = compose(choices, {article.id: article}, {article.id: reading}, None, read_deep, pool)
    first, last = entries[0].day, entries[-1].day
    return Timeline(
        question=Question(target=article.title or article.source, first=first, last=last),
        target=None,
        first=first,
        last=last,
        entries=entries,
        volume=volume_of(pool, first, last),
        escalation=curve(entries),
        articles_read=1,
    )
