"""From a question to its event: the day it happened, how sure that is, and what says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from leadup.errors import UnknownTarget
from leadup.model import Headline, Mention, Question, Target
from leadup.timeline.dating import DatedSentence, event_days, mention
from leadup.timeline.messages import Messages
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.target.asked import Asked, read_question, respelt
from leadup.timeline.target.heading import heading
from leadup.timeline.target.likeliest import EARLIER
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import Matcher
from leadup.timeline.target.nearest import is_told, told_of_another, unknown_target
from leadup.timeline.target.parts import DeedMatch
from leadup.timeline.target.pooled import PoolSource
from leadup.timeline.target.seeking import (
    ARTICLES,
    EventSource,
    held_names,
    pool_for,
    spelt_as_held,
    unheld_names,
    unsure_names,
    written_forms,
)
from leadup.timeline.target.slot import names_among
from leadup.timeline.target.verdict import AMONG, NAMING, WHOLE, DayVerdict, judge, span_of
from leadup.timeline.target.votes import Day, vote
from leadup.timeline.target.whose import leaves_whose_open, place_told_otherwise, places_of_day, tells_itself
from leadup.timeline.target.zones import is_of_a_night, local_day

_MESSAGES = Messages("finding")

EVIDENCE = 5
HOLDING = 3
"""Articles in which the spelling of a name is seen."""
HEADLINES = 3
ONE_DAYS, FEW_ONE_DAYS, FEW = 0.25, 0.5, 5
"""The share of the articles that place a bare name on days which name one and the same, from which on it stands for
what happened that day; where fewer than ``FEW`` name that, more of them must. Of 27 bare names tried over news of
2012-2016 those of places and papers where one thing happened have .26 (Orlando .28, Benghazi .36) to .67, persons,
countries and firms .02 to .20."""
REPORTED_WITHIN = 3
"""Days around one on which another's deed is told in which it is still reported."""
OF_ITS_OWN = 0.3
"""The share of the most votes from which on another day is one of the event's own."""
NEXT_DAYS = 0.5
"""The same for the next day, where fewer articles name it."""


@dataclass(frozen=True, slots=True)
class Sought:
    """An event as it was looked for: the question understood (names as the archive spells them), the articles, and the
    titles and sentences of those that tell of it; ``unheld`` are the names asked for that none of the source's holds,
    each with those that come nearest, ``unsure`` those sought in a spelling that may be another's, ``held`` those that
    it holds as they are asked."""

    asked: Asked
    pool: Pool
    matches: tuple[Match, ...]
    spelling: Mapping[str, tuple[str, ...]]
    unheld: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()

    @property
    def has_another_name(self) -> bool:
        """Is a name of several words sought in other spellings of all of them, or another that may be another's?"""
        names = (group for group in names_among(self.asked.slots).values() if len(group) > 1)
        return bool(self.unsure) or any(all(slot.asked in self.spelling for slot in group) for group in names)


def find_target(question: Question, pool: Pool) -> Target:
    """The event asked about, sought in these articles alone; else as :func:`seek_target`.

    Where the question gives the day, that is kept and its evidence sought.
    """
    sought = look_for_event(question, PoolSource(pool), language=pool.language)
    if question.date is None:
        return target_of(question, sought)
    day = question.date.toordinal()
    real = [m for m in sought.matches if m.real]
    elsewhere = _day_elsewhere(sought, day)
    return Target(
        words=heading(sought.asked),
        day=question.date,
        how=_with_spelling("given", sought),
        evidence=_evidence(real, day, sought.pool),
        certainty="given",
        rule="given" if elsewhere is None else "local time",
        other_day=dt.date.fromordinal(elsewhere) if elsewhere is not None else None,
        headlines=_headlines(real, day, sought.pool),
        terms=search_terms(sought.asked),
    )


def _day_elsewhere(sought: Sought, day: int) -> int | None:
    """The day that the event has by the clock of other places, where the one given is its own; None for any other."""
    if not is_of_a_night(sought.matches, day, sought.pool):
        return None
    zones = local_day(sought.matches, vote(sought.asked, sought.matches, sought.pool), sought.pool)
    return zones[1] if zones is not None and zones[0] == day else None


def seek_target(question: Question, source: EventSource, limit: int = ARTICLES, *, language: str) -> Target:
    """The event asked about, with the day that it happened on as worked out from what the source tells of it.

    Every title and sentence that tells of the deed and its actors in one place votes for its day. Raises UnknownTarget
    where nothing tells of it, saying what comes nearest, and where it is of many days, saying which.
    """
    return target_of(question, look_for_event(question, source, min(limit, ARTICLES), language=language))


