"""Known deeds that a sentence speaks of without a cue: "invoked the attack", "added caveats to his call"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import LinkKind
from leadup.reading.syntax import Parse
from leadup.timeline.chain.cues import Cue
from leadup.timeline.chain.deed_nouns import definite, meanings, refers, tree_of
from leadup.timeline.chain.distinct import names_some_day
from leadup.timeline.chain.phrases import may_mean
from leadup.timeline.happenings.day_deeds import is_denied
from leadup.timeline.relations import relations
from leadup.timeline.terms import stem

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["referred"]
        self.about: frozenset[str] = frozenset(words["about"])
        self.doing: frozenset[str] = frozenset(words["doing"])
        self.several: frozenset[str] = frozenset(words["several"])
        self.where_or_when: frozenset[str] = frozenset(words["where_or_when"])
        self.course: frozenset[str] = frozenset(words["course"])
        self.telling_itself: frozenset[str] = frozenset(words["telling_itself"])
        self.leading: frozenset[str] = frozenset(words["leading"])
        self.sparking: frozenset[str] = frozenset(words["sparking"])
        self.not_known: frozenset[str] = frozenset(words["not_known"])
        self.may_be: frozenset[str] = frozenset(words["may_be"])
        self.brought_up: str = words["brought_up"]
        """The cue of a deed that is spoken of without one."""


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def brought_up_cue(language: str) -> str:
    """The cue of a deed that is spoken of without one."""
    return _forms(language).brought_up


def brought_up(text: str, cues: Sequence[Cue], language: str) -> Iterator[Cue]:
    """Known deeds that a sentence speaks of without a cue: "invoked the attack", "added caveats to his call"."""
    if not any(
        may_mean(word, language) or stem(word, language) in meanings(language) for word in _WORD.findall(text.lower())
    ):
        return
    tree = tree_of(text, language)
    for at in range(len(tree)):
        if not refers(tree, at, language) or _is_of_several(tree, at, language):
            continue
        led = _is_what_led(tree, at, language)
        if not (led or _is_pointed_out(tree, at, language)) or any(
            cue.start <= tree[at].start < cue.to for cue in cues
        ):
            continue
        start, to = tree.extent(at)
        above = tree[at].head
        case = _case(tree, at)
        if case and _is_spoken_about(tree, at, case[0], language):
            from_, opens = tree[case[-1]].end, tree[case[0]].start
        elif not case and tree[at].relation in relations("object") and _is_of_before(tree, at, language):
            from_, opens = start, min(start, tree[above].start) if tree[above].head < 0 else start
        elif tree[at].relation in relations("subject") and not _is_course(tree, above, language):
            from_, opens = start, start
        elif not case and _is_spoken_about_beside(tree, at, language):
            from_ = opens = min(tree[k].start for k in tree.subtree(at) if tree[k].upos not in relations("joining"))
        else:
            continue
        kind: LinkKind = "caused by" if led else "statement about"
        yield Cue(_forms(language).brought_up, kind, True, opens, from_, from_ + (text[from_] == " "), to)


def _case(tree: Parse, at: int) -> list[int]:
    """The prepositions before a noun."""
    return [c for c in tree.children(at, *relations("case")) if tree[c].start < tree[at].start]


def _is_spoken_about(tree: Parse, at: int, case: int, language: str) -> bool:
    """Whether a noun stands behind the preposition ``case`` of what something is about, and is no mere place or time of
    it, nor what that led to."""
    forms = _forms(language)
    above = tree[at].head
    if tree[at].deprel not in relations("behind") or tree[case].word.lower() not in forms.about:
        return False
    return tree[above].word.lower() not in forms.where_or_when and tree[above].lemma not in forms.leading


def _is_spoken_about_beside(tree: Parse, at: int, language: str) -> bool:
    """Whether a noun is the second of two that something is about: "a tie between the theft and the raid"."""
    above = tree[at].head
    if tree[at].relation not in relations("coordinate") or above < 0:
        return False
    case = _case(tree, above)
    return bool(case) and _is_spoken_about(tree, above, case[0], language)


def _is_of_before(tree: Parse, at: int, language: str) -> bool:
    """Whether a verb's object is no deed that the verb itself tells: "invoked the raid", not "launched the raid", but
    "launched Sunday's raid" is of that day."""
    owners = " ".join(tree[c].word for c in tree.children(at, "nmod:poss"))
    return tree[tree[at].head].lemma not in _forms(language).doing or names_some_day(owners, language)


def _is_what_led(tree: Parse, at: int, language: str) -> bool:
    """Whether a noun is what a sentence says something else came of, and a name says which: "A raid in Hask sparked
    protests", but not "another raid", nor "could spark" or "did not spark"."""
    forms = _forms(language)
    above = tree[at].head
    if tree[at].relation not in relations("subject") or above < 0 or tree[above].lemma not in forms.sparking:
        return False
    if is_denied(tree, above, language) or any(tree[c].word.lower() in forms.may_be for c in tree.children(above)):
        return False
    if any(tree[c].word.lower() in forms.not_known for c in tree.children(at)):
        return False
    return any(tree[k].upos == "PROPN" for k in tree.subtree(at))


def _is_course(tree: Parse, at: int, language: str) -> bool:
    """Whether a verb, or what a thing is said to be, tells of a deed itself, and not of another that it led to: "the
    raid ended at dawn", "the announcement said"."""
    forms = _forms(language)
    alone = len(tree.children(at, *relations("of_clause"))) == 1  # "the raids went on, Lund said"
    told = tree[at].lemma in forms.course or (alone and tree[at].lemma in forms.telling_itself)
    return told or bool(tree.children(at, *relations("copula")))


def _is_pointed_out(tree: Parse, at: int, language: str) -> bool:
    """Whether a word or an owner before the noun says that it is known, and not only a day: "went on strike Monday"."""
    words = (tree[c].word.lower() for c in tree.children(at))
    return any(word in definite(language) for word in words) or bool(tree.children(at, "nmod:poss"))


def _is_of_several(tree: Parse, at: int, language: str) -> bool:
    """Whether the noun is one of several spoken of before: "those calls"."""
    return any(tree[c].word.lower() in _forms(language).several for c in tree.children(at))
