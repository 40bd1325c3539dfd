"""A sentence that tells the deed asked for only below other news: in a phrase, as a title, as what is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from leadup.lang.cuts import RUN
from leadup.model import Sentence
from leadup.reading.syntax import Parse
from leadup.timeline.deed_clauses import is_main, is_spoken_of
from leadup.timeline.deed_places import deed_places
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.happenings.day_deeds import befell, kinds_of
from leadup.timeline.relations import relations
from leadup.timeline.target.match import Match
from leadup.timeline.target.slot import Slot, words_of_names
from leadup.timeline.target.words import asking, base_forms

NEAR = 3
"""Words behind "after" within which one who is asked for stands, of whom the deed is then told."""


def is_told_below(
    tree: Parse, sentence: Sentence, text: str, match: Match, slots: Sequence[Slot], language: str
) -> bool:
    """Does a parsed sentence, with its text, tell the deed by which it matches, and each other word for it, only below
    other news?

    Of 17 entries that stood plainly for the event and did not state it, in answers to 122 questions, eight were such;
    of 76 that stated it none was.
    """
    places = {at for at in (tree.at(match.at), *(k for k, _ in deed_places(tree, slots, language))) if at >= 0}
    if not match.is_placed or not places:
        return False
    return (
        all(_is_noun(tree, at) and _is_below(tree, at, language) for at in places)
        or all(_is_noun(tree, at) and _is_title_of_person(tree, at, sentence) for at in places)
        or _is_all_meant(tree, places, slots, language)
        or _came_before(tree, sentence, text, places, slots, language)
        or _is_done_to_it(tree, places, match, slots, language)
    )


def _is_noun(tree: Parse, at: int) -> bool:
    return tree[at].upos in relations("nouns")


def _is_below(tree: Parse, at: int, language: str) -> bool:
    """Does a noun stand in a phrase or clause beside what is told ("fresh off its launch", "a suspect in the
    killings"), or is it only spoken of in what somebody says ("said that progress includes an agreement")?"""
    above = (at, *tree.ancestors(at))
    if is_main(tree, tree[at].start, language) or _is_where_it_befell(tree, at, language):
        return False
    if any(tree[k].deprel in relations("aside") for k in above):
        return True
    return is_spoken_of(tree, at, language) and any(tree[k].deprel in relations("content") for k in above)


def _is_where_it_befell(tree: Parse, at: int, language: str) -> bool:
    """Does a noun say in what people were killed or caught whom the sentence turns on ("was killed in the raid")?"""
    verb = tree[at].head
    return (
        tree[at].deprel in relations("behind")
        and verb >= 0
        and is_main(tree, tree[verb].start, language)
        and bool(kinds_of(base_form(tree[verb].lemma.lower(), language), language) & befell(language))
    )


def _is_title_of_person(tree: Parse, at: int, sentence: Sentence) -> bool:
    """Does a noun say who somebody is ("Varo's pick, Ida Lund", "Ida Lund, his nominee")?"""
    named = [n for n in sentence.names if n.is_person]
    beside = [*tree.children(at, *relations("set_beside"))]
    beside += [tree[at].head] * (tree[at].deprel in relations("set_beside"))
    return any(n.start <= tree[k].start < n.end for k in beside for n in named)


def _is_all_meant(tree: Parse, places: Iterable[int], slots: Sequence[Slot], language: str) -> bool:
    """Is the deed told only below a verb of planning or hoping that the question does not ask for ("plans to announce
    his pick")?"""
    asked = {base_form(word, language) for slot in slots for word in slot.asked.lower().split()}
    meant = base_forms(asking("meaning_to", language), language) - asked
    return all(
        any(
            base_form(tree[k].lemma.lower(), language) in meant and tree.children(k, *relations("purposed"))
            for k in tree.ancestors(at)
        )
        for at in places
    )


def _came_before(
    tree: Parse, sentence: Sentence, text: str, places: Collection[int], slots: Sequence[Slot], language: str
) -> bool:
    """Does the deed stand, by the order of the words, behind "after" and one who is asked for ("protests erupted after
    Lund, a father of five, was shot"), however the clause is read?"""
    first = min(tree[at].start for at in places) - sentence.start
    words = [w for w in RUN.finditer(text) if w.start() < first]
    after = max((n for n, w in enumerate(words) if w[0].lower() in asking("came_before", language)), default=0)
    names = words_of_names(slots)
    return after > 0 and any(w[0] in names for w in words[after + 1 : after + 1 + NEAR])


def _is_done_to_it(tree: Parse, places: Iterable[int], match: Match, slots: Sequence[Slot], language: str) -> bool:
    """Is the deed done to "it", and nothing that the question has behind the deed named in the sentence itself?"""
    done_to = (k for at in places for k in tree.children(at, *relations("object")))
    if not any(tree[k].word.lower() in asking("what_was_named", language) for k in done_to):
        return False
    deed = min((s.place for s in slots if s.needed), default=-1)
    return not any(slots[n].place > deed for n in match.own)
