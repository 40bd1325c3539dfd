"""The words of the language that an event is asked for and told of with (``lang``: deeds, asking, alike)."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass

from leadup import lang
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.deeds import deed_rows
from leadup.timeline.target.spelling import folded, plain
from leadup.timeline.terms import function_words

Phrase = tuple[str, ...]
"""The base forms of one or several words."""

OTHER_WORD, VAGUE_WORD = 0.85, 0.65
"""What another word for a deed counts for, beside the one asked for, and one that means much else ("left")."""

SHORTEST_ALONE = 4
"""Letters of a short name that is no common word as well, whatever its letters."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed that is asked for: how it happens ("sudden", "set" on a day known beforehand, "long", or as a "thing"),
    the noun that a heading calls it by, the phrases that tell of it, and those that a question calls it by."""

    name: str
    how: str
    noun: str
    told: tuple[Phrase, ...]
    asked: tuple[Phrase, ...]


@functools.cache
def deeds(language: str) -> tuple[Deed, ...]:
    """The deeds that can be asked for, in the order of their table."""
    found = []
    for row in deed_rows(language):
        if row.asked:
            told = tuple(_phrase(w, language) for w in row.asked if not w.startswith("~"))
            only = tuple(_phrase(w[1:], language) for w in row.asked if w.startswith("~"))
            found.append(Deed(row.name, row.how, row.noun, told, (*told[:2], *only)))
    return tuple(found)


@functools.cache
def deeds_of(language: str) -> dict[Phrase, tuple[Deed, ...]]:
    """The deeds that a phrase may mean: those that it is the first or second word for, else all that it tells of."""
    heads: dict[Phrase, list[Deed]] = defaultdict(list)
    holds: dict[Phrase, list[Deed]] = defaultdict(list)
    for deed in deeds(language):
        for phrase in dict.fromkeys(deed.asked):
            heads[phrase].append(deed)
        for phrase in deed.told:
            holds[phrase].append(deed)
    return {phrase: tuple(dict.fromkeys(heads.get(phrase) or holds[phrase])) for phrase in {*heads, *holds}}


@functools.cache
def verbs_of(language: str) -> dict[Phrase, tuple[Deed, ...]]:
    """The deeds that a phrase may tell of where it can only be a verb: those that are no things ("tapped": no tape)."""
    holds: dict[Phrase, list[Deed]] = defaultdict(list)
    for deed in deeds(language):
        if deed.how != "thing":
            for phrase in deed.told:
                holds[phrase].append(deed)
    return {phrase: tuple(found) for phrase, found in holds.items()}


@functools.cache
def things(language: str) -> tuple[str, ...]:
    """The words for things, as they are written."""
    return tuple(w.lstrip("~+=") for row in deed_rows(language) if row.how == "thing" for w in row.asked)


@functools.cache
def asked_apart(language: str) -> dict[Phrase, tuple[Deed, ...]]:
    """The phrases of two or three words that a question may part by others ("suspends his campaign", "gives up her
    seat"), to the deeds they mean.

    None that ends in a little word: "call from" is one, "calls the troops from" is not, but "pulls the troops out" is.
    """
    little = function_words(language) - asking("particles_apart", language)
    return {p: found for p, found in deeds_of(language).items() if len(p) in (2, 3) and p[-1] not in little}


@functools.cache
def short_for(language: str) -> dict[str, tuple[Phrase, ...]]:
    """A body's short name ("UN"), to how it is written with stops ("U.N.") and in full."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for short, *full in lang.kept_rows("short_names", language):
        letters = tuple(c.lower() for c in short)
        found[short] = (letters, *(tuple(base_form(plain(w), language) for w in name.split()) for name in full))
    return found


@functools.cache
def short_of(language: str) -> dict[Phrase, frozenset[Phrase]]:
    """A body's name in full, as base forms, to the short names that news has for it; none of three letters or fewer,
    which are words as often ("WHO", "SEC")."""
    found: dict[Phrase, set[Phrase]] = defaultdict(set)
    for short, *full in lang.kept_rows("short_names", language):
        for name in full:
            if len(short) >= SHORTEST_ALONE:
                found[tuple(base_form(plain(w), language) for w in name.split())].add(
                    (base_form(plain(short), language),)
                )
    return {name: frozenset(shorts) for name, shorts in found.items()}


@functools.cache
def irregular_deeds(language: str) -> dict[str, str]:
    """Irregular forms of verbs that count only where a deed is asked for, to the verb ("took": take)."""
    asked = ((verb[1:], forms) for verb, forms in lang.kept_rows("irregular_verbs", language) if verb.startswith("~"))
    return {form: verb for verb, forms in asked for form in forms.split()}


@functools.cache
def short_places(language: str) -> dict[str, Phrase]:
    """A place, to how it is written short behind a town's name ("Va." for Virginia), as a phrase."""
    return {place: (base_form(plain(short), language),) for place, short in lang.kept_rows("short_places", language)}


@functools.cache
def cut_short(language: str) -> frozenset[Phrase]:
    """The phrases by which places are written short."""
    return frozenset(short_places(language).values())


@functools.cache
def given_short(language: str) -> dict[str, frozenset[str]]:
    """A given name that is another cut short ("ash"), to those that it may stand for, all folded."""
    return {
        folded(short, language): frozenset(folded(each, language) for each in full.split())
        for short, full in lang.kept_rows("given_short", language)
    }


@functools.cache
def alike(language: str) -> dict[str, frozenset[str]]:
    """The base form of a common word, to those of the words that may stand for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for (row,) in lang.kept_rows("alike", language):
        words = [base_form(w, language) for w in row.split()]
        for word in words:
            found[word].update(words)
    return {word: frozenset(others - {word}) for word, others in found.items()}


@functools.cache
def asking(name: str, language: str) -> frozenset[str]:
    """A list of ``asking.toml`` that is written as one string of words."""
    return frozenset(str(lang.kept_table("asking", language)[name]).split())


@functools.cache
def base_forms(listed: frozenset[str], language: str) -> frozenset[str]:
    """The base forms of the words of such a list (:func:`asking`), or of several."""
    return frozenset(base_form(word, language) for word in listed)


@functools.cache
def asking_of(name: str, language: str) -> dict[str, frozenset[str]]:
    """A table of ``asking.toml`` that has a string of words for each row of deeds."""
    return {row: frozenset(str(listed).split()) for row, listed in lang.kept_table("asking", language)[name].items()}


@functools.cache
def asking_by(name: str, language: str) -> dict[str, frozenset[str]]:
    """A table of ``asking.toml`` that has a string of words for phrases parted by commas, by the base forms of each."""
    table = lang.kept_table("asking", language)[name]
    return {
        " ".join(base_form(each, language) for each in phrase.split()): frozenset(str(listed).split())
        for phrases, listed in table.items()
        for phrase in phrases.split(",")
    }


def is_contracted_not(token: str, language: str) -> bool:
    """Does a word hold a "not" that is drawn together with its verb ("didn't"), with whatever apostrophe?"""
    return plain(token).replace("’", "'").endswith(str(lang.kept_table("asking", language)["done"]["contracted_not"]))


@functools.cache
def number_words(language: str) -> dict[str, str]:
    """The words for small numbers from two on, and their digits."""
    return {word: str(n) for n, word in enumerate(str(lang.kept_table("asking", language)["counts"]).split()) if n > 1}


@functools.cache
def openers(language: str) -> tuple[str, ...]:
    """What a question opens with that is not the event, longest first."""
    return tuple(sorted(lang.kept_table("asking", language)["openers"], key=lambda o: (-len(o), o)))


@functools.cache
def closers(language: str) -> tuple[str, ...]:
    """What may end a question that is not the event."""
    return tuple(lang.kept_table("asking", language)["closers"])


def _phrase(word: str, language: str) -> Phrase:
    return tuple(base_form(part, language) for part in word.split("_"))
