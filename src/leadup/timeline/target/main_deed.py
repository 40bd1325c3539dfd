"""Which of the deeds that a question names is the event's own, and what the others count for."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from leadup.lang.wordforms import word_endings
from leadup.reading.names.lexicon import given_names
from leadup.timeline.happenings.collection import base_form, irregular_forms
from leadup.timeline.target.slot import Slot
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import asking
from leadup.timeline.terms import function_words, stem

DEED, FURTHER_DEED, LIGHT = 1.0, 0.5, 0.15
"""How much of an event its deed is, another one, and a word that need not be told."""
ANNOUNCED_WITHIN = 2
"""Words between "announces" and the noun of what is announced, which is one of them at most."""
OF_WHAT = 3
"""Words between "decides to" and what is decided."""


def main_deed(deeds: Sequence[Slot], tokens: Sequence[str], language: str) -> Slot | None:
    """Of several deeds the event's own: the last in a row ("recall vote"), what is decided ("decides not to run"), else
    the first ("fires aide over leak"); never one that only says who is meant ("the guard who shot Lund charged")."""
    # What a storm is called by is one more deed only where nothing else is.
    deeds = [s for s in deeds if any(d.how != "thing" for d in s.rows)] or deeds
    deeds = [s for s in deeds if not s.place or tokens[s.place - 1] not in asking("relative", language)] or deeds
    for one, two in itertools.pairwise(deeds):
        after = _behind(one)
        if _is_voted_into_law(one, two, language):
            return one
        if _is_found(one, two, language) or (_is_decided_on(one, tokens, language) and two.place - after <= OF_WHAT):
            return two
        if _is_announced(one, two, language):
            return two
        plural = (
            one.place > 0
            and tokens[one.place - 1].endswith(word_endings(language).plural)
            and base_form(one.asked, language) == stem(one.asked, language)
        )
        # "The Twin Oaks bar shooting" was in a bar.
        plural = plural and one.asked.lower() not in asking("other_nouns", language)
        if _is_of_what(one, two, tokens, language):
            return two
        # "Released from prison": what the phrase's own little word leads to.
        led_to = after - one.place > 1 and tokens[after - 1] in asking("leading_on_to", language)
        if two.place != after or _is_verb_of(one.asked, two.asked, language) or plural or led_to:
            return one
    return deeds[-1] if deeds else None


def _is_of_what(one: Slot, two: Slot, tokens: Sequence[str], language: str) -> bool:
    """Does a deed's noun only say of what kind the thing is that does the other ("the shutdown plan collapses")?"""
    noun = one.asked.lower()
    if (
        two.place != _behind(one) + 1
        or is_past(noun, language)
        or is_present(noun, language)
        or not is_present(two.asked, language)
    ):
        return False
    thing = tokens[two.place - 1]
    return (
        not thing.endswith(word_endings(language).plural)
        and thing not in function_words(language)
        and noun not in asking("headed_by", language)
    )


def _is_voted_into_law(one: Slot, two: Slot, language: str) -> bool:
    """Is a deed a vote, and the other what a law does ("votes to restrict visas")?"""
    return one.asked.lower() in asking("voting", language) and all(
        d.name in asking("by_law", language) for d in two.rows
    )


LAW = 0.3
"""The weight of what a law does that is voted on."""
VOTE = 0.4
"""The weight of a vote on something: a house that votes to sue has not sued, but "the Senate acquits" is its vote."""


def weight_of_deed(slot: Slot, main: Slot | None, tokens: Sequence[str], language: str) -> float:
    """What a deed counts for: least where it is a verb of deciding or finding whose object is the event ("decides not
    to run", "finds the toll illegal"), which a report need not say."""
    if main is None or slot is main:
        return DEED
    if _is_voted_into_law(main, slot, language):
        return LAW
    if slot.place > main.place:
        return FURTHER_DEED
    if _is_decided_on(slot, tokens, language):
        return VOTE if slot.asked.lower() in asking("voting", language) else LIGHT
    return LIGHT if _is_found(slot, main, language) or _is_announced(slot, main, language) else FURTHER_DEED


