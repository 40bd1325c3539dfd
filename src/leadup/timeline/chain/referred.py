"""References from one thing told to another: "amid furor over the leak", "following Monday's shooting of a guard".

The earlier thing is seldom told again where it is answered; it is referred to by a noun or a short clause. Such words
mean a thing told where that alone of all tells such a deed in its main clause, and nothing in them says that another is
meant.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from leadup.lang import kept_table, with_calendar
from leadup.model import Link, Span
from leadup.reading.names.lexicon import Is, lexicon
from leadup.timeline.chain.brought_up import brought_up_cue
from leadup.timeline.chain.deed_nouns import meanings
from leadup.timeline.chain.distinct import may_be_one, names_day, names_some_day
from leadup.timeline.chain.doers import (
    have_one_doer,
    is_anothers,
    is_by_owner,
    is_of_other_kind,
    is_of_other_people,
    is_of_other_thing,
)
from leadup.timeline.chain.main_clauses import (
    less_asides,
    main_words,
    speaking_deeds,
    told_beside,
    told_by_noun,
    told_in_front,
    turned_on,
)
from leadup.timeline.chain.naming import names_of, numbers_of
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.chain.phrases import deeds_told, first_phrase, is_bare_plural, may_mean
from leadup.timeline.chain.references import Reference, references
from leadup.timeline.chain.resolve import Resolver, is_of_another
from leadup.timeline.chain.sureness import how_sure
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.happenings.deeds import deed_rows
from leadup.timeline.messages import Messages
from leadup.timeline.terms import calendar_terms, stem

_MESSAGES = Messages("chain")

# What is said below of other values is what they changed of the links of "dev" in benchmarks/links.py when each value
# was set, of which 26 of 51 were found then. What has been added to references since was not counted so.
_LONGEST = dt.timedelta(14)
"""What a bare reference means happened at most so long before. With 7 days one link goes, with 31 or 400 nothing
changes."""

_LATELY = dt.timedelta(4)
"""Within so long after the event asked about, "Tarn's decision" is that one, where Tarn did it."""

_SHORT = 3
"""Words of a phrase that says no more of a deed than what it was and how it was: "a devastating tornado"."""

_BARE = 2
"""Words of a phrase that says nothing more: "the videos"."""

_NEXT = dt.timedelta(1)
"""Within so long a sentence that itself tells such a deed in front tells the same one over again, and refers to none.
With 0 days nothing changes, with 3 one link goes."""

_UNKNOWN = 1 / 3
"""At most this share of the names in a reference may be missing where the thing is told... With 0 one link goes, with
1/2 nothing changes, with all of them three go."""

_UNKNOWN_OF_EVENT = 1 / 2
"""...and this where that is the event asked about, which others name otherwise ("Mohammed", "Muhammad"). With 1/3 one
link goes, with 0 two; with all of them two right ones become wrong ones."""

_FULL_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w*\.?)+")
_OF_PERSONS = int(Is.TITLE | Is.GIVEN)


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("chain", language)["referred"]
        self.spoken: frozenset[str] = frozenset(stem(each, language) for each in self.words["spoken"])
        self.made: frozenset[str] = frozenset(self.words["made"])
        self.hostile: frozenset[str] = frozenset(self.words["hostile"])
        self.shared_owners: frozenset[str] = frozenset(self.words["shared_owners"])
        self.in_time: frozenset[str] = frozenset(self.words["in_time"])
        """Cues that may be of mere order in time: such links are only possible."""
        self.cause = re.compile(self.words["cause"], re.IGNORECASE)
        self.trailing_day = re.compile(with_calendar(self.words["trailing_day"], language))


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a thing told tells in its main clauses, and the names in any words for it."""

    node: ChainNode
    kinds: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    held: frozenset[str]
    numbers: frozenset[str]
    asked: bool
    texts: tuple[str, ...]
    heading: str = ""


