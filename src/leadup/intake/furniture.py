"""Which lines of a page are furniture: adverts, video teasers, share buttons, newsletter boxes, cookie notes."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

LONGEST_START = 300
LONGEST_SOFT = 90
LONGEST_END = 120
_STOPS = ".?\"'"
_QUOTES = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("´", "'"), ("`", "'"), ("\xa0", " "))
_UNSPACED = "\u2e80"
_TRIM = " \t\n-–—•·*>»›→|[](){}_=~+…:.!?▶►◆■●\ufe0f"
_QUOTED = re.compile(r"['\"](.{4,300})['\"]\s*$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The rules, looked up by the first word of a line. Lines come folded, as :func:`fold` makes them."""

    whole: frozenset[str]
    starts: dict[str, tuple[str, ...]]
    soft: dict[str, tuple[str, ...]]
    ends: tuple[str, ...]
    teasers: tuple[str, ...]
    tail: frozenset[str]

    def opens_tail(self, folded: str) -> bool:
        """Whether a line heads a list of other stories, comments or forms that ends an article."""
        return folded.strip(_TRIM) in self.tail or (folded.startswith("more from ") and len(folded) <= 40)

    def matches(self, folded: str) -> bool:
        """Whether a line, by itself, is page furniture."""
        size = len(folded)
        if size > LONGEST_START:
            return False
        trimmed = folded.strip(_TRIM)
        if not trimmed or trimmed in self.whole:
            return True
        key = folded.lstrip(_TRIM)
        first = _first(key)
        if _begins(key, self.starts.get(first)):
            return True
        if size <= LONGEST_SOFT and key[-1:] not in _STOPS and _begins(key, self.soft.get(first)):
            return True
        return size <= LONGEST_END and trimmed.endswith(self.ends) and _counts(trimmed)

    def teaser(self, folded: str) -> str | None:
        """The title that a video teaser quotes ("click to play video: 'fire at the port'"), else None."""
        if len(folded) > LONGEST_START or not folded.lstrip(_TRIM).startswith(self.teasers):
            return None
        found = _QUOTED.search(folded)
        if found:
            return found.group(1)
        return folded.split(":", 1)[1].strip() if ":" in folded else ""


def fold(line: str) -> str:
    """A line with case folded and quotes straightened, as the rules are written."""
    if line.isascii():
        return line.replace("`", "'").lower().strip()
    # Ten times as fast as str.translate on text that is not ASCII.
    for mark, plain in _QUOTES:
        line = line.replace(mark, plain)
    return line.casefold().strip()


def same_caption(a: str, b: str) -> bool:
    """Whether two captions are the same but for case, spaces and punctuation."""
    return bool(a) and _letters(a) == _letters(b)


@cache
def furniture() -> Furniture:
    """The rules of ``furniture.toml``."""
    data = tomllib.loads(resources.files("leadup.intake").joinpath("furniture.toml").read_text("utf-8"))
    return Furniture(
        frozenset(data["whole"]),
        _by_first(data["starts"]),
        _by_first(data["soft"]),
        tuple(data["ends"]),
        tuple(data["teasers"]),
        frozenset(data["tail"]),
    )


def _by_first(lines: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(_first(line), []).append(line)
    return {word: tuple(starts) for word, starts in found.items()}


def _first(line: str) -> str:
    """The first word without what clings to it: "watch:" and "watch" meet. Of unspaced scripts, one character."""
    if line[:1] >= _UNSPACED:
        return line[:1]
    end = line.find(" ")
    return (line if end < 0 else line[:end]).rstrip(":,.|")


def _begins(line: str, starts: tuple[str, ...] | None) -> bool:
    """Whether the line begins with one of these as whole words: "ad feedback", not "adverse"."""
    if starts is None:
        return False
    for start in starts:
        if line.startswith(start):
            after = line[len(start) : len(start) + 1]
            if not after.isalnum() or not start[-1].isalnum() or after >= _UNSPACED:
                return True
    return False


def _counts(line: str) -> bool:
    """A line such as "3 min read" is a number and little else; a sentence about views is not."""
    return len(line.split()) <= 4 and any(c.isdigit() for c in line)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
