"""A report that closes a sentence behind a comma, ", a source close to the inquiry told the Herald on Monday", read
from the order of its words alone, where no tree tells who says it."""

from __future__ import annotations

from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.attribution.tree_queries import trim
from leadup.reading.syntax import Parse


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("attribution", language)["closing"]
        self.says: frozenset[str] = frozenset(words["says"])
        self.tells: frozenset[str] = frozenset(words["tells"])
        self.of: frozenset[str] = frozenset(words["of"])
        self.owner: frozenset[str] = frozenset(words["owner"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_NAMING = frozenset({"PROPN", "NOUN", "DET", "ADJ", "NUM"})
_COMMA = ","

_LONGEST_TAIL = 9
"""Words behind the verb, at most: whom it is told, when and where."""

_LONGEST_SPEAKER = 16
"""Words from the comma to the verb, at most."""

_LEAST_TOLD = 4
"""Words that are said, at least, a verb among them."""


def closing(parse: Parse, i: int, language: str) -> tuple[list[int], tuple[int, ...]] | None:
    """What is said and who says it, where verb ``i`` closes the sentence, its speaker before it and behind a comma.

    None where other words stand there: a clause, a list, a pronoun that opens a relative clause, a verb without its
    hearer ("told").
    """
    forms = _forms(language)
    word = parse[i].word.lower()
    if word not in forms.says | forms.tells or not _is_tail(parse, i + 1, word in forms.tells):
        return None
    first = _names_from(parse, i, forms)
    if first is None or not _is_told(parse, first - 1):
        return None
    source = trim(parse, range(first, i))
    return list(range(first - 1)), source


def _is_tail(parse: Parse, start: int, heard: bool) -> bool:
    """Does nothing stand from word ``start`` on but whom it is told (needed where ``heard``), when and where?"""
    tail = list(range(start, len(parse)))
    while tail and parse[tail[-1]].upos == "PUNCT":
        tail.pop()
    plain = all(parse[k].upos in _NAMING | {"ADP", "ADV"} for k in tail)
    return plain and len(tail) <= _LONGEST_TAIL and (not heard or (bool(tail) and parse[tail[0]].upos in _NAMING))


def _names_from(parse: Parse, i: int, forms: _Forms) -> int | None:
    """Where who speaks begins: right behind a comma, "the office of the yard", or "Lund, the yard's spokesman,"."""
    set_off = parse[i - 1].word == _COMMA
    last = i - 2 if set_off else i - 1
    first = _phrase(parse, last, forms)
    if first is not None and set_off:
        first = _phrase(parse, first - 2, forms)
    return first if first is not None and i - first <= _LONGEST_SPEAKER else None


def _phrase(parse: Parse, last: int, forms: _Forms) -> int | None:
    """The first word of a noun phrase that ends with word ``last`` and stands behind a comma; None where none does."""
    k = last
    while k >= 0 and (parse[k].upos in _NAMING or parse[k].word.lower() in forms.of | forms.owner):
        k -= 1
    first = k + 1
    if k < 1 or first > last or parse[k].word != _COMMA or parse[first].word.lower() in forms.of | forms.owner:
        return None
    return first if any(parse[w].upos in {"NOUN", "PROPN"} for w in range(first, last + 1)) else None


def _is_told(parse: Parse, comma: int) -> bool:
    """Do the words before a comma say something: a main clause, not the adjunct that another one opens with?"""
    opens = parse[0].upos in {"ADP", "SCONJ", "VERB"}
    commas = sum(parse[k].word == _COMMA for k in range(comma))
    verbs = any(parse[k].upos in {"VERB", "AUX"} for k in range(comma))
    return comma >= _LEAST_TOLD and verbs and (not opens or commas > 0)
