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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from leadup.model import Article, Earlier, Question, Reading, Target
from leadup.timeline.language import is_in
from leadup.timeline.pool import Pool, PooledArticle
from leadup.timeline.story.belonging import Belonging
from leadup.timeline.story.own import SMALL, QuestionTerms, own_articles, question_terms, text_around_event
from leadup.timeline.story.profile import Profile, is_common, profile_of, stem_counts
from leadup.timeline.story.source import Found, StorySource
from leadup.timeline.terms import stems

BEFORE, AFTER = 1, 4
"""Days around the event's in which its own articles are looked for: news of it comes at once."""

ASKED = 2.0
"""The words asked for count as so many articles: the fewer tell of the event, the more they are its story."""

ITS_NEWS = 0.5
"""An article whose head says so much of the event is about it throughout; in another only what stands around it is."""

NEWS = 2.0
"""Articles of which the event is the news (each by how much of it its head says) that make a story to widen from: one
that is named in passing is told in its own words alone."""

ROUNDS = 2
WIDEN = 40
"""Articles whose words the story is widened by in a further round, at most."""

SURE = 0.5
"""Their membership, at least..."""

FEWEST, HALF_SURE = 12, 0.4
"""...but where fewer than this many have it, so many of the best are taken, down to this membership: two reports of an
event do not yet make a story."""

MEMBER = 0.5
"""From this membership on an article belongs to the story. At 0.45 half as many entries again are another story's, over
forty questions read line by line; at 0.4 three times as many. The eight real lead-ups hold as much at each."""

NAMED = 0.3
"""From this membership on an article belongs whose headline names whom or what the event is of."""

KIN = 0.5
"""An article that the story widens by holds this share of what the event's own articles do."""

SUBJECT = 0.75
"""Names that so many of an archive's articles hold make it an archive of one story: all of it belongs."""

SUBJECT_NAMED = 2.5
"""How rare the names of such an archive's story are held to be: as those of a story that a twelfth of it tells."""

MOST_MEMBERS = 400
"""Articles that an answer reads, by membership; 800 change no entry of the eight real lead-ups."""

MOST_OF_SUBJECT = 750
"""Articles that an answer reads where the whole archive is of one story: more, since its days are told apart by how
many articles tell of them."""

BACK = 90
"""Days before a window in which the story's beginning is looked for."""

OPENS = 1
"""Sentences with which an article opens that is the event's own: its news."""

GAP = 5
FEW_EARLIER, EARLIER_SHARE = 5, 0.15
"""Articles before the window, at least, and beside those that the answer reads, for the story to have begun there."""

_WordsOf = Callable[[Sequence[int]], Sequence[Mapping[str, tuple[int, str]]]]
_Counted = Callable[[Iterable[str], int], Mapping[str, int]]


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
    asked: Mapping[str, float] = field(default_factory=dict)
    """The stems of what was asked for, with their weights."""
    own_profile: Profile | None = None
    """The words of the event's own articles, before it was widened by others'; None where that is the profile."""
    own_full: float = 0.0
    """How much of these one of its own articles holds."""
    language: str = field(kw_only=True)

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """Its articles by their ids, in order of day."""
        return {article.id: article for article, _ in self.articles}

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """The readings of its articles, by the articles' ids."""
        return {article.id: reading for article, reading in self.articles}

    @cached_property
    def pool(self) -> Pool:
        """Its articles as an answer is chosen from, each with what in it is another matter."""
        return Pool.of((self._pooled(article, reading) for article, reading in self.articles), self.language)

    @cached_property
    def _belonging(self) -> Belonging:
        return Belonging(self.profile, self.asked, language=self.language)

    def _pooled(self, article: Article, reading: Reading) -> PooledArticle:
        membership = self.membership[article.id]
        other = self._belonging.outside(article.text, reading.sentences, membership, article.title)
        if article.id in self.own:
            # With these the event's own article opens, in whatever words.
            other = other.difference(range(OPENS))
        return PooledArticle.of(article, reading, membership, other, article.id in self.own)


