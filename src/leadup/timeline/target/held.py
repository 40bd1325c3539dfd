"""What a text holds of an event, and which of its phrases may begin with a token."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from leadup.timeline.target.spelling import folded
from leadup.timeline.target.tokens import (
    base_of,
)
from leadup.timeline.target.words import Phrase


class Held(NamedTuple):
    """What each slot counts for in a text, at which token its best phrase stands, the tokens, and where the event's own
    deed stands, with what it counts for there."""

    got: dict[int, float]
    where: dict[int, int]
    tokens: list[str]
    deeds: list[tuple[float, int]]


Entries = Sequence[tuple[Phrase, int, float]]


class EntriesOfTokens(dict[str, Entries]):
    """The phrases that may begin with a token as it is written, worked out when it is first met: a pool's sentences are
    of few words."""

    def __init__(self, first: Mapping[str, Entries], alike: Mapping[str, Entries], language: str) -> None:
        self.language = language
        super().__init__()
        self._first, self._alike = first, alike

    def __missing__(self, token: str) -> Entries:
        base = base_of(token, self.language)
        found = (
            self._first.get(base)
            or (self._alike.get(folded(base, self.language)) if token[0].isupper() else None)
            or ()
        )
        self[token] = found
        return found
