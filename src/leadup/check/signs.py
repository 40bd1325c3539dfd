"""Whether a clause lets a thing be or hinders it, all that stands in it together: "lifted the ban" lets, "refused to
drop the suit" goes on with it, "called for him to resign" is against him.

Each word has its sign; a "not", a noun for a hindrance and a verb of asking turn or hand on what is below them. What
two clauses make of one thing is compared by what comes out, where the words alone are neither alike nor opposites.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from leadup import lang
from leadup.check.clauses import Clause
from leadup.check.wording import WORD, Phrases, base_of, phrases_of, stem_of

LETS, HINDERS, BORNE = "+", "-", "~"
"""What ends the name of a group of words: those of one who lets a thing be, of one who hinders it, and of one to whom a
deed is done by which he has the latter sign ("was sacked" of one who does not stay)."""
FIELD = "let"
BAN, LEAVE, LENDS, ASKS = "hinders", "furthers", "lends", "asks"
"""Groups: nouns for what hinders and what lets, verbs that only lend a noun their force, verbs of asking."""
_BESIDE = 12
"""Letters behind a verb within which another one goes with it."""
_NEAR = 60
"""...and within which a little word like "against" hangs on what it is done to."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What a clause makes of a thing for one of those in it: +1 where it lets it be, or goes well for him, -1 where
    not, in each field; ``who`` are the stems of the one, ``about`` of what else hangs on it. ``is_turned`` says that a
    noun for a hindrance has turned its sign ("lifted the ban"), ``is_mixed`` that another word for one stands below it:
    a bill against mining and a bill that lets mine are both passed. ``is_itself`` says that it is the one himself who
    begins, stops or goes on: "the strike ended".
    """

    clause: Clause
    who: frozenset[str]
    fields: Mapping[str, int]
    about: frozenset[str]
    is_turned: bool = False
    is_mixed: bool = False
    is_itself: bool = False


@cache
def _themselves(language: str) -> frozenset[str]:
    """The stems of verbs whose subject, with nothing that they are done to, is the thing itself."""
    return frozenset(base_of(verb, language) for verb in lang.kept_table("check", language)["themselves"].split())


@cache
def _signs(language: str) -> Phrases:
    return phrases_of("check_signs", language)


def signed_in(words: str, clauses: Sequence[Clause]) -> list[Signed]:
    """What the clauses of a sentence let or hinder, for the ones who do it and for those to whom it is done."""
    if not clauses:
        return []
    language = clauses[0].language
    every = list(WORD.finditer(words))
    by_place = _signs(language).by_place([m.group() for m in every])
    groups = {every[k].start(): names for k, names in by_place.items()}
    found: list[Signed] = []
    below: set[int] = set()
    for clause in clauses:
        if clause.is_noun or clause.supposed or clause.start in below:
            continue
        if clause.key != base_of(words[clause.start : clause.end], language):
            # "lost to Varo" is read as Varo's beating.
            groups[clause.start] = _signs(language).single.get(clause.key) or groups.get(clause.start, frozenset())
        names = groups.get(clause.start, frozenset())
        asked = _asked(clause, clauses, groups) if ASKS in names else None
        if asked is not None:
            # "urged him to condemn it" tells nothing of whether he did.
            below.add(asked.start)
        about = (clause.near | clause.patient) - {clause.key} - _beyond(clause, clauses, words)
        done = _fields(asked or clause, clauses, groups, words) or _fields(clause, clauses, groups, words)
        if done:
            turned = _taken(asked or clause, clauses, groups, words) < 0
            mixed = not turned and _has_hindrance(asked or clause, groups, words)
            who = clause.heads[0]
            if not who:
                # "the talks were broken off": nobody is said to do it, and it is so of the talks; not so "was beaten".
                who, done = clause.heads[1], {f: s for f, s in done.items() if f + BORNE not in names}
            if done:
                found.append(Signed(clause, who, done, about - clause.agent, turned, mixed, _is_itself(clause)))
        borne = _of(names, BORNE, -1, clause)
        if borne and clause.heads[1]:
            found.append(Signed(clause, clause.heads[1], borne, about - clause.patient))
    return found


def _is_itself(clause: Clause) -> bool:
    """Whether a deed for which one may also be the thing has nothing that it is done to, or nobody who does it: "the
    ferry stopped", "was stopped"."""
    return not (clause.heads[0] and clause.heads[1]) and clause.key in _themselves(clause.language)


