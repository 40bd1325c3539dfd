"""Words that hold what somebody said or knew of a deed: a statement that condemns it, proof that it was planned.

What such words hold is told with them where they are made or backed: "signed a letter condemning the raid", not
"blocked a resolution condemning the raid".
"""

from __future__ import annotations

from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.day_deeds import is_denied
from leadup.timeline.relations import relations


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["referred"]
        self.that: str = words["that"]
        self.holding: frozenset[str] = frozenset(words["holding"])
        self.making: frozenset[str] = frozenset(words["making"])
        self.agreeing: frozenset[str] = frozenset(words["agreeing"])
        self.within: frozenset[str] = frozenset(words["within"])
        self.failing: frozenset[str] = frozenset(words["failing"])
        self.backed: frozenset[str] = frozenset(words["backed"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def is_content(tree: Parse, at: int, language: str) -> bool:
    """Whether a clause is what a noun holds: "had proof that the army was responsible for the raid"."""
    marks = [tree[c].word.lower() for c in tree.children(at, *relations("mark"))]
    if tree[at].relation in relations("of_noun") and not marks:
        # "issued a statement condemning the raid", "a statement released after the raid"
        return _is_of_holder(tree, at, language) and _is_made(tree, tree[at].head, language)
    return tree[at].relation in (*relations("of_noun"), *relations("relative_clause")) and marks[:1] == [
        _forms(language).that
    ]


def is_unmade(tree: Parse, at: int, language: str) -> bool:
    """Whether a participle says what a statement holds that nobody makes or backs: "blocked a motion condemning the
    raid"."""
    return _is_of_holder(tree, at, language) and not _is_made(tree, tree[at].head, language)


def _is_of_holder(tree: Parse, at: int, language: str) -> bool:
    plain = tree[at].relation in relations("of_noun") and not tree.children(at, *relations("mark"))
    return plain and tree[tree[at].head].lemma in _forms(language).holding


def _is_made(tree: Parse, holder: int, language: str) -> bool:
    """Whether somebody makes or backs a statement, or speaks in it: "adopted a resolution", "voted for a motion", "said
    in a letter"; or it does something itself. One that hangs on no verb stands for itself."""
    forms = _forms(language)
    while tree[holder].relation in relations("coordinate") and tree[tree[holder].head].upos in relations("nouns"):
        holder = tree[holder].head
    case = {tree[c].word.lower() for c in tree.children(holder, *relations("case"))}
    above = tree[holder].head
    if above < 0 or (case and case <= forms.within):
        return above < 0 or not is_denied(tree, above, language)
    if tree[holder].relation in relations("subject") and not is_denied(tree, above, language):
        return tree[above].lemma not in forms.failing
    if case and not case <= forms.backed:
        return False
    while True:
        if is_denied(tree, above, language) or tree[above].lemma not in forms.making | forms.agreeing:
            return False
        if tree[above].relation not in relations("same_doer") or tree[above].relation in relations("coordinate"):
            return True
        above = tree[above].head