def look_for_event(
    question: Question, source: EventSource | PoolSource, limit: int = ARTICLES, *, language: str
) -> Sought:
    """What the source tells of the event."""
    asked = read_question(question.target, language)
    if not asked.slots:
        asked = read_question(" ".join(question.keywords), language)
    stems = spelt_as_held(asked, source)
    pool = source.pool if isinstance(source, PoolSource) else pool_for(asked, source, stems, limit)
    spelling = written_forms(stems, pool)
    # Where nothing tells of the deed, how the archive writes the name is seen where it stands.
    spelling |= _written({name: others for name, others in stems.items() if name not in spelling}, source, language)
    unheld = unheld_names(asked, source, stems)
    unheld = dict.fromkeys(unheld, ()) | _written({n: o for n, o in unheld.items() if o}, source, language)
    asked = respelt(asked, spelling)
    unsure, held = unsure_names(asked, source, stems), held_names(asked, source)
    return Sought(asked, pool, tuple(Matcher(asked).matches(pool)), spelling, unheld, unsure, held)


def _written(
    stems: Mapping[str, tuple[str, ...]], source: EventSource | PoolSource, language: str
) -> dict[str, tuple[str, ...]]:
    """How the articles that hold these stems write them, with a capital."""
    written: dict[str, tuple[str, ...]] = {}
    for name, others in stems.items():
        if isinstance(source, PoolSource):
            holding = source.pool
        else:
            found = source.retrieve([(1.0, others)], HOLDING)
            holding = Pool.of((PooledArticle.of(a, r) for a, r in found), language)
        written |= written_forms({name: others}, holding)
    return written


def search_terms(asked: Asked) -> tuple[str, ...]:
    """What the event's articles are to be looked for with: its own words, in the spelling of the archive."""
    return tuple(dict.fromkeys(" ".join(p) for s in asked.slots for p, worth in s.means.items() if worth >= 1.0))


def target_of(question: Question, sought: Sought) -> Target:
    asked, pool = sought.asked, sought.pool
    days: Mapping[int, Day] = vote(asked, sought.matches, pool)
    verdict = judge(asked, sought.matches, days, pool)
    if verdict is None or sought.unheld:
        raise unknown_target(question, asked, pool, sought.matches, sought.unheld, sought.held)
    if asked.long and not is_one_day(verdict, days):
        raise _without_one_day(question, sought, days, "of many days", "give one")
    if asked.names_nothing_done and not stands_for_event(verdict, days):
        raise _without_one_day(question, sought, days, "no event", "say what")
    if verdict.rule == "torn" and not any(is_told(asked, m) for m in sought.matches):
        raise unknown_target(question, asked, pool, sought.matches, elsewhere=sought.held)
    if verdict.rule == "torn" and verdict.other is not None:
        _refuse_if_of_others(question, sought, verdict, days)
        if not _may_offer((verdict.day, verdict.other), days, pool):
            raise UnknownTarget(_MESSAGES["scattered"].format(asked=question.target), _MESSAGES["give or add"])
        first, second = (dt.date.fromordinal(d) for d in sorted((verdict.day, verdict.other)))
        raise UnknownTarget(
            _MESSAGES["torn"].format(asked=question.target, first=first, second=second),
            _MESSAGES["give or add"],
            days=(first, second),
        )
    if (better := _better_told(sought, verdict, days)) is not None:
        verdict = replace(verdict, day=better, other=None)
    places = places_of_day(asked, sought.matches, verdict.day, days[verdict.day], pool)
    if (otherwise := place_told_otherwise(sought.asked, places)) is not None:
        refusal = told_of_another(question, *otherwise, dt.date.fromordinal(verdict.day), pool)
        beside = [] if otherwise[0] is DeedMatch.CONTRARY else _beside(verdict.day, days)
        verdict, days, places = _next_day(sought, verdict, days, beside, refusal)
    itself = not places or tells_itself(places)
    verdict = replace(verdict, stated=verdict.stated and itself and not sought.has_another_name)
    if not verdict.stated and len(pool.articles) >= AMONG and leaves_whose_open(asked, places):
        day = dt.date.fromordinal(verdict.day)
        raise told_of_another(question, DeedMatch.NOT_DONE, places[0][1], day, pool)
    held = days[verdict.day]
    placed = verdict.other is not None and is_placed_on(days.get(verdict.other))
    evidence = _evidence(sought.matches, verdict.day, pool)
    headlines = _headlines([m for m in sought.matches if m.real], verdict.day, pool)
    return Target(
        words=heading(asked),
        day=dt.date.fromordinal(verdict.day),
        how=_how(verdict, len(held.naming), len(headlines), sought, placed),
        evidence=evidence,
        certainty="stated" if verdict.stated else "guess",
        rule=verdict.rule,
        other_day=dt.date.fromordinal(verdict.other) if verdict.other is not None else None,
        headlines=headlines,
        terms=search_terms(asked),
    )


