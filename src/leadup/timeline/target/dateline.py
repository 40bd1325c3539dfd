"""The place that an article is written from, as its dateline gives it, and whether its lead tells of another."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from leadup.lang import kept_table
from leadup.lang.wordforms import without_possessive
from leadup.reading.names.lexicon import Is, given_names, lexicon
from leadup.timeline.pool import PooledArticle
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import short_places

LONGEST = 60
"""Code points of the longest dateline."""
WORDS = 3
"""Words of the longest place that is looked for in a lead."""

_AGENCY = re.compile(r"\([^)]*\)?")
_WORD = re.compile(r"[^\W\d_][\w.-]*\w|[^\W\d_]")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.place = re.compile(kept_table("asking", language)["place"]["pattern"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def dateline_of(article: PooledArticle, language: str) -> str:
    """The places that stand before an article's first sentence on its line ("ORSK, Norland (Wire) - "), where that is
    short; empty where it is somebody's name ("By Anna Lund - "). The agency in brackets is none of them."""
    first = next((x.start for x in article.reading.sentences), 0)
    line = article.text[max(0, first - LONGEST) : first]
    if "\n" not in line and first > LONGEST:
        return ""
    town, *beside = _AGENCY.sub(" ", line.rpartition("\n")[2]).strip(" -–—").split(",")
    if not _is_town(town.strip(), language):
        return ""
    short = short_places(language).values()
    beside = [p.strip() for p in beside]
    return ", ".join([town.strip(), *(p for p in beside if _is_place(p, language) or (plain(p.rstrip(".")),) in short)])


def names_another(lead: str, dateline: str, asked: Collection[str] = (), *, language: str) -> bool:
    """Does a sentence name a place that is not in its article's dateline ("LONDON - The mayor of Paris resigned")?

    ``asked`` are words, in small letters, of names that are asked for: they are of no place that would be another.
    """
    here = {plain(w).rstrip(".") for w in _WORD.findall(dateline)} | {*asked}
    words = _WORD.findall(lead)
    named = [without_possessive(m[1].strip(), language) for m in _forms(language).place.finditer(lead)]
    named = [n for n in named if not _is_time(n, language) and not _is_person(n.split(), 0, language)]
    spans = [(i, i + n) for n in range(1, WORDS + 1) for i in range(len(words) - n + 1) if words[i][0].isupper()]
    named += [
        " ".join(words[i:j])
        for i, j in spans
        if _is_place(" ".join(words[i:j]), language) and not _is_person(words, i, language)
    ]
    return any(here.isdisjoint(plain(w).rstrip(".") for w in _WORD.findall(name)) for name in named)


def _is_time(name: str, language: str) -> bool:
    first, known = name.partition(" ")[0], lexicon(language).words
    # The full stop may be the sentence's ("in October."), or the word's own ("in Oct. 2021").
    return any(known.get(word, 0) & Is.TIME for word in (first, first.rstrip(".")))


def _is_person(words: Sequence[str], at: int, language: str) -> bool:
    """Is the word here of somebody's name: behind a given name or a title ("Mayor Lund"), or one before a surname? A
    word that opens a sentence as others do ("Police") is none of a place either."""
    flags = lexicon(language).words
    before, after = ([*words[max(0, at - 1) : at], ""][0], [*words[at + 1 : at + 2], ""][0])
    if not before:
        if flags.get(words[at], 0) & Is.COMMON:
            return True
    elif before[0].isupper() and (plain(before) in given_names() or flags.get(before, 0) & Is.TITLE):
        return True
    surname = after[:1].isupper() and not flags.get(after, 0) & (Is.TITLE | Is.TIME)
    return surname and plain(words[at]) in given_names() and not _is_place(f"{words[at]} {after}", language)


def _is_town(name: str, language: str) -> bool:
    """Is it a place: one that is known, or a name in capitals that is nobody's?"""
    if _is_place(name, language):
        return True
    first = plain(name.partition(" ")[0])
    return name.isupper() and not (" " in name and first in given_names())


def _is_place(name: str, language: str) -> bool:
    """Is it a place that is known?"""
    known = lexicon(language).phrases.get(name.title() if name.isupper() else name)
    return known is not None and known.kind == "place"
