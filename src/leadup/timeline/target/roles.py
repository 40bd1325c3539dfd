"""Who did the deed at a place of a sentence, or had it done: those asked about, or others (semantic roles)."""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence

from leadup import lang
from leadup.lang.wordforms import PAST
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.clauses import (
    RELATIONS,
    aimed_at,
    doers_behind,
    is_named_by,
    is_under,
    owners_of,
    subject_of,
    whom,
)
from leadup.timeline.target.parts import Part, Told
from leadup.timeline.target.slot import Role
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import asking

WINNERS = 2
"""Further names beside a winner from which on they are of no one contest, nor of two parties'."""


def told_at(parse: Parse, at: int, actors: Collection[int], part: Part, own: Collection[str]) -> Told:
    """What a sentence tells of the deed by the word at this place of its parse.

    ``actors`` are the words there for whom the question asks, ``part`` is what these have in the deed, ``own`` the
    bases of the words that mean it.
    """
    token = parse[at]
    if base_form(plain(token.word)) in part.only_suffered:
        return Told.OTHERS
    if token.upos == "VERB":
        if _is_only_wished(parse, at):
            return Told.UNDONE
        found = of_verb(parse, at, actors, part)
        return Told.UNDONE if found is Told.SO and (aimed_at(parse, at, own) or _is_for(parse, at)) else found
    if token.upos in ("NOUN", "PROPN"):
        found = _of_noun(parse, at, actors, part)
        verb = token.head if token.deprel == "obl" else -1
        aimed = verb >= 0 and parse[verb].upos == "VERB" and aimed_at(parse, parse[verb].start, own)
        return Told.UNDONE if found is Told.OPEN and aimed else found
    return Told.OPEN


def _is_only_wished(parse: Parse, at: int) -> bool:
    """Has a verb, or the one that it runs on from, a word for what ought to be or may be ("should have quit and been
    charged")?"""
    while True:
        if any(plain(parse[c].word) in asking("ought") for c in parse.children(at, "aux")):
            return True
        if parse[at].deprel != "conj" or parse.children(at, "nsubj"):
            return False
        at = parse[at].head


def _is_for(parse: Parse, at: int) -> bool:
    """Is it what a noun is for ("cause to indict")?"""
    noun = parse[at].head if parse[at].deprel == "acl" else -1
    infinitive = any(plain(parse[c].word) in asking("infinitive") for c in parse.children(at, "mark"))
    return infinitive and noun >= 0 and parse[noun].upos == "NOUN" and plain(parse[noun].word) in asking("made_to")


def _of_noun(parse: Parse, at: int, actors: Collection[int], part: Part) -> Told:
    if part.role is Role.AGENT and not part.alone:
        if owners := owners_of(parse, at):
            return judged(parse, owners, actors)
        doers = _subjects(parse, parse[at].head) if parse[at].deprel in RELATIONS["borne"] else []
        if any(_is_his(parse, a, d) for a in actors for d in doers):
            # "The league imposes a ban".
            return Told.SO
        reversed_ = any(_is_his(parse, a, c) for a in actors for c in whom(parse, at))
        return Told.OTHERS if reversed_ else Told.OPEN
    who = [
        *owners_of(parse, at),
        *whom(parse, at),
        *(c for c in parse.children(at, "compound") if parse[c].upos == "PROPN"),
    ]
    if part.role is Role.AGENT and (winners := _winners(parse, at)):
        # "Tolm pulled off a victory", "Tolm stunned Lund with a victory".
        return judged(parse, winners, actors)
    return judged(parse, who, actors)


def _winners(parse: Parse, at: int) -> list[int]:
    """The names that are the subject of a verb by which somebody gets what a noun names, where it is one."""
    verb = parse[at].head if parse[at].deprel in ("obj", "obl") else -1
    if verb < 0 or base_form(plain(parse[verb].word)) not in _getting():
        return []
    return [c for c in _subjects(parse, verb) if parse[c].upos == "PROPN"]


@functools.cache
def _getting() -> frozenset[str]:
    return frozenset(map(base_form, asking("getting")))


def of_verb(parse: Parse, at: int, actors: Collection[int], part: Part) -> Told:
    """Whether the verb at this place has the deed done by those asked about, or to them, as their part says."""
    subjects = _subjects(parse, at)
    passive = _is_passive(parse, at)
    # "Seized power" is done to whom it was seized from.
    objects = [c for c in parse.children(at, "obj") if base_form(plain(parse[c].word)) not in part.fixed]
    by = doers_behind(parse, at)
    if not subjects and parse[at].deprel in RELATIONS["of_whom_done"] and plain(parse[at].word).endswith(PAST):
        subjects, passive = [parse[at].head], True
    if base_form(plain(parse[at].word)) in part.put_in:
        # "Lund was elected mayor" may be read as "an elected mayor".
        described = [parse[at].head] if parse[at].deprel == "amod" else []
        put_in = [*described, *(s for d in described for s in _subjects(parse, d))] or (
            subjects if passive else objects
        )
        if put_in:
            return judged(parse, put_in, actors)
    if part.role is Role.PATIENT or (part.alone and (passive or objects)):
        if passive:
            return judged(parse, subjects, actors)
        if objects:
            found = judged(parse, objects, actors)
            if part.role is Role.AGENT and found is not Told.SO and not _leaves_whom(parse, at):
                return judged(parse, subjects, actors)
            return found
        if (others := _objects_beside(parse, at)) and not part.alone:
            return judged(parse, others, actors)
        found = judged(parse, subjects, actors)
        # Whom "Lund shot" it does not say.
        needs = part.role is Role.PATIENT and parse[at].word.lower() in lang.words("done_to")
        return Told.OPEN if needs and found is Told.SO and not _may_be_passive(parse, at) else found
    for_them = not part.alone
    if judged(parse, subjects if passive else objects, actors) is Told.SO:
        # It is done to them here.
        return Told.OTHERS
    if passive and not by:
        return Told.OPEN
    if passive:
        return judged(parse, by, actors, for_them=for_them)
    return judged(parse, subjects, actors, for_them=for_them)