def _refuse_if_of_others(question: Question, sought: Sought, verdict: DayVerdict, days: Mapping[int, Day]) -> None:
    """Raise the refusal of what is told of others, where that is all that single articles tell of either day: that they
    do not agree on it would read as if it had happened."""
    both = [d for d in (verdict.day, verdict.other) if d is not None and d in days]
    places = [p for d in both for p in places_of_day(sought.asked, sought.matches, d, days[d], sought.pool)]
    told = {told for told, match in places if match.real or told is not DeedMatch.AS_ASKED}
    if places and told.isdisjoint((DeedMatch.AS_ASKED, DeedMatch.OPEN)):
        otherwise = place_told_otherwise(sought.asked, places) or places[0]
        raise told_of_another(question, *otherwise, dt.date.fromordinal(verdict.day), sought.pool)


def _better_told(sought: Sought, verdict: DayVerdict, days: Mapping[int, Day]) -> int | None:
    """The other day of an event that is not sure, where a sentence tells the event plainly of it, and no place tells
    the deed itself of the likeliest ("House Speaker Lund ... the nominee", where Lund becomes speaker)."""
    other = verdict.other
    if verdict.rule != "disputed" or other is None or other not in days:
        return None
    if not days[other].plain or days[verdict.day].plain:
        return None
    here, there = (places_of_day(sought.asked, sought.matches, d, days[d], sought.pool) for d in (verdict.day, other))
    if not here or tells_itself(here) or place_told_otherwise(sought.asked, there) is not None:
        return None
    return other


def _next_day(
    sought: Sought, verdict: DayVerdict, days: Mapping[int, Day], beside: Sequence[int], refusal: UnknownTarget
) -> tuple[DayVerdict, Mapping[int, Day], list[tuple[DeedMatch, Match]]]:
    """The day of those ``beside`` one on which another's deed is told, where its own is told of it, or the likeliest
    day far enough from it, where that would else be stated: as a guess, with the days left and its places. Raises the
    refusal where there is none."""
    for day in sorted(beside, key=lambda d: -days[d].votes):
        places = places_of_day(sought.asked, sought.matches, day, days[day], sought.pool)
        if tells_itself(places) and place_told_otherwise(sought.asked, places) is None:
            return replace(verdict, day=day, stated=False, other=None), days, places
    days = {d: held for d, held in days.items() if abs(d - verdict.day) > REPORTED_WITHIN}
    found = judge(sought.asked, sought.matches, days, sought.pool)
    if found is None or not found.stated:
        raise refusal
    places = places_of_day(sought.asked, sought.matches, found.day, days[found.day], sought.pool)
    if not tells_itself(places) or place_told_otherwise(sought.asked, places) is not None:
        raise refusal
    return replace(found, stated=False), days, places


def _beside(day: int, days: Mapping[int, Day]) -> list[int]:
    """The days beside one that several articles name, of about as many votes."""
    near = [d for d in (day - 1, day + 1) if d in days and len(days[d].naming) >= NAMING]
    return [d for d in near if days[d].votes >= EARLIER * days[day].votes]


def is_one_day(verdict: DayVerdict, days: Mapping[int, Day]) -> bool:
    """Has what is called by a word for many days one day after all, that far more is told of than of any other?"""
    # Beside the day what was printed without one is of the same; what fewer name is mostly what was said of it.
    most, naming = days[verdict.day].votes, len(days[verdict.day].naming)
    rivals = {d: h for d, h in days.items() if d != verdict.day and (h.naming or abs(d - verdict.day) > 1)}
    others = {d for d, h in rivals.items() if h.votes > OF_ITS_OWN * most}
    after = days.get(verdict.day + 1)
    if after is not None and after.votes < NEXT_DAYS * most and len(after.naming) < naming:
        others.discard(verdict.day + 1)
    if verdict.rule == "local time":
        return others <= {verdict.other}
    return verdict.rule == "named by several" and not others


def stands_for_event(verdict: DayVerdict, days: Mapping[int, Day]) -> bool:
    """Does a bare name stand for what happened there or by that name on one day ("Benghazi", "Brexit")?"""
    naming = len(days[verdict.day].naming)
    share = naming / max(len({article for held in days.values() for article in held.naming}), 1)
    return verdict.stated or (naming > 1 and share >= (ONE_DAYS if naming >= FEW else FEW_ONE_DAYS))


