"""The sentences that answer: the happenings that matter, each in the words that say it best.

Where a protocol fixes the number of days, the days are chosen first and worded then
(:func:`leadup.timeline.day_choice.choose_days`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection as Container
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from leadup.model import Detail, Doubt, Mention, Question, Score, Span, Target, normalised
from leadup.timeline.as_most_tell import worded_as_most_tell
from leadup.timeline.career import whose_career
from leadup.timeline.corroboration import articles_of_days, corroborating, event_carried, event_reported
from leadup.timeline.dating import mention
from leadup.timeline.event_aside import tells_event_aside
from leadup.timeline.event_leads import undated_leads
from leadup.timeline.following import that_follow
from leadup.timeline.happenings import Collection
from leadup.timeline.in_passing import in_passing
from leadup.timeline.keeping import likely_kept
from leadup.timeline.messages import Messages
from leadup.timeline.own_day import leading_up
from leadup.timeline.party_contests import asked_side
from leadup.timeline.plain_wording import is_no_news, plainly_worded
from leadup.timeline.pool import Pool
from leadup.timeline.ranking import RankedHappening, rank_happenings
from leadup.timeline.repetition import without_repetitions
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.stating import EventRows, deeds_asked, find_event, is_misdated, names_asked, states_plainly
from leadup.timeline.story import Profile
from leadup.timeline.table import Table, read_table
from leadup.timeline.told_later import brought_up_later
from leadup.timeline.told_once import told_again
from leadup.timeline.window import nothing_belongs, nothing_told, window

_MESSAGES = Messages("choice")

MOST_ENTRIES: dict[Detail, int] = {"brief": 7, "normal": 16, "full": 40}
"""Entries of an answer: what a reader finishes."""

LEAST_BEHIND: dict[Detail, float] = {"brief": 0.05, "normal": 0.015, "full": 0.002}
"""What must be behind a further happening, beside what is behind the first."""

LEAST_OF_FEW = 0.005
"""The same, in an answer of normal detail that tells little of the days before the event, for what names whom the
question names and says its own day: many outlets tell of a sudden event, and one of what came before it."""

FEW = 3
"""So many happenings of the days before the event are few. With these two, answers to 225 questions tell five more,
of which four are of the story; where no name was asked for, those to 143 told seven more, of which three were."""

MOST_OF_DAY = 5
"""Entries of any other day, at most: a day that fills an answer is mostly told again."""

MOST_OF_EVENT_DAY = 3
"""Entries of the event's own day: what led up to it is asked for, and much is said of it on its day."""

SPARE = 10
"""Happenings picked beyond those shown, for those that turn out to be told already."""

TOLD_AGAIN = 2
"""Of those, looked at for who else tells them in place of what is told already."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen sentence: its mention, the other mentions of the day that tell of the same, and why it was chosen.

    Entries of one day are several choices with the same ``day``; choices stand in order of day, best first within it.
    """

    wording: Mention
    support: tuple[Mention, ...]
    score: Score
    states_event: bool = False
    """Is it the event asked about, in the words that state it?"""
    in_passing: frozenset[Span] = frozenset()
    """Which of its mentions stand in articles that only bring it up."""
    less_sure: bool = False
    """Might an editor well not keep it, or does it, standing for the event, hardly state it?"""
    doubt: Doubt | None = None
    """Why it is less sure."""

    @property
    def day(self) -> dt.date:
        """The day it happened."""
        return self.wording.day


@dataclass(frozen=True, slots=True)
class Candidates:
    """The happenings that may be told, weightiest first, each once: what :func:`choose` chooses among.

    ``stated`` is the event's own row (None: none states it) and ``event`` are those that state it; ``most`` entries are
    told at most, ``most_of_day`` of one day; ``words`` say how much two rows share.
    """

    table: Table
    told: Sequence[RankedHappening]
    stated: int | None
    event: EventRows
    words: SharedWords
    context: Collection
    most: int
    most_of_day: int


