"""Is the contrary of the deed told of ("acquitted", where a conviction is asked for), or a word that may be either?"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence

from leadup import lang
from leadup.reading.syntax import Parse
from leadup.timeline.happenings.collection import base_form
from leadup.timeline.target.asked import Asked
from leadup.timeline.target.clause_roles import owners_of, subject_of, whom
from leadup.timeline.target.factuality import UNREAL_WITHIN, is_negated
from leadup.timeline.target.parts import AskedPart, DeedMatch
from leadup.timeline.target.roles import judged, of_verb
from leadup.timeline.target.slot import Role
from leadup.timeline.target.spelling import plain
from leadup.timeline.target.tokens import base_of, follows, start_of, words_before
from leadup.timeline.target.words import Phrase, asking


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
        beside = any(at != k and at not in parse.ancestors(k) for k in told)
        if not beside and _is_of(part, tokens[i], parse, at, actors, language):
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