def find_story(
    source: StorySource,
    question: Question,
    target: Target | None,
    first: dt.date,
    last: dt.date,
    reported: dt.date,
    language: str,
) -> Story | None:
    """The story of the event asked about, as far as articles tell of ``[first, last]``.

    Articles published up to ``reported`` are looked at, and later ones that name a day of the window. None where no
    article speaks of the event.
    """
    asked = question_terms(source, question, language)
    day = target.day if target else question.date
    near = (first, reported) if day is None else (day - dt.timedelta(BEFORE), day + dt.timedelta(AFTER))
    own = own_articles(source, asked.weights, *near, language=language)
    if not own:
        own = own_articles(source, asked.weights, first, reported, language=language)
    if not own:
        # Of what no article of its time reports, later ones may tell that name its day.
        own = own_articles(source, asked.weights, first, reported, (first, last), language=language)
    if not own:
        return None
    size = source.size
    told: dict[int, Mapping[str, tuple[int, str]]] = {}
    held: dict[str, int] = {}
    counted_to: dict[str, int] = {}

    def counted(wanted: Iterable[str], most: int) -> Mapping[str, int]:
        new = [word for word in wanted if word not in held or held[word] >= counted_to[word] < most]
        held.update(source.frequencies(new, most))
        counted_to.update(dict.fromkeys(new, most))
        return held

    def words_of(rows: Sequence[int]) -> list[Mapping[str, tuple[int, str]]]:
        new = [row for row in rows if row not in told]
        for row, (title, text) in zip(new, source.texts(new), strict=True):
            said = f"{title} . {text}"
            told[row] = stem_counts(
                said if own.get(row, 1.0) >= ITS_NEWS else text_around_event(asked.weights, said, language), language
            )
        return [told[row] for row in rows]

    window = (first, reported, (first, last))
    question_words = (ASKED, asked.stem_counts())
    own_profile = profile = _profile(own, words_of, counted, size, question_words, language=language)
    found = source.weigh(profile.weights, *window)
    of_own = {hit.row: hit.score for hit in found}
    own_full = statistics.median(of_own.get(row, 0.0) for row in own)
    kin = _parts(found, own_full)
    whole = _is_subject(own, words_of, counted, size, language) or _is_named_throughout(asked, counted, size)
    mixed = dict(own)
    for _ in range(ROUNDS if whole or math.fsum(own.values()) >= NEWS else 0):
        full = _full(found, own)
        close = [hit for hit in found if whole or kin.get(hit.row, 0.0) >= KIN]
        mixed = {hit.row: min(1.0, hit.score / full) for hit in _widening(close, full)} if full else {}
        for row, weight in own.items():
            mixed[row] = mixed.get(row, 0.0) + weight
        profile = _profile(mixed, words_of, counted, size, question_words, language=language)
        found = source.weigh(profile.weights, *window)
    if whole := whole or _is_subject(mixed, words_of, counted, size, language):
        profile = _profile(mixed, words_of, counted, size, None, SUBJECT_NAMED, language=language)
        found = source.weigh(profile.weights, *window)
    full = _full(found, own)
    share: dict[int, float] = {}
    for hit in found if full else ():
        # The words of the event's own articles keep what widened from them to their story.
        share[hit.row] = 1.0 if whole else _membership(hit, full, kin)
    if not whole:
        share.update((row, MEMBER) for row in _headlining(source, asked.names, share, language))
    least = 0.0 if whole else MEMBER
    most = MOST_OF_SUBJECT if whole else MOST_MEMBERS
    ranked = sorted((hit.row for hit in found if share.get(hit.row, 0.0) >= least), key=lambda r: (-share[r], r))
    members = ranked[:most]
    loaded = [held for held in source.load(sorted({*members, *own})) if is_in(held[1], language)]
    of_row = {row: article.id for row, article, _ in loaded}
    return Story(
        profile,
        tuple((article, reading) for _, article, reading in loaded),
        {article.id: max(MEMBER, share.get(row, 0.0)) for row, article, _ in loaded},
        tuple(of_row[row] for row in own if row in of_row),
        whole,
        full,
        asked.by_stem(),
        None if profile is own_profile else own_profile,
        own_full,
        language=language,
    )


