"""Whether a sentence tells a deed as what somebody denies, or what a report tells that is said to be false."""

from __future__ import annotations

from leadup import lang
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.relations import relations
from leadup.timeline.target.words import asking
from leadup.timeline.words_asked import words_asked

DISPUTED = 0.1
"""For a deed that somebody denies, or that a report tells which is said to be false: that is no plain news of it."""


def is_disputed(tree: Parse, at: int, words: str, language: str) -> bool:
    """Is a deed what somebody denies, or what a report says that is false or dismissed ("denied that she quit",
    "reports that she quit are untrue"), where the question does not say so too?"""
    asked = {base_form(word.lower(), language) for word in words_asked(words, language)}
    untrue = any(token.word.lower() in asking("not_true", language) for token in tree)
    below = at
    for above in tree.ancestors(at):
        link, lemma = tree[below].deprel, tree[above].lemma.lower()
        says = {lemma, base_form(tree[above].word.lower(), language)}
        if link in relations("meanwhile"):
            return False
        held = tree[below].lemma.lower() in lang.kept_words("holding", language)
        denies = says & asking("denying", language) and (held or link in relations("denied"))
        if denies or (held and says & asking("disproving", language)):
            return says.isdisjoint(asked)
        if untrue and lemma in lang.kept_words("holding", language):
            return True
        below = above
    return False
