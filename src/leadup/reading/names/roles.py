"""A person's role, read from the words around the name: title or description before it, apposition after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from leadup.lang import kept_table
from leadup.lang.abbreviations import in_names
from leadup.lang.wordforms import word_endings
from leadup.model import ActorKind
from leadup.reading.names import countries
from leadup.reading.names.grammar import name_grammar
from leadup.reading.names.lexicon import Is, lexicon
from leadup.reading.names.nominals import (
    country_in,
    kind_in,
    kind_in_ranks,
    kind_of_chamber,
    nominal_forms,
    nouns,
    read_nominal,
)


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("names", language)["roles"]
        self.no_side: frozenset[str] = frozenset(self.words["no_side"])
        self.within: frozenset[str] = frozenset(self.words["within"])
        self.before_person: frozenset[str] = frozenset(self.words["before_person"])
        self.loose: tuple[str, ...] = tuple(self.words["loose"])
        self.acting: tuple[str, ...] = tuple(self.words["acting"])
        self.adverbs: tuple[str, ...] = tuple(self.words["adverbs"])
        self.any: frozenset[str] = frozenset(self.words["any"])
        self.verbs: tuple[str, ...] = tuple(self.words["verbs"])
        self.supreme: frozenset[str] = frozenset(
            (
                *self.words["supreme"],
                *(
                    " ".join(pair)
                    for pair, kind in nominal_forms(language).kind_of_pair.items()
                    if kind == "government"
                ),
            )
        )
        self.and_: str = self.words["joining"]
        self.dashes = re.compile(self.words["dashes"])
        self.loosely: frozenset[str] = frozenset(self.words["loosely"])
        self.related: frozenset[str] = frozenset(self.words["related"])
        self.former: frozenset[str] = frozenset(kept_table("speaker", language)["former"].split())
        self.unsaid: frozenset[str] = frozenset(self.words["unsaid"])
        self.after = re.compile(self.words["after"])
        self.articles = re.compile(rf"^(?:{self.words['articles']})\s+", re.IGNORECASE)
        self.shortened = re.compile(rf"\b(?:{in_names(language)})$")
        self.word = nominal_forms(language).word
        self.possessive = word_endings(language).possessive
        self.function = name_grammar(language).function


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_NO_SPACE = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z])")
"""The end of a sentence that a page set without a space behind it: what stands before it is of another."""

_TITLE = int(Is.TITLE)
_ROLE_WORD = int(Is.TITLE | Is.TITLE_WORD | Is.ORG)
_REACH = 110
_HALF = 2
"""Words of half of a body's name, "and" among them, and of what follows."""
_REST = re.compile(r"[^.;:!?,\n“”\"`]{2,110}")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_ENDS = frozenset(".!?:;“”\"'(")


@dataclass(frozen=True, slots=True)
class Role:
    """A role in the text's own words, the kind of actor and the country it speaks of."""

    words: str
    kind: ActorKind
    country: str | None


def role_of(text: str, start: int, end: int, language: str) -> Role | None:
    """The role of the person named at ``text[start:end]``, or None where the words around the name tell none."""
    forms = _forms(language)
    role = _before(text, start, forms) or _after(text, end, forms) or _apposed(text, start, forms)
    return None if role is None else _cleaned(role, forms)


def _cleaned(found: Role, forms: _Forms) -> Role | None:
    """A role without what is none of it: a dateline before it, a day, a loose word; None where nothing of it tells who
    somebody is ("its speaker", "Mr. and Mrs.")."""
    words = _NO_SPACE.split(forms.dashes.split(found.words)[-1])[-1].split()
    while words and (
        lexicon(forms.language).words.get(words[0], 0) & int(Is.TIME) or words[0].lower() in forms.loosely
    ):
        words.pop(0)
    words = _less_related(words, forms)
    lower = [word.lower() for word in words]
    if lower and lower[-1] in _words("honorific", forms.language):
        # "Capt. and Mrs. Tolm", "host of Morning Dr. Tolm"
        return None
    if forms.and_ in lower[1:-1]:
        # "the Harbor League and Rep. Tolm": the first is a body beside her
        at = lower.index(forms.and_)
        if _is_title(words[at + 1], forms.language) and not _is_title(words[at - 1], forms.language):
            words = words[at + 1 :]
    while words and words[-1].lower() in forms.within:
        # "leader of the “Better Harbour” campaign" is cut at the mark
        words.pop()
    if (
        not words
        or not forms.unsaid.isdisjoint(lower)
        or not set(lower) - _words("honorific", forms.language) - forms.within
    ):
        return None
    return replace(found, words=" ".join(words))


