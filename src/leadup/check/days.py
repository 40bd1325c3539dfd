"""The day a draft gives a thing beside the days on which the sources place it, all of them weighed together."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from leadup.check.case import THEN, Case, Read
from leadup.check.evidence import days_told, outlets_in
from leadup.check.report import Finding, Sureness
from leadup.check.seeking import Bearing
from leadup.check.wording import contraries_of
from leadup.model import EventDate, Extent, Sentence
from leadup.timeline.dating import event_days
from leadup.times import tag

WEIGHTS = {
    "nearest": -0.91, "of two": -1.19, "of all": -1.23, "here": -1.1, "there": 1.24, "said": -1.16, "printed": 0.22,
    "early": -0.07, "early outlets": 0.13, "said much": -1.45, "said else": 0.43, "owned": -0.51, "sure then": -0.44,
    "sure else": 0.19, "sure early": 0.33, "sure said": -0.65, "sure said else": 0.78, "sure of two": 0.12,
}  # fmt: skip
BIAS = 0.62
"""A logistic regression of all true lines of four sets, and the same with their day shifted
(``benchmarks/check_weights.py``): of lines it was not fitted to, 75 % of those shifted reach 0.5 in a sentence that
surely tells the thing or ``ELSE``, and 5 % of the others."""
LIKELY, ELSE, SURE = 0.5, 0.85, 0.93
"""Likelihood of another day from which on it is said: where the words of a sentence that surely tells the thing name
that day, where none do, and from which on it is said to be sure."""
MOVED, MOVED_BY = 0.6, 400
"""Likelihood from which on what is told, but by no sentence of a draft's day, was on a named day at most so many days
away. Chosen on lines that were looked at: of 207 with their day shifted this finds 16 more, and it is wrong of none of
236 true ones; of 216 things that never happened it places one. Not asking for the deed it would place 34 of those."""
NEAREST = {
    "placing": 0.5, "told": 0.24, "least then": -1.6, "later": 0.41, "least there": 1.25, "whole there": -0.4,
    "likely there": 2.44, "likely then": -0.73,
}  # fmt: skip
NEAREST_BIAS = -1.03
"""A logistic regression of whether what comes nearest to a statement that nothing bears out was on another day: the two
likelihoods by their log odds, if that day is later, how near sentences come, in whatever words (``check.nearness``), of
the draft's day and of the other, and how likely the best of either tells it (``check.telling``). Fitted to eight sets
(``benchmarks/check_weights.py ARCHIVE --only elsewhere``): 134 true lines, 312 with their day shifted, 216 invented
ones."""
ELSEWHERE = 0.5
"""Likelihood of that from which on it is said: of lines it was not fitted to 77 % of the shifted ones, 16 % of the true
ones and 17 % of the invented ones (from 0.6 on it is 68, 13 and 11 %, from 0.7 on 57, 10 and 7 %)."""
DOUBTFUL = 0.5
"""Likelihood of that below which even what sentences seem to tell of the thing itself is not said to be another day."""
FROM = 0.6
"""Share of the nearest sentence's own nearness from which on a sentence is taken for one of the same happening."""
BY_PRINT = 0.35
"""What a sentence that gives no day of its own counts for the day on which it was printed."""
ASIDE = 0.6
"""What a day counts whose words do not hang on the deed."""
NAMED_BESIDE = 2
"""So many articles name the day beside the draft's, and none the draft's: then it is the sources' day."""
BESIDE = 1
"""Days by which sources and draft may differ: reports come at night, and from other zones."""
PLAINLY = 0.6
LONG_BEFORE = 400
"""What sentences that hold this share of it had in print this many days before a draft's day was not on that day."""
DOUBTED = 0.6
"""Likelihood of another day from which on a thing of which no report is of the draft's day is not borne out."""
SLIP, YEAR = dt.timedelta(60), (dt.timedelta(350), dt.timedelta(380))
"""Days by which a draft may slip, or by about a year: of what was stated to lie between 14 of 21 were right, and 7 of
10 on lines that were not looked at; of what no source's words date 28 of 34, of all else 93 in 100."""
FAR = 800
"""Days from a draft's day beyond which a date is of something else."""
EARLY = 60
"""Days before a draft's day in which what is in print is taken for the same thing, not for an earlier one like it."""


