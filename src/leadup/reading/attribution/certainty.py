"""Which claims are told as sure, and which as a guess.

Frames were weighed on PolNeAR's training part: those are sure whose claims were right, in content and in source, at
least 80 times in 100 there, so that all sure claims together are right about 90 times in 100. Very short contents
are right less often whatever the frame ("said so"), which is all that the lengths below say.
"""

from __future__ import annotations

from typing import Any

from leadup.lang import table
from leadup.reading.attribution.candidate import CandidateClaim
from leadup.reading.attribution.tree_queries import has_to

_WORDS: dict[str, Any] = table("attribution")["certainty"]

_SURE: dict[str, int] = _WORDS["sure"]
"""Frames that are sure from a content of so many code points on."""

_SAY: frozenset[str] = frozenset(_WORDS["say"])
_SURE_TO: frozenset[str] = frozenset(_WORDS["sure_to"])
"""Verbs that are sure before an infinitive."""


def is_certain(d: CandidateClaim) -> bool:
    """Whether a claim may be shown as a fact about the text rather than as a guess."""
    if not d.source or d.kind not in {"speech", "writing"}:
        return False
    if d.lemma not in _SAY and _is_purpose(d):
        return False
    if d.frame == "inf" and d.lemma in _SURE_TO:
        return True
    return sum(e - s for s, e in d.content) >= _SURE.get(d.frame, 1 << 30)


def _is_purpose(d: CandidateClaim) -> bool:
    """Whether the cue is what another deed was for ("took to the streets to demand that …"): the deed is the news."""
    if d.parse is None or d.clause is None:
        return False
    verb = d.clause.head
    return d.parse[verb].deprel in {"advcl", "xcomp"} and has_to(d.parse, verb)
