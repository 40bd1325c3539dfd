"""Who speaks or acts in a sentence of reactions: one actor, or several side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from leadup.lang import kept_table
from leadup.model import Actor, Claim
from leadup.reading.names import Cast

_AFTER = re.compile(r"[.;“\"]|$")
_SPEAKS = ("person", "organisation", "place", "nationality")
_BEFORE = 12
_BESIDE = 3
"""Code points between a name and the verb it is the subject of."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("reactions", language)["speakers"]
        self.verb = re.compile("".join(self.words["verb"]))
        self.break_ = re.compile(self.words["break"])
        self.within = re.compile(self.words["within"], re.IGNORECASE)


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def acts_or_speaks(words: str, language: str) -> bool:
    """Whether a verb of saying, or of what one state does to another to say something, stands in these words."""
    return bool(_forms(language).verb.search(words))


def speakers(
    cast: Cast, start: int, end: int, claims: Sequence[Claim] | None = None, *, language: str
) -> tuple[Actor, ...]:
    """The actors that the sentence ``[start, end)`` of the cast's text makes speak or act, in order; may be empty.

    ``claims`` are those read in it, None where it was not read for them. Several countries in one source all speak.
    Where no claim has a speaker, the names before the first verb of saying or acting are taken (one that stands right
    before such a verb goes first), else those behind it: a person before an organisation before countries, and of
    countries all. Where it was read for claims, only who stands right beside the verb is: whoever stands further off
    did something else ("lessons that the ministry learned"), and so did all where somebody unknown speaks.
    """
    forms = _forms(language)
    near = [c for c in claims or () if any(s < end and start < e for s, e in (*c.cue, *c.content))]
    named = [a for c in near for s, e in c.source for a in _named(cast, s, e, language)]
    countries = tuple(dict.fromkeys(a for a in named if a.kind == "state"))
    if len(countries) > 1 and all(a.kind == "state" for a in named):
        return countries
    known = tuple(dict.fromkeys(_fullest(c.speaker, named) for c in near if c.speaker))
    if known:
        return known[:1]
    if any(c.source for c in near):
        return ()
    verbs = list(forms.verb.finditer(cast.text, start, end))
    for verb in sorted(verbs, key=lambda v: not _beside(cast, start, v.start())):
        low = start
        for stop in forms.break_.finditer(cast.text, start, verb.start()):
            low = stop.end()
        may = claims is None or _beside(cast, start, verb.start())
        found = (named_in(cast, low, verb.start(), language) if may else ()) or _behind(cast, verb.end(), end, language)
        if found:
            return found
    return ()


def _fullest(speaker: Actor, named: Sequence[Actor]) -> Actor:
    """The speaker as the article's cast knows them, with their office and country, where it does."""
    same = [a for a in named if a.key == speaker.key or (speaker.name and a.name.endswith(speaker.name))]
    return next((a for a in same if a.country), speaker) if speaker.country is None else speaker


def _beside(cast: Cast, start: int, verb: int) -> bool:
    return any(start <= n.start and verb - _BESIDE <= n.end <= verb for n in cast.names)


def _behind(cast: Cast, start: int, end: int, language: str) -> tuple[Actor, ...]:
    """The speaker that follows the verb: "…," said the minister, Ann Lee."""
    if not re.match(_forms(language).words["opens"], cast.text[start : start + 6]):
        return ()
    stop = _AFTER.search(cast.text, start, min(end, start + 100))
    return named_in(cast, start, stop.start() if stop else end, language)


def named_in(cast: Cast, start: int, end: int, language: str) -> tuple[Actor, ...]:
    """Who is named in a stretch of the cast's text: a person before an organisation before countries, and of countries
    all."""
    actors = _named(cast, start, end, language)
    people = [a for a in actors if a.role or a.kind == "person"]
    if people:
        return (people[-1],)
    other = [a for a in actors if a.kind not in ("state", "unknown")]
    if other:
        return (other[0],)
    return tuple(dict.fromkeys(a for a in actors if a.kind == "state"))


def _named(cast: Cast, start: int, end: int, language: str) -> list[Actor]:
    return [
        actor
        for name, actor in zip(cast.names, cast.actors, strict=True)
        if start <= name.start
        and name.end <= end
        and actor is not None
        and name.kind in _SPEAKS
        and not (
            actor.kind == "state"
            and _forms(language).within.search(cast.text, max(start, name.start - _BEFORE), name.start)
        )
    ]
