"""What was done to a place or body, in the words of those who tell it, where a happening only says what was done there.

"Rioters threw stones and burned a hut at the Norland embassy in an attack on it" may come first, of one outlet, while
most tell how "rioters stormed the Norland embassy": that was done to the embassy itself, and words the happening.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache

from leadup.lang.wordforms import word_endings
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.day_deeds import (
    DayDeed,
    befell,
    every_deed,
    head_deeds,
    is_denied,
    is_planned,
    without_points,
)
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.happenings.deeds import words as _words
from leadup.timeline.plain_wording import is_no_news
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.readable import finished, leans, leans_within
from leadup.timeline.relations import relations
from leadup.timeline.shared_words import SharedWords
from leadup.timeline.table import Table
from leadup.timeline.terms import is_of_calendar

OUTLETS = 3
"""Outlets that must tell the other deed, as done to whom the happening's own sentence only names..."""

TIMES = 3
"""...and how many times as many they must be as those that tell the sentence's own deed as done to these."""

WITHIN = 5
"""Words between a deed's and the name of whom it was done to, at most ("the storming of the Norland embassy")."""

SHORTEST = 4
"""Letters of a word by which a place or body is known, at least ("embassy", not "us")."""

NEAREST = 16
"""The sentences of a day that name some of the same and are looked at, those that share most."""

_SPACE = r"(?:[^\w.!?]|(?<=\b\w)\.)+"
"""Between words of one sentence: no point but that of a letter ("U.S.")."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        ends = word_endings(language)
        self.ending = f"(?:{'|'.join(map(re.escape, (*ends.past, *ends.gerund, *ends.plural, ends.silent)))})?"


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def worded_as_most_tell(
    table: Table, told: Sequence[RankedHappening], words: SharedWords, event: Collection[int]
) -> list[RankedHappening]:
    """The same happenings in the same order, each of which another sentence of its day tells so worded by that.

    ``event`` are the rows that tell of the event asked about, which stay as they are and word nothing else.
    """
    taken = {one.row for one in told}
    found: list[RankedHappening] = []

    @cache
    def telling(base: str, whom: frozenset[str]) -> int:
        return len(_outlets(table, base, whom))

    for one in told:
        stays = one.row in event or not table.explicit[one.row]
        row = one.row if stays else _as_most(table, one, words, event, taken, telling)
        taken.add(row)
        found.append(one if row == one.row else replace(one, row=row))
    return found


def _as_most(
    table: Table,
    one: RankedHappening,
    words: SharedWords,
    event: Collection[int],
    taken: Collection[int],
    telling: Callable[[str, frozenset[str]], int],
) -> int:
    """The row that tells what was done to whom the happening's own row only names; its own where there is none."""
    language = table.language
    named = _names_in(table.tree(one.row))
    kinds = {kind for deed in every_deed(table.tree(one.row), language) for kind in _kinds(deed, language)}
    own = head_deeds(table.tree(one.row), language)
    others = [
        row
        for row in map(int, table.of_day[one.day])
        if row not in taken and row not in event and table.explicit[row] and 0 <= table.lag[row] <= 1
    ]
    if not kinds:
        return one.row
    known = [name for name in named if len(name) >= SHORTEST and not is_of_calendar(name, language)]
    others = [r for r in others if any(name in table.text(r).lower() for name in known)]
    if not others:
        return one.row
    shared = dict(zip(others, words.shared(one.row, others), strict=True))
    near = sorted(others, key=lambda r: (-round(shared[r], 9), r))[:NEAREST]
    table.read_trees(near)
    best, most = one.row, 0
    for row in near:
        deed = _done_to(table, row, named, kinds, own)
        if deed is None or not _stands(table, row, one.day):
            continue
        whom = _called(table.tree(row), deed)
        if _tells_of_others(table, one.row, row, own, whom):
            continue
        so_told = telling(deed.base, whom)
        least = max((telling(mine.base, whom) for mine in own), default=0)
        if so_told >= max(OUTLETS, TIMES * least, most + 1):
            best, most = row, so_told
    return best


