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
    it is that a pronoun stands for is one. ``is_said`` is False for what is reported of somebody without being words of
    theirs that the sentence tells: a deed ("agreed to", "voted to"), a thought, an aim, what will be said, what is said
    in a clause by the way ("after the envoy said …").
    """

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    manner: Manner
    speaker: Actor | None = None
    certain: bool = True
    speaker_certain: bool = True
    is_said: bool = True
