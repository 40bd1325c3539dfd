"""Of which happening a draft's "the attack" is: that of the statement before, or of its title.

A statement is put to the sources by itself: without the place, "twelve people died in the attack" would be borne out by
whatever attack had twelve dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from leadup import lang
from leadup.check.denial import lang_words
from leadup.check.report import Statement
from leadup.check.seeking import Seeker, Term
from leadup.check.wording import COUNTRY, classes_in, kin_of, stem_of, stems_of

BACK = 2
"""Statements before its own in which it is looked for."""
_NEARLY = 0.7
"""Share of the weight of the most telling name from which on another one says too which happening it is."""


def with_happenings(statements: Sequence[Statement], title: str | None) -> tuple[Statement, ...]:
    """A draft's statements, each with the words that say of which happening it is, where it does not say so itself."""
    made = []
    for nth, statement in enumerate(statements):
        noun = bare_happening(statement.words)
        before = [s.words for s in statements[max(0, nth - BACK) : nth][::-1]]
        made.append(replace(statement, about=_named_by(noun, [*before, title or ""])) if noun else statement)
    return tuple(made)


def bare_happening(words: str) -> str:
    """The noun of a happening that stands with "the" alone and nothing behind it says which; else nothing."""
    for match in _bare().finditer(words):
        after = re.match(r"\W*(\w+)", words[match.end() :])
        if after is None or after.group(1).lower() not in lang_words("said_which"):
            return match.group(1).lower()
    return ""


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?i)\bthe\s+({'|'.join(lang.table('check')['happenings'])})\b")


def _named_by(noun: str, others: Sequence[str]) -> str:
    """The nearest of some words that name something and tell of such a happening; else the last that names something,
    the title."""
    naming = [words for words in others if re.search(r"(?<!^)\b[A-Z][a-z]", words)]
    alike = (words for words in naming if _tells_of(noun, words))
    return next(alike, naming[-1] if naming else "")


def _tells_of(noun: str, words: str) -> bool:
    """Whether some words tell of a happening of this kind."""
    return stem_of(noun) in stems_of(words) or not (classes_in(noun) & classes_in(words)) <= lang_words("broad")


def names_of_happening(statement: Statement, seeker: Seeker, terms: Sequence[Term]) -> list[Term]:
    """The names that say of which happening a statement is, the most telling first; none where it names anything but
    countries itself."""
    if not statement.about or any(t.is_name and not t.key.startswith(COUNTRY) for t in terms):
        return []
    named = [t for t in seeker.terms(statement.about) if t.is_name and not t.key.startswith(COUNTRY)]
    named.sort(key=lambda t: (-t.weight, -t.start))
    return [t for t in named if t.weight >= _NEARLY * named[0].weight]


def is_akin(noun: str, stems: frozenset[str]) -> bool:
    """Whether one of some stems may tell of a happening of this kind."""
    key = stem_of(noun)
    kin = kin_of(key)
    return key in stems or any(kin & kin_of(stem) for stem in stems)
