"""How far a sentence ties the event's deed to a day and to its actors: in one clause, or strewn over several."""

from __future__ import annotations

import functools
from collections.abc import Collection

from leadup.lang import kept_words
from leadup.lang.wordforms import word_endings
from leadup.reading.syntax import Parse, parse_each
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.clause_roles import (
    clause_above,
    clause_of,
    clause_relations,
    doers_behind,
    is_named_by,
    is_passive,
    is_under,
    owners_of,
    subject_of,
    whom,
)
from leadup.timeline.target.slot import Role
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import asking, base_forms

SAID, JOINED, UNDER, OVER, ELSEWHERE = 0.77, 0.95, 0.6, 0.7, 0.7
"""What a day counts for that dates who said so, a clause joined to the deed's, the clause above it ("the judge found on
Friday that he, who killed …"), one below it, or any other. Tuned by hand on 241 questions of 2012-2016."""
JUDGED = 0.3
"""The same for the day on which a court, or who stands before it, did something about a deed done long before."""
NAMED, APART = 0.87, 0.77
"""What counts a deed that is only named in a phrase, and one whose clause holds none of the actors."""
BESIDE = 2
"""Words from a deed's noun on in which its own time stands ("annexation in March")."""
SPOKEN_OF = 0.6
"""What counts a deed that something else is said of ("referred to the killing", "the killing shook Orsk")."""


def parsed(places: Collection[tuple[str, int, int]], language: str) -> tuple[Parse, ...]:
    """The sentence ``text[start:end]`` of each ``(text, start, end)``, its places counted from its own beginning."""
    return parse_each([(text[start:end], 0, end - start) for text, start, end in places], language)


def bound(
    sentence: Parse,
    deed: int,
    day: int,
    actors: Collection[int],
    judging: Collection[str] = frozenset(),
    *,
    language: str,
) -> float:
    """What a sentence's day counts for, in (0, 1]: ``deed``, ``day`` and ``actors`` are places in it (day -1: none);
    ``judging`` are the verbs that only judge the deed ("was charged on Friday with killing …")."""
    relations = clause_relations(language)
    at = sentence.at(deed)
    if at < 0:
        return 1.0
    clause = clause_of(sentence, at, language)
    worth = 1.0
    if at != clause and sentence[at].deprel in relations["mentioned"]:
        worth *= NAMED
    elif (
        sentence[at].upos == "NOUN"
        and sentence[at].deprel in relations["borne"]
        and not _is_borne(sentence, at, language)
    ):
        worth *= SPOKEN_OF
    if actors and not any(
        clause_of(sentence, a, language) in (clause, clause_above(sentence, clause, language))
        for a in map(sentence.at, actors)
        if a >= 0
    ):
        worth *= APART
    dated = sentence.at(day)
    if dated < 0:
        return worth
    other = clause_of(sentence, dated, language)
    if (other != clause or sentence[at].upos == "NOUN") and plain(sentence[other].word) in judging:
        # "Was charged with murder on Friday" is one clause, and the murder's is no other day than that of a verb.
        return worth * JUDGED
    return worth * _between(sentence, clause, other, language)