@dataclass(slots=True)
class _Place:
    """A day on which sentences place a thing: how strongly, and the one that does so most."""

    weight: float = 0.0
    by: list[tuple[float, str, Bearing]] = field(default_factory=list)
    owned: bool = False
    named: bool = False
    plainly: list[Bearing] = field(default_factory=list)
    """Sentences that surely tell the thing and name this day for it in its own clause."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the sources place a thing: what speaks for and against the draft's day, and which other day has most."""

    evidence: dict[str, float]
    other: dt.date | None = None
    reason: str = ""
    by: tuple[Bearing, ...] = ()
    owned: bool = False
    named: bool = False
    told_else: bool = False
    next_day: dt.date | None = None
    """The day before or after the draft's, where sources plainly name it and none is of the draft's."""

    @property
    def likelihood(self) -> float:
        """How likely it is that the thing was on another day than the draft's, in [0, 1]."""
        return weighed(BIAS, WEIGHTS, self.evidence)


class Likely(Protocol):
    """A sentence with how likely it tells a statement, in [0, 1]."""

    @property
    def bearing(self) -> Bearing: ...

    @property
    def likelihood(self) -> float: ...


def dated(case: Case, placing: Placing) -> Finding | None:
    """The verdict that a thing was on another day, where what the sources say of it makes that likely."""
    printed = _in_print(case)
    if printed:
        first = min(b.published for b in printed if b.published)
        sure: Sureness = "sure" if len(outlets_in(printed)) > 1 else "likely"
        return case.found("date differs", sure, f"it was in print on {first}, before {case.day}", printed)
    if placing.next_day is not None:
        why = f"the sources place it on {placing.next_day}, not {case.day}: {placing.reason}"
        return case.found("date differs", "likely", why, placing.by)
    if placing.other is None or placing.likelihood < (LIKELY if placing.told_else else ELSE):
        return None
    several = len(outlets_in(placing.by)) > 1
    if not placing.named:
        # A day that no source names is only that of a report.
        return None
    sure = "sure" if several and placing.likelihood >= SURE else "likely"
    why = f"the sources place it on {placing.other}, not {case.day}: {placing.reason}"
    return case.found("date differs", sure, why, placing.by)


def redated(case: Case, placing: Placing, told: Sequence[Bearing]) -> Finding | None:
    """The verdict that what no sentence of a draft's day tells was on another, which is named, by two that tell all of
    it (``told``) or one that surely has its deed on that day."""
    by = {id(b) for b in placing.by}
    if len(told) < 2 and not any(id(r.bearing) in by and case.surely(r) for r in case.read):
        return None
    return _near_by(case, placing) if placing.named and placing.likelihood >= MOVED else None


def told_on_another_day(case: Case, placing: Placing) -> Finding | None:
    """The verdict that what is told, but by no sentence of a draft's day, was on a day that one names."""
    return _near_by(case, placing) if placing.named else None


def nearest_redated(case: Case, placing: Placing, told: float, likely: Sequence[Likely]) -> Finding | None:
    """The verdict that what comes nearest to a statement, in whatever words, was on another day than the draft's.

    ``told`` is the likelihood that the sources tell what it does, ``likely`` are the sentences read closely.
    """
    return _near_by(case, placing) if likely_elsewhere(case, placing, told, likely) >= ELSEWHERE else None


def likely_elsewhere(case: Case, placing: Placing, told: float, likely: Sequence[Likely]) -> float:
    """How likely it is, in [0, 1], that what comes nearest was on another day; 0 where none is named."""
    evidence = evidence_elsewhere(case, placing, told, likely)
    return 0.0 if evidence is None else weighed(NEAREST_BIAS, NEAREST, evidence)


