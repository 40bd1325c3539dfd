"""Whose words an entry is: not theirs who are only quoted on a thing that the outlet tells of itself.

"Norland shelled five depots that the ministry says are empty" is the outlet's own, whoever calls the depots empty;
"Norland shelled five depots, the ministry says" is the ministry's.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from leadup.lang import kept_table
from leadup.model import Claim, Span
from leadup.reading.attribution.lexicon import cues
from leadup.reading.syntax import Parse
from leadup.timeline.chain.deed_nouns import tree_of
from leadup.timeline.relations import relations


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.of_words = frozenset(kept_table("chain", language)["referred"]["of_words"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def said_of_the_whole(span: Span, claims: Iterable[Claim], language: str) -> tuple[Claim, ...]:
    """Those of these claims (places in the article) that are not said of a thing alone that a sentence brings up."""
    found = tuple(claims)
    if not any(claim.manner == "paraphrased" for claim in found):
        return found
    tree = tree_of(span.exact, language)
    return tuple(claim for claim in found if not _is_of_a_thing(tree, claim, span.start, language))


def _is_of_a_thing(tree: Parse, claim: Claim, start: int, language: str) -> bool:
    """Is a claim only said of a thing in the sentence ("a raid that it said killed two"), so that the sentence as a
    whole is not its speaker's words?

    That is so where what the sentence turns on stands before all of the claim, and the claim's cue is a clause on a
    noun, or stands right behind one. Not where the noun is one of words ("a letter in which she said"), or the speaker
    is who does the rest.
    """
    if claim.manner != "paraphrased" or not claim.cue or not claim.content or tree.root < 0:
        return False
    said = min(s for s, _ in (*claim.source, *claim.cue)) - start
    words = min(s for s, _ in claim.content) - start
    if tree[tree.root].start >= said or words < said or tree.children(tree.root, *relations("there_is")):
        return False
    if any(tree[k].upos in relations("pronoun") for s, e in claim.source for k in tree.within(s - start, e - start)):
        return False
    at = tree.at(claim.cue[0][0] - start)
    if at < 0:
        return False
    if tree[at].deprel in relations("apart"):
        # Beside the main clause it is a clause on a noun whose "that" is left out, unless a comma parts them.
        before = tree[tree.at(said) - 1] if tree.at(said) > 0 else tree[tree.root]
        return before.word[-1:].isalnum() and not _is_of_words(before.lemma, language)
    on = [k for k in (at, *tree.ancestors(at)) if tree[k].deprel in relations("on_noun")]
    return bool(on) and not any(_is_of_words(tree[tree[k].head].lemma, language) for k in on)


def _is_of_words(noun: str, language: str) -> bool:
    """Does a noun name words that somebody says or writes ("letter", "statement")?"""
    noun = noun.lower()
    return noun in _forms(language).of_words or noun in cues("reporting_nouns", language)
