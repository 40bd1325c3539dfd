"""How likely an editor would keep an entry, by what is known of it: learnt.

A logistic regression on what can be read off: how much is behind a happening, what of its day is told already, whether
its sentence speaks of the event and its article of those asked about, turns on its day, stands alone and tells deeds,
and how close to the event all is that may be told with it. Its weights, and on what they were fitted, stand in
``data/keeping.toml``; ``benchmarks/entry_weights.py`` makes them.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from functools import cache
from statistics import fmean

from leadup.model import Target
from leadup.timeline.happenings.deed_after import comes_after
from leadup.timeline.logistic import likelihood_of
from leadup.timeline.party_contests import PartySide
from leadup.timeline.plain_wording import turns_on_day
from leadup.timeline.pool import PooledArticle
from leadup.timeline.ranking import RankedHappening
from leadup.timeline.readable import context_of
from leadup.timeline.sentence_form import SentenceForm
from leadup.timeline.shared_words import TELLS_SAME, SharedWords
from leadup.timeline.shipped import shipped
from leadup.timeline.stating import matcher_of
from leadup.timeline.table import Table
from leadup.timeline.target import Matcher
from leadup.timeline.terms import calendar_terms, stems

READ = 12_000
"""Code points of an article that are looked into."""

COMMON = 0.3
"""Added to a word's rarity (a log): what all of a story's articles say of it says a little too."""

FIRST = 2
"""Sentences at an article's head that say, with its title, whom it is about."""

LEAST_WEIGHT = 1e-6

LEAST_FORM = 0.1
"""Added to how well a sentence tells: those that tell it worst are alike."""


@dataclass(frozen=True, slots=True)
class KeepingEvidence:
    """What is known of an entry, or what each of it weighs; ``data/keeping.toml`` says what each is."""

    further: float
    told: float
    outlets: float
    event: float
    dated: float
    length: float
    unnamed: float
    held_by_event_articles: float
    mean_membership: float
    mean_persons: float
    deeds: float
    says: float
    turns_on_day: float
    form: float
    of_event: float
    subject_is_name: float
    own: float
    opens: float
    of_event_day: float
    days_before: float
    asked_at_head: float
    place: float
    same_article: float


@dataclass(frozen=True, slots=True)
class KeepingWeights:
    """The numbers of ``data/keeping.toml``; what each does is said there."""

    least: float
    least_of_one_story: float
    further: float
    sure: float
    bias: float
    evidence: KeepingEvidence

    @classmethod
    def read(cls, text: str) -> KeepingWeights:
        """As ``data/keeping.toml`` has them."""
        table = tomllib.loads(text)
        evidence = KeepingEvidence(**table.pop("evidence"))
        return cls(**table, evidence=evidence)


@cache
def keeping_weights() -> KeepingWeights:
    """The numbers that leadup ships."""
    return KeepingWeights.read(shipped("keeping.toml"))


