"""Noun phrases: where they reach, and whether they can act."""

from __future__ import annotations

from typing import Any, Final

from leadup.lang import ENGLISH, table
from leadup.model.claim import Extent
from leadup.reading.actions.clause import Sentence
from leadup.reading.actions.lexicon import WordClass, word_list
from leadup.reading.names.countries import country_of_capital, country_of_demonym, country_of_name
from leadup.reading.syntax.tree import Relation

_WORDS: dict[str, Any] = table("actions")["phrases"]
_PRONOUNS: frozenset[str] = frozenset(_WORDS["pronouns"])
_OF: frozenset[str] = frozenset(_WORDS["of"])
_OWNERS: frozenset[str] = frozenset(_WORDS["owners"])

_LEFT: Final[frozenset[Relation]] = frozenset({"det", "amod", "compound", "nummod", "flat", "goeswith", "advmod"})
_RIGHT: Final[frozenset[Relation]] = frozenset({"flat", "goeswith", "compound"})
_MANY: Final[frozenset[str]] = frozenset(_WORDS["many"])
"""Counts that are counted themselves: "tens of thousands of women"."""
_ACTING_CLASSES: Final[frozenset[WordClass]] = frozenset({"person", "forces", "captive", "observers", "group"})


def names_a_time(sentence: Sentence, i: int) -> bool:
    """Whether the word is a day, a month or another time."""
    t = sentence.tokens[i]
    return t.word.lower() in word_list("time") or (t.upos == "NUM" and t.word.isdigit())


def country(sentence: Sentence, i: int) -> str | None:
    """The country that the word alone names, by name, demonym or capital."""
    word = sentence.tokens[i].word
    if not word[:1].isupper():
        return None
    return country_of_name(word, ENGLISH) or country_of_demonym(word, ENGLISH) or country_of_capital(word, ENGLISH)


def actorness(sentence: Sentence, i: int) -> float:
    """How much like one who can act or be acted upon the phrase headed by ``i`` is."""
    t = sentence.tokens[i]
    if names_a_time(sentence, i) or t.upos in {"PUNCT", "SYM", "ADV", "VERB", "ADP"}:
        return -3.0
    if t.upos == "PROPN":
        return 0.9 + (0.4 if country(sentence, i) else 0.0)
    if t.upos == "PRON":
        return -0.6 if t.word.lower() in _PRONOUNS else -0.1
    if not _ACTING_CLASSES.isdisjoint(sentence.classes[i]):
        return 0.6
    below = sentence.parse.children(i, "amod", "compound", "nmod", "flat")
    if any(country(sentence, c) or sentence.tokens[c].upos == "PROPN" for c in below):
        return 0.5
    return 0.0


def base(sentence: Sentence, head: int) -> Extent:
    """The words of the phrase headed by ``head``: what stands before it, its names, and one "of ..." after it."""
    low, high = _reach(sentence, head)
    of = head
    for _ in range(2):
        c = next((c for c in sentence.parse.children(of, "nmod") if c > high and _case(sentence, c) in _OF), None)
        if c is None or _next(sentence, high) not in _OF:
            break
        of, high = c, max(high, _reach(sentence, c)[1])
        if sentence.tokens[of].word.lower() not in _MANY:
            break
    tokens = sentence.tokens
    if tokens[head].upos == "NOUN":
        for c in sentence.parse.children(head, "appos"):
            # "his counterpart, Rupert Hentzau"
            if tokens[c].upos == "PROPN" and high < c <= high + 4:
                high = max(high, _reach(sentence, c)[1])
                break
    while low < head and (tokens[low].upos in {"DET", "PUNCT", "ADP", "SCONJ"} or tokens[low].deprel == "advmod"):
        low += 1
    return tokens[low].start, tokens[high].end


def case(sentence: Sentence, i: int) -> str:
    """The preposition that governs the phrase headed by ``i``, in small letters; "" where none does."""
    return _case(sentence, i)


def _case(sentence: Sentence, i: int) -> str:
    tokens = sentence.tokens
    for c in sentence.parse.children(i, "case"):
        if c < i and tokens[c].word not in _OWNERS:
            return tokens[c].word.lower()
    return ""


def possessive(sentence: Sentence, i: int) -> bool:
    """Whether the phrase headed by ``i`` is a possessor: "Ruritania's", "its"."""
    t = sentence.tokens[i]
    if t.relation == "nmod:poss":
        return True
    return any(sentence.tokens[c].word in _OWNERS for c in sentence.parse.children(i, "case"))


def _next(sentence: Sentence, i: int) -> str:
    return sentence.tokens[i + 1].word.lower() if i + 1 < len(sentence.tokens) else ""


def _reach(sentence: Sentence, head: int) -> tuple[int, int]:
    """The first and last word of a phrase without what hangs on it by a preposition."""
    low = high = head
    todo = [head]
    while todo:
        at = todo.pop()
        for c in sentence.parse.children(at):
            t = sentence.tokens[c]
            left = c < head and (t.deprel in _LEFT or (t.deprel == "nmod" and not _case(sentence, c)))
            if left or (c > head and t.deprel in _RIGHT):
                low, high = min(low, c), max(high, c)
                todo.append(c)
    return low, high