def referred(
    told: Sequence[ChainNode],
    also: Mapping[str, Sequence[ChainNode]],
    resolver: Resolver,
    asked: ChainNode | None = None,
    evidence: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, Link]]:
    """Links from a thing told to the one earlier thing that a reference in any of its wordings means, by its id.

    ``also`` has, by id, other words for what is told, ``evidence`` all that names who had a part in it; ``asked`` is
    the event asked about, in the words of the question: it goes before others where words fit several.
    """
    language = resolver.language
    things = [
        _thing(one, also.get(one.id, ()), (evidence or {}).get(one.id, one.text), asked, language) for one in told
    ]
    for thing in things:
        for wording in (thing.node, *also.get(thing.node.id, ())):
            for reference in references(wording.text, language=language):
                meant = _meant(reference, replace(thing, node=wording), things, resolver)
                if meant is None or (wording is not thing.node and _means_itself(reference, thing, language)):
                    continue
                if wording is thing.node or not _tells_same(reference, thing, meant, resolver):
                    other = meant.node
                    start, end = reference.start, reference.end
                    words = Span(wording.article, wording.start + start, wording.start + end, wording.text[start:end])
                    reason = _MESSAGES["referred"].format(cue=reference.cue.name)
                    heading = asked.text if meant.asked and asked is not None else ""
                    sure = how_sure(reference, wording.text, meant.texts, other.day, heading, language)
                    if sure is not None:
                        shown = sure and reference.cue.shown and reference.cue.name not in _forms(language).in_time
                        yield thing.node.id, Link(other.id, reference.cue.kind, words, reason, shown, ("deed",))


def _thing(one: ChainNode, also: Sequence[ChainNode], evidence: str, asked: ChainNode | None, language: str) -> _Thing:
    event = asked is not None and asked.id == one.id
    texts = [t.text for t in (one, *also)]
    main = " ".join(told_in_front(each, language) for each in (texts if event else texts[:1]))
    whole = " ".join(map(less_asides, (*texts, evidence)))
    if event and asked is not None:
        main, whole = f"{main} {_less_cause(asked.text, language)}", f"{whole} {asked.text}"
    kinds = deeds_told(main, language) | (
        _asked_for(_less_cause(asked.text, language), language) if event and asked is not None else frozenset()
    )
    terms = frozenset(term for term, _ in words_of(main, language))
    if event:
        # The entry is the event: a known deed that its sentence turns on ("Tarn's call drew cheers") is that.
        named, more = turned_on(one.text, language)
        kinds, terms = kinds | named, terms | more
    if not kinds and one.day is not None:
        kinds, more = told_by_noun(one.text, one.day, language)
        terms |= more
    beside = told_beside(one.text, language)
    kinds, terms = (
        kinds | deeds_told(beside, language),
        terms | frozenset(term for term, _ in words_of(beside, language)),
    )
    held = (
        frozenset(term for term, _ in words_of(whole, language))
        | names_of(whole, language)
        | ({one.side} if one.side else set())
    )
    heading = asked.text if event and asked is not None else ""
    return _Thing(
        one, kinds, terms, names_of(whole, language), held, numbers_of(whole, language), event, tuple(texts), heading
    )


def _less_cause(heading: str, language: str) -> str:
    """The words of a question without what its event answered: "Norland sanctions Sund over the hack" asks for no
    hack."""
    return _forms(language).cause.split(heading, maxsplit=1)[0]


@functools.lru_cache(maxsize=64)
def _asked_for(heading: str, language: str) -> frozenset[str]:
    """The kinds of deed that the words of a question ask for, phrases ("shoots down") among them."""
    said = frozenset(stem(word, language) for word in re.findall(r"[\w-]+", heading.lower()))
    return frozenset(
        row.name
        for row in deed_rows(language)
        for word in row.asked
        if row.back and frozenset(stem(each, language) for each in word.split("_")) <= said
    )


def _meant(reference: Reference, by: _Thing, things: Sequence[_Thing], resolver: Resolver) -> _Thing | None:
    language = resolver.language
    fitting = [one for one in things if _may_mean(reference, by, one, language)]
    if not fitting or any(_is_to_come(reference, by, one, language) for one in things):
        return None
    event = next((one for one in fitting if one.asked), None)
    if event is not None and all(_goes_behind(one, event, known=reference.known) for one in fitting):
        return event  # since it happened, "the attack" is that
    if event is not None and _says_which(reference, event, fitting, language):
        return event  # "the school attack", of attacks of which one was at the school
    first = event or fitting[0]
    same = (
        one is first
        or _alike(one, first, reference.terms, resolver)
        or _is_of_one_owner(reference, one, first, language)
        for one in fitting
    )
    return first if all(same) else None