def likely_kept(
    table: Table,
    told: Sequence[RankedHappening],
    words: SharedWords,
    target: Target | None,
    stated: int | None,
    most: int,
    w: KeepingWeights | None = None,
    *,
    whom: frozenset[str] = frozenset(),
    side: PartySide | None = None,
    is_told: bool = True,
    whole: bool = False,
    no_news: frozenset[int] = frozenset(),
) -> list[RankedHappening]:
    """Those that an editor is likely enough to keep, in the same order; the first and the event's own row in any case.

    ``told`` is in order of weight, each tells something of its own, and ``stated`` is the event's own row (None: it has
    none). Those beyond the first ``most``, which would take the places of others, must be likelier than these
    (``w.further``); in an archive of this one story (``whole``) what is left out gives its place up, and since nothing
    is folded there, one must be likelier (``w.least_of_one_story``). One that is less likely than ``w.sure`` is kept as
    one that is less sure. Where a question is of somebody (``whom``, stems of the
    name; empty: of nobody), one that names them nowhere is kept as less sure from ``w.sure`` on, and else left out; so
    is one of the other party where a contest within one (``side``) is asked for, of which rivals are not left out.
    Where nothing tells the event of a given day (not ``is_told``), nothing surely belongs to what led up to it: what
    names none of those asked about is left out, and the rest kept so, the first too. Rows that are ``no_news`` of their
    day leave nothing of it told.
    """
    w = w or keeping_weights()
    kept: list[RankedHappening] = []
    for nth, (one, known) in enumerate(zip(told, evidence(table, told, words, target, stated, no_news), strict=True)):
        of_others = side is not None and one.row != stated and side.is_others(table, one.row)
        if (nth == 0 and is_told) or one.row == stated:
            kept.append(replace(one, less_sure=True) if of_others else one)
            continue
        likely = likelihood(known, w)
        if not is_told and known.unnamed:
            continue
        unnamed = bool(whom) and not _names_any(table, one.row, whom)
        # Rivals in the contest belong to it, if not to whom it is asked of.
        is_foreign = not is_told or of_others or (unnamed and side is None)
        before = len(kept) if whole else nth
        least = w.least_of_one_story if whole else w.least
        if likely >= max(w.sure if is_foreign else least, w.further if before >= most else 0.0):
            kept.append(replace(one, less_sure=one.less_sure or is_foreign or unnamed or likely < w.sure))
    return kept


def likelihood(known: KeepingEvidence, w: KeepingWeights | None = None) -> float:
    """How likely an editor keeps the entry of which this is known, in (0, 1)."""
    w = w or keeping_weights()
    return likelihood_of(w.bias, astuple(w.evidence), astuple(known))


def evidence(
    table: Table,
    told: Sequence[RankedHappening],
    words: SharedWords,
    target: Target | None,
    stated: int | None,
    no_news: frozenset[int] = frozenset(),
) -> list[KeepingEvidence]:
    """What is known of each of these happenings, of which those that are ``no_news`` of their day tell nothing of it
    before others do."""
    language = table.language
    if not told:
        return []
    of_event = {
        article.id: frozenset(stems(article.text[:READ], language)) | stems(article.title or "", language)
        for article in table.pool.articles
        if article.of_event
    }
    asked = frozenset(stems(target.words, language)) if target is not None else frozenset()
    event_day = target.day.toordinal() if target is not None else told[0].day
    of_article = Counter(table.rows[one.row].article for one in told)
    matcher = matcher_of(table, target, [one.row for one in told]) if target is not None else None
    others = [one.row for one in told if one.row != stated] or [one.row for one in told]
    membership = fmean(table.pool.articles[table.rows[row].article].membership for row in others)
    persons = fmean(sum(name.is_person for name in table.sentence(row).names) for row in others)
    table.read_trees(one.row for one in told)
    found: list[KeepingEvidence] = []
    for nth, one in enumerate(told):
        row, text = one.row, table.text(one.row)
        article = table.pool.articles[table.rows[row].article]
        made, parts = SentenceForm.of(table, row), dict(one.parts)
        before = [other.row for other in told[:nth] if other.day == one.day and other.row not in no_news]
        found.append(
            KeepingEvidence(
                further=math.log1p(len(before)),
                told=max((float(v) for v in words.shared(row, _alike_in(table, row, before))), default=0.0),
                outlets=math.log1p(len(_other_outlets(table, words, one))),
                event=words.between(row, stated) if stated is not None else 0.0,
                dated=float(table.explicit[row]),
                length=math.log(max(1, int(table.length[row]))),
                unnamed=float(matcher is not None and not _is_named(matcher, article, table.rows[row].sentence)),
                held_by_event_articles=_share_holding(
                    table, row, [h for id, h in of_event.items() if id != article.id]
                ),
                mean_membership=membership,
                mean_persons=persons,
                deeds=math.log1p(made.deeds),
                says=float(made.says),
                turns_on_day=turns_on_day(table, row, one.day),
                form=math.log(parts.get("form", 1.0) + LEAST_FORM),
                of_event=float(article.of_event),
                subject_is_name=float(made.of_name),
                own=math.log(max(parts.get("own", 1.0), LEAST_WEIGHT)),
                opens=float(text[:1].isupper()),
                of_event_day=float(one.day == event_day),
                days_before=math.log1p(max(0, event_day - one.day)),
                asked_at_head=_share_at_head(table, article, asked),
                place=math.log1p(table.rows[row].sentence),
                same_article=math.log(of_article[table.rows[row].article]),
            )
        )
    return found


