"""Searching by words: which articles hold them, best first, and the sentence of each that does, with its day.

A word is found in any of the forms that the full-text index joins with it, and these are asked of the index's own
tokenizer (:class:`~leadup.archive.forms.Forms`). Of an article only its text and the bounds of its sentences are looked
at; the dates of one sentence are unpacked, not of all.
"""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import msgspec

from leadup.archive import schema, search
from leadup.archive.forms import Forms, beginning_with, folded
from leadup.lang.cuts import LETTERS_AND_DIGITS
from leadup.model import EventDate, Span
from leadup.model.question import require_text

_PHRASE = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]")
MOST_RANKED: Final = 5_000
"""Of the articles that hold all words at most so many, the latest, are ranked; older ones are not looked at."""
FEW: Final = 8
"""Where fewer articles hold everything, those that lack one word are shown after them."""
_NEAR = 16
_IN_TITLE, _IN_ONE_PLACE = 2.0, 1.0
_MOST_WORDS = 12
_OF_TEXT = ("timex", "heading", "narrative")


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article as a list shows it."""

    id: str
    day: dt.date | None
    outlet: str | None
    title: str | None
    superseded: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """An article that a search found, its sentence that holds what was sought (None: only its title does), and the day
    that this tells of by its text, where it is a single one.

    ``marks`` are the words sought, as offsets within the sentence; ``lacks`` those that the article does not hold.
    """

    article: ArticleSummary
    span: Span | None
    day: dt.date | None
    marks: tuple[tuple[int, int], ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A part of what a search found, best first. ``articles`` is how many hold everything sought, ``more`` says that
    there may be further ones; ``rest`` that a next part is not empty."""

    passages: tuple[Passage, ...]
    articles: int
    more: bool
    rest: bool


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """What is searched for: words, and phrases whose words stand side by side, all in lower case."""

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, asked: str) -> SearchTerms:
        """What a line asks for: what stands in quotation marks is a phrase. Raises BadQuestion where it holds what is
        no text."""
        require_text(asked, "the search")
        phrases = tuple(tuple(LETTERS_AND_DIGITS.findall(p.casefold()))[:_MOST_WORDS] for p in _PHRASE.findall(asked))
        words = search.query_words([_PHRASE.sub(" ", asked)])
        return cls(words[:_MOST_WORDS], tuple(p for p in phrases if p)[:_MOST_WORDS])

    @property
    def every(self) -> tuple[str, ...]:
        """All its words, each once."""
        return tuple(dict.fromkeys((*self.words, *(w for p in self.phrases for w in p))))

    @property
    def parts(self) -> tuple[str, ...]:
        """Words and phrases as the index is asked for them."""
        return tuple(f'"{part}"' for part in (*(" ".join(p) for p in self.phrases), *self.words))


@dataclass(frozen=True, slots=True)
class Row:
    """An article that holds what is sought: its row id, and the words that it lacks."""

    row: int
    lacks: tuple[str, ...] = ()


def rows(
    db: sqlite3.Connection, sought: SearchTerms, first: dt.date | None, last: dt.date | None, latest: bool = False
) -> tuple[list[Row], int]:
    """The articles that hold every phrase and word, best first, then those that lack a word; how many lack none.

    Best are those with all of it in the title, then in one place; of equals the latest. ``latest`` asks for their order
    alone.
    """
    if not sought.parts:
        return [], 0
    low, high = schema.first_row(first) if first else 0, schema.last_row(last or dt.date.max)
    held = _holding(db, " AND ".join(sought.parts), low, high)
    matching = [Row(row) for row in (held if latest else _in_order(db, sought, held, low, high))]
    seen = set(held)
    if len(sought.words) > 1 and len(held) < FEW:
        for lacking in sought.words:
            kept = SearchTerms(tuple(w for w in sought.words if w != lacking), sought.phrases)
            without = [row for row in _holding(db, " AND ".join(kept.parts), low, high) if row not in seen]
            matching += [Row(row, (lacking,)) for row in without[:FEW]]
            seen.update(without)
    return matching, len(held)


def _holding(db: sqlite3.Connection, query: str, low: int, high: int) -> list[int]:
    asked = (
        f"SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? AND {search.READ}"
        " ORDER BY rowid DESC LIMIT ?"
    )
    return [row for (row,) in db.execute(asked, (query, low, high, MOST_RANKED))]


