"""Which happenings of an answer tell again what a weightier one tells, and which of their sentences words it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection as Container
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from leadup.timeline.corroboration import passage
from leadup.timeline.day_places import deeds_of_day
from leadup.timeline.happenings import JOINED, Collection, scores
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.contests import Contest, contest_of, same_contest
from leadup.timeline.happenings.day_deeds import DayDeeds, is_planned
from leadup.timeline.happenings.deed_after import comes_after
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.happenings.personal import deeds_of_persons
from leadup.timeline.happenings.same_deed import same_deeds, tells_plainly
from leadup.timeline.happenings.unrest import same_unrest, unrest_told
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.readable import context_of
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.table import Table

SOME = 0.2
"""Two sentences that share less than this of the shorter one, by rarity, tell of different things."""

SOME_WITH_FIGURE = 0.12
"""The same limit for two that hold the same figure ("a 48-hour ultimatum", "gave him 48 hours")..."""

SOME_OF_TWO = 0.12
"""...and for two that name the same two persons beside the event's own."""

MANY_PERSONS = 3
"""Persons that two sentences must share for the one of the next day's paper, which names no day, to tell again what the
other tells."""

CLEARLY_JOINED, SOME_IF_CLEAR = 0.9, 0.1
"""Two of a day that are so surely held to tell one happening need share no more."""

SURELY_JOINED = 0.6
"""From this likeness on two of neighbouring days tell one happening, if they also say it in mostly the same words: what
is announced, and done a day later, is told with the same words, and is two."""

SOME_OF_THE_EVENT = 0.05
"""The same limit for a sentence that tells a deed of the event's kind of the event's person, compared with the event's
own entry."""

MOSTLY = 0.4
"""From this share of the shorter sentence's words on, by rarity, two of a day say the same thing."""

_NUMBER = re.compile(r"\d+")
_VOTE = re.compile(r"\b\d+[-–]\d+\b")


def without_repetitions(
    table: Table,
    picked: Sequence[RankedHappening],
    words: SharedWords,
    context: Collection,
    stated: int | None,
    states: frozenset[str],
) -> tuple[list[RankedHappening], int | None]:
    """Those that no weightier one of their day, or of the day before or after, tells already, and the event's own row.

    ``picked`` are in order of weight. Of two that tell the same (:class:`_Repetition`) the one that turns on it words
    it, and what was done words what was still to come. ``stated`` is the event's row; ``states`` are the base forms of
    the words for the event's deed, which its own row tells in whatever clause; what names none of them words no entry
    of the event.
    """
    told = _Repetition(table, picked, words, context, stated, states)
    kept: list[int] = []
    worded = list(picked)
    for at in range(len(picked)):
        teller = next((k for k in kept if told.same(at, k)), None)
        if teller is None:
            kept.append(at)
        elif picked[teller].day != picked[at].day or worded[teller] != picked[teller]:
            continue
        elif picked[teller].row == stated and not _names_deed(table, picked[at].row, states):
            # What tells another thing of the event's day does not stand for it.
            continue
        elif tells_plainly(told.deeds_of_day(at), told.deeds_of_day(teller)) or (
            _is_preview(table, worded[teller].row) and not _is_preview(table, picked[at].row)
        ):
            worded[teller] = replace(picked[teller], row=picked[at].row)
    kept = [k for k in kept if picked[k].row == stated or not _is_told_elsewhere(told, picked, k, kept)]
    own_row = next((w.row for p, w in zip(picked, worded, strict=True) if p.row == stated), stated)
    return [worded[k] for k in kept], own_row


def _names_deed(table: Table, row: int, states: Container[str]) -> bool:
    """Does a row hold a word for the event's deed? True where none is known."""
    return not states or any(term in states for term, _ in words_of(table.text(row), table.language))


def _is_told_elsewhere(told: _Repetition, picked: Sequence[RankedHappening], at: int, kept: Sequence[int]) -> bool:
    """Does one only bring up what another of those kept tells, by a third that tells the same as both?"""
    if not told.brings_up(at):
        return False
    of_day = [k for k in range(len(picked)) if k != at and picked[k].day == picked[at].day]
    thirds = [k for k in of_day if k not in kept and told.same(k, at)]
    return any(told.same(third, other) for third in thirds for other in of_day if other in kept)