def choose(
    question: Question,
    target: Target | None,
    pool: Pool,
    story: Profile | None = None,
    *,
    asked: Mapping[str, float] = MappingProxyType({}),
    whole: bool = False,
    aftermath: bool = False,
) -> tuple[Choice, ...]:
    """The happenings of the question's window that matter most, in order of day, the event's own among them.

    ``story`` are the words of the event's story, where they are known, and ``asked`` the stems of what was asked for,
    each with its weight by rarity. ``question.entries`` caps how many, and ``per_day`` how many of one day; else the
    detail does. Unless all detail is asked for, what an editor would hardly keep is left out, and so is what came after
    the event on its day, unless its ``aftermath`` is asked for; what likely tells again what another tells is less sure
    to belong. In an archive of this one story (``whole``) nothing else is but what is no plain news of its day. Raises
    EmptyWindow where nothing is told of the window.
    """
    found = candidates(question, target, pool, story)
    table, stated, most = found.table, found.stated, found.most
    top = found.told[0].weight
    # What is learnt of entries was learnt of what led up to an event.
    leads_up = target is not None and table.first <= target.day.toordinal() <= table.last
    told = found.told
    selective = leads_up and question.detail != "full"
    if selective and target is not None and not aftermath:
        told = leading_up(table, told, found.words, target, stated)
    own_day = frozenset(k.row for k in told if k.less_sure)
    no_news = frozenset(k.row for k in told if leads_up and k.row != stated and is_no_news(table, k.row, k.day))
    if selective:
        whom = (
            whose_career(target.words, asked, pool, language=pool.language)
            if target is not None and not whole
            else frozenset()
        )
        side = asked_side(target.words, pool) if target is not None and not whole else None
        is_told = whole or stated is not None or target is None or target.certainty != "given"
        told = likely_kept(
            table,
            told,
            found.words,
            target,
            stated,
            most,
            whom=whom,
            side=side,
            is_told=is_told,
            whole=whole,
            no_news=no_news,
        )
        if not told:
            raise nothing_belongs(dt.date.fromordinal(table.first), dt.date.fromordinal(table.last))
    kept = _spread(told, found.most_of_day)[: most + TOLD_AGAIN]
    alike = corroborating(table, kept, found.context, target, found.event, stated)
    chosen = [
        Choice(mention(pool, table.rows[k.row]), alike[k.row], _score_of(k, top), states_event=k.row == stated)
        for k in kept
    ]
    apart = _each_borne_out_apart(chosen)[:most]
    # What is not shown tells nothing for what is.
    shown = [k for k, one in zip(kept, chosen, strict=True) if any(one is other for other in apart)]
    doubts = _doubts(
        found,
        shown,
        target,
        no_news,
        own_day,
        _outlets(table, alike),
        leads_up=leads_up,
        selective=selective,
        whole=whole,
        aftermath=aftermath,
    )
    apart = [
        replace(one, less_sure=k.row in doubts, doubt=doubts.get(k.row)) for k, one in zip(shown, apart, strict=True)
    ]
    if target is not None and stated is not None:
        carried = event_carried(table, target, found.event, stated)
        carried += event_reported(table, target, found.event, stated, carried)
        apart = [_also_carried(one, carried) if one.states_event else one for one in apart]
    apart = [_with_brought_up(table, one, target, _own_event(found)) for one in apart]
    return distinct(sorted(apart, key=lambda c: c.day))


def _own_event(found: Candidates) -> EventRows:
    """The rows that state the event, where the best of them stands for it; else none."""
    return found.event if found.stated is not None and found.stated == found.event.stated else EventRows()


def _outlets(table: Table, alike: Mapping[int, Sequence[Mention]]) -> dict[int, int]:
    """How many outlets carry each of these rows: that of its own article and of the articles that tell the same."""
    own = {row: table.pool.articles[table.rows[row].article] for row in alike}
    return {
        row: len({own[row].outlet or own[row].id, *(m.outlet or m.span.article for m in told)})
        for row, told in alike.items()
    }