def _done_to(
    table: Table, row: int, named: Collection[str], kinds: Collection[str], own: Sequence[DayDeed]
) -> DayDeed | None:
    """The deed that a row turns on, of one of these kinds, done to what the other row names, to whom ``own``, the deeds
    of that one, were not done; None where it turns on none."""
    language = table.language
    tree = table.tree(row)
    for deed in head_deeds(tree, language)[:1]:
        names = _called(tree, deed)
        if deed.is_noun or len(names) < 2 or not names <= set(named) or not deed.agent:
            continue
        if (
            is_planned(tree, deed.at, language)
            or is_denied(tree, deed.at, language)
            or _kinds(deed, language).isdisjoint(kinds)
        ):
            continue
        if any(names <= mine.patient.names for mine in own):
            continue
        if not any(deed.agent.names and mine.agent.names and not deed.agent.names & mine.agent.names for mine in own):
            return deed
    return None


def _tells_of_others(table: Table, mine: int, row: int, own: Sequence[DayDeed], whom: frozenset[str]) -> bool:
    """Does a happening's row tell what befell people that the other does not count, or what was done to somebody else
    or beside the place, and not to it or something of it ("a bomb killed nine guards outside the embassy")?"""
    language = table.language
    if _tolls(table, mine) - _tolls(table, row):
        return True
    borne = (deed.patient for deed in own if deed.patient and not deed.patient.names & whom)
    if any(_kinds(deed, language) & befell(language) and deed.patient for deed in own) or any(
        patient.names for patient in borne
    ):
        return True
    tree = table.tree(mine)
    return any(
        tree[c].word.lower() in _words("beside_place", language)
        for at in range(len(tree))
        if without_points(tree[at].word) in whom
        for c in tree.children(at, *relations("case"))
    )


def _tolls(table: Table, row: int) -> set[tuple[str, float, float | None]]:
    """The figures of a row that count whom something befell."""
    figures = table.sentence(row).figures
    return {(f.role, f.low, f.high) for f in figures if f.role in _words("toll", table.language)}


def _called(tree: Parse, deed: DayDeed) -> frozenset[str]:
    """The words of the name of whom a deed was done to ("Norland", "embassy"), but for where that is."""
    whom = tree.child(deed.at, *relations("object"))
    words = () if whom is None else (whom, *tree.children(whom, *relations("of_name")))
    return frozenset(without_points(tree[k].word) for k in words if _is_name(tree, k))


def _stands(table: Table, row: int, day: int) -> bool:
    """Can a row be read alone, as plain news of its day?"""
    text = table.text(row)
    article = table.pool.articles[table.rows[row].article]
    alone = (
        finished(text)
        and not leans(text, table.language)
        and not leans_within(article.text, table.sentence(row), table.language)
    )
    return alone and not is_no_news(table, row, day)


def _names_in(tree: Parse) -> frozenset[str]:
    """The words of names in a parsed sentence, in small letters and without points."""
    return frozenset(without_points(tree[k].word) for k in range(len(tree)) if _is_name(tree, k))


def _is_name(tree: Parse, at: int) -> bool:
    return tree[at].upos == "PROPN" and tree[at].word[:1].isupper()


def _kinds(deed: DayDeed, language: str) -> frozenset[str]:
    return event_types_of(language).get(deed.base, frozenset())


def _outlets(table: Table, base: str, names: Collection[str]) -> set[str]:
    """The outlets of the pool that tell of this deed right before the whole name of whom it was done to."""
    verb = base.partition("_")[0]
    if all(len(name) < SHORTEST for name in names):
        return set()
    between = rf"(?:{_SPACE}\w+){{0,{WITHIN + len(names)}}}?{_SPACE}"
    whole = "".join(rf"(?={between}{_written(name)}(?!\w))" for name in sorted(names))
    pattern = re.compile(rf"\b{re.escape(verb)}{_forms(table.language).ending}\b{whole}", re.IGNORECASE)
    found: set[str] = set()
    for article in table.pool.articles:
        if article.outlet and article.outlet not in found and pattern.search(article.text):
            found.add(article.outlet)
    return found


def _written(name: str) -> str:
    """A pattern for a word of a name; a short one with or without points ("U.S."), and never the word "us"."""
    if len(name) >= SHORTEST:
        return re.escape(name)
    return rf"(?-i:{r'[.]?'.join(map(re.escape, name.upper()))}|{re.escape(name.capitalize())})"