def _less_related(words: list[str], forms: _Forms) -> list[str]:
    """The words without what somebody is to another before a title: "Utah Rep." of "his former ally Utah Rep.".

    Only where a word in small letters stands right before a name or title: "Critic Magazine editor" is whole.
    """
    at = max((k for k, word in enumerate(words[:-1]) if word.rstrip(",") in forms.related), default=-1)
    return (
        words[at + 1 :] if at >= 0 and words[at + 1][:1].isupper() and _is_title(words[-1], forms.language) else words
    )


def _is_title(word: str, language: str) -> bool:
    lower = word.lower()
    return (
        bool(lexicon(language).words.get(word, 0) & _TITLE)
        or lower in nouns(language).kinds
        or lower in nouns(language).heads
    )


def _before(text: str, start: int, forms: _Forms) -> Role | None:
    left = max(0, text.rfind("\n", 0, start) + 1, start - _REACH)
    tokens = [(m.group(), m.start() + left) for m in forms.word.finditer(text[left:start])]
    table = lexicon(forms.language)
    words = table.words
    modifiers = nouns(forms.language).modifiers
    index = len(tokens)
    first = titled = -1
    while index > 0:
        word = tokens[index - 1][0]
        lower = word.lower()
        if (
            words.get(word, 0) & _ROLE_WORD
            or lower in nouns(forms.language).kinds
            or lower in nouns(forms.language).heads
        ):
            first = index - 1
            if words.get(word, 0) & _TITLE or word[:1].islower():
                titled = titled if titled >= 0 else index - 1
        elif word in forms.possessive:
            if index < 2 or not tokens[index - 2][0][:1].isupper():
                break
        elif lower in modifiers:
            first = index - 1 if titled >= 0 else first
        elif (
            word[:1].isupper()
            and titled >= 0
            and (_names_side(word, forms.language) or (first == index and word not in forms.no_side))
        ):
            if not _names_side(word, forms.language) and words.get(word, 0) & int(Is.COMMON):
                break
            first = index - 1
        elif (
            lower in forms.within and index >= 2 and first >= 0 and words.get(tokens[index - 2][0], 0) & _ROLE_WORD
        ) or ("-" in word and titled >= 0):
            first = index - 1
        else:
            break
        index -= 1
    if titled < 0 or first < 0:
        return None
    while first < len(tokens) and (tokens[first][0].lower() in forms.before_person):
        first += 1
    first = _whole_body(text, tokens, first, forms)
    if 0 < first < len(tokens) and tokens[first - 1][0].lower() in forms.former:
        # "former New Maradia Gov.", where the place's first word ended the search
        first -= 1
    said = " ".join(text[tokens[first][1] : start].split()) if first < len(tokens) else ""
    said = said.rstrip(" ,'’").lstrip(" -–—")
    if (
        not said
        or said.lower() in _words("honorific", forms.language)
        or said.split()[-1].lower() in _words("body", forms.language)
    ):
        return None
    return _role(said, forms)


def _whole_body(text: str, tokens: Sequence[tuple[str, int]], first: int, forms: _Forms) -> int:
    """Where a title begins with all of the body it opens with: "White House spokesman", not "House spokesman"."""
    table = lexicon(forms.language)
    while 0 < first < len(tokens):
        word, at = tokens[first - 1]
        whole = " ".join(w for w, _ in tokens[first - 1 : first + 1])
        joined = word[:1].isupper() and word not in forms.function and tokens[first][0][:1].isupper()
        opens = at == 0 or text[:at].rstrip()[-1:] in _ENDS
        loose = bool(table.words.get(word, 0) & int(Is.TIME)) or (opens and word.endswith(forms.loose))
        if whole not in table.phrases and (not joined or loose):
            first = _joined_body(tokens, first, forms)
            break
        first -= 1
    return first


def _joined_body(tokens: Sequence[tuple[str, int]], first: int, forms: _Forms) -> int:
    """Where a title begins with both halves of a body's name: "Search and Rescue Agency chief"."""
    if first < _HALF or tokens[first - 1][0] != forms.and_ or len(tokens) - first < _HALF:
        return first
    before, one, other = (tokens[k][0] for k in (first - 2, first, first + 1))
    named = all(word[:1].isupper() and word not in forms.function for word in (before, one, other))
    of_body = (
        bool(lexicon(forms.language).words.get(other, 0) & int(Is.ORG))
        and not _is_title(before, forms.language)
        and not _is_title(one, forms.language)
    )
    # What stands before "and" is a word like any other, and no person beside the chief.
    known = lexicon(forms.language).words.get(before, 0)
    plain = bool(known & int(Is.COMMON)) and not known & int(Is.GIVEN | Is.FAMILY)
    return first - _HALF if named and of_body and plain else first


