"""What is told of the event's own day beside the event: not the event again, and not what came after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from leadup import lang
from leadup.lang.cuts import LETTERS
from leadup.model import LinkKind, Target
from leadup.reading.syntax import Parse
from leadup.timeline.chain.cues import find_cues
from leadup.timeline.day_before import says_before
from leadup.timeline.day_places import days_named
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import hung_on
from leadup.timeline.happenings.turning import saying
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.reactions.stance import stance_taken
from leadup.timeline.relations import relations
from leadup.timeline.shared_words import TELLS_SAME, SharedWords
from leadup.timeline.stating import LEAST, comes_after_event, deeds_asked, is_in_a_report, match_of, names_asked
from leadup.timeline.table import Table
from leadup.timeline.target.words import asking

_ANSWERS: frozenset[LinkKind] = frozenset({"responds to", "caused by"})

_CLOCK = re.compile(r"T(\d{1,2})(?::(\d\d))?(?::\d\d)?")

NEAR = 5
"""Words behind "after" or "in response to" within which the event's deed is what is meant."""


def leading_up(
    table: Table,
    told: Sequence[RankedHappening],
    words: SharedWords,
    target: Target,
    stated: int | None,
) -> list[RankedHappening]:
    """Those that may have led up to the event, in the same order: all of other days, its own row (``stated``), and of
    its day what neither tells it again, in whatever clause, nor comes after it; all of them where none states it
    (``stated`` is None).

    What a sentence says came before ("hours before the vote"), what was printed before the event's day, and what is of
    an earlier hour than the event stays. What else a report of the event tells of that day is a part of it, or came
    after it: of 56 such entries of answers to 111 questions over the real archive three led up to it. What is left
    besides is less sure: of 14 such entries that were shown plainly in answers to 140 questions two led up to it.
    """
    if stated is None:
        return list(told)
    day = target.day.toordinal()
    left: list[RankedHappening] = []
    for one in told:
        if one.day != day or one.row == stated or _says_it_came_before(table, target, one.row):
            left.append(one)
        elif not _is_again(table, words, target, one.row, stated):
            if _is_of_earlier_hour(table, target, one.row, stated):
                left.append(one)
            elif not _is_of_event(table, target, one.row, stated):
                left.append(replace(one, less_sure=True))
    return left


def _says_it_came_before(table: Table, target: Target, row: int) -> bool:
    """Was a row printed before the event's day, or does it say that it came before something, and not after the
    event ("earlier on Friday … after Varo was named")?"""
    if table.lag[row] < 0:
        return True
    if not _says_before(table.text(row), table.language):
        return False
    match = match_of(table, target, row)
    return match is None or not comes_after_event(table, row, match)


def _is_again(table: Table, words: SharedWords, target: Target, row: int, stated: int) -> bool:
    """Does a row tell the event again, by its words or by those that are asked for?"""
    match = match_of(table, target, row)
    return words.between(row, stated) >= TELLS_SAME or (match is not None and match.real and match.share >= LEAST)


def _is_of_event(table: Table, target: Target, row: int, stated: int) -> bool:
    """Is what a row tells a part of the event, or did it come after it?"""
    if table.rows[row].article == table.rows[stated].article or is_in_a_report(table, target, row):
        return True
    return _comes_after(table, target, row) or _is_outcome_of_day(table, target, row) or _reacts(table, target, row)


def _is_of_earlier_hour(table: Table, target: Target, row: int, stated: int) -> bool:
    """Is all that a row says of the hour earlier on the event's day than what the event's own row says of it?"""
    own, event = (_hours(table, one, target) for one in (row, stated))
    return bool(own and event) and max(last for _, last in own) <= min(first for first, _ in event) and own != event


def _hours(table: Table, row: int, target: Target) -> list[tuple[float, float]]:
    """The first and the last hour of each time of the event's day that a row names, by the clock or as a part of the
    day."""
    day = target.day.isoformat()
    tails = (t.value.removeprefix(day) for t in table.sentence(row).timexes if t.value.startswith(f"{day}T"))
    return [hours for tail in tails if (hours := _hours_of(tail, table.language)) is not None]


