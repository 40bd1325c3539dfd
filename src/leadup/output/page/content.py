"""What the page shows, worked out before the template sees it: days, entries, sources, links, filters.

Strings stay raw here; the template escapes them, and :func:`leadup.output.visible.visible` makes controls into signs.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from leadup.model import Action, Entry, Timeline
from leadup.output.cast import actors_of, names_both_sides, reports_it, same_actors
from leadup.output.context import with_needed_context
from leadup.output.days_in_words import day_words, days_words
from leadup.output.page.evidence import SourceParagraph, sources_of
from leadup.output.phrases import (
    LESS_SURE,
    LINK_WORDS,
    count_words,
    doubt_words,
    opening_words,
    standing_words,
    support_words,
)
from leadup.output.sources import by_article, named_outlets, outlets_of
from leadup.output.speaker_words import deed_words, speaker_of

MOST_CAST: Final = 8
"""Actors listed beside the timeline; the filter has them all."""
_SAFE_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class FilterValue:
    """A value that the reader can filter by: its key on the page, its name, how many entries have it."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class AnsweredEntry:
    """What an entry answers: the other entry's anchor, day and first words, and the words that say so."""

    to: str
    verb: str
    day: str
    beginning: str
    words: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as the page shows it."""

    anchor: str
    number: int
    kind: str
    label: str
    speaker: str | None
    manner: str | None
    before: str | None
    words: str
    until: str | None
    outlets: tuple[str, ...]
    more: int
    support: str
    filled: int
    hollow: int
    independent: int
    accounts: tuple[tuple[str, str], ...]
    answers: tuple[AnsweredEntry, ...]
    actions: tuple[tuple[str, str, str], ...]
    sources: tuple[SourceParagraph, ...]
    evidence: str
    why: tuple[tuple[str, str, str], ...]
    actor_keys: str
    outlet_keys: str
    pair_keys: str
    is_target: bool
    folded: str | None
    """Its opening words, where it is less sure to belong and so folded."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the column: its heading, what was reported, its entries, and the silent days before it."""

    anchor: str
    iso: str
    weekday: str
    date: str
    year: int
    reported: str
    cards: tuple[Card, ...]
    gap: str | None
    is_target: bool
    opens_aftermath: bool

    @property
    def is_folded(self) -> bool:
        """Whether nothing on it is sure to belong."""
        return not self.is_target and all(card.folded for card in self.cards)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days one after another: those that have entries which surely belong, or those that have none, ``folded`` into
    one line (its words)."""

    days: tuple[Day, ...]
    folded: str | None

    @property
    def anchor(self) -> str:
        """Where the line of a folded stretch stands on the page."""
        return f"f-{self.days[0].iso}"


@dataclass(frozen=True, slots=True)
class Content:
    """The days of the page and the choices of its filters; ``cast`` are the named actors with most of the entries that
    surely belong, who only report them left out."""

    days: tuple[Day, ...]
    stretches: tuple[Stretch, ...]
    actors: tuple[FilterValue, ...]
    cast: tuple[FilterValue, ...]
    outlets: tuple[FilterValue, ...]
    supports: tuple[FilterValue, ...]
    anchors: dict[str, str]
    actor_key: dict[str, str]
    has_links: bool


def anchors_of(timeline: Timeline) -> dict[str, str]:
    """Where each entry stands on the page, by its id."""
    return {
        entry.id: f"e-{entry.id}" if _SAFE_ID.fullmatch(entry.id) else f"x-{number}"
        for number, entry in enumerate(timeline.entries, 1)
    }


def content_of(timeline: Timeline, reach: int) -> Content:
    """What the page of ``timeline`` shows, with at most ``reach`` code points of context on each side of a sentence."""
    timeline = with_needed_context(timeline)
    anchors = anchors_of(timeline)
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    outlets: Counter[str] = Counter()
    same = same_actors((a for entry in timeline.entries for a in actors_of(entry)), timeline.question.language)
    for entry in timeline.entries:
        names.update((a.key, a.name) for a in actors_of(entry) if a.key not in names)
        counts.update({same[actor.key] for actor in actors_of(entry)})
        outlets.update(dict.fromkeys(outlets_of(entry), 1))
    appearing = _appearing(timeline, frozenset(outlets), same)
    number = {key: f"a{at}" for at, key in enumerate(_ranked(counts))}
    actor_key = {key: number[as_whom] for key, as_whom in same.items()}
    outlet_key = {name: f"o{at}" for at, name in enumerate(_ranked(outlets))}
    by_id = {entry.id: entry for entry in timeline.entries}
    cards = [
        _card(number, entry, by_id, anchors, actor_key, outlet_key, reach)
        for number, entry in enumerate(timeline.entries, 1)
    ]
    independent = Counter(card.independent for card in cards)
    supports = tuple(
        FilterValue(
            str(least), f"{least} or more independent", sum(n for have, n in independent.items() if have >= least)
        )
        for least in range(2, min(max(independent, default=1), 5) + 1)
    )
    actors = tuple(FilterValue(actor_key[key], names[key], counts[key]) for key in _ranked(counts))
    cast = tuple(FilterValue(actor_key[key], names[key], appearing[key]) for key in _ranked(appearing))
    days = tuple(_days(timeline, cards))
    return Content(
        days,
        tuple(_stretches(days)),
        actors,
        tuple(choice for choice in cast if _is_named(choice.name))[:MOST_CAST],
        tuple(FilterValue(outlet_key[name], name, outlets[name]) for name in _ranked(outlets)),
        supports,
        anchors,
        actor_key,
        any(answer.shown for card in cards for answer in card.answers),
    )


def _appearing(timeline: Timeline, carrying: frozenset[str], same: Mapping[str, str]) -> Counter[str]:
    """In how many of the entries that surely belong each actor is, by key, as whom it is counted (``same``); not who
    only reports them."""
    return Counter(
        key
        for entry in timeline.entries
        if not entry.less_sure
        for key in sorted({same[actor.key] for actor in actors_of(entry) if not reports_it(actor, carrying)})
    )


def _is_named(name: str) -> bool:
    """Whether this is a name rather than a common noun ("fighters"): a capital in it, or a script without any."""
    return name != name.lower() or name.lower() == name.upper()


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda key: (-counts[key], key))


def _days(timeline: Timeline, cards: Iterable[Card]) -> Iterable[Day]:
    volume = {day.day: day for day in timeline.volume}
    goal = timeline.target.day if timeline.target else None
    grouped: dict[dt.date, list[tuple[Entry, Card]]] = {}
    for entry, card in zip(timeline.entries, cards, strict=True):
        grouped.setdefault(entry.day, []).append((entry, card))
    before = timeline.first - dt.timedelta(days=1)
    aftermath = False
    for day, here in grouped.items():
        opens = not aftermath and all(entry.is_aftermath for entry, _ in here)
        aftermath = aftermath or opens
        reported = volume.get(day)
        yield Day(
            f"d-{day}",
            day.isoformat(),
            f"{day:%A}",
            day_words(day, year=False),
            day.year,
            f"{count_words(reported.mentions, 'mention')} in {count_words(reported.articles, 'article')}"
            if reported
            else "",
            tuple(card for _, card in here),
            _gap(before, day, {d: v.mentions for d, v in volume.items()}),
            day == goal,
            opens,
        )
        before = day


def _stretches(days: Iterable[Day]) -> Iterable[Stretch]:
    """The days, those without any entry that surely belongs gathered into one line each run; what came afterwards is
    not gathered with what came before."""
    run: list[Day] = []
    for day in days:
        if run and (day.is_folded != run[0].is_folded or day.opens_aftermath):
            yield _stretch(run)
            run = []
        run.append(day)
    if run:
        yield _stretch(run)


def _stretch(run: list[Day]) -> Stretch:
    if not run[0].is_folded:
        return Stretch(tuple(run), None)
    first, last = (dt.date.fromisoformat(day.iso) for day in (run[0], run[-1]))
    entries = count_words(sum(len(day.cards) for day in run), "entry", "entries")
    return Stretch(tuple(run), f"{_range_words(first, last)}: {entries} {LESS_SURE}")


def _range_words(first: dt.date, last: dt.date) -> str:
    """The days, with their years only where they are two."""
    return days_words(first, last).removesuffix(f", {last.year}" if first.year == last.year else "")


def _gap(before: dt.date, day: dt.date, mentions: dict[dt.date, int]) -> str | None:
    first, last = before + dt.timedelta(days=1), day - dt.timedelta(days=1)
    if first > last:
        return None
    heard = sum(mentions.get(first + dt.timedelta(days=n), 0) for n in range((last - first).days + 1))
    words = _range_words(first, last)
    return f"{words}: {count_words(heard, 'mention')}, none chosen" if heard else f"{words}: nothing reported"


def _card(
    number: int,
    entry: Entry,
    by_id: dict[str, Entry],
    anchors: dict[str, str],
    actor_key: dict[str, str],
    outlet_key: dict[str, str],
    reach: int,
) -> Card:
    speaker = speaker_of(entry)
    sources = sources_of(entry, reach)
    lineages = max(entry.support.independent, 1)
    carried = outlets_of(entry)
    known = named_outlets(entry)
    named = () if not known else carried if len(carried) <= 3 else carried[:2]
    answers = tuple(
        AnsweredEntry(
            anchors[link.to],
            LINK_WORDS[link.kind],
            day_words(by_id[link.to].day, year=by_id[link.to].day.year != entry.day.year),
            opening_words(by_id[link.to].wording.exact, 70),
            opening_words(link.words.exact, 160),
            link.shown,
        )
        for link in entry.responds_to
        if link.to in by_id
    )
    pairs = {
        f"{actor_key[action.source.key]}-{actor_key[action.target.key]}"
        for action in entry.actions
        if action.source is not None and action.target is not None and action.certain and names_both_sides(action)
        if action.source.key in actor_key and action.target.key in actor_key
    }
    return Card(
        anchors[entry.id],
        number,
        entry.kind,
        "The event asked about" if entry.is_target else entry.kind.capitalize(),
        speaker[0] if speaker else None,
        speaker[1] if speaker else None,
        entry.context.exact if entry.context is not None else None,
        entry.wording.exact,
        day_words(entry.last_day) if entry.last_day and entry.last_day != entry.day else None,
        named,
        len(carried) - len(named) if known else 0,
        ", ".join(words for words in (support_words(entry.support), standing_words(entry)) if words),
        min(lineages, 12),
        max(0, min(len(carried), 12) - lineages),
        lineages,
        tuple((account.state, account.line) for account in entry.accounts if account.state != "single"),
        answers,
        tuple(dict.fromkeys(_deed(action) for action in entry.actions if _tells(action))),
        sources,
        f"{count_words(len(entry.evidence), 'sentence')} in {count_words(len(by_article(entry)), 'article')}",
        _why(entry),
        " ".join(sorted({actor_key[actor.key] for actor in actors_of(entry)})),
        " ".join(sorted(outlet_key[name] for name in carried)),
        " ".join(sorted(pairs)),
        entry.is_target,
        opening_words(entry.wording.exact, 70) if entry.less_sure else None,
    )


def _why(entry: Entry) -> tuple[tuple[str, str, str], ...]:
    """Why it was chosen, a name, a value and a line each, and first why it is less sure to belong."""
    doubt = doubt_words(entry)
    said = [(LESS_SURE, "?", f"it {doubt}")] if doubt else []
    scored = [(name, f"{value:+.2f}".replace("-", "−"), reason) for name, value, reason in entry.score.parts]
    return (*said, *scored)


def _tells(action: Action) -> bool:
    """Whether an action is sure enough, and of someone, to be shown (the JSON has them all)."""
    named = action.source is not None or action.target is not None
    return action.certain and named and action.category != "NONE" and names_both_sides(action)


def _deed(action: Action) -> tuple[str, str, str]:
    """Who, to whom, what."""
    return (
        action.source.name if action.source else "",
        action.target.name if action.target else "",
        deed_words(action),
    )
