"""Whom "he", "she" and "they" stand for among those who speak: the last speaker, a subject, a gender that fits.

Nothing here knows grammar beyond which sentence a name opens. A choice is sure where one person alone fits; where
several do, the best of them is a guess, to be shown as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from leadup.lang import kept_table
from leadup.model import Actor
from leadup.reading.names import Cast
from leadup.reading.names.gender import Gender, gender_of_pronoun


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("attribution", language)["pronouns"]
        self.articles: tuple[str, ...] = tuple(words["articles"])
        self.verb = re.compile(words["verb"])
        # The kind of each pronoun, the first of those that list it.
        self.kinds: dict[str, ThirdPerson] = {}
        for kind, those in kept_table("pronouns", language)["third"].items():
            for pronoun in those.split():
                self.kinds.setdefault(pronoun, cast(ThirdPerson, kind))


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


Extent = tuple[int, int]

_BACK = 4
"""Sentences before its own in which a pronoun finds whom it stands for."""

_NEAR = 3
"""From so many sentences back on, a subject who was never reported to speak is not surely the one meant."""

_GUESSED = 1
"""Sentences back within which the last subject is guessed to be meant, with nobody else between."""

_REACH = 1500
"""Code points back that are looked at, whatever the sentences' length."""

_FRESH = 450
"""Code points within which the last speaker is still the speaker of "they said", where no other group was named."""


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker met before: whom, where the words of the source stand; whether they are several, or one person."""

    actor: Actor
    at: int
    plural: bool
    person: bool


Sureness = Literal["sure", "likely", "unlikely"]
"""How sure it is whom a pronoun stands for: told as it is, as a guess, or not at all."""

ThirdPerson = Literal["he", "she", "they", "it"]


def kind_of_pronoun(words: str, language: str) -> ThirdPerson | None:
    """ "he", "she", "they" or "it" for a pronoun in lower case, None for other words."""
    return _forms(language).kinds.get(words)


def antecedent(
    cast: Cast, start: int, words: str, quoted: Sequence[Extent], before: Sequence[Said], language: str
) -> tuple[Actor, Sureness] | None:
    """Whom the pronoun at ``start`` stands for and how sure that is; None where nobody fits.

    ``quoted`` are stretches whose names are spoken of, and so are nobody who speaks; ``before`` the speakers so far.
    """
    forms = _forms(language)
    gender = gender_of_pronoun(words, language)
    if gender is not None:
        return _person(cast, start, gender, quoted, before, forms)
    last = before[-1] if before else None
    if last is None or start - last.at >= _REACH or (kind_of_pronoun(words, language) == "they" and not last.plural):
        return _group(cast, start, quoted) if kind_of_pronoun(words, language) == "they" else None
    body = not last.plural and not last.person and last.actor.kind not in ("person", "unknown", "civilians")
    if last.plural if kind_of_pronoun(words, language) == "they" else body:
        return last.actor, "sure" if start - last.at < _FRESH else "likely"
    return None


def _person(
    cast: Cast, start: int, gender: Gender, quoted: Sequence[Extent], before: Sequence[Said], forms: _Forms
) -> tuple[Actor, Sureness] | None:
    last = next((s for s in reversed(before) if s.person), None)
    fresh = last is not None and start - last.at < _REACH and cast.gender(last.actor) in (gender, None)
    end = start
    others: set[str] = set()
    described_between = False
    for number, begin in enumerate(_sentences(cast, start)):
        here = _people(cast, begin, end, gender, quoted, forms)
        described = cast.opening_phrase(begin, end, "person", tuple(quoted)) if number else None
        subjects = [(a, at) for a, at, subject in here if subject]
        if last is not None and fresh and begin <= last.at < end:
            rivals = {a.key for a, _ in subjects} - {last.actor.key}
            sure = not rivals and not others and not described_between
            return last.actor, _how_sure(last.actor, last.at, sure, number, here, others)
        if subjects:
            chosen = subjects[0][0]
            rivals = {a.key for a, _, _ in here} - {chosen.key}
            sure = cast.gender(chosen) == gender and not others and not rivals and not described_between
            return chosen, _how_sure(chosen, subjects[0][1], sure and number < _NEAR, number, here, others)
        if described is not None and not here:
            known = described.key in cast.keys
            one = cast.text[begin : begin + 40].lstrip(" \"“'‘").lower().startswith(forms.articles)
            if not known and (described.kind == "unknown" or not one):
                return None
            return described, "sure" if known else "likely" if number <= _GUESSED else "unlikely"
        described_between = described_between or (number > 0 and described is not None)
        others |= {a.key for a, _, _ in here}
        if len(here) == 1 and number == 1 and len(others) == 1:
            return here[0][0], "likely" if cast.gender(here[0][0]) == gender else "unlikely"
        end = begin
    if len(others) == 1:
        key = others.pop()
        return next(a for a in cast.actors if a is not None and a.key == key), "unlikely"
    return None


def _how_sure(
    actor: Actor, at: int, sure: bool, number: int, here: Sequence[tuple[Actor, int, bool]], others: set[str]
) -> Sureness:
    """How sure the subject at ``at``, ``number`` sentences back, is meant: a guess only near by with nobody between."""
    if sure:
        return "sure"
    between = others | {a.key for a, place, _ in here if place > at}
    return "likely" if number <= _GUESSED and between <= {actor.key} else "unlikely"


def _group(cast: Cast, start: int, quoted: Sequence[Extent]) -> tuple[Actor, Sureness] | None:
    """The several whom the last sentence opens with ("Some officials …"), as a guess."""
    begins = _sentences(cast, start)
    for begin, end in zip(begins[1:3], begins[:2], strict=False):
        actor = cast.opening_phrase(begin, end, "group", tuple(quoted))
        if actor is not None:
            return actor, "likely"
    return None


def _sentences(cast: Cast, start: int) -> list[int]:
    """Where the sentence that holds ``start`` begins, and those before it."""
    sentences = [cast.sentence_start(start)]
    while len(sentences) <= _BACK and sentences[-1] > 0 and start - sentences[-1] < _REACH:
        sentences.append(cast.sentence_start(max(0, sentences[-1] - 2)))
    return sentences


def _people(
    cast: Cast, begin: int, end: int, gender: Gender, quoted: Sequence[Extent], forms: _Forms
) -> list[tuple[Actor, int, bool]]:
    """The persons named between two places who may be of a gender: whom, where, and whether as the subject."""
    actors = []
    for i in cast.within(begin, end):
        actor, name = cast.actors[i], cast.names[i]
        if actor is None or name.kind != "person" or any(s <= name.start < e for s, e in quoted):
            continue
        told = cast.gender(actor)
        if (told is not None and told != gender) or cast.text.count("(", begin, name.start) > cast.text.count(
            ")", begin, name.start
        ):
            continue
        subject = cast.is_subject(i, begin) or _acts_behind_comma(cast.text, begin, name.start, name.end, forms)
        actors.append((actor, name.start, subject and not cast.is_owner(i)))
    return actors


def _acts_behind_comma(text: str, begin: int, start: int, end: int, forms: _Forms) -> bool:
    """ "After a long day, Tolk went": whether a name is the subject behind what opens its sentence."""
    return text[begin:start].rstrip().endswith(",") and forms.verb.match(text, end) is not None


def marked_stretches(text: str, start: int, end: int) -> list[Extent]:
    """The stretches between double marks from ``start`` to ``end``, paragraph by paragraph.

    A straight mark opens where nothing stands before it and a word behind it, and closes where a word stands before.
    """
    extents: list[Extent] = []
    for paragraph in re.finditer(r"[^\n]+", text[start:end]):
        opened = -1
        for mark in re.finditer(r"[\"“”]|``|''", paragraph.group()):
            at = start + paragraph.start() + mark.start()
            behind, before = text[at + len(mark.group()) : at + len(mark.group()) + 1], text[max(0, at - 1) : at]
            opens = mark.group() != "”" and not behind.isspace() and not before.isalnum()
            if opened < 0 or at - opened > _REACH:
                opened = at if opens else -1
            elif mark.group() != "“" and not before.isspace():
                extents.append((opened, at + 1))
                opened = -1
    return extents
