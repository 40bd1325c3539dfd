"""The vote on days: what each title and sentence that tells of the event says of its day."""

from __future__ import annotations

import collections
import datetime as dt
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from leadup.model import EventDate, Sentence, normalised
from leadup.reading.page import weekday_of_own
from leadup.reading.syntax import Parse
from leadup.timeline.dating import event_days, naming_day
from leadup.timeline.pool import Pool
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.clauses import JOINED, JUDGED, aimed_at, bound, is_done_to_other, parsed, played_by_another
from leadup.timeline.target.counted_days import counted_from
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import UNREAL
from leadup.timeline.target.periods import (
    ToldPeriod,
    against,
    gap_between,
    has_time_beside,
    in_full,
    in_periods,
    is_in_name,
    is_that_day,
    own_time,
    period_of,
)
from leadup.timeline.target.said_of_deed import asks_for_judgement
from leadup.timeline.target.words import asking

POWER = 3
"""Of the share, in a vote: half of an event is far less than half of a reason."""
AHEAD, AHEAD_SET = 0.3, 0.7
"""A day named before it came: what is announced need not happen; a vote's day is known."""
SOON, FRESH, LATER = 10, 1.0, 0.6
"""What a sentence printed within so many days of the day that it names votes, and a later one."""
ASIDE = 0.4
"""What a sentence votes for the other days that it names."""
UNDATED = (0.30, 0.29, 0.10, 0.05)
"""What a title or an undated lead votes for its publication day and each of the days before it."""
COUNTED = 0.8
"""What a sentence at an article's head votes that says how many days ago the event was."""
FURTHER_DOWN = 0.3
"""What an undated sentence votes that does not stand at the head of its article."""
UNDER_ITS_TITLE = 1.4
"""What a sentence's vote is multiplied by whose article's title tells of the event, too."""
LONG_BEFORE, FROM_AFAR = 45, 0.25
"""A day so long before the first article that tells of the event is only told of from afar."""
SAME_WORDING = 60
CLOSE = 70
"""Code points between the deed and the words for a day from which on they belong to one another less."""
OTHER_ROLE = 0.4
"""What a sentence votes in which somebody else does the deed, or has it done."""
OTHERS_DAY, OTHERS_SHARE, SEEN = 0.1, 0.25, 4
"""What all votes for a day count where, of at least ``SEEN`` sentences parsed that name it, this share tells of the
deed by or to somebody else: the day is another deed's ("a police officer shot Lund", where officers shot are asked)."""
WEEK = 7
"""Days before publication of which one is the deed's own where its article dates it so."""
OTHER_TIME = 0.5
"""What a day counts for where words for another time stand nearer to the deed."""
ELSEWHEN = 0.1
"""What a sentence votes for its other days that gives the deed a time of its own ("for its annexation in March")."""
AS_GROUND = 0.35
"""What a sentence votes for its own day that names the event only as the ground for something else."""

SETTLED, NAMED_BY = 1.0, 2
"""Longer times are asked only where no day has so many votes and is named by so many articles: beside days they say
little. Of the 143 right days of ``leadup.timeline.target.periods`` one goes where they are always asked."""
CONTRADICTED = 0.65
"""...and where longer times say as much against such a day as this share of its votes: many articles say "in July" of a
death that two of December speak of beside their own news. Of 142 days that were rightly stated over news of 2012-2016
two have more, and are guesses so; of 24 questions about deaths two that were wrong are mended by it."""
AGAINST = 0.5
"""The share of a day's votes that longer times which do not hold it take from it at most. With 0 one right day
goes; with 1 none does, but two more are wrong."""
PARSED = 80
"""Sentences of a question that are parsed at most: each takes some milliseconds."""
NAMES = 0.6
"""The share of the names that a sentence holds itself which tells of the event in full."""
WHOLE_ENOUGH = 0.85
"""The share of an event from which on a sentence of one clause tells it plainly."""
WHOLE = 0.95
"""The share of an event from which on a sentence tells the whole of it."""


