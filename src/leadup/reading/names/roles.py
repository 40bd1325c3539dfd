"""A person's role, read from the words around the name: title or description before it, apposition after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from leadup.lang import table
from leadup.lang.abbreviations import in_names
from leadup.lang.wordforms import POSSESSIVE
from leadup.model import ActorKind
from leadup.reading.names import countries
from leadup.reading.names.grammar import FUNCTION
from leadup.reading.names.lexicon import Is, lexicon
from leadup.reading.names.nominals import (
    KIND_OF_PAIR,
    WORD,
    country_in,
    kind_in,
    kind_in_ranks,
    kind_of_chamber,
    nouns,
    read_nominal,
)

_WORDS: dict[str, Any] = table("names")["roles"]
_NO_SIDE: frozenset[str] = frozenset(_WORDS["no_side"])
_WITHIN: frozenset[str] = frozenset(_WORDS["within"])
_BEFORE_PERSON: frozenset[str] = frozenset(_WORDS["before_person"])
_LOOSE: tuple[str, ...] = tuple(_WORDS["loose"])
_ACTING: tuple[str, ...] = tuple(_WORDS["acting"])
_ADVERBS: tuple[str, ...] = tuple(_WORDS["adverbs"])
_ANY: frozenset[str] = frozenset(_WORDS["any"])
_VERBS: tuple[str, ...] = tuple(_WORDS["verbs"])
_SUPREME: frozenset[str] = frozenset(
    (*_WORDS["supreme"], *(" ".join(pair) for pair, kind in KIND_OF_PAIR.items() if kind == "government"))
)
_AND: str = _WORDS["joining"]
_DASHES = re.compile(_WORDS["dashes"])
_NO_SPACE = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z])")
"""The end of a sentence that a page set without a space behind it: what stands before it is of another."""
_LOOSELY: frozenset[str] = frozenset(_WORDS["loosely"])
_RELATED: frozenset[str] = frozenset(_WORDS["related"])
_FORMER: frozenset[str] = frozenset(table("speaker")["former"].split())
_UNSAID: frozenset[str] = frozenset(_WORDS["unsaid"])

_TITLE = int(Is.TITLE)
_ROLE_WORD = int(Is.TITLE | Is.TITLE_WORD | Is.ORG)
_REACH = 110
_HALF = 2
"""Words of half of a body's name, "and" among them, and of what follows."""
_AFTER = re.compile(_WORDS["after"])
_ARTICLES = re.compile(rf"^(?:{_WORDS['articles']})\s+", re.IGNORECASE)
_SHORTENED = re.compile(rf"\b(?:{in_names()})$")
_REST = re.compile(r"[^.;:!?,\n“”\"`]{2,110}")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_ENDS = frozenset(".!?:;“”\"'(")


@dataclass(frozen=True, slots=True)
class Role:
    """A role in the text's own words, the kind of actor and the country it speaks of."""

    words: str
    kind: ActorKind
    country: str | None


def role_of(text: str, start: int, end: int) -> Role | None:
    """The role of the person named at ``text[start:end]``, or None where the words around the name tell none."""
    role = _before(text, start) or _after(text, end) or _apposed(text, start)
    return None if role is None else _cleaned(role)


def _cleaned(found: Role) -> Role | None:
    """A role without what is none of it: a dateline before it, a day, a loose word; None where nothing of it tells who
    somebody is ("its speaker", "Mr. and Mrs.")."""
    words = _NO_SPACE.split(_DASHES.split(found.words)[-1])[-1].split()
    while words and (lexicon().words.get(words[0], 0) & int(Is.TIME) or words[0].lower() in _LOOSELY):
        words.pop(0)
    words = _less_related(words)
    lower = [word.lower() for word in words]
    if lower and lower[-1] in _words("honorific"):
        # "Capt. and Mrs. Tolm", "host of Morning Dr. Tolm"
        return None
    if _AND in lower[1:-1]:
        # "the Harbor League and Rep. Tolm": the first is a body beside her
        at = lower.index(_AND)
        if _is_title(words[at + 1]) and not _is_title(words[at - 1]):
            words = words[at + 1 :]
    while words and words[-1].lower() in _WITHIN:
        # "leader of the “Better Harbour” campaign" is cut at the mark
        words.pop()
    if not words or not _UNSAID.isdisjoint(lower) or not set(lower) - _words("honorific") - _WITHIN:
        return None
    return replace(found, words=" ".join(words))


