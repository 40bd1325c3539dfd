"""The day a draft gives beside the days on which the sources place the same thing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from leadup.check.seeking import Bearing
from leadup.timeline.dating import event_days

BY_PRINT = 0.35
"""What a sentence that gives no day of its own counts for the day on which it was printed."""
BESIDE = 1
"""Days by which sources and draft may differ: reports come at night, and from other zones."""
FEWEST = 2
"""Articles that place it on another day, at least..."""
FEW = 1.0
"""...or one that does so by itself."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the sources place a thing: on the day asked about (how strongly), and else on which, and by which."""

    here: float
    other: dt.date | None
    there: float
    articles: int
    reason: str = ""
    by: Bearing | None = None


def placed(bearing: Sequence[Bearing], day: dt.date) -> Placing:
    """The day that these sentences, all telling of one thing, place it on, beside ``day``."""
    votes: dict[dt.date, float] = defaultdict(float)
    tellers: dict[dt.date, dict[str, tuple[float, str, Bearing]]] = defaultdict(dict)
    here = 0.0
    for one in bearing:
        sentence = one.indexed.reading.sentences[one.sentence]
        spans = [d for d in sentence.dates if d.span.single is None]
        for ordinal, date, explicit in event_days(sentence):
            told = dt.date.fromordinal(ordinal)
            weight = date.weight * one.score * (1.0 if explicit else BY_PRINT)
            if one.published is not None and (one.published - told).days > 400:
                weight *= 0.7
            held = tellers[told].get(one.indexed.article.id)
            if held is None or held[0] < weight:
                tellers[told][one.indexed.article.id] = (weight, str(date.reason), one)
            break
        else:
            if any(d.span.first and d.span.last and d.span.first <= day <= d.span.last for d in spans):
                here += 0.15
    for told, held_by in tellers.items():
        votes[told] = sum(w for w, _, _ in held_by.values())
    here += sum(v for told, v in votes.items() if abs((told - day).days) <= BESIDE)
    away = {told: v for told, v in votes.items() if abs((told - day).days) > BESIDE}
    if not away:
        return Placing(here, None, 0.0, 0)
    # Reports of a day and of its neighbours are of one thing.
    joined = {
        t: v + 0.5 * sum(w for u, w in away.items() if u != t and abs((u - t).days) <= BESIDE) for t, v in away.items()
    }
    other = max(sorted(joined), key=lambda t: joined[t])
    _, reason, by = max(tellers[other].values(), key=lambda x: x[0])
    return Placing(here, other, joined[other], len(tellers[other]), reason, by)
