"""Whether a sentence brings a deed up only as what another came after."""

from __future__ import annotations

from collections.abc import Collection

from leadup.reading.syntax import Parse
from leadup.timeline.happenings.day_deeds import DayDeed, deed_at, every_deed, head_deeds, kinds_of, light_verbs
from leadup.timeline.happenings.deeds import words as _words
from leadup.timeline.happenings.same_deed import agree, is_one_word
from leadup.timeline.relations import relations
from leadup.timeline.terms import is_of_calendar

YEAR = 4
"""Digits of a year."""


def comes_after(tree: Parse, other: Parse, language: str) -> bool:
    """Does a parsed sentence turn on another deed than the other sentence, of somebody else, and bring that one's up
    only as what it came after ("Norland sent guards after rioters burned the gate", "rioters burned the gate")?

    Not where the other tells that deed as well, nor of what comes of a deed rather than answers it ("three died after a
    bus hit a truck", "a bus hit a truck").
    """
    if tree.root < 0 or other.root < 0:
        return False
    before = _deeds_marked(tree, _words("came_before", language), language)
    if not before:
        return False
    own, told = (
        head_deeds(tree, language),
        (*head_deeds(other, language), *_deeds_marked(other, _words("meanwhile", language), language)),
    )
    if any(kinds_of(a.base, language) & _words("outcomes", language) for a in own):
        return False
    apart = (
        b
        for b in told
        if not any(is_one_word(a, b, language) or agree(a.agent, b.agent, language) is True for a in own)
    )
    met = {b.at for b in apart if any(_may_be_one(a, b, language) for a in before)}
    return (
        bool(met)
        and not _tells_too(own, other, met, language)
        and not _figures(tree, own, before, language=language) & _figures(other, language=language)
    )


def _tells_too(own: Collection[DayDeed], other: Parse, met: Collection[int], language: str) -> bool:
    """Does a sentence tell one of these deeds, or one of its kind by and to nobody else, beside those at ``met``?"""
    rest = [b for b in every_deed(other, language) if b.at not in met]
    return any(
        (is_one_word(a, b, language) or kinds_of(a.base, language) & kinds_of(b.base, language))
        and agree(a.agent, b.agent, language) is not False
        and agree(a.patient, b.patient, language) is not False
        for a in own
        if a.base not in light_verbs(language)
        for b in rest
    )


def _figures(
    tree: Parse, own: Collection[DayDeed] = (), before: Collection[DayDeed] = (), *, language: str
) -> frozenset[str]:
    """The numbers in a sentence that belong to no date, or of these deeds of its own those that stand in none of what
    came before."""
    apart = frozenset(k for deed in before for k in tree.subtree(deed.at))
    told = frozenset(k for deed in own for k in tree.subtree(deed.at)) if own else frozenset(range(len(tree)))
    numbers = [k for k in range(len(tree)) if tree[k].upos in relations("number") and not _is_dated(tree, k, language)]
    kept = frozenset(tree[k].word.lower() for k in numbers if k in apart)
    return frozenset(tree[k].word.lower() for k in numbers if k in told) - kept


def _is_dated(tree: Parse, at: int, language: str) -> bool:
    """Is a number a day's or a year's?"""
    beside = (tree[k].word for k in (at - 2, at - 1, at + 1) if 0 <= k < len(tree))
    return any(is_of_calendar(each, language) for each in beside) or (
        len(tree[at].word) == YEAR and tree[at].word.isdigit()
    )


def _may_be_one(one: DayDeed, other: DayDeed, language: str) -> bool:
    """Are two deeds done to one thing, by nobody who is named, or one word of one doer?"""
    if one.agent.names or other.agent.names:
        return is_one_word(one, other, language) and bool(one.agent.names & other.agent.names)
    if not one.agent or not other.agent:
        return False
    called = bool(one.patient.called) and one.patient.called == other.patient.called
    return called or (is_one_word(one, other, language) and agree(one.agent, other.agent, language) is True)


def _deeds_marked(tree: Parse, opened: Collection[str], language: str) -> list[DayDeed]:
    """The deeds of the clauses beside others that one of these words opens ("after rioters burned the gate")."""
    found = []
    for at in range(len(tree)):
        if tree[at].upos != "VERB" or tree[at].deprel not in relations("meanwhile"):
            continue
        if any(tree[c].word.lower() in opened for c in tree.children(at, *relations("mark"))):
            found.append(deed_at(tree, at, False, False, language))
    return found
