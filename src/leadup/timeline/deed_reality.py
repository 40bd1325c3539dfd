"""Whether a deed is told as done, by the clauses it stands in: or only supposed, meant, awaited or still to come."""

from __future__ import annotations

from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.deeds import words as _words
from leadup.timeline.relations import relations
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.words import asking


def is_unreal(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is the deed at a word of a sentence only thought, supposed, meant or still to come?"""
    held = any(
        tree[i].word.lower() in asking("held", language) or _only_may(tree, i, language) for i in tree.ancestors(at)
    )
    undone = (
        _is_left_undone(tree, at, language)
        or _is_awaited(tree, at, words, language)
        or is_to_come(tree, tree[at].start, language)
    )
    return held or undone or _is_supposed(tree, at, language) or is_only_meant(tree, at, words, language)


def _is_awaited(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is a deed what somebody plans or is expected to do, however it is told then ("plans to announce that she will
    run"), where the question does not say so too? "Announced plans to run" is no such."""
    awaited = _words("awaited", language) - {*words.lower().split()}
    # "Plans" that the whole sentence turns on is a verb, however it is read.
    above = (tree[k] for k in tree.ancestors(at) if tree[k].upos not in relations("nouns") or tree[k].head < 0)
    return any(token.word.lower() in awaited for token in above)


def _is_left_undone(tree: Parse, at: int, language: str) -> bool:
    """Is a deed one that somebody tried, wanted or refused to do, however far behind that verb ("refused on Friday to
    resign")?"""
    while tree[at].deprel in relations("to_do") and tree[at].head >= 0:
        at = tree[at].head
        if tree[at].upos in relations("verbs") and tree[at].word.lower() in asking("unreal", language):
            return True
    return False


def _is_supposed(tree: Parse, at: int, language: str) -> bool:
    """Is a deed only supposed: in a clause after "if" or "whether", or the main one beside such a clause?"""
    if tree[0].word.lower() in asking("supposing", language):
        return True
    clauses_of = (k for v in (at, *tree.ancestors(at)) for k in (v, *tree.children(v, *relations("meanwhile"))))
    marks = (tree[c].word.lower() for k in clauses_of for c in tree.children(k, *relations("mark")))
    return any(word in asking("supposing", language) for word in marks)


def is_only_meant(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is a deed only meant to be done: by a verb of pledging or planning, or below one ("pledged to reverse the plan"),
    where the question asks neither for that ("Varo vows revenge") nor for what is news when it is announced?"""
    slots = read_question(words, language).slots
    if any(row.name in asking("announced", language) for slot in slots if slot.needed for row in slot.rows):
        return False
    asked = {base_form(word.lower(), language) for word in words.split()}
    meant = {base_form(word, language) for word in asking("meaning_to", language)} - asked
    return any(
        tree[k].upos in relations("verbs") and base_form(tree[k].lemma.lower(), language) in meant
        for k in (at, *tree.ancestors(at))
        if k == at or tree.children(k, *relations("purposed"))
    )


def _only_may(tree: Parse, at: int, language: str) -> bool:
    """Is it by a verb only said to be possible ("this could mean that the bridge fell")?"""
    return any(tree[k].word.lower() in asking("unreal", language) for k in tree.children(at, *relations("modal")))


def is_to_come(tree: Parse, place: int, language: str) -> bool:
    """Is the deed, a noun, what will or may be, by the verb whose subject it is ("a strike will begin on Monday")?"""
    at = tree.at(place)
    while at >= 0 and tree[at].deprel in relations("of_name"):
        at = tree[at].head
    if at < 0 or tree[at].deprel not in relations("subject"):
        return False
    auxiliaries = tree.children(tree[at].head, "aux")
    return any(tree[k].word.lower() in asking("ahead", language) | asking("unreal", language) for k in auxiliaries)
