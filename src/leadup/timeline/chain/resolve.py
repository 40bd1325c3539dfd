"""What earlier thing a few words mean: "the Dec. 29 attack", "the killing of Soleimani", "the move"."""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leadup.lang import kept_table, weekday_names, with_calendar
from leadup.model.timeline import Fit
from leadup.reading.names.countries import country_of_name
from leadup.timeline.chain.cues import find_cues, is_cut
from leadup.timeline.chain.distinct import is_before_lately, month_of
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.chain.phrases import (
    any_act,
    content_of,
    deeds_in,
    deeds_told,
    first_phrase,
    may_mean,
    names_many,
    pointed_at,
    tokens_of,
    until,
)
from leadup.timeline.happenings.deeds import event_types_of, referred_to
from leadup.timeline.messages import Messages
from leadup.timeline.terms import calendar_terms, stem

ENOUGH = 0.5
"""From this score on the earlier thing is taken to be the one meant. Set on the chain benchmarks' development data."""

_DEED = 0.65
_ACT = 0.6
_SHARED = 1.2
_DATE = 0.8
_AT_SECOND_HAND = 0.25
"""A sentence that itself only refers to the deed ("at the time of the escape") is less likely the one that tells it."""

_SAME_NOUN = 0.2
"""What is told in the very noun, or its compound ("airstrikes", "strikes"), goes before another deed of its kind."""

_RETOLD_SHARE = 0.25
"""A clause that tells the deed over again means it where this share of its words, by rarity, is in both."""

_VAGUE = 3
"""A noun that may mean this many kinds of deed ("attack") tells nothing by recurring."""

_RETOLD = 0.3
"""What tells of the same kind of deed as the sentence itself is rather the same thing than what it answers."""

_CLEARLY = 0.12
"""A later thing is meant unless an earlier one fits better by this much."""
_STATEMENT = 0.4
"""A statement about a thing names it too: the thing itself goes first."""

_MOST = 0.75
"""A cue that takes up more of a sentence than this is what the sentence tells."""

_NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})*\b(?!-)")

_COUNTS_ALIKE = 1.5
"""Outlets differ over a count, but hardly by more than this factor: "27 killed" is not where 7 were."""

IN_COMMON = 2
"""Words, names counting twice, that must stand in both for another article's deed to be the one meant."""

