"""The words that report speech and thought, and the frames they stand in: ``reporting_*.tsv``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from leadup.lang import kept_rows

Frame = Literal["that", "inf", "ing", "np", "np?", "np-to", "name", "whom", "quote"]
"""How a cue takes what is reported, as ``reporting_verbs.tsv`` explains; other frames are prepositions."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its class (speech, writing, evidence, opinion, intent, stance, seem) and its frames."""

    lemma: str
    kind: str
    frames: frozenset[str]


@cache
def cues(name: str, language: str) -> dict[str, Cue]:
    """The cues of a table of the language's pack, by lemma; frames of a lemma listed twice are joined."""
    by_lemma: dict[str, Cue] = {}
    for row in kept_rows(name, language):
        lemma, kind, frames = [*row, "", ""][:3]
        old = by_lemma.get(lemma)
        every = frozenset(frames.split()) | (old.frames if old else frozenset())
        by_lemma[lemma] = Cue(lemma, old.kind if old else kind, every)
    return by_lemma