def _hours_of(tail: str, language: str) -> tuple[float, float] | None:
    """The first and the last hour of what the tail of a time's value names ("T14:30", "TMO")."""
    if tail in _parts_of_day(language):
        first, last = _parts_of_day(language)[tail]
        return float(first), float(last)
    clock = _CLOCK.fullmatch(tail)
    if clock is None:
        return None
    hour = int(clock[1]) + int(clock[2] or 0) / 60
    return hour, hour


@cache
def _parts_of_day(language: str) -> dict[str, tuple[int, int]]:
    return dict(lang.kept_table("reactions", language)["own_day"]["parts_of_day"])


@cache
def _before(language: str) -> re.Pattern[str]:
    return re.compile(str(lang.kept_table("reactions", language)["own_day"]["before"]), re.IGNORECASE)


def _says_before(text: str, language: str) -> bool:
    return _before(language).search(text) is not None


def _comes_after(table: Table, target: Target, row: int) -> bool:
    """Does a sentence name the event, or by its kind a deed, as what it comes after or answers ("over the killing")?"""
    language = table.language
    match = match_of(table, target, row)
    if match is not None and (match.ground or comes_after_event(table, row, match)):
        return True
    text, deeds = table.text(row), deeds_asked(target, language)
    answered = (text[cue.from_ : cue.to] for cue in find_cues(text, language) if cue.kind in _ANSWERS)
    return any(
        deeds & {base_form(word.lower(), language) for word in LETTERS.findall(words)[:NEAR]} for words in answered
    )


def _is_outcome_of_day(table: Table, target: Target, row: int) -> bool:
    """Does a sentence name the day only of the event asked about, as what came before that which it tells ("rose after
    the vote on Thursday") or brought it about ("Thursday's vote prompted cheers")?

    What came after anything else may have led up to the event as well as that ("after talks on Thursday").
    """
    tree, deeds = table.tree(row), deeds_asked(target, table.language)
    named = [tree.at(place) for place in days_named(table, row, target.day.toordinal())]
    return bool(named) and all(_is_of_cause(tree, at, deeds, table.language) for at in named)


def _is_of_cause(tree: Parse, named: int, deeds: frozenset[str], language: str) -> bool:
    """Is what a word for a day belongs to one of these deeds, told of as what came before, or brought about, something
    else?"""
    at = hung_on(tree, named, language)
    if at < 0:
        return False
    return _came_before(tree, at, deeds, language) or any(
        _brings_about(tree, k, deeds, language) for k in (at, tree[named].head)
    )


def _came_before(tree: Parse, at: int, deeds: frozenset[str], language: str) -> bool:
    """Does a deed stand in a clause or phrase that says what came before the main one, and is it one of these?"""
    below = [k for k in (at, *tree.ancestors(at)) if tree[k].deprel in relations("aside")]
    if deeds.isdisjoint(base_form(tree[k].lemma.lower(), language) for k in (at, *below)):
        return False
    return says_before(tree, below, language)


def _brings_about(tree: Parse, at: int, deeds: frozenset[str], language: str) -> bool:
    """Is a noun, with one of these deeds in it, the subject of a verb by which it brought about what the sentence
    tells?"""
    if deeds.isdisjoint(base_form(tree[k].lemma.lower(), language) for k in tree.subtree(at)):
        return False
    if tree[at].upos not in relations("nouns") or tree[at].deprel not in relations("subject"):
        return False
    return base_form(tree[tree[at].head].lemma.lower(), language) in asking("brings_about", language)


def _reacts(table: Table, target: Target, row: int) -> bool:
    """Does a sentence that names one of those asked about take a stance, judge, or turn on what somebody says?

    Where the question names nobody, any sentence may.
    """
    language = table.language
    text = table.text(row)
    if names_asked(table, target, row) is False:
        return False
    if stance_taken(text, language) is not None or any("judges" in cue.marks for cue in find_cues(text, language)):
        return True
    tree = table.tree(row)
    return tree.root >= 0 and base_form(tree[tree.root].lemma.lower(), language) in saying(language)
