"""What a noun phrase says of the actor it stands for: its head, kind and country, without looking around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from leadup.lang import kept_table
from leadup.lang.abbreviations import in_names
from leadup.lang.wordforms import without_plural, word_endings
from leadup.model import ActorKind
from leadup.reading.names import countries
from leadup.reading.names.lexicon import lexicon


class NominalForms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("names", language)["nominals"]
        self.from_place: tuple[str, ...] = tuple(words["from_place"])
        self.complement: frozenset[str] = frozenset(words["complement"])
        self.of_place: frozenset[str] = frozenset(words["of_place"])
        self.of_body: frozenset[str] = frozenset(words["of_body"])
        self.leading: frozenset[str] = frozenset(words["leading"])
        self.coalition: frozenset[str] = frozenset(words["coalition"])
        self.coalition_words: frozenset[str] = frozenset(words["coalition_words"])
        self.led_by: tuple[str, ...] = tuple(words["led_by"])
        self.agencies: frozenset[str] = frozenset(words["agencies"])
        self.news: frozenset[str] = frozenset(words["news"])
        self.chambers: frozenset[str] = frozenset(words["chambers"])
        self.committees: frozenset[str] = frozenset(words["committees"])
        self.no_country: frozenset[str] = frozenset(words["no_country"])
        self.pairs_of: frozenset[str] = frozenset(words["pairs_of"])
        self.anybody: frozenset[str] = frozenset(words["anybody"])
        self.definite: frozenset[str] = frozenset(words["definite"])
        self.word = re.compile(
            rf"(?:[^\W\d_]\.){{2,}}(?:-[^\W_]+)?|\b(?:{in_names(language)})\."
            rf"|[^\W_]+(?:[-’'.&](?!{words['contracted']})[^\W_]+)*|(?:{word_endings(language).owner}|['’])\b|[^\w\s]"
        )
        self.breaks: frozenset[str] = frozenset(words["breaks"])
        self.determiners: frozenset[str] = frozenset(words["determiners"])
        self.quantity = re.compile("".join(words["quantity"]), re.IGNORECASE)
        self.kind_of_pair: dict[tuple[str, str], ActorKind] = {
            (word, head): kind for kind, pairs in words["kind_of_pair"].items() for word, head in pairs
        }


@cache
def nominal_forms(language: str) -> NominalForms:
    """Those of a language, made once."""
    return NominalForms(language)


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
def nouns(language: str) -> Nouns:
    """The tables, read once."""
    kept = kept_table("actor_nouns", language)
    kinds = {w: cast(ActorKind, kind) for kind, words in reversed(kept["noun"].items()) for w in words.split()}
    heads = {w: cast(ActorKind, kind) for kind, words in kept["head"].items() for w in words.split()}
    pronouns = {w: number for number, words in kept["pronoun"].items() for w in words.split()}
    return Nouns(kinds, heads, frozenset(kept["modifier"]["words"].split()), pronouns)


def country_in(phrase: str, language: str) -> str | None:
    """The country that a phrase names first: by name, demonym, capital or an organisation that belongs to one."""
    forms = nominal_forms(language)
    words = [m.group() for m in forms.word.finditer(phrase)]
    index = 0
    table = lexicon(language)
    while index < len(words):
        if " ".join(words[index : index + 2]) in forms.no_country:
            index += 2
            continue
        for length in (4, 3, 2, 1):
            if index + length > len(words):
                continue
            piece = " ".join(words[index : index + length])
            code = (
                countries.country_of_demonym(piece, language)
                or countries.country_of_name(piece, language)
                or countries.country_of_capital(piece, language)
            )
            if code is None and (known := table.phrases.get(piece)) and not known.size:
                code = known.country
            if code is None and length == 1 and "-" in piece:
                first = piece.split("-", 1)[0]
                if piece.lower().endswith(forms.from_place) or countries.country_of_demonym(first, language):
                    code = countries.country_of_demonym(first, language) or countries.country_of_name(first, language)
            if code is not None:
                return code
        index += 1
    return None


def read_nominal(phrase: str, language: str) -> Nominal | None:
    """A noun phrase read by itself, or None where its head is no actor's noun."""
    forms = nominal_forms(language)
    quantity = forms.quantity.match(phrase)
    tokens = [(m.group(), m.start(), m.end()) for m in forms.word.finditer(phrase, quantity.end() if quantity else 0)]
    definite = False
    first = 0
    while first < len(tokens) and (tokens[first][0].lower() in forms.determiners or not tokens[first][0][:1].isalnum()):
        definite = definite or tokens[first][0].lower() in forms.definite
        first += 1
    tokens = tokens[first:]
    stop = next((i for i, t in enumerate(tokens) if t[0].lower() in forms.breaks), len(tokens))
    core = tokens[:stop]
    if not core:
        return None
    table = nouns(language)
    words = [word for word, _, _ in core]
    head = words[-1].lower()
    bare = phrase[core[0][1] : core[-1][2]]
    complement = phrase[tokens[stop][2] :].strip() if stop < len(tokens) else ""
    kind = table.kinds.get(head)
    country = country_in(bare, language)
    if head in table.heads or (kind is None and head in table.modifiers):
        kind = table.heads.get(head, "unknown")
        given = _kind_of_body(words, language) or next(
            (one for word in reversed(words[:-1]) if (one := _kind_of_word(word, language))), None
        )
        if given is not None:
            kind = given
        elif stop < len(tokens) and tokens[stop][0].lower() in forms.complement:
            kind = kind_in(complement, language) or kind
        country = country or (country_in(complement.split(",")[0], language) if complement else None)
    elif kind is None:
        return None
    elif country is None and stop < len(tokens) and tokens[stop][0].lower() in forms.of_place:
        country = country_in(complement.split(",")[0], language)
    if kind == "military":
        kind = kind_in_ranks(bare, language)
    kind = kind_of_chamber(words, language) or kind
    if head in forms.leading and kind == "unknown" and country is not None:
        kind = "government"
    if head in forms.coalition and any(
        word.endswith(forms.led_by) or word in forms.coalition_words for word, _, _ in core
    ):
        kind = "military"
    if kind in _LED and complement and tokens[stop][0].lower() in forms.of_body:
        whole = complement.split(",")[0].split()
        if len(whole) < 7:
            bare = f"{bare} {tokens[stop][0]} {' '.join(whole)}"
    if head in forms.agencies and len(core) > 1 and core[-2][0].lower() in forms.news:
        kind = "media"
    if head in forms.pairs_of and len(core) > 1:
        kind = forms.kind_of_pair.get((core[-2][0].lower(), without_plural(head, language)), kind)
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


