"""A number of a statement that no source bears out, by whatever it has counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from leadup import lang
from leadup.check.case import TOLD, Case
from leadup.check.figures import CLOSELY, Number, differing, numbers_of, own_numbers

_TELLING = 13
"""From so many on the same number of another noun is hardly there by chance: "170 guests" are "170 hostages"."""
_LONG = 5
"""Letters from which on a number is hardly there by chance."""
HEARD = 0.5
"""Share of a statement that a sentence must hold for its numbers to be heard."""


def unconfirmed_number(case: Case) -> Number | None:
    """A number of the statement that no sentence which bears on it has: nothing bears it out."""
    for said in own_numbers(case):
        heard = [b for b in case.bearing if b.score >= HEARD and (b.score >= TOLD or case.is_then(b))]
        if said.vague or any(_gives(numbers_of(b.words), said) for b in heard):
            continue
        if not any(_has_as_written(b.words, said, case.words) for b in heard):
            return said
    return None


def _has_as_written(words: str, said: Number, by: str) -> bool:
    """Whether a sentence has a number of others' words just as they write it: long enough to be no other one
    ("2.1 million"), and not read as one of something else."""
    written = _written().search(by, said.start, said.end)
    if written is None or len(written.group()) < _LONG:
        return False
    found = re.search(rf"(?<![\w.,]){re.escape(written.group())}(?![\w]|[.,]\d)", words)
    if found is None:
        return False
    there = [n for n in numbers_of(words) if n.start < found.end() and found.start() < n.end]
    return all(n.fits(said) for n in there)


def _gives(numbers: Sequence[Number], said: Number) -> bool:
    """Whether some numbers of a sentence give one said, be it of the same thing in another word."""
    if any(n.gives(said) for n in differing(said, numbers)[0]):
        return True
    if said.of in CLOSELY or said.low < _TELLING:
        return False
    return any(n.noun and n.high is not None and n.fits(said) and n.gives(said) for n in numbers)


@cache
def _written() -> re.Pattern[str]:
    return re.compile(lang.table("check")["written"])
