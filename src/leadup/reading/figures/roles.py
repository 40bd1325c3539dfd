"""What befell those a figure counts: the nearest word in its clause that says so."""

from __future__ import annotations

import re
from typing import Any

from leadup.lang import table
from leadup.model import Figure
from leadup.reading.figures.lexicon import is_people, words

_WORDS: dict[str, Any] = table("figures")["roles"]
_PARTICLES: frozenset[str] = frozenset(_WORDS["particles"])
_ACTING: frozenset[str] = frozenset(_WORDS["acting"])
_WITH_OBJECT: frozenset[str] = frozenset(_WORDS["with_object"])
_NO_ROLE: frozenset[str] = frozenset(_WORDS["no_role"])
_TAKEN_THINGS: frozenset[str] = frozenset(_WORDS["taken_things"])
_PARTICIPLE: tuple[str, ...] = tuple(_WORDS["participle"])
_AT: tuple[str, ...] = tuple(_WORDS["at"])
_AT_LEAST: frozenset[str] = frozenset(_WORDS["at_least"])

_WORD = re.compile(r"[^\W\d_]+|[;:.!?\n“”\"]|,")
_PASSIVE = re.compile("".join(_WORDS["passive"]))
_JOINED = re.compile(_WORDS["joined"])
_TOLL = re.compile("".join(_WORDS["toll"]))
_OBJECTS = re.compile(_WORDS["objects"])
_REACH = 64
_LINKING: frozenset[str] = frozenset(_WORDS["linking"])
_SUBORDINATE: frozenset[str] = frozenset(_WORDS["subordinate"])
_STATES: frozenset[str] = frozenset(_WORDS["states"])


def role_of(text: str, start: int, end: int, floor: int, stop: int, last: Figure | None) -> str:
    """The role of the figure ``text[start:end]``: "killed", "fired", … or "counted" where no word tells.

    ``floor`` and ``stop`` bound what may be looked at; ``last`` is the figure before it in the same sentence.
    """
    after = _after(text, end, stop)
    if after is not None:
        return after
    if last is not None and _JOINED.match(text[last.end : start]):
        return last.role if last.role not in _WORDS["measured"] else "counted"
    begin = max(floor, start - _REACH, last.end if last is not None else 0)
    role = _before(text, begin, start, text[start:end])
    if role is not None:
        return str(_WORDS["of_people"].get(role, role)) if is_people(text[start:end].split()[-1]) else role
    return _within(text[start:end]) or "counted"


def _after(text: str, end: int, stop: int) -> str | None:
    match = _PASSIVE.match(text, end, min(stop, end + 120))
    if match is None:
        return None
    word, particle = match.group(1), match.group(2)
    roles = words().roles
    if particle in _PARTICLES:
        return roles[particle]
    befell = _WORDS["with_particle"].get(f"{word} {particle}")
    if befell is not None:
        return str(befell)
    role = roles.get(word)
    if role is None or not (word.endswith(_PARTICIPLE) or word in _STATES or word in _ACTING):
        return None
    active = text[end : match.end()].split()
    if word in _WITH_OBJECT and len(active) == 1:
        follows = _OBJECTS.match(text[match.end() : match.end() + 30])
        if (follows is not None and not follows.group().strip().startswith(_AT)) or (
            follows is not None and follows.group().strip() in _AT_LEAST
        ):
            return None
    return role


def _before(text: str, begin: int, start: int, phrase: str) -> str | None:
    """The last word before the figure, in its clause, that tells a role."""
    roles = words().roles
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
        if role is not None and word.lower() not in _NO_ROLE:
            if role == "deployed" and not phrase[-1].isdigit() and phrase.split()[-1].lower() in words().measures:
                return None
            if word.lower() in _TAKEN_THINGS and not is_people(phrase.split()[-1]) and phrase[-1].isalpha():
                return str(_WORDS["of_things"])
            flies = role == "shot" and tokens[place + 1 : place + 2] == [_WORDS["down"]]
            return _WORDS["with_particle"]["shot down"] if flies else role
        if word.lower() in _SUBORDINATE or (word.lower() in _LINKING and distance > 1):
            return None
    return None


def _within(phrase: str) -> str | None:
    roles = words().roles
    for word in reversed(re.findall(r"[a-z]+", phrase)):
        if word in roles:
            return roles[word]
    return None


def joined(text: str, first: Figure, second: Figure) -> bool:
    """Whether two figures stand side by side, with no more than a comma or "and" between them."""
    return _JOINED.match(text[first.end : second.start]) is not None


def is_toll(text: str, floor: int, start: int) -> bool:
    """Whether the words before a bare number make it a count of the dead ("the death toll rose to")."""
    return _TOLL.search(text, max(floor, start - 60), start) is not None