def _doubts(
    found: Candidates,
    kept: Sequence[RankedHappening],
    target: Target | None,
    no_news: Container[int],
    own_day: Container[int],
    outlets: Mapping[int, int],
    *,
    leads_up: bool,
    selective: bool,
    whole: bool,
    aftermath: bool,
) -> dict[int, Doubt]:
    """Which rows of those shown are less sure to belong, each with why: what is told of it alone goes before what was
    learnt of such entries.

    ``no_news`` are rows that are no plain news of their day, ``own_day`` those of the event's day of which nothing says
    that they came before it, and ``outlets`` says how many carry each.
    """
    table, stated = found.table, found.stated
    doubts: dict[int, Doubt] = dict.fromkeys((k.row for k in kept if k.row in no_news), "no news")
    if target is not None:
        doubts |= dict.fromkeys(that_follow(table, target, [k.row for k in kept], found.event), "came after")
    if target is not None and leads_up:
        late = brought_up_later(table, target, [k.row for k in kept if k.row != stated])
        doubts |= dict.fromkeys(late, "came after")
    event = _own_event(found)
    if event.stated is not None and target is not None:
        is_plain = event.plainly and not tells_event_aside(table, target, event.stated)
        doubts |= {} if is_plain else {event.stated: "event in passing"}
    unsure = [k.row for k in kept if k.less_sure and not whole]
    if selective:
        plain = [k for k in kept if k.row not in doubts and k.row not in unsure]
        # It was learnt where what only reacts to the event was left out already.
        tells_event = found.event.plainly and not aftermath
        again = told_again(table, plain, found.words, found.context, stated, plainly=tells_event, outlets=outlets)
        doubts |= dict.fromkeys(again, "told again")
    for row in unsure:
        doubts.setdefault(row, "came after" if row in own_day else "may not belong")
    return doubts


def _with_brought_up(table: Table, one: Choice, target: Target | None, event: EventRows) -> Choice:
    """The same, with those of its mentions whose article only brings it up, which stand after the others."""
    if not one.support:
        return one
    told = event if one.states_event else EventRows()
    found = in_passing(table, (one.wording, *one.support), one.day.toordinal(), target, told)
    return replace(one, in_passing=found, support=tuple(sorted(one.support, key=lambda m: m.span in found)))


def candidates(question: Question, target: Target | None, pool: Pool, story: Profile | None) -> Candidates:
    """The happenings of the question's window with enough behind them, none told twice.

    Raises EmptyWindow where nothing is told of the window.
    """
    first, last = window(question, target)
    table = read_table(pool, question, first.toordinal(), last.toordinal(), asides=True)
    if not any(first <= dt.date.fromordinal(day) <= last for day in table.of_day):
        raise nothing_told(first, last)
    most = question.entries if question.entries is not None else MOST_ENTRIES[question.detail]
    event = find_event(table, target) if target is not None else EventRows()
    if target is not None and (event.stated is None or not states_plainly(table, target, event.stated)):
        table, event = _with_leads(table, question, target, event)
    per_day = most if question.per_day is None else question.per_day
    most_of_day = per_day if question.per_day is not None or question.detail == "full" else min(per_day, MOST_OF_DAY)
    picked = _weightiest(table, question, target, story, event, most, per_day)
    if not picked:
        raise nothing_told(first, last)
    words = SharedWords(table, story)
    picked = plainly_worded(table, picked, words, story, event.rows)
    picked = worded_as_most_tell(table, picked, words, event.rows)
    context = articles_of_days(table, picked)
    asked = deeds_asked(target, pool.language) if target else frozenset()
    told, stated = without_repetitions(table, picked, words, context, event.stated, asked)
    return Candidates(table, told, stated, event, words, context, most, most_of_day)


def _with_leads(table: Table, question: Question, target: Target, event: EventRows) -> tuple[Table, EventRows]:
    """The table with the leads that state the event and name no day, and the event's rows in it, where one of these
    leads states it best; else the same."""
    leads = undated_leads(table, target)
    if leads:
        wider = read_table(table.pool, question, table.first, table.last, asides=True, further=leads)
        found = find_event(wider, target)
        if found.stated is not None and wider.rows[found.stated] in leads:
            return wider, found
    return table, event


