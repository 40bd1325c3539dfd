"""The event's own articles: those that say its words near its day, and where in them they say so."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from leadup.model import Question
from leadup.timeline.relevance import Topic
from leadup.timeline.story.profile import OFTEN, rarity
from leadup.timeline.story.source import StorySource
from leadup.timeline.target.asked import read_question
from leadup.timeline.target.question_words import asked_words
from leadup.timeline.target.seeking import spelt_as_held
from leadup.timeline.target.slot import names_among
from leadup.timeline.terms import stem, stems, words

OWN = 25
"""The event's own articles that its story's words are taken from, at most."""

SAID = 0.5
"""An article speaks of the event when it holds this share of its words, by rarity..."""

BEST_SAID = 0.3
"""...or, where none does (a long description), when it comes near the one that holds most, if that holds so much."""

NEAR_BEST = 0.6

HEAD = 800
"""Code points of an article in which its own news is said."""

LEAST_ASKED = 0.2
LOOKED_AT = 60

DEED = 0.4
"""What a word for the deed counts beside a name: other words may tell it too."""

SMALL = 100
"""In an archive of fewer articles than this a word for the deed weighs no more beside the others than :data:`DEED`."""

RARE_NAME = 3.5
"""From this inverse document frequency (a log) on a name of the event is its own: one in 33 articles holds it."""

AROUND = 400
"""Code points on either side of the event's words from which the story's words are taken."""

TOGETHER = 0.6
"""A place speaks of the event where this share of what the article's best place holds of it stands together."""

IN_PASSING = 0.1
"""What an article that opens with none of the event's words counts: it names the event among other things."""


@dataclass(frozen=True, slots=True)
class QuestionTerms:
    """The words asked for, in the archive's spelling: how much each is of the event, and which tell only the deed."""

    weights: Mapping[str, float]
    deeds: frozenset[str]
    names: frozenset[str] = frozenset()
    """The stems of its names that few articles hold: whom and what it is about, and no country or office."""
    whole_names: tuple[tuple[str, ...], ...] = ()
    """Its names, each as the words that it is of."""
    language: str = field(kw_only=True)

    def stem_counts(self) -> dict[str, tuple[int, str]]:
        """The words as those of an article that speaks of nothing else."""
        return {stem(word, self.language): (1 if word in self.deeds else OFTEN, word) for word in self.weights}

    def by_stem(self) -> dict[str, float]:
        """How much each is of the event, by its stem."""
        return {stem(word, self.language): weight for word, weight in self.weights.items()}


def question_terms(source: StorySource, question: Question, language: str) -> QuestionTerms:
    """What a question asks for: each word by its rarity, common ones a little, since they were asked for."""
    asked = read_question(question.target, language)
    deeds = {part.lower() for slot in asked.slots if slot.rows for part in slot.asked.split()}
    spelt = {name.lower(): others for name, others in spelt_as_held(asked, source).items()}
    parts = dict.fromkeys(
        w for phrase in (*asked_words(question, language), *question.keywords) for w in words(phrase, language)
    )
    # A year says when, which the days do: few of its articles spell it out.
    years = {str(year) for year in asked.years}
    parts = {word: None for word in parts if word not in years} or parts
    held = list(dict.fromkeys(one for word in parts for one in spelt.get(word, (word,))))
    counted, size = source.frequencies(held), source.size
    weights = {w: (DEED if w in deeds else 1.0) * max(LEAST_ASKED, rarity(counted[w], size)) for w in held}
    others = [weight for word, weight in weights.items() if word not in deeds]
    if size < SMALL and others:
        # Of few articles none may tell the deed by this very word: that makes it not the rarest of what is asked for.
        weights |= {w: min(weights[w], DEED * max(others)) for w in weights if w in deeds}
    written = [slot.asked.lower() for slot in asked.slots if slot.is_name]
    named = {other for name in written for other in (name, *spelt.get(name, ()))}
    rare = (w for w in held if w in named and rarity(counted[w], size) >= RARE_NAME)
    weighed = names_among(slot for slot in asked.slots if slot.asked.lower() in weights)
    whole_names = tuple(tuple(slot.asked.lower() for slot in name) for name in weighed.values())
    return QuestionTerms(
        weights, frozenset(deeds), frozenset(stem(w, language) for w in rare), whole_names, language=language
    )


def own_articles(
    source: StorySource,
    asked: Mapping[str, float],
    first: dt.date,
    last: dt.date,
    naming: tuple[dt.date, dt.date] | None = None,
    *,
    language: str,
) -> dict[int, float]:
    """The articles of these days that speak of the event, best first, each with how much of it is in its head.

    With ``naming`` later articles that name one of these days are looked at as well.
    """
    whole = sum(asked.values())
    hits = sorted(source.weigh(asked, first, last, naming), key=lambda h: (-h.score, h.row))
    if not hits or hits[0].score < BEST_SAID * whole:
        return {}
    least = min(SAID * whole, NEAR_BEST * hits[0].score) if hits[0].score < SAID * whole else SAID * whole
    hits = [hit for hit in hits if hit.score >= least][:LOOKED_AT]
    wanted = {stem(word, language): weight for word, weight in asked.items()}
    found = []
    for hit, (title, text) in zip(hits, source.texts([h.row for h in hits]), strict=True):
        head = stems(f"{title} . {text[:HEAD]}", language)
        opens = sum(w for key, w in wanted.items() if key in head) / whole
        found.append(((hit.score / whole + opens) / 2, hit.row, max(IN_PASSING, opens)))
    found.sort(key=lambda f: (-f[0], f[1]))
    return {row: opens for weight, row, opens in found[:OWN] if weight >= NEAR_BEST * found[0][0]}


def text_around_event(asked: Mapping[str, float], text: str, language: str) -> str:
    """The parts of a text that speak of the event: what stands around its words, where they stand together."""
    wanted = {stem(word, language): weight for word, weight in asked.items()}
    places = Topic(wanted, language).places(text)
    worth: list[float] = []
    start = end = 0
    held: Counter[str] = Counter()
    for at, _ in places:
        while end < len(places) and places[end][0] <= at + AROUND:
            held[places[end][1]] += 1
            end += 1
        while places[start][0] < at - AROUND:
            held[places[start][1]] -= 1
            start += 1
        worth.append(sum(wanted[key] for key, n in held.items() if n))
    if not worth:
        return ""
    least = TOGETHER * max(worth)
    parts: list[tuple[int, int]] = []
    for (at, _), value in zip(places, worth, strict=True):
        if value < least:
            continue
        begin, stop = max(0, at - AROUND), at + AROUND
        if parts and begin <= parts[-1][1]:
            parts[-1] = parts[-1][0], stop
        else:
            parts.append((begin, stop))
    return " . ".join(text[begin:stop] for begin, stop in parts)
