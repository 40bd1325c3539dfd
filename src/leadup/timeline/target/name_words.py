"""The words of names in a question: which are one name, which of them tells it from others, and of what country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.reading.names.countries import country, country_of_demonym, country_of_name
from leadup.reading.names.lexicon import Is, given_names, lexicon
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.slot import Slot, names_among
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import Phrase, asking, deeds_of, short_of
from leadup.timeline.terms import function_words

_PARTS = 2
"""Parts of a given name behind a surname ("Geun-hye", "Jong Un")."""
_SHORT = 5
"""Letters of such a part, at most."""
_INITIALS = re.compile(r" (?:[A-Z]\. ?)+")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.name: dict[str, Any] = kept_table("asking", language)["name"]


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def telling_word(name: Sequence[str], language: str) -> int:
    """Which word of a name tells it from others, counted from one: its last ("Lund" of "Karl Lund Jr."), but the first
    of a house, body or place that is named by its kind last ("Orsk Middle School") and that of who has the surname
    first ("Kim Jong Un"); 0 where no one word does ("Striking Workers Act")."""
    if len(name) > 1 and is_generation(name[-1], language):
        return telling_word(name[:-1], language)
    if has_surname_first(name, language):
        return 1
    kind = lexicon(language).words.get(name[-1].capitalize(), 0)
    of_a_kind = kind & int(Is.ORG | Is.FACILITY | Is.GEO | Is.EVENT) and not kind & int(Is.GIVEN)
    if not of_a_kind or plain(name[0]) in given_names():
        return len(name)
    return 0 if (base_form(plain(name[0]), language),) in deeds_of(language) else 1


def generations(language: str) -> list[str]:
    """What stands behind a surname to tell one generation from the other ("jr")."""
    return str(_forms(language).name["suffixes"]).split()


def is_generation(token: str, language: str) -> bool:
    """Is a word one of those?"""
    return plain(token) in generations(language)


def is_surname_first(token: str, language: str) -> bool:
    """Is a word a surname of those that stand before the given name?"""
    return plain(token) in str(_forms(language).name["surname_first"]).split()


def has_surname_first(name: Sequence[str], language: str) -> bool:
    """Does a name begin with its surname ("Kim Jong Un", "Park Geun-hye", but not "Kim Lund", "Lee Karl Lund")?

    Where the first word may be a given name, two short parts must follow. The first of them, or either where a hyphen
    joins them, is no given name; without a hyphen neither is a word for a house, body, place or rank.
    """
    if not is_surname_first(name[0], language) or plain(name[0]) not in given_names():
        return is_surname_first(name[0], language)
    parts = [plain(part) for word in name[1:] for part in word.split("-")]
    if len(parts) != _PARTS or any(len(part) > _SHORT for part in parts):
        return False
    if len(name) == _PARTS:
        return not given_names().issuperset(parts)
    return parts[0] not in given_names() and not any(_is_kind(each, language) for each in parts)


def _is_kind(part: str, language: str) -> bool:
    """Is a word known as one of a house, a body, a place or a rank, and as no given name?"""
    known = lexicon(language).words.get(part.capitalize(), 0)
    return bool(known & int(Is.ORG | Is.FACILITY | Is.GEO | Is.EVENT | Is.TITLE)) and part not in given_names()


def is_particle(tokens: Sequence[tuple[str, int]], at: int, language: str) -> bool:
    """Is a word a little one of a name ("Omar al-Bashir")?"""
    beside = 0 < at < len(tokens) - 1 and tokens[at - 1][0][0].isupper() and tokens[at + 1][0][0].isupper()
    return beside and tokens[at][0] in str(_forms(language).name["particles"]).split()


def ends_country(words: str, tokens: Sequence[tuple[str, int]], at: int, language: str) -> bool:
    """Does a country's name of two words end with this word ("Norland Isles mosque", "Sri Lanka Easter")?"""
    if not at:
        return False
    (one, start), (two, end) = tokens[at - 1 : at + 1]
    return words[start + len(one) : end] == " " and bool(country_of_name(f"{one} {two}", language))


