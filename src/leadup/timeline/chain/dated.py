"""Links that a source states between two days: "The raids on Sunday came in response to Friday's attack on the base".

An entry is one day's; what a source joins is a deed on a day, or one told in words that only one day's entries share.
Both ends must be found so, and lie on different days.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leadup.lang import kept_table
from leadup.model import Link, Span
from leadup.model.timeline import Fit
from leadup.timeline.chain.cues import Cue, find_cues, spoken_before
from leadup.timeline.chain.distinct import OPENING, days_named
from leadup.timeline.chain.doers import is_of_other_thing
from leadup.timeline.chain.effect_clause import clause_start
from leadup.timeline.chain.main_clauses import told_in_front
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.chain.phrases import (
    deeds_of,
    deeds_told,
    first_phrase,
    is_bare_plural,
    names_many,
    pointed_at,
    until,
)
from leadup.timeline.chain.resolve import Resolver, months_named
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.messages import Messages
from leadup.timeline.terms import calendar_terms

_MESSAGES = Messages("chain")

_SHARED = 3
"""Words, names counting twice, that tell a deed over again where its day is not named."""

_TOLD_AGAIN = 5
"""The same, in words that are the event's own."""

_ON_ITS_DAY = 2
"""The same, where its day is named."""

_LATELY = dt.timedelta(4)
"""What a bare noun ("the strikes") means happened so shortly before."""

_SPOKEN_OF = dt.timedelta(14)
"""So long after it an event is still "the strike" in reports."""

_ALIKE = 0.8
"""Entries whose words in common weigh at least this share of the best one's fit alike."""

_GOES_ON = dt.timedelta(1)
"""Entries of two days that fit alike are of one thing where one day follows the other: a siege and its end."""

_BARE = 3
"""Words of a phrase that means by its noun alone."""

_LONGEST = dt.timedelta(30)
"""What is answered lies at most so far back; what was answered a year later is told otherwise."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("chain", language)["dated"]
        self.judging: str = self.words["judging"]
        """The kind of deed that judges another."""


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def judging_cue(language: str) -> str:
    """The kind of deed that judges another."""
    return _forms(language).judging


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a link: the entry it means, what fitted, and the weight of the words in both, by rarity."""

    told: ChainNode
    fits: tuple[Fit, ...]
    weight: float = 0.0


def dated(
    sources: Iterable[ChainNode],
    told: Sequence[ChainNode],
    also: Mapping[str, Sequence[ChainNode]],
    resolver: Resolver,
    asked: str | None = None,
) -> Iterator[tuple[str, Link]]:
    """The links that sentences of any source state between entries of two days, by the id of the later one.

    ``sources`` have the day of their report; ``also`` has, by id, other words for what is told. ``asked`` is the id of
    the event asked about, which a report of the days after it calls "the attack".
    """
    wordings = [
        (one, [_terms(t.text, resolver.language) for t in (one, *also.get(one.id, ()))])
        for one in told
        if one.day is not None
    ]
    event = next((one for one in told if one.id == asked), None)
    for source in sources:
        for cue in find_cues(source.text, resolver.language):
            if "dated" in cue.marks and cue.shown and cue.from_ < cue.to and source.day is not None:
                yield from _stated(source, cue, wordings, resolver, event)


def _stated(
    source: ChainNode,
    cue: Cue,
    wordings: Sequence[tuple[ChainNode, list[_Terms]]],
    resolver: Resolver,
    event: ChainNode | None,
) -> Iterator[tuple[str, Link]]:
    language = resolver.language
    to = until(source.text, cue, language)
    effect_words = _effect(source.text, cue, to, language)
    if effect_words is None:
        return
    cause_words = source.text[cue.from_ : to]
    cause_words = (
        cause_words.split(_forms(language).words["and"])[0] if names_many(cause_words, language) else cause_words
    )
    if (
        names_many(cause_words, language)
        or source.day is None
        or not deeds_of(first_phrase(cause_words, language), language)
    ):
        # "In response to information that the man sought for the bombing …" answers no bombing.
        return
    if is_bare_plural(cause_words, language) and not days_named(cause_words, source.day, language):
        return
    cause = _end(cause_words, source.day, wordings, resolver)
    effect = _end(effect_words, source.day, wordings, resolver, does=True)
    if effect is None and cause is not None and not _tells_of(cause_words, cause.told, event, resolver):
        effect = _in_very_noun(effect_words, source.day, cause.told, [one for one, _ in wordings], event, resolver)
    if cause is None and effect is not None:
        cause = _lately(cause_words, effect.told, [one for one, _ in wordings], resolver)
    if cause is None or effect is None or cause.told.day is None or effect.told.day is None:
        return
    if not dt.timedelta(0) < effect.told.day - cause.told.day <= _LONGEST:
        return
    if is_of_other_thing(cause_words, cause.told.text, language):
        return
    start, end = min(cue.start, cue.from_), max(cue.end, to)
    words = Span(source.article, source.start + start, source.start + end, source.text[start:end])
    reason = _MESSAGES["dated"].format(cue=cue.name)
    yield effect.told.id, Link(cause.told.id, cue.kind, words, reason, True, cause.fits)


