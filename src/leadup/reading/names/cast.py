"""The actors of an article: who a noun phrase stands for within it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leadup.model import Actor, Name
from leadup.reading.names.finder import find_names


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of an article and the actors behind them, worked out once."""

    text: str
    names: tuple[Name, ...]

    @classmethod
    def of(cls, text: str, names: Sequence[Name] | None = None) -> Cast:
        """The cast of a whole article's text; ``names`` are its names where they have been found already."""
        return cls(text, tuple(find_names(text) if names is None else names))

    def actor(self, start: int, end: int) -> Actor | None:
        """The actor that the noun phrase ``text[start:end]`` stands for, or None where that is not known."""
        for name in self.names:
            if name.start >= start and name.end <= end and name.kind in ("person", "organisation", "place"):
                return Actor(name.exact, name.key)
        return None


def resolve_actor(text: str, start: int, end: int, names: Sequence[Name] | None = None) -> Actor | None:
    """The actor that the noun phrase ``text[start:end]`` stands for; :class:`Cast` is cheaper for many phrases."""
    return Cast.of(text, names).actor(start, end)
