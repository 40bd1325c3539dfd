"""What is told of the event's own day beside the event: not the event again, and not what came after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from leadup import lang
from leadup.model import LinkKind, Target
from leadup.reading.syntax import Parse
from leadup.timeline.chain.cues import find_cues
from leadup.timeline.corroboration import days_named
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
_WORD = re.compile(r"[^\W\d_]+")

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

    What a sentence says came before ("hours before the vote"), and what was printed before the event's day, stays. What
    else a report of the event tells of that day is a part of it, or came after it: of 56 such entries of answers to 111
    questions over the real archive three led up to it.
    """
    if stated is None:
        return list(told)
    day = target.day.toordinal()

    def stays(row: int) -> bool:
        if table.lag[row] < 0 or _says_before(table.text(row)):
            return True
        match = match_of(table, target, row)
        again = words.between(row, stated) >= TELLS_SAME or (match is not None and match.real and match.share >= LEAST)
        reported = table.rows[row].article == table.rows[stated].article or is_in_a_report(table, target, row)
        after = _comes_after(table, target, row) or _is_outcome_of_day(table, target, row)
        return not (again or reported or after or _reacts(table, target, row))

    return [one for one in told if one.day != day or one.row == stated or stays(one.row)]


@cache
def _before() -> re.Pattern[str]:
    return re.compile(str(lang.table("reactions")["own_day"]["before"]), re.IGNORECASE)


def _says_before(text: str) -> bool:
    return _before().search(text) is not None


def _comes_after(table: Table, target: Target, row: int) -> bool:
    """Does a sentence name the event, or by its kind a deed, as what it comes after or answers ("over the killing")?"""
    match = match_of(table, target, row)
    if match is not None and (match.ground or comes_after_event(table, row, match)):
        return True
    text, deeds = table.text(row), deeds_asked(target)
    answered = (text[cue.from_ : cue.to] for cue in find_cues(text) if cue.kind in _ANSWERS)
    return any(deeds & {base_form(word.lower()) for word in _WORD.findall(words)[:NEAR]} for words in answered)


def _is_outcome_of_day(table: Table, target: Target, row: int) -> bool:
    """Does a sentence name the day only of the event asked about, as what came before that which it tells ("rose after
    the vote on Thursday") or brought it about ("Thursday's vote prompted cheers")?

    What came after anything else may have led up to the event as well as that ("after talks on Thursday").
    """
    tree, deeds = table.tree(row), deeds_asked(target)
    named = [tree.at(place) for place in days_named(table, row, target.day.toordinal())]
    return bool(named) and all(_is_of_cause(tree, at, deeds) for at in named)


def _is_of_cause(tree: Parse, named: int, deeds: frozenset[str]) -> bool:
    """Is what a word for a day belongs to one of these deeds, told of as what came before, or brought about, something
    else?"""
    at = hung_on(tree, named)
    if at < 0:
        return False
    return _came_before(tree, at, deeds) or any(_brings_about(tree, k, deeds) for k in (at, tree[named].head))


def _came_before(tree: Parse, at: int, deeds: frozenset[str]) -> bool:
    """Does a deed stand in a clause or phrase that says what came before the main one, and is it one of these?"""
    below = [k for k in (at, *tree.ancestors(at)) if tree[k].deprel in relations("aside")]
    if deeds.isdisjoint(base_form(tree[k].lemma.lower()) for k in (at, *below)):
        return False
    marks = (tree[c].word.lower() for k in below for c in tree.children(k, *relations("mark"), *relations("case")))
    return any(word in asking("came_before") for word in marks)


def _brings_about(tree: Parse, at: int, deeds: frozenset[str]) -> bool:
    """Is a noun, with one of these deeds in it, the subject of a verb by which it brought about what the sentence
    tells?"""
    if deeds.isdisjoint(base_form(tree[k].lemma.lower()) for k in tree.subtree(at)):
        return False
    if tree[at].upos not in relations("nouns") or tree[at].deprel not in relations("subject"):
        return False
    return base_form(tree[tree[at].head].lemma.lower()) in asking("brings_about")


def _reacts(table: Table, target: Target, row: int) -> bool:
    """Does a sentence that names one of those asked about take a stance, judge, or turn on what somebody says?

    Where the question names nobody, any sentence may.
    """
    text = table.text(row)
    if names_asked(table, target, row) is False:
        return False
    if stance_taken(text) is not None or any("judges" in cue.marks for cue in find_cues(text)):
        return True
    tree = table.tree(row)
    return tree.root >= 0 and base_form(tree[tree.root].lemma.lower()) in saying()