def _is_to_come(reference: Reference, by: _Thing, one: _Thing, language: str) -> bool:
    """Whether words for what somebody says mean the event asked about, which is still to come: before Varo's speech to
    the council "Varo's speech" is that, whatever else Varo said by then. Of a day that they name they mean another."""
    if not one.asked or not _is_before(by.node, one.node) or names_some_day(reference.core, language):
        return False
    spoken = reference.terms & _forms(language).spoken or reference.kinds & speaking_deeds(language)
    return (
        bool(spoken)
        and _is_of_kind(reference, one)
        and is_by_owner(reference.words, (*one.texts, one.heading), language)
    )


def _says_which(reference: Reference, event: _Thing, fitting: Sequence[_Thing], language: str) -> bool:
    """Whether what words say beside the deed is told in front of the event asked about, and of no other that fits."""
    words = {
        t
        for t, name in words_of(reference.core, language)
        if not name and not may_mean(t, language) and t not in meanings(language)
    }
    said = words - reference.terms - calendar_terms(language)
    return bool(said & event.terms) and not any(said & one.terms for one in fitting if one is not event)


def _goes_behind(one: _Thing, event: _Thing, *, known: bool) -> bool:
    """Whether words that fit the event asked about as well mean the event: the other came before it, or, where the
    words mean one that is ``known``, is of its day and people, as what sources say of it besides."""
    if one is event or _is_before(one.node, event.node):
        return True
    return known and one.node.day == event.node.day and bool(one.names & event.names) and _counts_alike(one, event)


def _is_before(one: ChainNode, other: ChainNode) -> bool:
    return one.day is not None and other.day is not None and one.day < other.day


def _alike(one: _Thing, other: _Thing, terms: frozenset[str], resolver: Resolver) -> bool:
    """Whether two things that one reference fits are one happening told twice: where that may be by the kinds of
    deed, or both are told of one day in one of the ``terms`` for it, with a name in both and no other counts."""
    kinds = resolver.kinds_in_both(one.node, other.node)
    names = resolver.names_in_both(one.node, other.node)
    if may_be_one(replace(one.node, statement=False), replace(other.node, statement=False), kinds, names):
        return True
    alike = _counts_alike(one, other) and names > 0 and bool(terms & one.terms & other.terms)
    return one.node.day == other.node.day and alike


def _counts_alike(one: _Thing, other: _Thing) -> bool:
    return not one.numbers or not other.numbers or bool(one.numbers & other.numbers)


def _is_of_one_owner(reference: Reference, one: _Thing, other: _Thing, language: str) -> bool:
    """Whether two things are of one day, and both of whoever's deed the words name: "Tarn's call" is what Tarn called
    for that day, told twice."""
    words = reference.words
    return (
        one.node.day == other.node.day
        and is_by_owner(words, one.texts, language)
        and is_by_owner(words, other.texts, language)
    )


def _may_mean(reference: Reference, by: _Thing, one: _Thing, language: str) -> bool:
    told, other = by.node, one.node
    if told.id == other.id or other.day is None or told.day is None:
        return False
    if (
        not dt.timedelta(0)
        <= told.day - other.day
        <= (_LONGEST if _is_of_any_day(reference, language) else dt.timedelta(0))
    ):
        return False
    if reference.bare:
        return (
            told.day - other.day <= _LATELY
            and one.asked
            and is_by_owner(reference.words, (*one.texts, one.heading), language)
        )
    if not _is_of_kind(reference, one) or _is_ruled_out(reference, told, one, language):
        return False
    if told.day - other.day <= _NEXT and _tells_over(reference, told, one, language):
        return False
    spoken_of = reference.cue.name == brought_up_cue(language) and reference.cue.kind == "statement about"
    if told.day == other.day and spoken_of and have_one_doer(told.text, other.text, language):
        return False  # "the court struck down the ban", where the event is its ruling
    if told.day == other.day and spoken_of and names_day(reference.words, told.day, language):
        return False  # "Monday's raid on the mill has shaken Hask" is of that day by the raid alone: it tells it again
    return _is_named(reference, by, one, language)