def _less_related(words: list[str]) -> list[str]:
    """The words without what somebody is to another before a title: "Utah Rep." of "his former ally Utah Rep.".

    Only where a word in small letters stands right before a name or title: "Critic Magazine editor" is whole.
    """
    at = max((k for k, word in enumerate(words[:-1]) if word.rstrip(",") in _RELATED), default=-1)
    return words[at + 1 :] if at >= 0 and words[at + 1][:1].isupper() and _is_title(words[-1]) else words


def _is_title(word: str) -> bool:
    lower = word.lower()
    return bool(lexicon().words.get(word, 0) & _TITLE) or lower in nouns().kinds or lower in nouns().heads


def _before(text: str, start: int) -> Role | None:
    left = max(0, text.rfind("\n", 0, start) + 1, start - _REACH)
    tokens = [(m.group(), m.start() + left) for m in WORD.finditer(text[left:start])]
    table = lexicon()
    words = table.words
    modifiers = nouns().modifiers
    index = len(tokens)
    first = titled = -1
    while index > 0:
        word = tokens[index - 1][0]
        lower = word.lower()
        if words.get(word, 0) & _ROLE_WORD or lower in nouns().kinds or lower in nouns().heads:
            first = index - 1
            if words.get(word, 0) & _TITLE or word[:1].islower():
                titled = titled if titled >= 0 else index - 1
        elif word in POSSESSIVE:
            if index < 2 or not tokens[index - 2][0][:1].isupper():
                break
        elif lower in modifiers:
            first = index - 1 if titled >= 0 else first
        elif word[:1].isupper() and titled >= 0 and (_names_side(word) or (first == index and word not in _NO_SIDE)):
            if not _names_side(word) and words.get(word, 0) & int(Is.COMMON):
                break
            first = index - 1
        elif (lower in _WITHIN and index >= 2 and first >= 0 and words.get(tokens[index - 2][0], 0) & _ROLE_WORD) or (
            "-" in word and titled >= 0
        ):
            first = index - 1
        else:
            break
        index -= 1
    if titled < 0 or first < 0:
        return None
    while first < len(tokens) and (tokens[first][0].lower() in _BEFORE_PERSON):
        first += 1
    first = _whole_body(text, tokens, first)
    if 0 < first < len(tokens) and tokens[first - 1][0].lower() in _FORMER:
        # "former New Maradia Gov.", where the place's first word ended the search
        first -= 1
    said = " ".join(text[tokens[first][1] : start].split()) if first < len(tokens) else ""
    said = said.rstrip(" ,'’").lstrip(" -–—")
    if not said or said.lower() in _words("honorific") or said.split()[-1].lower() in _words("body"):
        return None
    return _role(said)


def _whole_body(text: str, tokens: Sequence[tuple[str, int]], first: int) -> int:
    """Where a title begins with all of the body it opens with: "White House spokesman", not "House spokesman"."""
    table = lexicon()
    while 0 < first < len(tokens):
        word, at = tokens[first - 1]
        whole = " ".join(w for w, _ in tokens[first - 1 : first + 1])
        joined = word[:1].isupper() and word not in FUNCTION and tokens[first][0][:1].isupper()
        opens = at == 0 or text[:at].rstrip()[-1:] in _ENDS
        loose = bool(table.words.get(word, 0) & int(Is.TIME)) or (opens and word.endswith(_LOOSE))
        if whole not in table.phrases and (not joined or loose):
            first = _joined_body(tokens, first)
            break
        first -= 1
    return first


