"""Light reading of figures: each number that counts something, what it counts, and what befell it.

Precision comes first: a number that may be a date, a time, an age, an address, a score, a label or a duration is left.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import Figure
from leadup.model.figure import PERSON
from leadup.reading.figures.lexicon import is_people, is_plural, singular, words
from leadup.reading.figures.numbers import Number, number_at, numbers
from leadup.reading.figures.roles import is_toll, joined, role_of
from leadup.reading.names.lexicon import Is, lexicon
from leadup.reading.names.nominals import nouns


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("figures", language)["finder"]
        self.pounds: frozenset[str] = frozenset(self.words["pounds"])
        self.whose: frozenset[str] = frozenset(self.words["whose"])
        self.couple: frozenset[str] = frozenset(self.words["couple"])
        self.befell: frozenset[str] = frozenset(self.words["befell"])
        self.single: frozenset[str] = frozenset(self.words["single"])
        self.per: frozenset[str] = frozenset(self.words["per"])
        self.acted: tuple[str, ...] = tuple(self.words["acted"])
        self.done: tuple[str, ...] = tuple(self.words["done"])
        self.negation: frozenset[str] = frozenset(self.words["negation"])
        self.in_word: frozenset[str] = frozenset(self.words["in_word"])
        self.numbering: frozenset[str] = frozenset(self.words["numbering"])
        self.percent = re.compile(self.words["percent"], re.IGNORECASE)
        self.square = re.compile(self.words["square"], re.IGNORECASE)
        self.american = re.compile(self.words["american"])
        self.old = re.compile(self.words["old"])
        self.measured: frozenset[str] = frozenset(self.words["measured"])
        self.befalling: frozenset[str] = frozenset(self.words["befalling"])
        self.after_toll: frozenset[str] = frozenset(self.words["after_toll"])
        self.states: tuple[str, ...] = tuple(self.words["states"])
        self.ellipsis = frozenset((*self.words["ellipsis"], *self.states))
        self.partitive = re.compile(self.words["partitive"])
        self.of = re.compile(self.words["of"])
        self.bare = re.compile(self.words["bare"])
        self.one_in = re.compile(self.words["one_in"], re.IGNORECASE)
        self.shared: frozenset[str] = frozenset(self.words["shared"])
        self.unjoined_plurals: frozenset[str] = frozenset(self.words["unjoined_plurals"])
        self.address: frozenset[str] = frozenset(self.words["address"])
        self.currency_first: dict[str, str] = self.words["currency_first"]
        self.not_units: frozenset[str] = frozenset(self.words["not_units"])
        self.possessive = word_endings(language).possessive


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_WORD = re.compile(r"[ \u00a0]?((?:[A-Z]\.){2,}|[^\W\d_][^\W_]*(?:[-’'.&][^\W_]+)*|[^\s])")
_COMMON = int(Is.COMMON)
_LONGEST_NOUN = 7
"""Words behind a number that are looked at for what it counts."""
_STOP = re.compile(r"[.!?]\s")


def find_figures(text: str, start: int = 0, end: int | None = None, *, language: str) -> tuple[Figure, ...]:
    """The figures of ``text[start:end]``, in order, none overlapping; offsets are code points of ``text``."""
    forms = _forms(language)
    stop = len(text) if end is None else end
    figures: list[Figure] = []
    floor = start
    for match in numbers(text, start, stop, language):
        if match.start() < floor:
            continue
        number = number_at(text, match, floor, language)
        figure = _figure(text, number, figures[-1] if figures else None, start, stop, forms)
        if figure is None:
            continue
        if (
            figures
            and figures[-1].role == "counted"
            and figure.role in forms.shared
            and joined(text, figures[-1], figure, language)
        ):
            figures[-1] = replace(figures[-1], role=figure.role)
        figures.append(figure)
        floor = figure.end
    return tuple(figures)


def _figure(text: str, number: Number, last: Figure | None, start: int, stop: int, forms: _Forms) -> Figure | None:
    table = words(forms.language)
    if number.mark:
        scaled = number.end
        code = table.currencies.get(number.mark, number.mark)
        return _made(text, number, scaled, unit=code, role="amount")
    percent = forms.percent.match(text, number.end, stop)
    if percent is not None:
        return _made(text, number, percent.end(), unit="percent", role="share")
    previous = _word_before(text, max(start, number.start - 24), number.start)
    if _is_label(previous, number, text, forms) or _is_year(text, number, forms):
        return None
    if forms.old.match(text, number.end, stop):
        return None
    qualified = forms.american.match(text, number.end, stop)
    here = qualified.end() - 1 if qualified else number.end
    first = _WORD.match(text, here, stop)
    word = first.group(1) if first else ""
    lower = word.lower()
    if lower in table.time:
        return None
    money = table.currencies.get(lower) if word and lower == word else None
    if money is not None and first is not None:
        if qualified:
            money = forms.currency_first[qualified.group().strip()]
        elif lower in forms.pounds:
            money = str(forms.words["sterling"])
        return _made(text, number, first.end(), unit=money, role="amount")
    square = forms.square.match(text, number.end, stop)
    measured = _WORD.match(text, square.end() - 1, stop) if square else first
    if measured is not None:
        unit = table.measures.get(measured.group(1).lower().rstrip("."))
        if unit is not None and (len(measured.group(1)) > 1 or number.digits[-1:].isdigit()):
            name = f"{square.group(1).lower()} {unit}" if square else unit
            role = role_of(text, number.start, measured.end(), start, stop, None, forms.language)
            if name in table.lengths:
                role = "distance"
            return _made(text, number, measured.end(), name, role)
    return _counted(text, number, last, previous, start, stop, forms)


def _counted(
    text: str, number: Number, last: Figure | None, previous: str, start: int, stop: int, forms: _Forms
) -> Figure | None:
    """A number of things or people: the noun after it, or the noun it leaves out."""
    table = words(forms.language)
    here = number.end
    partitive = forms.partitive.match(text, here, stop)
    of = forms.of.match(text, here, stop)
    same = (
        last is not None
        and text.find("\n", last.end, number.start) < 0
        and not _STOP.search(text, last.end, number.start)
    )
    if partitive is not None:
        if partitive.group().split()[-1] in forms.whose:
            unit = last.unit if last is not None and same else PERSON
            return _made(
                text,
                number,
                partitive.end(),
                unit,
                role_of(text, number.start, partitive.end(), start, stop, None, forms.language),
            )
        here = partitive.end()
    elif of is not None:
        if not number.vague and not any(word in number.digits for word in forms.couple):
            return None
        here = of.end() - 1
    taken = _taken(text, here, stop, forms)
    one = number.digits.lower() in forms.single
    head = _head(taken, one and not number.vague, forms)
    ellipsis = taken[0][0].lower() if taken else _after(text, here, stop)
    if ellipsis in forms.ellipsis and head <= 0:
        if ellipsis == forms.words["more"] and head < 0 and len(taken) > 1:
            return None
        match = _WORD.match(text, here, stop)
        stop_at = match.end() if match else here
        unit = PERSON
        if last is not None and same and last.role not in forms.measured:
            unit = last.unit if ellipsis == forms.words["more"] or not is_people(last.unit, forms.language) else PERSON
        if ellipsis in forms.states:
            return _made(text, number, number.end, unit, table.roles[ellipsis])
        return _made(
            text,
            number,
            stop_at,
            unit,
            role_of(text, number.start, stop_at, start, stop, last if same else None, forms.language),
        )
    if head < 0:
        bare = _bare_role(text, number, start, stop, forms)
        return None if bare is None else _made(text, number, number.end, PERSON, bare)
    noun, finish = taken[head]
    unit = singular(noun, forms.language)
    people = is_people(noun, forms.language)
    if (
        unit in forms.not_units
        or noun.lower() in forms.not_units
        or noun.lower() in forms.address
        or (one and not people)
    ):
        return None
    if not people and _names_a_thing(text, number, previous, start, forms.language):
        return None
    return _made(
        text,
        number,
        finish,
        unit,
        role_of(text, number.start, finish, start, stop, last if same else None, forms.language),
    )


def _taken(text: str, here: int, stop: int, forms: _Forms) -> list[tuple[str, int]]:
    """The words behind a number that may be what it counts, each with its end."""
    table = words(forms.language)
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
        if (
            lower in table.roles and lower not in table.plurals and not is_plural(lower, forms.language)
        ) or lower in forms.words["ending"]:
            follows = _WORD.match(text, match.end(), stop)
            if follows is None or not is_plural(follows.group(1), forms.language) or lower in forms.befell:
                break
        taken.append((word, match.end()))
        at = match.end()
    return taken


def _head(taken: list[tuple[str, int]], single: bool, forms: _Forms) -> int:
    """Which of these words is the noun that is counted, -1 where none is; ``single``: one of something is."""
    head = -1
    for index, (word, _) in enumerate(taken):
        if is_plural(word, forms.language) and not (
            word[0].isupper() and index + 1 < len(taken) and not is_plural(word.lower(), forms.language)
        ):
            head = index
            following = taken[index + 1][0] if index + 1 < len(taken) else ""
            if not following or not is_plural(following, forms.language) or word.lower() in forms.unjoined_plurals:
                break
    if single and head < 0:
        kinds = [nouns(forms.language).kinds.get(word.lower(), forms.words["bodies"][0]) for word, _ in taken]
        return max((index for index, kind in enumerate(kinds) if kind not in forms.words["bodies"]), default=-1)
    return head


def _names_a_thing(text: str, number: Number, previous: str, start: int, language: str) -> bool:
    """Whether a number is a year, or a part of the name of a thing ("Boeing 747 jets"), rather than a count."""
    digits = number.digits
    if digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) <= 2100:
        return True
    named = previous[:1].isupper() and digits[:1].isdigit() and number.start == number.core
    return named and (_within(text, number.start, start) or not lexicon(language).words.get(previous, 0) & _COMMON)


def _bare_role(text: str, number: Number, start: int, stop: int, forms: _Forms) -> str | None:
    """The role of a number with no noun: "25 were killed", "killing 12"."""
    after = forms.bare.match(text, number.end, stop)
    if (
        after is not None
        and (role := words(forms.language).roles.get(after.group(1))) is not None
        and after.group(1).endswith(forms.acted)
    ):
        return role
    verb = _word_before(text, max(start, number.start - 24), number.start).lower()
    role = words(forms.language).roles.get(verb) if verb else None
    if role in forms.befalling and verb.endswith(forms.done):
        # Before the toll is asked for: "left 12 dead and injured 48".
        return role if _after(text, number.end, stop) in forms.after_toll else None
    if is_toll(text, start, number.start, forms.language) and _after(text, number.end, stop) not in forms.per:
        return str(forms.words["toll"])
    return None


def _after(text: str, here: int, stop: int) -> str:
    match = _WORD.match(text, here, stop)
    return match.group(1).lower() if match else ""


def _within(text: str, at: int, start: int) -> bool:
    """Whether the word before is inside its sentence (its capital is then a name's)."""
    before = text[max(start, at - 40) : at].split()
    return len(before) > 1 and not before[-2].endswith((".", "!", "?", ":", "”", '"'))


def _is_label(previous: str, number: Number, text: str, forms: _Forms) -> bool:
    """Whether the word before makes the number a label, a date or an age."""
    lower = previous.lower().rstrip(",")
    if lower in forms.negation and number.digits.lower() in forms.single:
        return True
    if lower in forms.in_word and forms.one_in.search(text, max(0, number.start - 16), number.start):
        return True
    if lower in words(forms.language).labels and number.start == number.core:
        return not (lower in forms.numbering and number.vague)
    if previous.endswith(",") and number.start == number.core:
        rest = text[number.end : number.end + 2]
        if rest[:1] == "," or rest[:2] == " ,":
            return True
    return False


def _is_year(text: str, number: Number, forms: _Forms) -> bool:
    """Whether four bare digits after such a word are a year: "the 2001 killing", "in 2003 soldiers were killed"."""
    digits = number.digits
    if len(digits) != 4 or not digits.isdigit() or not 1900 <= int(digits) <= 2100 or number.end - number.core != 4:
        return False
    word = _word_before(text, max(0, number.core - 24), number.core).lower().rstrip(",.")
    return word in words(forms.language).years or word.endswith(forms.possessive)


def _word_before(text: str, start: int, end: int) -> str:
    """The last word of ``text[start:end]`` with what clings to it; empty where it has none."""
    words = text[start:end].split()
    return words[-1] if words else ""


def _made(text: str, number: Number, end: int, unit: str, role: str) -> Figure:
    return Figure(number.start, end, text[number.start : end], number.low, number.high, unit, role)
