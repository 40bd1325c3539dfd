"""Whether the event is told of, on which day, and how sure that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from leadup.timeline.pool import Pool
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.likeliest import EARLIER, first_told
from leadup.timeline.target.match import Match
from leadup.timeline.target.sureness import is_sure
from leadup.timeline.target.votes import Day
from leadup.timeline.target.words import OTHER_WORD
from leadup.timeline.target.zones import local_day

FIRM, NAMING, BESIDE, ELSEWHERE = 1.4, 2, 0.7, 0.62
"""A day is stated that has so many votes, is named by so many articles (or is as likely right, among many articles:
``leadup.timeline.target.sureness``), and leaves its neighbours at most this share of its votes, other days that. Of
124 development questions that are told of 77 are stated by votes, 76 of them rightly, and 33 of the other 47 are right,
too; of 52 further ones 15 are stated, all rightly."""
TOLD = 0.8
"""Votes from which on a day is told of."""
NEARLY_TOLD = 0.6
"""Where some day is told of, one with so many votes that a sentence names with the whole event is as likely."""
AGREED = 0.5
"""Votes from which on a day is agreed on that several articles name, or one article with :data:`REPORTS` others."""
REPORTS = 3
"""Articles that name no day and were printed on a day or just after: with so many of them, and nothing lacking that is
asked for, one article that names it is enough."""
HEADLINE = 0.9
"""The share of the event that a headline tells which tells the event..."""
LEAD = 0.95
"""...and that a sentence at the head of an article does."""
TOGETHER = 0.6
"""The share of an event that a title or a sentence tells itself, where the head of its article holds the rest..."""
OWN_NAMES = 0.5
"""...and the share of its names."""
FITTING = 0.5
"""Votes of longer times that hold a day ("in March") from which on it is told of where an article names it. Of the 143
right days of ``leadup.timeline.target.periods`` none goes with 0.25, one with 1, two without it."""
TORN_APART = 3
"""Days from which on two days of an event are far apart: with 1 three right days go, with 7 none more or less."""
LACKING = 2.0
"""With fewer votes than this nothing that is asked for may be lacking."""
ESSENTIAL = 0.4
"""The weight from which on a word that is asked for may not be lacking."""
WHOLE = 0.85
"""Of a day that is stated one sentence tells this share of the event, as done and with its names."""
FAINT, MOSTLY = 0.42, 0.86
"""Of a day with fewer votes, less than one lead that names it has, a place that speaks for it tells this share of the
event. Of 184 guesses to 547 questions about 2012-2016 nine fall short: two are right, four are to questions that
nothing tells of. Tuned on these with no others left over: of the rest 78 in 100 were right before."""
ALONE, OTHERS_OF_ALONE, AMONG = 0.4, 0.35, 100
"""A day with so many votes, that leaves the others at most this share of them, is the event's though a word that is
asked for is said nowhere; of fewer articles than that one day is told alone by chance. Of 115 questions about 2012-2016
that were refused ten have such a day: seven times the event's, three times one that tells of another's deed and is
refused for that. With .3, or with .45 beside it, one more of each three that never happened.
"""
UNCONTRADICTED = 0.4
"""A day is stated that longer times say at most so much against, as a share of its votes: many give a law's passing as
"in March" where two of May speak of it. Of 142 days that were rightly stated over news of 2012-2016 five have more;
with .65 two have, and a wrong one of 37 fresh questions was stated."""
REPORTED = 2
"""Reports of a day that tell of the event at their heads: it is not torn between that and a day far off."""
WEEK, LATER_WEEK = 7, 0.6
"""Days of a week, and the share of the votes that the same weekday of the next one must have to be the event's, where a
single article is for the earlier."""
AGAIN, AGAIN_FROM = 0.5, 7
"""A day more than so many days off, with this share of the votes of the likeliest, of which several articles tell the
whole event as news, is that of another happening that the question fits as well: neither is stated. Of 92 days that
were rightly stated over news of 2012-2016 one has one (attacks in Paris, of January and of November), with .4 two
do."""
ZONES = 0.5
"""The next day is the same event, in another time zone, where it has this share of the votes."""
SMALLEST = 1e-9
"""No day has fewer votes than this."""
BUSIEST = 3
"""Days that are said to be the busiest of an event of many."""

Rule = Literal["named by several", "local time", "named by few", "told by headlines alone", "disputed", "torn"]


@dataclass(frozen=True, slots=True)
class DayVerdict:
    """The day (an ordinal), whether it is stated or a guess, by which rule, and a second day that the event may be
    placed on: the next or last one where that is as likely, else the likeliest other.

    "torn" says that single articles place it on days far apart: below even odds, and not to be shown.
    """

    day: int
    stated: bool
    rule: Rule
    other: int | None
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a day stands to the others: its votes, with longer times and without (``bare``), what was told of it before
    clauses were looked at, the likeliest day beside it and farther off, the shares of its votes that these have, and
    what longer times vote for it."""

    votes: float
    bare: float
    told: float
    beside: int | None
    near: float
    elsewhere: int | None
    far: float
    bare_far: float
    periods: float

    @classmethod
    def of(
        cls, day: int, days: Mapping[int, Day], rivals: Sequence[int], zone: int | None, misread: Day | None
    ) -> _Standing:
        held = days[day]
        with_it = [held, *([days[zone]] if zone is not None else []), *([misread] if misread is not None else [])]
        votes, bare, told = sum(h.votes for h in with_it), sum(h.bare for h in with_it), sum(h.told for h in with_it)
        beside = max((d for d in days if abs(d - day) == 1), key=lambda d: (days[d].votes, -d), default=None)
        elsewhere = max(rivals, key=lambda d: (days[d].votes, -d), default=None)
        # Both days of two time zones speak for one event.
        near = days[beside].votes / held.votes if beside is not None and zone is None else 0.0
        far = days[elsewhere].votes / votes if elsewhere is not None else 0.0
        # Longer times say which of two days is meant, but make none sure.
        bare_far = max((days[d].bare for d in rivals), default=0.0) / max(bare, SMALLEST)
        return cls(votes, bare, told, beside, near, elsewhere, far, bare_far, held.periods)

    def is_torn(self, far_off: Sequence[int], days: Mapping[int, Day], placed: bool) -> bool:
        """Is another day about as likely? ``placed`` says that longer times are to be counted: they are for a day that
        they fit better, but where they fit both as well it is for the rest to say which."""
        alike = [d for d in far_off if days[d].bare > ELSEWHERE * self.bare]
        if not placed:
            return bool(alike)
        return any(
            days[d].votes > ELSEWHERE * self.votes and (d in alike or days[d].periods > self.periods) for d in far_off
        )