def _parts(found: Sequence[Found], full: float) -> dict[int, float]:
    """How much of what a whole one holds each of these articles does, in [0, 1]."""
    return {hit.row: min(1.0, hit.score / full) for hit in found} if full else {}


def _membership(hit: Found, full: float, kin: Mapping[int, float]) -> float:
    """How surely an article belongs, by the story's words and by those of the event's own articles."""
    return math.sqrt(min(1.0, hit.score / full) * kin.get(hit.row, 0.0))


def _headlining(
    source: StorySource, names: Collection[str], share: Mapping[int, float], language: str
) -> Iterator[int]:
    """The articles that fall somewhat short of belonging, and have one of these names in their headline."""
    near = [row for row, part in share.items() if NAMED <= part < MEMBER] if names else []
    for row, (title, _) in zip(near, source.texts(near), strict=True):
        if not stems(title, language).isdisjoint(names):
            yield row


def earlier_days(source: StorySource, story: Story, first: dt.date) -> Earlier | None:
    """The days before ``first`` in which the story was already told; None where it was hardly.

    Articles are of the story by the same measure as those that the answer reads. They reach back to the first gap of
    more than :data:`GAP` days without one.
    """
    if not story.full:
        return None
    since, until = first - dt.timedelta(min(BACK, first.toordinal() - 1)), first - dt.timedelta(1)
    hits = source.weigh(story.profile.weights, since, until)
    by_own = hits if story.own_profile is None else source.weigh(story.own_profile.weights, since, until)
    kin = _parts(by_own, story.own_full or story.full)
    days: Counter[dt.date] = Counter()
    for hit in hits:
        if _membership(hit, story.full, kin) >= MEMBER and (day := source.day_of(hit.row)) is not None:
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


def _profile(
    weighted: Mapping[int, float],
    words_of: _WordsOf,
    counted: _Counted,
    size: int,
    asked: tuple[float, Mapping[str, tuple[int, str]]] | None = None,
    named: float = 0.0,
    *,
    language: str,
) -> Profile:
    rows = sorted(weighted)
    told = [(weighted[row], w) for row, w in zip(rows, words_of(rows), strict=True)]
    return profile_of([*told, asked] if asked else told, counted, size, named, language=language)


def _full(found: Sequence[Found], own: Mapping[int, float]) -> float:
    """The score of an article that is wholly of the story: the median of the best, of as many as the event's own."""
    best = sorted((hit.score for hit in found), reverse=True)[: max(5, len(own))]
    return statistics.median(best) if best else 0.0


def _widening(found: Sequence[Found], full: float) -> Sequence[Found]:
    best = sorted(found, key=lambda h: (-h.score, h.row))
    sure = [hit for hit in best[:WIDEN] if hit.score >= SURE * full]
    return sure if len(sure) >= FEWEST else [hit for hit in best[:FEWEST] if hit.score >= HALF_SURE * full]


def _is_subject(weighted: Mapping[int, float], words_of: _WordsOf, counted: _Counted, size: int, language: str) -> bool:
    """Is a name of the story one that nearly all of the archive's articles hold?"""
    holders: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for told in words_of(sorted(weighted)):
        for key, (_, word) in told.items():
            holders[key] += 1
            spelt.setdefault(key, word)
    shared = [spelt[key] for key, n in holders.items() if n >= len(weighted) / 2]
    names = [word for word in shared if not is_common(word, language)]
    held = counted(names, size)
    return any(held[word] >= SUBJECT * size for word in names)


def _is_named_throughout(asked: QuestionTerms, counted: _Counted, size: int) -> bool:
    """Do nearly all of an archive's few articles hold every word of a name that is asked for, even one of common words
    ("the Kettle Falls dam")?"""
    if size >= SMALL:
        return False
    held = counted([word for name in asked.whole_names for word in name], size)
    return any(all(held[word] >= SUBJECT * size for word in name) for name in asked.whole_names)
