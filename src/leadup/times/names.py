"""Names that hold a time expression and are none: "USA TODAY", April Jones, the film 1917."""

from __future__ import annotations

from functools import cache

from leadup.lang import kept_rows
from leadup.times.grammar import Found, rules
from leadup.times.reader import Reader
from leadup.times.tokens import OTHER, Tokens

_MONTHS = rules("month", "month_rel")


@cache
def _names(language: str) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """The names of ``dates_names.tsv`` by each of their words: which word it is, and all of them."""
    table: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for name, _ in kept_rows("dates_names", language):
        words = tuple(Tokens(name, language).words)
        for k, word in enumerate(words):
            table.setdefault(word, []).append((k, words))
    return {word: tuple(places) for word, places in table.items()}


def is_name(r: Reader, f: Found) -> bool:
    """Whether an expression, or a word of it, is part of a name."""
    words, names = r.tokens.words, _names(r.language)
    for i in range(f.i, f.j):
        if words[i] in names and any(i >= k and tuple(words[i - k : i - k + len(n)]) == n for k, n in names[words[i]]):
            return True
    if f.rule in _MONTHS:
        return _is_person(r, f.parts["month"][0])
    return f.rule == "year" and _is_title(r, f)


def _is_person(r: Reader, i: int) -> bool:
    """Whether the month at token ``i`` is the first name of someone: April Jones, Judge April Perry.

    It is, where a word with a capital that is no word of the grammar follows and then none, in running text, unless a
    preposition stands before it.
    """
    if r.low(i) not in r.around.month_names_of_people or not r.tokens.words[i][1:].islower():
        return False
    before, around = r.low(i - 1), r.around
    if not _named(r, i + 1) or before in around.before_named_month:
        return False
    if r.low(i + 1) in around.things_of_months or before in around.before_thing_of_month:
        return False
    if r.is_class(i - 1, "poss"):
        return False
    if _named(r, i - 1) and r.low(i - 2) not in around.the:
        return True
    return not r.capital(i + 2) and not r.low(i + 2)[:1].isdigit()


def _named(r: Reader, i: int) -> bool:
    return r.capital(i) and r.tokens.codes[i] == OTHER and r.tokens.words[i][1:].islower()


def _is_title(r: Reader, f: Found) -> bool:
    """Whether a bare year is the title of a work: "1989" in quotation marks, the film 1917, her album 1989."""
    before, after = r.low(f.i - 1), r.low(f.j)
    if before in ('"', "“", "``", "‘") and after in ('"', "”", "''", "’"):
        return True
    return before in r.around.works and r.low(f.i - 2) in r.around.before_works
