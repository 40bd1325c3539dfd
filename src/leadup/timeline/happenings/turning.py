"""The deeds that a sentence turns on, and whether another sentence tells of one of them.

Two sentences of one story and one day share its names and its words. One bears the other out only if it tells of what
the other is about: "a man is escorted by police" is not borne out by what he is charged with.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from leadup.lang import kept_table
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form, words_of
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.relations import relations
from leadup.timeline.terms import calendar_terms, function_words

LEAST_SHARED = 0.25
"""Of the words of the shorter of two sentences, the least that the other says too to bear it out. Of 178 sentences of
other outlets held to bear out an entry (answers to 119 questions over the real archive, read by hand) 76 in 100 did; of
those that share this much in words and in names 9 in 10, and these are five in six of the right ones. A twentieth more
or less of either changes that by one or two in a hundred; weighing the words by rarity gained nothing."""

LEAST_NAMED = 0.15
"""The same of the names in the sentence that is borne out; one without names is judged by its words."""


def turning_deeds(tree: Parse, language: str) -> frozenset[str]:
    """The base forms of the deeds that a parsed sentence turns on: its main verbs, what somebody is said to have said,
    and the nouns for deeds that are their subjects or objects. Empty for a sentence without words."""
    if tree.root < 0:
        return frozenset()
    found: set[str] = set()
    ahead, seen = [tree.root], set()
    while ahead:
        at = ahead.pop()
        if at in seen:
            continue
        seen.add(at)
        base = base_form(tree[at].lemma.lower(), language)
        within = tree.children(at, *relations("said"))
        if base not in saying(language) or not within:
            found.add(base)
        ahead += [*within, *tree.children(at, *relations("beside"))]
        found.update(
            noun
            for c in tree.children(at, *relations("part"))
            if event_types_of(language).get(noun := _base(tree, c, language))
        )
    return frozenset(found - saying(language)) or frozenset(found)


def tells_of(deeds: frozenset[str], text: str, language: str) -> bool:
    """Whether a text holds one of these deeds, or a word for a deed of its kind; so does any, where there are none."""
    if not deeds:
        return True
    # The word that opens a sentence is written like a name, and may be none.
    told = {term for at, (term, named) in enumerate(words_of(text, language)) if not (named and at)}
    if deeds & told:
        return True
    kinds = event_types_of(language)
    wanted = frozenset().union(*(kinds.get(deed, frozenset()) for deed in deeds))
    return any(wanted & kinds.get(term, frozenset()) for term in told)


def _base(tree: Parse, at: int, language: str) -> str:
    return base_form(tree[at].lemma.lower(), language)


@functools.cache
def saying(language: str) -> frozenset[str]:
    """The base forms of the verbs of saying."""
    return frozenset(
        base_form(word, language) for part in ("said", "says") for word in kept_table("telling", language)[part]
    )


def shares_enough(one: str, other: str, language: str) -> bool:
    """Whether another sentence shares enough of the words, and of the names, of one to bear it out.

    Sentences of one story and one kind of deed ("won on Tuesday") are told apart by who did it and where.
    """
    own, beside = _telling(one, language), _telling(other, language)
    if len(own.keys() & beside.keys()) < LEAST_SHARED * min(len(own), len(beside)):
        return False
    names = {term for term, named in own.items() if named}
    return len(names & beside.keys()) >= LEAST_NAMED * len(names)


@functools.lru_cache(maxsize=8_192)
def _telling(text: str, language: str) -> Mapping[str, bool]:
    """The words of a text that say something of what happened, in their base forms: whether each is part of a name."""
    idle = function_words(language) | calendar_terms(language)
    return {term: named for term, named in words_of(text, language) if term not in idle}