def _joined_body(tokens: Sequence[tuple[str, int]], first: int) -> int:
    """Where a title begins with both halves of a body's name: "Search and Rescue Agency chief"."""
    if first < _HALF or tokens[first - 1][0] != _AND or len(tokens) - first < _HALF:
        return first
    before, one, other = (tokens[k][0] for k in (first - 2, first, first + 1))
    named = all(word[:1].isupper() and word not in FUNCTION for word in (before, one, other))
    of_body = bool(lexicon().words.get(other, 0) & int(Is.ORG)) and not _is_title(before) and not _is_title(one)
    # What stands before "and" is a word like any other, and no person beside the chief.
    known = lexicon().words.get(before, 0)
    plain = bool(known & int(Is.COMMON)) and not known & int(Is.GIVEN | Is.FAMILY)
    return first - _HALF if named and of_body and plain else first


def _after(text: str, end: int) -> Role | None:
    match = _AFTER.match(text, end, end + _REACH + 30)
    if match is None:
        return None
    return _described(_behind_stops(text, *match.span(1)))


def _behind_stops(text: str, start: int, end: int) -> str:
    """What begins at ``start``, read on where a stop at ``end`` is of a short form: "Mr. Tolk", "the U.N. mission"."""
    initials = _INITIALS.match(text, end - 1)
    if initials is not None:
        at = initials.end()
    elif text[end : end + 1] == "." and _SHORTENED.search(text, start, end):
        at = end + 1
    else:
        return text[start:end]
    rest = _REST.match(text, at, at + _REACH)
    return text[start : at if rest is None else rest.end()]


def _apposed(text: str, start: int) -> Role | None:
    """ "France's deputy minister for foreign affairs, Amelie de Montchalin": the role, a comma, the name."""
    left = max(0, start - _REACH)
    before = text[left:start].rstrip()
    if not before.endswith(","):
        return None
    piece = re.split(_WORDS["parting"], before[:-1].rstrip())[-1].strip()
    return _described(piece)


def _described(piece: str) -> Role | None:
    words = piece.split()
    if not words or len(words) > 14 or any(word.lower() in _words("verb") for word in words[:8]):
        return None
    if words[0].lower().endswith(_ACTING) and "-" not in words[0]:
        return None
    adverb = words[0].endswith(_ADVERBS) or words[0].lower() in _words("adverb")
    if (adverb and words[1:2] and words[1].endswith(_ACTING)) or _holds_a_clause(words):
        return None
    nominal = read_nominal(piece)
    if nominal is None or nominal.head in _words("body") or nominal.head in _words("several"):
        return None
    first = words[0].lower()
    if not (
        nominal.definite
        or first in _ANY
        or words[0][:1].isupper()
        or nominal.head in nouns().heads
        or nominal.head in nouns().kinds
    ):
        return None
    said = _ARTICLES.sub("", piece)
    return Role(" ".join(said.split()), nominal.kind, nominal.country or country_in(piece))


def _holds_a_clause(words: Sequence[str]) -> bool:
    """Whether a verb and its object stand in the words: "aides blasted the director" is nobody's role."""
    determiners = _words("determiner")
    return any(a.islower() and a.endswith(_VERBS) and b.lower() in determiners for a, b in pairwise(words[1:]))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("roles")["no_role"][key].split())


def _role(said: str) -> Role:
    country = country_in(said)
    kind = kind_in(said)
    table = lexicon()
    if any(role in said.lower() for role in _SUPREME):
        return Role(said, "government", country)
    if kind == "international organisation":
        return Role(said, kind, country)
    chamber = kind_of_chamber(said.split())
    if chamber is not None:
        return Role(said, chamber, country)
    for word in reversed(said.split()):
        titled = table.title_kinds.get(word)
        lower = word.lower()
        if titled is not None and titled != "person":
            return Role(said, titled, country)
        if nouns().kinds.get(lower, "state") != "state":
            ranked = nouns().kinds[lower]
            return Role(said, kind_in_ranks(said) if ranked == "military" else ranked, country)
        if lower in nouns().heads or titled == "person":
            rest = said[: said.rfind(word)]
            return Role(said, kind_in(rest) or nouns().heads.get(lower, "unknown"), country)
    return Role(said, kind or "unknown", country)


def _names_side(word: str) -> bool:
    return (
        countries.country_of_demonym(word) is not None
        or countries.country_of_name(word) is not None
        or word in lexicon().phrases
        or word.isupper()
    )
