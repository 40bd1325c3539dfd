"""Reports that join two things told: "The siege came in response to Sunday's strikes", in whichever source."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from leadup.lang import kept_table
from leadup.model import Article, Link, Reading, Span
from leadup.model.timeline import Fit
from leadup.timeline.chain.cues import Cue, find_cues, spoken_before
from leadup.timeline.chain.dated import behind, is_set_beside, judges, judging_cue, said_of, tells_in_front
from leadup.timeline.chain.deed_nouns import tree_of
from leadup.timeline.chain.distinct import OPENING, days_named, may_be_one
from leadup.timeline.chain.effect_clause import clause_start
from leadup.timeline.chain.main_clauses import less_asides, main_words
from leadup.timeline.chain.naming import names_of
from leadup.timeline.chain.node import ChainNode
from leadup.timeline.chain.phrases import deeds_of, deeds_told, names_many, pointed_at, until
from leadup.timeline.chain.resolve import Antecedent, Resolver, latest_first
from leadup.timeline.messages import Messages
from leadup.timeline.relations import relations

_MESSAGES = Messages("chain")

LATEST = dt.timedelta(30)
"""Reports as much later than the last thing told still speak of it; what is told a year later is a story of its own."""

_BARE = 6
"""Words of a phrase that may point by its kind alone: what says more ("the killing of a general") must fit by that."""

_TOLD_OVER = 3
"""Words, names counting twice, in which a clause tells a thing over again."""

_LATE = dt.timedelta(4)
"""What only its kind points to ("the strikes") happened so shortly before."""

_OVERNIGHT = dt.timedelta(1)

_KIND: tuple[Fit, ...] = ("deed",)

_LEAST = 3
"""Words that what came of it must be told in."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        self.words: dict[str, Any] = kept_table("chain", language)["reported"]


@functools.cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def joining(articles: Iterable[tuple[Article, Reading]], last: dt.date, language: str) -> Iterator[ChainNode]:
    """The sentences of these articles that may join two things outright, with the day of their report.

    Articles reported more than :data:`LATEST` after the day ``last`` are passed over.
    """
    for article, reading in articles:
        day = article.day
        if day is not None and day > last + LATEST:
            continue
        sentences = reading.sentences
        starts = [s.start for s in sentences]
        seen: set[int] = set()
        for match in _joins(article.text, language):
            k = bisect.bisect_right(starts, match.start()) - 1
            if k >= 0 and k not in seen and match.start() < sentences[k].end:
                seen.add(k)
                yield ChainNode("", article.text[starts[k] : sentences[k].end], article.id, starts[k], day)


def _joins(text: str, language: str) -> Iterator[re.Match[str]]:
    """Where a text holds words that may join two things."""
    low = text.lower()
    # In small letters a third of the time is needed; a letter that has none of its own length is seldom written.
    return (
        _joining(0, language).finditer(low)
        if len(low) == len(text)
        else _joining(re.IGNORECASE, language).finditer(text)
    )


@functools.cache
def _joining(flags: int, language: str) -> re.Pattern[str]:
    return re.compile(kept_table("chain", language)["joins"], flags)


def reported(sources: Iterable[ChainNode], told: Sequence[ChainNode], resolver: Resolver) -> Iterator[tuple[str, Link]]:
    """Links between two things told that a sentence of some source joins outright, by the id of the later one.

    ``sources`` are sentences of any source, their ``day`` that of their report. Both the cause, which is what the cue
    names, and what came of it, which is what else the sentence says, must each mean one thing told. The link is shown
    where both are meant for sure in one sentence, or where the sentences of two articles say the same.
    """
    found: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for source in sources:
        for cue in find_cues(source.text, resolver.language):
            if "reported" in cue.marks and cue.shown and cue.from_ < cue.to:
                for id, made in _joined(source, cue, told, resolver):
                    found[id, made.to].append(made)
    for (id, _), links in found.items():
        best = next((one for one in links if one.shown), links[0])
        yield id, replace(best, shown=best.shown or len({one.words.article for one in links}) > 1)


def _joined(source: ChainNode, cue: Cue, told: Sequence[ChainNode], resolver: Resolver) -> Iterator[tuple[str, Link]]:
    language = resolver.language
    to = until(source.text, cue, language)
    start, end = min(cue.start, cue.from_), max(cue.end, to)
    rest, words = _rest(source.text, cue, to, language), _one_thing(source.text[cue.from_ : to], language)
    if rest is None or len(rest.split()) < _LEAST:
        return
    by = ChainNode("", rest, source.article, source.start, source.day)
    happened = [t for t in told if not t.statement]
    effect = resolver.antecedent(rest, by, latest_first(happened, by), tells=True)
    one = effect.told if effect and _fits(effect) and (_sure(effect) or pointed_at(rest, language)) else None
    if one is not None and judges(one, resolver) and judging_cue(language) not in deeds_of(rest, language):
        one = None
    if one is not None and _tells_other(one, deeds_of(rest, language), language):
        one = None
    cause = resolver.antecedent(words, source, latest_first([t for t in told if t is not one], source))
    other = cause.told if cause and _fits(cause) and (cause.sure or not names_many(words, language)) else None
    sure = one is not None and other is not None and effect is not None and _sure(effect)
    if one is None and other is not None and cause is not None and cause.sure:
        one = _only_one(rest, [t for t in happened if _not_before(t.day, other.day)], other, resolver)
    elif other is None and one is not None and effect is not None and _sure(effect):
        other = _only_one(words, [t for t in happened if _of_late(t, one)], one, resolver)
    if one is None or other is None or not _not_before(one.day, other.day) or one.id == other.id:
        return
    if not deeds_of(words, language) & resolver.told_there(other):
        return
    if not _on_its_day(rest, source.day, one, language) or not _on_its_day(words, source.day, other, language):
        return
    if not sure and not (cause is not None and cause.sure) and not (effect is not None and _sure(effect)):
        return
    if _restates(one, other, resolver) or (one.day == other.day and resolver.kinds_in_both(one, other)):
        return
    if one.day == other.day and _brings_up(one, words, language):
        return
    said = Span(source.article, source.start + start, source.start + end, source.text[start:end])
    certain = sure and cause is not None and cause.sure
    fits = cause.fits if cause is not None and cause.told is other else _KIND
    yield one.id, Link(other.id, cue.kind, said, _MESSAGES["reported"].format(cue=cue.name), certain, fits)