_IN_WORDS = Messages("chain")


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        words: dict[str, Any] = kept_table("chain", language)["resolve"]
        self.opening = re.compile(words["opening"])
        self.reference = re.compile("".join(words["reference"]))
        self.owned = re.compile(words["owned"])
        """What is somebody's is referred to: "opposition to his nomination" tells of no nomination."""
        self.aside = re.compile(words["aside"])
        self.dated = re.compile(with_calendar(kept_table("chain", language)["distinct"]["dated"], language))
        self.weekdays = re.compile(with_calendar(words["weekdays"], language))
        self.todays = re.compile(words["todays"], re.IGNORECASE)
        self.months_named = re.compile(with_calendar(kept_table("chain", language)["months"], language))
        self.ordinal = re.compile(words["ordinals"])
        self.record = re.compile("".join(words["record"]))
        self.ongoing = re.compile(kept_table("chain", language)["ongoing"])
        """What goes on for weeks: such a noun alone points to no one day's deed."""


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The earlier thing, how well the words fit it, what fitted, and whether the words point to one thing at all.

    "The attack", "Monday's attack" and a date do; "an attack" may be any.
    """

    told: ChainNode
    score: float
    fits: tuple[Fit, ...]
    sure: bool
    common: int
    """Words that the thing tells first-hand and that stand in what names it, names counting twice."""

    @property
    def how(self) -> str:
        """What fitted, in words for a person."""
        return ", ".join(_IN_WORDS[fit] for fit in self.fits)


class Resolver:
    """Resolves words against things told, all of which are given at first so that common words weigh little."""

    def __init__(self, told: Sequence[ChainNode], language: str) -> None:
        self.language = language
        self._terms = {
            t.id: frozenset(term for term, _ in content_of(own_words(t.text, language), language)) for t in told
        }
        self._secondary = {t.id for t in told if _refers_or_vows(t.text, language)}
        self._held = Counter(term for terms in self._terms.values() for term in terms)
        self._size = len(told)
        self._families = {
            id: frozenset(f for term in terms for f in event_types_of(language).get(term, ()))
            for id, terms in self._terms.items()
        }
        itself = {t.id: _first_hand(own_words(t.text, language), language) for t in told}
        self._first_hand = {id: deeds_told(words, language) for id, words in itself.items()}
        self._first_terms = {
            t.id: frozenset(
                term
                for term, _ in content_of(_without_deeds_referred_to(own_words(t.text, language), language), language)
            )
            for t in told
        }

    def set_aside(self, told: ChainNode) -> None:
        """Take it that this one is about something else, and so is meant only where nothing else fits."""
        self._secondary.add(told.id)

    def antecedent(
        self, words: str, by: ChainNode, among: Sequence[ChainNode], tells: bool = False
    ) -> Antecedent | None:
        """The thing among these that ``words`` of ``by`` name, None where none fits; ``among`` stands latest first.

        A thing fits by the kind of deed a noun refers to ("attack" may be a strike, a raid, a bombing), by rare words
        shared, and by a date; of two that fit alike the later one is meant. ``tells`` marks words that are a clause
        of their
        own and tell the thing over, where others only name it.
        """
        language = self.language
        best: Antecedent | None = None
        # A noun that only refers ("attack") finds a deed by its kind, not by recurring in another sentence that refers.
        wanted = [
            term
            for term, _ in content_of(_forms(language).dated.sub(" ", words), language)
            if term not in _referring_stems(language)
        ]
        dates = _dates(words, language)
        deeds = pointed_at(words, language)
        sure = bool(deeds or dates or any_act(words, language))
        deeds = deeds or deeds_in(words, language)
        clause = not deeds or tells
        if tells:
            deeds = deeds | deeds_told(words, language)
        elif clause:
            # "A day after they broke into its grounds": not a noun that refers but a verb that tells.
            deeds = deeds_told(words, language)
        weight = {term: self.rarity(term) for term in wanted}
        total = sum(weight.values())
        telling = [w for w in tokens_of(words) if 0 < len(may_mean(w, language)) < _VAGUE]
        nouns = frozenset(stem(w, language) for word in telling for w in (word, word[3:]))
        act = any_act(words, language)
        own = deeds_told(by.text[: by.text.find(words)], language)
        named = deeds_in(words, language)
        for told in among:
            if told.id == by.id:
                continue
            terms, families = self._terms[told.id], self._families[told.id]
            shared = sum(w for term, w in weight.items() if term in terms) / total if total else 0.0
            # An archive tells of many attacks: another article's must be told there, not only referred to.
            known = families if told.article == by.article else self._first_hand[told.id]
            deed = bool(deeds & known)
            score = _SHARED * shared + _DEED * deed
            if act and families and not told.statement:
                score, deed = max(score, _ACT), True
            how: list[Fit] = ["deed"] if deed else []
            how += ["words"] if shared > 0 else []
            if dates:
                fits = told.day is not None and (told.day.month, told.day.day) in dates
                score += _DATE if fits else -2 * _DATE
                how += ["date"] if fits else []
            if told.statement or told.id in self._secondary:
                score -= _STATEMENT
            elif deed and not act and not deeds & self._first_hand[told.id]:
                score -= _AT_SECOND_HAND
            elif nouns & self._first_terms[told.id]:
                score += _SAME_NOUN
            if own & families - deeds - named:
                score -= _RETOLD
            if score >= ENOUGH and (best is None or score > best.score + _CLEARLY):
                one = sure or (clause and deed and shared >= _RETOLD_SHARE)
                certain = one and self._surely(words, told, by, deeds if deed else frozenset(), shared, act)
                best = Antecedent(told, score, tuple(how), certain, self._in_common(words, told))
        return best

    def _surely(
        self, words: str, told: ChainNode, by: ChainNode, deeds: frozenset[str], shared: float, act: bool
    ) -> bool:
        """Whether this is the thing meant, and not only one of its kind; ``deeds`` are empty where the kind differs."""
        language = self.language
        if is_of_another(words, told, by, language) or names_many(words, language):
            return False
        if act:
            return told.article == by.article
        if not deeds or not deeds & self._first_hand[told.id]:
            return not deeds and shared >= _RETOLD_SHARE and bool(_dates(words, language))
        if _forms(language).ongoing.search(words) and not _dates(words, language):
            # "The unrest at the embassy" is one thing, "the violence in Syria" all that has been told.
            common = {t for t, _ in content_of(words, language)} & self._terms[told.id] - _referring_stems(language)
            if not any(
                country_of_name(w, language) is None and stem(w.lower(), language) in common
                for w in re.findall(r"[\w-]+", words)
            ):
                return False
        if told.article == by.article or _dates(words, language):
            return True
        # Another article's deed is meant where more than its kind is the same: an archive holds many attacks.
        return shared >= _RETOLD_SHARE and self._in_common(words, told) >= IN_COMMON

    def _in_common(self, words: str, told: ChainNode) -> int:
        """How many words both have, those that only refer and those of the calendar left out, and names twice."""
        language = self.language
        terms = self._first_terms[told.id]
        both = {
            (t, name)
            for t, name in content_of(_forms(language).dated.sub(" ", words), language)
            if t in terms and t not in _referring_stems(language)
        }
        return sum(
            1 + (name and country_of_name(t.capitalize(), language) is None)
            for t, name in both
            if t not in calendar_terms(language)
        )

    def kinds_in_both(self, one: ChainNode, other: ChainNode) -> frozenset[str]:
        """The kinds of deed that both tell of first-hand; a vow tells of none, nor does what only refers to one."""
        if self._secondary & {one.id, other.id}:
            return frozenset()
        return self._first_hand.get(one.id, frozenset()) & self._first_hand.get(other.id, frozenset())

    def told_there(self, one: ChainNode) -> frozenset[str]:
        """The kinds of deed that it tells of first-hand; none for what only refers to a deed, or vows one."""
        return frozenset() if one.id in self._secondary else self._first_hand[one.id]

    def may_be_told_in(self, words: str, one: ChainNode) -> bool:
        """Whether it tells of the deed of these words' noun in words of its own, where that means but one kind."""
        language = self.language
        kinds = [may_mean(w, language) for w in tokens_of(words) if 0 < len(may_mean(w, language)) < _VAGUE]
        told = deeds_told(
            _forms(language).owned.sub(" ", _first_hand(own_words(one.text, language), language)), language
        )
        return not kinds or self.told_in(words, one) or any(kind & told for kind in kinds)

    def told_in(self, words: str, one: ChainNode) -> bool:
        """Whether it is told in the very noun of these words that refers ("airstrikes"), or a compound of it."""
        language = self.language
        telling = [w for w in tokens_of(words) if 0 < len(may_mean(w, language)) < _VAGUE]
        there = self._first_terms[one.id]
        return bool({stem(w, language) for w in telling} & {*there, *(term[3:] for term in there)}) or bool(
            {stem(word[3:], language) for word in telling} & there
        )

    def names_in_both(self, one: ChainNode, other: ChainNode) -> int:
        """How many names stand in both, those of the calendar left out."""
        here, there = (
            {t for t, name in content_of(x.text, self.language) if name and t not in calendar_terms(self.language)}
            for x in (one, other)
        )
        return len(here & there)

    def rarity(self, term: str) -> float:
        """How much a word that stands in both says: the rarer it is among what is told, the more."""
        return math.log(1 + (self._size + 1) / (self._held[term] + 0.5))


