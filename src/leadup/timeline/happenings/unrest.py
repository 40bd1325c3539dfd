"""Whether two sentences of a day tell of one unrest: its streets are told by many pens, each with other verbs."""

from __future__ import annotations

import functools

from leadup import lang
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.relations import relations
from leadup.timeline.terms import is_of_calendar


def unrest_told(tree: Parse) -> frozenset[str] | None:
    """The words, in small letters, of the names in a parsed sentence that turns on an unrest; None for another.

    It turns on one by its verb, or by who does what the verb tells or has it done ("rioters took to the streets").
    """
    if tree.root < 0:
        return None
    main = (tree.root, *tree.children(tree.root, *relations("beside")))
    around = (c for k in main for c in tree.children(k, *relations("part")))
    if not any(base_form(tree[k].lemma.lower()) in _kinds() for k in (*main, *around)):
        return None
    named = (t for t in tree.tokens if t.upos == "PROPN" and t.word[:1].isupper())
    return frozenset(t.word.lower() for t in named if not is_of_calendar(t.word))


def same_unrest(one: frozenset[str] | None, other: frozenset[str] | None, asked: frozenset[str]) -> bool:
    """Do two turn on one unrest, by a name that both hold and that is not ``asked`` (whom the whole story is about)?"""
    return one is not None and other is not None and bool((one & other) - asked)


@functools.cache
def _kinds() -> frozenset[str]:
    return frozenset(map(base_form, str(lang.table("unrest")["unrest"]).split()))