def evidence_elsewhere(case: Case, placing: Placing, told: float, likely: Sequence[Likely]) -> dict[str, float] | None:
    """What speaks for it, by the names of ``NEAREST``; None where no other day is named, or by one outlet alone."""
    if placing.other is None or case.day is None:
        return None
    if not placing.named and len(outlets_in(placing.by)) < 2:
        return None
    there = [case.nearby.of(b) for b in placing.by]
    by = {id(b) for b in placing.by}
    return {
        "placing": _log_odds(placing.likelihood),
        "told": _log_odds(told),
        "least then": max((case.nearby.of(b).least for b in case.bearing if case.is_then(b)), default=0.0),
        "later": float(placing.other > case.day),
        "least there": max(n.least for n in there),
        "whole there": max(n.whole for n in there),
        "likely there": max((t.likelihood for t in likely if id(t.bearing) in by), default=0.0),
        "likely then": max((t.likelihood for t in likely if case.is_then(t.bearing)), default=0.0),
    }


def _near_by(case: Case, placing: Placing) -> Finding | None:
    """The verdict that what comes nearest was on the other day; None where that is too far for a slip of the draft."""
    return placed_elsewhere(case, placing, "likely")


def placed_elsewhere(case: Case, placing: Placing, sure: Sureness) -> Finding | None:
    """The same, as sure as is said; None where no other day is near enough for a slip of the draft."""
    if placing.other is None or case.day is None or abs((placing.other - case.day).days) > MOVED_BY:
        return None
    why = f"the sources place what comes nearest on {placing.other}, not {case.day}: {placing.reason}"
    return case.found("date differs", sure, why, placing.by)


def only_hinted(case: Case, found: Finding) -> Finding:
    """Another day that is stated, as possible only where no words of a source name it, or it is too far for a slip.

    What was in print before the draft's day is proof of another one, however far that is.
    """
    if found.kind != "date differs" or not found.contradicts or case.day is None:
        return found
    placing = source_dates(case)
    if placing.other is None or not found.places <= {b.place for b in placing.by}:
        return found
    printed = {b.place for b in _in_print(case)}
    if (placing.named and is_slip(abs(placing.other - case.day))) or (printed and found.places <= printed):
        return found
    return replace(found, sureness="possible")


def is_slip(away: dt.timedelta) -> bool:
    """Whether a draft may slip by so many days, or by a year, as one does who writes."""
    return away < SLIP or YEAR[0] <= away <= YEAR[1]


def weighed(bias: float, weights: Mapping[str, float], evidence: Mapping[str, float]) -> float:
    """The likelihood, in [0, 1], that a logistic regression gives for what is known of a case, by name."""
    return 1 / (1 + math.exp(-(bias + math.fsum(weights[name] * x for name, x in evidence.items()))))


def _log_odds(likelihood: float) -> float:
    return math.log(max(likelihood, 1e-9) / max(1 - likelihood, 1e-9))


def named_beside(day: dt.date | None, bearing: Sequence[Bearing]) -> dt.date | None:
    """The day before or after a draft's that sentences name, where none of them names the draft's own."""
    if day is None:
        return None
    named = {dt.date.fromordinal(ordinal) for one in bearing for ordinal, _, explicit in days_told(one) if explicit}
    if day in named:
        return None
    return next((d for d in sorted(named) if abs((d - day).days) <= BESIDE), None)


def stated_beside(case: Case, found: Finding) -> Finding:
    """What bears a statement out, unless the draft's own words give it a day, and theirs the one before or after."""
    own = [
        t.span.single
        for t in tag(case.words, case.day, vague=False, language=case.language)
        if t.type == "DATE" and t.span is not None
    ]
    if case.day is None or case.day not in own:
        return found
    shown = found.places
    theirs: dict[dt.date, list[tuple[str, Bearing]]] = defaultdict(list)
    for read in case.read:
        one = read.bearing
        sentence = one.indexed.reading.sentences[one.sentence]
        if not (one.place in shown or case.surely(read)):
            continue
        if any(day == case.day.toordinal() for day, _, _ in event_days(sentence)):
            return found
        placed = _placing(sentence, case.reach(read))
        if placed is not None and placed[1] and placed[2] and abs(placed[0][0] - case.day.toordinal()) <= BESIDE:
            theirs[dt.date.fromordinal(placed[0][0])].append((str(placed[0][1].reason), one))
    if len(theirs) != 1:
        return found
    ((other, by),) = theirs.items()
    why = f"the sources place it on {other}, not {case.day}: {by[0][0]}"
    return case.found("date differs", "possible", why, [one for _, one in by])