def is_reversed(parse: Parse, at: int, actors: Collection[int], others: Collection[int], part: Part) -> bool:
    """Does somebody else whom the question names do here to the actors what these are asked for as doing, or have done
    to it what these are?"""
    doing, done = (others, actors) if part.role is Role.AGENT else (actors, others)
    if parse[at].upos == "NOUN":
        return any(_is_his(parse, a, c) for a in doing for c in owners_of(parse, at)) and any(
            is_under(parse, a, c) for a in done for c in whom(parse, at)
        )
    if parse[at].upos != "VERB":
        return False
    subjects = _subjects(parse, at)
    objects = [*parse.children(at, "obj"), *_objects_beside(parse, at)]
    by = doers_behind(parse, at)
    if _is_passive(parse, at):
        objects, subjects = subjects, by
    return any(_is_his(parse, a, s) for a in doing for s in subjects) and any(
        _is_his(parse, a, o) for a in done for o in objects
    )


def is_one_of_several(parse: Parse, at: int) -> bool:
    """Is a victory here that of more than one contest has winners ("Lund, Tolm and Brandt win in Orsk": of two parties'
    contests there are two), or of somebody who only may be called a winner, too ("another winner was Lund")?"""
    if any(plain(parse[c].word) in asking("winner_too") for c in parse.children(at, "det", "amod")):
        return True
    subjects = _subjects(parse, at) if parse[at].upos == "VERB" else []
    return any(len(_further_names(parse, subject)) >= WINNERS for subject in subjects)


def _further_names(parse: Parse, at: int) -> list[int]:
    """The names beside one in a list ("Lund, Tolm and Brandt")."""
    beside = [c for c in parse.children(at, "conj") if parse[c].upos == "PROPN"]
    return [*beside, *(further for c in beside for further in _further_names(parse, c))]


def judged(parse: Parse, who: Sequence[int], actors: Collection[int], *, for_them: bool = False) -> Told:
    """Whose it is, by the heads of the phrases that say so. ``for_them`` says that what is theirs may do it for them
    ("the league's commissioner banned Lund")."""
    if not who:
        return Told.OPEN
    if any(_is_his(parse, a, c) for a in actors for c in who):
        return Told.SO
    standing_in = [c for c in who if parse[c].upos in RELATIONS["standing_in"]]
    if any(parse[c].relation in RELATIONS["owner"] and _is_of_subject(parse, c, actors) for c in standing_in):
        return Told.SO
    within = any(is_under(parse, a, c) and (for_them or _is_of_whom(parse, a, c)) for a in actors for c in who)
    return Told.OPEN if standing_in or within else Told.OTHERS


def _is_of_subject(parse: Parse, owner: int, actors: Collection[int]) -> bool:
    """Is "his" the subject's of the verb above ("Lund announced his resignation")?"""
    verb = next((i for i in parse.ancestors(owner) if parse[i].upos == "VERB"), -1)
    subjects = _subjects(parse, verb) if verb >= 0 else []
    return any(is_named_by(parse, a, s) for a in actors for s in subjects)


def _is_of_whom(parse: Parse, actor: int, top: int) -> bool:
    """Is a phrase said to be of the actor ("part of the law")?"""
    while actor >= 0 and actor != top:
        if any(plain(parse[k].word) in RELATIONS["whom"] for k in parse.children(actor, "case")):
            return True
        actor = parse[actor].head
    return False


def _is_his(parse: Parse, actor: int, head: int) -> bool:
    """Does a phrase name the actor, or those who are the actor's by an adjective ("Turkish jets")?"""
    return is_named_by(parse, actor, head) or (parse[actor].deprel == "amod" and parse[actor].head == head)


def _subjects(parse: Parse, at: int) -> list[int]:
    """The subjects of a verb: of "Mayor Lund" the rank and the name may be two."""
    subject = subject_of(parse, at)
    if subject < 0 or parse[subject].deprel != "nsubj":
        return [subject] if subject >= 0 else []
    return list(parse.children(parse[subject].head, "nsubj"))


def _is_passive(parse: Parse, at: int) -> bool:
    """Is a verb's deed done to its subject? Of two in a row the first says so ("was shot and killed")."""
    while parse[at].deprel == "conj" and not parse.children(at, "nsubj") and parse[parse[at].head].upos == "VERB":
        at = parse[at].head
    return any(parse[c].relation == "nsubj:pass" for c in parse.children(at, "nsubj")) or any(
        parse[c].relation == "aux:pass" for c in parse.children(at, "aux")
    )


def _leaves_whom(parse: Parse, at: int) -> bool:
    return base_form(plain(parse[at].word)) in {base_form(w) for w in asking("leaves_whom")}


def _objects_beside(parse: Parse, at: int) -> list[int]:
    """What a verb beside this one is done to ("shot and killed Lund")."""
    beside = [*parse.children(at, "conj"), *([parse[at].head] if parse[at].deprel == "conj" else [])]
    return [c for verb in beside for c in parse.children(verb, "obj")]


def _may_be_passive(parse: Parse, at: int) -> bool:
    """Is a verb in a headline that may have left out its "was" ("Lund arrested")?"""
    return (parse[at].deprel == "root" and plain(parse[at].word).endswith(PAST)) or at == len(parse) - 1
