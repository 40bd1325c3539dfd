"""Words that hold what somebody said or knew of a deed: a statement that condemns it, proof that it was planned.

What such words hold is told with them where they are made or backed: "signed a letter condemning the raid", not
"blocked a resolution condemning the raid".
"""

from __future__ import annotations

from typing import Any

from leadup.lang import table
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.day_deeds import is_denied
from leadup.timeline.relations import relations

_WORDS: dict[str, Any] = table("chain")["referred"]
_THAT: str = _WORDS["that"]
_HOLDING: frozenset[str] = frozenset(_WORDS["holding"])
_MAKING: frozenset[str] = frozenset(_WORDS["making"])
_AGREEING: frozenset[str] = frozenset(_WORDS["agreeing"])
_WITHIN: frozenset[str] = frozenset(_WORDS["within"])
_FAILING: frozenset[str] = frozenset(_WORDS["failing"])
_BACKED: frozenset[str] = frozenset(_WORDS["backed"])


def is_content(tree: Parse, at: int) -> bool:
    """Whether a clause is what a noun holds: "had proof that the army was responsible for the raid"."""
    marks = [tree[c].word.lower() for c in tree.children(at, *relations("mark"))]
    if tree[at].relation in relations("of_noun") and not marks:
        # "issued a statement condemning the raid", "a statement released after the raid"
        return _is_of_holder(tree, at) and _is_made(tree, tree[at].head)
    return tree[at].relation in (*relations("of_noun"), *relations("relative_clause")) and marks[:1] == [_THAT]


def is_unmade(tree: Parse, at: int) -> bool:
    """Whether a participle says what a statement holds that nobody makes or backs: "blocked a motion condemning the
    raid"."""
    return _is_of_holder(tree, at) and not _is_made(tree, tree[at].head)


def _is_of_holder(tree: Parse, at: int) -> bool:
    plain = tree[at].relation in relations("of_noun") and not tree.children(at, *relations("mark"))
    return plain and tree[tree[at].head].lemma in _HOLDING


def _is_made(tree: Parse, holder: int) -> bool:
    """Whether somebody makes or backs a statement, or speaks in it: "adopted a resolution", "voted for a motion", "said
    in a letter"; or it does something itself. One that hangs on no verb stands for itself."""
    while tree[holder].relation in relations("coordinate") and tree[tree[holder].head].upos in relations("nouns"):
        holder = tree[holder].head
    case = {tree[c].word.lower() for c in tree.children(holder, *relations("case"))}
    above = tree[holder].head
    if above < 0 or (case and case <= _WITHIN):
        return above < 0 or not is_denied(tree, above)
    if tree[holder].relation in relations("subject") and not is_denied(tree, above):
        return tree[above].lemma not in _FAILING
    if case and not case <= _BACKED:
        return False
    while True:
        if is_denied(tree, above) or tree[above].lemma not in _MAKING | _AGREEING:
            return False
        if tree[above].relation not in relations("same_doer") or tree[above].relation in relations("coordinate"):
            return True
        above = tree[above].head
