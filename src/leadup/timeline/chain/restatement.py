"""Statements in which the deed itself is told: "The ministry said that its jets had bombed the camp"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence
from typing import Any

from leadup.lang import kept_table
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.deeds import event_types_of
from leadup.timeline.terms import calendar_terms

_STOP = re.compile(r"[,;:”\"]|''|\s--?\s|—|$")
_NEAR = dt.timedelta(1)
_SHARE = 0.3
"""Of the words of what is said, at least this share stands in the event's sentence too: one name is not enough."""

_NAMED = 1 / 3
"""...and this share of the names in what is said, where the event has names of its own: a patient in one land and one
in another share the illness."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["restatement"]
        self.said = re.compile("".join(words["said"]))


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@functools.cache
def _unreal(language: str) -> re.Pattern[str]:
    return re.compile(kept_table("chain", language)["unreal"], re.IGNORECASE)


@functools.cache
def _subordinate(language: str) -> re.Pattern[str]:
    return re.compile(kept_table("chain", language)["subordinate"], re.IGNORECASE)


def restated(one: ChainNode, told: Sequence[ChainNode], language: str) -> tuple[ChainNode, int, int] | None:
    """The event that a statement says took place, and the extent of the words that say so in its text, or None.

    Said is what follows "said that", up to the clause's end. The event must be of the statement's day or the next to
    it, be told as one and not as someone's words, and share with what is said a kind of deed and a name.
    """
    match = _forms(language).said.search(one.text)
    if not one.statement or match is None or one.day is None:
        return None
    stop = _STOP.search(one.text, match.end())
    end = stop.start() if stop else len(one.text)
    if _unreal(language).search(one.text, match.end(), end) or _subordinate(language).search(
        one.text, 0, match.start()
    ):
        return None
    said = words_of(one.text[match.end() : end], language)
    names = {term for term, name in said if name} - calendar_terms(language)
    deeds = {family for term, name in said if not name for family in event_types_of(language).get(term, ())}
    best: tuple[int, ChainNode] | None = None
    for other in told:
        if other.id == one.id or other.statement or other.day is None or abs(other.day - one.day) > _NEAR:
            continue
        terms = words_of(other.text, language)
        theirs = {term for term, name in terms if name} - calendar_terms(language)
        same = names & theirs
        if theirs > same and len(same) < _NAMED * len(names):
            continue
        kinds = {family for term, name in terms if not name for family in event_types_of(language).get(term, ())}
        if len({*same, *({t for t, n in said if not n} & {t for t, n in terms if not n})}) < _SHARE * len(said):
            continue
        if same and deeds & kinds and (best is None or len(same) > best[0]):
            best = len(same), other
    return (best[1], match.start(), len(one.text[:end].rstrip(" .\t\n"))) if best else None