def is_of_another(words: str, told: ChainNode, by: ChainNode, language: str) -> bool:
    """Whether a day or a count in these words says that another thing than this is meant."""
    forms = _forms(language)
    if told.day is not None and (months := months_named(words, language)) and told.day.month not in months:
        return True
    if told.day is not None and by.day is not None and _is_of_other_time(words, told.day, by.day, language):
        return True
    days = {m[1] for m in forms.weekdays.finditer(words)}
    if days and told.day is not None:
        past = by.day is not None and by.day - told.day > dt.timedelta(8)
        if past or weekday_names(language)[told.day.weekday()] not in days:
            return True
    if _is_other_ordinal(_ordinals(words, language), _ordinals(told.text, language), language):
        return True
    counts, others = (
        [int(n.replace(",", "")) for n in _NUMBER.findall(forms.dated.sub(" ", t))] for t in (words, told.text)
    )
    alike = any(max(a, b) <= _COUNTS_ALIKE * min(a, b) for a in counts for b in others)
    return bool(counts and others and not alike)


def _is_of_other_time(words: str, day: dt.date, reported: dt.date, language: str) -> bool:
    """Whether words that count from their report ("today's raid", "the raid last week") mean another day than this."""
    return is_before_lately(words, day, reported, language) or (
        _forms(language).todays.search(words) is not None and day != reported
    )


