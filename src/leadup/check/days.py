"""The day a draft gives beside the days on which the sources place the same thing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from leadup.check.seeking import Bearing
from leadup.model import EventDate, Extent, Sentence
from leadup.timeline.dating import event_days

BY_PRINT = 0.35
"""What a sentence that gives no day of its own counts for the day on which it was printed."""
ASIDE = 0.8
"""What a day counts whose words do not hang on the deed."""
BESIDE = 1
"""Days by which sources and draft may differ: reports come at night, and from other zones."""
FEWEST = 2
"""Articles that place it on another day, at least..."""
FEW = 1.0
"""...or one that does so by itself."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the sources place a thing: on the day asked about, how strongly, and else on which, and by which.

    ``said`` and ``owned`` are how much of that comes of dates that hang on the deed itself.
    """

    here: float
    other: dt.date | None
    there: float
    articles: int
    reason: str = ""
    by: Bearing | None = None
    said: float = 0.0
    owned: float = 0.0


def placed(told: Sequence[tuple[Bearing, Sequence[Extent] | None]], day: dt.date) -> Placing:
    """The day that these sentences, all telling of one thing, place it on, beside ``day``.

    With each sentence come the places in it of the words that hang on the deed (None: not known): a date among them is
    the deed's, one elsewhere may well be of something else.
    """
    tellers: dict[dt.date, dict[str, tuple[float, str, Bearing]]] = defaultdict(dict)
    owned: dict[dt.date, float] = defaultdict(float)
    here = said = 0.0
    for one, reach in told:
        sentence = one.indexed.reading.sentences[one.sentence]
        found = _placing(sentence, reach)
        if found is None:
            spans = [d for d in sentence.dates if d.span.single is None]
            if any(d.span.first and d.span.last and d.span.first <= day <= d.span.last for d in spans):
                here += 0.15
            continue
        date, explicit, own = found
        placing = dt.date.fromordinal(date[0])
        weight = date[1].weight * one.score * ((ASIDE if own is False else 1.0) if explicit else BY_PRINT)
        if one.published is not None and (one.published - placing).days > 400:
            weight *= 0.7
        held = tellers[placing].get(one.indexed.article.id)
        if held is None or held[0] < weight:
            tellers[placing][one.indexed.article.id] = (weight, str(date[1].reason), one)
        if explicit and own and abs((placing - day).days) <= BESIDE:
            said += weight
        elif explicit and own:
            owned[placing] += weight
    votes = {t: sum(w for w, _, _ in by.values()) for t, by in tellers.items()}
    here += sum(v for t, v in votes.items() if abs((t - day).days) <= BESIDE)
    away = {t: v for t, v in votes.items() if abs((t - day).days) > BESIDE}
    if not away:
        return Placing(here, None, 0.0, 0, said=said)
    # Reports of a day and of its neighbours are of one thing.
    joined = {
        t: v + 0.5 * sum(w for u, w in away.items() if u != t and abs((u - t).days) <= BESIDE) for t, v in away.items()
    }
    other = max(sorted(joined), key=lambda t: joined[t])
    _, reason, by = max(tellers[other].values(), key=lambda x: x[0])
    return Placing(here, other, joined[other], len(tellers[other]), reason, by, said, owned[other])


def _placing(
    sentence: Sentence, reach: Sequence[Extent] | None
) -> tuple[tuple[int, EventDate], bool, bool | None] | None:
    """The day a sentence tells of, if its words say so, and if they are the deed's own (None: not known): such go
    first."""
    days = list(event_days(sentence))
    if not days:
        return None
    if reach is not None:
        own = {
            t.span.single
            for t in sentence.timexes
            if t.span and any(s < t.end - sentence.start and t.start - sentence.start < e for s, e in reach)
        }
        for ordinal, date, explicit in days:
            if explicit and (dt.date.fromordinal(ordinal) in own or date.by == "heading"):
                return (ordinal, date), True, True
    ordinal, date, explicit = days[0]
    return (ordinal, date), explicit, None if reach is None else False
