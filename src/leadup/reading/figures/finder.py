"""Light reading of figures: each number that counts something, what it counts, and what befell it.

Precision comes first: a number that may be a date, a time, an age, an address, a score, a label or a duration is left.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from leadup.lang import table
from leadup.lang.wordforms import POSSESSIVE
from leadup.model import Figure
from leadup.model.figure import PERSON
from leadup.reading.figures.lexicon import is_people, is_plural, singular, words
from leadup.reading.figures.numbers import Number, number_at, numbers
from leadup.reading.figures.roles import is_toll, joined, role_of
from leadup.reading.names.lexicon import Is, lexicon
from leadup.reading.names.nominals import nouns

_WORDS: dict[str, Any] = table("figures")["finder"]
_POUNDS: frozenset[str] = frozenset(_WORDS["pounds"])
_WHOSE: frozenset[str] = frozenset(_WORDS["whose"])
_COUPLE: frozenset[str] = frozenset(_WORDS["couple"])
_BEFELL: frozenset[str] = frozenset(_WORDS["befell"])
_SINGLE: frozenset[str] = frozenset(_WORDS["single"])
_PER: frozenset[str] = frozenset(_WORDS["per"])
_ACTED: tuple[str, ...] = tuple(_WORDS["acted"])
_DONE: tuple[str, ...] = tuple(_WORDS["done"])
_NEGATION: frozenset[str] = frozenset(_WORDS["negation"])
_IN_WORD: frozenset[str] = frozenset(_WORDS["in_word"])
_NUMBERING: frozenset[str] = frozenset(_WORDS["numbering"])

_WORD = re.compile(r"[ \u00a0]?((?:[A-Z]\.){2,}|[^\W\d_][^\W_]*(?:[-’'.&][^\W_]+)*|[^\s])")
_PERCENT = re.compile(_WORDS["percent"], re.IGNORECASE)
_SQUARE = re.compile(_WORDS["square"], re.IGNORECASE)
_AMERICAN = re.compile(_WORDS["american"])
_OLD = re.compile(_WORDS["old"])
_COMMON = int(Is.COMMON)
_LONGEST_NOUN = 7
"""Words behind a number that are looked at for what it counts."""
_MEASURED: frozenset[str] = frozenset(_WORDS["measured"])
_BEFALLING: frozenset[str] = frozenset(_WORDS["befalling"])
_AFTER_TOLL: frozenset[str] = frozenset(_WORDS["after_toll"])
_STATES: tuple[str, ...] = tuple(_WORDS["states"])
_ELLIPSIS = frozenset((*_WORDS["ellipsis"], *_STATES))
_PARTITIVE = re.compile(_WORDS["partitive"])
_OF = re.compile(_WORDS["of"])
_STOP = re.compile(r"[.!?]\s")
_BARE = re.compile(_WORDS["bare"])
_ONE_IN = re.compile(_WORDS["one_in"], re.IGNORECASE)
_SHARED: frozenset[str] = frozenset(_WORDS["shared"])
_UNJOINED_PLURALS: frozenset[str] = frozenset(_WORDS["unjoined_plurals"])
_ADDRESS: frozenset[str] = frozenset(_WORDS["address"])
_CURRENCY_FIRST: dict[str, str] = _WORDS["currency_first"]
_NOT_UNITS: frozenset[str] = frozenset(_WORDS["not_units"])


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """The figures of ``text[start:end]``, in order, none overlapping; offsets are code points of ``text``."""
    stop = len(text) if end is None else end
    figures: list[Figure] = []
    floor = start
    for match in numbers(text, start, stop):
        if match.start() < floor:
            continue
        number = number_at(text, match, floor)
        figure = _figure(text, number, figures[-1] if figures else None, start, stop)
        if figure is None:
            continue
        if figures and figures[-1].role == "counted" and figure.role in _SHARED and joined(text, figures[-1], figure):
            figures[-1] = replace(figures[-1], role=figure.role)
        figures.append(figure)
        floor = figure.end
    return tuple(figures)


def _figure(text: str, number: Number, last: Figure | None, start: int, stop: int) -> Figure | None:
    table = words()
    if number.mark:
        scaled = number.end
        code = table.currencies.get(number.mark, number.mark)
        return _made(text, number, scaled, unit=code, role="amount")
    percent = _PERCENT.match(text, number.end, stop)
    if percent is not None:
        return _made(text, number, percent.end(), unit="percent", role="share")
    previous = _word_before(text, max(start, number.start - 24), number.start)
    if _is_label(previous, number, text) or _is_year(text, number):
        return None
    if _OLD.match(text, number.end, stop):
        return None
    qualified = _AMERICAN.match(text, number.end, stop)
    here = qualified.end() - 1 if qualified else number.end
    first = _WORD.match(text, here, stop)
    word = first.group(1) if first else ""
    lower = word.lower()
    if lower in table.time:
        return None
    money = table.currencies.get(lower) if word and lower == word else None
    if money is not None and first is not None:
        if qualified:
            money = _CURRENCY_FIRST[qualified.group().strip()]
        elif lower in _POUNDS:
            money = str(_WORDS["sterling"])
        return _made(text, number, first.end(), unit=money, role="amount")
    square = _SQUARE.match(text, number.end, stop)
    measured = _WORD.match(text, square.end() - 1, stop) if square else first
    if measured is not None:
        unit = table.measures.get(measured.group(1).lower().rstrip("."))
        if unit is not None and (len(measured.group(1)) > 1 or number.digits[-1:].isdigit()):
            name = f"{square.group(1).lower()} {unit}" if square else unit
            role = role_of(text, number.start, measured.end(), start, stop, None)
            if name in table.lengths:
                role = "distance"
            return _made(text, number, measured.end(), name, role)
    return _counted(text, number, last, previous, start, stop)


def _counted(text: str, number: Number, last: Figure | None, previous: str, start: int, stop: int) -> Figure | None:
    """A number of things or people: the noun after it, or the noun it leaves out."""
    table = words()
    here = number.end
    partitive = _PARTITIVE.match(text, here, stop)
    of = _OF.match(text, here, stop)
    same = (
        last is not None
        and text.find("\n", last.end, number.start) < 0
        and not _STOP.search(text, last.end, number.start)
    )
    if partitive is not None:
        if partitive.group().split()[-1] in _WHOSE:
            unit = last.unit if last is not None and same else PERSON
            return _made(
                text, number, partitive.end(), unit, role_of(text, number.start, partitive.end(), start, stop, None)
            )
        here = partitive.end()
    elif of is not None:
        if not number.vague and not any(word in number.digits for word in _COUPLE):
            return None
        here = of.end() - 1
    taken = _taken(text, here, stop)
    one = number.digits.lower() in _SINGLE
    head = _head(taken, one and not number.vague)
    ellipsis = taken[0][0].lower() if taken else _after(text, here, stop)
    if ellipsis in _ELLIPSIS and head <= 0:
        if ellipsis == _WORDS["more"] and head < 0 and len(taken) > 1:
            return None
        match = _WORD.match(text, here, stop)
        stop_at = match.end() if match else here
        unit = PERSON
        if last is not None and same and last.role not in _MEASURED:
            unit = last.unit if ellipsis == _WORDS["more"] or not is_people(last.unit) else PERSON
        if ellipsis in _STATES:
            return _made(text, number, number.end, unit, table.roles[ellipsis])
        return _made(
            text, number, stop_at, unit, role_of(text, number.start, stop_at, start, stop, last if same else None)
        )
    if head < 0:
        bare = _bare_role(text, number, start, stop)
        return None if bare is None else _made(text, number, number.end, PERSON, bare)
    noun, finish = taken[head]
    unit = singular(noun)
    people = is_people(noun)
    if unit in _NOT_UNITS or noun.lower() in _NOT_UNITS or noun.lower() in _ADDRESS or (one and not people):
        return None
    if not people and _names_a_thing(text, number, previous, start):
        return None
    return _made(text, number, finish, unit, role_of(text, number.start, finish, start, stop, last if same else None))


def _taken(text: str, here: int, stop: int) -> list[tuple[str, int]]:
    """The words behind a number that may be what it counts, each with its end."""
    table = words()
    taken: list[tuple[str, int]] = []
    at = here
    while len(taken) < _LONGEST_NOUN:
        match = _WORD.match(text, at, stop)
        if match is None:
            break
        word = match.group(1)
        lower = word.lower()
        if not (word[0].isalpha()) or lower in table.stops or lower in table.time:
            break
        if (lower in table.roles and lower not in table.plurals and not is_plural(lower)) or lower in _WORDS["ending"]:
            follows = _WORD.match(text, match.end(), stop)
            if follows is None or not is_plural(follows.group(1)) or lower in _BEFELL:
                break
        taken.append((word, match.end()))
        at = match.end()
    return taken


def _head(taken: list[tuple[str, int]], single: bool) -> int:
    """Which of these words is the noun that is counted, -1 where none is; ``single``: one of something is."""
    head = -1
    for index, (word, _) in enumerate(taken):
        if is_plural(word) and not (word[0].isupper() and index + 1 < len(taken) and not is_plural(word.lower())):
            head = index
            following = taken[index + 1][0] if index + 1 < len(taken) else ""
            if not following or not is_plural(following) or word.lower() in _UNJOINED_PLURALS:
                break
    if single and head < 0:
        kinds = [nouns().kinds.get(word.lower(), _WORDS["bodies"][0]) for word, _ in taken]
        return max((index for index, kind in enumerate(kinds) if kind not in _WORDS["bodies"]), default=-1)
    return head


def _names_a_thing(text: str, number: Number, previous: str, start: int) -> bool:
    """Whether a number is a year, or a part of the name of a thing ("Boeing 747 jets"), rather than a count."""
    digits = number.digits
    if digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) <= 2100:
        return True
    named = previous[:1].isupper() and digits[:1].isdigit() and number.start == number.core
    return named and (_within(text, number.start, start) or not lexicon().words.get(previous, 0) & _COMMON)


def _bare_role(text: str, number: Number, start: int, stop: int) -> str | None:
    """The role of a number with no noun: "25 were killed", "killing 12"."""
    after = _BARE.match(text, number.end, stop)
    if (
        after is not None
        and (role := words().roles.get(after.group(1))) is not None
        and after.group(1).endswith(_ACTED)
    ):
        return role
    verb = _word_before(text, max(start, number.start - 24), number.start).lower()
    role = words().roles.get(verb) if verb else None
    if role in _BEFALLING and verb.endswith(_DONE):
        # Before the toll is asked for: "left 12 dead and injured 48".
        return role if _after(text, number.end, stop) in _AFTER_TOLL else None
    if is_toll(text, start, number.start) and _after(text, number.end, stop) not in _PER:
        return str(_WORDS["toll"])
    return None


def _after(text: str, here: int, stop: int) -> str:
    match = _WORD.match(text, here, stop)
    return match.group(1).lower() if match else ""


def _within(text: str, at: int, start: int) -> bool:
    """Whether the word before is inside its sentence (its capital is then a name's)."""
    before = text[max(start, at - 40) : at].split()
    return len(before) > 1 and not before[-2].endswith((".", "!", "?", ":", "”", '"'))


def _is_label(previous: str, number: Number, text: str) -> bool:
    """Whether the word before makes the number a label, a date or an age."""
    lower = previous.lower().rstrip(",")
    if lower in _NEGATION and number.digits.lower() in _SINGLE:
        return True
    if lower in _IN_WORD and _ONE_IN.search(text, max(0, number.start - 16), number.start):
        return True
    if lower in words().labels and number.start == number.core:
        return not (lower in _NUMBERING and number.vague)
    if previous.endswith(",") and number.start == number.core:
        rest = text[number.end : number.end + 2]
        if rest[:1] == "," or rest[:2] == " ,":
            return True
    return False


def _is_year(text: str, number: Number) -> bool:
    """Whether four bare digits after such a word are a year: "the 2001 killing", "in 2003 soldiers were killed"."""
    digits = number.digits
    if len(digits) != 4 or not digits.isdigit() or not 1900 <= int(digits) <= 2100 or number.end - number.core != 4:
        return False
    word = _word_before(text, max(0, number.core - 24), number.core).lower().rstrip(",.")
    return word in words().years or word.endswith(POSSESSIVE)


def _word_before(text: str, start: int, end: int) -> str:
    """The last word of ``text[start:end]`` with what clings to it; empty where it has none."""
    words = text[start:end].split()
    return words[-1] if words else ""


def _made(text: str, number: Number, end: int, unit: str, role: str) -> Figure:
    return Figure(number.start, end, text[number.start : end], number.low, number.high, unit, role)
