"""What is held to be of a day before the event and says itself that it came after it: its day may well be wrong.

"Marchers filled Hask on Jan. 5, following the Orsk shootings", printed after the shootings of Jan. 7, names a day that
cannot be. That it is these shootings shows by a known deed of the kind with the event's name and no other, and by
nothing of that kind being told of the days before: after an earlier raid there may be a second one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from leadup.lang.cuts import LETTERS
from leadup.lang.wordforms import word_endings
from leadup.model import Target
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.relations import relations
from leadup.timeline.stating import EventRows, deeds_asked
from leadup.timeline.table import Table
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.slot import words_of_names
from leadup.timeline.target.words import asking

NEAR = 5
"""Words behind "after" or "following" within which the event's deed and its name stand."""

_STOP = re.compile(r"[,;:.()“”\"—–]")


@dataclass(frozen=True, slots=True)
class _Event:
    """By what an event is known: the base forms of words for its deed, and the words of its names."""

    deeds: frozenset[str]
    names: frozenset[str]
    language: str

    def is_told(self, words: Collection[str]) -> bool:
        """Are a word for its deed and one of its names among these?"""
        return any(base_form(w.lower(), self.language) in self.deeds for w in words) and any(
            w in self.names for w in words
        )

    def is_named(self, words: Collection[str]) -> bool:
        """Is it named by these, and nothing else?"""
        named = {w for w in words if w[:1].isupper()}
        return bool(named) and named <= self.names


def that_follow(table: Table, target: Target, rows: Iterable[int], event: EventRows) -> frozenset[int]:
    """Those of these rows, each of a day before the event's and printed on that day or later, that say that they came
    after the event.

    ``event`` are the rows that tell of the event.
    """
    known = _known(table, target, event)
    event_day = target.day.toordinal()
    found = []
    for row in rows:
        printed = table.pool.articles[table.rows[row].article].published
        if table.rows[row].day < event_day and printed is not None and printed >= target.day:
            found += [row] * _follows(table, row, known)
    if not found:
        return frozenset()
    before = [(d, int(r)) for d, held in table.of_day.items() if d < event_day for r in held]
    told = sorted((d, r) for d, r in before if _tells(table.text(r), known))[:2]  # two: of a row and of another
    return frozenset(row for row in found if not any(d <= table.rows[row].day and r != row for d, r in told))


def _known(table: Table, target: Target, event: EventRows) -> _Event:
    """By what the event is known: the names in the question, and those in the row that states it best."""
    language = table.language
    slots = read_question(target.words, language).slots
    asked = {w for text in words_of_names(slots) for w in LETTERS.findall(text)}
    told: set[str] = set()
    if event.stated is not None:
        told = {w for name in table.sentence(event.stated).names for w in LETTERS.findall(name.exact)}
    return _Event(deeds_asked(target, language), frozenset(asked | told), language=language)


def _follows(table: Table, row: int, event: _Event) -> bool:
    """Does a row say of what it turns on that it came after a known deed of the event's kind and name?"""
    language = table.language
    sentence, text = table.sentence(row), table.text(row)
    times = [(t.start - sentence.start, t.end - sentence.start) for t in sentence.timexes]
    for opens, near in _behind(text, language):
        if not event.is_named([w[0] for w in near]) or not event.is_told([w[0] for w in near]):
            continue
        if any(start < near[-1].end() and opens < till for start, till in times):
            continue
        tree = table.tree(row)
        told = next(w for w in near if base_form(w[0].lower(), language) in event.deeds)
        after, deed = tree.at(sentence.start + opens), tree.at(sentence.start + told.start())
        if not _says_when_of_main(tree, after, language) or not _is_known_deed(tree, after, deed, language):
            continue
        if event.is_named([w for k in tree.subtree(deed) for w in LETTERS.findall(tree[k].word)]):
            return True
    return False


def _tells(text: str, event: _Event) -> bool:
    """Does a row tell a deed of the event's kind and name, and not only as what came before?"""
    if not event.is_told(LETTERS.findall(text)):
        return False
    return not any(event.is_told([w[0] for w in near]) for _, near in _behind(text, event.language))


def _behind(text: str, language: str) -> Iterator[tuple[int, Sequence[re.Match[str]]]]:
    """Where each word of a text is that says what came before what it turns on, and the words behind it, up to a
    stop."""
    for word in LETTERS.finditer(text):
        if word[0].lower() not in asking("came_before", language):
            continue
        stop = _STOP.search(text, word.end())
        near = list(LETTERS.finditer(text, word.end(), stop.start() if stop else len(text)))[:NEAR]
        if near:
            yield word.start(), near


def _says_when_of_main(tree: Parse, at: int, language: str) -> bool:
    """Does a word that says what came before say it of what the sentence turns on ("marched after the vote"), not of
    what a participle tells of a thing in it ("under a slogan remembered since the vote")?"""
    above = (at, *tree.ancestors(at)) if at >= 0 else ()
    told_of_thing = (tree[k].word.lower() for k in above if tree[k].deprel in relations("of_noun"))
    return at >= 0 and not any(
        word.endswith((*word_endings(language).past, *word_endings(language).gerund)) for word in told_of_thing
    )


def _is_known_deed(tree: Parse, after: int, deed: int, language: str) -> bool:
    """Is the deed behind a word a noun for one that is known, and no verb or part of another's name stands there
    ("after the Orsk shootings", not "after an attack", "after the Orsk police shot him", "after the Orsk murder
    trial")?"""
    if deed < 0 or tree[deed].upos not in relations("nouns") or tree[deed].relation in relations("of_name"):
        return False
    does = (*relations("object"), *relations("of_clause"))
    if tree.children(deed, *does) or any(tree[k].upos in relations("verbs") for k in range(after + 1, deed)):
        return False
    return any(tree[c].word.lower() in asking("known", language) for c in tree.children(deed))
