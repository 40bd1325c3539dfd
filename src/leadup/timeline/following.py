"""What is held to be of a day before the event and says itself that it came after it: its day is wrong.

"Marchers filled Hask on Jan. 5, following the Orsk shootings", printed after the shootings of Jan. 7, names a day that
cannot be. That it is these shootings shows by a name that the event's own sentences have too, and by nothing of that
kind being told of the days before: after an earlier raid there may be a second one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from leadup.lang.wordforms import GERUND, PAST
from leadup.model import Target
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.relations import relations
from leadup.timeline.stating import EventRows, deeds_asked
from leadup.timeline.table import Table
from leadup.timeline.target.words import asking

NEAR = 5
"""Words behind "after" or "following" within which the event's deed and its name stand."""

_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[,;:.()“”\"—–]")


def follows_event(table: Table, target: Target, row: int, event: EventRows) -> bool:
    """Does a row of a day before the event's, printed on that day or later, say that it came after the event?

    ``event`` are the rows that tell of the event.
    """
    event_day, day = target.day.toordinal(), table.rows[row].day
    printed = table.pool.articles[table.rows[row].article].published
    if day >= event_day or printed is None or printed < target.day:
        return False
    deeds = deeds_asked(target)
    named = _names_of(table, target, event)
    told = any(_is_of_event(words, deeds, named) for words in _behind(table, row))
    return told and not _was_one_before(table, row, deeds, named)


def _names_of(table: Table, target: Target, event: EventRows) -> frozenset[str]:
    """The words of names in the question, and in the rows that tell of the event."""
    asked = {w for w in _WORD.findall(target.words) if w[:1].isupper()}
    told = (name.exact for row in event.rows for name in table.sentence(row).names)
    return frozenset(asked.union(*(w for text in told if (w := set(_WORD.findall(text))))))


def _behind(table: Table, row: int) -> Iterator[list[str]]:
    """The words behind each word of a row that says what came before what it turns on, up to a stop; those that a time
    is in are left out."""
    sentence, text, tree = table.sentence(row), table.text(row), table.tree(row)
    times = [(t.start - sentence.start, t.end - sentence.start) for t in sentence.timexes]
    for word in _WORD.finditer(text):
        if word[0].lower() not in asking("came_before"):
            continue
        if not _says_when_of_main(tree, tree.at(sentence.start + word.start())):
            continue
        stop = _STOP.search(text, word.end())
        end = stop.start() if stop else len(text)
        near = list(_WORD.finditer(text, word.end(), end))[:NEAR]
        if near and not any(start < near[-1].end() and word.end() < till for start, till in times):
            yield [w[0] for w in near]


def _says_when_of_main(tree: Parse, at: int) -> bool:
    """Does a word that says what came before say it of what the sentence turns on ("marched after the vote"), not of
    what a participle tells of a thing in it ("under a slogan remembered since the vote")?"""
    above = (at, *tree.ancestors(at)) if at >= 0 else ()
    told_of_thing = (tree[k].word.lower() for k in above if tree[k].deprel in relations("of_noun"))
    return at >= 0 and not any(word.endswith((*PAST, *GERUND)) for word in told_of_thing)


def _is_of_event(words: Collection[str], deeds: Collection[str], named: Collection[str]) -> bool:
    """Are a word for the event's deed and one of its names among these?"""
    return any(base_form(w.lower()) in deeds for w in words) and any(w[:1].isupper() and w in named for w in words)


def _was_one_before(table: Table, row: int, deeds: Collection[str], named: Collection[str]) -> bool:
    """Is a deed of the event's kind, with one of its names, told of that day or of one before it in another row that
    does not tell it as what came before?"""
    day = table.rows[row].day
    others = (int(r) for d, rows in table.of_day.items() if d <= day for r in rows if int(r) != row)
    return any(
        _is_of_event(_WORD.findall(table.text(r)), deeds, named)
        and not any(_is_of_event(words, deeds, named) for words in _behind(table, r))
        for r in others
    )
