"""Who else tells what an entry tells: the other mentions of its day that bear its sentence out, and, beside the event's
own entry, those that tell the event in whatever clause."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from leadup.model import Mention, Target
from leadup.timeline.carrying import is_by_those, is_in_the_present, is_of_those, is_told_as_done
from leadup.timeline.chain.phrases import deeds_in, deeds_told
from leadup.timeline.dating import mention
from leadup.timeline.day_places import days_named
from leadup.timeline.deed_places import deed_places
from leadup.timeline.event_choice import PLAINLY
from leadup.timeline.event_leads import further_leads, is_foretold
from leadup.timeline.happenings import Collection, Passage, telling_as_each
from leadup.timeline.happenings.bearing_out import bears_out
from leadup.timeline.happenings.turning import shares_enough, tells_of, turning_deeds
from leadup.timeline.in_passing import NEAR, is_only_supposed, is_titled, names_those, opens_with_event, turns_on
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.relations import relations
from leadup.timeline.stating import EventRows, matcher_of, on_other_days, tells_what_is_past, turned_on
from leadup.timeline.table import Ints, Table
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.match import Match

READ = 6_000
"""Code points of an article that say what it is about."""

MOST_COMPARED = 60
"""Sentences of a day that an entry is compared with."""

WHOLE = 0.85
"""From this share of the event on a sentence tells of that event and of no other thing of its story. Of 35 sentences of
outlets not counted before, for 24 events of real news, 33 did; of 15 that hold .7 to .85 of it 9 did."""

OF_HEADED = 0.6
"""The same under a headline that tells the event, or where the sentence turns on it: "the resolution passed on
Thursday" says less of it."""

LEAST_STATED = 0.7
"""The entry itself must hold so much of it, or tell the deed and share words with what tells it: "the attack was
condemned" is borne out by nobody who tells the attack."""


def articles_of_days(table: Table, picked: Sequence[RankedHappening]) -> Collection:
    """The articles of the days that are told, which teach how rare words are and which articles tell one thing."""
    days = {p.day for p in picked}
    ids = {table.rows[int(r)].article for day in days for r in _weighty(table, day)}
    ids |= {table.rows[p.row].article for p in picked}
    articles = [table.pool.articles[a] for a in sorted(ids)]
    return Collection({a.id: a.text[:READ] for a in articles}, table.language)


def _weighty(table: Table, day: int) -> Ints:
    """The rows of a day that may tell what an entry tells, the most explicit first where they are many."""
    rows = table.of_day[day]
    if len(rows) <= MOST_COMPARED:
        return rows
    return rows[np.sort(np.argsort(-(table.date_weight[rows] + table.explicit[rows]), kind="stable")[:MOST_COMPARED])]


def passage(table: Table, row: int) -> Passage:
    return Passage(table.pool.articles[table.rows[row].article].id, table.text(row))


def corroborating(
    table: Table,
    kept: Sequence[RankedHappening],
    context: Collection,
    target: Target | None = None,
    event: EventRows | None = None,
    stated: int | None = None,
) -> dict[int, tuple[Mention, ...]]:
    """For each of these, by its row, the other mentions of its day that tell of the same happening, nearest first.

    Each tells of a deed that the row's own sentence turns on, shares enough of its words and names, and bears it out.
    What bears out the row ``stated``, the event's own, tells its deed as it is asked for, where it tells it.
    """
    language = table.language
    found: dict[int, tuple[Mention, ...]] = {}
    for day in sorted({k.day for k in kept}):
        rows = [k.row for k in kept if k.day == day]
        mentions = {r: mention(table.pool, table.rows[r]) for r in (*rows, *map(int, _weighty(table, day)))}
        row_of = {m.span: r for r, m in mentions.items()}
        wordings = [mentions[row] for row in rows]
        others = [m for r, m in mentions.items() if r not in rows]
        for row, alike in zip(rows, telling_as_each(wordings, others, context), strict=True):
            deeds = turning_deeds(table.tree(row), language) if alike else frozenset()
            found[row] = tuple(
                m
                for m in alike
                if tells_of(deeds, m.span.exact, language)
                and shares_enough(table.text(row), m.span.exact, language)
                and _bears_out(table, row, row_of[m.span], day)
                and (row != stated or target is None or _is_not_otherwise(table, target, event, row_of[m.span]))
            )
    return found


def _is_not_otherwise(table: Table, target: Target, event: EventRows | None, row: int) -> bool:
    """Does a row tell the event's deed of those whom it is asked for, or by no word for it?"""
    match = event.matches.get(row) if event is not None else None
    if match is not None and (is_only_supposed(table, target, row, match) or _is_forecast(table, target, row)):
        return False
    tree = table.tree(row)
    places = [at for at, _ in deed_places(tree, read_question(target.words, table.language).slots, table.language)]
    told = (
        is_of_those(tree, at, target.words, table.language) and not _is_of_another_day(table, target, row, at)
        for at in places
    )
    return not places or any(told)


