"""The sentences that answer: the happenings that matter, each in the words that say it best.

Where a protocol fixes the number of days, the days are chosen first and worded then (:func:`choose_days`).
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Collection as Container
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from leadup.lang import table
from leadup.model import Detail, Mention, Question, Score, Span, Target, normalised
from leadup.timeline.dating import mention, naming_day
from leadup.timeline.event_carried import event_carried
from leadup.timeline.happenings import JOINED, Collection, Passage, scores, telling_as_each
from leadup.timeline.happenings.bearing_out import bears_out
from leadup.timeline.happenings.contests import Contest, contest_of, same_contest
from leadup.timeline.happenings.day_deeds import DayDeeds, day_deeds, is_planned, same_deeds, tells_plainly
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.happenings.personal import deeds_of_persons
from leadup.timeline.happenings.turning import shares_enough, tells_of, turning_deeds
from leadup.timeline.happenings.unrest import same_unrest, unrest_told
from leadup.timeline.pool import Pool
from leadup.timeline.ranking import RankedHappening, rank_happenings, term_worth, weights
from leadup.timeline.readable import context_of
from leadup.timeline.salience import DayPart, RankedDay, rank_days
from leadup.timeline.stating import deeds_asked, find_event, is_misdated
from leadup.timeline.story import Profile
from leadup.timeline.table import Ints, Table, read_table
from leadup.timeline.window import nothing_told, window
from leadup.timeline.wording import DayWords, day_words

_MESSAGES: dict[str, Any] = table("messages")["choice"]

# A second sentence of a day is worth its place when it scores this share of the first...
WORTH_ADDING = 0.45
# ...and shares no more than this with what is chosen (cosine of the sentences' words).
TOO_ALIKE = 0.3
# Mentions at least this like the wording tell of the same thing.
SUPPORTS = 0.25
PER_DAY = 2
"""Sentences a day where a protocol asks for days and says no more."""

MOST_ENTRIES: dict[Detail, int] = {"brief": 7, "normal": 16, "full": 40}
"""Entries of an answer: what a reader finishes."""

LEAST_BEHIND: dict[Detail, float] = {"brief": 0.05, "normal": 0.015, "full": 0.002}
"""What must be behind a further happening, beside what is behind the first."""

MOST_OF_DAY = 5
"""Entries of any other day, at most: a day that fills an answer is mostly told again."""

MOST_OF_EVENT_DAY = 3
"""Entries of the event's own day: what led up to it is asked for, and much is said of it on its day."""

SPARE = 10
"""Happenings picked beyond those shown, for those that turn out to be told already."""

TOLD_AGAIN = 2
"""Of those, looked at for who else tells them in place of what is told already."""

READ = 6_000
"""Code points of an article that say what it is about."""

SOME = 0.2
"""Two sentences that share less than this of the shorter one, by rarity, tell of different things."""

SOME_WITH_FIGURE = 0.12
"""The same for two with the same figure ("a 48-hour ultimatum", "gave him 48 hours")..."""

SOME_OF_TWO = 0.12
"""...and for two that name the same two persons beside the event's own."""

MANY_PERSONS = 3
"""So many persons, the same in both, are known by themselves in what the next day's paper tells without a day."""

CLEARLY_JOINED, SOME_IF_CLEAR = 0.9, 0.1
"""Two of a day that are so surely held to tell one happening need share no more."""

SURELY_JOINED = 0.6
"""From this likeness on two of neighbouring days tell one happening, if they also say it in mostly the same words: what
is announced, and done a day later, is told with the same words, and is two."""

SOME_OF_THE_EVENT = 0.05
"""The same for what tells of the event's kind of deed of the event's person, beside the event's own entry."""

MOSTLY = 0.4
"""From this share of the shorter sentence's words on, by rarity, two of a day say the same thing."""

MOST_COMPARED = 60
"""Sentences of a day that an entry is compared with."""


_NUMBER = re.compile(r"\d+")
_VOTE = re.compile(r"\b\d+[-–]\d+\b")


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

    @property
    def day(self) -> dt.date:
        """The day it happened."""
        return self.wording.day


