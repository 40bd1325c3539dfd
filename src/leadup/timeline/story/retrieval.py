"""Which articles of an archive tell the story that an event belongs to.

The event's own articles (those that say its words near its day) give the story's words; the articles that hold most
of these tell the story too, and give their words in turn, twice over. What shares the archive and the week with the
event, but not its people, places and matter, is left out.
"""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from leadup.model import Article, Earlier, Question, Reading, Target
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.query import asked_words
from leadup.timeline.story.belonging import outside
from leadup.timeline.story.profile import Profile, is_common, profile_of, rarity, told_words
from leadup.timeline.terms import stem, stems, words

BEFORE, AFTER = 1, 4
"""Days around the event's in which its own articles are looked for: news of it comes at once."""

OWN = 25
"""The event's own articles that its story's words are taken from, at most."""

SAID = 0.5
"""An article speaks of the event when it holds this share of its words, by rarity..."""

BEST_SAID = 0.3
"""...or, where none does (a long description), when it comes near the one that holds most, if that holds so much."""

NEAR_BEST = 0.6

HEAD = 800
"""Code points of an article in which its own news is said."""

ROUNDS = 2
WIDEN = 40
"""Articles whose words are taken in a further round, at most..."""

SURE = 0.5
"""...those of at least this membership, but..."""

FEWEST, HALF_SURE = 12, 0.2
"""...the best dozen, where they are fewer, down to this: two reports of an event do not yet make a story."""

MEMBER = 0.4
"""From this membership on an article belongs to the story. At 0.27 the eight real lead-ups hold as much, and fewer of
their entries are key happenings (0.596 for 0.611); other news of the same people comes in where the story is thin."""

KEPT = 1.5
"""An article that holds two thirds of what the event's own articles do is theirs altogether."""

SUBJECT = 0.75
"""Names that so many of an archive's articles hold make it an archive of one story: all of it belongs."""

SUBJECT_NAMED = 2.5
"""How rare the names of such an archive's story are held to be: as those of a story that a twelfth of it tells."""

MOST_MEMBERS = 400
"""Articles that an answer reads, by membership; 800 change no entry of the eight real lead-ups."""

MOST_OF_SUBJECT = 750
"""The same where the whole archive is the story's: days are told apart by how many tell of them."""

BACK = 90
"""Days before a window in which the story's beginning is looked for."""

GAP = 5
EARLIER_MEMBER = 0.4
FEW_EARLIER, EARLIER_SHARE = 5, 0.15
"""Articles before the window, at least, and beside those that the answer reads, for the story to have begun there."""

LEAST_ASKED = 0.2
LOOKED_AT = 60

_WordsOf = Callable[[Sequence[int]], Sequence[Mapping[str, tuple[int, str]]]]
_Counted = Callable[[Iterable[str]], Mapping[str, int]]


class Found(Protocol):
    """An article that an archive found: a handle to load it by, and how much it holds of what was asked."""

    @property
    def row(self) -> int: ...
    @property
    def score(self) -> float: ...


class StorySource(Protocol):
    """What finding a story asks of an archive."""

    @property
    def size(self) -> int:
        """How many articles it holds."""
        ...

    def frequencies(self, words: Iterable[str]) -> Mapping[str, int]:
        """How many articles hold each of these words."""
        ...

    def weigh(
        self, weights: Mapping[str, float], first: dt.date, last: dt.date, told: tuple[dt.date, dt.date] | None = None
    ) -> Sequence[Found]:
        """The articles of ``[first, last]``, and later ones that name a day of ``told``, by the words they hold."""
        ...

    def day_of(self, row: int) -> dt.date | None:
        """The day on which the article of this row was published."""
        ...

    def texts(self, rows: Sequence[int]) -> Sequence[tuple[str, str]]:
        """Title and text of these articles, in this order."""
        ...

    def load(self, rows: Sequence[int]) -> Sequence[tuple[int, Article, Reading]]:
        """These articles' rows, with the articles and their light readings, in order of day; replaced versions are
        left out."""
        ...


