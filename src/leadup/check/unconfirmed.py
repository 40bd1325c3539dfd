"""A number of a statement that no source bears out, by whatever it has counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadup.check.case import TOLD, Case
from leadup.check.figures import CLOSELY, Number, differing, numbers_of, own_numbers
from leadup.check.seeking import CLOSE, Bearing, Indexed
from leadup.check.wording import pattern_of

_TELLING = 13
"""From so many on the same number of another noun is hardly there by chance: "170 guests" are "170 hostages"."""
_LONG = 5
"""Letters from which on a number is hardly there by chance."""
HEARD = 0.5
"""Share of a statement that a sentence must hold for its numbers to be heard."""
_BARE = re.compile(r"(?<![\w.,/$€£-])\d+(?:[.,]\d+)*(?![\w/-]|[.,]\d)")
_YEARS = 1900, 2100


def unconfirmed_number(case: Case) -> Number | None:
    """A number of the statement that no sentence which bears on it has, nor one beside it: nothing bears it out."""
    heard = [b for b in case.bearing if b.score >= HEARD and (b.score >= TOLD or case.is_then(b))]
    for said in own_numbers(case):
        if said.vague or any(_gives(numbers_of(b.words, case.language), said) for b in heard):
            continue
        if any(_has_as_written(b.words, said, case.words) for b in heard) or _beside(case, said, heard):
            continue
        return said
    return next((said for said in _bare(case) if not any(_has_bare(b, said, case.words) for b in heard)), None)


def number_beside(case: Case, said: Number, bearing: Bearing) -> int | None:
    """The place of a sentence beside one that bears on a statement, in which its number stands, of the same thing."""
    for at in _near(bearing.indexed, bearing.sentence):
        words = bearing.indexed.words(at)
        if any(_is_of(n, said) and n.gives(said) for n in numbers_of(words, case.language)):
            return at
        if _has_as_written(words, said, case.words):
            return at
    return None


def _is_of(one: Number, said: Number) -> bool:
    """Whether two numbers are of the same thing: a vote's first number is of votes."""
    return one.of == said.of or bool({one.of, one.noun} & {said.of, said.noun} - {""})


def numbers_beside(case: Case, shown: Sequence[Bearing]) -> list[Bearing]:
    """The sentences beside those that are shown for a statement which alone give a number of it: shown with them."""
    found = []
    for said in own_numbers(case):
        if said.vague or said.of in CLOSELY or any(_gives(numbers_of(b.words, case.language), said) for b in shown):
            continue
        beside = ((b, number_beside(case, said, b)) for b in shown)
        found += [replace(b, sentence=at) for b, at in beside if at is not None][:1]
    return found


def _beside(case: Case, said: Number, heard: Sequence[Bearing]) -> bool:
    """Whether a report tells the number in a sentence beside the one that bears on the statement: "beat her rival. She
    got 134 votes to his 63"."""
    if said.of in CLOSELY:
        return False
    return any(case.is_then(b) and number_beside(case, said, b) is not None for b in heard)


def _bare(case: Case) -> Iterator[Number]:
    """The numbers of a statement that count nothing that is known: "died of cancer at 64"."""
    known = [(n.start, n.end) for n in numbers_of(case.words, case.language)] + [*case.dates, *case.quotes]
    for match in _BARE.finditer(case.words):
        value = float(match.group().replace(",", ""))
        is_year = match.group().isdigit() and _YEARS[0] <= value <= _YEARS[1]
        if not is_year and not any(s <= match.start() < e for s, e in known):
            yield Number("", value, value, *match.span(), language=case.language)


def _has_bare(bearing: Bearing, said: Number, by: str) -> bool:
    """Whether a sentence, or one beside it, has such a number as it is written."""
    written = re.compile(rf"(?<![\w.,]){re.escape(by[said.start : said.end])}(?!\w|[.,]\d)")
    places = [bearing.sentence, *_near(bearing.indexed, bearing.sentence)]
    return any(written.search(bearing.indexed.words(at)) for at in places)


def _near(indexed: Indexed, at: int) -> list[int]:
    """The places of the sentences beside one, nearest first."""
    places = range(max(0, at - CLOSE), min(len(indexed.stems), at + CLOSE + 1))
    return sorted((k for k in places if k != at), key=lambda k: (abs(k - at), k))


def _has_as_written(words: str, said: Number, by: str) -> bool:
    """Whether a sentence has a number of others' words just as they write it: long enough to be no other one
    ("2.1 million"), and not read as one of something else."""
    written = pattern_of("written", said.language).search(by, said.start, said.end)
    if written is None or len(written.group()) < _LONG:
        return False
    found = re.search(rf"(?<![\w.,]){re.escape(written.group())}(?![\w]|[.,]\d)", words)
    if found is None:
        return False
    there = [n for n in numbers_of(words, said.language) if n.start < found.end() and found.start() < n.end]
    return all(n.fits(said) for n in there)


def _gives(numbers: Sequence[Number], said: Number) -> bool:
    """Whether some numbers of a sentence give one said, be it of the same thing in another word."""
    if any(n.gives(said) for n in differing(said, numbers)[0]):
        return True
    if said.of in CLOSELY or said.low < _TELLING:
        return False
    return any(n.noun and n.high is not None and n.fits(said) and n.gives(said) for n in numbers)