@dataclass(slots=True)
class Day:
    """What speaks for a day.

    - ``votes`` for it, ``told`` what they were before clauses were looked at;
    - articles, by their places in the pool: ``naming`` it; ``fresh``, those of them printed soon after it;
      ``weekday``, those of them that give only a weekday; ``reporting``, those that name no day and were printed on it
      or soon after; ``exact``, those that tell the whole event with the day in full, its year too, or that say it is
      that of the event; ``foretold``, those that name it before it came; ``plain``, those that tell nearly all of the
      event as done, by the very verb asked for and with the names, in one clause with the day; ``whole`` is the
      largest share of the event that a sentence with the day tells;
    - votes of longer times ("in March"): ``periods`` of those that hold the day, ``against`` of others; ``shifted`` is
      by how much all of them changed ``votes``.
    """

    votes: float = 0.0
    periods: float = 0.0
    against: float = 0.0
    shifted: float = 0.0
    told: float = 0.0
    naming: set[int] = field(default_factory=set)
    fresh: set[int] = field(default_factory=set)
    weekday: set[int] = field(default_factory=set)
    reporting: set[int] = field(default_factory=set)
    exact: set[int] = field(default_factory=set)
    foretold: set[int] = field(default_factory=set)
    plain: set[int] = field(default_factory=set)
    whole: float = 0.0

    @property
    def bare(self) -> float:
        """Its votes without those of longer times."""
        return self.votes - self.shifted


def vote(asked: Asked, matches: Sequence[Match], pool: Pool) -> dict[int, Day]:
    """What each day gets, by ordinal: from one article, or in one wording, no more than its best place gives."""
    titled = {m.article for m in matches if m.is_title and m.real}
    ballot = _Ballot(asked, pool, titled, _parses(asked, matches, pool))
    ballot.date_articles(matches)
    for match in matches:
        if match.is_title:
            ballot.add_title(match)
        else:
            ballot.add_sentence(match)
    return _without_far_days(ballot.counted(), [pool.articles[m.article].published for m in matches])


