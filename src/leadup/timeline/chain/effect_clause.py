"""The clause that a cue hangs on: what is said to answer, in a sentence that tells more than that.

"The bridge fell hours after Sund shelled Norhaven in response to the raid": the shelling answers the raid, not the
fall; and in "condemned an attack launched in response to the raid" the attack does. Where a clause only supposes the
deed ("should the rebels strike in retaliation for the raid") nothing answers.
"""

from __future__ import annotations

import re
from functools import cache

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.reading.syntax import Parse
from leadup.timeline.chain.cues import Cue
from leadup.timeline.chain.deed_nouns import refers, tree_of
from leadup.timeline.relations import relations

_WORD = re.compile(r"\w")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.supposed: frozenset[str] = frozenset(kept_table("chain", language)["supposed"].split())
        self.coming: frozenset[str] = frozenset(kept_table("chain", language)["coming"].split())
        self.announcing: frozenset[str] = frozenset(kept_table("chain", language)["announcing"].split())
        self.keeping: frozenset[str] = frozenset(kept_table("chain", language)["keeping"].split())


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def clause_start(text: str, cue: Cue, language: str) -> int | None:
    """Where the clause of a cue begins that tells of somebody of its own, 0 where that is the whole sentence's; None
    where the deed is only supposed.

    What a clause on a noun tells was done, whatever must be done with that ("must pay a fine imposed in response");
    and who announces what will be done answers by that.
    """
    tree = tree_of(text, language)
    at = _governor(tree, cue)
    done: int | None = None
    while at is not None and at >= 0:
        if _is_announced(tree, at, language):
            at = tree[at].head
        if _is_supposed(tree, at, language):
            return done
        if tree[at].relation in relations("clause_beside") and _has_doer(tree, at):
            return tree.extent(at)[0]
        if done is None and (noun := _noun_of_done(tree, at, language)) is not None:
            done = tree.extent(noun)[0]
        at, below = tree[at].head, at
        if at >= 0 and tree[below].relation in relations("on_noun") and refers(tree, at, language):
            return tree.extent(at)[0]
    return 0


def _governor(tree: Parse, cue: Cue) -> int | None:
    """The word that the words of a cue hang on, or they themselves where they are what the clause says."""
    within = [at for at in tree.within(cue.start, cue.end) if _WORD.search(tree[at].word)]
    above = (at for at in within if tree[at].head not in within)
    return next(iter(above), None)


def _is_supposed(tree: Parse, at: int, language: str) -> bool:
    below = tree.children(at, *relations("modal"), *relations("mark"))
    return any(tree[c].word.lower() in _forms(language).supposed for c in below)


def _is_announced(tree: Parse, at: int, language: str) -> bool:
    """Is it said that a deed will be done, by a verb that announces it?"""
    forms = _forms(language)
    above = tree[at].head
    if above < 0 or tree[at].relation not in relations("content") or tree[above].lemma.lower() not in forms.announcing:
        return False
    modals = {tree[c].word.lower() for c in tree.children(at, *relations("modal"))} & forms.supposed
    marks = {tree[c].word.lower() for c in tree.children(at, *relations("mark"))}
    return bool(modals) and modals <= forms.coming and marks.isdisjoint(forms.supposed)


def _noun_of_done(tree: Parse, at: int, language: str) -> int | None:
    """The noun of which a verb behind it tells what was done ("a fine imposed", "sanctions that were imposed")."""
    if tree[at].upos not in relations("verbs") or any(tree[c].upos in relations("purpose") for c in tree.children(at)):
        return None
    noun = tree[at].head
    if tree[at].relation in relations("on_noun"):
        return noun if tree[noun].upos in relations("nouns") else None
    # "a fine imposed", read as one more verb of the clause; but "keep the gates closed"
    kept = (
        tree[at].relation not in relations("said") or noun < 0 or tree[noun].lemma.lower() in _forms(language).keeping
    )
    if (
        kept
        or not tree[at].word.lower().endswith(word_endings(language).past)
        or tree[at - 1].relation not in relations("object")
    ):
        return None
    return at - 1 if tree[at - 1].head == noun else None


def _has_doer(tree: Parse, at: int) -> bool:
    """Whether a clause says by a noun what it is about."""
    return any(tree[c].upos in relations("nouns") for c in tree.children(at, *relations("of_clause")))