def judge(asked: Asked, matches: Sequence[Match], days: Mapping[int, Day], pool: Pool) -> DayVerdict | None:
    """The verdict; None where the event is not told of."""
    if not days:
        return None
    zones = local_day(matches, days, pool)
    likely = _likely(days)
    day = zones[0] if zones else first_told(likely or days, pool, asked.is_set, asked.is_poll)
    misread: Day | None = None
    if not zones:
        if _lacking(asked, matches, days[day]) and (whole := _whole_days(asked, matches, days)):
            day = first_told(whole, pool, asked.is_set, asked.is_poll)
        if not _is_told_in_one_place(asked, matches, days[day]):
            day = _told_whole_day(asked, matches, days, day) or _headed_day(asked, matches, days, pool) or day
        if (later := _of_week_after(day, days)) != day:
            misread, day = days[day], later
    held = days[day]
    lacking = _lacking(asked, matches, held)
    spoken = held.naming | held.reporting
    news = any(m.article in spoken and (_is_told_whole(m) or _is_news(asked, m)) for m in matches)
    headed = any(m.article in spoken and m.is_title and _is_told_whole(m) for m in matches)
    reported = bool(held.naming) and len(held.reporting) >= REPORTS and not lacking
    agreed_on = held.told >= AGREED and (len(held.naming) >= NAMING or reported)
    told = (day in likely or news or agreed_on) and not _is_hardly_told(matches, held)
    told = told and (not lacking or held.told >= LACKING)
    if not (told or _stands_alone(matches, day, days, pool)) or _is_done_to_none(asked, matches, held):
        return None
    # A day on which all only refer to the event is no rival.
    rivals = [d for d, h in days.items() if abs(d - day) > 1 and (h.naming or h.reporting) and h is not misread]
    standing = _Standing.of(day, days, rivals, zones[1] if zones else None, misread)
    uncontradicted = held.against <= UNCONTRADICTED * held.bare
    several = uncontradicted and standing.told >= FIRM and len(held.naming) >= NAMING and held.whole >= WHOLE
    again = _told_again(asked, matches, days, rivals, day)
    agreed = standing.near <= BESIDE and max(standing.far, standing.bare_far) <= ELSEWHERE and again is None
    rule: Rule = (
        "local time"
        if zones and agreed and several
        else "disputed"
        if not agreed
        else "told by headlines alone"
        if not held.naming
        else "named by several"
        if several
        else "named by few"
    )
    single = len(held.naming) == 1 or (standing.votes < AGREED and len(held.naming) < NAMING)
    if single and not (held.exact or headed or _is_reported(matches, held)):
        # Nor is one on which a part of it is told, where the whole is told of this one.
        told_whole = not lacking and (standing.bare >= TOLD or (standing.bare >= NEARLY_TOLD and held.whole >= WHOLE))
        far_off = [
            d
            for d in rivals
            if abs(d - day) > TORN_APART
            and not (told_whole and (_lacking(asked, matches, days[d]) or (held.plain and days[d].whole < WHOLE)))
        ]
        if standing.is_torn(far_off, days, held.periods >= FITTING):
            rule = "torn"
    other = (
        zones[1]
        if zones
        else standing.beside
        if standing.near >= ZONES and rule != "torn"
        else standing.elsewhere
        if standing.far > ELSEWHERE
        else again
    )
    # A question that names no deed ("the Marisol ferry") has no one day: the busiest is but the likeliest. Two words
    # for things may hold a deed that no table knows ("the burst of the dam").
    of_a_deed = any(slot.rows for slot in asked.slots) or sum(slot.kind == "thing" for slot in asked.slots) > 1
    told_of_one = of_a_deed and not lacking and not asked.long and not _lacks_number(asked, matches, held)
    # What several articles name is stated; among many, so is what is as likely right by all that speaks for it.
    may_be_stated = told and agreed and told_of_one and uncontradicted and held.whole >= WHOLE and rule != "torn"
    among_many = bool(held.naming) and len(pool.articles) >= AMONG
    stated = may_be_stated and (several or (among_many and is_sure(asked, matches, day, days, pool)))
    return DayVerdict(day, stated, rule, other, lacking)


