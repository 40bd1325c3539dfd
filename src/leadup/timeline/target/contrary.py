"""Is the contrary of the deed told of ("acquitted", where a conviction is asked for), or a word that may be either?"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence

from leadup import lang
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.clause_roles import clause_relations, owners_of, subject_of, whom
from leadup.timeline.target.factuality import UNREAL_WITHIN, is_negated
from leadup.timeline.target.parts import AskedPart, DeedMatch
from leadup.timeline.target.roles import judged, of_verb
from leadup.timeline.target.slot import Role
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.tokens import base_of, follows, start_of, words_before
from leadup.timeline.target.words import Phrase, asking

OF_WITHIN, CHARGE_WITHIN = 5, 4
"""Words from a verdict's on in which stands what leads to its charge, and from that on in which the charge does."""


@functools.cache
def contraries(language: str) -> dict[str, tuple[tuple[Phrase, ...], tuple[Phrase, ...]]]:
    """Of a deed with a contrary the phrases that tell of it alone, and those that tell of the contrary."""
    return {
        row: (_phrases(told, language), _phrases(other, language))
        for row, told, other in lang.kept_rows("contrary_deeds", language)
    }


def _phrases(listed: str, language: str) -> tuple[Phrase, ...]:
    return tuple(tuple(base_form(w, language) for w in phrase.split("_")) for phrase in listed.split())


def places_of(phrases: Collection[Phrase], bases: Sequence[str]) -> list[int]:
    """At which tokens one of the phrases stands."""
    return [
        i for i in range(len(bases)) if any(bases[i] == p[0] and (len(p) == 1 or follows(bases, i, p)) for p in phrases)
    ]


def _of_deed(asked: Asked) -> list[tuple[tuple[Phrase, ...], tuple[Phrase, ...]]]:
    """Of the rows of the deed asked for the words for each and for its contrary; where it may be of two rows that are
    contraries ("trounce" is to win, or to lose), what tells one of them is no contrary."""
    rows = {d.name for s in asked.slots if s.needed for d in s.rows}
    known = [contraries(asked.language)[row] for row in sorted(rows & contraries(asked.language).keys())]
    meant = frozenset(p for told, _ in known for p in told)
    return [(told, tuple(p for p in other if p not in meant)) for told, other in known]


def is_plain(asked: Asked, bases: Sequence[str], text: str, places: Collection[int], parse: Parse) -> bool:
    """Does a word here tell of the deed and not, as well, of its contrary ("verdict")?"""
    language = asked.language
    rows = [d for s in asked.slots if s.needed for d in s.rows]
    plain_words = [
        p for d in rows for p in (contraries(language)[d.name][0] if d.name in contraries(language) else d.told)
    ]
    return not {parse.at(start_of(text, i, language)) for i in places_of(plain_words, bases)}.isdisjoint(places)


def is_contrary(
    asked: Asked,
    part: AskedPart,
    tokens: Sequence[str],
    text: str,
    parse: Parse,
    actors: Collection[int],
    told: Collection[int] = (),
) -> bool:
    """Is the contrary of the deed told here of whom the question asks, and not only of how it went on after the deed?

    ``told`` are the verbs by which the deed itself is told as done: what stands beside or below one of them ("was fired
    but rehired on Friday") does not undo it, as what it stands below does ("convicted in 2010, he was acquitted").
    """
    language = asked.language
    bases = [base_of(t, language) for t in tokens]
    own = {p[0] for s in asked.slots if s.needed for p in s.means}
    for i in (i for _, other in _of_deed(asked) for i in places_of(other, bases)):
        at = parse.at(start_of(text, i, language))
        if at < 0 or _is_negated_or_meant(tokens, i, language):
            continue
        if _is_done_to_deed(bases, i, text, parse, actors, own, language):
            return True
        if is_of_charge(asked, bases, i) and _is_declared(part, tokens[i], parse, at, actors, language):
            return True
        beside = any(at != k and at not in parse.ancestors(k) for k in told)
        if not beside and _is_of(part, tokens[i], parse, at, actors, language):
            return True
    return False


def charge_asked(asked: Asked) -> frozenset[str]:
    """The words for what a question says that somebody was found guilty of, or not ("found guilty of murder"), as base
    forms; empty where it says none, or asks for no verdict."""
    language = asked.language
    deed = next((s for s in asked.slots if s.needed), None)
    if deed is None or not any(row.name in asking("verdicts", language) for row in deed.rows):
        return frozenset()
    named = {base_form(plain(s.asked), language) for s in asked.slots if s.place > deed.place and not s.is_name}
    return frozenset(word for charge in _charges(language) if charge & named for word in charge)


@functools.cache
def _charges(language: str) -> tuple[frozenset[str], ...]:
    """What somebody may be found guilty of: the words for each, as base forms."""
    rows = lang.kept_rows("check_charges", language)
    return tuple(frozenset(base_form(word, language) for word in row.split()) for (row,) in rows)


@functools.cache
def _words_of_charges(language: str) -> frozenset[str]:
    return frozenset(word for charge in _charges(language) for word in charge)


def is_of_charge(asked: Asked, bases: Sequence[str], at: int) -> bool:
    """Is what a verdict's word at a token says said of the charge that is asked for ("not guilty of murder")?"""
    return not charge_asked(asked).isdisjoint(_charges_behind(bases, at, asked.language))


