"""Whether a sentence tells a deed as what somebody denies, or what a report tells that is said to be false."""

from __future__ import annotations

from leadup import lang
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.relations import relations
from leadup.timeline.target.words import asking
from leadup.timeline.words_asked import bases_asked

DISPUTED = 0.1
"""For a deed that somebody denies, or that a report tells which is said to be false: that is no plain news of it."""


def is_disputed(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is a deed what somebody denies, or what a report says that is false or dismissed ("denied that she quit",
    "reports that she quit are untrue"), where the question does not say so too?

    What is refused is not denied ("denied his request"), nor is a vote that is disputed.
    """
    asked = bases_asked(words, language)
    below, entered = at, at
    for above in tree.ancestors(at):
        link = tree[below].deprel
        if link in relations("meanwhile"):
            return False
        held = below != at and _is_held(tree, below, language)
        content = held and _is_content(tree, entered, at, language)
        says = _base_forms(tree, above, language)
        denied = link in relations("denied") and not held and not _is_refused(tree, above, below, at, language)
        if (says & asking("denying", language) and (content or denied)) or (
            content and says & asking("disproving", language)
        ):
            return says.isdisjoint(asked)
        if _is_held(tree, above, language) and _is_content(tree, below, at, language):
            by = frozenset[str]().union(
                *(_base_forms(tree, k, language) for k in tree.children(above, *relations("said_of")))
            )
            if by & (asking("denying", language) | asking("disproving", language)):
                return by.isdisjoint(asked)
            if any(_is_untrue(tree, k, above, language) for k in range(len(tree))):
                return True
        below, entered = above, below
    return False


def _base_forms(tree: Parse, at: int, language: str) -> frozenset[str]:
    return frozenset({tree[at].lemma.lower(), base_form(tree[at].word.lower(), language)})


def _is_held(tree: Parse, at: int, language: str) -> bool:
    return tree[at].lemma.lower() in lang.kept_words("holding", language)


def _is_content(tree: Parse, entered: int, at: int, language: str) -> bool:
    """Does what hangs on the noun of a report tell what the report says: its clause, but no relative one, or the deed's
    own noun ("reports that she quit", "reports of her resignation"; not "claims by one who accused her")?"""
    if entered == at and tree[entered].upos in relations("nouns"):
        return True
    subject = tree.child(entered, *relations("of_clause"))
    is_relative = subject is not None and tree[subject].word.lower() in asking("relative", language)
    return tree[entered].deprel in relations("clause") and not is_relative


def _is_refused(tree: Parse, verb: int, below: int, at: int, language: str) -> bool:
    """Is what hangs on a verb of denying refused, or contested, rather than said not to have been?"""
    if tree[below].upos not in relations("nouns"):
        return False
    if _base_forms(tree, verb, language) & asking("contesting", language):
        return True
    things = {tree[k].lemma.lower() for k in (below, at, *tree.children(verb, *relations("denied"), "iobj"))}
    return bool(things & asking("refusable", language))


def _is_untrue(tree: Parse, at: int, noun: int, language: str) -> bool:
    """Does a word say that the report of a noun is false: right before it, or of it as a whole?"""
    word = tree[at].word.lower()
    negated = any(tree[k].word.lower() in asking("negative", language) for k in tree.children(at))
    if not (word in asking("not_true", language) or (negated and word in asking("is_true", language))):
        return False
    return tree[at].head == noun if tree[at].deprel in relations("said_of") else at > noun