def _is_of_any_day(reference: Reference, language: str) -> bool:
    """Whether words may mean a deed of an earlier day: "a letter to Tarn drew cheers" is of the day of the cheers."""
    return reference.known or reference.cue.name != brought_up_cue(language) or reference.cue.kind != "caused by"


def _is_of_kind(reference: Reference, one: _Thing) -> bool:
    """Whether the thing is told in words for such a deed; a clause means by its kind the event asked about alone."""
    same = bool(reference.terms & one.terms)
    return same or bool(reference.kinds & one.kinds and (one.asked or not reference.told))


def _is_ruled_out(reference: Reference, told: ChainNode, one: _Thing, language: str) -> bool:
    """Whether the words, or who said what, say that another thing is meant."""
    other = one.node
    if reference.owned and _is_of_other_owner(reference, told, one, language):
        return True
    if not one.asked and _names_nobody_told(reference, one, language):
        return True
    spoken = reference.kinds & speaking_deeds(language) or reference.terms & one.terms & _forms(language).spoken
    if other.statement and not one.asked and not spoken:
        return True
    if reference.owned and other.statement and other.day == told.day and told.side and told.side == other.side:
        return True  # of "his remarks" somebody speaks, who made them another day
    if is_of_another(_less_own_day(reference, told, language), other, told, language):
        return True
    of_another = is_anothers(reference.words, other.text, language) and not is_by_owner(
        reference.words, (one.heading,), language
    )
    if of_another and other.side not in names_of(reference.core, language):
        return True
    if is_of_other_kind(told.text, reference.start, reference.end, (*one.texts, one.heading), language):
        return True
    if not reference.told and is_of_other_people(reference.words, one.held, one.texts, language):
        return True
    return is_of_other_thing(reference.words, less_asides(other.text), language) and not one.asked


def _names_nobody_told(reference: Reference, one: _Thing, language: str) -> bool:
    """Whether a clause on the words for a deed names people or places ("the strike that killed Tarn"), and the thing's
    own sentences none of them, nor its count: what its sources say besides may name anybody."""
    if reference.core.split()[-1:] != [_forms(language).words["that"]]:
        return False
    said, texts = reference.words.removeprefix(reference.core), " ".join(one.texts)
    named = frozenset(name for name in names_of(said, language) - names_of(reference.core, language) if name.islower())
    return (
        bool(named)
        and not named & names_of(texts, language)
        and not numbers_of(said, language) & numbers_of(texts, language)
    )


def _is_of_other_owner(reference: Reference, told: ChainNode, one: _Thing, language: str) -> bool:
    """Whether a deed that only a pronoun says whose it is may be another's: "their demands" are of whoever they are,
    and where "Tarn renewed his call", whoever has no part in the other thing."""
    forms = _forms(language)
    if not one.asked and forms.shared_owners.intersection(_opening(reference.core)):
        return True
    if one.node.article == told.article:
        return False
    before = names_of(told.text[: reference.end - len(reference.words)], language)
    return bool(reference.kinds & forms.hostile) or not (one.asked or before & one.held)


def _opening(words: str) -> list[str]:
    return words.lower().split()[:1]


def _less_own_day(reference: Reference, by: ChainNode, language: str) -> str:
    """The words of a reference without the day of the sentence itself behind its noun: that is of what is said of it
    ("condemned the raid Thursday"), also where the parser takes it for the noun's ("wanted in the raid fled Thursday").
    """
    forms = _forms(language)
    if reference.told or reference.cue.name in forms.in_time:
        return reference.words
    words = reference.words
    beyond = words.removeprefix(reference.core)
    if beyond != words and names_day(beyond, by.day, language) and not names_some_day(reference.core, language):
        words = reference.core
    trailing = forms.trailing_day.search(words)
    return words[: trailing.start()] if trailing and names_day(trailing[0], by.day, language) else words


