"""A person whom a draft names, and whom nothing that bears it out names: the same may be told of another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from leadup.check.case import Case
from leadup.check.report import Finding
from leadup.check.wording import lang_words, stem_of
from leadup.model import Name
from leadup.reading.names.finder import find_names

_BESIDE: Final = re.compile(r",[ \t]+")
_CLOSED: Final = re.compile(r"[ \t]*(?:,[ \t]+(?P<next>\w+)|[.;]?$)")
_OPENS, _CLOSES = "“\"'‘(", "”\"'’)"


def unless_unnamed(case: Case, found: Finding) -> Finding:
    """What bears a statement out, unless it names a person no part of whose name stands in the sentences that are
    shown, nor beside them, nor in their titles.

    Of somebody who has one name alone no sentence at all that came near may have it; and none may have the name of
    whoever does a part of what is told ("the port burned, and Norland claimed it"). Whom the draft quotes somebody on
    is not asked for.
    """
    shown = [b for b in case.bearing if b.place in found.places]
    near = frozenset[str]().union(*(case.around(b) for b in shown))
    if not near:
        return found
    names = find_names(case.words, language=case.language)
    for name in names:
        stems = _stems(name, case.language)
        if not name.is_person or not stems & case.names or any(s <= name.start < e for s, e in case.quotes):
            continue
        if stems & near or any(
            _stems(other, case.language) & near and is_other_name(case.words, name, other, names, case.language)
            for other in names
        ):
            continue
        if len(stems) > 1 or not any(stems & b.indexed.stems[b.sentence] for b in case.bearing):
            why = f"told, but what comes nearest does not name {name.exact}"
            return case.found("no source says so", "likely", why, shown)
    every = near.union(*(b.indexed.stems[b.sentence] for b in case.bearing))
    for clause in case.own:
        who = clause.agent & case.names
        if clause.main and who and not who & every:
            who_does = next((t.word for t in case.terms if t.key in who), "")
            why = f"told, but nothing that comes near names {who_does}, who does a part of it"
            return case.found("no source says so", "likely", why, shown)
    return found


def _stems(name: Name, language: str) -> set[str]:
    return {stem for word in name.exact.split() if (stem := stem_of(word.strip(".,’'“”\""), language))}


def is_other_name(words: str, name: Name, other: Name, names: Sequence[Name], language: str) -> bool:
    """Whether two names are of one person: one stands in quotation marks or brackets beside the other or within it, or
    between commas behind it, where no further ones are named."""
    if not other.is_person or other is name:
        return False
    marked = words[name.start - 1 : name.start] in _OPENS and words[name.end : name.end + 1] in _CLOSES
    if marked and name.start and (0 <= name.start - 1 - other.end <= 1 or 0 <= other.start - name.end - 1 <= 1):
        return True
    first, second = (name, other) if name.start < other.start else (other, name)
    closed = _CLOSED.match(words, second.end)
    if closed is None or not _BESIDE.fullmatch(words, first.end, second.start):
        return False
    if closed["next"] and closed["next"].lower() in lang_words("list_ends", language):
        return False
    around = (n for n in names if n is not first and n is not second)
    return not any(
        _BESIDE.fullmatch(words, n.end, first.start) or _BESIDE.fullmatch(words, second.end, n.start) for n in around
    )
