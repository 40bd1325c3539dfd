"""Nouns that may mean a deed told elsewhere: which do, and which of them mean one that is known."""

from __future__ import annotations

import functools

from leadup.lang import ENGLISH, rows, table
from leadup.reading.names.lexicon import Is, lexicon
from leadup.reading.syntax import Parse, parse
from leadup.timeline.chain.distinct import names_some_day
from leadup.timeline.chain.phrases import POSSESSIVE, may_mean
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.relations import relations
from leadup.timeline.terms import stem

DEFINITE = frozenset(table("chain")["definite"].split())
"""Words that make a noun one that is known."""

VAGUE: frozenset[str] = frozenset(map(stem, table("chain")["referred"]["vague"]))
"""The stems of nouns for anything that happened."""
_OF_OFFICE: frozenset[str] = frozenset(map(stem, table("chain")["referred"]["of_office"]))
_AGAINST: str = table("chain")["referred"]["against"]
_OF_PERSONS = int(Is.TITLE | Is.GIVEN | Is.FAMILY)


@functools.lru_cache(maxsize=1_024)  # of one sentence several things are asked in turn
def tree_of(text: str) -> Parse:
    """The parse of a sentence, or of words of one."""
    return parse(text, [(0, len(text))], language=ENGLISH)[0]


def is_known(tree: Parse, head: int) -> bool:
    """Whether the noun is one that is known: "the leak", "her remarks", "Monday's raid"."""
    return names_some_day(" ".join(tree[k].word for k in tree.subtree(head))) or any(
        tree[c].word.lower() in DEFINITE or tree[c].relation == "nmod:poss" or tree[c].word in POSSESSIVE
        for c in tree.children(head)
    )


@functools.cache
def meanings() -> dict[str, frozenset[str]]:
    """The stem of each noun of ``references.tsv``, to the stems of words that tell the deed it means."""
    return {
        stem(noun): frozenset(term for word in words.split() for term, _ in words_of(word))
        for noun, words in rows("references")
    }


def refers(tree: Parse, head: int) -> bool:
    """Whether a word is a noun that may mean a deed told elsewhere."""
    word = tree[head].word.lower()
    if (
        head
        and tree[head].word[:1].isupper()
        and tree[head - 1].word[:1].isupper()
        and tree[head - 1].word.lower() in DEFINITE
    ):
        return False  # a title: "The Raid"
    return bool(tree[head].upos in relations("nouns") and (may_mean(word) or stem(word) in meanings()))


def is_somebodys(tree: Parse, head: int) -> bool:
    """Whether a noun for any act is one that a name owns: "Tarn's decision", but not "Tarn's campaign", which is an
    undertaking of long; "Norland's campaign against Hask" is an act."""
    owner = [tree[c].word for c in tree.children(head, "nmod:poss") if tree[c].upos == "PROPN"]
    if not owner or stem(tree[head].word.lower()) not in _OF_OFFICE:
        return bool(owner)
    known = lexicon(ENGLISH).phrases.get(" ".join(owner))
    if known is not None and known.size == 0:
        return True
    if len(owner) > 1 or any(lexicon(ENGLISH).words.get(word, 0) & _OF_PERSONS for word in owner):
        return False
    return any(_is_against_a_name(tree, k) for k in tree.children(head, *relations("behind")))


def _is_against_a_name(tree: Parse, at: int) -> bool:
    case = tree.children(at, *relations("case"))
    return tree[at].upos == "PROPN" and any(tree[c].word.lower() == _AGAINST for c in case)