def _is_named(reference: Reference, by: _Thing, one: _Thing, language: str) -> bool:
    """Whether counts and names in the words are the thing's, or the words mean one that is known."""
    forms = _forms(language)
    counts = numbers_of(reference.words, language)
    if counts and one.numbers and not counts & one.numbers:
        return False
    if not reference.told and not _is_told_made(reference, one, language):
        return False
    names = names_of(_less_first_names(reference.core, one.held, language), language)
    if len(names - one.held) > (_UNKNOWN_OF_EVENT if one.asked else _UNKNOWN) * len(names):
        return False
    if names:
        return True
    said = frozenset(t for t, _ in words_of(reference.core, language)) - reference.terms
    if not reference.told and not reference.known and reference.terms & forms.spoken:
        *_, last = first_phrase(reference.core, language).lower().split()
        if stem(last, language) in forms.spoken or not said & one.held:
            return False  # "a conference call" may be any
    spoken_of = reference.cue.name == brought_up_cue(language) and not reference.kinds
    if reference.known and spoken_of and len(reference.core.split()) <= _BARE:
        return False  # "the videos" may be any
    if reference.known:
        return one.node.article == by.node.article or one.asked or bool(one.names & by.names)
    if is_bare_plural(reference.core, language) and not reference.kinds & speaking_deeds(language):
        return False
    if one.asked and not reference.told and by.node.day and one.node.day and by.node.day - one.node.day <= _LATELY:
        # "efforts after a tornado", days after the tornado that was asked about: what says no more is that one.
        *_, last = reference.core.lower().split()
        if stem(last, language) in one.terms and may_mean(last, language) and len(reference.core.split()) <= _SHORT:
            return True
    if reference.told:
        return one.asked and bool(one.names & by.names)
    return bool(said & one.held or counts & one.numbers) and bool(one.names & by.names)


def _is_told_made(reference: Reference, one: _Thing, language: str) -> bool:
    """Whether what words before a thing that was made say of it ("the toll bill") is told of what is meant, too."""
    words = first_phrase(reference.core, language).lower().split()
    if not words or words[-1] not in _forms(language).made:
        return True
    said = frozenset(term for term, name in words_of(" ".join(words[:-1]), language) if not name)
    return said - calendar_terms(language) <= one.held


def _tells_over(reference: Reference, by: ChainNode, one: _Thing, language: str) -> bool:
    """Whether what else the sentence tells in front is such a deed, too."""
    rest = " ".join(word for at, word in main_words(by.text, language) if not reference.start <= at < reference.end)
    terms = frozenset(term for term, _ in words_of(rest, language))
    return bool(reference.kinds & deeds_told(rest, language) & one.kinds or reference.terms & terms & one.terms)


def _means_itself(reference: Reference, one: _Thing, language: str) -> bool:
    """Whether words of another source for a thing may speak of the thing itself: "hailed the ruling", where it is
    that."""
    if reference.cue.kind != "statement about":
        return False  # nothing answers itself
    return (
        _is_of_kind(reference, one)
        and not _is_ruled_out(reference, one.node, one, language)
        and _is_named(reference, one, one, language)
    )


def _tells_same(reference: Reference, one: _Thing, other: _Thing, resolver: Resolver) -> bool:
    """Whether two things of one day may be one told twice: words beside the one that speak of it are no answer of
    its."""
    if one.node.day != other.node.day or not resolver.names_in_both(one.node, other.node):
        return False
    return one.asked or bool(reference.kinds & one.kinds or reference.terms & one.terms)


def _less_first_names(words: str, held: frozenset[str], language: str) -> str:
    """The words, where a person is named whose surname is among those held, with that alone: "Mayor Orla Tarn's call"
    is the call of whom the other says no more of than "Tarn"."""

    def shorter(found: re.Match[str]) -> str:
        *first, last = found[0].split()
        known = names_of(last, language)
        whole = known and known <= held and any(lexicon(language).words.get(word, 0) & _OF_PERSONS for word in first)
        return last if whole else found[0]

    return _FULL_NAME.sub(shorter, words)