def _weightiest(
    table: Table,
    question: Question,
    target: Target | None,
    story: Profile | None,
    event: EventRows,
    most: int,
    per_day: int,
) -> list[RankedHappening]:
    """The happenings with enough behind them, weightiest first, in different words, ``per_day`` of one day at most.

    Rows that state the event too are passed over.
    """
    event_day = target.day.toordinal() if target is not None else None
    own_day = min(per_day, MOST_OF_EVENT_DAY) if question.detail != "full" else per_day
    picked: list[RankedHappening] = []
    of_day: Counter[int] = Counter()
    texts: set[str] = set()
    for ranked in _enough_behind(rank_happenings(table, story, event.stated), table, question, target):
        if len(picked) >= most + SPARE:
            break
        text = normalised(table.text(ranked.row))
        if ranked.row in event.restating and ranked.row != event.stated:
            continue
        if text in texts or of_day[ranked.day] >= (own_day if ranked.day == event_day else per_day):
            continue
        if target is not None and is_misdated(table, target, ranked.row):
            continue
        texts.add(text)
        of_day[ranked.day] += 1
        picked.append(ranked)
    return picked


def _enough_behind(
    ranked: Iterable[RankedHappening], table: Table, question: Question, target: Target | None
) -> Iterator[RankedHappening]:
    """Those, weightiest first, that have enough behind them beside the first."""
    least = LEAST_BEHIND[question.detail]
    least_of_few = LEAST_OF_FEW if question.detail == "normal" and target is not None else least
    top, before = 0.0, 0
    for one in ranked:
        top = top or one.weight
        leads_up = target is not None and one.day < target.day.toordinal()
        if one.weight < least * top:
            if before >= FEW or one.weight < least_of_few * top:
                return
            if target is None or not (leads_up and table.explicit[one.row] and names_asked(table, target, one.row)):
                continue
        before += leads_up
        yield one


def _also_carried(one: Choice, mentions: Sequence[Mention]) -> Choice:
    """The same, borne out by the first of these mentions of each article that bears it out by none yet."""
    of_article = {m.span.article: m for m in (*reversed(mentions), *one.support, one.wording)}
    more = [m for m in mentions if of_article[m.span.article] == m]
    return replace(one, support=tuple(dict.fromkeys((*one.support, *more))))


def _spread(kept: Sequence[RankedHappening], most_of_day: int) -> list[RankedHappening]:
    """The weightiest of each day, ``most_of_day`` at most."""
    of_day: Counter[int] = Counter()
    found: list[RankedHappening] = []
    for one in kept:
        of_day[one.day] += 1
        if of_day[one.day] <= most_of_day:
            found.append(one)
    return found


def _each_borne_out_apart(found: Sequence[Choice]) -> list[Choice]:
    """Those of which not every sentence also bears out one that is weightier, or the event: what has no sentence of its
    own is told already. ``found`` is in order of weight."""
    apart: dict[int, frozenset[Span]] = {}
    for at, one in sorted(enumerate(found), key=lambda numbered: not numbered[1].states_event):
        places = frozenset(m.span for m in (one.wording, *one.support))
        if not any(places <= others or _tells_as(one, found[k], places, others) for k, others in apart.items()):
            apart[at] = places
    return [one for at, one in enumerate(found) if at in apart]


def _tells_as(one: Choice, other: Choice, places: Container[Span], others: Container[Span]) -> bool:
    """Would the sentence of one of two be shown as evidence of what the other tells, both being of one day?"""
    if one.day != other.day or one.states_event or other.states_event:
        return False
    return one.wording.span in others or other.wording.span in places


def _score_of(ranked: RankedHappening, top: float) -> Score:
    parts = dict(ranked.parts)
    how = _MESSAGES["well" if parts["form"] >= 1 else "less well"]
    line = _MESSAGES["happening"].format(alike=parts["told alike"], own=parts["own"], how=how, form=parts["form"])
    share = round(ranked.weight / top, 6)
    return Score(share, (("told alike", share, line),))


def distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices without those whose words, a whole statement, another of the same day shows already."""
    kept: dict[tuple[dt.date, Span], Choice] = {}
    for choice in choices:
        kept.setdefault((choice.day, choice.wording.span), choice)
    return tuple(kept.values())
