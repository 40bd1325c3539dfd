"""The sentence of an article that a search was for, with its day."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from leadup.archive import schema, search
from leadup.model import Reading, Sentence

_PHRASE = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]")
_WORD = re.compile(r"\w+")
SHORTEST_STEM = 4
"""Letters that two words share at least to be forms of one; of longer words, all but the last two."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is searched for: words, and phrases whose words stand side by side, all in lower case."""

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, asked: str) -> Sought:
        """What a line asks for: what stands in quotation marks is a phrase."""
        phrases = tuple(tuple(_WORD.findall(p.casefold())) for p in _PHRASE.findall(asked))
        return cls(search.query_words([_PHRASE.sub(" ", asked)]), tuple(p for p in phrases if p))

    @property
    def every(self) -> tuple[str, ...]:
        """All its words, each once."""
        return tuple(dict.fromkeys((*self.words, *(w for p in self.phrases for w in p))))


def rows(db: sqlite3.Connection, sought: Sought, first: dt.date | None, last: dt.date | None, limit: int) -> list[int]:
    """The articles (row ids) that hold every phrase and most of the words by rarity, best first."""
    if not sought.phrases:
        return [hit.row for hit in search.find(db, sought.words, first, last, limit)]
    query = " AND ".join('"' + " ".join(phrase) + '"' for phrase in sought.phrases)
    low, high = schema.first_row(first) if first else 0, schema.last_row(last or dt.date.max)
    holding = [
        row
        for (row,) in db.execute(
            "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid", (query, low, high)
        )
    ]
    if not sought.words:
        return holding[:limit]
    wanted = set(holding)
    best = [hit.row for hit in search.find(db, sought.words, first, last, len(holding) * 20 + limit)]
    ranked = [row for row in best if row in wanted]
    return [*ranked, *(row for row in holding if row not in set(ranked))][:limit]


def sentence_of(text: str, reading: Reading, sought: Sought) -> Sentence | None:
    """The first of the sentences that hold most of what is sought, phrases before words; None where none holds any."""
    best: tuple[int, int] = (0, 0)
    found: Sentence | None = None
    stems = [_stem(w) for w in sought.every]
    for sentence in reading.sentences:
        lowered = text[sentence.start : sentence.end].casefold()
        if not any(stem in lowered for stem in stems):
            continue
        tokens = _WORD.findall(lowered)
        phrases = sum(_holds(tokens, phrase) for phrase in sought.phrases)
        words = sum(any(token.startswith(stem) for token in tokens) for stem in stems)
        if (phrases, words) > best:
            best, found = (phrases, words), sentence
    return found


def _holds(tokens: Sequence[str], phrase: Sequence[str]) -> bool:
    stems = [_stem(word) for word in phrase]
    return any(
        all(token.startswith(stem) for token, stem in zip(tokens[at : at + len(stems)], stems, strict=True))
        for at in range(len(tokens) - len(stems) + 1)
    )


def _stem(word: str) -> str:
    return word if len(word) <= SHORTEST_STEM else word[: max(SHORTEST_STEM, len(word) - 2)]
