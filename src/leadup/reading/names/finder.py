"""Light reading of names: one pass over the chains of capitalised words, one vote over the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadup.model import Name, NameKind
from leadup.reading.names.chains import chains
from leadup.reading.names.keys import name_key, plain_key
from leadup.reading.names.lexicon import lexicon
from leadup.reading.names.segments import COMMON, FAMILY, GIVEN, Segment, segments

_NEXT = re.compile(r"[ \u00a0]?(['’]s?\b|[^\W_]+|[^\w\s])")
_IN = frozenset("in at near from across outside inside around throughout toward towards northern southern eastern western".split())
_SAYS = frozenset(
    "said says told added adds noted stressed explained asked argued wrote tweeted insisted warned denied believes thinks who"
    " announced claimed recalled declared".split()
)


def find_names(text: str, sentences: Sequence[tuple[int, int]] = ()) -> tuple[Name, ...]:
    """The names in a text, in order, none overlapping; offsets are code points of ``text``.

    ``sentences`` are the (start, end) of its sentences where they are known; a word that opens one of them is held
    to be a name on better grounds than its capital letter alone.
    """
    words = lexicon()
    found: list[tuple[Segment, str, int, list[float]]] = []
    votes: dict[str, list[float]] = {}
    for chain in chains(text):
        for segment in segments(chain, words):
            exact = text[segment.start : segment.end]
            scores = _evidence(text, segment, exact)
            found.append((segment, exact, segment.last - segment.first + 1, scores))
            held = votes.get(exact)
            if held is None:
                votes[exact] = list(scores)
            else:
                for index, score in enumerate(scores):
                    held[index] += score
    people: dict[str, str] = {}
    for segment, exact, length, _ in found:
        if length > 1 and _kind(segment, votes[exact]) == "person":
            parts = exact.split()
            people.setdefault(parts[-1], exact)
            people.setdefault(parts[0], exact)
    names = []
    for segment, exact, length, _scores in found:
        kind = _kind(segment, votes[exact])
        full = exact
        if length == 1 and exact in people and (kind in ("person", "other", "organisation") or segment.known is None):
            kind, full = "person", people[exact]
        key = name_key(full) if kind == "person" else plain_key(full)
        names.append(Name(segment.start, segment.end, exact, kind, key))
    return tuple(names)


def _kind(segment: Segment, scores: list[float]) -> NameKind:
    if segment.kind is not None and not segment.titled:
        return segment.kind
    person, place, organisation, other = scores
    best = max(scores)
    if best == person:
        return "person"
    if best == place:
        return "place"
    return "organisation" if best == organisation else "other"


def _evidence(text: str, segment: Segment, exact: str) -> list[float]:
    person = place = organisation = 0.0
    other = 0.4
    flags = segment.flags
    length = segment.last - segment.first + 1
    if segment.titled:
        person += 4
    if flags & GIVEN:
        person += 1 if flags & COMMON else 1.5
    if flags & FAMILY:
        person += 0.5 if flags & COMMON else 1
    if flags & COMMON:
        other += 1
    if length in (2, 3):
        person += 0.8
    if length > 4:
        organisation += 1
    if exact.isupper() and length == 1 and len(exact) > 1:
        organisation += 2.2
    if segment.known is not None and segment.known.size:
        place += segment.known.size
    before = text[max(0, segment.start - 16) : segment.start].split()
    last = before[-1] if before else ""
    if last in _IN:
        place += 1.5
    elif last in ("the", "The"):
        organisation += 1.2
        other += 0.6
        person -= 1.5
    following = _NEXT.match(text, segment.end)
    after = following.group(1) if following else ""
    if after in _SAYS:
        person += 1.5
        organisation += 0.4
    if after == "," and length > 1:
        person += 0.4
    return [person, place, organisation, other]