def _tells_other(one: ChainNode, deeds: frozenset[str], language: str) -> bool:
    """Whether an entry tells in front what is none of these deeds: "saying that a strike had killed Tarn, the council
    voted" struck nobody. Of a main clause whose verb the parser lost nothing is known."""
    text = less_asides(one.text)
    tree, front = tree_of(text, language), main_words(text, language)
    told = deeds_told(" ".join(word for _, word in front), language)
    verbs = {token.start for token in tree if token.upos in relations("verbs")}
    return bool(told) and not told & deeds and any(start in verbs for start, _ in front)


def _brings_up(one: ChainNode, words: str, language: str) -> bool:
    """Whether a thing told brings up the very deed that words name, of the same people: it may be that deed itself."""
    return bool(
        deeds_of(words, language) & deeds_of(one.text, language)
        and names_of(words, language) & names_of(one.text, language)
    )


def _on_its_day(words: str, reported: dt.date | None, one: ChainNode, language: str) -> bool:
    """Whether a day that these words of a report name is that of the thing told, or the next to it."""
    days = days_named(words, reported, language) if reported is not None else frozenset()
    return not days or one.day is None or any(abs(one.day - day) <= _OVERNIGHT for day in days)


def _one_thing(words: str, language: str) -> str:
    """The words up to an "and" that adds several or feared things to the one that is named."""
    first = words.split(_forms(language).words["and"])[0]
    return first if names_many(words, language) and not names_many(first, language) else words


def _only_one(words: str, among: Sequence[ChainNode], beside: ChainNode, resolver: Resolver) -> ChainNode | None:
    """The one thing that a definite noun ("the strikes") means beside another that it joins; None where two may
    be meant.

    It is told first-hand and of the noun's kind; what tells it in front goes before what brings it up, and what is told
    in the very noun before others of the kind.
    """
    kinds = pointed_at(words, resolver.language) if len(words.split()) <= _BARE else frozenset()
    found = [
        t for t in among if t.id != beside.id and kinds & resolver.told_there(t) and not _restates(t, beside, resolver)
    ]
    found = [t for t in found if tells_in_front(kinds, t, resolver.language)] or found
    found = [t for t in found if resolver.told_in(words, t)] or found
    if not found or any(not _restates(found[-1], t, resolver) for t in found[:-1]):
        return None
    return found[-1]


def _of_late(told: ChainNode, by: ChainNode) -> bool:
    return told.day is not None and by.day is not None and dt.timedelta(0) <= by.day - told.day <= _LATE


def _rest(text: str, cue: Cue, to: int, language: str) -> str | None:
    """What else the clause around a cue says, whose argument ends at ``to``: what came of the cause; None where that is
    only supposed."""
    if cue.from_ < cue.end:
        return text[cue.end :]
    if cue.start <= OPENING:
        return text[to:]
    clause = clause_start(text, cue, language)
    if clause is None:
        return None
    spoken = spoken_before(text, cue.start)
    before = text[max(clause, spoken + said_of(text[spoken : cue.start], language)) : cue.start]
    if "noun" in cue.marks:
        # "criticised the response to protests spurred by …": the protests are what came of it.
        before = before[max((m.end() for m in _phrases(language).finditer(before)), default=0) :]
    elif is_set_beside(before, language):
        before = before[behind(before, language=language) :]
    return f"{before} {text[to : cue.to]}"


@functools.cache
def _phrases(language: str) -> re.Pattern[str]:
    return re.compile(kept_table("chain", language)["phrases"], re.IGNORECASE)


def _restates(one: ChainNode, other: ChainNode, resolver: Resolver) -> bool:
    return may_be_one(one, other, resolver.kinds_in_both(one, other), resolver.names_in_both(one, other))


def _sure(effect: Antecedent) -> bool:
    """Whether what came of it is meant for sure: it is told as a clause, by more than its kind."""
    return effect.sure or ("deed" in effect.fits and effect.common >= _TOLD_OVER)


def _fits(antecedent: Antecedent) -> bool:
    return "deed" in antecedent.fits and ("words" in antecedent.fits or "date" in antecedent.fits)


def _not_before(day: dt.date | None, earlier: dt.date | None) -> bool:
    return day is None or earlier is None or day >= earlier