def is_joined(words: str, tokens: Sequence[tuple[str, int]], last: int, at: int, language: str) -> bool:
    """Do two capitalised words belong to one name ("Anna Lund", "University of Orsk")?"""
    if last < 0:
        return False
    (one, start), (two, end) = tokens[last], tokens[at]
    between = words[start + len(one) : end]
    if one.lower() in asking("ranks", language) and last and plain(two) in given_names():
        # "Orsk CEO Anna Lund" is Anna Lund, of Orsk.
        return False
    return (between in _forms(language).name["between"] or bool(_INITIALS.fullmatch(between))) and not ends_name(
        one, two, language
    )


def ends_name(one: str, two: str, language: str) -> bool:
    """Does a name end between these words? A country before another name is one of its own."""
    return bool(country_of_demonym(one, language) or country_of_name(one, language)) and not bool(
        country_of_name(f"{one} {two}", language)
    )


def of_one_country(token: str, language: str) -> list[str]:
    """The other words for a country and its people; of a part of one ("Scottish") only those that begin alike."""
    code = country_of_name(token, language) or country_of_demonym(token, language)
    known = country(code, language) if code else None
    if known is None:
        return []
    usual = {*known.names[:3], *known.demonyms[:1]}
    return [
        name
        for name in (*known.names, *known.demonyms)
        if " " not in name and (name[:4].lower() == token[:4].lower() or (token in usual and name in usual))
    ]


def is_code(token: str) -> bool:
    """Is a word made of letters and digits ("OX370")?"""
    return any(c.isdigit() for c in token) and any(c.isalpha() for c in token)


def with_short_names(slots: Sequence[Slot], language: str) -> list[Slot]:
    """The same, each word of a body's name in full ("Islamic State") standing for the short name as well ("ISIS")."""
    shorts: dict[int, frozenset[Phrase]] = {}
    for group, name in names_among(slots).items():
        written = tuple(base_form(plain(slot.asked), language) for slot in name)
        shorts[group] = short_of(language).get(written, frozenset())
    return [
        replace(slot, means={**slot.means, **dict.fromkeys(shorts[slot.group], 1.0)})
        if slot.is_name and shorts[slot.group]
        else slot
        for slot in slots
    ]


def is_kin_of(slot: Slot, tokens: Sequence[str], language: str) -> bool:
    """Is it a word for who belongs to the one before it ("Lund's brother", "Lund's friends")?"""
    is_kin = slot.kind == "thing" and plain(slot.asked) in asking("kin", language)
    return is_kin and "'" + tokens[slot.place - 1] in word_endings(language).possessive


def bears_name(words: str, tokens: Sequence[tuple[str, int]], at: int, language: str) -> bool:
    """Does the name of who has the rank stand right behind it ("Pope Karl", but not "the pope's Orsk visit"), or is it
    the rank that somebody gets?"""
    token, start = tokens[at]
    if at and (
        tokens[at - 1][0].lower() not in function_words(language)
        or tokens[at - 1][0].lower() in asking("as_what", language)
    ):
        # "Tolm elected pope" names an office.
        return True
    beside = [t for t, _ in tokens[at + 1 : at + 2]]
    return any(t[0].isupper() for t in beside) and not words.startswith(
        word_endings(language).possessive, start + len(token)
    )


def is_title_alone(words: str, tokens: Sequence[tuple[str, int]], at: int, language: str) -> bool:
    """Is a word for a rank the whole name of somebody here ("Prince's death", "the death of Prince")?

    It stands beside no other name, behind no article, and not merely because it opens the question with a capital.
    """
    token, start = tokens[at]
    if token.lower() not in asking("ranks_too", language) or not token.istitle():
        return False
    beside = [t for t, _ in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])]
    if any(t[0].isupper() for t in beside):
        return False
    end = start + len(token)
    owns = words.startswith(word_endings(language).possessive, end)
    return owns if not at else tokens[at - 1][0].lower() in asking("before_name", language)
