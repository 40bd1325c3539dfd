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

from leadup.lang import table
from leadup.timeline.chain.deed_nouns import meanings, tree_of
from leadup.timeline.chain.distinct import names_day
from leadup.timeline.chain.main_clauses import told_in_front
from leadup.timeline.chain.naming import names_of, numbers_of
from leadup.timeline.chain.phrases import deeds_of, may_mean
from leadup.timeline.chain.references import Reference, references
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.relations import relations
from leadup.timeline.terms import calendar_terms, stem

_WORDS: dict[str, Any] = table("chain")["sureness"]
_TO_COME = re.compile(_WORDS["to_come"], re.IGNORECASE)
_STRIKING_BACK: frozenset[str] = frozenset(_WORDS["striking_back"])

_LEAST_KNOWN = 1 / 4
"""Of the names in words at least this share must be told of what they mean: places of the same state are not enough."""

_SAID_BESIDE = 2
"""So many plain words beside the deed in both say as much as a name: "the rebels' shelling of the harbour"."""

_UNREAL = re.compile(table("chain")["unreal"], re.IGNORECASE)


def how_sure(reference: Reference, said: str, texts: Sequence[str], day: dt.date | None, heading: str) -> bool | None:
    """Whether a reference of the sentence ``said`` to what ``texts`` tell of a ``day`` is shown outright; None where it
    is not to be told. ``heading`` are the words asked for, where that is the event asked about."""
    if reference.bare:
        return True
    if _TO_COME.search(said[: reference.end - len(reference.words)]):
        return None  # "called for a vote": none was held
    own = " ".join((*map(_less_references, texts), heading))
    names, held = names_of(reference.core), names_of(own)
    terms = frozenset(term for term, _ in words_of(own))
    of_event = bool(heading) and bool(_beside(reference) & terms)  # "a shooting at a Norland college", at a college
    if len(names & held) < _LEAST_KNOWN * len(names) and not of_event:
        return None  # "the deaths of Tarn and Lund" are not what is told of others, whoever brings them up there
    if heading:
        return _tells_itself(reference, texts) and (bool(names) or _is_of_thing_told(reference, terms))
    if all(_UNREAL.search(told_in_front(text)) for text in texts):
        return None  # "predicted that the council will pass the bill"
    if names or names_of(said[reference.start : max(reference.end, reference.cue.to)]) & held:
        return True
    if numbers_of(reference.words) & numbers_of(own) or names_day(reference.words, day):
        return True
    if reference.cue.name in _STRIKING_BACK:
        return True
    if _beside(reference) & terms:
        return bool(names_of(said) & held)  # "fled Norhaven after the raid on the mill"
    return False if reference.terms & terms else None


def is_tied(words: str, said: str, texts: Sequence[str], day: dt.date | None) -> bool | None:
    """Whether words of the sentence ``said`` share more than the kind of deed with what ``texts`` tell of a ``day``: a
    name, a count, that day or some words, or, where they name nothing, the sentence does; None where they name others.
    """
    own = " ".join(map(_less_references, texts))
    # The first word may be written large because it opens a sentence.
    names, held = names_of(words[:1].lower() + words[1:]), names_of(own)
    if len(names & held) < _LEAST_KNOWN * len(names):
        return None
    if names or numbers_of(words) & numbers_of(own) or names_day(words, day):
        return True
    beside = _beside_deeds(words) & frozenset(term for term, _ in words_of(own))
    return len(beside) >= _SAID_BESIDE or bool(names_of(said) & held)


def _tells_itself(reference: Reference, texts: Sequence[str]) -> bool:
    """Whether the sentences themselves tell of such a deed, and not the question alone that they answer."""
    told = " ".join(texts)
    terms = {term for term, _ in words_of(told)}
    terms |= {term for word in re.findall(r"\w+", told.lower()) for term in meanings().get(stem(word), ())}
    return bool(deeds_of(told) & reference.kinds or reference.terms & terms)


def _is_of_thing_told(reference: Reference, terms: frozenset[str]) -> bool:
    """Whether what a noun right before the deed's says of it ("the helicopter attack") is told of it, too."""
    if reference.told:
        return True
    tree = tree_of(reference.core)
    things = [
        tree[at].word.lower() for at in range(len(tree))
        if tree[at].relation in relations("of_kind") and tree[at].upos in relations("nouns")
    ]  # fmt: skip
    told = frozenset(term for word in things for term, _ in words_of(word) if not may_mean(word)) - calendar_terms()
    return not told or bool(told & terms)


def _beside(reference: Reference) -> frozenset[str]:
    """What words say of a deed beside that it was one: "ambassador" of "the ambassador's death"."""
    return _beside_deeds(reference.core) - reference.terms


def _beside_deeds(words: str) -> frozenset[str]:
    terms = frozenset(term for term, name in words_of(words) if not name)
    return frozenset(t for t in terms if not may_mean(t) and t not in meanings()) - calendar_terms()


@functools.lru_cache(maxsize=1_024)
def _less_references(text: str) -> str:
    """A sentence without the words by which it refers to other deeds: whom these befell is not whom it tells of."""
    kept, at = [], 0
    for one in references(text, anywhere=True):
        kept.append(text[at : max(at, one.start)])
        at = max(at, one.end if one.told else one.reach)
    return " ".join((*kept, text[at:]))
