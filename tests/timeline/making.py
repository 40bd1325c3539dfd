"""Small articles, mentions and entries for the tests of the timeline's rooms."""

from __future__ import annotations

import datetime as dt

from leadup.model import (
    Action,
    Actor,
    Article,
    Claim,
    DateSpan,
    Entry,
    EntryKind,
    EventDate,
    Evidence,
    Mention,
    Paragraph,
    Published,
    Span,
    Support,
    article_id,
)


def article(text: str, outlet: str | None = "The Test", day: dt.date | None = None, wire: str | None = None) -> Article:
    """An article of one paragraph."""
    published = day and Published(dt.datetime.combine(day, dt.time(), dt.UTC), "day", "sure", "given")
    return Article(
        id=article_id(text, outlet),
        source=f"{outlet}.txt",
        text=text,
        paragraphs=(Paragraph(0, len(text)),),
        outlet=outlet,
        published=published or None,
        wire=wire,
    )


def mention(of: Article, words: str, day: dt.date, sentence: int = 0) -> Mention:
    """The mention that these words of the article are."""
    start = of.text.index(words)
    date = EventDate(DateSpan.day(day), "timex", "given")
    reported = of.published.day if of.published else None
    return Mention(Span.of(of.id, of.text, start, start + len(words)), sentence, day, date, reported, of.outlet)


def entry(
    of: Article,
    words: str,
    day: dt.date,
    kind: EntryKind = "event",
    claims: tuple[Claim, ...] = (),
    actions: tuple[Action, ...] = (),
    actors: tuple[Actor, ...] = (),
) -> Entry:
    """An entry worded so, named by its first words."""
    told = mention(of, words, day)
    paragraph = Span.of(of.id, of.text, 0, len(of.text))
    evidence = Evidence(told, paragraph, of.title, of.outlet, of.url, of.source, of.published)
    return Entry(
        id=" ".join(words.split()[:3]),
        day=day,
        kind=kind,
        wording=told.span,
        evidence=(evidence,),
        support=Support((of.outlet or "",), (), 1),
        claims=claims,
        actions=actions,
        actors=actors,
    )