def played_by_another(
    sentence: Parse,
    at: int,
    players: Collection[int],
    role: Role,
    named: bool = True,
    *,
    alone: bool = True,
    language: str,
) -> bool:
    """Does the deed at a place have another doer than ``players``, who are asked for as doing it, or these as its doer
    where it was done to them? What is no verb with a subject of its own says nothing of who did it.

    ``named`` says that the players are named; where they are not ("two officers"), one of a name to whom it was done
    is another. ``alone`` says that the deed may need nobody else: who resigns may be forced out, but who endorses
    somebody is not endorsed by it.
    """
    relations = clause_relations(language)
    deed = sentence.at(at)
    actors = {i for p in players if (i := sentence.at(p)) >= 0}
    if deed < 0:
        return False
    if role is Role.PATIENT and not actors and named:
        return False
    if sentence[deed].upos != "VERB":
        if role is Role.AGENT:
            return not alone and _is_had_by(sentence, deed, actors, language)
        # "Contempt of Congress" was not done to Congress: of a name only its verb says to whom.
        return not named and _is_of_another(sentence, whom(sentence, deed, language), actors, language)
    leaves = base_form(plain(sentence[deed].word), language) in (
        base_forms(asking("leaves_whom", language) | asking("abandons_whom", language), language)
    )
    if role is Role.AGENT and (not alone or leaves) and _is_object(sentence, deed, actors, language):
        return True
    subject = subject_of(sentence, deed, language)
    if (
        subject < 0
        and role is Role.PATIENT
        and sentence[deed].relation in relations["under"]
        and plain(sentence[deed].word).endswith(word_endings(language).gerund)
    ):
        # "Lund lashed out, accusing Tolm": she does both.
        subject = subject_of(sentence, sentence[deed].head, language)
    if subject < 0:
        # "A force announced by Lund": by her it was done.
        by = doers_behind(sentence, deed, language)
        return role is Role.PATIENT and any(is_under(sentence, a, c) for a in actors for c in by)
    passive = is_passive(sentence, deed, language)
    if role is Role.PATIENT:
        if passive:
            done_by = doers_behind(sentence, deed, language)
            by_them = any(is_under(sentence, a, c) for a in actors for c in done_by)
            return _is_of_another(sentence, [subject], actors, language) and (by_them or not actors)
        done_to = [*sentence.children(deed, "obj"), *sentence.children(deed, "ccomp")]
        by_them = any(is_under(sentence, a, subject) for a in actors)
        return bool(done_to) and (by_them or (not actors and _is_of_another(sentence, done_to, actors, language)))
    if passive:
        return False
    holds = any(is_named_by(sentence, a, subject, language) for a in actors)
    return not holds and sentence[subject].upos not in relations["standing_in"]


def _is_object(sentence: Parse, deed: int, actors: Collection[int], language: str) -> bool:
    return any(is_named_by(sentence, a, c, language) for a in actors for c in sentence.children(deed, "obj"))


def _is_had_by(sentence: Parse, deed: int, actors: Collection[int], language: str) -> bool:
    """Is a deed's noun another's, and done to these ("Tolm's endorsement of Lund", where Lund's is asked for)?"""
    owners = owners_of(sentence, deed, language)
    own = any(is_named_by(sentence, a, c, language) for a in actors for c in owners)
    return (
        bool(owners)
        and not own
        and any(is_under(sentence, a, c) for a in actors for c in whom(sentence, deed, language))
    )


def is_done_to_other(sentence: Parse, at: int, things: Collection[str], language: str) -> bool:
    """Is what the verb at a place does done to something else than these things ("ended his filibuster", where who
    ended a campaign is asked for)? ``things`` are base forms; "it" may be any of them."""
    deed = sentence.at(at)
    if deed < 0 or sentence[deed].upos != "VERB":
        return False
    objects = [
        c for c in sentence.children(deed, "obj") if sentence[c].upos not in clause_relations(language)["standing_in"]
    ]
    return bool(objects) and not any(
        base_form(plain(sentence[i].word), language) in things
        for c in objects
        for i in (c, *_said_of(sentence, c, language))
    )


def _said_of(sentence: Parse, i: int, language: str) -> list[int]:
    """The words before a noun that say of what kind it is ("presidential hopes")."""
    return [c for relation in clause_relations(language)["of_kind"] for c in sentence.children(i, relation)]


def _is_of_another(sentence: Parse, whom: Collection[int], actors: Collection[int], language: str) -> bool:
    """Is none of the actors among those to whom it was done, and are these, where no actor is spoken of, named?"""
    if any(is_named_by(sentence, a, c, language) for a in actors for c in whom):
        return False
    return bool(whom) and (bool(actors) or any(sentence[c].upos in clause_relations(language)["of_name"] for c in whom))


