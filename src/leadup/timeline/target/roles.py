"""Who did the deed at a place of a sentence, or had it done: those asked about, or others (semantic roles)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from leadup import lang
from leadup.lang.wordforms import word_endings
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.clause_roles import (
    clause_relations,
    doers_behind,
    is_named_by,
    is_passive,
    is_under,
    owners_of,
    subject_of,
    whom,
)
from leadup.timeline.target.clauses import aimed_at
from leadup.timeline.target.parts import AskedPart, DeedMatch
from leadup.timeline.target.slot import Role
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.words import asking, base_forms

WINNERS = 2
"""Further names beside a winner from which on they are of no one contest, nor of two parties'."""


def told_at(
    parse: Parse, at: int, actors: Collection[int], part: AskedPart, own: Collection[str], language: str
) -> DeedMatch:
    """What a sentence tells of the deed by the word at this place of its parse.

    ``actors`` are the words there for whom the question asks, ``part`` is what these have in the deed, ``own`` the
    bases of the words that mean it.
    """
    token = parse[at]
    if base_form(plain(token.word), language) in part.only_suffered:
        return DeedMatch.ANOTHERS
    if token.upos == "VERB":
        if _is_only_wished(parse, at, language):
            return DeedMatch.NOT_DONE
        found = of_verb(parse, at, actors, part, language)
        is_meant = aimed_at(parse, token.start, own, language) or _is_for(parse, at, language)
        return DeedMatch.NOT_DONE if found is DeedMatch.AS_ASKED and is_meant else found
    if token.upos in ("NOUN", "PROPN"):
        found = _of_noun(parse, at, actors, part, language)
        # Only the root has no head, and that is in no such relation.
        verb = parse[token.head]
        aimed = token.deprel == "obl" and verb.upos == "VERB" and aimed_at(parse, verb.start, own, language)
        return DeedMatch.NOT_DONE if found is DeedMatch.OPEN and aimed else found
    return DeedMatch.OPEN


def _is_only_wished(parse: Parse, at: int, language: str) -> bool:
    """Has a verb, or the one that it runs on from, a word for what ought to be or may be ("should have quit and been
    charged")?"""
    while True:
        if any(plain(parse[c].word) in asking("ought", language) for c in parse.children(at, "aux")):
            return True
        if parse[at].deprel != "conj" or parse.children(at, "nsubj"):
            return False
        at = parse[at].head


def _is_for(parse: Parse, at: int, language: str) -> bool:
    """Is it what a noun is for ("cause to indict")?"""
    if parse[at].deprel != "acl":
        return False
    noun = parse[parse[at].head]
    infinitive = any(plain(parse[c].word) in asking("infinitive", language) for c in parse.children(at, "mark"))
    return infinitive and noun.upos == "NOUN" and plain(noun.word) in asking("made_to", language)


def _of_noun(parse: Parse, at: int, actors: Collection[int], part: AskedPart, language: str) -> DeedMatch:
    if part.role is Role.AGENT and not part.alone:
        if owners := owners_of(parse, at, language):
            return judged(parse, owners, actors, language=language)
        doers = (
            _subjects(parse, parse[at].head, language)
            if parse[at].deprel in clause_relations(language)["borne"]
            else []
        )
        if any(_is_his(parse, a, d, language) for a in actors for d in doers):
            # "The league imposes a ban".
            return DeedMatch.AS_ASKED
        reversed_ = any(_is_his(parse, a, c, language) for a in actors for c in whom(parse, at, language))
        return DeedMatch.ANOTHERS if reversed_ else DeedMatch.OPEN
    who = [
        *owners_of(parse, at, language),
        *whom(parse, at, language),
        *(c for c in parse.children(at, "compound") if parse[c].upos == "PROPN"),
    ]
    if part.role is Role.AGENT and (winners := _winners(parse, at, language)):
        # "Tolm pulled off a victory", "Tolm stunned Lund with a victory".
        return judged(parse, winners, actors, language=language)
    return judged(parse, who, actors, language=language)


