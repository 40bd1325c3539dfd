"""Finding the words that say that one thing answers, or comes of, another (``chain_cues.tsv`` of a language's pack)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from leadup.lang import kept_rows, kept_table
from leadup.lang.abbreviations import closing_nothing
from leadup.model import LinkKind

Side = Literal["after", "before", "none"]
Mark = Literal[
    "dated", "reported", "noun", "loose", "passing", "stays", "clause", "time", "apposed", "forward", "vow", "judges"
]
"""What is so of a cue, as the table says it."""

_PHRASE = 8
_REACH = 140
"""Code points that the earlier thing may take up: beyond that a clause is no longer about it."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["cues"]
        self.clause = re.compile("".join(words["clause"]))
        self.abbreviation = re.compile(rf"(?:\b[A-Z]|\b(?:{closing_nothing(language)}))$")
        self.referring = re.compile(words["referring"])
        self.relative = re.compile(words["relative"])
        self.named_so = re.compile(words["named_so"])


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words ``text[start:end]`` that say so, and the words ``text[from_:to]`` that name the earlier thing.

    ``from_ == to`` where the text names none. ``shown`` is False for words that may be about mere order in time.
    """

    name: str
    kind: LinkKind
    shown: bool
    start: int
    end: int
    from_: int
    to: int
    marks: frozenset[Mark] = frozenset()

    @property
    def itself(self) -> range:
        """The places of the words that say so."""
        return range(self.start, self.end)

    @property
    def named(self) -> range:
        """The places of the words that name the earlier thing."""
        return range(self.from_, self.to)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    kind: LinkKind
    shown: bool
    side: Side
    marks: frozenset[Mark]
    pattern: re.Pattern[str]


@functools.cache
def _rows(language: str) -> tuple[_Row, ...]:
    return _made(kept_rows("chain_cues", language))


@functools.cache
def _rows_referring(language: str) -> tuple[_Row, ...]:
    return _made(kept_rows("reference_cues", language))


def _made(lines: Iterable[Sequence[str]]) -> tuple[_Row, ...]:
    known: dict[str, Mark] = {mark: mark for mark in get_args(Mark)}
    made = []
    for cue, kind, shown, side, marks, words in lines:
        pattern = re.compile(words.replace(" ", r"\s+").replace(r"\s+?", r"\s?"), re.IGNORECASE)
        marked = frozenset(known[mark] for mark in marks.split())
        made.append(_Row(cue, cast(LinkKind, kind), shown == "yes", cast(Side, side), marked, pattern))
    return tuple(made)


# The chain asks for the same few thousand sentences again and again, once for each article of reactions.
@functools.lru_cache(maxsize=16_384)
def find_cues(text: str, language: str) -> tuple[Cue, ...]:
    """The cues of a sentence in the order in which they stand, none inside another; offsets count in ``text``.

    Rows of the table come first served: a cue that overlaps one of an earlier row is dropped, so that "a day
    after" is not also "after". Linear in the length of the sentence.
    """
    return _cues_in(text, _rows(language), language)


@functools.lru_cache(maxsize=4_096)
def find_references(text: str, language: str) -> tuple[Cue, ...]:
    """As :func:`find_cues`, with the cues that only refer to a deed (``reference_cues.tsv``) after the others."""
    return _cues_in(text, (*_rows(language), *_rows_referring(language)), language)


def _cues_in(text: str, known: tuple[_Row, ...], language: str) -> tuple[Cue, ...]:
    found: list[Cue] = []
    for row in known:
        for match in row.pattern.finditer(text):
            start, end = match.start(), match.start() + len(match.group().rstrip())
            if any(start < cue.end and cue.start < end for cue in found):
                continue
            from_, to = _argument(text, row.side, start, end, language)
            if row.side == "before" and not _refers(text[from_:to], language):
                continue
            if from_ < to or row.side == "none":
                found.append(Cue(row.name, row.kind, row.shown, start, end, from_, to, row.marks))
    return tuple(sorted(found, key=lambda c: (c.start, c.end)))


def cues_marked(mark: Mark, language: str) -> frozenset[str]:
    """The names of the cues of which this is so."""
    return frozenset(row.name for row in _rows(language) if mark in row.marks)


@functools.cache
def cues_of(kind: LinkKind, language: str) -> frozenset[str]:
    """The names of the cues by which a thing stands so to another."""
    return frozenset(row.name for row in _rows(language) if row.kind == kind)


def is_cut(text: str, cue: Cue, language: str) -> bool:
    """Whether what a cue behind it names goes on further than is looked: it is cut where no clause ends."""
    return cue.from_ >= cue.end and cue.to < len(text) and _forms(language).clause.match(text, cue.to) is None


def spoken_before(text: str, end: int) -> int:
    """Where what is said up to a place of a sentence begins: behind the last semicolon or opening quotation mark."""
    return max(text.rfind(";", 0, end), text.rfind("“", 0, end)) + 1


def _refers(words: str, language: str) -> bool:
    """Whether the words before a cue are a noun phrase that refers back ("The move"), not a clause of their own."""
    return bool(_forms(language).referring.match(words)) and len(words.split()) <= _PHRASE


def _opens_with_quote(text: str, from_: int, stop: re.Match[str], language: str) -> bool:
    """Whether a mark is of somebody's word for the deed that a cue names: "the “senseless murders” of five"."""
    named = _forms(language).named_so.match(text, from_)
    return named is not None and named.start(1) - 1 <= stop.start() < stop.end() <= named.end(1) + 1


def _whole_words(text: str, start: int, end: int) -> int:
    """The end of the words of ``text[start:end]``, the last of them only where it stands there whole."""
    if end >= len(text):
        return len(text)
    return end if text[end].isspace() else max(text.rfind(" ", start, end), start)


def _argument(text: str, side: Side, start: int, end: int, language: str) -> tuple[int, int]:
    forms = _forms(language)
    if side == "none":
        return end, end
    if side == "after":
        from_ = end
        while from_ < len(text) and text[from_].isspace():
            from_ += 1
        to = _whole_words(text, from_, from_ + _REACH)
        for stop in forms.clause.finditer(text, from_, to):
            if text[stop.start() : stop.start() + 1] == "." and forms.abbreviation.search(text, from_, stop.start()):
                continue
            if _opens_with_quote(text, from_, stop, language):
                continue
            if stop.start() > from_:
                to = stop.start()
                break
        return from_, len(text[:to].rstrip()) if to > from_ else from_
    relative = forms.relative.match(text)
    if relative and relative.end() < start:
        return 0, relative.end(1)
    to = start
    while to > 0 and text[to - 1].isspace():
        to -= 1
    from_ = max(0, to - _REACH)
    for stop in forms.clause.finditer(text, from_, to):
        if stop.end() < to and stop.group().strip() and not forms.abbreviation.search(text, from_, stop.start()):
            from_ = stop.end()
    while from_ < to and text[from_].isspace():
        from_ += 1
    return from_, to
