"""Is a deed told of as done: or as planned, announced, feared, denied, or as how things stand?

What the field calls the factuality of an event, told from the words around its deed.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Sequence
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.reading.syntax import parse_each
from leadup.timeline.target.match import LEAD
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.tokens import base_of, start_of, words_before
from leadup.timeline.target.words import asking, is_contracted_not

MADE_TO_WITHIN = 8
"""Words before an infinitive in which another may make it done: "forced the state's harbour minister to resign"."""
UNREAL_WITHIN = 5
"""Words before a deed in which another may say that it was only feared, asked for or planned."""
ANNOUNCED_WITHIN, TO_COME_WITHIN = 10, 3
"""Words before a deed in which another may say that it is announced, and those in which "would" or "to" stands."""
NEGATED_WITHIN = 3
"""Words before a deed in which "not" may stand."""
LASTED_WITHIN = 5
"""Words before "until" in which a verb of what lasted may stand."""
BRINGS_WITHIN = 8
"""Words from a deed to what it is to bring in which "not" may stand."""
DENIED_WITHIN = 4
"""Words after a deed in which "was not" may stand."""
DENIED_AROUND = 10
"""Words on both sides of a deed in which it is said that it was not done, where that is asked for."""
ARMS_WITHIN = 8
"""Words from a verb on in which it is said that arms are fired."""
PLACE_WITHIN = 3
"""Words before a place in which another may say that somebody is there."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.done: dict[str, Any] = kept_table("asking", language)["done"]


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def is_real(
    tokens: Sequence[str],
    at: int,
    *,
    negative: bool,
    announced: bool,
    tried: frozenset[str],
    denied: bool = False,
    language: str,
) -> bool:
    """Does the text say that the deed at this token was done (or not done, where that is asked for)?

    ``negative`` says that it is asked for as not done; ``announced`` that it is told of as to come, by who will do it,
    and that this is the event; ``tried`` are the words for an attempt, where one is asked for; ``denied`` that it is
    asked for by a word for what was not done ("not indicted"), so that a text has to say so.
    """
    forms = _forms(language)
    first = at
    while first > 0 and at - first < UNREAL_WITHIN and tokens[first - 1] not in (".", ";", ":", "?", "!"):
        first -= 1
    before = ["" if _is_month(tokens, k, language) else _straight(tokens[k]) for k in range(first, at)]
    if _is_end_of_state(tokens, at, before, language):
        before = before[-1:]
    if any(t in asking("unreal", language) and not (announced and t in asking("to_come", language)) for t in before):
        return False
    inf = 2 if before[-1:] == [forms.done["passive"]] else 1
    as_planned = announced or negative
    if (
        not asking("infinitive", language).isdisjoint(before[-inf:][:1])
        and not as_planned
        and not _done_to(before[:-inf], language)
    ):
        made_to = (plain(t) for t in tokens[max(0, at - MADE_TO_WITHIN) : at - inf])
        if not any(t in asking("made_to", language) for t in made_to):
            return False
    if (
        before[-1:]
        and before[-1] in asking("before_gerund", language)
        and plain(tokens[at]).endswith(word_endings(language).gerund)
    ):
        return False
    if any(plain(t) in asking("modified", language) - tried for t in tokens[at + 1 : at + 2]):
        return False
    if plain(tokens[at]) in asking("saying", language) and any(
        t == forms.done["reported"] for t in tokens[at + 1 : at + 4]
    ):
        return False
    if is_denied(tokens, at, language) and not negative:
        return False
    if negative:
        near = tokens[max(0, at - DENIED_AROUND) : at + DENIED_AROUND + 1]
        return not denied or any(
            t in asking("negative", language) | asking("not_doing", language) or is_contracted_not(t, language)
            for t in map(_straight, near)
        )
    return not is_negated(before, language)


def is_state(tokens: Sequence[str], at: int, sentence: int, language: str) -> bool:
    """Is it only said how things stand ("Tolm is dead", below an article's head), or where somebody is ("sent word from
    the county jail")?"""
    word = plain(tokens[at])
    before = words_before(tokens, at, PLACE_WITHIN)
    if word in asking("states", language):
        return sentence >= LEAD and not asking("being", language).isdisjoint(before[-1:])
    return word in asking("places", language) and not asking("at_place", language).isdisjoint(before)


def is_done_to(tokens: Sequence[str], at: int, deed: int, language: str) -> bool:
    """Is the deed, shortly behind a name, told in the passive?"""
    return at < deed <= at + UNREAL_WITHIN and plain(tokens[deed - 1]) in asking("being", language)


def is_compounded(text: str, tokens: Sequence[str], at: int, language: str) -> bool:
    """Is the verb here the end of an adjective ("jaw-dropping")?"""
    if not tokens[at].endswith(word_endings(language).gerund):
        return False
    return text[start_of(text, at, language) - 1 : start_of(text, at, language)] == "-"


def is_in_idiom(tokens: Sequence[str], at: int, question: tuple[str, ...] = (), *, language: str) -> bool:
    """Is the word here no deed's, by the one beside it ("came under fire", "made clear that")?

    It is one where the ``question``, in its words' base forms, says the same, and where arms are fired ("fired off a
    missile").
    """
    said = frozenset(itertools.pairwise(question))
    near = tokens[at : at + ARMS_WITHIN]
    for first, second in itertools.pairwise(tokens[max(0, at - 1) : at + 2]):
        idiom = f"{plain(first)}_{plain(second)}"
        of_talk = idiom in asking("of_talk", language) and _arms(language).isdisjoint(
            (*question, *(base_of(each, language) for each in near))
        )
        if (of_talk or idiom in asking("idioms", language)) and (
            base_of(first, language),
            base_of(second, language),
        ) not in said:
            return True
    return False


