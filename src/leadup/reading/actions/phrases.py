"""Noun phrases: where they reach, and whether they can act."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from leadup.lang import kept_table
from leadup.model.claim import Extent
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.lexicon import WordClass, word_list
from leadup.reading.names.countries import country_of_capital, country_of_demonym, country_of_name
from leadup.reading.syntax.tree import Relation


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("actions", language)["phrases"]
        self.pronouns: frozenset[str] = frozenset(words["pronouns"])
        self.of: frozenset[str] = frozenset(words["of"])
        self.owners: frozenset[str] = frozenset(words["owners"])
        # Counts that are counted themselves: "tens of thousands of women".
        self.many: Final[frozenset[str]] = frozenset(words["many"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_LEFT: Final[frozenset[Relation]] = frozenset({"det", "amod", "compound", "nummod", "flat", "goeswith", "advmod"})
_RIGHT: Final[frozenset[Relation]] = frozenset({"flat", "goeswith", "compound"})
_ACTING_CLASSES: Final[frozenset[WordClass]] = frozenset({"person", "forces", "captive", "observers", "group"})


def names_a_time(sentence: Sentence, i: int) -> bool:
    """Whether the word is a day, a month or another time."""
    t = sentence.tokens[i]
    return t.word.lower() in word_list("time", sentence.language) or (t.upos == "NUM" and t.word.isdigit())


def country(sentence: Sentence, i: int) -> str | None:
    """The country that the word alone names, by name, demonym or capital."""
    word = sentence.tokens[i].word
    if not word[:1].isupper():
        return None
    return (
        country_of_name(word, sentence.language)
        or country_of_demonym(word, sentence.language)
        or country_of_capital(word, sentence.language)
    )


def actorness(sentence: Sentence, i: int) -> float:
    """How much like one who can act or be acted upon the phrase headed by ``i`` is."""
    forms = _forms(sentence.language)
    t = sentence.tokens[i]
    if names_a_time(sentence, i) or t.upos in {"PUNCT", "SYM", "ADV", "VERB", "ADP"}:
        return -3.0
    if t.upos == "PROPN":
        return 0.9 + (0.4 if country(sentence, i) else 0.0)
    if t.upos == "PRON":
        return -0.6 if t.word.lower() in forms.pronouns else -0.1
    if not _ACTING_CLASSES.isdisjoint(sentence.classes[i]):
        return 0.6
    below = sentence.parse.children(i, "amod", "compound", "nmod", "flat")
    if any(country(sentence, c) or sentence.tokens[c].upos == "PROPN" for c in below):
        return 0.5
    return 0.0


def base(sentence: Sentence, head: int) -> Extent:
    """The words of the phrase headed by ``head``: what stands before it, its names, and one "of ..." after it."""
    forms = _forms(sentence.language)
    low, high = _reach(sentence, head, forms)
    of = head
    for _ in range(2):
        c = next(
            (c for c in sentence.parse.children(of, "nmod") if c > high and _case(sentence, c, forms) in forms.of), None
        )
        if c is None or _next(sentence, high) not in forms.of:
            break
        of, high = c, max(high, _reach(sentence, c, forms)[1])
        if sentence.tokens[of].word.lower() not in forms.many:
            break
    tokens = sentence.tokens
    if tokens[head].upos == "NOUN":
        for c in sentence.parse.children(head, "appos"):
            # "his counterpart, Rupert Hentzau"
            if tokens[c].upos == "PROPN" and high < c <= high + 4:
                high = max(high, _reach(sentence, c, forms)[1])
                break
    while low < head and (tokens[low].upos in {"DET", "PUNCT", "ADP", "SCONJ"} or tokens[low].deprel == "advmod"):
        low += 1
    return tokens[low].start, tokens[high].end


def case(sentence: Sentence, i: int) -> str:
    """The preposition that governs the phrase headed by ``i``, in small letters; "" where none does."""
    forms = _forms(sentence.language)
    return _case(sentence, i, forms)


def _case(sentence: Sentence, i: int, forms: _Forms) -> str:
    tokens = sentence.tokens
    for c in sentence.parse.children(i, "case"):
        if c < i and tokens[c].word not in forms.owners:
            return tokens[c].word.lower()
    return ""


def possessive(sentence: Sentence, i: int) -> bool:
    """Whether the phrase headed by ``i`` is a possessor: "Ruritania's", "its"."""
    forms = _forms(sentence.language)
    t = sentence.tokens[i]
    if t.relation == "nmod:poss":
        return True
    return any(sentence.tokens[c].word in forms.owners for c in sentence.parse.children(i, "case"))


def _next(sentence: Sentence, i: int) -> str:
    return sentence.tokens[i + 1].word.lower() if i + 1 < len(sentence.tokens) else ""


def _reach(sentence: Sentence, head: int, forms: _Forms) -> tuple[int, int]:
    """The first and last word of a phrase without what hangs on it by a preposition."""
    low = high = head
    todo = [head]
    while todo:
        at = todo.pop()
        for c in sentence.parse.children(at):
            t = sentence.tokens[c]
            left = c < head and (t.deprel in _LEFT or (t.deprel == "nmod" and not _case(sentence, c, forms)))
            if left or (c > head and t.deprel in _RIGHT):
                low, high = min(low, c), max(high, c)
                todo.append(c)
    return low, high