def _is_forecast(table: Table, target: Target, row: int) -> bool:
    """Does a row stand under a headline that tells the event as still to come?"""
    matches = table.matches(matcher_of(table, target, [row]), table.rows[row].article)
    return is_foretold(matches, LEAST_STATED)


def _is_of_another_day(table: Table, target: Target, row: int, at: int) -> bool:
    """Is the deed at a word of a row told of another day? "Shot and killed in 2014" is one deed."""
    one = {at, *table.tree(row).children(at, *relations("coordinate"))}
    return not one.isdisjoint(on_other_days(table, target, row))


def _bears_out(table: Table, row: int, other: int, day: int) -> bool:
    """Does another row of a day tell what a row tells?"""
    own, its = (days_named(table, r, day) for r in (row, other))
    return bears_out(table.tree(row), table.text(row), own, table.tree(other), table.text(other), its, table.language)


def event_carried(table: Table, target: Target, event: EventRows, stated: int) -> tuple[Mention, ...]:
    """The mentions, nearest in print first, that tell the event which the row ``stated`` states.

    ``event`` are the rows that tell of it; those are taken too that tell enough of it under a headline which does, or
    turn on it or open with it near its day. Previews are none, nor is what gives the event as the ground of something
    else alone, nor an opinion piece, which is no second report.
    """
    if not any(slot.needed for slot in read_question(target.words, table.language).slots):
        return ()
    told = [
        row
        for row in event.matches
        if row != stated
        and _may_carry(table, target, event, row, stated)
        and (
            (row in event.restating and event.matches[row].share >= WHOLE)
            or _is_headed(table, event, row)
            or _turns_on_it(table, target, row, event.matches[row])
            or opens_with_event(table, target, row, event.matches[row])
        )
    ]
    return tuple(mention(table.pool, table.rows[row]) for row in sorted(told, key=lambda r: (int(table.lag[r]), r)))


def event_reported(
    table: Table, target: Target, event: EventRows, stated: int, carried: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The leads of further reports of the event, which the row ``stated`` states plainly: of its day or the next, and
    naming no day of it, from no article of those ``carried``."""
    match = event.matches.get(stated)
    if match is None or match.share < LEAST_STATED or not event.plainly:
        return ()
    named = {m.span.article for m in carried} | {table.pool.articles[table.rows[stated].article].id}
    return tuple(mention(table.pool, at) for at in further_leads(table, target, named))


def _may_carry(table: Table, target: Target, event: EventRows, row: int, stated: int) -> bool:
    """Is a row of the day of the one that states the event, no opinion, no preview, and of what that one states?"""
    language = table.language
    if event.matches[row].ahead or table.is_opinion(row) or table.lag[row] < 0:
        return False
    if table.rows[row].day != table.rows[stated].day:
        return False
    if not _tells_as_asked(table, target, event.matches[row], row) or _is_forecast(table, target, row):
        return False
    match = event.matches.get(stated)
    if match is not None and match.share >= LEAST_STATED:
        return True
    told = any(True for _ in deed_places(table.tree(stated), read_question(target.words, language).slots, language))
    return told and event.plainly and shares_enough(table.text(stated), table.text(row), language)


def _tells_as_asked(table: Table, target: Target, match: Match, row: int) -> bool:
    """Is the deed told in a row as done, and by and to those whom it is asked for?"""
    language = table.language
    known = bool(deeds_in(target.words, language) | deeds_told(target.words, language))
    # "The Orsk primary" is told of by its previews too, printed on its day.
    if not known and not tells_what_is_past(table.text(row), language):
        return False
    if not match.is_placed:
        return True
    tree = table.tree(row)
    at = tree.at(match.at)
    if at < 0 or not is_told_as_done(tree, at, language) or is_only_supposed(table, target, row, match):
        return False
    if _is_of_another_day(table, target, row, at):
        return False
    return is_by_those(tree, at, target.words, known, language) and (known or not is_in_the_present(tree, at, language))


def _turns_on_it(table: Table, target: Target, row: int, match: Match) -> bool:
    """Does a row near the event's day turn on the event, naming itself who it is of, though not all that is asked
    for?"""
    if not 0 <= table.lag[row] <= NEAR or match.share < OF_HEADED or not match.real or match.ground:
        return False
    if not names_those(match, target, table.language):
        return False
    tree = table.tree(row)
    by_another = match.is_placed and turns_on(tree, (), tree.at(match.at), language=table.language)
    return by_another or turned_on(table, target, row, match) >= PLAINLY


def _is_headed(table: Table, event: EventRows, row: int) -> bool:
    """Does a row that tells much of the event stand in a report near its day whose headline tells it?"""
    match = event.matches[row]
    return match.share >= OF_HEADED and match.real and is_titled(table, event, row)