def _likely(days: Mapping[int, Day]) -> Mapping[int, Day]:
    """The days that are told of, and those of which hardly less was by a sentence that tells the whole."""
    told = {d for d, h in days.items() if _is_told_of(h)}
    near = {d for d, h in days.items() if h.told >= NEARLY_TOLD and h.whole >= WHOLE}
    return {d: days[d] for d in days if d in told | near} if told else {}


def _is_told_of(held: Day) -> bool:
    """Do votes, a day in full, or longer times beside a named day say that the event is told of?"""
    return held.told >= TOLD or bool(held.exact) or held.periods >= FITTING


def _stands_alone(matches: Sequence[Match], day: int, days: Mapping[int, Day], pool: Pool) -> bool:
    """Among many articles, does one that tells of the event as done name a day that has votes enough, and does no other
    but those beside it have many of them?"""
    held = days[day]
    if len(pool.articles) < AMONG or not any(m.real and m.article in held.naming for m in matches):
        return False
    most = max((h.votes for d, h in days.items() if abs(d - day) > 1), default=0.0)
    return held.votes >= ALONE and most <= OTHERS_OF_ALONE * held.votes


def _told_again(
    asked: Asked, matches: Sequence[Match], days: Mapping[int, Day], rivals: Sequence[int], day: int
) -> int | None:
    """The likeliest of the other days, far enough from one, of which the whole event is told as their own news: by
    several articles printed soon after, one of them at its head; None where there is none."""
    least = AGAIN * days[day].bare
    far_off = [d for d in rivals if abs(d - day) > AGAIN_FROM and days[d].bare >= least]
    told = [
        d
        for d in far_off
        if len(days[d].fresh) >= NAMING
        and days[d].whole >= WHOLE
        and not _lacking(asked, matches, days[d])
        and _is_told_in_one_place(asked, matches, days[d], at_head=True)
    ]
    return max(told, key=lambda d: (days[d].votes, -d), default=None)


