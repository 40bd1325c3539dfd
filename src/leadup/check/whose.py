"""Whose words a sentence has a statement as: told plainly, said by somebody, or his own doing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from leadup.check.case import Case, Read
from leadup.check.clauses import Clause
from leadup.check.quotations import quotations_of
from leadup.check.seeking import Bearing
from leadup.check.speakers import OPENING_QUOTES
from leadup.check.wording import WORD, lang_words, stem_of

PLAIN, HIS, SAID = -1, 0, 1
"""Told plainly, or by those whose word is mostly all there is; his own doing as he tells it; another one's words."""


@cache
def official(language: str) -> frozenset[str]:
    return frozenset(stem_of(w, language) for w in lang_words("official", language))


@cache
def _claiming(language: str) -> frozenset[str]:
    return frozenset(stem_of(w, language) for w in lang_words("claiming", language))


@cache
def _owned(language: str) -> frozenset[str]:
    return frozenset(lang_words("claimed_as_own", language))


def is_claim(words: str, language: str, *, of_whom: bool = True) -> bool:
    """Whether a sentence has a word of what is held to be no more than somebody's word.

    Who claims the responsibility for a thing leaves no doubt that it happened, but for who did it: ``of_whom`` asks for
    that too.
    """
    told = WORD.findall(words)
    behind = (
        then for word, then in zip(told, (*told[1:], ""), strict=True) if stem_of(word, language) in _claiming(language)
    )
    return any(of_whom or then.lower() not in _owned(language) for then in behind)


def akin_to(case: Case, read: Read) -> tuple[Clause, ...]:
    """The clauses of a sentence that may be a statement's deed in whatever words."""
    return tuple(c for c in read.clauses if case.deeds and c.is_akin(case.deeds[0]))


def narrowest_clause(read: Read, akin: Sequence[Clause], keys: frozenset[str]) -> Clause | None:
    """The smallest clause that holds most of what a sentence shares with a statement."""
    if akin:
        return max(akin, key=lambda c: (len(c.near & keys), -len(c.near)))
    held = [(len(c.near & keys), -len(c.near), -c.start, c) for c in read.clauses if not c.is_saying]
    if not held:
        return None
    most = max(h[0] for h in held)
    return max((h for h in held if h[0] >= 0.7 * most), key=lambda h: (h[1], h[2]))[3] if most else None


def is_quoted(bearing: Bearing, clause: Clause) -> bool:
    """Whether a clause of a sentence stands in a quotation, be it one that opened before."""
    sentence = bearing.indexed.reading.sentences[bearing.sentence]
    if sentence.opened is not None:
        return True
    quoted = quotations_of(bearing.words, bearing.indexed.language)
    if bearing.words[:1] in OPENING_QUOTES and not any(start == 1 for start, _ in quoted):
        # It does not end here.
        return True
    return any(s <= clause.start < e for s, e in quoted)


def whose_words(case: Case, read: Read) -> int | None:
    """Whose words a sentence has what it shares with a statement as; None where no clause holds that."""
    clause = narrowest_clause(read, akin_to(case, read), case.keys)
    if clause is None:
        return None
    doer = not case.deeds or bool(case.deeds[0].agent & case.names)
    if is_quoted(read.bearing, clause) or is_claim(read.bearing.words, case.language, of_whom=doer):
        return SAID
    if clause.speaker is None or clause.speaker & official(case.language):
        return PLAIN
    deed = case.deeds[0] if case.deeds else clause
    return HIS if clause.speaker & (deed.agent | clause.agent) else SAID
