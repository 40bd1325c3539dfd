"""What befell those a figure counts: the nearest word in its clause that says so."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import Figure
from leadup.reading.figures.lexicon import is_people, words


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Any] = kept_table("figures", language)["roles"]
        self.particles: frozenset[str] = frozenset(self.words["particles"])
        self.acting: frozenset[str] = frozenset(self.words["acting"])
        self.with_object: frozenset[str] = frozenset(self.words["with_object"])
        self.no_role: frozenset[str] = frozenset(self.words["no_role"])
        self.taken_things: frozenset[str] = frozenset(self.words["taken_things"])
        self.participle: tuple[str, ...] = tuple(self.words["participle"])
        self.at: tuple[str, ...] = tuple(self.words["at"])
        self.at_least: frozenset[str] = frozenset(self.words["at_least"])
        self.passive = re.compile("".join(self.words["passive"]))
        self.joined = re.compile(self.words["joined"])
        self.toll = re.compile("".join(self.words["toll"]))
        self.objects = re.compile(self.words["objects"])
        self.linking: frozenset[str] = frozenset(self.words["linking"])
        self.subordinate: frozenset[str] = frozenset(self.words["subordinate"])
        self.states: frozenset[str] = frozenset(self.words["states"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


_WORD = re.compile(r"[^\W\d_]+|[;:.!?\n“”\"]|,")
_REACH = 64


def role_of(text: str, start: int, end: int, floor: int, stop: int, last: Figure | None, language: str) -> str:
    """The role of the figure ``text[start:end]``: "killed", "fired", … or "counted" where no word tells.

    ``floor`` and ``stop`` bound what may be looked at; ``last`` is the figure before it in the same sentence.
    """
    forms = _forms(language)
    after = _after(text, end, stop, forms)
    if after is not None:
        return after
    if last is not None and forms.joined.match(text[last.end : start]):
        return last.role if last.role not in forms.words["measured"] else "counted"
    begin = max(floor, start - _REACH, last.end if last is not None else 0)
    role = _before(text, begin, start, text[start:end], forms)
    if role is not None:
        return (
            str(forms.words["of_people"].get(role, role)) if is_people(text[start:end].split()[-1], language) else role
        )
    return _within(text[start:end], language) or "counted"


def _after(text: str, end: int, stop: int, forms: _Forms) -> str | None:
    match = forms.passive.match(text, end, min(stop, end + 120))
    if match is None:
        return None
    word, particle = match.group(1), match.group(2)
    roles = words(forms.language).roles
    if particle in forms.particles:
        return roles[particle]
    befell = forms.words["with_particle"].get(f"{word} {particle}")
    if befell is not None:
        return str(befell)
    role = roles.get(word)
    if role is None or not (word.endswith(forms.participle) or word in forms.states or word in forms.acting):
        return None
    active = text[end : match.end()].split()
    if word in forms.with_object and len(active) == 1:
        follows = forms.objects.match(text[match.end() : match.end() + 30])
        if (follows is not None and not follows.group().strip().startswith(forms.at)) or (
            follows is not None and follows.group().strip() in forms.at_least
        ):
            return None
    return role


def _before(text: str, begin: int, start: int, phrase: str, forms: _Forms) -> str | None:
    """The last word before the figure, in its clause, that tells a role."""
    roles = words(forms.language).roles
    distance = 0
    tokens = [m.group() for m in _WORD.finditer(text, begin, start)]
    for place in range(len(tokens) - 1, -1, -1):
        word = tokens[place]
        if word in '.;:!?\n“”"':
            return None
        if word == ",":
            distance += 2
            continue
        distance += 1
        if distance > 7:
            return None
        role = roles.get(word.lower())
        if role is not None and word.lower() not in forms.no_role:
            if (
                role == "deployed"
                and not phrase[-1].isdigit()
                and phrase.split()[-1].lower() in words(forms.language).measures
            ):
                return None
            if (
                word.lower() in forms.taken_things
                and not is_people(phrase.split()[-1], forms.language)
                and phrase[-1].isalpha()
            ):
                return str(forms.words["of_things"])
            flies = role == "shot" and tokens[place + 1 : place + 2] == [forms.words["down"]]
            return forms.words["with_particle"]["shot down"] if flies else role
        if word.lower() in forms.subordinate or (word.lower() in forms.linking and distance > 1):
            return None
    return None


def _within(phrase: str, language: str) -> str | None:
    roles = words(language).roles
    for word in reversed(re.findall(r"[a-z]+", phrase)):
        if word in roles:
            return roles[word]
    return None


def joined(text: str, first: Figure, second: Figure, language: str) -> bool:
    """Whether two figures stand side by side, with no more than a comma or "and" between them."""
    forms = _forms(language)
    return forms.joined.match(text[first.end : second.start]) is not None


def is_toll(text: str, floor: int, start: int, language: str) -> bool:
    """Whether the words before a bare number make it a count of the dead ("the death toll rose to")."""
    forms = _forms(language)
    return forms.toll.search(text, max(floor, start - 60), start) is not None