def _behind(deed: Slot) -> int:
    """The place of the word behind a deed's."""
    return deed.place + len(deed.asked.split())


def _is_decided_on(deed: Slot, tokens: Sequence[str], language: str) -> bool:
    """Is a deed a verb of deciding, with what is decided behind it ("decides to run")?"""
    after, verb = _behind(deed), deed.asked.lower()
    if after >= len(tokens):
        return False
    return (verb in asking("deciding", language) and tokens[after] in asking("of_what", language)) or decides_not(
        verb, tokens[after], language
    )


def decides_not(verb: str, behind: str, language: str) -> bool:
    """Is a verb with the word behind it one of deciding that something is not done ("decides against a run")?"""
    return verb in asking("deciding_not", language) and behind in asking("not_that", language)


def _is_announced(deed: Slot, other: Slot, language: str) -> bool:
    """Is a deed a verb of announcing, and the other, right behind it, the noun for what it announces, and what is news
    as soon as it is announced ("announces her resignation", but not "the closure of the mill")?"""
    noun = other.asked.lower()
    verb = is_past(noun, language) or is_present(noun, language)
    near = 0 <= other.place - _behind(deed) < ANNOUNCED_WITHIN
    return (
        near
        and not verb
        and deed.asked.lower() in asking("announces_what", language)
        and _is_news_at_once(other, language)
    )


def _is_news_at_once(deed: Slot, language: str) -> bool:
    return any(d.name in asking("announced", language) for d in deed.rows)


def _is_found(deed: Slot, other: Slot, language: str) -> bool:
    """Is a deed a verb of finding, and the other what it finds ("finds the toll illegal")?"""
    return deed.asked.lower() in asking("finding", language) and other.asked.lower() in asking("found_so", language)


def _is_verb_of(one: str, two: str, language: str) -> bool:
    """Is the first of two deeds side by side a verb whose object is the second ("cancels release")?"""
    return one.islower() and is_present(one, language) and not is_past(two, language)


def is_present(word: str, language: str) -> bool:
    """Has a word the ending of a verb of the present ("resigns"), or of a plural?"""
    return word.endswith(word_endings(language).plural) and not word.endswith(word_endings(language).no_ending)


def is_past(word: str, language: str) -> bool:
    """Has a word the form of a past, or of its participle ("resigned", "shot")?"""
    return word.endswith(word_endings(language).past) or stem(word, language) in irregular_forms(
        base_form(word, language), language
    )


def announced_at(slots: Sequence[Slot], main: Slot | None, tokens: Sequence[str], language: str) -> int:
    """Where the thing stands that the event is, its verb only telling of it ("announces a bid", "votes to remain"); -1
    for none."""
    if main is None:
        return -1
    behind = [s for s in slots if s.place > main.place]
    if not behind or behind[0].kind != "thing":
        return -1
    told_of = all(row.name in asking("told_of_deed", language) for row in main.rows)
    voted = any(row.name in asking("polls", language) for row in main.rows)
    decided = voted and tokens[behind[0].place - 1] in asking("infinitive", language)
    return behind[0].place if told_of or decided else -1


def left_behind(slots: Sequence[Slot], main: Slot | None, language: str) -> frozenset[int]:
    """The groups of the names of what a person leaves: those behind the deed, where a person is named before it."""
    if main is None or asking("leaving", language).isdisjoint(d.name for d in main.rows):
        return frozenset()
    person = {s.group for s in slots if s.is_name and s.place == main.place - 1}
    given = [s for s in slots if s.group in person and s.place < main.place - 1 and plain(s.asked) in given_names()]
    return frozenset(s.group for s in slots if given and s.is_name and s.place > main.place) - person