def _is_hardly_told(matches: Sequence[Match], held: Day) -> bool:
    """Has a day hardly a vote, and does all that speaks for it tell but a part of the event?"""
    spoken = held.naming | held.reporting
    return held.told < FAINT and all(m.share < MOSTLY for m in matches if m.article in spoken)


def _is_done_to_none(asked: Asked, matches: Sequence[Match], held: Day) -> bool:
    """Does none of the places that speak for the day name whom or what it was done to ("Lund wins Orsk": a victory of
    hers, but not there)?"""
    # A visit that was announced for the day and not told of again by that name was made.
    spoken = held.naming | held.reporting | (held.foretold if asked.is_set else frozenset())
    return asked.done_to >= 0 and not any(m.real and m.article in spoken and asked.done_to in m.held for m in matches)


def _is_reported(matches: Sequence[Match], held: Day) -> bool:
    """Do several articles of the day or just after it tell nearly all of the event at their heads?"""
    heads = (m for m in matches if m.real and m.is_lead and not m.ground and m.share >= WHOLE)
    return len({m.article for m in heads} & held.reporting) >= REPORTED


def _whole_days(asked: Asked, matches: Sequence[Match], days: Mapping[int, Day]) -> dict[int, Day]:
    """The days for which something tells all that is asked for: by votes enough, or at the head of an article."""
    whole = {m.article for m in matches if _is_told_whole(m)}
    told = {d: h for d, h in days.items() if h.told >= TOLD or h.exact or (h.told >= AGREED and h.reporting & whole)}
    return {d: h for d, h in told.items() if not _lacking(asked, matches, h)}


def _is_told_in_one_place(asked: Asked, matches: Sequence[Match], held: Day, *, at_head: bool = False) -> bool:
    """Does one of the places that speak for the day, ``at_head`` of those at the heads of their articles, hold all that
    is asked for itself?"""
    spoken = held.naming | held.reporting
    told = (m for m in matches if m.real and not m.ground and m.article in spoken and (m.is_lead or not at_head))
    return any(not _unsaid(asked, m.own) for m in told)


def _told_whole_day(asked: Asked, matches: Sequence[Match], days: Mapping[int, Day], part: int) -> int | None:
    """The day with most votes that one place names with all that is asked for, of those with about as many as one that
    none does ("attack in Paris" tells of most days, "hostages at a bakery in Paris" of one)."""
    least = EARLIER * days[part].votes
    alike = {d: h for d, h in days.items() if h.votes >= least and h.told >= TOLD and h.whole >= WHOLE}
    whole = (d for d, h in alike.items() if _is_told_in_one_place(asked, matches, h))
    return max(whole, key=lambda d: (days[d].votes, -d), default=None)