def _in_order(db: sqlite3.Connection, sought: SearchTerms, held: list[int], low: int, high: int) -> list[int]:
    if len(held) < 2:
        return held
    title = frozenset(_holding(db, "title : (" + " AND ".join(sought.parts) + ")", low, high))
    near: frozenset[int] = frozenset()
    if len(sought.parts) > 1:
        near = frozenset(_holding(db, f"NEAR({' '.join(sought.parts)}, {_NEAR})", low, high))
    return sorted(held, key=lambda row: (-_IN_TITLE * (row in title) - _IN_ONE_PLACE * (row in near), -row))


class _Bounds(msgspec.Struct, frozen=True):
    """A sentence of a packed reading; its dates stay packed."""

    start: int
    end: int
    dates: msgspec.Raw = msgspec.Raw(b"\x90")


class _Skimmed(msgspec.Struct, frozen=True):
    sentences: tuple[_Bounds, ...]


_skim = msgspec.msgpack.Decoder(_Skimmed)
_dates = msgspec.msgpack.Decoder(tuple[EventDate, ...])


@dataclass(frozen=True, slots=True)
class Place:
    """The sentence that a search is shown by: its bounds, its day by its text, and the words sought in it."""

    start: int
    end: int
    day: dt.date | None
    marks: tuple[tuple[int, int], ...]


def place_of(text: str, packed: bytes, sought: SearchTerms, forms: Forms) -> Place | None:
    """The first of the sentences that hold most of what is sought, phrases before words; None where none holds any."""
    sentences, every = _skim.decode(zlib.decompress(packed)).sentences, sought.every
    starts = [s.start for s in sentences]
    plain = folded(text)
    held: dict[int, list[tuple[int, int, int]]] = {}
    for number, start, end in _hits(plain, every, forms):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= sentences[at].end:
            held.setdefault(at, []).append((start, end, number))
    if not held:
        return None
    often = Counter(number for hits in held.values() for number in {n for *_, n in hits})
    # A word of every other sentence ("of", the name that all of it is about) tells none of them from the rest.
    common = {number for number, times in often.items() if times * 2 > len(sentences)}
    orders = [tuple(every.index(word) for word in phrase) for phrase in sought.phrases]
    phrases = {at: [said for order in orders for said in _said(plain, sorted(held[at]), order)] for at in held}

    def worth(at: int) -> tuple[int, int, int]:
        telling = sum(1 if number in common else 10 for number in {n for *_, n in held[at]})
        return len({order for order, *_ in phrases[at]}), telling, -at

    best = max(held, key=worth)
    chosen = sentences[best]
    dates = _dates.decode(chosen.dates)
    day = dates[0].span.single if dates and dates[0].by in _OF_TEXT else None
    alone = {every.index(word) for word in sought.words}
    plainly = [(start, end) for start, end, number in held[best] if number in alone and number not in common]
    marks = plainly + [(start, end) for _, start, end in phrases[best]]
    shown = marks or [(start, end) for start, end, _ in held[best]]
    return Place(
        chosen.start, chosen.end, day,
        tuple(sorted({(start - chosen.start, end - chosen.start) for start, end in shown})),
    )  # fmt: skip


def _said(
    text: str, hits: Sequence[tuple[int, int, int]], order: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Where the words of a phrase stand side by side among these hits: the phrase, its start and its end."""
    for at in range(len(hits) - len(order) + 1):
        said = hits[at : at + len(order)]
        beside = (LETTERS_AND_DIGITS.search(text, end, start) is None for (_, end, _), (start, _, _) in pairwise(said))
        if tuple(number for *_, number in said) == order and all(beside):
            yield order, said[0][0], said[-1][1]


def _hits(text: str, words: Sequence[str], forms: Forms) -> Iterator[tuple[int, int, int]]:
    """Where words stand in a folded text, in any form: the number of the word, start, end."""
    for number, word in enumerate(words):
        plain = folded(word)
        tokens = list(beginning_with(forms.beginning(plain), text))
        same = forms.of(plain, (text[start:end] for start, end in tokens))
        yield from ((number, start, end) for start, end in tokens if text[start:end] in same)