class _Ballot:
    """The votes for days as they come in, from one title or sentence after the other."""

    def __init__(self, asked: Asked, pool: Pool, titled: Collection[int], parses: Mapping[int, Parse]) -> None:
        """``titled`` are the articles whose title tells of the event, ``parses`` those of :func:`_parses`."""
        self._asked, self._pool, self._titled, self._parses = asked, pool, titled, parses
        self._language = asked.language
        self._best: dict[tuple[int, int], float] = {}
        self._loose: dict[tuple[int, int], float] = {}
        self._days: dict[int, Day] = collections.defaultdict(Day)
        self._said: dict[str, int] = {}
        self._named_player = asked.has_named_player
        self._done_alone = asked.done_alone
        self._others: dict[int, list[bool]] = collections.defaultdict(list)
        self._periods: dict[int, tuple[ToldPeriod, float]] = {}
        self._done_with = asked.done_with
        self._own_days: dict[int, int] = {}
        self._dated: set[int] = set()
        self._words = {p[0] for s in asked.slots if s.needed for p in s.means}
        self._judging = frozenset() if asks_for_judgement(asked) else asking("judged", asked.language)

    def counted(self) -> dict[int, Day]:
        """The days with all that spoke for them."""
        for at, weight in self._best.items():
            self._days[at[1]].votes += weight
            self._days[at[1]].told += self._loose[at]
        for day, others in self._others.items():
            if len(others) >= SEEN and sum(others) >= OTHERS_SHARE * len(others):
                self._days[day].votes *= OTHERS_DAY
                self._days[day].told *= OTHERS_DAY
        for day, held in self._days.items():
            held.against = against(day, self._periods) if held.naming else 0.0
        if not any(self._is_settled(held) for held in self._days.values()):
            self._shift()
        return self._days

    @staticmethod
    def _is_settled(held: Day) -> bool:
        """Do enough votes of several articles speak for a day, and no longer times against it?"""
        if held.told < SETTLED or len(held.naming) < NAMED_BY:
            return False
        if held.plain:
            # "On June 2, Lund endorsed Tolm": what others say of that month is of what went before.
            return True
        return held.against <= CONTRADICTED * held.votes

    def _shift(self) -> None:
        """Count the longer times that the event is given, for the named days that they hold and against the others; a
        day that nobody names stands no higher by it than the named one after it, from which it was counted back."""
        bare = {day: held.votes for day, held in self._days.items()}
        for day, held in self._days.items():
            after = self._days.get(day + 1)
            counted_back = not held.naming and after is not None and bool(after.naming) and bare[day + 1] >= held.votes
            if held.votes and (held.naming or counted_back):
                held.periods = in_periods(day, self._periods) if held.naming else 0.0
                held.shifted = held.periods - min(AGAINST * held.votes, against(day, self._periods))
                held.votes += held.shifted

    def _count(self, article: int, opening: str, day: int, weight: float, tie: float = 1.0) -> None:
        if self._asked.years and dt.date.fromordinal(max(day, 1)).year not in self._asked.years:
            return
        at = self._said.setdefault(opening, article), max(day, 1)
        self._best[at] = max(self._best.get(at, 0.0), weight * tie)
        self._loose[at] = max(self._loose.get(at, 0.0), weight)

    def date_articles(self, matches: Sequence[Match]) -> None:
        """Note for each article the day before its own on which it dates the deed itself, where that is but one and
        none tells the deed of the day that it was printed on; sentences that name nobody asked for are heard only in
        an article that has no other day for the deed."""
        found: dict[int, set[int]] = collections.defaultdict(set)
        for match in sorted(matches, key=lambda m: m.carried):
            published = self._published(match)
            if match.carried and match.article in self._dated:
                continue
            if not match.is_title and match.real and not match.ahead and match.at >= 0 and published is not None:
                sentence = self._pool.articles[match.article].reading.sentences[match.sentence]
                own, told = set(self._own_times(sentence, match)), set(self._days_told(sentence, match))
                found[match.article].update(d for d in own | (told & {published}) if published - WEEK < d <= published)
                if own | told and not match.carried:
                    self._dated.add(match.article)
        printed = {a: p.toordinal() for a in found if (p := self._pool.articles[a].published)}
        news = {printed[a] for a, days in found.items() if printed[a] in days}
        for a, days in found.items():
            if len(days) == 1 and min(days) < printed[a] and printed[a] not in news:
                self._own_days[a] = min(days)

    def _own_times(self, sentence: Sentence, match: Match) -> Iterator[int]:
        """The days that a sentence has beside any of its words for the deed."""
        parse = self._parses.get(id(sentence))
        for at in (match.at, *match.again) if parse is not None else ():
            time = own_time(sentence, replace(match, at=at), parse, self._language)
            if time is not None and time[0] == time[1]:
                yield time[0].toordinal()

    def _days_told(self, sentence: Sentence, match: Match) -> Iterator[int]:
        """The days that a sentence names in one clause with the deed."""
        for day, _, named in event_days(sentence) if id(sentence) in self._parses and not match.ground else ():
            if named and tied(sentence, day, match, self._parses, self._judging, self._language) >= JOINED:
                yield day

    def _count_back(self, article: int, opening: str, day: int, weight: float) -> None:
        """Count what names no day for the day it was printed, and less for those before; all for the day on which its
        article dates the deed."""
        if (own := self._own_days.get(article)) is not None:
            self._count(article, opening, own, weight * UNDATED[0])
            return
        for back, share in enumerate(UNDATED):
            self._count(article, opening, day - back, weight * share)

    def _report(self, article: int, published: int) -> None:
        for back in range(len(UNDATED)):
            self._days[published - back].reporting.add(article)

    def _weight(self, match: Match) -> float:
        return match.share**POWER * (UNDER_ITS_TITLE if match.article in self._titled else 1.0)

    def _published(self, match: Match) -> int | None:
        published = self._pool.articles[match.article].published
        return published.toordinal() if published else None

    def add_title(self, match: Match) -> None:
        """Count what a title says."""
        published = self._published(match)
        if published:
            weight = self._weight(match) * (AS_GROUND if match.ground else 1.0)
            title = normalised(self._pool.articles[match.article].title or "")
            self._count_back(match.article, f"title {title}", published, weight)
            self._report(match.article, published)

    def add_sentence(self, match: Match) -> None:
        """Count what a sentence says: for the days it names, or else for that of its article."""
        article = self._pool.articles[match.article]
        published, weight = self._published(match), self._weight(match)
        sentence = article.reading.sentences[match.sentence]
        opening = normalised(article.text[sentence.start : sentence.start + SAME_WORDING])
        if self._is_done_to_other(sentence, match) or (match.carried and not self._is_heard(sentence, match)):
            return
        by_another = self._is_anothers(sentence, match)
        if by_another:
            weight *= OTHER_ROLE
        if match.real and self._is_aimed_at(sentence, match):
            match, weight = replace(match, real=False, ahead=True), weight * UNREAL**POWER
        # "Condemned the coup on Friday, a day after generals seized power": what is counted from need not be its noun.
        places = (match.at, *match.again) if match.ground else (match.at,)
        counted = next(
            (n for at in places if (n := counted_from(article.text, sentence.start, sentence.end, at, self._language))),
            0,
        )
        period = period_of(sentence, match) if match.real and not match.ahead else None
        if period is not None and weight > self._periods.get(match.article, (period, 0.0))[1]:
            self._periods[match.article] = period, weight
        dated = [d for d in event_days(sentence) if not self._is_in_name(sentence, match, d[0])]
        named = [(day, date) for day, date, explicit in dated if explicit]
        if not self._named_player and match.real and id(sentence) in self._parses:
            for day, _ in named:
                self._others[day].append(by_another)
        self._add_named(match, opening, weight, counted, named)
        for day, _, explicit in dated:
            if explicit:
                continue
            if match.ahead or (counted and not named):
                break
            weight *= (1.0 if match.is_lead else FURTHER_DOWN) * (AS_GROUND if match.ground else 1.0)
            self._count_back(match.article, opening, day, weight)
            if match.is_lead and published:
                self._report(match.article, published)
        if counted and published and match.is_lead and not named:
            # "A day after the envoy was shot, …" in a report that names no day: of its own day it is counted.
            self._count(match.article, opening, published - counted, weight * COUNTED)
            self._days[published - counted].naming.add(match.article)

    def _is_in_name(self, sentence: Sentence, match: Match, day: int) -> bool:
        return is_in_name(self._asked, self._pool.articles[match.article].text, sentence, day, match.at)

    def _is_heard(self, sentence: Sentence, match: Match) -> bool:
        """Does a sentence date the deed itself, by whatever word ("Sunday's accident"), where its article has no other
        day for it?"""
        dated = own_time(sentence, match, self._parses.get(id(sentence)), self._language) is not None
        return dated and match.article not in self._dated

    def _is_anothers(self, sentence: Sentence, match: Match) -> bool:
        """Does somebody else do the deed here, or have it done?"""
        role = self._asked.role
        if role is None or not (match.is_lead or any(explicit for _, _, explicit in event_days(sentence))):
            return False
        parse = self._parses.get(id(sentence)) if match.at >= 0 else None
        players = [p - sentence.start for p in match.players]
        return parse is not None and played_by_another(
            parse, match.at - sentence.start, players, role, self._named_player,
            alone=self._done_alone, language=self._language
        )  # fmt: skip

    def _is_done_to_other(self, sentence: Sentence, match: Match) -> bool:
        """Is another word for the deed done here to something that makes it another deed?"""
        parse = self._parses.get(id(sentence)) if self._done_with and match.at >= 0 and match.deed < 1.0 else None
        return parse is not None and is_done_to_other(parse, match.at - sentence.start, self._done_with, self._language)

    def _is_aimed_at(self, sentence: Sentence, match: Match) -> bool:
        """Is the deed only what somebody is to do here?"""
        parse = self._parses.get(id(sentence)) if match.at >= 0 and not self._asked.negative else None
        return parse is not None and aimed_at(parse, match.at - sentence.start, self._words, self._language)

    def _add_named(
        self, match: Match, opening: str, weight: float, counted: int, dated: Sequence[tuple[int, EventDate]]
    ) -> None:
        """Count for the days that a sentence names; ``counted`` is how many days after the event its own day is."""
        language = self._language
        article = self._pool.articles[match.article]
        sentence, published = article.reading.sentences[match.sentence], self._published(match)
        named = [
            (
                day,
                date,
                _closeness(sentence, day, match),
                tied(sentence, day, match, self._parses, self._judging, language),
            )
            for day, date in dated
        ]
        # The deed's own day may stand in another clause than the sentence's.
        own = max(range(len(named)), key=lambda n: (round(named[n][2] * named[n][3], 1), -n), default=0)
        elsewhen = own_time(sentence, match, self._parses.get(id(sentence)), language) if match.at >= 0 else None
        if elsewhen is not None and self._is_in_name(sentence, match, elsewhen[0].toordinal()):
            elsewhen = None
        for nth, (day, date, close, tie) in enumerate(named):
            if counted:
                self._count(match.article, opening, day - counted, weight * date.weight)
                self._days[day - counted].naming.add(match.article)
                break
            lag = published - day if published else SOON + 1
            ahead = AHEAD_SET if self._asked.is_set else AHEAD
            told = ahead if lag < 0 else FRESH if lag <= SOON else LATER
            named_day = dt.date.fromordinal(day)
            its_own = elsewhen == (named_day, named_day)
            told *= (1.0 if its_own else close) * (ASIDE if nth != own else 1.0)
            other = elsewhen is not None and not elsewhen[0] <= named_day <= elsewhen[1]
            # "Police said on Tuesday that ..." below "Monday's shooting": the article itself dates the deed.
            other = other or (not its_own and lag == 0 and self._own_days.get(match.article, day) < day)
            told *= (1.0 if its_own else date.weight) * (ELSEWHEN if other else 1.0)
            if its_own and tie > JUDGED:
                actors = [a - sentence.start for a in match.actors]
                tie = bound(
                    self._parses[id(sentence)], match.at - sentence.start, -1, actors, self._judging, language=language
                )
            self._count(match.article, opening, day, weight * told, tie)
            # The day on which a court did something about the deed does not name the deed's.
            if nth == own and not other and tie > JUDGED:
                if tie >= 1.0 and close >= 1.0 and lag >= 0 and self._tells_plainly(sentence, match):
                    self._days[day].plain.add(match.article)
                self._note_own(match, article.text, sentence, day, lag, its_own=its_own)
        if elsewhen is not None and elsewhen[0] == elsewhen[1] and not match.ahead:
            # "Saturday's verdict led to a day of protests": the day of the verdict, whatever the sentence tells of.
            day = elsewhen[0].toordinal()
            lag = published - day if published else SOON + 1
            if lag >= 0 and all(day != d for d, _ in dated):
                self._count(match.article, opening, day, weight * (FRESH if lag <= SOON else LATER))
                self._note_own(match, article.text, sentence, day, lag, its_own=True)

    def _tells_plainly(self, sentence: Sentence, match: Match) -> bool:
        """Does a sentence tell the event by the verb asked for as done, with its names, and not as the ground for
        something else?"""
        parse = self._parses.get(id(sentence))
        told = match.real and not match.ground and not match.ahead and match.share >= WHOLE_ENOUGH and match.deed >= 1.0
        if parse is None or not told or not match.names_itself(self._asked, NAMES):
            return False
        at = parse.at(match.at - sentence.start)
        return at >= 0 and parse[at].upos == "VERB"

    def _note_own(
        self, match: Match, text: str, sentence: Sentence, day: int, lag: int, *, its_own: bool = False
    ) -> None:
        """Note for the day of the event, as a sentence printed ``lag`` days later tells it, how it is named.

        ``its_own`` says that it dates the deed itself ("more about Friday's shooting"), and not what came of it.
        """
        held = self._days[day]
        of_year = not match.ground and in_full(sentence, day)
        if (
            match.real
            and match.share >= WHOLE
            and (of_year or is_that_day(text, sentence, day, match.at, self._language))
        ):
            held.exact.add(match.article)
        if lag < 0:
            held.foretold.add(match.article)
        if lag < 0 or (match.ahead and not match.real) or (_as_ground(sentence, day, match) and not its_own):
            return
        if match.real and match.names_itself(self._asked, NAMES):
            held.whole = max(held.whole, match.share)
        held.naming.add(match.article)
        if all(map(weekday_of_own, naming_day(sentence, day))):
            held.weekday.add(match.article)
        if lag <= SOON:
            held.fresh.add(match.article)


