"""What a noun phrase says of the actor it stands for: its head, kind and country, without looking around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from leadup.lang import table
from leadup.lang.abbreviations import in_names
from leadup.lang.wordforms import OWNER, without_plural
from leadup.model import ActorKind
from leadup.reading.names import countries
from leadup.reading.names.lexicon import lexicon

_WORDS: dict[str, Any] = table("names")["nominals"]
_FROM_PLACE: tuple[str, ...] = tuple(_WORDS["from_place"])
_COMPLEMENT: frozenset[str] = frozenset(_WORDS["complement"])
_OF_PLACE: frozenset[str] = frozenset(_WORDS["of_place"])
_OF_BODY: frozenset[str] = frozenset(_WORDS["of_body"])
_LEADING: frozenset[str] = frozenset(_WORDS["leading"])
_COALITION: frozenset[str] = frozenset(_WORDS["coalition"])
_COALITION_WORDS: frozenset[str] = frozenset(_WORDS["coalition_words"])
_LED_BY: tuple[str, ...] = tuple(_WORDS["led_by"])
_AGENCIES: frozenset[str] = frozenset(_WORDS["agencies"])
_NEWS: frozenset[str] = frozenset(_WORDS["news"])
_CHAMBERS: frozenset[str] = frozenset(_WORDS["chambers"])
_COMMITTEES: frozenset[str] = frozenset(_WORDS["committees"])
_NO_COUNTRY: frozenset[str] = frozenset(_WORDS["no_country"])
_PAIRS_OF: frozenset[str] = frozenset(_WORDS["pairs_of"])
_ANYBODY: frozenset[str] = frozenset(_WORDS["anybody"])
_DEFINITE: frozenset[str] = frozenset(_WORDS["definite"])

WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:-[^\W_]+)?|\b(?:{in_names()})\."
    rf"|[^\W_]+(?:[-’'.&](?!{_WORDS['contracted']})[^\W_]+)*|(?:{OWNER}|['’])\b|[^\w\s]"
)
_BREAKS: frozenset[str] = frozenset(_WORDS["breaks"])
_DETERMINERS: frozenset[str] = frozenset(_WORDS["determiners"])

_QUANTITY = re.compile("".join(_WORDS["quantity"]), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Nouns:
    """``actor_nouns.toml``: noun to kind, head word to its default kind, the words a role may hold, pronouns."""

    kinds: dict[str, ActorKind]
    heads: dict[str, ActorKind]
    modifiers: frozenset[str]
    pronouns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase read by itself: its ``head`` in lower case; ``bare`` is the phrase up to it without determiner."""

    head: str
    bare: str
    kind: ActorKind
    country: str | None
    definite: bool
    complement: str = ""


@cache
def nouns() -> Nouns:
    """The tables, read once."""
    kept = table("actor_nouns")
    kinds = {w: cast(ActorKind, kind) for kind, words in reversed(kept["noun"].items()) for w in words.split()}
    heads = {w: cast(ActorKind, kind) for kind, words in kept["head"].items() for w in words.split()}
    pronouns = {w: number for number, words in kept["pronoun"].items() for w in words.split()}
    return Nouns(kinds, heads, frozenset(kept["modifier"]["words"].split()), pronouns)


def country_in(phrase: str) -> str | None:
    """The country that a phrase names first: by name, demonym, capital or an organisation that belongs to one."""
    words = [m.group() for m in WORD.finditer(phrase)]
    index = 0
    table = lexicon()
    while index < len(words):
        if " ".join(words[index : index + 2]) in _NO_COUNTRY:
            index += 2
            continue
        for length in (4, 3, 2, 1):
            if index + length > len(words):
                continue
            piece = " ".join(words[index : index + length])
            code = (
                countries.country_of_demonym(piece)
                or countries.country_of_name(piece)
                or countries.country_of_capital(piece)
            )
            if code is None and (known := table.phrases.get(piece)) and not known.size:
                code = known.country
            if code is None and length == 1 and "-" in piece:
                first = piece.split("-", 1)[0]
                if piece.lower().endswith(_FROM_PLACE) or countries.country_of_demonym(first):
                    code = countries.country_of_demonym(first) or countries.country_of_name(first)
            if code is not None:
                return code
        index += 1
    return None


