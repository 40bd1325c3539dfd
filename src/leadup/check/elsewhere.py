"""The day that a hint names: that of the sentences which most likely tell a statement, where these are of another."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from leadup.check.case import Case
from leadup.check.days import BESIDE, MOVED_BY, source_dates
from leadup.check.evidence import days_told
from leadup.check.report import Finding
from leadup.check.seeking import Bearing
from leadup.check.telling import Telling, tellings

BY_PRINT, NEIGHBOUR = 0.5, 0.5
"""What a sentence counts for the day on which it was printed, where it names none, and for the days beside its own."""
LEAST = 0.6
"""Likelihoods, together, from which on they name the day: of 78 hints of two sets and six halves whose day was shifted
the sentences that share most words had the right day for 35, and with this for 42."""


def on_the_likeliest_day(case: Case, found: Finding) -> Finding:
    """A hint that a thing was on another day, with the day of those sentences that most likely tell it."""
    if found.kind != "date differs" or found.contradicts or case.day is None:
        return found
    told: dict[dt.date, list[tuple[float, Bearing]]] = defaultdict(list)
    for one in tellings(case):
        placed = _day_of(one)
        if placed is not None and BESIDE < abs((placed[0] - case.day).days) <= MOVED_BY:
            told[placed[0]].append((placed[1] * one.likelihood, one.bearing))
    sums = {day: sum(weight for weight, _ in of) for day, of in told.items()}
    joined = {
        day: whole + NEIGHBOUR * sum(w for d, w in sums.items() if d != day and abs((d - day).days) <= BESIDE)
        for day, whole in sums.items()
    }
    day = max(sorted(joined), key=lambda d: joined[d], default=None)
    other = source_dates(case).other
    if day is None or joined[day] < LEAST or (other is not None and abs((day - other).days) <= BESIDE):
        return found
    why = f"the sources place what comes nearest on {day}, not {case.day}"
    return case.found("date differs", "possible", why, [b for _, b in sorted(told[day], key=lambda x: -x[0])])


def only_of_its_happening(case: Case, found: Finding) -> Finding:
    """No other day of what befell in a draft's "the attack", where what is shown first for it has not the deed: what
    else is told of that attack is of other things."""
    if found.kind != "date differs" or not case.happening or not found.witnesses:
        return found
    first = found.witnesses[0].span
    there = [r for r in case.read if r.bearing.place == (first.article, first.start) and case.surely(r)]
    # "fired missiles at troops" is no killing of them, though to fire at somebody may be.
    deeds = [(c, d) for r in there for c in r.clauses for d in case.deeds[:1] if c.is_same(d)]
    if any(c.key == d.key or c.classes & d.classes for c, d in deeds):
        return found
    return case.found("no source says so", "likely", case.nothing(), case.nearest)


def _day_of(one: Telling) -> tuple[dt.date, float] | None:
    """The day of a sentence, and what it counts for it; None of what is still to come, and where none is known."""
    printed = one.bearing.published
    named = next((dt.date.fromordinal(o) for o, _, explicit in days_told(one.bearing) if explicit), None)
    day = named or printed
    if day is None or (printed is not None and (day - printed).days > BESIDE):
        return None
    return day, 1.0 if named else BY_PRINT
