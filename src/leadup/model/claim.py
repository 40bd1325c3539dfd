"""Who says so: attribution of words to a speaker (source, cue and content, as PARC3 and PolNeAR have them)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from leadup.model.name import Actor

Manner = Literal["quoted", "partly quoted", "paraphrased"]
Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution. ``source``, ``cue`` and ``content`` are lists of ``(start, end)`` in code points of the
    article's text (``source`` may be empty: "it was reported"). ``speaker`` is the actor the source resolves to
    within the article, None where that is not known. A sentence in no claim is the outlet's own statement.
    ``certain`` is False where the reading is a guess that should be shown as one, ``speaker_certain`` where only who
    it is that a pronoun stands for is one. ``is_said`` is False where the sentence does not report an utterance of the
    speaker but a deed ("agreed to", "voted to"), a thought, an aim, something yet to be said, or something said in a
    subordinate clause ("after the envoy said …").
    """

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    manner: Manner
    speaker: Actor | None = None
    certain: bool = True
    speaker_certain: bool = True
    is_said: bool = True