@dataclass(frozen=True)
class Story:
    """The story's words, and its articles with their readings in order of day.

    ``membership`` gives for each article id how surely it belongs, from :data:`MEMBER` to 1; ``own`` are the ids of
    the event's own articles, best first. ``whole`` says that the archive is of this one story: nothing was left out.
    """

    profile: Profile
    articles: tuple[tuple[Article, Reading], ...]
    membership: Mapping[str, float]
    own: tuple[str, ...]
    whole: bool = False
    full: float = 0.0
    """How much of the profile an article that is wholly of the story holds."""

    @cached_property
    def pool(self) -> Pool:
        """Its articles as an answer is chosen from, each with what in it is another matter."""
        return Pool.of(self._pooled(article, reading) for article, reading in self.articles)

    def _pooled(self, article: Article, reading: Reading) -> PooledArticle:
        membership = self.membership[article.id]
        return PooledArticle.of(
            article, reading, membership, outside(self.profile, article.text, reading.sentences, membership)
        )


def find_story(
    source: StorySource, question: Question, target: Target | None, first: dt.date, last: dt.date, reported: dt.date
) -> Story | None:
    """The story of the event asked about, as far as articles tell of ``[first, last]``.

    Articles published up to ``reported`` are looked at, and later ones that name a day of the window. None where no
    article speaks of the event.
    """
    asked = _weights(source, (*asked_words(question), *question.keywords))
    day = target.day if target else question.date
    near = (first, reported) if day is None else (day - dt.timedelta(BEFORE), day + dt.timedelta(AFTER))
    own = _own_articles(source, asked, *near)
    if not own:
        own = _own_articles(source, asked, first, reported)
    if not own:
        return None
    size = source.size
    told: dict[int, Mapping[str, tuple[int, str]]] = {}
    held: dict[str, int] = {}

    def counted(asked: Iterable[str]) -> Mapping[str, int]:
        held.update(source.frequencies([word for word in asked if word not in held]))
        return held

    def words_of(rows: Sequence[int]) -> list[Mapping[str, tuple[int, str]]]:
        new = [row for row in rows if row not in told]
        for row, (title, text) in zip(new, source.texts(new), strict=True):
            told[row] = told_words(title, text)
        return [told[row] for row in rows]

    window = (first, reported, (first, last))
    profile = _profile(own, words_of, counted, size)
    found = source.weigh(profile.weights, *window)
    first_found, first_full = {hit.row: hit.score for hit in found}, _full(found, own)
    for _ in range(ROUNDS):
        full = _full(found, own)
        mixed = {hit.row: min(1.0, hit.score / full) for hit in _widening(found, full)} if full else {}
        for row, weight in own.items():
            mixed[row] = mixed.get(row, 0.0) + weight
        profile = _profile(mixed, words_of, counted, size)
        found = source.weigh(profile.weights, *window)
    whole = _is_subject(mixed, words_of, counted, size)
    if whole:
        profile = _profile(mixed, words_of, counted, size, SUBJECT_NAMED)
        found = source.weigh(profile.weights, *window)
    full = _full(found, own)
    share: dict[int, float] = {}
    for hit in found if full else ():
        told_so = min(1.0, first_found.get(hit.row, 0.0) / first_full) if first_full else 0.0
        # The words of the event's own articles keep what widened from them to their story.
        share[hit.row] = 1.0 if whole else math.sqrt(min(1.0, hit.score / full) * min(1.0, KEPT * told_so))
    least = 0.0 if whole else MEMBER
    most = MOST_OF_SUBJECT if whole else MOST_MEMBERS
    ranked = sorted((hit.row for hit in found if share.get(hit.row, 0.0) >= least), key=lambda r: (-share[r], r))
    members = ranked[:most]
    loaded = source.load(sorted({*members, *own}))
    of_row = {row: article.id for row, article, _ in loaded}
    return Story(
        profile,
        tuple((article, reading) for _, article, reading in loaded),
        {article.id: max(MEMBER, share.get(row, 0.0)) for row, article, _ in loaded},
        tuple(of_row[row] for row in own if row in of_row),
        whole,
        full,
    )


