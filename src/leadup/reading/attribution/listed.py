"""The members of a source that names several: "Mara Tolk, Jo Venn and the harbour board"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.reading.names import Cast
from leadup.reading.syntax import Parse

_JOINING = frozenset({"CCONJ", "PUNCT"})


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("attribution", language)["listed"]
        place = str(words["place"])
        self.between: frozenset[str] = frozenset(words["between"])
        self.apposed_list = re.compile(words["apposed_list"])
        self.joined_before = re.compile(rf"(?:[\s,&]|(?:{words['joining']})\s)+", re.IGNORECASE)
        self.joined_behind = re.compile(rf"(?:[\s,&]|\s(?:{words['joining_end']}))+$", re.IGNORECASE)
        self.of_place = re.compile(place)
        self.and_titled = re.compile(place + words["and_titled"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def listed_in(text: str, start: int, end: int, parse: Parse | None, language: str) -> list[tuple[int, int]]:
    """The members of "A, B and C" by the tree, apposition left with its noun; the whole where there is no list."""
    forms = _forms(language)
    if parse is None:
        return [(start, end)]
    inside = [i for i, t in enumerate(parse) if start <= t.start and t.end <= end]
    heads = [i for i in inside if not start <= parse[parse[i].head].start < end or parse[i].head < 0]
    if not inside or not heads:
        return [(start, end)]
    head = next((i for i in heads if parse[i].upos in {"NOUN", "PROPN", "NUM", "PRON"}), heads[0])
    members = [head]
    for m in members:
        # "A, B and C" may be hung as a chain: C on B.
        members += [
            c
            for c in parse.children(m, "conj")
            if c in inside and c not in members and not any(parse[k].word.lower() in forms.between for k in range(m, c))
        ]
    members.sort()
    if len(members) < 2:
        return [(start, end)]
    first_marks: list[int] = []
    for mark in sorted({min(k for k in parse.subtree(c) if k in inside) for c in members[1:]}):
        # A title and its name may be hung as two members behind one "and".
        if not first_marks or any(parse[k].upos not in _JOINING for k in range(first_marks[-1], mark)):
            first_marks.append(mark)
    pieces = []
    left = start
    for mark in first_marks:
        pieces.append((left, parse[mark].start))
        left = parse[mark].start
    pieces.append((left, end))
    return [part for s, e in pieces for part in _at_commas(text, *_bare_piece(text, s, e, forms))]


def past_apposition(cast: Cast, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """The members of "The Herald, a daily, and the Post", where the tree shows no list."""
    forms = _forms(language)
    match = forms.apposed_list.fullmatch(cast.text, start, end)
    ends = {cast.names[i].end for i in cast.within(start, end)}
    if match is None or match.end("one") not in ends or end not in ends:
        return [(start, end)]
    return [match.span("one"), match.span("other")]


def two_named(cast: Cast, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """The members of "Minister Mara Tolk and Mayor Jo Venn", where the tree shows no list: each ends in its name."""
    forms = _forms(language)
    named = [n for n in (cast.names[i] for i in cast.within(start, end)) if n.kind == "person"]
    people = [n for n in named if " " in n.exact] or named  # "of Virginia" may be a name too
    whole = len(people) == 2 and forms.of_place.fullmatch(cast.text, people[1].end, end) is not None
    joint = forms.and_titled.match(cast.text, people[0].end, end) if whole else None
    between = people and not forms.between.isdisjoint(cast.text[start : people[0].start].lower().split())
    if joint is None or between or not cast.text[start].isupper():
        return [(start, end)]
    return [(start, people[0].end), (joint.end(), end)]


def _at_commas(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A member of a list that the tree left whole, "Canada, Britain": its parts, where each is one capitalised word."""
    parts = text[start:end].split(", ")
    if len(parts) < 2 or not all(p[:1].isupper() and " " not in p for p in parts):
        return [(start, end)]
    extents = []
    for part in parts:
        extents.append((start, start + len(part)))
        start += len(part) + 2
    return extents


def _bare_piece(text: str, start: int, end: int, forms: _Forms) -> tuple[int, int]:
    joint = forms.joined_before.match(text, start, end)
    start = joint.end() if joint else start
    tail = forms.joined_behind.search(text[start:end])
    return start, start + tail.start() if tail else end