@functools.cache
def _arms(language: str) -> frozenset[str]:
    """Words for arms and for who bears them, in their base forms."""
    return frozenset(base_of(each, language) for each in asking("arms", language))


def is_other_noun(text: str, tokens: Sequence[str], at: int, language: str) -> bool:
    """Is the word here a noun for another thing than the deed that its verb is ("the bar was low")?

    A text that tells of nothing else is told by it: a headline's verb ("Council sacks mayor") is often read as a noun.
    """
    if plain(tokens[at]) not in asking("other_nouns", language):
        return False
    (parse,) = parse_each([(text, 0, len(text))], language)
    word = parse.at(start_of(text, at, language))
    has_verb = any(token.upos in ("VERB", "AUX") for token in parse.tokens)
    return word >= 0 and parse[word].upos == "NOUN" and has_verb


def is_negated(before: Sequence[str], language: str) -> bool:
    """Do the words before a deed deny it, right before it or before what leads up to it ("not yet been held in")?"""
    end = len(before)
    while end and (
        before[end - 1] in asking("led_up", language) or before[end - 1].endswith(tuple(asking("manner", language)))
    ):
        end -= 1
    near = (*before[-NEGATED_WITHIN:], *before[max(0, end - 1) : end])
    return any(t in asking("negative", language) or is_contracted_not(t, language) for t in near)


def is_left_undone(
    tokens: Sequence[str], deed: int, at: int, negative: bool, told: Collection[str] = (), *, language: str
) -> bool:
    """Is what a deed was to bring, at another token, told of as not brought ("recommended no charges", "its
    recommendation not to bring criminal charges"), where that is not asked for as ``negative``?

    ``told`` are further words of the phrases for the deed, which deny nothing ("said no to the treaty")."""
    if negative:
        return False
    low = ["" if k > deed and _straight(t) in told else _straight(t) for k, t in enumerate(tokens[:at])]
    between = low[deed + 1 :] if at - deed <= BRINGS_WITHIN else []
    denied = any(t in asking("negative", language) or is_contracted_not(t, language) for t in between)
    return denied or is_negated(low[max(0, at - UNREAL_WITHIN) :], language)


def is_denied(tokens: Sequence[str], at: int, language: str) -> bool:
    """Is it said of the deed at this token that it is not so ("said that a coup was not underway")?"""
    words = (plain(t) for t in tokens[at + 1 : at + 1 + DENIED_WITHIN])
    after = list(itertools.takewhile(lambda word: word not in asking("denial_ends", language), words))
    return any(a in asking("being", language) and b in asking("denied", language) for a, b in itertools.pairwise(after))


def is_announced(tokens: Sequence[str], at: int, title: bool, language: str) -> bool:
    """Is the deed at this token told of as what somebody will do ("said he would resign", "Lund to resign")?"""
    before = words_before(tokens, at, ANNOUNCED_WITHIN)
    to_come = asking("infinitive", language) | asking("to_come", language)
    if to_come.isdisjoint(before[-TO_COME_WITHIN:]) or not asking("readiness", language).isdisjoint(before):
        return False
    if not asking("conditions", language).isdisjoint(plain(t) for t in tokens[at + 1 :]):
        return False
    if not asking("announcing", language).isdisjoint(before):
        return True
    # "Council calls for the old harbour minister Anna Lund to resign": what another wants of her is not announced.
    asked_for = asking("unreal", language) - asking("to_come", language)
    return title and asked_for.isdisjoint(before) and not asking("infinitive", language).isdisjoint(before[-1:])


def _is_end_of_state(tokens: Sequence[str], at: int, before: Sequence[str], language: str) -> bool:
    """Is the deed named, by its noun, as the end of something that was so ("ruled Orsk until his death")?

    Not where that something is denied, or only meant: "will not rest until his arrest", "vowed to fight until his
    death", "plan strikes until his resignation".
    """
    if before[-2:-1] != [_forms(language).done["lasted_to"]] or before[-1] not in asking("owners", language):
        return False
    ends = [k for k in range(at) if tokens[k] in (".", ";", ":", "?", "!")]
    wider = words_before(tokens, at, at - max(ends, default=-1) - 1)[:-2]
    if asking("lasted", language).isdisjoint(wider[-LASTED_WITHIN:]) or is_negated(wider, language):
        return False
    only_meant = (
        asking("to_come", language)
        | asking("infinitive", language)
        | asking("announcing", language)
        | asking("unreal", language)
        | asking("meant", language)
    )
    return only_meant.isdisjoint(wider)


def _straight(token: str) -> str:
    """A token in small letters, with the apostrophe that is typed."""
    return plain(token).replace("’", "'")


def _is_month(tokens: Sequence[str], at: int, language: str) -> bool:
    """Is a capitalised word here of a date ("on May 12", "12 May", "in May"), and not one that says "perhaps"?"""
    if not tokens[at][0].isupper():
        return False
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    dated = any(t[0].isdigit() for t in beside) or (
        at > 0 and tokens[at - 1].lower() in asking("before_month", language)
    )
    return dated and plain(tokens[at]) in asking("months_that_are_words", language)


def _done_to(before: Sequence[str], language: str) -> bool:
    """Is what follows "to" done ("voted to reject"), rather than to be done ("a vote to reject")?"""
    return any(
        t in asking("done_to", language)
        and not (i and t == _forms(language).done["vote"] and before[i - 1] in asking("of_a_plan", language))
        for i, t in enumerate(before)
    )