def _winners(parse: Parse, at: int, language: str) -> list[int]:
    """The names that are the subject of a verb by which somebody gets what a noun names, where it is one."""
    verb = parse[at].head
    if parse[at].deprel not in ("obj", "obl"):
        return []
    if base_form(plain(parse[verb].word), language) not in base_forms(asking("getting", language), language):
        return []
    return [c for c in _subjects(parse, verb, language) if parse[c].upos == "PROPN"]


def of_verb(parse: Parse, at: int, actors: Collection[int], part: AskedPart, language: str) -> DeedMatch:
    """Whether the verb at this place has the deed done by those asked about, or to them, as their part says."""
    subjects = _subjects(parse, at, language)
    passive = is_passive(parse, at, language)
    described = actors
    # "Seized power" is done to whom it was seized from.
    objects = [c for c in parse.children(at, "obj") if base_form(plain(parse[c].word), language) not in part.fixed]
    by = doers_behind(parse, at, language)
    if (
        not subjects
        and parse[at].deprel in clause_relations(language)["of_whom_done"]
        and plain(parse[at].word).endswith(word_endings(language).past)
    ):
        subjects, passive = [parse[at].head], True
        # Whom the verb itself speaks of ("those who quit in protest of Lund") is none whom it says more of.
        described = [a for a in actors if not is_under(parse, a, at)]
    if base_form(plain(parse[at].word), language) in part.put_in:
        # "Lund was elected mayor" may be read as "an elected mayor".
        described = [parse[at].head] if parse[at].deprel == "amod" else []
        put_in = [*described, *(s for d in described for s in _subjects(parse, d, language))] or (
            subjects if passive else objects
        )
        if put_in:
            return judged(parse, put_in, actors, language=language)
    if part.role is Role.PATIENT or (part.alone and (passive or objects)):
        if passive:
            return judged(parse, subjects, described, language=language)
        if objects:
            found = judged(parse, objects, actors, language=language)
            if found is DeedMatch.AS_ASKED and part.alone and _is_given_up(parse, at, language):
                # Whom others abandon has not left.
                return DeedMatch.ANOTHERS
            if part.role is Role.AGENT and found is not DeedMatch.AS_ASKED and not _leaves_whom(parse, at, language):
                return judged(parse, subjects, actors, language=language)
            return found
        if (others := _objects_beside(parse, at)) and not part.alone:
            return judged(parse, others, actors, language=language)
        found = judged(parse, subjects, actors, language=language)
        # Whom "Lund shot" it does not say.
        needs = part.role is Role.PATIENT and parse[at].word.lower() in lang.kept_words("done_to", language)
        return (
            DeedMatch.OPEN
            if needs and found is DeedMatch.AS_ASKED and not _may_be_passive(parse, at, language)
            else found
        )
    for_them = not part.alone
    if judged(parse, subjects if passive else objects, actors, language=language) is DeedMatch.AS_ASKED:
        # It is done to them here.
        return DeedMatch.ANOTHERS
    if passive and not by:
        return DeedMatch.OPEN
    if passive:
        return judged(parse, by, actors, for_them=for_them, language=language)
    return judged(parse, subjects, actors, for_them=for_them, language=language)


def is_reversed(
    parse: Parse, at: int, actors: Collection[int], others: Collection[int], part: AskedPart, language: str
) -> bool:
    """Does somebody else whom the question names do here to the actors what these are asked for as doing, or have done
    to it what these are?"""
    doing, done = (others, actors) if part.role is Role.AGENT else (actors, others)
    if parse[at].upos == "NOUN":
        return any(_is_his(parse, a, c, language) for a in doing for c in owners_of(parse, at, language)) and any(
            is_under(parse, a, c) for a in done for c in whom(parse, at, language)
        )
    if parse[at].upos != "VERB":
        return False
    subjects = _subjects(parse, at, language)
    objects = [*parse.children(at, "obj"), *_objects_beside(parse, at)]
    by = doers_behind(parse, at, language)
    if is_passive(parse, at, language):
        objects, subjects = subjects, by
    return any(_is_his(parse, a, s, language) for a in doing for s in subjects) and any(
        _is_his(parse, a, o, language) for a in done for o in objects
    )