class _Repetition:
    """Which of some happenings tell the same.

    Two do where their sentences are held to tell one happening (:func:`leadup.timeline.happenings.scores`), and where
    their day is hung on one deed (:mod:`leadup.timeline.happenings.day_deeds`). So do two of one day that tell the
    same kind of deed of the same person (in words that they share in part, or as that person's own deed), that hold
    the same figure, that name the same two persons, or that are in mostly the same words.
    """

    def __init__(
        self,
        table: Table,
        picked: Sequence[RankedHappening],
        words: SharedWords,
        context: Collection,
        stated: int | None,
        states: frozenset[str],
    ) -> None:
        """Takes what :func:`without_repetitions` does."""
        self._table, self._picked, self._words, self._stated, self._states = table, picked, words, stated, states
        self._likeness = scores([passage(table, p.row) for p in picked], context, strict=True)
        self._asked = frozenset() if stated is None else _persons(table, stated)
        self._about = frozenset() if stated is None else _words_of_persons(table, stated)
        self._kinds = [_deeds(table, p.row) for p in picked]
        self._persons = [_persons(table, p.row) for p in picked]
        self._names = [_names(table, p.row) for p in picked]
        self._figures = [_figures(table, p.row, words.own) for p in picked]
        # Of these a sentence is parsed for: only where two are compared so closely, and once, side by side.
        taken = Counter(p.day for p in picked)
        table.read_trees(p.row for p in picked if sum(taken[p.day + k] for k in (-1, 0, 1)) > 1)
        self.deeds_of_day = cache(self._deeds_of_day)
        self._deeds_of_persons = cache(self._done)
        self._unrest = cache(self._unrest_told)
        self._contest = cache(self._contest_told)

    def brings_up(self, at: int) -> bool:
        """Does one hang its day only on a noun for a deed that it does not turn on ("a backlash began after the raid of
        May 4")?"""
        hung = [deed for deed in self.deeds_of_day(at).deeds if deed.hung]
        return bool(hung) and all(deed.is_noun and not deed.main for deed in hung)

    def _deeds_of_day(self, at: int) -> DayDeeds:
        row, tree = self._picked[at].row, self._table.tree(self._picked[at].row)
        found = deeds_of_day(self._table, row, self._picked[at].day)
        return found.with_deed(tree, self._states) if row == self._stated else found

    def _done(self, at: int) -> frozenset[tuple[str, str]]:
        """What persons did or had done to them."""
        row = self._picked[at].row
        return deeds_of_persons(self._table.tree(row), self._table.sentence(row).names, self._table.language)

    def _unrest_told(self, at: int) -> frozenset[str] | None:
        return unrest_told(self._table.tree(self._picked[at].row), self._table.language)

    def _contest_told(self, at: int) -> Contest:
        return contest_of(self._table.tree(self._picked[at].row), self._table.language)

    def same(self, one: int, other: int) -> bool:
        """Do two, by their places among those picked, tell the same?"""
        apart = abs(self._picked[one].day - self._picked[other].day)
        if apart > 1:
            return False
        shared = self._words.between(self._picked[one].row, self._picked[other].row)
        return self._same_on_next_day(one, other, shared) if apart else self._same_on_one_day(one, other, shared)

    def _same_on_next_day(self, one: int, other: int, shared: float) -> bool:
        # What the next day's paper prints without a day is mostly the news of the day before.
        late = _is_reported_late(self._table, self._picked[one], self._picked[other])
        if same_deeds(self.deeds_of_day(one), self.deeds_of_day(other), sure=not late):
            return True
        persons = self._persons
        if late and len(persons[one]) >= MANY_PERSONS and persons[one] == persons[other]:
            return True
        joined, least = (JOINED, SOME) if late else (SURELY_JOINED, MOSTLY)
        return bool(self._likeness[one, other] >= joined and shared >= least)

    def _same_on_one_day(self, one: int, other: int, shared: float) -> bool:
        likeness = self._likeness[one, other]
        same = (
            (likeness >= JOINED and shared >= SOME)
            or (likeness >= CLEARLY_JOINED and shared >= SOME_IF_CLEAR)
            or self._same_by_form(one, other)
            or self._same_by_words(one, other, shared)
        )
        return bool(same) and not (self._answers(one, other) or self._answers(other, one))

    def _same_by_form(self, one: int, other: int) -> bool:
        """Is one shown with the other, or do both tell of one contest, unrest or deed that their day is hung on?"""
        return (
            self._shown_together(one, other)
            or same_contest(self._contest(one), self._contest(other))
            or same_unrest(self._unrest(one), self._unrest(other), self._about)
            or same_deeds(self.deeds_of_day(one), self.deeds_of_day(other), sure=False)
        )

    def _answers(self, one: int, other: int) -> bool:
        """Does one tell a further deed, and of the other's only that it came after it?"""
        return comes_after(
            self._table.tree(self._picked[one].row), self._table.tree(self._picked[other].row), self._table.language
        )

    def _shown_together(self, one: int, other: int) -> bool:
        """Would either of two be shown with the other, as the sentence that it leans on?"""
        row, beside = self._picked[one].row, self._picked[other].row
        return _shown_with(self._table, row, beside) or _shown_with(self._table, beside, row)

    def _same_by_words(self, one: int, other: int, shared: float) -> bool:
        """Do they share a figure, persons, or a kind of deed, and enough of their words?"""
        if self._figures[one] & self._figures[other] and shared >= SOME_WITH_FIGURE:
            return True
        persons = self._persons[one] & self._persons[other]
        if len(persons - self._asked) > 1 and shared >= SOME_OF_TWO:
            return True
        alike = self._kinds[one] & self._kinds[other]
        if self._stated in (self._picked[one].row, self._picked[other].row):
            return bool(alike and self._names[one] & self._names[other]) and shared >= SOME_OF_THE_EVENT
        if not persons:
            return shared >= MOSTLY
        if (shared >= SOME and alike) or shared >= MOSTLY:
            return True
        return bool(self._deeds_of_persons(one) & self._deeds_of_persons(other))


def _is_preview(table: Table, row: int) -> bool:
    """Is what a row turns on told as still to come?"""
    tree = table.tree(row)
    return tree.root >= 0 and is_planned(tree, tree.root, table.language)


def _is_reported_late(table: Table, one: RankedHappening, other: RankedHappening) -> bool:
    """Is the later of two, of neighbouring days, of the day it was printed only because it names none?"""
    return not table.explicit[max(one, other, key=lambda k: k.day).row]


def _shown_with(table: Table, row: int, other: int) -> bool:
    """Would a row be shown with the sentence that it leans on, and is the other row that sentence?"""
    at, before = table.rows[row], table.rows[other]
    if at.article != before.article or before.sentence >= at.sentence:
        return False
    article = table.pool.articles[at.article]
    context = context_of(article.text, article.reading.sentences, at.sentence, table.language)
    return context is not None and context[0] <= article.reading.sentences[before.sentence].start < context[1]


def _deeds(table: Table, row: int) -> frozenset[str]:
    """The kinds of deed that the words of a row tell of."""
    return frozenset(kind for key in table.stems(row) for kind in event_types_of(table.language).get(key, ()))


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