def choose(question: Question, target: Target | None, pool: Pool, story: Profile | None = None) -> tuple[Choice, ...]:
    """The happenings of the question's window that matter most, in order of day, the event's own among them.

    ``story`` are the words of the event's story, where they are known. ``question.entries`` caps how many, and
    ``per_day`` how many of one day; else the detail does. Raises EmptyWindow where nothing is told of the window.
    """
    first, last = window(question, target)
    table = read_table(pool, question, first.toordinal(), last.toordinal(), asides=True)
    if not any(first <= dt.date.fromordinal(day) <= last for day in table.of_day):
        raise nothing_told(first, last)
    most = question.entries if question.entries is not None else MOST_ENTRIES[question.detail]
    stated, retold = find_event(table, target) if target is not None else (None, frozenset())
    event_day = target.day.toordinal() if target is not None else None
    per_day = most if question.per_day is None else question.per_day
    own_day = min(per_day, MOST_OF_EVENT_DAY) if question.detail != "full" else per_day
    most_of_day = per_day if question.per_day is not None or question.detail == "full" else min(per_day, MOST_OF_DAY)
    picked: list[RankedHappening] = []
    of_day: Counter[int] = Counter()
    texts: set[str] = set()
    for ranked in rank_happenings(table, story, stated):
        if len(picked) >= most + SPARE or (picked and ranked.weight < LEAST_BEHIND[question.detail] * picked[0].weight):
            break
        text = normalised(table.text(ranked.row))
        if ranked.row in retold and ranked.row != stated:
            continue
        if text in texts or of_day[ranked.day] >= (own_day if ranked.day == event_day else per_day):
            continue
        if target is not None and is_misdated(table, target, ranked.row):
            continue
        texts.add(text)
        of_day[ranked.day] += 1
        picked.append(ranked)
    if not picked:
        raise nothing_told(first, last)
    top = max(picked[0].weight, 1e-9)
    context = _context(table, picked)
    kept, stated = _told_once(table, picked, story, context, stated, deeds_asked(target) if target else frozenset())
    kept = _spread(kept, most_of_day)[: most + TOLD_AGAIN]
    told = _told_alike(table, kept, context)
    found = [Choice(mention(pool, table.rows[k.row]), told[k.row], _score_of(k, top), k.row == stated) for k in kept]
    apart = _each_borne_out_apart(found)[:most]
    if target is not None and stated is not None:
        carried = event_carried(table, target, stated, retold)
        apart = [_also_carried(one, carried) if one.states_event else one for one in apart]
    return distinct(sorted(apart, key=lambda c: c.day))


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


def _context(table: Table, picked: Sequence[RankedHappening]) -> Collection:
    """The articles of the days that are told, which teach how rare words are and which articles tell one thing."""
    days = {p.day for p in picked}
    ids = {table.rows[int(r)].article for day in days for r in _weighty(table, day)}
    ids |= {table.rows[p.row].article for p in picked}
    articles = [table.pool.articles[a] for a in sorted(ids)]
    return Collection({a.id: a.text[:READ] for a in articles})


def _weighty(table: Table, day: int) -> Ints:
    """The rows of a day that may tell what an entry tells, the most explicit first where they are many."""
    rows = table.of_day[day]
    if len(rows) <= MOST_COMPARED:
        return rows
    return rows[np.sort(np.argsort(-(table.trust[rows] + table.explicit[rows]), kind="stable")[:MOST_COMPARED])]


def _passage(table: Table, row: int) -> Passage:
    return Passage(table.pool.articles[table.rows[row].article].id, table.text(row))