def _may_offer(offered: Sequence[int], days: Mapping[int, Day], pool: Pool) -> bool:
    """May these days be offered: do several articles place the event on one of them, or are there so few articles that
    each counts? Of many some name a day by chance."""
    return len(pool.articles) < AMONG or any(is_placed_on(days.get(d)) for d in offered)


def _without_one_day(question: Question, sought: Sought, days: Mapping[int, Day], what: str, do: str) -> UnknownTarget:
    """The refusal of what has no one day, with the days that it offers; ``what`` and ``do`` name its messages."""
    first, last, busiest = span_of(days)
    if not _may_offer([d.toordinal() for d in (first, *busiest, last)], days, sought.pool):
        if sought.asked.names_nothing_done:
            what = _MESSAGES["no event or day"].format(asked=question.target)
        elif any(is_told(sought.asked, m) for m in sought.matches):
            what = _MESSAGES["scattered"].format(asked=question.target)
        else:
            return unknown_target(question, sought.asked, sought.pool, sought.matches, elsewhere=sought.held)
        return UnknownTarget(what, _MESSAGES["give or add"])
    most = ", ".join(map(str, busiest))
    return UnknownTarget(
        _MESSAGES[what].format(asked=question.target, first=first, last=last, most=most),
        _MESSAGES[do].format(first=first, last=last),
        days=(first, *busiest, last),
    )


def is_placed_on(held: Day | None) -> bool:
    """Do several articles name the day, and does one of them tell the whole of the event as of it?

    Of 21 days beside the event's own that were offered without this, eight were right; of the four that are with it,
    three.
    """
    return held is not None and len(held.naming) >= NAMING and held.whole >= WHOLE


def _how(verdict: DayVerdict, naming: int, headlines: int, sought: Sought, placed: bool) -> str:
    """How the day was worked out, and how far to trust that; ``placed`` says that sources have it on the other day.

    Where none has, another day is the next likeliest; one right beside it is then named only for a guess, and not for a
    day that is stated.
    """
    if verdict.stated:
        how = _MESSAGES["stated once" if naming == 1 else "stated"].format(naming=naming)
    elif naming:
        how = _MESSAGES["guessed once" if naming == 1 else "guessed"].format(naming=naming)
    else:
        how = _MESSAGES["headlines" if headlines else "nothing"]
    local, beside = verdict.rule == "local time", abs((verdict.other or verdict.day) - verdict.day) == 1
    if verdict.other is not None and (local or placed or not beside or not verdict.stated):
        message = _MESSAGES["local" if local else "beside" if placed else "next"]
        how = message.format(how=how, other=dt.date.fromordinal(verdict.other))
    how = _with_spelling(how, sought)
    return how if verdict.stated else _MESSAGES["if another"].format(how=how)


def _with_spelling(how: str, sought: Sought) -> str:
    """How the day is known, with the names that the archive spells otherwise than they are asked."""
    spelt = [
        _MESSAGES["spelling"].format(asked=asked, others=_MESSAGES["or"].join(others))
        for asked, others in sought.spelling.items() if others
    ]  # fmt: skip
    return _MESSAGES["spelt"].format(how=how, spelt=", ".join(spelt)) if spelt else how


def _evidence(matches: Sequence[Match], day: int, pool: Pool) -> tuple[Mention, ...]:
    found = []
    for match in matches:
        if match.is_title:
            continue
        sentence = pool.articles[match.article].reading.sentences[match.sentence]
        for told, date, explicit in event_days(sentence):
            if told == day and (explicit or match.is_lead):
                at = DatedSentence(match.article, match.sentence, day, date, explicit)
                found.append((not match.real, not explicit, -match.share, at))
    return tuple(mention(pool, at) for *_, at in sorted(found, key=lambda f: f[:3])[:EVIDENCE])


def _headlines(matches: Sequence[Match], day: int, pool: Pool) -> tuple[Headline, ...]:
    """The titles of that day and the next that tell of the event, best first."""
    found = []
    for match in matches:
        article: PooledArticle = pool.articles[match.article]
        if match.is_title and article.title and article.published:
            lag = article.published.toordinal() - day
            if 0 <= lag <= 1:
                told = Headline(article.id, article.title, article.published, article.outlet)
                found.append(((-match.share, lag, match.article), told))
    return tuple(told for _, told in sorted(found, key=lambda f: f[0])[:HEADLINES])