def aimed_at(sentence: Parse, at: int, own: Collection[str], language: str) -> bool:
    """Is the deed at a place only what somebody is to do ("set out on Monday to help seal a pact")?

    ``own`` are the base forms of the words for it: what is done to its noun by any other verb ("to mourn the killing")
    says nothing of whether it was done.
    """
    relations = clause_relations(language)
    i = sentence.at(at)
    if i < 0:
        return False
    if sentence[i].upos != "VERB":
        if (
            sentence[i].deprel not in relations["borne"]
            or base_form(plain(sentence[sentence[i].head].word), language) not in own
        ):
            return False
        i = sentence[i].head
    while sentence[i].deprel in relations["run_on"] and not _is_infinitive(sentence, i, language):
        i = sentence[i].head
    above = sentence[i].head
    if above < 0 or not _is_infinitive(sentence, i, language) or sentence[i].deprel not in relations["purpose"]:
        return False
    return plain(sentence[above].word) not in asking("done_to", language) | asking("made_to", language)


def dated_itself(sentence: Parse, at: int, time: int, end: int, language: str) -> bool:
    """Does the time between two places date the deed at another by itself: its noun, right behind it ("for its
    annexation in March") or before it ("last month's mudslide", "the 2013 attack"), or a verb that the main clause
    hangs on none of ("drenched Orsk after it came ashore on Tuesday night")?"""
    relations = clause_relations(language)
    i = sentence.at(at)
    if i < 0:
        return False
    first = sentence.at(time)
    if (verb := _verb_under(sentence, i, language)) >= 0:
        last = sentence.at(max(time, end - 1))
        # "Who killed one and wounded two on Monday" is of one day.
        verbs = {verb, *sentence.children(verb, "conj")}
        return any(
            sentence[k].head in verbs and sentence[k].deprel in relations["when"]
            for k in range(first, last + 1)
            if k >= 0
        )
    if sentence[i].upos != "NOUN":
        return False
    if first < i:
        return first >= 0 and any(
            sentence[k].head == i and sentence[k].relation in relations["its_own_time"]
            for k in range(first, sentence.at(max(time, end - 1)) + 1)
        )
    return sentence[i].deprel in relations["mentioned"] | relations["borne"] and first <= i + BESIDE


def _verb_under(sentence: Parse, i: int, language: str) -> int:
    """The verb under the main clause that a deed is told by, or that its noun is the object of without saying more
    ("after making landfall"); -1 where it is told otherwise."""
    relations = clause_relations(language)
    if sentence[i].deprel in relations["borne"] and sentence[i].head >= 0:
        only_does = base_form(sentence[sentence[i].head].lemma, language) in base_forms(
            asking("doing", language), language
        )
        i = sentence[i].head if only_does else i
    return i if sentence[i].upos == "VERB" and sentence[i].deprel in relations["under"] else -1


def _is_infinitive(sentence: Parse, i: int, language: str) -> bool:
    return any(plain(sentence[c].word) in asking("infinitive", language) for c in sentence.children(i, "mark"))


def _is_borne(sentence: Parse, deed: int, language: str) -> bool:
    """Does the verb whose subject or object a deed's noun is tell that it was done ("the attack killed nine")?"""
    return base_form(sentence[sentence[deed].head].lemma, language) in _bearing(language)


@functools.cache
def _bearing(language: str) -> frozenset[str]:
    return frozenset(base_form(w, language) for w in kept_words("bearing", language))


def _between(sentence: Parse, deed: int, day: int, language: str) -> float:
    """What the day of one clause counts for the deed of another."""
    relations = clause_relations(language)
    if deed == day:
        return 1.0
    path = _path(sentence, deed, language)
    if day in path:
        steps = [sentence[i].deprel for i in path[: path.index(day)]]
        if relations["joined"].issuperset(steps):
            return JOINED
        if relations["said"].issuperset(steps):
            return SAID
        return UNDER
    path = _path(sentence, day, language)
    if deed in path:
        steps = [sentence[i].deprel for i in path[: path.index(deed)]]
        if relations["said"].issuperset(steps):
            return JOINED
        return OVER
    return ELSEWHERE


def _path(sentence: Parse, clause: int, language: str) -> list[int]:
    """A clause's head and those of the clauses it hangs on, up to the root's."""
    out = [clause]
    while sentence[out[-1]].head >= 0:
        out.append(clause_of(sentence, sentence[out[-1]].head, language))
    return out
