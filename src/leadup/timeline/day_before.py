"""What is of a day only by what came before what it tells: its own news is of a later day."""

from __future__ import annotations

from collections.abc import Iterable

from leadup.reading.syntax import Parse
from leadup.timeline.day_places import hung_on_day, turns_on_day_from
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.turning import saying
from leadup.timeline.relations import relations
from leadup.timeline.table import Table
from leadup.timeline.target.words import asking


def is_of_day_before(table: Table, row: int, day: int) -> bool:
    """Does a row tell what happened on a day only as what came before its own news ("called on Friday for revenge after
    a raid overnight")?

    That is so where all that the day is hung on came before, and the row turns on what it hangs a later day on, or on
    what somebody said ("Lund said the rebels were done after they fired on Tuesday"). What somebody said on the same
    day names that day as well: then the row must have been printed later.
    """
    language = table.language
    tree = table.tree(row)
    hung = hung_on_day(table, row, day)
    if tree.root < 0 or not hung or not all(_came_before(tree, at, language) for at in hung):
        return False
    if turns_on_day_from(table, row, day + 1):
        return True
    says = base_form(tree[tree.root].lemma.lower(), language) in saying(language)
    return says and table.lag[row] > 0 and all(_is_said(tree, at) for at in hung)


def _came_before(tree: Parse, at: int, language: str) -> bool:
    """Does a deed stand in a clause or phrase that says what came before the main one?"""
    below = [k for k in (at, *tree.ancestors(at)) if tree[k].deprel in relations("aside")]
    if below and tree[at].upos in relations("nouns"):
        # "After the killing of Varo in a raid overnight": the raid is read as the main verb's as often.
        beside = tree.children(tree[at].head, *relations("behind"))
        below += [k for k in beside if k < at and not _stops(tree, k, at)]
    return says_before(tree, below, language)


def says_before(tree: Parse, below: Iterable[int], language: str) -> bool:
    """Does a word that opens one of these clauses or phrases say that what it tells came before the main one?"""
    marks = (tree[c].word.lower() for k in below for c in tree.children(k, *relations("mark"), *relations("case")))
    return any(word in asking("came_before", language) for word in marks)


def _is_said(tree: Parse, at: int) -> bool:
    """Does a word stand in a clause of what is said?"""
    return any(tree[k].deprel in relations("said") for k in (at, *tree.ancestors(at)))


def _stops(tree: Parse, first: int, last: int) -> bool:
    """Does a stop or a verb stand between two words?"""
    between = range(first + 1, last)
    return any(tree[k].upos in relations("verbs") or tree[k].word in {",", ";", "—", "–"} for k in between)
