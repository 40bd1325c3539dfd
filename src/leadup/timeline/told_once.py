"""One happening, one entry: how likely one entry of an answer tells again what another of it tells, learnt.

A logistic regression on what can be read off two sentences: their day, words and names, figures, who does what in them,
and whether they stand near each other in one article. :mod:`leadup.timeline.repetition` knows by rule what surely is
one; what is left says the same in other words. The weights, and on what they were fitted, stand in
``data/told_once.toml``; ``benchmarks/told_once.py`` makes them.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from types import MappingProxyType

from leadup.reading.telling import telling
from leadup.timeline.corroboration import passage
from leadup.timeline.happenings import Collection, scores
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import DayDeed, head_deeds
from leadup.timeline.happenings.deed_after import comes_after
from leadup.timeline.happenings.same_deed import agree
from leadup.timeline.happenings.turning import saying, turning_deeds
from leadup.timeline.logistic import likelihood_of
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.relations import relations
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.shipped import shipped
from leadup.timeline.table import Table
from leadup.timeline.terms import stems

MOST_APART = 1
"""Days between two that may be one: the next day's paper may tell it undated, or in another time zone."""

NEAR = 3
"""Sentences of one article that stand so near, or nearer, go on with one matter."""

OUTLETS = 3
"""Outlets, at least, of what a weightier entry that fewer carry gives way to. Of eleven such pairs that were read four
are of so many, of which two become better and none worse; of seven of two outlets two become better and two worse."""

NO_NAMES = 0.3
"""What share of the names counts as the other's where one of two has none: nothing is known of it."""

_FIGURE = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Alike:
    """What two entries share, or what each of it weighs; ``data/told_once.toml`` says what each is."""

    same_day: float
    words: float
    of_event: float
    one_says: float
    both_say: float
    figure: float
    near: float
    same_article: float
    likeness: float
    names: float
    doer: float
    deed: float
    undated: float
    headline: float


@dataclass(frozen=True, slots=True)
class ToldOnceWeights:
    """The numbers of ``data/told_once.toml``; what each does is said there."""

    least: float
    bias: float
    evidence: Alike

    @classmethod
    def read(cls, text: str) -> ToldOnceWeights:
        """As ``data/told_once.toml`` has them."""
        table = tomllib.loads(text)
        evidence = Alike(**table.pop("evidence"))
        return cls(**table, evidence=evidence)


@cache
def told_once_weights() -> ToldOnceWeights:
    """The numbers that leadup ships."""
    return ToldOnceWeights.read(shipped("told_once.toml"))


def told_again(
    table: Table,
    plain: Sequence[RankedHappening],
    words: SharedWords,
    context: Collection,
    stated: int | None,
    *,
    plainly: bool,
    outlets: Mapping[int, int] = MappingProxyType({}),
    w: ToldOnceWeights | None = None,
) -> set[int]:
    """The rows of those, weightiest first, that likely tell again what a weightier one tells which does not itself.

    ``plain`` surely belong; ``context`` are the articles of their days and ``stated`` is the event's own row (None: it
    has none), which is none of those found, and tells what others do where it states the event ``plainly``. Of two that
    tell the same the weightier gives way where three ``outlets`` or more (how many carry a row; of one not listed one
    does) carry the other, and fewer itself; or where no fewer do and it names another day too, or goes on with a
    further deed, or only says what the other tells as done on that day: what tells one thing tells it better. What only
    came after what another tells is a further deed.
    """
    w = w or told_once_weights()
    likely = ToldAgain(table, plain, words, context, stated if plainly else None, w).likelihood
    once: list[int] = []
    for n, one in enumerate(plain):
        others = (k for k in once if plainly or plain[k].row != stated)
        tellers = [k for k in others if likely(n, k) >= w.least and not _answers(table, one, plain[k])]
        if one.row == stated or not tellers:
            once.append(n)
        elif all(plain[k].row != stated and _gives_way(table, plain[k], one, outlets) for k in tellers):
            once = [k for k in once if k not in tellers] + [n]
    return {one.row for n, one in enumerate(plain) if n not in once}


def _answers(table: Table, one: RankedHappening, other: RankedHappening) -> bool:
    """Does either of two tell a further deed, and of the other's only that it came after it?"""
    tree, beside = table.tree(one.row), table.tree(other.row)
    return comes_after(tree, beside, table.language) or comes_after(beside, tree, table.language)


def _gives_way(table: Table, one: RankedHappening, other: RankedHappening, outlets: Mapping[int, int]) -> bool:
    """Does the weightier of two that tell the same give way to the other?"""
    carried, by_others = outlets.get(one.row, 1), outlets.get(other.row, 1)
    if carried < by_others and by_others >= OUTLETS:
        return True
    if carried > by_others:
        return False
    return _only_speaks_of(table, one, other) or (tells_more(table, one) and not tells_more(table, other))