def _told_once(
    table: Table,
    picked: Sequence[RankedHappening],
    story: Profile | None,
    context: Collection,
    stated: int | None,
    states: frozenset[str],
) -> tuple[list[RankedHappening], int | None]:
    """Those that no weightier one of their day, or of the day before or after, tells already, and the event's own row.

    Two tell the same where their sentences are held to (:func:`leadup.timeline.happenings.scores`), and where both tell
    on one day of the same kind of deed of the same person (in words shared in part, or as that person's own deed), with
    the same figure, of the same two persons, or in mostly the same words. So do two whose day is hung on one deed
    (:mod:`leadup.timeline.happenings.day_deeds`); the one that turns on it words it, and what was done
    words what was still to come. ``states`` are the base forms of the words for the event's deed, which its own row
    tells in whatever clause.
    """
    likeness = scores([_passage(table, p.row) for p in picked], context, strict=True)
    own = frozenset(story.by_stem) if story else frozenset()
    asked = frozenset() if stated is None else _persons(table, stated)
    about = frozenset() if stated is None else _words_of_persons(table, stated)
    worth = [_worth(table, story, p.row) for p in picked]
    deeds = [_deeds(table, p.row) for p in picked]
    persons = [_persons(table, p.row) for p in picked]
    names = [_names(table, p.row) for p in picked]
    figures = [_figures(table, p.row, own) for p in picked]

    # Of these a sentence is parsed for: only where two are compared so closely, and once.
    @cache
    def done(at: int) -> frozenset[tuple[str, str]]:
        return _done(table, picked[at].row)

    @cache
    def telling(at: int) -> DayDeeds:
        row = picked[at].row
        found = day_deeds(table.tree(row), _naming(table, row, picked[at].day))
        return found.with_deed(table.tree(row), states) if row == stated else found

    @cache
    def unrest(at: int) -> frozenset[str] | None:
        return unrest_told(table.tree(picked[at].row))

    @cache
    def contest(at: int) -> Contest:
        return contest_of(table.tree(picked[at].row))

    def same(one: int, other: int) -> bool:
        apart = abs(picked[one].day - picked[other].day)
        shared = _shared(worth[one], worth[other])
        if not apart and likeness[one, other] >= JOINED and shared >= SOME:
            return True
        if not apart and likeness[one, other] >= CLEARLY_JOINED and shared >= SOME_IF_CLEAR:
            return True
        if apart > 1:
            return False
        if not apart and _shown_with(table, picked[one].row, picked[other].row):
            return True
        if not apart and same_contest(contest(one), contest(other)):
            return True
        if not apart and same_unrest(unrest(one), unrest(other), about):
            return True
        # What the next day's paper prints without a day is mostly the news of the day before.
        late = bool(apart) and _is_reported_late(table, picked[one], picked[other])
        if same_deeds(telling(one), telling(other), sure=bool(apart) and not late):
            return True
        if late and len(persons[one]) >= MANY_PERSONS and persons[one] == persons[other]:
            return True
        if apart:
            joined, least = (JOINED, SOME) if late else (SURELY_JOINED, MOSTLY)
            return bool(likeness[one, other] >= joined and shared >= least)
        if figures[one] & figures[other] and shared >= SOME_WITH_FIGURE:
            return True
        if len(persons[one] & persons[other] - asked) > 1 and shared >= SOME_OF_TWO:
            return True
        if stated in (picked[one].row, picked[other].row):
            return bool(deeds[one] & deeds[other] and names[one] & names[other]) and shared >= SOME_OF_THE_EVENT
        if not persons[one] & persons[other]:
            return shared >= MOSTLY
        alike = shared >= SOME and deeds[one] & deeds[other]
        return bool(alike or shared >= MOSTLY or done(one) & done(other))

    kept: list[int] = []
    worded = list(picked)
    for at in range(len(picked)):
        teller = next((k for k in kept if same(at, k)), None)
        if teller is None:
            kept.append(at)
        elif picked[teller].day != picked[at].day or worded[teller] != picked[teller]:
            continue
        elif tells_plainly(telling(at), telling(teller)) or (
            _is_preview(table, worded[teller].row) and not _is_preview(table, picked[at].row)
        ):
            worded[teller] = replace(picked[teller], row=picked[at].row)
    own_row = next((w.row for p, w in zip(picked, worded, strict=True) if p.row == stated), stated)
    return [worded[k] for k in kept], own_row


def _is_preview(table: Table, row: int) -> bool:
    """Is what a row turns on told as still to come?"""
    tree = table.tree(row)
    return tree.root >= 0 and is_planned(tree, tree.root)


