"""Of which happening a draft's "the attack" is: that of the statement before, or of its title.

A statement is put to the sources by itself: without the place, "twelve people died in the attack" would be borne out by
whatever attack had twelve dead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadup.check.report import Statement
from leadup.check.seeking import Seeker, Term
from leadup.check.wording import COUNTRY, classes_in, kin_of, lang_words, stem_of, stems_of
from leadup.lang.wordforms import without_plural

BACK = 2
"""Statements before its own in which it is looked for."""
_THE_ONE = re.compile(r"\bthe\s+(\w+)\b", re.IGNORECASE)
_NAMING = re.compile(r"(?<!^)\b[A-Z][a-z]")
_PERSON = 2
"""Words of a person's name, of which the last one is enough."""
_NEARLY = 0.85
"""Share of the weight of the most telling name from which on another one says too which happening it is."""


def with_happenings(statements: Sequence[Statement], title: str | None, language: str) -> tuple[Statement, ...]:
    """A draft's statements, each with the words that say of which happening it is, where it does not say so itself."""
    made = []
    for nth, statement in enumerate(statements):
        noun = bare_happening(statement.words, language)
        before = statements[max(0, nth - BACK) : nth][::-1]
        made.append(
            replace(statement, about=_named_by(noun, statement, before, title or "", language)) if noun else statement
        )
    return tuple(made)


def bare_happening(words: str, language: str) -> str:
    """The noun of a happening that stands with "the" alone and nothing behind it says which; else nothing."""
    happenings = lang_words("happenings", language)
    for match in _THE_ONE.finditer(words):
        after = re.match(r"\W*(\w+)", words[match.end() :])
        noun = match.group(1).lower()
        noun = noun if noun in happenings else without_plural(noun, language)
        if noun in happenings and (after is None or after.group(1).lower() not in lang_words("said_which", language)):
            return noun
    return ""


def _named_by(noun: str, statement: Statement, before: Sequence[Statement], title: str, language: str) -> str:
    """The nearest statement that names something and tells of such a happening, or is of the same day; else the
    title."""
    naming = [s for s in before if _NAMING.search(s.words)]
    alike = [s for s in naming if _tells_of(noun, s.words, language)] or [s for s in naming if s.day == statement.day]
    return alike[0].words if alike else title if _NAMING.search(title) else naming[0].words if naming else ""


def _tells_of(noun: str, words: str, language: str) -> bool:
    """Whether some words tell of a happening of this kind."""
    return stem_of(noun, language) in stems_of(words, language) or not (
        classes_in(noun, language) & classes_in(words, language)
    ) <= lang_words("broad", language)


def names_of_happening(
    statement: Statement, seeker: Seeker, terms: Sequence[Term]
) -> tuple[Term | None, tuple[frozenset[str], ...]]:
    """The most telling name that says of which happening a statement is, and what of each such name must be there.

    None where the statement names anything but countries itself. Of two words the last one must be there, of more two.
    """
    if not statement.about or any(t.is_name and not t.key.startswith(COUNTRY) for t in terms):
        return None, ()
    named: list[list[Term]] = []
    end = -1
    for term in seeker.terms(statement.about):
        if not term.is_name or term.key.startswith(COUNTRY):
            continue
        if named and statement.about[end : term.start] == " ":
            named[-1].append(term)
        else:
            named.append([term])
        end = term.end
    needed = [run[-1:] if len(run) <= _PERSON else sorted(run, key=lambda t: -t.weight)[:_PERSON] for run in named]
    needed.sort(key=lambda run: -run[0].weight)
    if not needed:
        return None, ()
    least = _NEARLY * needed[0][0].weight
    return needed[0][0], tuple(frozenset(t.key for t in run) for run in needed if run[0].weight >= least)


def is_akin(noun: str, stems: frozenset[str], language: str) -> bool:
    """Whether one of some stems may tell of a happening of this kind."""
    key = stem_of(noun, language)
    kin, classes = kin_of(key, language), classes_in(noun, language) - lang_words("broad", language)
    return key in stems or any(kin & kin_of(stem, language) or classes & classes_in(stem, language) for stem in stems)