def tells_in_front(deeds: frozenset[str], one: ChainNode, language: str) -> bool:
    """Whether an entry tells such a deed in its main clauses: who protested against a strike struck nobody."""
    return bool(deeds & deeds_told(told_in_front(one.text, language), language))


def _effect(text: str, cue: Cue, to: int, language: str) -> str | None:
    """What is said to answer: the clause before the cue, or behind what it names where the cue opens the sentence; None
    where it is only supposed."""
    if cue.start <= OPENING:
        return text[to:]
    clause = clause_start(text, cue, language)
    if clause is None:
        return None
    before = text[: cue.start]
    opens = max((c.end for c in find_cues(before, language)), default=0)
    opens = max(opens, said_of(before, language))
    if "apposed" in cue.marks or is_set_beside(before, language):
        # "The protests followed raids, a response to …", "…, carried out in response to …": the raids are what answers.
        opens = behind(before, opens, language=language)
    return before[max(opens, clause, spoken_before(text, cue.start)) :]


def is_set_beside(before: str, language: str) -> bool:
    """Whether words before a cue end in a participle set beside the deed that was done: "followed raids, launched"."""
    return _set_beside(language).search(before) is not None


def behind(words: str, otherwise: int = 0, *, language: str) -> int:
    """Where the noun begins that the last of such words stands before as only say what another came behind of or was
    about ("the protests followed raids"); ``otherwise`` where none does."""
    return max((m.end() for m in _behind(language).finditer(words)), default=otherwise)


def said_of(before: str, language: str) -> int:
    """Where the thing begins of which somebody says that it answers another: "Officials said the raid was"."""
    return max((m.end() for m in _says(language).finditer(before)), default=0)


@functools.cache
def _says(language: str) -> re.Pattern[str]:
    return re.compile(kept_table("chain", language)["says"])


@functools.cache
def _behind(language: str) -> re.Pattern[str]:
    return re.compile(kept_table("chain", language)["behind"], re.IGNORECASE)


@functools.cache
def _set_beside(language: str) -> re.Pattern[str]:
    return re.compile(kept_table("chain", language)["set_beside"], re.IGNORECASE)


_Terms = Mapping[str, bool]
"""Words of a text, and whether each was written like a name."""


def _terms(text: str, language: str) -> _Terms:
    return {term: name for term, name in words_of(text, language) if term not in calendar_terms(language)}


def _common(one: _Terms, other: _Terms) -> int:
    return sum(1 + (one[term] and other[term]) for term in one.keys() & other.keys())