def kind_in_ranks(phrase: str, language: str) -> ActorKind:
    """What a commander or general is by the words before: "Taliban commander" is of an armed group."""
    given = kind_in(phrase, language)
    return given if given in ("armed group", "rebels") else "military"


def kind_in(phrase: str, language: str) -> ActorKind | None:
    """The kind of actor that a phrase speaks of: of a known organisation in it, else of its first actor's noun."""
    forms = nominal_forms(language)
    words = [m.group() for m in forms.word.finditer(phrase)]
    for index in range(len(words)):
        for length in (5, 4, 3, 2, 1):
            body = _kind_of_known(words[index : index + length], language)
            if body is not None:
                return body
    for word in words:
        given = _kind_of_word(word, language)
        if given is not None:
            return given
    return None


def kind_of_chamber(words: Sequence[str], language: str) -> ActorKind | None:
    """A legislature where a chamber's committee is named ("House Budget Committee chairman"), else None."""
    forms = nominal_forms(language)
    committee = any(word.lower() in forms.committees for word in words)
    return (
        "legislature"
        if committee and not forms.chambers.isdisjoint(words) and _kind_of_body(words, language) is None
        else None
    )


def _kind_of_body(words: Sequence[str], language: str) -> ActorKind | None:
    """The kind of a known body whose name is of several of these words ("White House officials")."""
    for length in (4, 3, 2):
        for at in range(len(words) - length + 1):
            body = _kind_of_known(words[at : at + length], language)
            if body is not None:
                return body
    return None


def _kind_of_known(words: Sequence[str], language: str) -> ActorKind | None:
    """The kind of the known organisation that is called by just these words."""
    known = lexicon(language).phrases.get(" ".join(words))
    return known.actor if known is not None and known.kind == "organisation" else None


def _kind_of_word(word: str, language: str) -> ActorKind | None:
    forms = nominal_forms(language)
    lower = word.lower()
    table = nouns(language)
    if lower in table.kinds and lower not in forms.anybody:
        return table.kinds[lower]
    if word[:1].isupper():
        known = lexicon(language).phrases.get(word)
        if known is not None and known.actor not in (None, "state"):
            return known.actor
        return lexicon(language).org_kinds.get(word)
    return None
