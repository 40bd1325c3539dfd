"""One happening in several outlets' words: their sentences side by side, with what each says that others do not."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leadup.errors import EmptyWindow
from leadup.model import Article, Happening, Mention, Question, Reading, Target
from leadup.timeline.accounts.blame import Blame, compare_blame
from leadup.timeline.article_source import ArticleSource
from leadup.timeline.dating import dated_sentences, mention
from leadup.timeline.happenings import Collection, group
from leadup.timeline.happenings.collection import words_of
from leadup.timeline.language import asked_in, is_in
from leadup.timeline.lineage import outlet_of
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.target import find_target, seek_target

_WORD = re.compile(r"\S+")
MOST = 400
"""Sentences of the day that are compared with the target's; further ones are left out, those sharing least with it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One outlet's sentence. ``marks`` are the words, as extents within ``mention.span.exact``, that fewer than half
    of the other outlets have in theirs; ``lineage`` names the report it comes of.
    """

    outlet: str
    lineage: str
    mention: Mention
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A happening, its outlets' wordings in order of report, and who is said to have done it."""

    target: Target
    happening: Happening
    wordings: tuple[Wording, ...]
    blame: tuple[Blame, ...]


def compare_words(source: ArticleSource, question: Question, *, limit: int = 2_000) -> Comparison:
    """The outlets' sentences for the happening asked about, side by side, one an outlet.

    ``question`` names it as for :func:`leadup.lead_up`. Raises UnknownTarget where nothing speaks of it, EmptyWindow
    where nothing is told of its day.
    """
    language = asked_in(question)
    question.require_short()
    words = (question.target, *question.keywords)
    # Sought as an answer seeks it: in the few articles that hold its parts together, not in all that share a word.
    sought = seek_target(question, source, limit, language=language) if question.date is None else None
    day = question.date if sought is None else sought.day
    pool, articles, readings = _gathered(source.candidates(words, day, day, limit), language)
    target = sought or find_target(question, pool)
    mentions = [mention(pool, at) for at in dated_sentences(pool, target.day, target.day)]
    if not mentions:
        raise EmptyWindow(f"no article tells of {target.day} in these words", "Give another day with --date")
    wanted = Counter(term for w in words for term, _ in words_of(w, language))
    mentions.sort(
        key=lambda m: (-_shared(wanted, m, language), m.reported or dt.date.max, m.span.article, m.span.start)
    )
    context = Collection({id: article.text for id, article in articles.items()}, language)
    happenings = group(mentions[:MOST], articles, readings, context=context, language=language)
    speaking = {m.span for m in target.evidence} or {mentions[0].span}
    chosen = max(happenings, key=lambda h: (sum(m.span in speaking for m in h.mentions), h.support.articles, h.id))
    return Comparison(target, chosen, wordings_of(chosen, articles, language), compare_blame(chosen.mentions, language))


def wordings_of(happening: Happening, articles: Mapping[str, Article], language: str) -> tuple[Wording, ...]:
    """One sentence an outlet of a happening, its best, in order of report, with the words that set it apart."""
    lineage = {id: line.name for line in happening.support.lineages for id in line.articles}
    best: dict[str, Mention] = {}
    for one in happening.mentions:
        best.setdefault(outlet_of(articles[one.span.article]), one)
    ordered = sorted(best.items(), key=lambda item: (item[1].reported or dt.date.max, item[0]))
    held = [frozenset(term for term, _ in words_of(m.span.exact, language)) for _, m in ordered]
    found = []
    for k, (outlet, one) in enumerate(ordered):
        others = [h for j, h in enumerate(held) if j != k]
        marks = _marks(one.span.exact, others, language)
        found.append(Wording(outlet, lineage.get(one.span.article, outlet), one, marks))
    return tuple(found)


def _marks(exact: str, others: Sequence[frozenset[str]], language: str) -> tuple[tuple[int, int], ...]:
    """The words that fewer than half of the others hold, neighbours joined."""
    if not others:
        return ()
    marks: list[tuple[int, int]] = []
    joined = False
    for word in _WORD.finditer(exact):
        terms = [term for term, _ in words_of(word.group(), language)]
        if not terms:
            continue
        own = any(2 * sum(term in other for other in others) < len(others) for term in terms)
        if own and joined:
            marks[-1] = (marks[-1][0], word.end())
        elif own:
            marks.append(word.span())
        joined = own
    return tuple(marks)


def _shared(wanted: Mapping[str, int], one: Mention, language: str) -> int:
    return len(wanted.keys() & {term for term, _ in words_of(one.span.exact, language)})


def _gathered(
    found: Sequence[tuple[Article, Reading]], language: str
) -> tuple[Pool, dict[str, Article], dict[str, Reading]]:
    """The articles in this language, as a pool and by their ids."""
    of_it = [(article, reading) for article, reading in found if is_in(article, language)]
    pool = Pool.of((PooledArticle.of(article, reading) for article, reading in of_it), language)
    return pool, {a.id: a for a, _ in of_it}, {a.id: r for a, r in of_it}