def _without_far_days(days: Mapping[int, Day], published: Collection[dt.date | None]) -> dict[int, Day]:
    first = min((p.toordinal() for p in published if p), default=None)
    for day, held in days.items():
        if first is not None and day < first - LONG_BEFORE and not held.exact:
            held.votes *= FROM_AFAR
            held.shifted *= FROM_AFAR
            held.told *= FROM_AFAR
    return {day: held for day, held in days.items() if held.votes}


def tied(
    sentence: Sentence, day: int, match: Match, parses: Mapping[int, Parse], judging: Collection[str], language: str
) -> float:
    """How far the sentence's clauses tie the deed to the day and to its actors, in (0, 1].

    ``parses`` holds what was parsed, by the sentence's identity; what was not is tied.
    """
    parse = parses.get(id(sentence)) if match.at >= 0 else None
    if parse is None:
        return 1.0
    places = [t.start - sentence.start for t in naming_day(sentence, day)]
    actors = [a - sentence.start for a in match.actors]
    return max(
        (bound(parse, match.at - sentence.start, p, actors, judging, language=language) for p in places or [-1]),
        default=1.0,
    )


def _parses(asked: Asked, matches: Sequence[Match], pool: Pool) -> dict[int, Parse]:
    """The parses of the first :data:`PARSED` sentences that are looked into, by the sentence's identity: read side by
    side, which takes far less time than one by one."""
    wanted: dict[int, tuple[str, int, int]] = {}
    for match in matches:
        if len(wanted) == PARSED:
            break
        if match.is_title or match.at < 0:
            continue
        article = pool.articles[match.article]
        sentence = article.reading.sentences[match.sentence]
        led = asked.role is not None and match.is_lead
        if led or any(named for _, _, named in event_days(sentence)) or has_time_beside(sentence, match.at):
            wanted[id(sentence)] = (article.text, sentence.start, sentence.end)
    return dict(zip(wanted, parsed(list(wanted.values()), asked.language), strict=True))


def _as_ground(sentence: Sentence, day: int, match: Match) -> bool:
    """Does the day date what came of the event ("protests on Friday after the shooting")?"""
    return match.ground and all(t.start < match.at for t in naming_day(sentence, day))


def _closeness(sentence: Sentence, day: int, match: Match) -> float:
    """How far the deed and the words for this day belong to each other, in (0, 1]."""
    if match.at < 0:
        return 1.0
    gaps = [(gap_between(t, match.at), t.start < match.at) for t in naming_day(sentence, day)]
    if not gaps:
        return AS_GROUND if match.ground else 1.0
    gap, before = min(gaps)
    close = min(1.0, math.sqrt(CLOSE / gap)) if gap else 1.0
    named = dt.date.fromordinal(day)
    others = (t for t in sentence.timexes if t.span is not None and named not in t.span and t.value[:1].isdigit())
    if any(min(abs(t.start - match.at), abs(match.at - t.end)) < gap for t in others):
        # "Shot last year, he was buried on Friday."
        close *= OTHER_TIME
    return close * (AS_GROUND if match.ground and before else 1.0)
