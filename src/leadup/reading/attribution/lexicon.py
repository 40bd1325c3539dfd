"""The words that report speech and thought, and the frames they stand in: ``data/*.tsv``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Frame = Literal["that", "inf", "ing", "np", "np?", "np-to", "name", "whom", "quote"]
"""How a cue takes what is reported, as ``data/verbs.tsv`` explains; other frames are prepositions."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its class (speech, writing, evidence, opinion, intent, stance, seem) and its frames."""

    lemma: str
    kind: str
    frames: frozenset[str]


@cache
def cues(part: str) -> dict[str, Cue]:
    """The cues of ``verbs``, ``nouns`` or ``adjectives``, by lemma; frames of a lemma listed twice are joined."""
    found: dict[str, Cue] = {}
    content = (files("leadup.reading.attribution") / "data" / f"{part}.tsv").read_text(encoding="utf-8")
    for line in content.splitlines():
        if not line or line.startswith("#"):
            continue
        lemma, kind, frames = [*line.split("\t"), "", ""][:3]
        old = found.get(lemma)
        every = frozenset(frames.split()) | (old.frames if old else frozenset())
        found[lemma] = Cue(lemma, old.kind if old else kind, every)
    return found