def _after(text: str, end: int, forms: _Forms) -> Role | None:
    match = forms.after.match(text, end, end + _REACH + 30)
    if match is None:
        return None
    return _described(_behind_stops(text, *match.span(1), forms=forms), forms)


def _behind_stops(text: str, start: int, end: int, forms: _Forms) -> str:
    """What begins at ``start``, read on where a stop at ``end`` is of a short form: "Mr. Tolk", "the U.N. mission"."""
    initials = _INITIALS.match(text, end - 1)
    if initials is not None:
        at = initials.end()
    elif text[end : end + 1] == "." and forms.shortened.search(text, start, end):
        at = end + 1
    else:
        return text[start:end]
    rest = _REST.match(text, at, at + _REACH)
    return text[start : at if rest is None else rest.end()]


def _apposed(text: str, start: int, forms: _Forms) -> Role | None:
    """ "France's deputy minister for foreign affairs, Amelie de Montchalin": the role, a comma, the name."""
    left = max(0, start - _REACH)
    before = text[left:start].rstrip()
    if not before.endswith(","):
        return None
    piece = re.split(forms.words["parting"], before[:-1].rstrip())[-1].strip()
    return _described(piece, forms)


def _described(piece: str, forms: _Forms) -> Role | None:
    words = piece.split()
    if not words or len(words) > 14 or any(word.lower() in _words("verb", forms.language) for word in words[:8]):
        return None
    if words[0].lower().endswith(forms.acting) and "-" not in words[0]:
        return None
    adverb = words[0].endswith(forms.adverbs) or words[0].lower() in _words("adverb", forms.language)
    if (adverb and words[1:2] and words[1].endswith(forms.acting)) or _holds_a_clause(words, forms):
        return None
    nominal = read_nominal(piece, forms.language)
    if (
        nominal is None
        or nominal.head in _words("body", forms.language)
        or nominal.head in _words("several", forms.language)
    ):
        return None
    first = words[0].lower()
    if not (
        nominal.definite
        or first in forms.any
        or words[0][:1].isupper()
        or nominal.head in nouns(forms.language).heads
        or nominal.head in nouns(forms.language).kinds
    ):
        return None
    said = forms.articles.sub("", piece)
    return Role(" ".join(said.split()), nominal.kind, nominal.country or country_in(piece, forms.language))


def _holds_a_clause(words: Sequence[str], forms: _Forms) -> bool:
    """Whether a verb and its object stand in the words: "aides blasted the director" is nobody's role."""
    determiners = _words("determiner", forms.language)
    return any(a.islower() and a.endswith(forms.verbs) and b.lower() in determiners for a, b in pairwise(words[1:]))


@cache
def _words(key: str, language: str) -> frozenset[str]:
    return frozenset(kept_table("roles", language)["no_role"][key].split())


def _role(said: str, forms: _Forms) -> Role:
    country = country_in(said, forms.language)
    kind = kind_in(said, forms.language)
    table = lexicon(forms.language)
    if any(role in said.lower() for role in forms.supreme):
        return Role(said, "government", country)
    if kind == "international organisation":
        return Role(said, kind, country)
    chamber = kind_of_chamber(said.split(), forms.language)
    if chamber is not None:
        return Role(said, chamber, country)
    for word in reversed(said.split()):
        titled = table.title_kinds.get(word)
        lower = word.lower()
        if titled is not None and titled != "person":
            return Role(said, titled, country)
        if nouns(forms.language).kinds.get(lower, "state") != "state":
            ranked = nouns(forms.language).kinds[lower]
            return Role(said, kind_in_ranks(said, forms.language) if ranked == "military" else ranked, country)
        if lower in nouns(forms.language).heads or titled == "person":
            rest = said[: said.rfind(word)]
            return Role(
                said, kind_in(rest, forms.language) or nouns(forms.language).heads.get(lower, "unknown"), country
            )
    return Role(said, kind or "unknown", country)


def _names_side(word: str, language: str) -> bool:
    return (
        countries.country_of_demonym(word, language) is not None
        or countries.country_of_name(word, language) is not None
        or word in lexicon(language).phrases
        or word.isupper()
    )
