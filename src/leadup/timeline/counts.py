"""Mentions that count the same as an entry does, in whatever words: what its differing accounts are drawn from."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from leadup.lang import kept_table
from leadup.model import Article, Entry, Figure, Mention, Reading, Span
from leadup.timeline.accounts import names_shared, same_event
from leadup.timeline.choice import Choice
from leadup.timeline.dating import dated_sentences, mention
from leadup.timeline.happenings import Collection, Passage, scores
from leadup.timeline.pool import Pool

FIRM = 0.8
"""Only mentions whose date is as firm as this: a figure on the wrong day is a difference that no source has."""

SAME = 0.5
"""From this strict score of :func:`leadup.timeline.happenings.scores` on, mentions with a name in both count the
same."""

ALIKE = 0.65
"""From this one on they do with no name in both. Of 63 pairs of development news (``benchmarks/figures.py``) .95 finds
19 of 37 with none wrong, .65 finds 24 with 1 wrong of 25, .6 finds 25 with 2 wrong of 27, .55 25 with 3 of 28."""

MOST = 24
"""Mentions compared a day; more change no account and cost time."""


class _Forms:
    """The words of a language that this module looks for."""

    def __init__(self, language: str) -> None:
        # What befalls people: the roles whose figures outlets differ on.
        self.befallen: frozenset[str] = frozenset(kept_table("accounts", language)["counts"]["befallen"])


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


def counting_the_same(
    choices: Sequence[Choice], pool: Pool, articles: Mapping[str, Article], readings: Mapping[str, Reading]
) -> tuple[tuple[Mention, ...], ...]:
    """For each choice, other mentions of its day, of the same happening, with a figure for a role it counts too.

    Empty where a choice itself counts no one. Each in order of the pool.
    """
    language = pool.language
    if not choices:
        return ()
    roles = [{r for m in (c.wording, *c.support) for r in _roles(m, readings, language)} for c in choices]
    firm: dict[dt.date, list[Mention]] = defaultdict(list)
    wanted = {c.day for c, counted in zip(choices, roles, strict=True) if counted}
    for at in dated_sentences(pool, min(wanted), max(wanted)) if wanted else ():
        day = dt.date.fromordinal(at.day)
        sentence = pool.articles[at.article].reading.sentences[at.sentence]
        if (
            day in wanted
            and at.date.weight >= FIRM
            and any(f.role in _forms(language).befallen for f in sentence.figures)
        ):
            firm[day].append(mention(pool, at))
    others = [_others(c, firm[c.day], counted, readings, language) for c, counted in zip(choices, roles, strict=True)]
    compared = {m.span.article for c, found in zip(choices, others, strict=True) if found for m in (c.wording, *found)}
    context = Collection({id: articles[id].text for id in sorted(compared)}, language)
    return tuple(_alike(c, found, context) for c, found in zip(choices, others, strict=True))


def _others(
    choice: Choice, firm: Sequence[Mention], roles: set[str], readings: Mapping[str, Reading], language: str
) -> tuple[Mention, ...]:
    known = {m.span for m in (choice.wording, *choice.support)}
    return tuple(m for m in firm if m.span not in known and roles & _roles(m, readings, language))[:MOST]


def _alike(choice: Choice, others: Sequence[Mention], context: Collection) -> tuple[Mention, ...]:
    if not others:
        return ()
    passages = [Passage(m.span.article, m.span.exact) for m in (choice.wording, *others)]
    near = scores(passages, context.pool(sorted({p.document for p in passages})), strict=True)[0]
    return tuple(
        m
        for m, score in zip(others, near[1:], strict=True)
        if counts_the_same(choice.wording, m, score, context.language)
    )


def counts_the_same(one: Mention, other: Mention, score: float, language: str) -> bool:
    """Whether two mentions of a day with figures of one role count the same happening; ``score`` is their strict
    one."""
    here, there = one.span.exact, other.span.exact
    if same_event(here, there, language):
        return True
    return score >= ALIKE or (score >= SAME and bool(names_shared(here, there, language)))


def figures_named(
    about: Entry, entries: Iterable[Entry], language: str
) -> Iterator[tuple[Mention, tuple[Figure, ...]]]:
    """The figures of an entry's happening that others give in naming it: "condemned the strikes that killed 24 a day
    earlier". Each with a mention of the entry's day that ends behind it: what follows is told from another day."""
    for entry in entries:
        own = entry.evidence[0].mention
        for link in entry.responds_to if entry.wording.article != about.wording.article else ():
            if link.to != about.id or link.words.article != own.span.article:
                continue
            for figure in entry.figures:
                if (
                    figure.role in _forms(language).befallen
                    and link.words.start <= figure.start
                    and figure.end <= link.words.end
                ):
                    exact = link.words.exact[: figure.end - link.words.start]
                    words = Span(link.words.article, link.words.start, figure.end, exact)
                    yield replace(own, span=words, day=about.day), (figure,)


def _roles(told: Mention, readings: Mapping[str, Reading], language: str) -> set[str]:
    figures = readings[told.span.article].sentences[told.sentence].figures
    return {f.role for f in figures if f.role in _forms(language).befallen}
