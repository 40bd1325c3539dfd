"""Which event is meant, and when it happened."""

from __future__ import annotations

import collections
import datetime as dt
import math

from leadup.errors import UnknownTarget
from leadup.model import Question, Target
from leadup.timeline.dating import Told, mention, told
from leadup.timeline.pool import Pool
from leadup.timeline.terms import Vocabulary

# A sentence speaks of the target when it holds this share of the target's words, weighed by rarity, that the best
# sentence holds.
SPEAKS_OF_IT = 0.6
EVIDENCE = 5


def find_target(question: Question, pool: Pool) -> Target:
    """The event asked about, with the day it happened and the mentions that say so.

    The day is the question's where it gives one, else it is worked out from the pool: every sentence that speaks of
    the target votes for the days it tells of. Raises UnknownTarget where nothing in the pool speaks of the target.
    """
    speaking = _speaking(question, pool)
    if question.date is not None:
        day = question.date.toordinal()
        evidence = [at for _, at in speaking if at.day == day][:EVIDENCE]
        return Target(question.target, question.date, "given", tuple(mention(pool, at) for at in evidence))
    votes: dict[int, float] = collections.defaultdict(float)
    for weight, at in speaking:
        votes[at.day] += weight * at.date.weight * (3.0 if at.explicit else 1.0)
    if not votes:
        raise UnknownTarget(
            f"nothing in the archive speaks of {question.target!r}",
            "Use other words for it, add articles that tell of it, or give its day with --date",
        )
    day = min(votes, key=lambda d: (-votes[d], d))
    of_day = [(w, at) for w, at in speaking if at.day == day]
    of_day.sort(key=lambda x: (not x[1].explicit, -x[0]))
    articles = len({at.article for _, at in of_day})
    how = f"worked out: {articles} article{'s' if articles != 1 else ''} that speak of it place it on this day"
    return Target(
        question.target, dt.date.fromordinal(day), how, tuple(mention(pool, at) for _, at in of_day[:EVIDENCE])
    )


def _speaking(question: Question, pool: Pool) -> list[tuple[float, Told]]:
    """The mentions that speak of the target, each with how much of it, best first."""
    vocabulary = Vocabulary()
    wanted = list(dict.fromkeys(vocabulary.read(question.target)))
    if not wanted:
        wanted = list(dict.fromkeys(vocabulary.read(" ".join(question.keywords))))
    held: list[tuple[frozenset[int], Told]] = []
    seen: collections.Counter[int] = collections.Counter()
    rows = 0
    for at in told(pool, dt.date.min, dt.date.max):
        article = pool.articles[at.article]
        sentence = article.reading.sentences[at.sentence]
        rows += 1
        found = frozenset(vocabulary.read(article.text[sentence.start : sentence.end])) & frozenset(wanted)
        if found:
            held.append((found, at))
            seen.update(found)
    weight = {t: math.log(1 + rows / seen[t]) for t in wanted if seen[t]}
    scored = [(sum(weight[t] for t in sorted(found)), at) for found, at in held]
    if not scored:
        return []
    best = max(s for s, _ in scored)
    return sorted(((s, at) for s, at in scored if s >= SPEAKS_OF_IT * best), key=lambda x: -x[0])
