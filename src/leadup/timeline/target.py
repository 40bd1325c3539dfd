"""Which event is meant, and when it happened."""

from __future__ import annotations

import collections
import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from leadup.errors import UnknownTarget
from leadup.model import Mention, Question, Target
from leadup.timeline.dating import Told, event_days, mention
from leadup.timeline.pool import Pool
from leadup.timeline.relevance import Topic
from leadup.timeline.table import HEAD

# A sentence speaks of the target when it holds at least this share of what the best sentence holds of its words,
# weighed by rarity.
SPEAKS_OF_IT = 0.5
# And the best sentence must hold this share of all of them, else nothing speaks of the target.
KNOWN = 0.3
# An undated sentence at the head of an article votes this much for its publication day, and less for the day before:
# the morning paper tells of yesterday.
UNDATED = 0.4
UNDATED_DAY_BEFORE = 0.3
EVIDENCE = 5


@dataclass(frozen=True, slots=True)
class _Speaking:
    """A sentence that speaks of the target: how much of it, and a day that it tells of."""

    share: float
    at: Told


def find_target(question: Question, pool: Pool) -> Target:
    """The event asked about, with the day it happened and the mentions that say so.

    The day is the question's where it gives one, else it is worked out from the pool: every article with sentences
    that speak of the target votes for the days those tell of, more the later it was written. Raises UnknownTarget
    where the day is not given and nothing in the pool speaks of the target.
    """
    speaking = _speaking(question, pool)
    if question.date is not None:
        day = question.date.toordinal()
        return Target(question.target, question.date, "given", _evidence(speaking, day, pool)[:EVIDENCE])
    votes = _votes(speaking, pool)
    if not votes:
        raise UnknownTarget(
            f"nothing in the archive speaks of {question.target!r}",
            "Use other words for it, add articles that tell of it, or give its day with --date",
        )
    day = min(votes, key=lambda d: (-votes[d], d))
    evidence = _evidence(speaking, day, pool)
    articles = len({m.span.article for m in evidence})
    if articles:
        how = f"worked out: {articles} article{'' if articles == 1 else 's'} that speak of it place it on this day"
    else:
        how = "worked out: the articles of the next day that speak of it name no other"
    return Target(question.target, dt.date.fromordinal(day), how, evidence[:EVIDENCE])


def _votes(speaking: Sequence[_Speaking], pool: Pool) -> dict[int, float]:
    """What each day gets: from one article, no more than the best of its sentences gives."""
    best: dict[tuple[int, int], float] = {}

    def vote(article: int, day: int, weight: float) -> None:
        best[article, day] = max(best.get((article, day), 0.0), weight)

    for s in speaking:
        # The fourth power: half of the target's words are far less than half of a reason.
        weight = s.share**4
        if not s.at.explicit:
            vote(s.at.article, s.at.day, UNDATED * weight)
            vote(s.at.article, s.at.day - 1, UNDATED_DAY_BEFORE * weight)
            continue
        published = pool.articles[s.at.article].published
        lag = max(published.toordinal() - s.at.day, 0) if published else 0
        vote(s.at.article, s.at.day, weight * s.at.date.weight * (1 + math.log1p(lag) / 4))
    votes: dict[int, float] = collections.defaultdict(float)
    for (_, day), weight in best.items():
        votes[day] += weight
    return votes


def _evidence(speaking: Sequence[_Speaking], day: int, pool: Pool) -> tuple[Mention, ...]:
    own = sorted((s for s in speaking if s.at.day == day), key=lambda s: (not s.at.explicit, -s.share))
    return tuple(mention(pool, s.at) for s in own)


def _speaking(question: Question, pool: Pool) -> list[_Speaking]:
    """The sentences that speak of the target, once for each day they tell of, in pool order."""
    topic = Topic(question.target)
    if not topic.stems:
        topic = Topic.of(question)
    rare, rarest = pool.rarity, pool.rarest
    # Every article of a small pool may hold the word: it still counts for something.
    weight = {s: rare.get(s, rarest) + 0.5 for s in topic.stems}
    whole = math.fsum(weight.values())
    held: list[tuple[float, int, int]] = []
    for a, article in enumerate(pool.articles):
        for s, stems in topic.held(article.text, article.reading.sentences):
            held.append((math.fsum(weight[x] for x in topic.stems if x in stems) / whole, a, s))
    best = max((share for share, _, _ in held), default=0.0)
    if best < KNOWN:
        return []
    found = []
    for share, a, s in held:
        if share < SPEAKS_OF_IT * best:
            continue
        for day, date, explicit in event_days(pool.articles[a].reading.sentences[s]):
            if explicit or s < HEAD:
                found.append(_Speaking(share / best, Told(a, s, day, date, explicit)))
    return found
