"""Whom "he" and "she" stand for in a source's sentence: the one who alone may be meant, by the names up to there.

A pronoun is left alone where two may be meant: who is wrongly said to have done a deed turns a statement round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from leadup.check.quotations import quotations_of
from leadup.check.seeking import Indexed
from leadup.check.wording import stem_of, with_forms
from leadup.model import Name
from leadup.reading.names.gender import Gender, gender_of_name, gender_of_pronoun, gendered_words
from leadup.reading.syntax import Parse

BACK = 2
"""Sentences before its own in which a pronoun finds whom it stands for."""
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?\s*$")
_TITLE = 16
"""Code points before a name in which its title stands."""
_OPENS = 1
"""Words that may stand before the name that a sentence opens with, its title left aside."""


@dataclass(frozen=True, slots=True)
class Person:
    """One who is named in an article: the stems of the fullest name, and "he" or "she" where that is told."""

    stems: frozenset[str]
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Meant:
    """A parsed sentence of an article, asked for whom its pronouns stand for. ``start`` is where its places count
    from."""

    indexed: Indexed
    sentence: int
    parse: Parse
    start: int

    def by(self, at: int, apart: Sequence[int] = ()) -> frozenset[str]:
        """The stems of the one for whom the word at a place stands; none where it is no pronoun or that is not clear.

        ``apart`` are the places of those who stand on the other side of the same deed: "Tolk accused him" accuses
        another one than Tolk.
        """
        gender = gender_of_pronoun(self.parse[at].word.lower(), self.parse.language)
        if gender is None or self._is_quoted(at):
            return frozenset()
        others = self._persons_at(apart)
        for back in range(min(BACK, self.sentence) + 1):
            named = self._fitting(self.sentence - back, gender, at if back == 0 else None)
            keys = {n.key for n in named} - others
            if len(keys) > 1:
                keys = self._subjects(named, back) - others
            if len(keys) == 1:
                (key,) = keys
                return (
                    frozenset() if back and self._names_another(back, gender, key) else people(self.indexed)[key].stems
                )
            if named:
                # Two or more may be meant, or nobody but the one who is not.
                return frozenset()
        return frozenset()

    def _names_another(self, back: int, gender: Gender, key: str) -> bool:
        """Whether a sentence further back than ``back`` names another one who may be meant."""
        further = range(back + 1, min(BACK, self.sentence) + 1)
        return any(n.key != key for k in further for n in self._fitting(self.sentence - k, gender, None))

    def _is_quoted(self, at: int) -> bool:
        """Whether a word stands in somebody's quoted words, of which the names before them say little."""
        sentence = self.indexed.reading.sentences[self.sentence]
        place = self.parse[at].start - self.start
        quoted = quotations_of(self.indexed.words(self.sentence), self.indexed.language)
        return sentence.opened is not None or any(s <= place < e for s, e in quoted)

    def _fitting(self, sentence: int, gender: Gender, before: int | None) -> list[Name]:
        """The names of a sentence that may be "he" or "she", those alone that stand before a place of it."""
        known = people(self.indexed)
        told = self.indexed.reading.sentences[sentence]
        end = told.end if before is None else told.start + self.parse[before].start - self.start
        return [
            n for n in told.names if n.is_person and n.start < end and known[n.key].gender in (gender, None)
        ]  # fmt: skip

    def _subjects(self, named: Sequence[Name], back: int) -> set[str]:
        """Those of some names of a sentence that do what it tells: by the parse of its own, by its opening before."""
        if back:
            begin = self.indexed.reading.sentences[self.sentence - back].start
            return {n.key for n in named if self._opens(begin, n)}
        subjects = {k for k in range(len(self.parse)) if self.parse[k].deprel == "nsubj"}
        return {n.key for n in named if subjects & set(self._places(n))}

    def _opens(self, begin: int, name: Name) -> bool:
        before = self.indexed.article.text[begin : name.start].strip(" \"'“‘,")
        return len([w for w in before.split() if not w[:1].isupper()]) < _OPENS and "," not in before

    def _persons_at(self, places: Sequence[int]) -> set[str]:
        """The keys of the persons named at some places."""
        named = self.indexed.reading.sentences[self.sentence].names
        return {n.key for n in named if n.is_person and set(self._places(n)) & set(places)}

    def _places(self, name: Name) -> list[int]:
        shift = self.indexed.reading.sentences[self.sentence].start - self.start
        return [k for k, t in enumerate(self.parse) if name.start <= t.start + shift < name.end]


@lru_cache(maxsize=512)
def _people(indexed: _ById) -> dict[str, Person]:
    text, language = indexed.held.article.text, indexed.held.language
    fullest: dict[str, str] = {}
    genders: dict[str, Gender] = {}
    for sentence in indexed.held.reading.sentences:
        for name in sentence.names:
            if not name.is_person:
                continue
            if len(name.exact) > len(fullest.get(name.key, "")):
                fullest[name.key] = name.exact
            title = _LAST_WORD.search(text, max(0, name.start - _TITLE), name.start)
            told = gendered_words(language).get(title.group(1).lower()) if title else None
            if told is not None:
                genders.setdefault(name.key, told)
    return {
        key: Person(
            with_forms((s for w in exact.split() if (s := stem_of(w, language))), language),
            genders.get(key) or gender_of_name(exact, language),
        )
        for key, exact in fullest.items()
    }


@dataclass(frozen=True, slots=True, eq=False)
class _ById:
    """An article by its id: comparing whole ones would be slow."""

    held: Indexed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and self.held is other.held

    def __hash__(self) -> int:
        return id(self.held)


def people(indexed: Indexed) -> dict[str, Person]:
    """Those who are named in an article, by the key of their name."""
    return _people(_ById(indexed))
