"""What the mentions of one name, taken together, say of the actor behind it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.lang.wordforms import word_endings
from leadup.model import Actor, ActorKind, Name
from leadup.reading.names import countries
from leadup.reading.names.lexicon import lexicon
from leadup.reading.names.nominals import country_in, kind_in, kind_of_chamber, nominal_forms
from leadup.reading.names.roles import role_of


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("names", language)["mentions"]
        self.small: frozenset[str] = frozenset(self.words["small"])
        self.governing: frozenset[str] = frozenset(self.words["governing"])
        self.word = nominal_forms(language).word
        self.possessive = word_endings(language).possessive


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def introduced(text: str, name: Name, language: str) -> Actor:
    """The actor as its first mention gives it."""
    forms = _forms(language)
    if name.kind == "person":
        role = role_of(text, name.start, name.end, language)
        if role is None:
            return Actor(name.exact, name.key, "person", _owner(text, name.start, forms))
        return Actor(name.exact, name.key, role.kind if role.kind != "unknown" else "person", role.country, role.words)
    exact = name.exact.title() if name.exact.isupper() and len(name.exact) > 3 else name.exact
    known = lexicon(language).phrases.get(exact) or lexicon(language).phrases.get(
        name.exact.removeprefix(forms.words["the"])
    )
    if name.kind in ("place", "nationality"):
        code = countries.country_of_name(exact, language) or countries.country_of_demonym(exact, language)
        if code is not None:
            return Actor(name.exact, code.lower(), "state", code)
        code = known.country if known else country_in(exact, language)
        return Actor(name.exact, name.key, "unknown", code)
    kind: ActorKind = "unknown"
    country = None
    if known is not None and known.actor is not None:
        kind, country = known.actor, known.country
    else:
        words = name.exact.split()
        kinds = lexicon(language).org_kinds
        head = next((kinds[w] for w in reversed(words) if w in kinds and (w == words[-1] or words[0] in kinds)), None)
        if any(joint in name.exact for joint in forms.words["joints"]):
            before = words[: words.index(forms.words["of"]) if forms.words["of"] in words else 1]
            head = kinds.get(words[0]) or next((kinds[w] for w in before if w in kinds), head)
        kind = kind_of_chamber(words, language) or head or kind_in(name.exact, language) or "unknown"
        country = country_in(name.exact, language)
    if country is None:
        country = _owner(text, name.start, forms)
    words = exact.split()
    governing = next((w.lower() for w in (words[0], words[-1]) if w.lower() in forms.governing), "")
    return Actor(name.exact, government_key(governing, country, language) or name.key, kind, country)


def government_key(head: str, country: str | None, language: str) -> str | None:
    """The key that a country's government has by whatever words, or None where the head is no government's."""
    forms = _forms(language)
    return f"{country.lower()} government" if country is not None and head in forms.governing else None


def _owner(text: str, start: int, forms: _Forms) -> str | None:
    """The country whose demonym or possessive stands right before a name, one adjective between at most."""
    before = [m.group() for m in forms.word.finditer(text[max(0, start - 40) : start])][-4:]
    while (
        before
        and before[-1].islower()
        and before[-1] not in forms.possessive
        and len(before) > 1
        and before[-1].isalpha()
    ):
        if before[-1] in forms.small:
            return None
        before.pop()
        break
    if before and before[-1] in forms.possessive:
        return country_in(" ".join(before[-3:-1]), forms.language)
    return (
        countries.country_of_demonym(before[-1], forms.language)
        or countries.country_of_demonym(" ".join(before[-2:]), forms.language)
        if before
        else None
    )


def enriched(text: str, name: Name, held: Actor, language: str) -> Actor:
    """The actor with what a further mention adds."""
    forms = _forms(language)
    if name.kind == "person":
        fuller = name.exact if len(name.exact.split()) > len(held.name.split()) else held.name
        if held.role is None:
            role = role_of(text, name.start, name.end, language)
            if role is not None:
                kind = role.kind if role.kind != "unknown" else held.kind
                return replace(held, name=fuller, role=role.words, kind=kind, country=held.country or role.country)
        return replace(held, name=fuller) if fuller != held.name else held
    if len(name.exact) > len(held.name) and name.kind == "organisation":
        held = replace(held, name=name.exact)
    if held.country is None and name.kind == "organisation":
        return replace(held, country=_owner(text, name.start, forms))
    return held


def joined_forms(fullest: dict[str, Actor]) -> dict[str, Actor]:
    """Short forms of organisations ("Defence Department") with the one form that puts a country before them."""
    joined: dict[str, Actor] = {}
    organisations = [key for key, actor in fullest.items() if actor.kind not in ("person", "state") and " " in key]
    for key in organisations:
        longer = [k for k in organisations if k.endswith(" " + key) and fullest[k].country is not None]
        if len(longer) == 1 and longer[0].count(" ") - key.count(" ") < 3:
            joined[key] = fullest[longer[0]]
    return joined
