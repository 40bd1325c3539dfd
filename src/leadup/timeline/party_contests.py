"""Contests within one party: what is told of another party's in the same weeks belongs to another story.

A primary and the steps of those who run in one are told in the same words, often in the same articles, as the other
party's, so that neither words nor articles tell them apart. Who is of which party the articles say themselves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from leadup import lang
from leadup.lang.cuts import WRITTEN_WORD
from leadup.lang.wordforms import without_possessive
from leadup.model import Name, Sentence
from leadup.timeline.pool import Pool
from leadup.timeline.relations import relations
from leadup.timeline.table import Table
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.slot import names_among
from leadup.timeline.terms import function_words

BEFORE = 60
"""Code points before a name in which its party is looked for."""

TIMES = 2
"""So often, at least, a person must be said to be of a party."""

BETWEEN = 2
"""Words between a party and what it has, at most ("the Republican presidential nomination")."""

MOSTLY = 0.8
"""Of all times that a person is said to be of any party, the share that must be of this one."""

_BROKEN = re.compile(r"[,;:()“”\"–—]|--")


@dataclass(frozen=True, slots=True)
class PartySide:
    """The party whose contest a question asks about, and the parties of persons, each by the word that its names end
    with."""

    party: str
    members: Mapping[str, str]
    language: str

    def is_others(self, table: Table, row: int) -> bool:
        """Does a row tell of another party alone, or of what another party's people do?"""
        text, sentence = table.text(row), table.sentence(row)
        named = {party for _, party in self._named(text, sentence)}
        if not named:
            return False
        if self.party not in named:
            return True
        doers = self._doers(table, row)
        return bool(doers) and self.party not in doers

    def _named(self, text: str, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Where a sentence names a party, or a person of one, and which."""
        language = self.language
        for match in _party_words(language).finditer(text):
            yield sentence.start + match.start(), _parties(language)[match.group()]
        for name in sentence.names:
            if name.is_person and (party := self.members.get(_last(name, language))):
                yield name.start, party

    def _doers(self, table: Table, row: int) -> set[str]:
        """The parties of those whom a row says to do what it turns on, nobody of none being among them."""
        tree = table.tree(row)
        if tree.root < 0:
            return set()
        deeds = (tree.root, *tree.children(tree.root, *relations("beside"), *relations("meanwhile")))
        near: list[int] = []
        for subject in (k for deed in deeds for k in tree.children(deed, *relations("of_clause"))):
            for one in (subject, *tree.children(subject, *relations("of_one"))):
                near += [one, *tree.children(one, *relations("of_name"), *relations("said_of"))]
        extents = [(tree[k].start, tree[k].end) for k in near]
        named = list(self._named(table.text(row), table.sentence(row)))
        ends = {n.start: n.end for n in table.sentence(row).names}
        return {
            party
            for at, party in named
            if any(start < max(ends.get(at, at), at + 1) and at < end for start, end in extents)
        }


def asked_side(words: str, pool: Pool) -> PartySide | None:
    """The party whose contest a question asks about; None where it asks about none, or about two parties'."""
    language = pool.language
    asked = read_question(words, language)
    called = _is_called_contest(words, language)
    step = next((s.rows[0].name for s in asked.slots if s.needed and s.rows), "")
    if not called and step not in _words("leaving", "backing", language=language):
        return None
    members = _members(pool)
    persons = [slots[-1].asked.lower() for slots in names_among(asked.slots).values()]
    sides = [members[person] for person in persons if person in members]
    if not called and not _is_step(words, step, persons, sides, pool):
        return None
    named = {_parties(language)[m.group()] for m in _party_words(language).finditer(words)} | set(sides)
    return PartySide(named.pop(), members, language=language) if len(named) == 1 else None


def _is_called_contest(words: str, language: str) -> bool:
    """Does a question call something a contest within a party?"""
    said = re.sub(lang.kept_table("party_contests", language)["no_contest"], " ", words)
    if not _words("contest", language=language).isdisjoint(WRITTEN_WORD.findall(said.lower())):
        return True
    return any(
        _words("of_party", language=language) & set(WRITTEN_WORD.findall(said[m.end() :].lower())[: BETWEEN + 1])
        for m in _party_words(language).finditer(said)
    )


def _is_step(words: str, step: str, persons: list[str], sides: list[str], pool: Pool) -> bool:
    """Is what is done the step of one who is in a contest within a party, as the articles say: to leave it, to back a
    rival in it?"""
    if step in _words("leaving", language=pool.language):
        if not sides or _words("left", language=pool.language).isdisjoint(WRITTEN_WORD.findall(words.lower())):
            return False
    elif len(sides) < 2 or len(sides) < len(persons):
        return False
    return any(_is_contender(person, pool) for person in persons)


def _is_contender(person: str, pool: Pool) -> bool:
    """Do the articles name a person beside what a contest within a party is called?"""
    times = 0
    for article in pool.articles:
        for sentence in article.reading.sentences:
            if any(name.is_person and _last(name, pool.language) == person for name in sentence.names):
                times += _is_called_contest(article.text[sentence.start : sentence.end], pool.language)
                if times >= TIMES:
                    return True
    return False


def _words(*lists: str, language: str) -> frozenset[str]:
    return frozenset(word for name in lists for word in lang.kept_table("party_contests", language)[name].split())


def _members(pool: Pool) -> dict[str, str]:
    """The party of each person of whom the articles say it often enough, and mostly the same one."""
    language = pool.language
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for article in pool.articles:
        for sentence in article.reading.sentences:
            text = article.text[sentence.start : sentence.end]
            if _party_words(language).search(text) is None and _letters(language).search(text) is None:
                continue
            for name in sentence.names:
                if name.is_person and (party := _party_of(text, sentence.start, name, language)):
                    said[_last(name, language)][party] += 1
    found = {}
    for word, parties in said.items():
        party, times = parties.most_common(1)[0]
        if times >= TIMES and times >= MOSTLY * parties.total():
            found[word] = party
    return found


def _party_of(text: str, start: int, name: Name, language: str) -> str | None:
    """The party that a sentence says of a name: right before it and its titles, or by a letter behind it."""
    behind = _letters(language).match(text, name.end - start)
    if behind is not None:
        return _by_letter(language)[behind[1]]
    at = name.start - start
    words = list(_party_words(language).finditer(text, max(0, at - BEFORE), at))
    if not words:
        return None
    between = text[words[-1].end() : at]
    if between.strip() and words[-1].group() in lang.kept_table("party_contests", language)["members"].values():
        return None
    if _BROKEN.search(between) or not function_words(language).isdisjoint(WRITTEN_WORD.findall(between.lower())):
        return None
    return _parties(language)[words[-1].group()]


def _last(name: Name, language: str) -> str:
    """The word by which a person is called: the last of the name, in small letters."""
    return without_possessive(name.exact.lower(), language).split()[-1]


@cache
def _parties(language: str) -> dict[str, str]:
    """What a party and its people are called, to which party it is."""
    return {
        word: party
        for party, words in lang.kept_table("party_contests", language)["party"].items()
        for word in words.split()
    }


@cache
def _party_words(language: str) -> re.Pattern[str]:
    apart = lang.kept_table("party_contests", language)["elsewhere"]
    before = "".join(rf"(?<!{word} )" for word in apart["before"].split())
    behind = "|".join(apart["behind"].split())
    return re.compile(rf"\b{before}(?:{'|'.join(_parties(language))})\b(?! (?:{behind})\b)")


@cache
def _by_letter(language: str) -> dict[str, str]:
    return {letter: party for party, letter in lang.kept_table("party_contests", language)["letter"].items()}


@cache
def _letters(language: str) -> re.Pattern[str]:
    letters = "".join(_by_letter(language))
    return re.compile(rf",? \(?([{letters}])(?:-[A-Z]|\))")
