"""From chosen sentences to entries: evidence in its paragraph, who carries it, who speaks, who did what."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from leadup.model import (
    Account,
    Article,
    Claim,
    DeepReading,
    Entry,
    EntryKind,
    Evidence,
    Figure,
    Mention,
    PieceKind,
    Reading,
    Span,
    Support,
    Target,
)
from leadup.reading.deep import ReadDeep, read_each
from leadup.timeline.accounts import compare, names_shared
from leadup.timeline.chain import joining, link
from leadup.timeline.choice import Choice
from leadup.timeline.counts import counting_the_same, figures_named
from leadup.timeline.lineage import Credit, bylines, credits, named_outlet, near_copies, quotations, support
from leadup.timeline.pool import Pool
from leadup.timeline.readable import context_of
from leadup.timeline.whose_words import said_of_the_whole

MOST_EVIDENCE = 12
"""Mentions laid open with an entry; all of them count in its support."""

STATEMENT = 0.5
"""A sentence is a statement when someone's words are at least this share of it, and it is they that it is about."""

CREDITED = 600
"""Code points at either end of an article in which datelines and agency credits stand."""


def compose_entries(
    choices: Sequence[Choice],
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    target: Target | None,
    read_deep: ReadDeep,
    pool: Pool,
) -> tuple[Entry, ...]:
    """The entries for these choices, in their order, linked to what they answer.

    ``pool`` is what was chosen from; ``articles`` and ``readings`` are its articles by id.
    """
    language = pool.language
    deep = _deep_of((c.wording for c in choices), articles, readings, read_deep)
    counting = counting_the_same(choices, pool, articles, readings)
    supports = _supports(choices, articles, language)
    entries = [
        _entry(choice, articles, readings, target, deep[_place(choice.wording)], others, carried, language)
        for choice, others, carried in zip(choices, counting, supports, strict=True)
    ]
    marked = next((e.id for c, e in zip(choices, entries, strict=True) if c.states_event), None)
    entries = [replace(e, is_target=e.id == marked) for e in entries]
    told = [(articles[id], readings[id]) for id in sorted(articles)]
    sources = joining(told, max(e.day for e in entries), language) if entries else ()
    texts = {e.wording.article: articles[e.wording.article].text for e in entries}
    links = link(entries, texts, sources, target.words if target else "", language=language)
    entries = [replace(e, responds_to=links.get(e.id, ())) for e in entries]
    named = {e.id: tuple(figures_named(e, entries, language)) for e in entries}
    return tuple(
        replace(e, accounts=_accounts(c, others, readings, named[e.id], language=language)) if named[e.id] else e
        for c, others, e in zip(choices, counting, entries, strict=True)
    )


def _supports(choices: Sequence[Choice], articles: Mapping[str, Article], language: str) -> list[Support]:
    """Who carries each choice. Copies and credits are the articles' own: worked out once, whatever they carry."""
    told = [(choice.wording, *choice.support) for choice in choices]
    carrying = {m.span.article: articles[m.span.article] for mentions in told for m in mentions}
    ordered = sorted(carrying.values(), key=lambda a: (a.day or dt.date.max, a.id))
    copies = near_copies({a.id: a.text for a in ordered})
    places: dict[str, list[Span]] = defaultdict(list)
    for mention in (m for mentions in told for m in mentions):
        places[mention.span.article].append(mention.span)
    credited = {a.id: _credits(a.text, places[a.id], language) for a in ordered}
    return [
        support(
            [articles[id] for id in dict.fromkeys(m.span.article for m in mentions)],
            mentions,
            copies,
            credited,
            choice.in_passing,
            language=language,
        )
        for choice, mentions in zip(choices, told, strict=True)
    ]


def _credits(text: str, told: Sequence[Span], language: str) -> tuple[Credit, ...]:
    """The credits where they count: at the head and the foot of an article, and in the sentences it is cited for."""
    head, foot = min(CREDITED, len(text)), max(CREDITED, len(text) - CREDITED)
    found = [*_moved(bylines(text[:head], language), 0), *_moved(bylines(text[foot:], language), foot)]
    for start, end in sorted({(s.start, s.end) for s in told}):
        words = text[start:end]
        found += _moved(
            quotations(words, language) if end <= head or foot <= start else credits(words, language), start
        )
    return tuple(found)


def _moved(found: Iterable[Credit], by: int) -> Iterator[Credit]:
    return (replace(credit, start=credit.start + by, end=credit.end + by) for credit in found)


def _deep_of(
    mentions: Iterable[Mention], articles: Mapping[str, Article], readings: Mapping[str, Reading], read_deep: ReadDeep
) -> dict[tuple[str, int], DeepReading]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for mention in mentions:
        wanted[mention.span.article].add(mention.sentence)
    some = [(articles[id], readings[id], sorted(sentences)) for id, sentences in sorted(wanted.items())]
    return {
        (article.id, deep.sentence): deep
        for (article, _, _), found in zip(some, read_each(read_deep, some), strict=True)
        for deep in found
    }


