"""Which characters a grammar's pattern can start with, so that each place in a text tries only the rules that may fit.

Understands the regular expressions that :mod:`leadup.times.grammar` makes: characters, sets, groups, lookarounds,
alternatives, and the quantifiers ``?`` and ``{m,n}``.
"""

from __future__ import annotations

_AROUND = ("?=", "?!", "?<=", "?<!")


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def peek(self, size: int = 1) -> str:
        return self.pattern[self.at : self.at + size]

    def either(self) -> tuple[frozenset[str], bool]:
        """Alternatives up to a closing bracket or the end: what they start with, and whether one may be empty."""
        starts, empty = self.row()
        while self.peek() == "|":
            self.at += 1
            more, also = self.row()
            starts, empty = starts | more, empty or also
        return starts, empty

    def row(self) -> tuple[frozenset[str], bool]:
        starts: frozenset[str] = frozenset()
        empty = True
        while self.peek() not in ("", "|", ")"):
            more, nothing = self.item()
            if empty:
                starts |= more
            empty = empty and nothing
        return starts, empty

    def item(self) -> tuple[frozenset[str], bool]:
        char = self.peek()
        self.at += 1
        if char == "(":
            found = self.group()
        elif char == "[":
            end = self.pattern.index("]", self.at)
            found = frozenset(self.pattern[self.at : end].replace("\\", "")), False
            self.at = end + 1
        else:
            if char == "\\":
                char = self.peek()
                self.at += 1
            found = frozenset(char), False
        if self.peek() == "?":
            self.at += 1
            return found[0], True
        if self.peek() == "{":
            least = self.pattern[self.at + 1]
            self.at = self.pattern.index("}", self.at) + 1
            return found[0], found[1] or least == "0"
        return found

    def group(self) -> tuple[frozenset[str], bool]:
        around = next((sign for sign in _AROUND if self.pattern.startswith(sign, self.at)), None)
        if around is not None:
            self.at += len(around)
        elif self.peek(3) == "?P<":
            self.at = self.pattern.index(">", self.at) + 1
        elif self.peek(2) == "?:":
            self.at += 2
        found = self.either()
        self.at += 1
        return (frozenset(), True) if around is not None else found


def starts_of(pattern: str) -> frozenset[str]:
    """The characters that a match of the pattern can start with."""
    return _Reader(pattern).either()[0]
