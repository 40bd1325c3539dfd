"""Who and what stands where in a clause: its head, the subject of a verb, by whom a deed was done, and to whom."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from leadup.lang import kept_table
from leadup.lang.wordforms import is_third_person, word_endings
from leadup.reading.syntax import Parse
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import asking


class _Lists(dict[str, frozenset[str]]):
    """The lists of a table that are written as one string of words, each split when it is first asked for: what a small
    pack lacks is asked for as well."""

    def __init__(self, table: Mapping[str, str]) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = found = frozenset(self._table[name].split())
        return found


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.relations = _Lists(kept_table("clauses", language))
        """Words, and relations of Universal Dependencies, by what they say of a deed."""


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def clause_relations(language: str) -> dict[str, frozenset[str]]:
    """Words, and relations of Universal Dependencies, by what they say of a deed."""
    return _forms(language).relations


def doers_behind(sentence: Parse, deed: int, language: str) -> list[int]:
    """By whom a deed is said to be done ("by Lund")."""
    return [c for c in sentence.children(deed, "obl") if sentence[c].relation in clause_relations(language)["doer"]]


def owners_of(sentence: Parse, deed: int, language: str) -> list[int]:
    """Whose a noun is said to be ("Lund's resignation", "his")."""
    return [c for c in sentence.children(deed, "nmod") if sentence[c].relation in clause_relations(language)["owner"]]


def subject_of(sentence: Parse, deed: int, language: str) -> int:
    """The subject of a verb, or of the one that it runs on from ("shot and killed"); for "he" and "who" the one that
    these stand in for, as far as the sentence says so; -1 for none."""
    forms = _forms(language)
    verb = deed
    while not sentence.children(verb, "nsubj") and sentence[verb].deprel == "conj" and sentence[verb].head >= 0:
        verb = sentence[verb].head
    subject = next((c for c in sentence.children(verb, "nsubj")), -1)
    if subject < 0 or sentence[subject].upos not in forms.relations["standing_in"]:
        return subject
    if sentence[verb].relation in forms.relations["relative"]:
        return sentence[verb].head
    # "Lund said that he would go": he is Lund.
    return next(iter(sentence.children(clause_above(sentence, verb, language), "nsubj")), subject)


def is_passive(sentence: Parse, verb: int, language: str) -> bool:
    """Is a verb's deed done to its subject ("was fired")? Of two in a row the first may say so ("was shot and killed"),
    but not of one that has an object or is in the present ("was freed and sent a letter", "is freed and runs")."""
    token = sentence[verb]
    if sentence.children(verb, "nsubj:pass", "aux:pass"):
        return True
    if auxiliaries := sentence.children(verb, "aux"):
        be = any(sentence[k].word.lower() in asking("of_passive", language) for k in auxiliaries)
        return be and not token.word.lower().endswith(word_endings(language).gerund)
    runs_on = token.deprel == "conj" and sentence[token.head].upos == "VERB"
    if not runs_on or sentence.children(verb, "nsubj", "obj", "ccomp"):
        return False
    word, base = token.word.lower(), token.lemma.lower()
    present = word == base or is_third_person(word, base, language)
    return not present and is_passive(sentence, token.head, language)


def whom(sentence: Parse, deed: int, language: str) -> list[int]:
    """To whom a deed's noun says that it was done: "the shooting of Lund"."""
    return [
        c
        for c in sentence.children(deed, "nmod")
        if any(plain(sentence[k].word) in clause_relations(language)["whom"] for k in sentence.children(c, "case"))
    ]


def is_under(sentence: Parse, i: int, top: int) -> bool:
    """Does a word stand in the phrase of another?"""
    while i >= 0 and i != top:
        i = sentence[i].head
    return i == top


def is_named_by(sentence: Parse, i: int, top: int, language: str) -> bool:
    """Is a word part of the name or the list that another heads ("Anna Lund", but not "Lund's aide")?"""
    while i >= 0 and i != top and sentence[i].relation in clause_relations(language)["of_a_name"]:
        i = sentence[i].head
    return i == top


def clause_of(sentence: Parse, i: int, language: str) -> int:
    """The head of the clause that a word stands in."""
    forms = _forms(language)
    while sentence[i].head >= 0 and not (
        sentence[i].deprel in forms.relations["clauses"] and sentence[i].upos in forms.relations["verbs"]
    ):
        i = sentence[i].head
    return i


def clause_above(sentence: Parse, clause: int, language: str) -> int:
    """The head of the clause that the one with this head hangs on; itself where it hangs on none."""
    head = sentence[clause].head
    return clause if head < 0 else clause_of(sentence, head, language)