def _is_reported_late(table: Table, one: RankedHappening, other: RankedHappening) -> bool:
    """Is the later of two, of neighbouring days, of the day it was printed only because it names none?"""
    return not table.explicit[max(one, other, key=lambda k: k.day).row]


def _naming(table: Table, row: int, day: int) -> tuple[int, ...]:
    """The places at which a row names a day, in code points of its article."""
    return tuple(t.start for t in naming_day(table.sentence(row), day))


def _shown_with(table: Table, row: int, other: int) -> bool:
    """Would a row be shown with the sentence that it leans on, and is the other row that sentence?"""
    at, before = table.rows[row], table.rows[other]
    if at.article != before.article or before.sentence >= at.sentence:
        return False
    article = table.pool.articles[at.article]
    context = context_of(article.text, article.reading.sentences, at.sentence)
    return context is not None and context[0] <= article.reading.sentences[before.sentence].start < context[1]


def _worth(table: Table, story: Profile | None, row: int) -> dict[str, float]:
    """The words of a row, in stems, by their rarity; those of the story, which all its sentences share, in part."""
    own = story.by_stem if story else ()
    return {key: term_worth(table.pool, key, own, weights()) for key in table.stems(row)}


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much of the shorter of two rows the other says too, by what its words are worth, in [0, 1]."""
    held = math.fsum(value for key, value in one.items() if key in other)
    return held / (min(math.fsum(one.values()), math.fsum(other.values())) or 1.0)


def _deeds(table: Table, row: int) -> frozenset[str]:
    """The kinds of deed that the words of a row tell of."""
    return frozenset(kind for key in table.stems(row) for kind in event_types_of().get(key, ()))


def _done(table: Table, row: int) -> frozenset[tuple[str, str]]:
    """What persons did or had done to them, by a row."""
    return deeds_of_persons(table.tree(row), table.sentence(row).names)


def _persons(table: Table, row: int) -> frozenset[str]:
    return frozenset(name.key for name in table.sentence(row).names if name.is_person)


def _words_of_persons(table: Table, row: int) -> frozenset[str]:
    """The words, in small letters, of the names of persons in a row."""
    return frozenset(w for name in table.sentence(row).names if name.is_person for w in name.exact.lower().split())


def _names(table: Table, row: int) -> frozenset[str]:
    return frozenset(name.key for name in table.sentence(row).names)


def _figures(table: Table, row: int, own: Container[str]) -> frozenset[str]:
    """The figures of a row by which its happening may be known: no dates, ages or years, and none of the story's own.

    A vote ("37-3") is one, and so is a span of hours or days ("48-hour", "48 hours").
    """
    spans = {t.value for t in table.sentence(row).timexes if t.type == "DURATION" and not t.value.endswith("Y")}
    known = {value for value in spans if not any(number in own for number in _NUMBER.findall(value))}
    return frozenset(known | set(_VOTE.findall(table.text(row))))


def _told_alike(table: Table, kept: Sequence[RankedHappening], context: Collection) -> dict[int, tuple[Mention, ...]]:
    """For each of these, by its row, the other mentions of its day that tell of the same happening, nearest first.

    Each tells of a deed that the row's own sentence turns on, shares enough of its words and names, and bears it out.
    """
    found: dict[int, tuple[Mention, ...]] = {}
    for day in sorted({k.day for k in kept}):
        rows = [k.row for k in kept if k.day == day]
        mentions = {r: mention(table.pool, table.rows[r]) for r in (*rows, *map(int, _weighty(table, day)))}
        row_of = {m.span: r for r, m in mentions.items()}
        wordings = [mentions[row] for row in rows]
        others = [m for r, m in mentions.items() if r not in rows]
        for row, alike in zip(rows, telling_as_each(wordings, others, context), strict=True):
            deeds = turning_deeds(table.tree(row)) if alike else frozenset()
            found[row] = tuple(
                m
                for m in alike
                if tells_of(deeds, m.span.exact)
                and shares_enough(table.text(row), m.span.exact)
                and _bears_out(table, row, row_of[m.span], day)
            )
    return found


def _bears_out(table: Table, row: int, other: int, day: int) -> bool:
    """Does another row of a day tell what a row tells?"""
    own, its = (_naming(table, r, day) for r in (row, other))
    return bears_out(table.tree(row), table.text(row), own, table.tree(other), table.text(other), its)


def _score_of(ranked: RankedHappening, top: float) -> Score:
    parts = dict(ranked.parts)
    how = _MESSAGES["well" if parts["form"] >= 1 else "less well"]
    line = _MESSAGES["happening"].format(alike=parts["told alike"], own=parts["own"], how=how, form=parts["form"])
    share = round(ranked.weight / top, 6)
    return Score(share, (("told alike", share, line),))


def choose_days(question: Question, pool: Pool, *, dates: int) -> tuple[Choice, ...]:
    """The sentences of the ``dates`` days that matter most, as many a day as the question's ``per_day``, in order.

    Raises EmptyWindow where nothing is told of the window's days.
    """
    first, last = window(question, None)
    table = read_table(pool, question, first.toordinal(), last.toordinal())
    ranked = rank_days(table)
    if not ranked:
        raise nothing_told(first, last)
    per_day = question.per_day or PER_DAY
    top = max(ranked[0].salience, 1e-9)
    chosen: list[tuple[float, Choice]] = []
    said: set[str] = set()
    for day in ranked[:dates]:
        words = day_words(table, day.day.toordinal())
        texts = [normalised(table.text(int(row))) for row in words.rows]
        # No sentence twice, though it names two of the days; a day that nothing else words repeats one.
        fresh = [i for i, text in enumerate(texts) if text not in said] or list(range(len(texts)))
        # A sentence that tells more of another day may word this one only where nothing better does.
        fresh = [i for i in fresh if i == fresh[0] or table.foremost[words.rows[i]]]
        for nth, at in enumerate(_best(words, fresh, per_day)):
            choice = _choice(table, day, top, words, at)
            chosen.append((choice.score.total / (1 + nth), choice))
            said.add(texts[at])
    return distinct(sorted((choice for _, choice in chosen), key=lambda c: c.day))


def distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices without those whose words, a whole statement, another of the same day shows already."""
    kept: dict[tuple[dt.date, Span], Choice] = {}
    for choice in choices:
        kept.setdefault((choice.day, choice.wording.span), choice)
    return tuple(kept.values())


