"""Whether two sentences of a day tell of one contest: who won what where, in whatever words.

A night of voting is told in many ways ("won", "crushed his rivals", "her victory in Orsk"), often by a noun in a
phrase, and is one happening for each contest.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from leadup import lang
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.relations import relations
from leadup.timeline.terms import is_of_calendar


@dataclass(frozen=True, slots=True)
class Contest:
    """How a contest ended, as a sentence tells it: the words, in small letters, of the names of who was in it and of
    where it was; both empty where it tells of none."""

    who: frozenset[str]
    where: frozenset[str]


def contest_of(tree: Parse, language: str) -> Contest:
    """The contest of which a parsed sentence tells how it ended.

    One that tells another deed, and names the contest as what it came after, does not tell it.
    """
    ends = (k for k in range(len(tree)) if base_form(tree[k].lemma.lower(), language) in _endings(language))
    if all(_is_ground(tree, at, language) for at in ends):
        return Contest(frozenset(), frozenset())
    named = [k for k in range(len(tree)) if tree[k].upos == "PROPN" and tree[k].word[:1].isupper()]
    named = [k for k in named if not is_of_calendar(tree[k].word, language)]
    named = [k for k in named if tree[k].word.lower().rstrip(".") not in _words("apart", language)]
    places = {k for k in named if _is_place(tree, k, language)}
    where = frozenset(tree[k].word.lower() for k in places)
    return Contest(frozenset(tree[k].word.lower() for k in named if k not in places), where)


def same_contest(one: Contest, other: Contest) -> bool:
    """Do two tell how one contest ended, somebody in it and the place of it being the same?"""
    return bool(one.who & other.who and one.where & other.where)


def _is_place(tree: Parse, at: int, language: str) -> bool:
    """Is a word of a name that of a place: after "in", or before the noun for a contest ("the Orsk primary")?"""
    while tree[at].deprel in relations("of_name") and tree[tree[at].head].upos == "PROPN":
        at = tree[at].head
    before = {tree[c].word.lower() for c in tree.children(at, *relations("case"))}
    above = tree[at].head
    if before & _words("in", language) or (
        before & _words("of", language) and above >= 0 and tree[above].lemma.lower() in _words("region", language)
    ):
        return True
    return above >= 0 and base_form(tree[above].lemma.lower(), language) in _contests(language)


def _is_ground(tree: Parse, at: int, language: str) -> bool:
    """Is a contest only what another deed came after ("left the race after his defeat in Orsk")?"""
    root = tree.root
    if root < 0 or at == root or not event_types_of(language).get(base_form(tree[root].lemma.lower(), language)):
        return False
    for k in (at, *tree.ancestors(at)):
        marks = (*tree.children(k, *relations("case")), *tree.children(k, *relations("mark")))
        if any(tree[c].word.lower() in _words("ground", language) for c in marks):
            return True
    return False


@functools.cache
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(str(lang.kept_table("contests", language)[name]).split())


@functools.cache
def _endings(language: str) -> frozenset[str]:
    return frozenset(base_form(each, language) for each in _words("ended", language))


@functools.cache
def _contests(language: str) -> frozenset[str]:
    return frozenset(base_form(each, language) for each in _words("contest", language))