def is_one_of_several(parse: Parse, at: int, language: str) -> bool:
    """Is a victory here that of more than one contest has winners ("Lund, Tolm and Brandt win in Orsk": of two parties'
    contests there are two), or of somebody who only may be called a winner, too ("another winner was Lund")?"""
    if any(plain(parse[c].word) in asking("winner_too", language) for c in parse.children(at, "det", "amod")):
        return True
    subjects = _subjects(parse, at, language) if parse[at].upos == "VERB" else []
    return any(len(_further_names(parse, subject)) >= WINNERS for subject in subjects)


def _further_names(parse: Parse, at: int) -> list[int]:
    """The names beside one in a list ("Lund, Tolm and Brandt")."""
    beside = [c for c in parse.children(at, "conj") if parse[c].upos == "PROPN"]
    return [*beside, *(further for c in beside for further in _further_names(parse, c))]


def judged(
    parse: Parse, who: Sequence[int], actors: Collection[int], *, for_them: bool = False, language: str
) -> DeedMatch:
    """Whose it is, by the heads of the phrases that say so. ``for_them`` says that what is theirs may do it for them
    ("the league's commissioner banned Lund")."""
    if not who:
        return DeedMatch.OPEN
    if any(_is_his(parse, a, c, language) for a in actors for c in who):
        return DeedMatch.AS_ASKED
    standing_in = [c for c in who if parse[c].upos in clause_relations(language)["standing_in"]]
    if any(
        parse[c].relation in clause_relations(language)["owner"] and _is_of_subject(parse, c, actors, language)
        for c in standing_in
    ):
        return DeedMatch.AS_ASKED
    within = any(
        is_under(parse, a, c) and (for_them or _is_of_whom(parse, a, c, language)) for a in actors for c in who
    )
    return DeedMatch.OPEN if standing_in or within else DeedMatch.ANOTHERS


def _is_of_subject(parse: Parse, owner: int, actors: Collection[int], language: str) -> bool:
    """Is "his" the subject's of the verb above ("Lund announced his resignation")?"""
    verb = next((i for i in parse.ancestors(owner) if parse[i].upos == "VERB"), -1)
    subjects = _subjects(parse, verb, language) if verb >= 0 else []
    return any(is_named_by(parse, a, s, language) for a in actors for s in subjects)


def _is_of_whom(parse: Parse, actor: int, top: int, language: str) -> bool:
    """Is a phrase said to be of the actor ("part of the law")?"""
    while actor >= 0 and actor != top:
        if any(plain(parse[k].word) in clause_relations(language)["whom"] for k in parse.children(actor, "case")):
            return True
        actor = parse[actor].head
    return False


def _is_his(parse: Parse, actor: int, head: int, language: str) -> bool:
    """Does a phrase name the actor, or those who are the actor's by an adjective ("Turkish jets")?"""
    return is_named_by(parse, actor, head, language) or (parse[actor].deprel == "amod" and parse[actor].head == head)


def _subjects(parse: Parse, at: int, language: str) -> list[int]:
    """The subjects of a verb: of "Mayor Lund" the rank and the name may be two."""
    subject = subject_of(parse, at, language)
    if subject < 0 or parse[subject].deprel != "nsubj":
        return [subject] if subject >= 0 else []
    return list(parse.children(parse[subject].head, "nsubj"))


def _leaves_whom(parse: Parse, at: int, language: str) -> bool:
    return base_form(plain(parse[at].word), language) in base_forms(asking("leaves_whom", language), language)


def _is_given_up(parse: Parse, at: int, language: str) -> bool:
    """Is whom the verb is done to given up by others ("his party abandoned Lund")?"""
    return base_form(plain(parse[at].word), language) in base_forms(asking("abandons_whom", language), language)


def _objects_beside(parse: Parse, at: int) -> list[int]:
    """What a verb beside this one is done to ("shot and killed Lund")."""
    beside = [*parse.children(at, "conj"), *([parse[at].head] if parse[at].deprel == "conj" else [])]
    return [c for verb in beside for c in parse.children(verb, "obj")]


def _may_be_passive(parse: Parse, at: int, language: str) -> bool:
    """Is a verb in a headline that may have left out its "was" ("Lund arrested")?"""
    return (parse[at].deprel == "root" and plain(parse[at].word).endswith(word_endings(language).past)) or at == len(
        parse
    ) - 1