def _is_other_ordinal(which: Mapping[str, frozenset[str]], told: Mapping[str, frozenset[str]], language: str) -> bool:
    """Whether which of several deeds is meant ("the first shooting") is none of those told, by the same noun or one for
    such deeds ("the second attack")."""
    alike = {
        noun: [other for other in told if other == noun or may_mean(other, language) & may_mean(noun, language)]
        for noun in which
    }
    return any(others and not any(which[noun] & told[other] for other in others) for noun, others in alike.items())


def _ordinals(words: str, language: str) -> dict[str, frozenset[str]]:
    """Which of several deeds words say they mean or tell, by the deed's noun: "first" of "the first shooting".

    "The first shooting in a decade" is a record, and may be the second of its day; in names ("Third Army strike")
    and before what is no deed ("fourth quarter loss") an ordinal tells of no deed which it is.
    """
    forms = _forms(language)
    found: dict[str, frozenset[str]] = {}
    for ordinal in forms.ordinal.finditer(words):
        if may_mean(ordinal["noun"], language) and not forms.record.match(words, ordinal.end()):
            noun = stem(ordinal["noun"], language)
            found[noun] = found.get(noun, frozenset()) | {ordinal["which"].lower()}
    return found


def months_named(words: str, language: str) -> frozenset[int]:
    """The months that words name as such: "December's shooting", "the March raid"."""
    return frozenset(month_of(m[0], language) for m in _forms(language).months_named.finditer(words))


def own_words(text: str, language: str) -> str:
    """A sentence without what it refers back to: "a day after the Dec. 29 attack, …" does not itself tell of one."""
    kept, at = [], 0
    for cue in find_cues(text, language):
        start, end = min(cue.start, cue.from_), max(cue.end, until(text, cue, language))
        if is_cut(text, cue, language):
            # "Miners protesting against raids on the town hurled stones …": so long words hold what the sentence tells.
            end = max(cue.end, cue.from_ + len(first_phrase(text[cue.from_ : cue.to], language)))
        if "forward" not in cue.marks and start >= at and end - start < _MOST * len(text):
            kept.append(text[at:start])
            at = end
    return _forms(language).aside.sub(",", "".join((*kept, text[at:])))


def _first_hand(words: str, language: str) -> str:
    """The words without what only refers to a deed, or tells of one that is alleged, planned or feared."""
    for pattern in (*_second_hand(language), _forms(language).reference):
        words = pattern.sub(" ", words)
    return words


def _without_deeds_referred_to(words: str, language: str) -> str:
    """As :func:`_first_hand`, but of what only refers ("the harbour") all is kept that is no deed."""
    forms = _forms(language)
    for pattern in _second_hand(language):
        words = pattern.sub(" ", words)
    for pattern in (forms.reference, forms.owned):
        words = pattern.sub(lambda m: " " if deeds_in(m.group(), language) else m.group(), words)
    return words


@functools.cache
def _second_hand(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in kept_table("chain", language)["second_hand"])


@functools.cache
def _referring_stems(language: str) -> frozenset[str]:
    return frozenset(referred_to(language))


def _refers_or_vows(text: str, language: str) -> bool:
    """Whether a sentence opens by referring to a deed ("The attack was …") or tells of one only vowed."""
    opening = _forms(language).opening.match(text)
    if opening and may_mean(opening[1], language):
        return True
    return any("vow" in cue.marks for cue in find_cues(text, language))


def _dates(words: str, language: str) -> frozenset[tuple[int, int]]:
    return frozenset((month_of(m[1], language), int(m[2])) for m in _forms(language).dated.finditer(words))


def latest_first(told: Sequence[ChainNode], by: ChainNode) -> list[ChainNode]:
    """What may be meant by words of ``by``, latest first.

    That is what happened on its day or earlier, and in its own article what is told before it: of that, the next
    day's too, since what is late Thursday at the speaker's may be early Friday where it happened.
    """
    earlier = []
    for one in told:
        if one.id == by.id:
            continue
        before = one.article == by.article and one.start < by.start
        if one.day is not None and by.day is not None:
            if one.day > by.day + (dt.timedelta(1) if before else dt.timedelta(0)):
                continue
            if one.article == by.article and one.day == by.day and not before:
                continue
        elif one.article == by.article and not before:
            continue
        earlier.append(one)
    return sorted(earlier, key=lambda t: (t.day or dt.date.min, t.article == by.article, t.start), reverse=True)