def read_nominal(phrase: str) -> Nominal | None:
    """A noun phrase read by itself, or None where its head is no actor's noun."""
    quantity = _QUANTITY.match(phrase)
    tokens = [(m.group(), m.start(), m.end()) for m in WORD.finditer(phrase, quantity.end() if quantity else 0)]
    definite = False
    first = 0
    while first < len(tokens) and (tokens[first][0].lower() in _DETERMINERS or not tokens[first][0][:1].isalnum()):
        definite = definite or tokens[first][0].lower() in _DEFINITE
        first += 1
    tokens = tokens[first:]
    stop = next((i for i, t in enumerate(tokens) if t[0].lower() in _BREAKS), len(tokens))
    core = tokens[:stop]
    if not core:
        return None
    table = nouns()
    words = [word for word, _, _ in core]
    head = words[-1].lower()
    bare = phrase[core[0][1] : core[-1][2]]
    complement = phrase[tokens[stop][2] :].strip() if stop < len(tokens) else ""
    kind = table.kinds.get(head)
    country = country_in(bare)
    if head in table.heads or (kind is None and head in table.modifiers):
        kind = table.heads.get(head, "unknown")
        given = _kind_of_body(words) or next(filter(None, map(_kind_of_word, reversed(words[:-1]))), None)
        if given is not None:
            kind = given
        elif stop < len(tokens) and tokens[stop][0].lower() in _COMPLEMENT:
            kind = kind_in(complement) or kind
        country = country or (country_in(complement.split(",")[0]) if complement else None)
    elif kind is None:
        return None
    elif country is None and stop < len(tokens) and tokens[stop][0].lower() in _OF_PLACE:
        country = country_in(complement.split(",")[0])
    if kind == "military":
        kind = kind_in_ranks(bare)
    kind = kind_of_chamber(words) or kind
    if head in _LEADING and kind == "unknown" and country is not None:
        kind = "government"
    if head in _COALITION and any(word.endswith(_LED_BY) or word in _COALITION_WORDS for word, _, _ in core):
        kind = "military"
    if kind in _LED and complement and tokens[stop][0].lower() in _OF_BODY:
        whole = complement.split(",")[0].split()
        if len(whole) < 7:
            bare = f"{bare} {tokens[stop][0]} {' '.join(whole)}"
    if head in _AGENCIES and len(core) > 1 and core[-2][0].lower() in _NEWS:
        kind = "media"
    if head in _PAIRS_OF and len(core) > 1:
        kind = KIND_OF_PAIR.get((core[-2][0].lower(), without_plural(head)), kind)
    return Nominal(head, bare, kind, country, definite, complement)


_LED: frozenset[ActorKind] = frozenset(
    (
        "government",
        "military",
        "armed group",
        "rebels",
        "religious",
        "judiciary",
        "legislature",
        "party",
        "police",
        "business",
    )
)
"""Kinds of which one is head, mayor, commander or spokesman: what they lead is part of what they are called."""

KIND_OF_PAIR: dict[tuple[str, str], ActorKind] = {
    (word, head): kind for kind, pairs in _WORDS["kind_of_pair"].items() for word, head in pairs
}


def kind_in_ranks(phrase: str) -> ActorKind:
    """What a commander or general is by the words before: "Taliban commander" is of an armed group."""
    given = kind_in(phrase)
    return given if given in ("armed group", "rebels") else "military"


def kind_in(phrase: str) -> ActorKind | None:
    """The kind of actor that a phrase speaks of: of a known organisation in it, else of its first actor's noun."""
    words = [m.group() for m in WORD.finditer(phrase)]
    for index in range(len(words)):
        for length in (5, 4, 3, 2, 1):
            body = _kind_of_known(words[index : index + length])
            if body is not None:
                return body
    for word in words:
        given = _kind_of_word(word)
        if given is not None:
            return given
    return None


def kind_of_chamber(words: Sequence[str]) -> ActorKind | None:
    """A legislature where a chamber's committee is named ("House Budget Committee chairman"), else None."""
    committee = any(word.lower() in _COMMITTEES for word in words)
    return "legislature" if committee and not _CHAMBERS.isdisjoint(words) and _kind_of_body(words) is None else None


def _kind_of_body(words: Sequence[str]) -> ActorKind | None:
    """The kind of a known body whose name is of several of these words ("White House officials")."""
    for length in (4, 3, 2):
        for at in range(len(words) - length + 1):
            body = _kind_of_known(words[at : at + length])
            if body is not None:
                return body
    return None


def _kind_of_known(words: Sequence[str]) -> ActorKind | None:
    """The kind of the known organisation that is called by just these words."""
    known = lexicon().phrases.get(" ".join(words))
    return known.actor if known is not None and known.kind == "organisation" else None


def _kind_of_word(word: str) -> ActorKind | None:
    lower = word.lower()
    table = nouns()
    if lower in table.kinds and lower not in _ANYBODY:
        return table.kinds[lower]
    if word[:1].isupper():
        known = lexicon().phrases.get(word)
        if known is not None and known.actor not in (None, "state"):
            return known.actor
        return lexicon().org_kinds.get(word)
    return None