def _beyond(clause: Clause, clauses: Sequence[Clause], words: str) -> set[str]:
    """The stems below a clause that hang on another deed alone: "stopped the ferry, and reopened the bridge".

    What one refuses to do, or is asked to, is a deed of its own, but what hangs on it is of this one too.
    """
    kept, left = set(clause.reach), set[str]()
    for one in clauses:
        if one.start <= clause.start or one.is_noun or not one.near - {one.key} <= clause.near:
            continue
        if one.is_thought_of or one.start <= clause.end + _BESIDE:
            kept.update(one.reach)
        elif clause.key not in one.near:
            left |= one.near - {one.key}
    return left - {stem_of(words[start:end], clause.language) for start, end in kept}


def _of(names: frozenset[str], mark: str, sign: int, clause: Clause) -> dict[str, int]:
    """The sign in each field that groups with a mark give to a clause."""
    turn = -sign if clause.is_undone else sign
    return {name[:-1]: turn for name in names if name[-1] == mark}


def _fields(
    clause: Clause, clauses: Sequence[Clause], groups: Mapping[int, frozenset[str]], words: str
) -> dict[str, int]:
    """The sign of a clause in each field, with its own "not" and the noun that it takes."""
    names = groups.get(clause.start, frozenset())
    lets, hinders = _of(names, LETS, 1, clause), _of(names, HINDERS, -1, clause)
    # A word that may do either says nothing there.
    fields = {f: s for f, s in (lets | hinders).items() if not (f in lets and f in hinders)}
    taken = _taken(clause, clauses, groups, words)
    if not fields and LENDS in names and taken:
        return {FIELD: -taken if clause.is_undone else taken}
    if taken < 0 and FIELD in fields:
        fields[FIELD] = -fields[FIELD]
    return fields


def _taken(clause: Clause, clauses: Sequence[Clause], groups: Mapping[int, frozenset[str]], words: str) -> int:
    """-1 where what a deed is done to is a hindrance, 1 where it lets something, 0 else."""
    # "let the ban stand": what is done to it may be told by the next word.
    beside = [c for c in clauses if clause.start < c.start <= clause.end + _BESIDE and c.key in clause.near]
    for one in (clause, *(c for c in beside if not c.is_noun)):
        for start, end in one.reach:
            names = groups.get(start, frozenset()) & {BAN, LEAVE}
            if start > clause.start and names and stem_of(words[start:end], clause.language) in one.heads[1]:
                return -1 if BAN in names else 1
    return 0


def _has_hindrance(clause: Clause, groups: Mapping[int, frozenset[str]], words: str) -> bool:
    """Whether a word for a hindrance stands below a clause: "a bill that bans mining", "a bill against mining"."""
    for start, names in groups.items():
        if start > clause.end and (BAN in names or FIELD + HINDERS in names):
            word = WORD.match(words, start)
            key = stem_of(word.group(), clause.language) if word else ""
            if key in clause.near or (not key and start < clause.end + _NEAR):
                return True
    return False


def _asked(clause: Clause, clauses: Sequence[Clause], groups: Mapping[int, frozenset[str]]) -> Clause | None:
    """What is asked for in a clause: the first deed below it that lets or hinders."""
    below = (
        c for c in clauses if c.start > clause.start and c.key in clause.near and c.is_thought_of and not c.is_noun
    )
    return next((c for c in below if any(name[-1] in LETS + HINDERS for name in groups.get(c.start, ()))), None)