def _in_print(case: Case) -> list[Bearing]:
    """Sentences that surely tell the thing as done and were printed before a draft's day, where none is of it."""
    day = case.day
    assert day is not None
    sure = [
        r.bearing
        for r in case.read
        if r.tells and case.surely(r) and _is_his_word(case, r) and not _is_contrary(case, r)
    ]
    now = [b for b in sure if case.is_then(b)]
    before = [b for b in sure if b.own >= PLAINLY and b.published and BESIDE < (day - b.published).days <= LONG_BEFORE]
    articles = {b.indexed.article.id for b in before}
    return before if len(articles) > 1 and not now else []


def _is_contrary(case: Case, read: Read) -> bool:
    """Whether a sentence has only a deed that excludes the statement's: "the flag began flying" is no other day of its
    coming down."""
    deed = case.deeds[0] if case.deeds else None
    if deed is None:
        return False
    contrary = contraries_of(deed.classes, case.language) - deed.classes
    return all(c.classes & contrary for c in read.clauses if c.is_same(deed))


def _is_his_word(case: Case, read: Read) -> bool:
    """Whether a sentence may tell of the day of a refusal: that he should not do it is the word of others."""
    deed = case.deeds[0] if case.deeds else None
    if deed is None or not deed.is_refusal:
        return True
    his = case.speaker or deed.agent
    return any(c.is_same(deed) and c.is_undone and c.speaker and his & c.speaker for c in read.clauses)


def of_another_day(case: Case, placing: Placing) -> bool:
    """Whether a thing is told, but by no sentence of a draft's day, and more likely of another one."""
    if any(case.is_then(r.bearing) for r in case.read if case.firm(r)):
        return False
    return placing.next_day is not None or placing.likelihood >= DOUBTED


def _named_plainly_beside(places: Mapping[dt.date, _Place], day: dt.date) -> dt.date | None:
    """The day before or after that sentences of enough articles plainly name for the deed."""
    beside = (day + dt.timedelta(step) for step in (-1, 1))
    told = (d for d in beside if d in places)
    return next((d for d in told if len({b.indexed.article.id for b in places[d].plainly}) >= NAMED_BESIDE), None)


