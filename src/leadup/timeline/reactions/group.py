"""Statements about a thing that happened, by the country or organisation that made them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence

from leadup.model import Actor, Article, Claim, Entry, Reaction, Reading, Sentence, Span
from leadup.reading.names import Cast
from leadup.reading.names.countries import country
from leadup.timeline.chain import Told, link_told, told_of
from leadup.timeline.reactions.speakers import speakers
from leadup.timeline.reactions.stance import stance_of

_OFFICIAL = frozenset(("government", "military", "police", "judiciary", "legislature", "state", "person"))


def group(
    about: Entry,
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    claims: Mapping[str, Sequence[Claim]] | None = None,
    days: int = 0,
    earlier: Sequence[Entry] = (),
) -> tuple[Reaction, ...]:
    """What each side said about an entry, from its day to ``days`` days after, in these articles.

    A sentence counts when the chain links it to the entry by its words, or when it stands under a sentence that
    announces reactions to it, and someone with a name speaks or acts in it. ``claims`` are the attributions read in
    an article, by its id; without them speakers are found by the names beside a verb of saying. ``earlier`` are the
    timeline's other entries, which words may mean instead. Statements of one side stand together, its latest first;
    sides stand in order of their first statement.
    """
    last = about.day + dt.timedelta(days=days)
    target = told_of(about)
    found: list[Reaction] = []
    for article in sorted(articles, key=lambda a: (a.published.at.isoformat() if a.published else "", a.id)):
        reading = readings[article.id]
        held = [s for s in reading.sentences if s.day is not None and about.day <= s.day <= last]
        if not held:
            continue
        cast = Cast.of(article.text)
        said = (claims or {}).get(article.id, ())
        found += _of_article(about, target, article, held, cast, said, earlier)
    return _by_side(found)


def _of_article(
    about: Entry,
    target: Told,
    article: Article,
    held: Sequence[Sentence],
    cast: Cast,
    claims: Sequence[Claim],
    earlier: Sequence[Entry],
) -> list[Reaction]:
    text = article.text
    who: dict[int, tuple[Actor, ...]] = {}
    told = [told_of(e) for e in earlier if e.id != about.id]
    for sentence in held:
        if sentence.start == about.wording.start and article.id == about.wording.article:
            continue
        who[sentence.start] = speakers(cast, sentence.start, sentence.end, claims)
    _carry_over(held, who, text)
    for sentence in held:
        if who.get(sentence.start):
            exact = text[sentence.start : sentence.end]
            side = _country(who[sentence.start][0]) or who[sentence.start][0].name
            told.append(Told(str(sentence.start), exact, article.id, sentence.start, sentence.day, True, side))
    links = link_told([target, *told], {article.id: text})
    found = []
    for sentence in held:
        linked = [k for k in links.get(str(sentence.start), ()) if k.to == target.id and k.shown]
        if not linked or sentence.day is None:
            continue
        words = Span.of(article.id, text, sentence.start, sentence.end)
        for actor in who[sentence.start]:
            code = _country(actor)
            named = country(code).name if code and country(code) else None  # type: ignore[union-attr]
            side = named if named and actor.kind in _OFFICIAL else actor.name
            speaker = None if actor.kind == "state" else actor
            found.append(
                Reaction(side, code, speaker, stance_of(words.exact), words, about.id, sentence.day, article.outlet)
            )
    return found


def _carry_over(held: Sequence[Sentence], who: dict[int, tuple[Actor, ...]], text: str) -> None:
    """A sentence of a quotation that names nobody has the speaker of the next or last sentence of its paragraph."""
    for row in (list(held), list(reversed(held))):
        for one, other in itertools.pairwise(row):
            quoted = text[one.start : one.end].lstrip().startswith(("“", '"', "``", "‘"))
            ends = text[one.start : one.end].rstrip().endswith(("”", '"', "''", "’"))
            if one.paragraph == other.paragraph and not who.get(one.start) and (quoted or ends):
                who[one.start] = who.get(other.start, ())


def _country(actor: Actor) -> str | None:
    return actor.country


def _by_side(reactions: Sequence[Reaction]) -> tuple[Reaction, ...]:
    sides: dict[str, list[Reaction]] = {}
    for one in reactions:
        sides.setdefault(one.country or one.side, []).append(one)
    return tuple(r for of in sides.values() for r in sorted(of, key=lambda r: (r.day, r.words.start), reverse=True))
