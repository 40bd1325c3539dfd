"""What a name is, judged by what stands in it and beside it: a sum of weights for four kinds.

The weights were set by hand (``data/prior.tsv``) and fitted on the free parts of the GUM treebank with those as their
prior (``data/weights.tsv``, made by ``training/names.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import without_plural, word_endings
from leadup.model import NameKind
from leadup.reading.names.grammar import name_grammar
from leadup.reading.names.segments import COMMON, FAMILY, GEO_START, GIVEN, Segment


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        words: dict[str, Any] = kept_table("names", language)["evidence"]
        self.surnames_within: tuple[str, ...] = tuple(words["surnames_within"])
        self.next = re.compile(
            rf"[ \u00a0]?((?:{word_endings(language).owner}|['’])\b|[^\W_]+|[^\w\s])(?:[ \u00a0]?(\d\d)[ \u00a0]?[,)])?"
        )
        self.place_like = re.compile("".join(words["place_like"]))
        self.person_like = re.compile("".join(words["person_like"]))
        self.org_like = re.compile(words["org_like"], re.I)
        self.particles = name_grammar(language).particles
        self.plural = word_endings(language).plural


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


Weights = tuple[float, float, float, float]
KINDS: tuple[NameKind, ...] = ("person", "place", "organisation", "other")
CAPITALS = "capitals"
"""The feature of a word in capitals."""


@cache
def contexts(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Feature by the word before a name, and by the word after it."""
    kept = kept_table("names_context", language)
    before = {w: f"before {group}" for group, words in reversed(kept["before"].items()) for w in words.split()}
    after = {w: f"after {group}" for group, words in reversed(kept["after"].items()) for w in words.split()}
    return before, after


def read_weights(name: str) -> dict[str, Weights]:
    """A table of weights under ``data/``, by feature."""
    table: dict[str, Weights] = {}
    for line in files("leadup.reading.names").joinpath("data", name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            feature, person, place, organisation, other = line.split("\t")
            table[feature] = (float(person), float(place), float(organisation), float(other))
    return table


@cache
def weights() -> dict[str, Weights]:
    """The weights in use."""
    return read_weights("weights.tsv")


def inner_features(segment: Segment, language: str) -> list[str]:
    """What a segment shows by itself, wherever it stands: keys of :func:`weights`."""
    forms = _forms(language)
    words = segment.words
    features = ["bias", *_of_words(segment), *_of_form(segment, forms)]
    known = segment.known
    if known is not None and known.size:
        features.append("place 3" if known.size == 3 else "place 2" if known.size == 2 else "place 1")
    elif not segment.first_flags & (GIVEN | FAMILY | COMMON):
        if forms.place_like.search(words[-1]):
            features.append("place-like")
        if forms.org_like.search(words[-1]):
            features.append("org-like")
    if forms.person_like.search(words[-1]):
        features.append("person-like")
    return features


def outer_features(text: str, chain: int, segment: Segment, capitals: bool, language: str) -> list[str]:
    """What stands before and behind a segment of the chain that starts at code point ``chain``; ``capitals``: it is a
    word in capitals."""
    forms = _forms(language)
    return _before(text, chain + segment.start, segment, capitals, language) + _behind(text, chain + segment.end, forms)


def _of_words(segment: Segment) -> Iterator[str]:
    """What is known of a segment's words one by one."""
    flags, first, last = segment.flags, segment.first_flags, segment.last_flags
    length = len(segment.words)
    if segment.titled:
        yield "titled"
    yield "one word" if length == 1 else "two or three words" if length < 4 else "many words"
    if first & GIVEN:
        yield "given name or word" if first & COMMON else "given name"
    if last & FAMILY:
        yield "family name or word" if last & COMMON else "family name"
    if flags & COMMON:
        yield "all words common" if segment.all_common else "some words common"


def _of_form(segment: Segment, forms: _Forms) -> Iterator[str]:
    """How a segment is written: capitals, initials, particles, hyphens, figures."""
    words, tail = segment.words, segment.words[-1]
    if len(words) == 1:
        form = _of_one_word(tail, forms)
        if form is not None:
            yield form
    else:
        if segment.first_flags & GEO_START:
            yield "place start"
        inner = (
            ("particle" if w in forms.particles else "initial")
            for w in words[:-1]
            if w in forms.particles or _is_initial(w)
        )
        yield from islice(inner, 1)
    if "-" in tail:
        part = tail.rsplit("-", 1)[1]
        if part.islower() and len(part) < 7:
            yield "syllables"
    if not tail.isalpha() and any(c in "0123456789" for c in tail):
        yield "digit"


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."


def _of_one_word(word: str, forms: _Forms) -> str | None:
    if word.isupper():
        return CAPITALS if len(word) > 1 else None
    if word.endswith(forms.plural) and without_plural(word, forms.language).isupper() and len(word) > 2:
        return "plural capitals"
    joined = any(mark in word for mark in "-'’")
    mixed = not word[1:].islower() and not joined and not word.startswith(forms.surnames_within)
    return "mixed case" if mixed else None


def _before(text: str, start: int, segment: Segment, capitals: bool, language: str) -> list[str]:
    """What stands before a segment: a bracket, a quotation mark, a word of the table of contexts."""
    window = text[max(0, start - 24) : start]
    if capitals and window.rstrip().endswith(("(", "-LRB-")):
        return ["capitals in brackets"]
    if window[-1:] in "\"“'‘«":
        return ["in quotes"]
    if window[-1:] == "(":
        return ["bracket"]
    before = window.split()
    if not before:
        return []
    table, _ = contexts(language)
    word = before[-1] if segment.first_in_chain else segment.word_before
    feature = table.get(word) or table.get(word.lower())
    if feature is None:
        return []
    town = feature == "before of" and len(before) > 1 and table.get(before[-2].lower()) == "before town"
    return [feature, "town of"] if town else [feature]


def _behind(text: str, end: int, forms: _Forms) -> list[str]:
    """What stands behind a segment: an age, a comma, a bracket, a word of the table of contexts."""
    following = forms.next.match(text, end)
    if following is None:
        return []
    after = following.group(1)
    feature = contexts(forms.language)[1].get(after)
    if feature is not None:
        return [feature]
    if after in (",", "("):
        return ["age" if following.group(2) else "comma" if after == "," else "bracket"]
    return ["possessive"] if after[:1] in "'’" else []


def summed_weights(names: Iterable[str], so_far: Weights = (0.0, 0.0, 0.0, 0.0)) -> Weights:
    """The sum of the weights, in the order of :data:`KINDS`, added one by one to those ``so_far``."""
    person, place, organisation, other = so_far
    table = weights()
    for name in names:
        row = table[name]
        person += row[0]
        place += row[1]
        organisation += row[2]
        other += row[3]
    return person, place, organisation, other