def told_before(source: StorySource, story: Story, first: dt.date) -> Earlier | None:
    """The days before ``first`` in which the story was already told; None where it was hardly.

    They reach back to the first gap of more than :data:`GAP` days without an article of the story.
    """
    if not story.full:
        return None
    since = first - dt.timedelta(min(BACK, first.toordinal() - 1))
    hits = source.weigh(story.profile.weights, since, first - dt.timedelta(1))
    days: Counter[dt.date] = Counter()
    for hit in hits:
        if hit.score >= EARLIER_MEMBER * story.full and (day := source.day_of(hit.row)) is not None:
            days[day] += 1
    reached: list[dt.date] = []
    for day in sorted(days, reverse=True):
        if ((reached[-1] if reached else first) - day).days > GAP:
            break
        reached.append(day)
    articles = sum(days[day] for day in reached)
    if articles < max(FEW_EARLIER, EARLIER_SHARE * len(story.articles)):
        return None
    return Earlier(reached[-1], reached[0], articles)


def _weights(source: StorySource, asked: Sequence[str]) -> dict[str, float]:
    """The words asked for, each with how rare it is; common ones count a little, since they were asked for."""
    parts = list(dict.fromkeys(w for phrase in asked for w in words(phrase)))
    counted, size = source.frequencies(parts), source.size
    return {word: max(LEAST_ASKED, rarity(counted[word], size)) for word in parts}


def _own_articles(source: StorySource, asked: Mapping[str, float], first: dt.date, last: dt.date) -> dict[int, float]:
    """The articles of these days that speak of the event, best first, each with how well it does (in [0, 1])."""
    whole = sum(asked.values())
    hits = sorted(source.weigh(asked, first, last), key=lambda h: (-h.score, h.row))
    if not hits or hits[0].score < BEST_SAID * whole:
        return {}
    least = min(SAID * whole, NEAR_BEST * hits[0].score) if hits[0].score < SAID * whole else SAID * whole
    hits = [hit for hit in hits if hit.score >= least][:LOOKED_AT]
    wanted = {stem(word): weight for word, weight in asked.items()}
    found = []
    for hit, (title, text) in zip(hits, source.texts([h.row for h in hits]), strict=True):
        head = stems(f"{title} . {text[:HEAD]}")
        found.append(((hit.score + sum(w for key, w in wanted.items() if key in head)) / (2 * whole), hit.row))
    found.sort(key=lambda f: (-f[0], f[1]))
    return {row: weight for weight, row in found[:OWN] if weight >= NEAR_BEST * found[0][0]}


def _profile(
    weighted: Mapping[int, float], words_of: _WordsOf, counted: _Counted, size: int, named: float = 0.0
) -> Profile:
    rows = sorted(weighted)
    told = [(weighted[row], w) for row, w in zip(rows, words_of(rows), strict=True)]
    return profile_of(told, counted, size, named)


def _full(found: Sequence[Found], own: Mapping[int, float]) -> float:
    """The score of an article that is wholly of the story: the median of the best, of as many as the event's own."""
    best = sorted((hit.score for hit in found), reverse=True)[: max(5, len(own))]
    return statistics.median(best) if best else 0.0


def _widening(found: Sequence[Found], full: float) -> Sequence[Found]:
    best = sorted(found, key=lambda h: (-h.score, h.row))
    sure = [hit for hit in best[:WIDEN] if hit.score >= SURE * full]
    return sure if len(sure) >= FEWEST else [hit for hit in best[:FEWEST] if hit.score >= HALF_SURE * full]


def _is_subject(weighted: Mapping[int, float], words_of: _WordsOf, counted: _Counted, size: int) -> bool:
    """Is a name of the story one that nearly all of the archive's articles hold?"""
    holders: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for told in words_of(sorted(weighted)):
        for key, (_, word) in told.items():
            holders[key] += 1
            spelt.setdefault(key, word)
    shared = [spelt[key] for key, n in holders.items() if n >= len(weighted) / 2]
    names = [word for word in shared if not is_common(word)]
    held = counted(names)
    return any(held[word] >= SUBJECT * size for word in names)
