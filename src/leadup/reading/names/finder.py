"""Light reading of names: one pass over the chains of capitalised words, one vote over the whole text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from leadup.lang import kept_table
from leadup.model import Name, NameKind
from leadup.reading.names.chains import chains
from leadup.reading.names.evidence import CAPITALS, KINDS, Weights, inner_features, outer_features, summed_weights
from leadup.reading.names.gender import gender_of_name, gender_of_words
from leadup.reading.names.keys import name_key, plain_key
from leadup.reading.names.lexicon import KnownName, lexicon
from leadup.reading.names.segments import COMMON, FAMILY, GIVEN, Segment, segments


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("names", language)["finder"]
        self.between: frozenset[str] = frozenset(self.words["between"])
        self.row: frozenset[str] = frozenset(self.words["row"])
        self.defines: frozenset[str] = frozenset(self.words["defines"])
        self.sum = re.compile(self.words["sum"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_BRACKETS = frozenset(("LRB-", "RRB-", "LSB-", "RSB-", "LCB-", "RCB-"))
_SEAT = re.compile(r"[DRI]-[A-Z]")
_MARKS = frozenset("$€£¥₹")
_STEM = 3
"""So many letters of a title tell it: "Sen.", "Senator"."""
_FAR_OFTENER = 3
"""Named in full so many times as often as the first bearer of a surname, a later one is meant by the surname alone."""
_LEAD = 300
"""Code points of a headline and the first paragraph: whom they name in full, the news is about."""
_APPOSED = re.compile(r",[ \u00a0][^.;,\n]{3,80}")
_WORD_BEFORE = re.compile(r"([^\W\d_]+),?[ \u00a0]$")
_NONE: Weights = (0.0, 0.0, 0.0, 1.0)


CHAINS = 16384
"""Chains that are remembered with what their words show. News says the same names again and again: of those of 2,500
real articles three in four are met there, no more in twice as many."""


@dataclass(slots=True)
class _Held:
    """A segment with where it lies in the text, and what it is decided to be."""

    segment: Segment
    start: int
    end: int
    exact: str
    kind: NameKind = "other"
    key: str = ""


class _Cut(NamedTuple):
    """A segment of a chain, and what speaks for each kind of name from within it."""

    segment: Segment
    scores: Weights
    capitals: bool


@lru_cache(CHAINS)
def _cut(chain: str, opens: bool, headline: bool, language: str) -> tuple[_Cut, ...]:
    """The names in the words of a chain."""
    cuts: list[_Cut] = []
    for segment in segments(chain, lexicon(language), opens=opens, headline=headline, language=language):
        shown = inner_features(segment, language)
        cuts.append(_Cut(segment, summed_weights(shown), CAPITALS in shown))
    return tuple(cuts)


def find_names(text: str, sentences: Sequence[tuple[int, int]] = (), *, language: str) -> tuple[Name, ...]:
    """The names in a text, in order, none overlapping; offsets are code points of ``text``.

    ``sentences`` are the (start, end) of its sentences where they are known; a word that opens one of them is held
    to be a name on better grounds than its capital letter alone.
    """
    forms = _forms(language)
    openers = frozenset(start for start, _ in sentences)
    held: list[_Held] = []
    votes: dict[str, Weights] = {}
    for chain, at, opens, headline in chains(text, language):
        for segment, inner, capitals in _cut(chain, opens or at in openers, headline, language):
            start, end = at + segment.start, at + segment.end
            if _is_furniture(text, start, end, len(segment.words), forms):
                continue
            exact = text[start:end]
            held.append(_Held(segment, start, end, exact))
            if segment.weak:
                continue
            scores = summed_weights(outer_features(text, at, segment, capitals, language), inner)
            total = votes.get(exact)
            votes[exact] = scores if total is None else _added(total, scores)
    parts = {item.segment.words[place] for item in held for place in (0, -1) if len(item.segment.words) > 1}
    held = [
        item for item in held if item.exact in votes or (item.exact in parts and item.segment.flags & (GIVEN | FAMILY))
    ]
    for item in held:
        item.kind = _kind(item.segment, votes.get(item.exact, _NONE))
    aliases = _defined(text, held, forms)
    people = _people(text, held, language)
    for item in held:
        full = item.exact
        if full in aliases:
            full, item.kind = aliases[full]
        elif len(item.segment.words) == 1 and full in people and not _is_known(item.segment.known):
            item.kind, full = "person", people[full]
        item.key = name_key(full, language) if item.kind == "person" else plain_key(full, language)
    return tuple(_merged(text, [item for item in held if item.kind != "other" or not _is_plain(item)], forms))


def _added(one: Weights, other: Weights) -> Weights:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]


def _is_plain(item: _Held) -> bool:
    """Whether what is held is a single common word, and so hardly a name."""
    return item.segment.all_common and len(item.segment.words) == 1 and not item.exact.isupper()


def _is_furniture(text: str, start: int, end: int, words: int, forms: _Forms) -> bool:
    """Whether a segment of so many words is a piece of an address on the web or the code of a sum of money."""
    before = text[start - 1 : start]
    if before == "-" and text[start : end + 1] in _BRACKETS:
        return True
    if before and before in "/.=_%&?@#-":
        word = text[max(0, start - 200) : start].rsplit(None, 1)[-1]
        if "://" in word or forms.words["web"] in word or "@" in word or before in "=%@#":
            return True
    if words > 1:
        return False
    if end - start == 1 or _SEAT.match(text, start):
        return True
    if text[end : end + 2].lstrip()[:1] in _MARKS:
        return True
    return end - start in (2, 3) and forms.sum.match(text, end) is not None


def _kind(segment: Segment, scores: Weights) -> NameKind:
    if segment.kind is not None and not segment.titled:
        return segment.kind
    return KINDS[scores.index(max(scores))]


def _is_known(known: KnownName | None) -> bool:
    return known is not None and known.size == 0


def _defined(text: str, held: list[_Held], forms: _Forms) -> dict[str, tuple[str, NameKind]]:
    """Short forms that the text defines: "Popular Mobilization Forces, or PMF", "Ministry of Health (MoH)"."""
    definitions: dict[str, tuple[str, NameKind]] = {}
    for whole, short in pairwise(held):
        if len(short.segment.words) != 1 or len(whole.segment.words) < 2 or short.start - whole.end > 12:
            continue
        capitals = [c for c in short.exact if c.isupper()]
        if len(capitals) < 2 or text[whole.end : short.start] not in forms.defines:
            continue
        initials = [w[0].upper() for w in whole.segment.words if w[:1].isupper()]
        if capitals[0] in initials[:2] and whole.kind != "nationality":
            kind: NameKind = whole.kind if whole.kind in ("organisation", "facility", "place") else "organisation"
            if whole.kind in ("person", "other") and (whole.segment.kind is None or len(initials) >= 2):
                whole.kind = kind = (
                    "organisation" if whole.kind == "person" or whole.segment.kind is None else whole.kind
                )
            definitions[short.exact] = (whole.exact, kind)
    return definitions


def _people(text: str, held: list[_Held], language: str) -> dict[str, str]:
    """Last and first words of the persons named in full, to the full name.

    A surname under a title that whoever is named in full does not bear is somebody else's: of "First Lady Mara Tolk"
    and "President Tolk" the second has no full name here.
    """
    surnames: dict[str, str] = {}
    whole = [item for item in held if item.kind == "person" and len(item.segment.words) > 1]
    titled: dict[str, dict[str, _Held]] = {}
    for item in held:
        if len(item.segment.words) == 1 and item.segment.titled:
            titled.setdefault(item.exact, {}).setdefault(item.segment.word_before, item)
    for surname, bearers in _by_surname(text, whole, held, language).items():
        if all(_may_be(text, bearers, one, language) for one in titled.get(surname, {}).values()):
            surnames[surname] = bearers[0].exact
    for item in whole:
        first = item.segment.words[0]
        if not item.segment.first_flags & COMMON or item.segment.first_flags & GIVEN:
            surnames.setdefault(first, item.exact)
    return surnames


def _may_be(text: str, bearers: list[_Held], titled: _Held, language: str) -> bool:
    """Whether a surname under a title may be that of its first bearer named in full: titles and what she is tell."""
    title, full = titled.segment.word_before, bearers[0].exact
    gender, told = gender_of_words(title, language), gender_of_name(full, language)
    if gender is not None or told != "f":
        return gender is None or told in (None, gender)
    # The titles of most offices tell no gender, and the wives and daughters of those who hold them are in the news.
    stem = title[:_STEM].lower()
    mentions = [item for item in bearers if item.exact == full]
    borne = {called[:_STEM].lower() for m in mentions if (called := _called(text, m, language))}
    if stem in borne or any(stem in _role_behind(text, m.end) for m in mentions):
        return True
    return not borne and mentions[0].start < titled.start


def _by_surname(text: str, whole: list[_Held], held: list[_Held], language: str) -> dict[str, list[_Held]]:
    by_surname: dict[str, list[_Held]] = {}
    for item in whole:
        by_surname.setdefault(item.segment.words[-1], []).append(item)
    alone: dict[str, list[int]] = {surname: [] for surname in by_surname}
    for item in held:
        if len(item.segment.words) == 1 and item.exact in alone:
            alone[item.exact].append(item.start)
    return {
        surname: _most_named_first(text, bearers, alone[surname], language) for surname, bearers in by_surname.items()
    }


def _most_named_first(text: str, bearers: list[_Held], alone: list[int], language: str) -> list[_Held]:
    """The bearers of a surname in their order, but first whom the text names in full far oftener than the first: a
    wife of once, of whom a caption tells, is not whom the news is about.

    The first stays first who is in the lead or has a title, who is meant by the surname alone (``alone`` are its
    places) before the other is named, or of whom the other is but the husband: news gives the full name of whom the
    surname does not mean.
    """
    named = Counter(item.exact for item in bearers)
    most = max(named, key=named.__getitem__)
    first, other = bearers[0], next(b for b in bearers if b.exact == most)
    if named[most] < _FAR_OFTENER * named[first.exact]:
        return bearers
    if first.start < _LEAD or first.segment.titled or _called(text, other, language).islower():
        return bearers
    if any(first.end <= at < other.start for at in alone):
        return bearers
    return [*(b for b in bearers if b.exact == most), *(b for b in bearers if b.exact != most)]


def _called(text: str, whole: _Held, language: str) -> str:
    """The title before a name, or the word for what she is to somebody: "Gov.", "lady", "wife"; else nothing."""
    if whole.segment.titled:
        return whole.segment.word_before
    before = _WORD_BEFORE.search(text, max(0, whole.start - 20), whole.start)
    return before.group(1) if before and gender_of_words(before.group(1), language) else ""


def _role_behind(text: str, end: int) -> set[str]:
    """The beginnings of the words that stand in apposition to a name: "Mara Tolk, the attorney general"."""
    behind = _APPOSED.match(text, end)
    return {word[:_STEM].lower() for word in behind.group().split()} if behind else set()


def _merged(text: str, held: list[_Held], forms: _Forms) -> list[Name]:
    """The names, a place and the country or state it is in ("Kirkuk, Iraq") taken as one."""
    names: list[Name] = []
    index = 0
    while index < len(held):
        item = held[index]
        start, end, key = item.start, item.end, item.key
        if item.kind == "place" and index + 1 < len(held):
            outer = held[index + 1]
            if outer.kind == "place" and outer.start - end < 4 and _within(text, held, index, forms):
                end = outer.end
                key = f"{key} {outer.key}"
                index += 1
        names.append(Name(start, end, text[start:end], item.kind, key))
        index += 1
    return names


def _within(text: str, held: list[_Held], index: int, forms: _Forms) -> bool:
    """Whether the place after this one, past a comma, is what it lies in, and the two are no part of a list."""
    inner, outer = held[index], held[index + 1]
    if text[inner.end : outer.start].strip() != ",":
        return False
    outside, known = outer.segment.known, inner.segment.known
    if (known is not None and known.size == 0 and known.country is None) or (
        known is not None and known.actor == "state"
    ):
        return False
    if (outside is None and outer.segment.kind != "place") or (
        outside is not None and (outside.size == 3 or outside.country is None)
    ):
        return False
    if index and held[index - 1].kind == "place" and text[held[index - 1].end : inner.start].strip() in forms.between:
        return False
    if index + 2 < len(held) and held[index + 2].kind == "place":
        return text[outer.end : held[index + 2].start].strip() not in forms.row
    return True
