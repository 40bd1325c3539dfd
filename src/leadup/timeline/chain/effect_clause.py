"""The clause that a cue hangs on: what is said to answer, in a sentence that tells more than that.

"The bridge fell hours after Sund shelled Norhaven in response to the raid": the shelling answers the raid, not the
fall; and in "condemned an attack launched in response to the raid" the attack does. Where a clause only supposes the
deed ("should the rebels strike in retaliation for the raid") nothing answers.
"""

from __future__ import annotations

import re

from leadup.lang import table
from leadup.reading.syntax import Parse
from leadup.timeline.chain.cues import Cue
from leadup.timeline.chain.deed_nouns import refers, tree_of
from leadup.timeline.relations import relations

_SUPPOSED: frozenset[str] = frozenset(table("chain")["supposed"].split())
_WORD = re.compile(r"\w")


def clause_start(text: str, cue: Cue) -> int | None:
    """Where the clause of a cue begins that tells of somebody of its own, 0 where that is the whole sentence's; None
    where the deed is only supposed."""
    tree = tree_of(text)
    at = _governor(tree, cue)
    while at is not None and at >= 0:
        if _is_supposed(tree, at):
            return None
        if tree[at].relation in relations("clause_beside") and _has_doer(tree, at):
            return tree.extent(at)[0]
        at, below = tree[at].head, at
        if at >= 0 and tree[below].relation in relations("on_noun") and refers(tree, at):
            return tree.extent(at)[0]
    return 0


def _governor(tree: Parse, cue: Cue) -> int | None:
    """The word that the words of a cue hang on, or they themselves where they are what the clause says."""
    within = [at for at in tree.within(cue.start, cue.end) if _WORD.search(tree[at].word)]
    above = (at for at in within if tree[at].head not in within)
    return next(iter(above), None)


def _is_supposed(tree: Parse, at: int) -> bool:
    below = tree.children(at, *relations("modal"), *relations("mark"))
    return any(tree[c].word.lower() in _SUPPOSED for c in below)


def _has_doer(tree: Parse, at: int) -> bool:
    """Whether a clause says by a noun what it is about."""
    return any(tree[c].upos in relations("nouns") for c in tree.children(at, *relations("of_clause")))
