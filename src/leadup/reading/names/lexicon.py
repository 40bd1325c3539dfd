"""The words that tell what a name is: one table from word to flags, one from phrase to what it names.

Sources are named in the first line of each file, and in ``data/SOURCES.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag
from functools import cache
from importlib.resources import files
from typing import cast

from leadup.lang import kept_lines, kept_table
from leadup.model import ActorKind, NameKind
from leadup.reading.names import countries


class Is(IntFlag):
    """What a capitalised word may be."""

    TITLE = 1
    TITLE_WORD = 2
    ORG = 4
    ORG_START = 8
    FACILITY = 16
    GEO = 32
    GEO_START = 64
    EVENT = 128
    TIME = 256
    GIVEN = 512
    FAMILY = 1024
    COMMON = 2048
    NEVER_GIVEN = 4096


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a phrase names: ``size`` is 0 for what is beyond doubt, else that of a place (1 small, 3 large)."""

    kind: NameKind
    actor: ActorKind | None = None
    country: str | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words`` and ``phrases`` by exact form; ``longest`` is how many words a phrase may have, by its first word."""

    words: dict[str, int]
    phrases: dict[str, KnownName]
    longest: dict[str, int]
    org_kinds: dict[str, ActorKind]
    title_kinds: dict[str, ActorKind]


@cache
def lexicon(language: str) -> Lexicon:
    """The tables, read once."""
    own = kept_table("names_lexicon", language)
    words: dict[str, int] = {}
    kinds = own["kinds"]

    def mark(flag: Is, forms: list[str]) -> None:
        bit = int(flag)
        for form in forms:
            words[form] = words.get(form, 0) | bit

    for word in kept_lines("lower_case_words.txt", language):
        words[word.capitalize()] = int(Is.COMMON)
        words[word.upper()] = int(Is.COMMON)
    mark(Is.GIVEN, _lines("given.txt"))
    mark(Is.FAMILY, _lines("family.txt"))
    mark(Is.GIVEN, own["given"]["words"].split())
    mark(Is.FAMILY, own["given"]["words"].split())
    org_kinds: dict[str, ActorKind] = {}
    for group, forms in own["org"].items():
        kind = cast(ActorKind, kinds.get(group, group))
        for form in forms.split():
            org_kinds.setdefault(form, kind)
        mark(Is.ORG, forms.split())
    title_kinds: dict[str, ActorKind] = {}
    for group, forms in own["title"].items():
        for form in forms.split():
            title_kinds.setdefault(form, cast(ActorKind, kinds.get(group, group)))
        mark(Is.TITLE, forms.split())
    mark(Is.TITLE_WORD, own["title_words"]["words"].split())
    mark(Is.ORG_START, own["org_start"]["words"].split())
    mark(Is.FACILITY, own["facility"]["words"].split())
    mark(Is.GEO, own["geo"]["words"].split())
    mark(Is.GEO_START, own["geo"]["starts"].split())
    mark(Is.EVENT, own["event"]["words"].split())
    mark(Is.TIME, own["time"]["words"].split())
    mark(Is.NEVER_GIVEN, own["not_given"]["words"].split())
    phrases = _phrases(own["known"], language)
    longest: dict[str, int] = {}
    for phrase in phrases:
        first, *rest = phrase.split(" ")
        longest[first] = max(longest.get(first, 1), 1 + len(rest))
    return Lexicon(words, phrases, longest, org_kinds, title_kinds)


def _phrases(own: dict[str, str], language: str) -> dict[str, KnownName]:
    phrases: dict[str, KnownName] = {}
    made: dict[str, KnownName] = {}
    for line in _lines("places.tsv"):
        name, _, rest = line.partition("\t")
        held = made.get(rest)
        if held is None:
            size, code = rest.split("\t")
            held = made[rest] = KnownName("place", None, code, int(size))
        phrases[name] = held
    for line in kept_lines("peoples.txt", language):
        for word in line.split():
            phrases[word] = KnownName("nationality")
    for entry in own["place"].replace("\n", "|").split("|"):
        if entry:
            town = phrases.get(entry)
            phrases[entry] = KnownName("place", None, town.country if town else None)
    for land in countries.countries(language):
        for word in land.demonyms:
            phrases[word] = KnownName("nationality", "state", land.code)
        for word in land.capitals:
            phrases[word] = KnownName("place", None, land.code)
        for word in land.names:
            phrases[word] = KnownName("place", "state", land.code)
    for entry in own["organisation"].replace("\n", "|").split("|"):
        if entry:
            name, _, rest = entry.partition(":")
            actor, _, code = rest.partition(":")
            phrases[name] = KnownName("organisation", cast(ActorKind, actor) if actor else None, code or None)
    for phrase in [p for p in phrases if "'" in p]:
        phrases.setdefault(phrase.replace("'", "’"), phrases[phrase])
    return phrases


@cache
def given_names() -> frozenset[str]:
    """Given names, in lower case."""
    return frozenset(word.lower() for line in _lines("given.txt") for word in line.split())


def _read(name: str) -> str:
    return files("leadup.reading.names").joinpath("data", name).read_text(encoding="utf-8")


def _lines(name: str) -> list[str]:
    return [line for line in _read(name).splitlines() if line and not line.startswith("#")]
