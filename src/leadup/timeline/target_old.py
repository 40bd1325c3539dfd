"""Which event is meant, and when it happened."""

from __future__ import annotations

import collections
import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leadup.errors import UnknownTarget
from leadup.model import Mention, Question, Target, normalised
from leadup.timeline.dating import Told, event_days, mention
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.speaking import Event, Speaking
from leadup.timeline.table import HEAD

# A sentence speaks of the target when it does so at least half as far as the one that does so most.
SPEAKS_OF_IT = 0.5
# And that one must hold this share of the target's words, else nothing speaks of it.
KNOWN = 0.3
POWER = 4
"""Of the share, in a vote: half of the target's words are far less than half of a reason."""
AHEAD = 0.5
"""A day named before it came: what is announced need not happen."""
LATER = 0.5
"""A day named ``n`` days later votes ``1 + LATER * log(1 + n)``."""
UNDATED = 0.3
"""An undated sentence votes this much for its publication day and for the day before (the morning paper tells of
yesterday), and for the ``n``-th day before ``2 / (1 + n)`` of it."""
BACK = 6
FURTHER_DOWN = 0.5
"""What an undated sentence votes that does not stand at the head of its article."""
ASIDE = 0.5
"""What a sentence votes for the other days that it names."""
SAME_WORDING = 60
"""Sentences that open with the same code points are one: a chronicle's line goes from article to article."""
FIRM = 0.6
"""A day with fewer votes is a guess. Of the events of ``benchmarks/targets.tsv`` 11 have fewer, none of which is dated
rightly, and 37 of the other 49 are."""
RIVAL = 0.75
"""The second day is named where it has this share of the first one's votes."""
EVIDENCE = 5


def find_target(question: Question, pool: Pool) -> Target:
    """The event asked about, with the day it happened and the mentions that say so.

    The day is the question's where it gives one, else it is worked out from the pool: every article with sentences
    that speak of the target votes for the days those tell of, more the later it was written. Raises UnknownTarget
    where the day is not given and nothing in the pool speaks of the target.
    """
    if question.date is not None:
        day = question.date.toordinal()
        telling = Pool(tuple(a for a in pool.articles if _tells_of(a, day)))
        evidence = _evidence(_speaking(question, telling, pool), day, telling)
        return Target(question.target, question.date, "given", evidence[:EVIDENCE])
    speaking = _speaking(question, pool, pool)
    votes = _votes(speaking, pool)
    if not votes:
        raise UnknownTarget(
            f"nothing in the archive speaks of {question.target!r}",
            "Use other words for it, add articles that tell of it, or give its day with --date",
        )
    day = min(votes, key=lambda d: (-votes[d], d))
    evidence = _evidence(speaking, day, pool)
    return Target(question.target, dt.date.fromordinal(day), _how(votes, day, evidence), evidence[:EVIDENCE])


def _how(votes: Mapping[int, float], day: int, evidence: Sequence[Mention]) -> str:
    """How the day was worked out, and how far to trust that."""
    articles = len({m.span.article for m in evidence})
    if votes[day] < FIRM:
        return "a guess, since nothing that speaks of it names its day: give it with --date if it is another"
    if articles:
        how = f"worked out: {articles} article{'' if articles == 1 else 's'} that speak of it place it on this day"
    else:
        how = "worked out: the articles of the next day that speak of it name no other"
    second = min((d for d in votes if d != day), key=lambda d: (-votes[d], d), default=None)
    if second is not None and votes[second] >= RIVAL * votes[day]:
        how += f" (next likeliest is {dt.date.fromordinal(second)})"
    return how


def _votes(speaking: Sequence[Speaking], pool: Pool) -> dict[int, float]:
    """What each day gets: from one article, or in one wording, no more than the best of the sentences gives."""
    best: dict[tuple[int, int], float] = {}
    said: dict[str, int] = {}

    def vote(article: int, day: int, weight: float) -> None:
        at = said.setdefault(opening, article), max(day, 1)
        best[at] = max(best.get(at, 0.0), weight)

    for spoken in speaking:
        article = pool.articles[spoken.article]
        sentence = article.reading.sentences[spoken.sentence]
        opening = normalised(article.text[sentence.start : sentence.start + SAME_WORDING])
        weight = spoken.share**POWER
        for nth, (day, date, explicit) in enumerate(event_days(sentence)):
            lag = article.published.toordinal() - day if article.published else 0
            told = weight * (1 + LATER * math.log1p(lag) if lag >= 0 else AHEAD)
            if spoken.counted:
                vote(spoken.article, day - spoken.counted, told * (date.weight if explicit else UNDATED))
                break
            if explicit:
                vote(spoken.article, day, told * date.weight * (ASIDE if nth else 1.0))
                continue
            weight *= 1.0 if spoken.sentence < HEAD else FURTHER_DOWN
            for back in range(BACK):
                vote(spoken.article, day - back, weight * UNDATED * min(1.0, 2 / (1 + back)))
    votes: dict[int, float] = collections.defaultdict(float)
    for (_, day), weight in best.items():
        votes[day] += weight
    return votes


def _evidence(speaking: Sequence[Speaking], day: int, pool: Pool) -> tuple[Mention, ...]:
    found = []
    for spoken in speaking:
        sentence = pool.articles[spoken.article].reading.sentences[spoken.sentence]
        for told, date, explicit in event_days(sentence):
            if told == day and (explicit or spoken.sentence < HEAD):
                at = Told(spoken.article, spoken.sentence, day, date, explicit)
                found.append((not explicit, -spoken.share, at))
    return tuple(mention(pool, at) for _, _, at in sorted(found, key=lambda f: f[:2]))


def _tells_of(article: PooledArticle, day: int) -> bool:
    return any(told == day for s in article.reading.sentences for told, _, _ in event_days(s))


def _speaking(question: Question, pool: Pool, collection: Pool) -> list[Speaking]:
    """The sentences that speak of the target, in pool order, and how far beside the one that does so most.

    How rare the words are is learnt from the ``collection``, of which the pool may be a part.
    """
    event = Event(question.target, pool, collection)
    if not event.words:
        event = Event(" ".join(question.keywords), pool, collection)
    found = list(event.speaking())
    best = max((s.share for s in found), default=0.0)
    if best < KNOWN:
        return []
    return [replace(s, share=s.share / best) for s in found if s.share >= SPEAKS_OF_IT * best]
