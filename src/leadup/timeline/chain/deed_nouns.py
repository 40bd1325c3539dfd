"""Nouns that may mean a deed told elsewhere: which do, and which of them mean one that is known."""

from __future__ import annotations

import functools

from leadup.lang import kept_rows, kept_table
from leadup.reading.names.lexicon import Is, lexicon
from leadup.reading.syntax import Parse, parse
from leadup.timeline.chain.distinct import names_some_day
from leadup.timeline.chain.phrases import may_mean, possessive
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.relations import relations
from leadup.timeline.terms import stem

_OF_PERSONS = int(Is.TITLE | Is.GIVEN | Is.FAMILY)


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.definite = frozenset(kept_table("chain", language)["definite"].split())
        """Words that make a noun one that is known."""
        self.vague: frozenset[str] = frozenset(
            stem(each, language) for each in kept_table("chain", language)["referred"]["vague"]
        )
        """The stems of nouns for anything that happened."""
        self.of_office: frozenset[str] = frozenset(
            stem(each, language) for each in kept_table("chain", language)["referred"]["of_office"]
        )
        self.against: str = kept_table("chain", language)["referred"]["against"]


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def definite(language: str) -> frozenset[str]:
    """Words that make a noun one that is known."""
    return _forms(language).definite


def vague(language: str) -> frozenset[str]:
    """The stems of nouns for anything that happened."""
    return _forms(language).vague


@functools.lru_cache(maxsize=1_024)  # of one sentence several things are asked in turn
def tree_of(text: str, language: str) -> Parse:
    """The parse of a sentence, or of words of one."""
    return parse(text, [(0, len(text))], language=language)[0]


def is_known(tree: Parse, head: int, language: str) -> bool:
    """Whether the noun is one that is known: "the leak", "her remarks", "Monday's raid"."""
    return names_some_day(" ".join(tree[k].word for k in tree.subtree(head)), language) or any(
        tree[c].word.lower() in _forms(language).definite
        or tree[c].relation == "nmod:poss"
        or tree[c].word in possessive(language)
        for c in tree.children(head)
    )


@functools.cache
def meanings(language: str) -> dict[str, frozenset[str]]:
    """The stem of each noun of ``references.tsv``, to the stems of words that tell the deed it means."""
    return {
        stem(noun, language): frozenset(term for word in words.split() for term, _ in words_of(word, language))
        for noun, words in kept_rows("references", language)
    }


def refers(tree: Parse, head: int, language: str) -> bool:
    """Whether a word is a noun that may mean a deed told elsewhere."""
    word = tree[head].word.lower()
    if (
        head
        and tree[head].word[:1].isupper()
        and tree[head - 1].word[:1].isupper()
        and tree[head - 1].word.lower() in _forms(language).definite
    ):
        return False  # a title: "The Raid"
    return bool(
        tree[head].upos in relations("nouns")
        and (may_mean(word, language) or stem(word, language) in meanings(language))
    )


def is_somebodys(tree: Parse, head: int, language: str) -> bool:
    """Whether a noun for any act is one that a name owns: "Tarn's decision", but not "Tarn's campaign", which is an
    undertaking of long; "Norland's campaign against Hask" is an act."""
    owner = [tree[c].word for c in tree.children(head, "nmod:poss") if tree[c].upos == "PROPN"]
    if not owner or stem(tree[head].word.lower(), language) not in _forms(language).of_office:
        return bool(owner)
    known = lexicon(language).phrases.get(" ".join(owner))
    if known is not None and known.size == 0:
        return True
    if len(owner) > 1 or any(lexicon(language).words.get(word, 0) & _OF_PERSONS for word in owner):
        return False
    return any(_is_against_a_name(tree, k, language) for k in tree.children(head, *relations("behind")))


def _is_against_a_name(tree: Parse, at: int, language: str) -> bool:
    case = tree.children(at, *relations("case"))
    return tree[at].upos == "PROPN" and any(tree[c].word.lower() == _forms(language).against for c in case)
