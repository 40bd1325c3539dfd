"""How sure it is that words mean the one earlier thing they were taken for: shown outright, as possible, or not at all.

That no other entry of an answer tells of such a deed is no proof: an answer is a small part of what happened. The event
asked about is known by its deed; any other thing must be known by more than that, a name, a day, a count in both.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from typing import Any

from leadup.lang import kept_table
from leadup.timeline.chain.deed_nouns import meanings, tree_of
from leadup.timeline.chain.distinct import names_day
from leadup.timeline.chain.main_clauses import told_in_front
from leadup.timeline.chain.naming import names_of, numbers_of
from leadup.timeline.chain.phrases import deeds_of, may_mean
from leadup.timeline.chain.references import Reference, references
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.relations import relations
from leadup.timeline.terms import calendar_terms, stem

_LEAST_KNOWN = 1 / 4
"""Of the names in words at least this share must be told of what they mean: places of the same state are not enough."""

_SAID_BESIDE = 2
"""So many plain words beside the deed in both say as much as a name: "the rebels' shelling of the harbour"."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["sureness"]
        self.to_come = re.compile(words["to_come"], re.IGNORECASE)
        self.striking_back: frozenset[str] = frozenset(words["striking_back"])
        self.unreal = re.compile(kept_table("chain", language)["unreal"], re.IGNORECASE)


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def how_sure(
    reference: Reference, said: str, texts: Sequence[str], day: dt.date | None, heading: str, language: str
) -> bool | None:
    """Whether a reference of the sentence ``said`` to what ``texts`` tell of a ``day`` is shown outright; None where it
    is not to be told. ``heading`` are the words asked for, where that is the event asked about."""
    forms = _forms(language)
    if reference.bare:
        return True
    if forms.to_come.search(said[: reference.end - len(reference.words)]):
        return None  # "called for a vote": none was held
    own = " ".join((*(_less_references(each, language) for each in texts), heading))
    names, held = names_of(reference.core, language), names_of(own, language)
    terms = frozenset(term for term, _ in words_of(own, language))
    of_event = bool(heading) and bool(
        _beside(reference, language) & terms
    )  # "a shooting at a Norland college", at a college
    if len(names & held) < _LEAST_KNOWN * len(names) and not of_event:
        return None  # "the deaths of Tarn and Lund" are not what is told of others, whoever brings them up there
    if heading:
        return _tells_itself(reference, texts, language) and (
            bool(names) or _is_of_thing_told(reference, terms, language)
        )
    if all(forms.unreal.search(told_in_front(text, language)) for text in texts):
        return None  # "predicted that the council will pass the bill"
    if names or names_of(said[reference.start : max(reference.end, reference.cue.to)], language) & held:
        return True
    if numbers_of(reference.words, language) & numbers_of(own, language) or names_day(reference.words, day, language):
        return True
    if reference.cue.name in forms.striking_back:
        return True
    if _beside(reference, language) & terms:
        return bool(names_of(said, language) & held)  # "fled Norhaven after the raid on the mill"
    return False if reference.terms & terms else None


def is_tied(words: str, said: str, texts: Sequence[str], day: dt.date | None, language: str) -> bool | None:
    """Whether words of the sentence ``said`` share more than the kind of deed with what ``texts`` tell of a ``day``: a
    name, a count, that day or some words, or, where they name nothing, the sentence does; None where they name others.
    """
    own = " ".join(_less_references(each, language) for each in texts)
    # The first word may be written large because it opens a sentence.
    names, held = names_of(words[:1].lower() + words[1:], language), names_of(own, language)
    if len(names & held) < _LEAST_KNOWN * len(names):
        return None
    if names or numbers_of(words, language) & numbers_of(own, language) or names_day(words, day, language):
        return True
    beside = _beside_deeds(words, language) & frozenset(term for term, _ in words_of(own, language))
    return len(beside) >= _SAID_BESIDE or bool(names_of(said, language) & held)


def _tells_itself(reference: Reference, texts: Sequence[str], language: str) -> bool:
    """Whether the sentences themselves tell of such a deed, and not the question alone that they answer."""
    told = " ".join(texts)
    terms = {term for term, _ in words_of(told, language)}
    terms |= {
        term for word in re.findall(r"\w+", told.lower()) for term in meanings(language).get(stem(word, language), ())
    }
    return bool(deeds_of(told, language) & reference.kinds or reference.terms & terms)


def _is_of_thing_told(reference: Reference, terms: frozenset[str], language: str) -> bool:
    """Whether what a noun right before the deed's says of it ("the helicopter attack") is told of it, too."""
    if reference.told:
        return True
    tree = tree_of(reference.core, language)
    things = [
        tree[at].word.lower() for at in range(len(tree))
        if tree[at].relation in relations("of_kind") and tree[at].upos in relations("nouns")
    ]  # fmt: skip
    told = frozenset(
        term for word in things for term, _ in words_of(word, language) if not may_mean(word, language)
    ) - calendar_terms(language)
    return not told or bool(told & terms)


def _beside(reference: Reference, language: str) -> frozenset[str]:
    """What words say of a deed beside that it was one: "ambassador" of "the ambassador's death"."""
    return _beside_deeds(reference.core, language) - reference.terms


def _beside_deeds(words: str, language: str) -> frozenset[str]:
    terms = frozenset(term for term, name in words_of(words, language) if not name)
    return frozenset(t for t in terms if not may_mean(t, language) and t not in meanings(language)) - calendar_terms(
        language
    )


@functools.lru_cache(maxsize=1_024)
def _less_references(text: str, language: str) -> str:
    """A sentence without the words by which it refers to other deeds: whom these befell is not whom it tells of."""
    kept, at = [], 0
    for one in references(text, anywhere=True, language=language):
        kept.append(text[at : max(at, one.start)])
        at = max(at, one.end if one.told else one.reach)
    return " ".join((*kept, text[at:]))