def _end(
    words: str,
    reported: dt.date,
    wordings: Sequence[tuple[ChainNode, list[_Terms]]],
    resolver: Resolver,
    *,
    does: bool = False,
) -> _End | None:
    """The entry that these words mean: of the day they name, or of the only day whose entries share so many words.

    It must tell of the same kind of deed; where the words tell what somebody ``does``, an entry that tells it in front
    goes before those that bring it up.
    """
    language = resolver.language
    deeds, terms = pointed_at(words, language) or deeds_of(words, language), _terms(words, language)
    days, months = days_named(words, reported, language), months_named(words, language)
    found = []
    for one, texts in wordings:
        if one.day is None or one.day > reported or (days and one.day not in days):
            continue
        if months and one.day.month not in months:
            continue
        if not deeds & (resolver.told_there(one) or deeds_told(one.text, language)) or judges(one, resolver):
            continue
        common = max(_common(terms, other) for other in texts) + resolver.told_in(words, one)
        if common >= (_ON_ITS_DAY if days else _SHARED):
            weight = max(sum(map(resolver.rarity, terms.keys() & other.keys())) for other in texts)
            found.append(_End(one, ("deed", "date", "words") if days else ("deed", "words"), weight))
    if does:
        found = [e for e in found if tells_in_front(deeds, e.told, language)] or found
    if not found:
        return None
    most = max(e.weight for e in found)
    alike = [e for e in found if e.weight >= _ALIKE * most and e.told.day is not None]
    first = min(e.told.day for e in alike if e.told.day is not None)
    if any(e.told.day - first > _GOES_ON for e in alike if e.told.day is not None):
        return None
    # What goes on into the next day began on the first.
    return max((e for e in alike if e.told.day == first), key=lambda e: e.weight)


def judges(one: ChainNode, resolver: Resolver) -> bool:
    """Whether it tells how somebody judged a deed ("condemned the raids"), and not the deed."""
    return _forms(resolver.language).judging in resolver.told_there(one)


def _in_very_noun(
    words: str,
    reported: dt.date,
    cause: ChainNode,
    told: Sequence[ChainNode],
    event: ChainNode | None,
    resolver: Resolver,
) -> _End | None:
    """What a bare noun ("The strike was") means beside what it answered: what is told in the very noun goes before an
    event asked about that is not: "the strikes" are the air strikes, and not the storming that followed."""
    language = resolver.language
    if event is not None and resolver.told_in(words, event):
        return _event(words, reported, event, resolver)
    kinds = pointed_at(words, language) if len(_terms(words, language)) <= _BARE else frozenset()
    found = [
        one for one in told
        if one.day is not None and cause.day is not None and cause.day < one.day <= reported <= one.day + _SPOKEN_OF
        and one is not event and resolver.told_in(words, one)
        and kinds & resolver.told_there(one) and tells_in_front(kinds, one, language)
    ]  # fmt: skip
    if not found:
        return _event(words, reported, event, resolver)
    return _End(found[0], ("deed",)) if len({one.day for one in found}) == 1 else None


def _event(words: str, reported: dt.date, event: ChainNode | None, resolver: Resolver) -> _End | None:
    """The event asked about, where a report of the days from it on calls it by a bare noun ("The strike was"), and its
    sentence tells such a deed in front: a crash that killed many is no strike."""
    language = resolver.language
    if event is None or event.day is None or not event.day <= reported <= event.day + _SPOKEN_OF:
        return None
    kinds = pointed_at(words, language) & resolver.told_there(event)
    return (
        _End(event, ("deed",))
        if len(_terms(words, language)) <= _BARE and tells_in_front(kinds, event, language)
        else None
    )


def _tells_of(words: str, one: ChainNode, event: ChainNode | None, resolver: Resolver) -> bool:
    """Whether what these words name, taken for ``one``, may be the event itself: "the attack" then is a later one."""
    if event is None or one.id == event.id:
        return True
    again = _common(
        _terms(words, resolver.language), _terms(event.text, resolver.language)
    ) >= _TOLD_AGAIN or resolver.told_in(words, event)
    near = one.day is not None and event.day is not None and abs(event.day - one.day) <= dt.timedelta(2)
    return again or (near and bool(resolver.kinds_in_both(one, event)) and resolver.names_in_both(one, event) > 0)


def _lately(words: str, effect: ChainNode, told: Sequence[ChainNode], resolver: Resolver) -> _End | None:
    """What a bare noun means beside what answered it: that of the days just before, where one day's alone is told in
    that very noun."""
    kinds = pointed_at(words, resolver.language) if len(_terms(words, resolver.language)) <= _BARE else frozenset()
    found = [
        one for one in told
        if one.day is not None and effect.day is not None and dt.timedelta(0) < effect.day - one.day <= _LATELY
        and kinds & resolver.told_there(one) and resolver.told_in(words, one) and not judges(one, resolver)
    ]  # fmt: skip
    return _End(found[0], ("deed",)) if len({one.day for one in found}) == 1 else None
