"""Whether a clause lets a thing be or hinders it, all that stands in it together: "lifted the ban" lets, "refused to
drop the suit" goes on with it, "called for him to resign" is against him.

Each word has its sign; a "not", a noun for a hindrance and a verb of asking turn or hand on what is below them. What
two clauses make of one thing is compared by what comes out, where the words alone are neither alike nor opposites.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from leadup.check.clauses import Clause, light
from leadup.check.wording import WORD, Phrases, phrases_of, stem_of


@dataclass(frozen=True, slots=True)
class Signed:
    """A clause that lets or hinders something: +1 or -1 in each field; ``about`` are the stems of what it is about."""

    clause: Clause
    fields: Mapping[str, int]
    about: frozenset[str]


@cache
def _signs(language: str) -> Phrases:
    return phrases_of("check_signs", language)


def signed_in(words: str, clauses: Sequence[Clause]) -> list[Signed]:
    """The clauses of a sentence that let or hinder something."""
    if not clauses:
        return []
    language = clauses[0].language
    every = list(WORD.finditer(words))
    by_place = _signs(language).by_place([m.group() for m in every])
    groups = {every[k].start(): names for k, names in by_place.items()}
    found = []
    for clause in clauses:
        if clause.is_noun or clause.supposed:
            continue
        fields = _fields(clause, groups, words)
        asked = _asked(clause, clauses, groups) if "asks" in groups.get(clause.start, ()) else None
        if asked is not None:
            below = _fields(asked, groups, words)
            # "urged him to stay", "begged her not to run"
            fields = below or fields
        if fields:
            about = (clause.near | clause.patient) - clause.agent - {clause.key}
            found.append(Signed(clause, fields, about))
    return found


def _fields(clause: Clause, groups: Mapping[int, frozenset[str]], words: str) -> dict[str, int]:
    """The sign of a clause in each field, with its own "not" and the noun that it takes."""
    names = groups.get(clause.start, frozenset())
    fields: dict[str, int] = {}
    for name in names:
        if name[-1] in "+-":
            field, sign = name[:-1], 1 if name[-1] == "+" else -1
            # A word that is in a field with both signs says nothing there.
            fields[field] = 0 if fields.get(field, sign) != sign else sign
    fields = {field: sign for field, sign in fields.items() if sign}
    taken = _taken(clause, groups, words)
    if not fields and "lends" in names and taken:
        fields = {"let": taken}
    elif taken < 0 and "let" in fields:
        fields["let"] = -fields["let"]
    turn = -1 if clause.is_undone else 1
    return {field: sign * turn for field, sign in fields.items()}


def _taken(clause: Clause, groups: Mapping[int, frozenset[str]], words: str) -> int:
    """-1 where what a deed is done to is a hindrance, 1 where it lets something, 0 else."""
    for start, end in clause.reach:
        if start <= clause.start:
            continue
        names = groups.get(start, frozenset())
        if names & {"hinders", "furthers"} and stem_of(words[start:end], clause.language) in clause.heads[1]:
            return -1 if "hinders" in names else 1
    return 0


def _asked(clause: Clause, clauses: Sequence[Clause], groups: Mapping[int, frozenset[str]]) -> Clause | None:
    """What is asked for in a clause: the first deed below it that lets or hinders."""
    below = (c for c in clauses if c.start > clause.start and c.key in clause.near)
    return next((c for c in below if any(name[-1] in "+-" for name in groups.get(c.start, ()))), None)