def _headed_day(asked: Asked, matches: Sequence[Match], days: Mapping[int, Day], pool: Pool) -> int | None:
    """The day told of by headlines that hold all that is asked for themselves, where these are of one day or two: that
    with more votes of the day they were printed on and the one before."""
    whole = (m for m in matches if m.is_title and _is_told_whole(m) and not _unsaid(asked, m.own))
    printed = {p.toordinal() for m in whole if (p := pool.articles[m.article].published)}
    if not printed or max(printed) - min(printed) > 1:
        return None
    near = [d for p in printed for d in (p, p - 1) if d in days]
    return max(near, key=lambda d: (days[d].votes, d), default=None)


def _of_week_after(day: int, days: Mapping[int, Day]) -> int:
    """The same weekday of the next week, where others name that one, and one article alone this one, by its weekday.

    That one was written on after its stated day; no slip makes the others' day of the earlier one.
    """
    held, later = days[day], days.get(day + WEEK)
    if later is None or len(held.naming) != 1 or not held.weekday or held.exact:
        return day
    return day + WEEK if later.naming and later.votes >= LATER_WEEK * held.votes else day


def _is_told_whole(match: Match) -> bool:
    """Does a headline or a sentence at the head of its article tell nearly all of the event?"""
    return match.real and match.is_lead and not match.ground and match.share >= (HEADLINE if match.is_title else LEAD)


def _is_news(asked: Asked, match: Match) -> bool:
    """Does an article tell of the event at its head, with all that is asked for there?"""
    if not match.real or match.ground or not match.is_lead or match.share < TOGETHER or match.deed < OTHER_WORD:
        return False
    # A name of the head alone is that of whom the article is about, not always of who did it.
    return match.names_itself(asked, OWN_NAMES) and not _unsaid(asked, match.head)


def _unsaid(asked: Asked, found: Collection[int]) -> tuple[str, ...]:
    """What is asked for and is not among these slots; of a name its other words do."""
    groups = {asked.slots[i].group for i in found}
    return tuple(
        s.asked
        for i, s in enumerate(asked.slots)
        if i not in found and s.weight >= ESSENTIAL and not (s.group >= 0 and s.group in groups)
    )


def _lacking(asked: Asked, matches: Sequence[Match], held: Day) -> tuple[str, ...]:
    """What is asked for and stands in none of the places that speak for the day; of a name its other words do."""
    return _unsaid(asked, _spoken_of(matches, held))


def _lacks_number(asked: Asked, matches: Sequence[Match], held: Day) -> bool:
    """Does none of the places that speak for the day hold a number that is asked for ("the 47 percent video")?"""
    found = _spoken_of(matches, held)
    return any(slot.kind == "number" and i not in found for i, slot in enumerate(asked.slots))


def _spoken_of(matches: Sequence[Match], held: Day) -> set[int]:
    """Which slots stand in the places that speak for the day, or at the heads of their articles."""
    found: set[int] = set()
    for match in matches:
        if match.article in held.naming or match.article in held.reporting:
            found |= match.held | match.head
    return found


def span_of(days: Mapping[int, Day]) -> tuple[dt.date, dt.date, tuple[dt.date, ...]]:
    """Of an event of many days the first, the last, and the busiest ones in order: of those that articles name, unless
    these are too few to tell."""
    named = {d: h for d, h in days.items() if h.naming}
    if len(named) < BUSIEST:
        named = dict(days)
    busiest = sorted(named, key=lambda d: (-named[d].votes, d))[:BUSIEST]
    # A day that one article names in passing neither begins nor ends it.
    firm = [d for d, h in named.items() if h.votes >= 0.1 * named[busiest[0]].votes]
    return (
        dt.date.fromordinal(min(firm)),
        dt.date.fromordinal(max(firm)),
        tuple(dt.date.fromordinal(d) for d in sorted(busiest)),
    )
