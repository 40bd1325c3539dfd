"""From chosen sentences to entries: evidence in its paragraph, and who carries it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from leadup.model import Article, Entry, Evidence, Mention, Span, Target
from leadup.timeline.choice import Choice
from leadup.timeline.lineage import support

MOST_EVIDENCE = 12
"""Mentions laid open with an entry; all of them count in its support."""


def entry_of(choice: Choice, articles: Mapping[str, Article], target: Target | None) -> Entry:
    """The entry for a choice: its wording first among its evidence, and the support of all its mentions.

    ``articles`` holds at least those the choice's mentions stand in, by id.
    """
    mentions = (choice.wording, *choice.support)
    carrying = [articles[id] for id in dict.fromkeys(m.span.article for m in mentions)]
    return Entry(
        id=_entry_id(choice.wording),
        day=choice.day,
        kind="event",
        wording=choice.wording.span,
        evidence=tuple(evidence_of(m, articles[m.span.article]) for m in mentions[:MOST_EVIDENCE]),
        support=support(carrying, mentions),
        score=choice.score,
        is_target=_tells_of(choice, target),
        is_aftermath=target is not None and choice.day > target.day,
    )


def evidence_of(mention: Mention, article: Article) -> Evidence:
    """A mention in the paragraph it stands in, with what is known of the article."""
    paragraph = article.paragraph_at(mention.span.start)
    start, end = (paragraph.start, paragraph.end) if paragraph else (mention.span.start, mention.span.end)
    return Evidence(
        mention=mention,
        paragraph=Span.of(article.id, article.text, start, max(end, mention.span.end)),
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        source=article.source,
        published=article.published,
        wire=article.wire,
    )


def _tells_of(choice: Choice, target: Target | None) -> bool:
    if target is None or choice.day != target.day:
        return False
    spans: Sequence[Span] = [m.span for m in target.evidence]
    return any(m.span in spans for m in (choice.wording, *choice.support))


def _entry_id(mention: Mention) -> str:
    key = f"{mention.span.article}:{mention.span.start}:{mention.span.end}:{mention.day}"
    return f"{mention.day}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"