def _best(words: DayWords, among: list[int], most: int) -> list[int]:
    """Those of the places ``among`` that are shown, best first: none a repetition, none there to fill the space."""
    picked: list[int] = []
    for at in among:
        if len(picked) == most or (picked and words.scores[at] < WORTH_ADDING * words.scores[picked[0]]):
            break
        if picked and float((words.vectors[picked] @ words.vectors[at]).max()) > TOO_ALIKE:
            continue
        picked.append(at)
    return picked


def _choice(table: Table, day: RankedDay, top: float, words: DayWords, at: int) -> Choice:
    alike = words.vectors @ words.vectors[at]
    others = [i for i in np.argsort(-alike, kind="stable") if i != at and alike[i] >= SUPPORTS]
    wording = table.rows[int(words.rows[at])]
    support = tuple(mention(table.pool, table.rows[int(words.rows[i])]) for i in others)
    return Choice(mention(table.pool, wording), support, _score(day, top, words, at))


def _score(day: RankedDay, top: float, words: DayWords, at: int) -> Score:
    """Parts that add up: those of the day as shares of the most salient day, those of the words as they multiply."""
    parts: list[tuple[str, float, str]] = []
    for name, value in day.parts:
        parts.append((name, value / top, _day_line(name, day)))
    running = 0.0
    for nth, (factor_name, factor) in enumerate(words.factors):
        before, running = running, float(factor[at]) * (running if nth else 1.0)
        if nth == 0 or running != before:
            lines = _MESSAGES["raised" if running >= before else "lowered"]
            parts.append((factor_name, running - before, lines.get(factor_name, "")))
    return Score(math.fsum(value for _, value, _ in parts), tuple(parts))


def _day_line(name: DayPart, day: RankedDay) -> str:
    if name == "told later":
        line: str = _MESSAGES["named once" if day.articles == 1 else "named"]
        return line.format(articles=day.articles, later=day.later)
    return str(_MESSAGES["day"][name])
