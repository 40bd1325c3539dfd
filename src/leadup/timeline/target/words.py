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
def deeds() -> tuple[Deed, ...]:
    """The deeds that can be asked for, in the order of their table."""
    found = []
    for row in deed_rows():
        if row.asked:
            told = tuple(_phrase(w) for w in row.asked if not w.startswith("~"))
            only = tuple(_phrase(w[1:]) for w in row.asked if w.startswith("~"))
            found.append(Deed(row.name, row.how, row.noun, told, (*told[:2], *only)))
    return tuple(found)


@functools.cache
def deeds_of() -> dict[Phrase, tuple[Deed, ...]]:
    """The deeds that a phrase may mean: those that it is the first or second word for, else all that it tells of."""
    heads: dict[Phrase, list[Deed]] = defaultdict(list)
    holds: dict[Phrase, list[Deed]] = defaultdict(list)
    for deed in deeds():
        for phrase in dict.fromkeys(deed.asked):
            heads[phrase].append(deed)
        for phrase in deed.told:
            holds[phrase].append(deed)
    return {phrase: tuple(dict.fromkeys(heads.get(phrase) or holds[phrase])) for phrase in {*heads, *holds}}


@functools.cache
def verbs_of() -> dict[Phrase, tuple[Deed, ...]]:
    """The deeds that a phrase may tell of where it can only be a verb: those that are no things ("tapped": no tape)."""
    holds: dict[Phrase, list[Deed]] = defaultdict(list)
    for deed in deeds():
        if deed.how != "thing":
            for phrase in deed.told:
                holds[phrase].append(deed)
    return {phrase: tuple(found) for phrase, found in holds.items()}


@functools.cache
def things() -> tuple[str, ...]:
    """The words for things, as they are written."""
    return tuple(w.lstrip("~+=") for row in deed_rows() if row.how == "thing" for w in row.asked)


@functools.cache
def asked_apart() -> dict[Phrase, tuple[Deed, ...]]:
    """The phrases of two or three words that a question may part by others ("suspends his campaign", "gives up her
    seat"), to the deeds they mean.

    None that ends in a little word: "call from" is one, "calls the troops from" is not, but "pulls the troops out" is.
    """
    little = function_words() - asking("particles_apart")
    return {p: found for p, found in deeds_of().items() if len(p) in (2, 3) and p[-1] not in little}


@functools.cache
def short_for() -> dict[str, tuple[Phrase, ...]]:
    """A body's short name ("UN"), to how it is written with stops ("U.N.") and in full."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for short, *full in lang.rows("short_names"):
        letters = tuple(c.lower() for c in short)
        found[short] = (letters, *(tuple(base_form(plain(w)) for w in name.split()) for name in full))
    return found


@functools.cache
def short_of() -> dict[Phrase, frozenset[Phrase]]:
    """A body's name in full, as base forms, to the short names that news has for it; none of three letters or fewer,
    which are words as often ("WHO", "SEC")."""
    found: dict[Phrase, set[Phrase]] = defaultdict(set)
    for short, *full in lang.rows("short_names"):
        for name in full:
            if len(short) >= SHORTEST_ALONE:
                found[tuple(base_form(plain(w)) for w in name.split())].add((base_form(plain(short)),))
    return {name: frozenset(shorts) for name, shorts in found.items()}


@functools.cache
def irregular_deeds() -> dict[str, str]:
    """Irregular forms of verbs that count only where a deed is asked for, to the verb ("took": take)."""
    asked = ((verb[1:], forms) for verb, forms in lang.rows("irregular_verbs") if verb.startswith("~"))
    return {form: verb for verb, forms in asked for form in forms.split()}


@functools.cache
def short_places() -> dict[str, Phrase]:
    """A place, to how it is written short behind a town's name ("Va." for Virginia), as a phrase."""
    return {place: (base_form(plain(short)),) for place, short in lang.rows("short_places")}


@functools.cache
def cut_short() -> frozenset[Phrase]:
    """The phrases by which places are written short."""
    return frozenset(short_places().values())


@functools.cache
def given_short() -> dict[str, frozenset[str]]:
    """A given name that is another cut short ("ash"), to those that it may stand for, all folded."""
    return {folded(short): frozenset(map(folded, full.split())) for short, full in lang.rows("given_short")}


@functools.cache
def alike() -> dict[str, frozenset[str]]:
    """The base form of a common word, to those of the words that may stand for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for (row,) in lang.rows("alike"):
        words = [base_form(w) for w in row.split()]
        for word in words:
            found[word].update(words)
    return {word: frozenset(others - {word}) for word, others in found.items()}


@functools.cache
def asking(name: str) -> frozenset[str]:
    """A list of ``asking.toml`` that is written as one string of words."""
    return frozenset(str(lang.table("asking")[name]).split())


@functools.cache
def asking_of(name: str) -> dict[str, frozenset[str]]:
    """A table of ``asking.toml`` that has a string of words for each row of deeds."""
    return {row: frozenset(str(listed).split()) for row, listed in lang.table("asking")[name].items()}


@functools.cache
def asking_by(name: str) -> dict[str, frozenset[str]]:
    """A table of ``asking.toml`` that has a string of words for phrases parted by commas, by the base forms of each."""
    table = lang.table("asking")[name]
    return {
        " ".join(map(base_form, phrase.split())): frozenset(str(listed).split())
        for phrases, listed in table.items()
        for phrase in phrases.split(",")
    }


def is_contracted_not(token: str) -> bool:
    """Does a word hold a "not" that is drawn together with its verb ("didn't"), with whatever apostrophe?"""
    return plain(token).replace("’", "'").endswith(str(lang.table("asking")["done"]["contracted_not"]))


@functools.cache
def number_words() -> dict[str, str]:
    """The words for small numbers from two on, and their digits."""
    return {word: str(n) for n, word in enumerate(str(lang.table("asking")["counts"]).split()) if n > 1}


@functools.cache
def openers() -> tuple[str, ...]:
    """What a question opens with that is not the event, longest first."""
    return tuple(sorted(lang.table("asking")["openers"], key=lambda o: (-len(o), o)))


@functools.cache
def closers() -> tuple[str, ...]:
    """What may end a question that is not the event."""
    return tuple(lang.table("asking")["closers"])


def _phrase(word: str) -> Phrase:
    return tuple(base_form(part) for part in word.split("_"))