@lru_cache(maxsize=1)  # a verdict asks for its one statement several times
def source_dates(case: Case) -> Placing:
    """Where the sentences that come near enough to a statement place it, each by how near it comes."""
    day = case.day
    assert day is not None
    evidence = dict.fromkeys(WEIGHTS, 0.0)
    if not case.bearing:
        return Placing(evidence)
    top = max(b.score for b in case.bearing)
    read = {(r.bearing.indexed.article.id, r.bearing.sentence): r for r in case.read}
    places: dict[dt.date, _Place] = defaultdict(_Place)
    said = said_else = printed = printed_else = early = 0.0
    owned = 0
    before: set[str] = set()
    sure_then = sure_else = sure_said = sure_said_else = 0.0
    sure_before: set[str] = set()
    on_the_day = False
    for one in case.bearing:
        closely = read.get((one.indexed.article.id, one.sentence))
        is_deed = closely is not None and case.surely(closely)
        weight = max(0.0, (one.score / top - FROM) / (1 - FROM)) ** 2 * (2 if is_deed else 1)
        if weight <= 0:
            continue
        explicit = [dt.date.fromordinal(o) for o, _, e in days_told(one) if e]
        late = (one.published - day).days if one.published else None
        near = any(abs((d - day).days) <= BESIDE for d in explicit)
        said += weight * near
        said_else += weight * (bool(explicit) and not near)
        then = not explicit and late is not None and -BESIDE <= late <= THEN
        printed += weight * then
        printed_else += weight * (not explicit and late is not None and not then)
        if is_deed:
            sure_then += near or then
            sure_else += not (near or then)
            if late is not None and -EARLY <= late < -BESIDE and not near:
                sure_before |= outlets_in([one])
        if near or then:
            evidence["nearest"] = max(evidence["nearest"], one.score / top)
        if late is not None and -EARLY <= late < -BESIDE and (closely is None or (case.deeds and case.real(closely))):
            early += weight
            before |= outlets_in([one])
        reach = case.reach(closely) if closely is not None else None
        found = _placing(one.indexed.reading.sentences[one.sentence], reach)
        if found is None:
            continue
        (ordinal, date), by_words, own = found
        if abs(ordinal - day.toordinal()) > FAR or (one.published and ordinal > one.published.toordinal() + BESIDE):
            # Long ago is what it is compared to; what is still to come was not done.
            continue
        counts = weight * date.weight * ((1.0 if own else ASIDE) if by_words else BY_PRINT)
        place = places[dt.date.fromordinal(ordinal)]
        place.weight += counts
        place.by.append((counts, str(date.reason), one))
        place.owned |= bool(own) and is_deed
        if is_deed and (by_words and own):
            place.plainly.append(one)
        if is_deed and ordinal == day.toordinal():
            on_the_day = True
        if is_deed and by_words:
            sure_said += abs(ordinal - day.toordinal()) <= BESIDE
            sure_said_else += abs(ordinal - day.toordinal()) > BESIDE
        place.named |= by_words
        owned += bool(own) and is_deed and abs(ordinal - day.toordinal()) <= BESIDE
    next_day = None if on_the_day else _named_plainly_beside(places, day)
    if next_day is not None:
        reason = max(places[next_day].by, key=lambda x: x[0])[1]
        return Placing(evidence, reason=reason, by=tuple(places[next_day].plainly), next_day=next_day)
    here = math.fsum(p.weight for d, p in places.items() if abs((d - day).days) <= BESIDE)
    away = {d: p for d, p in places.items() if abs((d - day).days) > BESIDE}
    # Reports of a day and of its neighbours are of one thing.
    joined = {
        d: p.weight + 0.5 * math.fsum(q.weight for e, q in away.items() if e != d and abs((e - d).days) <= BESIDE)
        for d, p in away.items()
    }
    other = max(sorted(joined), key=lambda d: joined[d], default=None)
    there = joined[other] if other else 0.0
    whole = math.fsum(p.weight for p in places.values())
    evidence |= {
        "of two": here / (here + there + 0.1),
        "of all": here / (whole or 1.0),
        "here": math.log1p(here),
        "there": math.log1p(there),
        "said": said / (said + said_else + 0.1),
        "printed": printed / (printed + printed_else + 0.1),
        "early": math.log1p(early),
        "early outlets": min(3.0, len(before)),
        "said much": math.log1p(said),
        "said else": math.log1p(said_else),
        "owned": min(2.0, owned),
        "sure then": math.log1p(sure_then),
        "sure else": math.log1p(sure_else),
        "sure early": min(3.0, len(sure_before)),
        "sure said": math.log1p(sure_said),
        "sure said else": math.log1p(sure_said_else),
        "sure of two": (sure_then + 0.2) / (sure_then + sure_else + 0.4),
    }
    if other is None:
        return Placing(evidence)
    beside = [x for d, p in away.items() if abs((d - other).days) <= BESIDE for x in p.by]
    beside.sort(key=lambda x: (-x[0], x[2].indexed.article.id, x[2].sentence))
    reason = max(away[other].by, key=lambda x: x[0])[1]
    return Placing(
        evidence,
        other,
        reason,
        tuple(b for _, _, b in beside),
        away[other].owned,
        away[other].named,
        sure_said_else > 0,
    )


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