def _alike_in(table: Table, row: int, before: Sequence[int]) -> list[int]:
    """Those of these rows of its day that a row may tell again: not those of which it only says that it came after
    them, with most of their words."""
    return [other for other in before if not comes_after(table.tree(row), table.tree(other), table.language)]


def _share_holding(table: Table, row: int, articles: Sequence[frozenset[str]]) -> float:
    """The share of these articles that hold a word of a row, on average of its words beside names, days and figures;
    one half where there are no articles, 0 where the row has no such words."""
    named = {key for name in table.sentence(row).names for key in stems(name.exact, table.language)} | calendar_terms(
        table.language
    )
    plain = [key for key in table.stems(row) if key not in named and not key.isdigit()]
    if not plain:
        return 0.0
    return fmean((sum(key in held for held in articles) + 0.5) / (len(articles) + 1) for key in plain)


def _is_named(matcher: Matcher, article: PooledArticle, at: int) -> bool:
    """Is any of those that the question names named by a sentence, by what is shown with it, or at its article's head?

    True where the question names nobody.
    """
    if not matcher.has_names:
        return True
    return any(map(matcher.names, _said_with(article, at, matcher.asked.language)))


def _names_any(table: Table, row: int, stems_of_name: frozenset[str]) -> bool:
    """Does a row, what is shown with it, or its article's head hold any of these stems?"""
    at = table.rows[row]
    said = _said_with(table.pool.articles[at.article], at.sentence, table.language)
    return any(not stems_of_name.isdisjoint(stems(text, table.language)) for text in said)


def _said_with(article: PooledArticle, at: int, language: str) -> tuple[str, ...]:
    """A sentence, what is shown with it, and its article's title and first sentences."""
    text, sentences = article.text, article.reading.sentences
    context = context_of(text, sentences, at, language) or (0, 0)
    places = [(sentences[at].start, sentences[at].end), context, *((s.start, s.end) for s in sentences[:FIRST])]
    return (article.title or "", *(text[start:end] for start, end in places))


def _share_at_head(table: Table, article: PooledArticle, asked: frozenset[str]) -> float:
    """The share of these words, by rarity, that an article's title and first sentences hold; 0 where there are none."""
    rare, rarest = table.pool.rarity, table.pool.rarest
    head = "\n".join(article.text[s.start : s.end] for s in article.reading.sentences[:FIRST])
    held = stems(article.title or "", table.language) | stems(head, table.language)
    worth = {key: rare.get(key, rarest) + COMMON for key in asked}
    return math.fsum(value for key, value in worth.items() if key in held) / (math.fsum(worth.values()) or 1.0)


def _other_outlets(table: Table, words: SharedWords, one: RankedHappening) -> set[str | None]:
    """The outlets, beside its own, of sentences of its day, or undated ones of the next, that tell the same."""
    next_day = [int(r) for r in table.of_day.get(one.day + 1, ()) if not table.explicit[int(r)]]
    rows = [*(int(r) for r in table.of_day[one.day]), *next_day]
    outlet = table.pool.articles[table.rows[one.row].article].outlet
    alike = words.shared(one.row, rows)
    told = {
        table.pool.articles[table.rows[r].article].outlet
        for r, share in zip(rows, alike, strict=True)
        if share >= TELLS_SAME and r != one.row
    }
    return told - {outlet}