def _only_speaks_of(table: Table, one: RankedHappening, other: RankedHappening) -> bool:
    """Does one of two of a day say what somebody says, where the other tells it as done?

    Who is named behind what is told ("nine were hurt, police said") vouches for that, and does not comment on it.
    """
    if one.day != other.day or not is_only_said(table, one.row) or is_only_said(table, other.row):
        return False
    tree = table.tree(one.row)
    if any(tree[k].upos in relations("verbs") and k < tree.root for k in tree.children(tree.root)):
        return False
    text = table.text(other.row)
    return telling(text, 0, len(text), language=table.language).past


def is_only_said(table: Table, row: int) -> bool:
    """Is a row's main verb one of saying?"""
    tree = table.tree(row)
    return tree.root >= 0 and base_form(tree[tree.root].lemma.lower(), table.language) in saying(table.language)


def tells_more(table: Table, one: RankedHappening) -> bool:
    """Does the sentence of a happening name another day than its own, or go on with a further deed of its own?"""
    timexes = table.sentence(one.row).timexes
    days = {t.span.single.toordinal() for t in timexes if t.span is not None and t.span.single is not None}
    if days - {one.day}:
        return True
    tree = table.tree(one.row)
    if tree.root < 0:
        return False
    return any(
        tree[k].upos in relations("verbs") and tree.children(k, *relations("object"))
        for k in tree.children(tree.root, *relations("beside"))
        if k > tree.root
    )


class ToldAgain:
    """How likely each two of some happenings tell the same."""

    def __init__(
        self,
        table: Table,
        told: Sequence[RankedHappening],
        words: SharedWords,
        context: Collection,
        stated: int | None,
        w: ToldOnceWeights | None = None,
    ) -> None:
        """``told`` are any happenings; ``stated`` is the row that states the event plainly (None: none does)."""
        self._table, self._told, self._words, self._stated = table, told, words, stated
        self._w = w or told_once_weights()
        table.read_trees(one.row for one in told)
        self._likeness = scores([passage(table, one.row) for one in told], context)
        self._read = cache(self._sentence)

    def likelihood(self, one: int, other: int) -> float:
        """How likely two, by their places among those told, tell the same, in [0, 1]."""
        if not self.may_be_one(one, other):
            return 0.0
        return likelihood_of(self._w.bias, astuple(self._w.evidence), astuple(self.alike(one, other)))

    def may_be_one(self, one: int, other: int) -> bool:
        """Are two, by their places among those told, of one day or of neighbouring ones?"""
        return abs(self._told[one].day - self._told[other].day) <= MOST_APART

    def alike(self, one: int, other: int) -> Alike:
        """What two, by their places among those told, share."""
        a, b = self._told[one], self._told[other]
        read, beside = self._read(a.row), self._read(b.row)
        same_day = a.day == b.day
        at, there = self._table.rows[a.row], self._table.rows[b.row]
        one_article = at.article == there.article
        return Alike(
            same_day=float(same_day),
            words=math.sqrt(self._words.between(a.row, b.row)),
            of_event=float(same_day and self._stated in (a.row, b.row)),
            one_says=float(read.says != beside.says),
            both_say=float(read.says and beside.says),
            figure=float(bool(read.figures & beside.figures)),
            near=float(one_article and abs(at.sentence - there.sentence) <= NEAR),
            same_article=float(one_article),
            likeness=float(self._likeness[one, other]),
            names=_shared_names(read.names, beside.names),
            doer=_same_doer(read.heads, beside.heads, self._table.language),
            deed=float(bool(read.deeds & beside.deeds)),
            undated=float(not self._table.explicit[a.row] and not self._table.explicit[b.row]),
            headline=max(_share(read.title, beside.words), _share(beside.title, read.words)) if same_day else 0.0,
        )

    def _sentence(self, row: int) -> _Sentence:
        table, text = self._table, self._table.text(row)
        language = table.language
        tree = table.tree(row)
        day = dt.date.fromordinal(int(table.day[row]))
        return _Sentence(
            names=frozenset(name.key for name in table.sentence(row).names),
            figures=frozenset(f.replace(",", "") for f in _FIGURE.findall(text)) - {str(day.day), str(day.year)},
            words=frozenset(stems(text, language)),
            title=frozenset(stems(table.pool.articles[table.rows[row].article].title or "", language)),
            says=is_only_said(table, row),
            deeds=turning_deeds(tree, language),
            heads=head_deeds(tree, language),
        )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What is read of one sentence: its names, figures (beside its day's own) and words, its headline's words, whether
    its main verb is one of saying, the deeds that it turns on and, of the first of these, who has a part in them."""

    names: frozenset[str]
    figures: frozenset[str]
    words: frozenset[str]
    title: frozenset[str]
    says: bool
    deeds: frozenset[str]
    heads: tuple[DayDeed, ...]


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    """The share of some that is among others; 0 of none."""
    return len(some & others) / max(1, len(some))


def _shared_names(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the fewer names that are the other's."""
    return max(_share(one, other), _share(other, one)) if one and other else NO_NAMES


def _same_doer(some: Sequence[DayDeed], others: Sequence[DayDeed], language: str) -> float:
    """1 where any doer of the one is one of the other, -1 where all are somebody else, 0 where it is not said."""
    found = {agree(a.agent, b.agent, language) for a in some for b in others}
    return 1.0 if True in found else 0.0 if None in found or not found else -1.0