def _place(mention: Mention) -> tuple[str, int]:
    return mention.span.article, mention.sentence


def _entry(
    choice: Choice,
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    target: Target | None,
    deep: DeepReading,
    counting: Sequence[Mention],
    carried: Support,
    language: str,
) -> Entry:
    mentions = (choice.wording, *choice.support)
    claims = said_of_the_whole(choice.wording.span, deep.claims, language)
    return Entry(
        id=_entry_id(choice.wording),
        day=choice.day,
        kind=_kind(choice.wording.span, replace(deep, claims=claims)),
        wording=choice.wording.span,
        evidence=tuple(
            replace(
                evidence_of(m, articles[m.span.article], readings[m.span.article].piece.kind),
                in_passing=m.span in choice.in_passing,
            )
            for m in mentions[:MOST_EVIDENCE]
        ),
        support=carried,
        claims=claims,
        actions=deep.actions,
        actors=deep.actors,
        figures=_figures(choice.wording, readings),
        accounts=_accounts(choice, counting, readings, language=language),
        score=choice.score,
        last_day=choice.wording.date.span.last if choice.wording.date.span.single is None else None,
        is_aftermath=target is not None and choice.day > target.day,
        context=_context(choice.wording, articles, readings, language),
        less_sure=choice.less_sure,
        doubt=choice.doubt,
    )


def _accounts(
    choice: Choice,
    counting: Sequence[Mention],
    readings: Mapping[str, Reading],
    named: Sequence[tuple[Mention, Sequence[Figure]]] = (),
    *,
    language: str,
) -> tuple[Account, ...]:
    """What the sentences of a choice count, beside others that count the same and what other entries name of it."""
    same = [m for m in (choice.wording, *choice.support) if _speaks_of_the_same(m, choice.wording, language)]
    return compare([*((m, _figures(m, readings)) for m in (*same, *counting)), *named], language=language)


def _figures(mention: Mention, readings: Mapping[str, Reading]) -> tuple[Figure, ...]:
    return readings[mention.span.article].sentences[mention.sentence].figures


def _speaks_of_the_same(mention: Mention, wording: Mention, language: str) -> bool:
    """Whether a mention that supports an entry may be counted with it: a name stands in both."""
    return mention.span == wording.span or bool(names_shared(wording.span.exact, mention.span.exact, language))


def _context(
    mention: Mention, articles: Mapping[str, Article], readings: Mapping[str, Reading], language: str
) -> Span | None:
    """The words before a wording that leans on them."""
    id = mention.span.article
    found = context_of(articles[id].text, readings[id].sentences, mention.sentence, language)
    return None if found is None else Span.of(id, articles[id].text, *found)


def _kind(span: Span, deep: DeepReading) -> EntryKind:
    """A statement where a speaker opens the sentence and their words fill or end it; else an event, whoever reports it.

    Announcing a deed is the deed: "announced the deployment of 750 soldiers" is an event. So is what reports no
    utterance (``Claim.is_said``): "the club meets to discuss the pier", "crowds met after the mayor said …".
    """
    for claim in deep.claims:
        inside = [(max(s, span.start), min(e, span.end)) for s, e in claim.content if s < span.end and span.start < e]
        if not inside or not claim.is_said:
            continue
        fills = sum(e - s for s, e in inside) >= STATEMENT * (span.end - span.start)
        if claim.manner == "quoted" and fills:
            return "statement"
        opens = any(span.start <= s < inside[0][0] for s, _ in claim.source)
        ends = inside[-1][1] >= span.end - len("”.")
        if claim.certain and opens and (fills or ends):
            return "event" if _is_deed(claim, deep) else "statement"
    return "event"


def _is_deed(claim: Claim, deep: DeepReading) -> bool:
    """Is the saying itself a material act?"""
    return any(
        action.quad.startswith("material") and any(s <= action.start < e for s, e in claim.cue)
        for action in deep.actions
    )


def evidence_of(mention: Mention, article: Article, piece: PieceKind = "report") -> Evidence:
    """A mention in the paragraph it stands in, with what is known of the article."""
    paragraph = article.paragraph_at(mention.span.start)
    start, end = (paragraph.start, paragraph.end) if paragraph else (mention.span.start, mention.span.end)
    return Evidence(
        mention=mention,
        paragraph=Span.of(article.id, article.text, start, max(end, mention.span.end)),
        title=article.title,
        outlet=named_outlet(article),
        url=article.url,
        source=article.source,
        published=article.published,
        wire=article.wire,
        piece=piece,
    )


def _entry_id(mention: Mention) -> str:
    key = f"{mention.span.article}:{mention.span.start}:{mention.span.end}:{mention.day}"
    return f"{mention.day}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"
