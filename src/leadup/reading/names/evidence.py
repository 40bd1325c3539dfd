"""What a name is, judged by what stands in it and beside it: a sum of weights for four kinds.

The weights were set by hand (``data/prior.tsv``) and fitted on the free parts of the GUM treebank with those as their
prior (``data/weights.tsv``, made by ``training/names.py``).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from leadup.lang import table
from leadup.model import NameKind
from leadup.reading.names.grammar import PARTICLES
from leadup.reading.names.segments import COMMON, FAMILY, GEO_START, GIVEN, Segment

_WORDS: dict[str, Any] = table("names")["evidence"]
_SURNAMES_WITHIN: tuple[str, ...] = tuple(_WORDS["surnames_within"])

Weights = tuple[float, float, float, float]
KINDS: tuple[NameKind, ...] = ("person", "place", "organisation", "other")

_NEXT = re.compile(r"[ \u00a0]?(['’]s?\b|[^\W_]+|[^\w\s])(?:[ \u00a0]?(\d\d)[ \u00a0]?[,)])?")
_PLACE_LIKE = re.compile("".join(_WORDS["place_like"]))
_PERSON_LIKE = re.compile("".join(_WORDS["person_like"]))
_ORG_LIKE = re.compile(_WORDS["org_like"], re.I)


@cache
def contexts() -> tuple[dict[str, str], dict[str, str]]:
    """Feature by the word before a name, and by the word after it."""
    table = tomllib.loads(files("leadup.reading.names").joinpath("data/context.toml").read_text(encoding="utf-8"))
    before = {w: f"before {group}" for group, words in reversed(table["before"].items()) for w in words.split()}
    after = {w: f"after {group}" for group, words in reversed(table["after"].items()) for w in words.split()}
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


def features(text: str, segment: Segment, words: list[str]) -> list[str]:
    """The features of a segment: keys of :func:`weights`."""
    found = ["bias"]
    length = len(words)
    flags = segment.flags
    first = segment.first_flags
    last = segment.last_flags
    if segment.titled:
        found.append("titled")
    found.append("one word" if length == 1 else "two or three words" if length < 4 else "many words")
    if first & GIVEN:
        found.append("given name or word" if first & COMMON else "given name")
    if last & FAMILY:
        found.append("family name or word" if last & COMMON else "family name")
    if flags & COMMON:
        found.append("all words common" if segment.all_common else "some words common")
    tail = words[-1]
    if length == 1:
        if tail.isupper():
            if len(tail) > 1:
                found.append("capitals")
        elif tail[-1] == "s" and tail[:-1].isupper() and len(tail) > 2:
            found.append("plural capitals")
        elif (
            not tail[1:].islower()
            and "-" not in tail
            and "'" not in tail
            and "’" not in tail
            and not tail.startswith(_SURNAMES_WITHIN)
        ):
            found.append("mixed case")
    else:
        if first & GEO_START:
            found.append("place start")
        for word in words[:-1]:
            if word in PARTICLES:
                found.append("particle")
                break
            if len(word) == 2 and word[1] == ".":
                found.append("initial")
                break
    if "-" in tail:
        part = tail.rsplit("-", 1)[1]
        if part.islower() and len(part) < 7:
            found.append("syllables")
    if not tail.isalpha() and any(c in "0123456789" for c in tail):
        found.append("digit")
    known = segment.known
    if known is not None and known.size:
        found.append("place 3" if known.size == 3 else "place 2" if known.size == 2 else "place 1")
    elif not first & (GIVEN | FAMILY | COMMON):
        if _PLACE_LIKE.search(tail):
            found.append("place-like")
        if _ORG_LIKE.search(tail):
            found.append("org-like")
    if _PERSON_LIKE.search(tail):
        found.append("person-like")
    before_table, after_table = contexts()
    start = segment.start
    window = text[max(0, start - 24) : start]
    if "capitals" in found and window.rstrip().endswith(("(", "-LRB-")):
        found.append("capitals in brackets")
    elif window[-1:] in "\"“'‘«":
        found.append("in quotes")
    elif window[-1:] == "(":
        found.append("bracket")
    else:
        before = window.split()
        if before:
            word = before[-1] if segment.first_in_chain else segment.word_before
            feature = before_table.get(word) or before_table.get(word.lower())
            if feature is not None:
                found.append(feature)
                if feature == "before of" and len(before) > 1 and before_table.get(before[-2].lower()) == "before town":
                    found.append("town of")
    following = _NEXT.match(text, segment.end)
    if following is not None:
        after = following.group(1)
        feature = after_table.get(after)
        if feature is not None:
            found.append(feature)
        elif after == ",":
            found.append("age" if following.group(2) else "comma")
        elif after[:1] in "'’":
            found.append("possessive")
        elif after == "(":
            found.append("age" if following.group(2) else "bracket")
    return found


def scored(names: list[str]) -> list[float]:
    """The sum of the weights, in the order of :data:`KINDS`."""
    person = place = organisation = other = 0.0
    table = weights()
    for name in names:
        row = table[name]
        person += row[0]
        place += row[1]
        organisation += row[2]
        other += row[3]
    return [person, place, organisation, other]
