"""Mentions that count the same as an entry does, in whatever words: what its differing accounts are drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leadup.model import Article, Mention, Reading
from leadup.timeline.choice import Choice
from leadup.timeline.dating import mention, told
from leadup.timeline.happenings import Collection, Passage, scores
from leadup.timeline.pool import Pool

# What befalls people: the roles whose figures outlets differ on.
_BEFALLEN = frozenset({"killed", "wounded", "missing", "arrested", "displaced", "captured", "kidnapped"})

FIRM = 0.8
"""Only mentions whose date is as firm as this: a figure on the wrong day is a difference that no source has."""

SAME = 0.5
"""The threshold of :func:`leadup.timeline.happenings.scores`."""

MOST = 60
"""Mentions compared a day; more change no account and cost time."""


def counting_the_same(
    choice: Choice, pool: Pool, articles: Mapping[str, Article], readings: Mapping[str, Reading]
) -> tuple[Mention, ...]:
    """Other mentions of the choice's day, of the same happening, with a figure for a role that the choice counts too.

    Empty where the choice itself counts no one. In order of the pool.
    """
    own = (choice.wording, *choice.support)
    roles = {role for m in own for role in _roles(m, readings)}
    if not roles:
        return ()
    known = {m.span for m in own}
    others: list[Mention] = []
    for at in told(pool, choice.day, choice.day):
        sentence = pool.articles[at.article].reading.sentences[at.sentence]
        if at.date.weight < FIRM or not roles & {f.role for f in sentence.figures}:
            continue
        found = mention(pool, at)
        if found.span not in known:
            others.append(found)
    others = others[:MOST]
    if not others:
        return ()
    told_by: Sequence[Mention] = (choice.wording, *others)
    context = Collection({id: articles[id].text for id in sorted({m.span.article for m in (*own, *others)})})
    alike = scores([Passage(m.span.article, m.span.exact) for m in told_by], context)[0]
    return tuple(m for m, score in zip(others, alike[1:], strict=True) if score >= SAME)


def _roles(told: Mention, readings: Mapping[str, Reading]) -> set[str]:
    figures = readings[told.span.article].sentences[told.sentence].figures
    return {f.role for f in figures if f.role in _BEFALLEN}