def is_of_other_charge(asked: Asked, bases: Sequence[str]) -> bool:
    """Are all verdicts that a place tells on other charges than the one asked for ("guilty of theft")?"""
    own = charge_asked(asked)
    if not own:
        return False
    verdicts = places_of([p for told, _ in _of_deed(asked) for p in told], bases)
    behind = [found for i in verdicts if (found := _charges_behind(bases, i, asked.language))]
    return bool(behind) and all(own.isdisjoint(found) for found in behind)


def _charges_behind(bases: Sequence[str], at: int, language: str) -> list[str]:
    """The words for charges that stand behind a verdict's word and what leads to them ("guilty Friday of ...")."""
    to = next((k for k in range(at, min(len(bases), at + OF_WITHIN)) if bases[k] in asking("of_charge", language)), -1)
    charges = _words_of_charges(language)
    return [b for b in bases[to + 1 : to + 1 + CHARGE_WITHIN] if b in charges] if to >= 0 else []


def _is_declared(part: AskedPart, word: str, parse: Parse, at: int, actors: Collection[int], language: str) -> bool:
    """Is it told of whom the question asks, or of somebody whom only a word like "him" names?"""
    if _is_of(part, word, parse, at, actors, language):
        return True
    verb = next((k for k in (at, *parse.ancestors(at)) if parse[k].upos == "VERB"), -1)
    whom = parse.children(verb, "obj", "iobj", "nsubj:pass") if verb >= 0 else ()
    return any(parse[k].upos in clause_relations(language)["standing_in"] for k in whom)


def is_turned_on_itself(asked: Asked, parse: Parse, places: Collection[int]) -> bool:
    """Is what is done to a motion the deed's own, and the deed what that motion asks for ("blocked a resolution of
    disapproval", where the rejection of something is asked for)?"""
    language = asked.language
    rows = {d.name for s in asked.slots if s.needed for d in s.rows} & asking("turned_on_itself", language)
    own = {p[0] for row in rows for p in contraries(language)[row][0]}
    for at in places:
        if parse[at].upos != "VERB" or base_of(parse[at].word, language) not in own:
            continue
        done_to = parse.children(at, "obj", "nsubj:pass", "nsubj")
        motions = (m for m in done_to if plain(parse[m].word) in asking("motions", language))
        asks_for = [c for m in motions for c in parse.children(m, "acl", "nmod", "compound")]
        if any(base_of(parse[c].word, language) in own for c in asks_for):
            return True
    return False


def _is_of(part: AskedPart, word: str, parse: Parse, at: int, actors: Collection[int], language: str) -> bool:
    """Is what a word tells told of whom the question asks?"""
    if parse[at].upos == "NOUN":
        return (
            judged(parse, whom(parse, at, language) or owners_of(parse, at, language), actors, language=language)
            is DeedMatch.AS_ASKED
        )
    if parse[at].upos == "VERB":
        return of_verb(parse, at, actors, part, language) is DeedMatch.AS_ASKED
    above = parse[at].head
    if above >= 0 and parse[above].upos == "ADJ" and parse.children(above, "cop"):
        return _is_found_so(parse, above, actors, language)
    verb = next((k for k in parse.ancestors(at) if parse[k].upos == "VERB"), -1)
    said_of = parse[at].upos == "ADJ" or (part.role is Role.PATIENT and plain(word) in asking("plainly_not", language))
    return said_of and verb >= 0 and of_verb(parse, verb, actors, part, language) is DeedMatch.AS_ASKED


def _is_found_so(parse: Parse, at: int, actors: Collection[int], language: str) -> bool:
    """Is what an adjective says of somebody asked about found by those who judge ("Lund was not guilty, a jury said")?

    What he says of himself, or his lawyer of him, is no finding.
    """
    above = parse[at].head if parse[at].deprel == "ccomp" else -1
    saying = [k for k in (above, *parse.children(at, "parataxis")) if k >= 0]
    who = (plain(parse[c].word) for k in saying for c in parse.children(k, "nsubj"))
    found = any(word in asking("finding_so", language) for word in who)
    return found and judged(parse, parse.children(at, "nsubj"), actors, language=language) is DeedMatch.AS_ASKED


def _is_done_to_deed(
    bases: Sequence[str], i: int, text: str, parse: Parse, actors: Collection[int], own: Collection[str], language: str
) -> bool:
    """Does a word have one of those asked about do the contrary to the deed itself ("Lund survives the recall vote")?

    Of headlines ("Anna Lund Survives Recall") the parser takes the verb for a name: there who did it stands before it
    and the deed behind it.
    """
    at = parse.at(start_of(text, i, language))
    if 0 < i < len(bases) - 1 and bases[i + 1] in own and parse.at(start_of(text, i - 1, language)) in actors:
        return True
    objects = [c for c in parse.children(at, "obj") if parse[at].upos == "VERB"]
    words = [k for c in objects for k in (c, *parse.children(c, "compound"))]
    done_to = any(base_of(parse[k].word, language) in own for k in words)
    return done_to and judged(parse, [subject_of(parse, at, language)], actors, language=language) is DeedMatch.AS_ASKED


def _is_negated_or_meant(tokens: Sequence[str], at: int, language: str) -> bool:
    """Is the word at a token denied, or told of as feared or planned?"""
    before = words_before(tokens, at, UNREAL_WITHIN)
    return is_negated(before, language) or any(t in asking("unreal", language) for t in before)


def is_refused(tokens: Sequence[str], text: str, place: int, language: str) -> bool:
    """Is the deed told of as not done?"""
    at = next((i for i in range(len(tokens)) if start_of(text, i, language) == place), -1)
    before = words_before(tokens, at, UNREAL_WITHIN) if at >= 0 else ()
    return any(t in asking("negative", language) for t in before)
