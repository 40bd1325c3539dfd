"""Whom "he" and "she" stand for in a draft: the one who alone may be meant, named in the sentence or two before.

A statement is put to the sources by itself: without the name, "He resigned" would be borne out by whoever resigned that
day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadup.check.report import Statement
from leadup.lang.cuts import LETTERS
from leadup.model import Name
from leadup.reading.names.finder import find_names
from leadup.reading.names.gender import Gender, gender_of_name, gender_of_pronoun

BACK = 2
"""Statements before its own in which a pronoun finds whom it stands for."""
_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|$)")
_OPENING = re.compile(r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+) (?=[a-z])")
"""A name of several words with which a statement opens."""
_AHEAD = 1
"""Words that may stand before the name that a statement opens with."""


def with_pronouns(statements: Sequence[Statement], language: str) -> tuple[Statement, ...]:
    """A draft's statements, each with the names for which its pronouns stand."""
    persons = [[n for n in find_names(s.words, language=language) if n.is_person] for s in statements]
    fullest = _fullest(persons)
    made = []
    for nth, statement in enumerate(statements):
        found = []
        for match in _pronouns(statement.words, language):
            gender = gender_of_pronoun(match.group().lower(), language)
            # Who is named before it in the statement itself is found there, as in any sentence.
            own = {gender_of_name(fullest[n.key], language) for n in persons[nth] if n.start < match.start()}
            name = (
                None
                if gender is None or own & {gender, None}
                else _meant(statements, persons, fullest, nth, gender, language)
            )
            if name is not None:
                found.append((match.start(), match.end(), name))
        made.append(replace(statement, pronouns=tuple(found)))
    return tuple(made)


def nobody_named(statement: Statement, language: str) -> str:
    """The pronoun that a statement opens with, where no name before it says whom it stands for; else nothing."""
    first = LETTERS.match(statement.words)
    if first is None or gender_of_pronoun(first.group().lower(), language) is None:
        return ""
    return "" if any(start == 0 for start, _, _ in statement.pronouns) else first.group()


def _pronouns(words: str, language: str) -> list[re.Match[str]]:
    """The pronouns of a statement for one person, but those that somebody is quoted with."""
    quoted = [m.span() for m in _QUOTED.finditer(words)]
    return [
        m for m in LETTERS.finditer(words)
        if gender_of_pronoun(m.group().lower(), language) and not any(s <= m.start() < e for s, e in quoted)
    ]  # fmt: skip


def _fullest(persons: Sequence[Sequence[Name]]) -> dict[str, str]:
    """Of each person of a draft, the longest name that it gives."""
    found: dict[str, str] = {}
    for name in (n for of in persons for n in of):
        found[name.key] = max(found.get(name.key, ""), name.exact, key=len)
    return found


def _meant(
    statements: Sequence[Statement],
    persons: Sequence[Sequence[Name]],
    fullest: dict[str, str],
    nth: int,
    gender: Gender,
    language: str,
) -> str | None:
    """The name for which a pronoun of a statement stands, by those before it; None where two may be meant."""
    for back in range(1, min(BACK, nth) + 1):
        fitting = [n for n in persons[nth - back] if gender_of_name(fullest[n.key], language) in (gender, None)]
        keys = {n.key for n in fitting}
        if len(keys) > 1:
            keys = {n.key for n in fitting if len(statements[nth - back].words[: n.start].split()) <= _AHEAD}
        if len(keys) == 1:
            (key,) = keys
            further = (n for k in range(back + 1, min(BACK, nth) + 1) for n in persons[nth - k])
            others = {n.key for n in further if gender_of_name(fullest[n.key], language) in (gender, None)}
            return fullest[key] if others <= keys else None
        if fitting:
            return None
    return _subject_of_both(statements, nth)


def _subject_of_both(statements: Sequence[Statement], nth: int) -> str | None:
    """The one with whose name both statements before open, be it not known for a person's: "Brisk Oster fled. Brisk
    Oster was found. He ..."."""
    opening = [_OPENING.match(statements[nth - back].words) for back in range(1, BACK + 1) if nth >= back]
    names = {match.group(1) if match else None for match in opening}
    return names.pop() if len(opening) == BACK and len(names) == 1 else None
