"""Small articles, mentions and entries for the tests of the timeline's rooms."""

from __future__ import annotations

import datetime as dt

from leadup.lang import ENGLISH
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
from leadup.reading.syntax import Parse
from leadup.reading.syntax.tree import Token


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


def tree(*words: str) -> Parse:
    """A sentence parsed by hand: of each word itself, its part of speech, its relation, and which word is its head,
    counted from one (0: the root); then its base form, where that is another."""
    tokens: list[Token] = []
    start = 0
    for told in words:
        word, upos, relation, head, *lemma = told.split()
        base = relation.partition(":")[0]
        tokens.append(
            Token(
                start, start + len(word), word, lemma[0] if lemma else word.lower(), upos, int(head) - 1, base, relation
            )
        )
        start += len(word) + 1
    return Parse(0, max(start - 1, 0), tuple(tokens), ENGLISH)
