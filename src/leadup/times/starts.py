"""Which two characters a grammar's pattern can start with, so that each place in a text tries only the rules that may
fit.

Understands the regular expressions that :mod:`leadup.times.grammar` makes: characters, sets, groups, lookarounds,
alternatives, and the quantifiers ``?`` and ``{m,n}``.
"""

from __future__ import annotations

_AROUND = ("?=", "?!", "?<=", "?<!")
_NOTHING = frozenset([""])


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def peek(self, size: int = 1) -> str:
        return self.pattern[self.at : self.at + size]

    def either(self) -> frozenset[str]:
        """Alternatives up to a closing bracket or the end: what they start with."""
        starts = self.row()
        while self.peek() == "|":
            self.at += 1
            starts |= self.row()
        return starts

    def row(self) -> frozenset[str]:
        starts = _NOTHING
        while self.peek() not in ("", "|", ")"):
            starts = _followed(starts, self.item())
        return starts

    def item(self) -> frozenset[str]:
        char = self.peek()
        self.at += 1
        if char == "(":
            starts = self.group()
        elif char == "[":
            end = self.pattern.index("]", self.at)
            starts = frozenset(self.pattern[self.at : end].replace("\\", ""))
            self.at = end + 1
        else:
            if char == "\\":
                char = self.peek()
                self.at += 1
            starts = frozenset(char)
        if self.peek() == "?":
            self.at += 1
            return starts | _NOTHING
        if self.peek() == "{":
            least = self.pattern[self.at + 1]
            self.at = self.pattern.index("}", self.at) + 1
            starts |= _followed(starts, starts)
            return starts | _NOTHING if least == "0" else starts
        return starts

    def group(self) -> frozenset[str]:
        around = next((sign for sign in _AROUND if self.pattern.startswith(sign, self.at)), None)
        if around is not None:
            self.at += len(around)
        elif self.peek(3) == "?P<":
            self.at = self.pattern.index(">", self.at) + 1
        elif self.peek(2) == "?:":
            self.at += 2
        starts = self.either()
        self.at += 1
        return _NOTHING if around is not None else starts


def _followed(first: frozenset[str], then: frozenset[str]) -> frozenset[str]:
    """What the two after one another start with."""
    return frozenset(a if len(a) > 1 else (a + b)[:2] for a in first for b in (then if len(a) < 2 else _NOTHING))


def starts_of(pattern: str) -> frozenset[str]:
    """The pairs of characters that a match of the pattern can start with; a single one where it may be all of it."""
    return _Reader(pattern).either() - _NOTHING
