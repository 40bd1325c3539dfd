"""Whether two sentences of a day tell of the same unrest, though reports of it hardly share their verbs."""

from __future__ import annotations

import functools

from leadup import lang
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.relations import relations
from leadup.timeline.terms import is_of_calendar


def unrest_told(tree: Parse, language: str) -> frozenset[str] | None:
    """The words of the names, in lower case, in a parsed sentence about an unrest; None for any other.

    It is about one where its main verb says so, or the subject or object of it ("rioters took to the streets").
    """
    if tree.root < 0:
        return None
    main = (tree.root, *tree.children(tree.root, *relations("beside")))
    around = (c for k in main for c in tree.children(k, *relations("part")))
    if not any(base_form(tree[k].lemma.lower(), language) in _kinds(language) for k in (*main, *around)):
        return None
    named = (t for t in tree.tokens if t.upos == "PROPN" and t.word[:1].isupper())
    return frozenset(t.word.lower() for t in named if not is_of_calendar(t.word, language))


def same_unrest(one: frozenset[str] | None, other: frozenset[str] | None, asked: frozenset[str]) -> bool:
    """Whether two sentences tell of one unrest, by their names (see :func:`unrest_told`).

    They share a name that is not among ``asked``, the names of the question: those stand in all of its story.
    """
    return one is not None and other is not None and bool((one & other) - asked)


@functools.cache
def _kinds(language: str) -> frozenset[str]:
    return frozenset(base_form(each, language) for each in str(lang.kept_table("unrest", language)["unrest"]).split())
