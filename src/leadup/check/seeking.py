"""The sentences of an archive that bear on a statement, by the share of its words that they hold."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from leadup.check.wording import WORD, classes_in, countries_among, kinds_of, phrases_in, stem_of, stems_of
from leadup.model import Article, Reading
from leadup.timeline.story import StorySource
from leadup.timeline.story.source import Found

NEAR = dt.timedelta(2), dt.timedelta(12)
"""Days before and after a statement's own in which its reports stand first."""
NEAREST, ANYWHERE = 20, 12
"""Articles that are read of those days, and of all days: with half as many one true line in forty is not found."""
BURST, BURST_OF, BURST_SHARE, BURST_DAYS = 8, 150, 0.7, 3
"""Articles read of the three days that hold most of the best 150 with this share of the best one's words."""
COMMON = 0.25
"""A word that this share of an archive's articles hold finds nothing."""
FEWEST = 4
RAREST = 7.0
NAMED = 0.7
"""What a name counts that stands not in the sentence, but in its title or within two sentences of it."""
KIN = 0.75
"""What another word for the same kind of deed counts."""
_WITHIN = 1
"""Little words that may stand within the name of a country: "the United States of America"."""
CLOSE = 2
KEPT = 400


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a statement that says something: its stem, how telling it is, and the kinds of deed it may tell of."""

    key: str
    word: str
    start: int
    end: int
    weight: float
    is_name: bool
    families: frozenset[str]


@dataclass(frozen=True, slots=True)
class Indexed:
    """An article with the stems of each of its sentences, and the language whose words they are."""

    article: Article
    reading: Reading
    stems: tuple[frozenset[str], ...]
    title: frozenset[str]
    language: str
    _kinds: dict[int, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    _classes: dict[int, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def words(self, at: int) -> str:
        """A sentence."""
        s = self.reading.sentences[at]
        return self.article.text[s.start : s.end]

    def kinds(self, at: int) -> frozenset[str]:
        """The kinds of deed that the words and phrases of a sentence may tell of."""
        found = self._kinds.get(at)
        if found is None:
            phrases = phrases_in(WORD.findall(self.words(at)), self.language)
            found = frozenset().union(*(kinds_of(stem, self.language) for stem in self.stems[at]), *phrases.values())
            self._kinds[at] = found
        return found

    def classes(self, at: int) -> frozenset[str]:
        """The broader classes of deeds and things that they may tell of."""
        found = self._classes.get(at)
        if found is None:
            found = self._classes[at] = classes_in(self.words(at), self.language)
        return found


@dataclass(frozen=True, slots=True)
class Bearing:
    """A sentence that bears on a statement: the share of it that it holds with its surroundings, and by itself."""

    indexed: Indexed
    sentence: int
    score: float
    own: float

    @property
    def words(self) -> str:
        """The sentence."""
        return self.indexed.words(self.sentence)

    @property
    def place(self) -> tuple[str, int]:
        """Its article, and where it stands in it."""
        return self.indexed.article.id, self.indexed.reading.sentences[self.sentence].start

    @property
    def published(self) -> dt.date | None:
        """The day of its article."""
        return self.indexed.article.day


@dataclass
class Seeker:
    """Looks for what bears on statements of a language, and keeps the articles that it has read for the next ones."""

    source: StorySource
    language: str
    _held: dict[int, Indexed] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _size: int = 0

    def terms(self, words: str) -> tuple[Term, ...]:
        """The words of a statement that say something, each once."""
        self._size = self._size or self.source.size
        found: dict[str, Term] = {}
        every = list(WORD.finditer(words))
        phrases = {
            every[k].start(): names for k, names in phrases_in([m.group() for m in every], self.language).items()
        }
        said = [m for m in every if stem_of(m.group(), self.language)]
        new = [m.group() for m in said if m.group() not in self._counts]
        self._counts.update(self.source.frequencies(new))
        for match in said:
            key = stem_of(match.group(), self.language)
            rare = math.log((self._size + 1) / (self._counts[match.group()] + 0.5))
            named = (match.group()[0].isupper() and match.start() > 0) or match.group()[0].isdigit()
            named = named or (match.group()[0].isupper() and not kinds_of(key, self.language))
            kinds = kinds_of(key, self.language) | phrases.get(match.start(), frozenset())
            term = Term(
                key,
                match.group(),
                *match.span(),
                min(RAREST, max(0.3, rare)),
                named,
                frozenset() if match.group()[0].isupper() and match.start() else kinds,
            )
            found.setdefault(key, term)
        keys = [stem_of(m.group(), self.language) for m in said if m.group()[0].isupper()]
        for country, stems in countries_among(keys, self.language).items():
            # "the United States" is one name, and that of "the U.S.".
            parts = sorted((found[key] for key in stems if key in found), key=lambda t: t.start)
            if len(parts) < len(stems) or len(words[parts[0].start : parts[-1].end].split()) > len(parts) + _WITHIN:
                continue
            weight = max(t.weight for t in parts)
            word = max(parts, key=lambda t: t.weight).word
            whole = Term(country, word, parts[0].start, parts[-1].end, weight, True, frozenset())
            found = {k: t for k, t in found.items() if k not in stems or keys.count(k) > 1}
            found.setdefault(country, whole)
        return tuple(sorted(found.values(), key=lambda t: t.start))

    def seek(self, terms: Sequence[Term], day: dt.date | None, limit: int = 24) -> list[Bearing]:
        """The sentences that hold most of these terms, best first; one day's reports are looked through first."""
        rare = {t.word: t.weight for t in terms if t.weight > -math.log(COMMON)}
        if len(rare) < FEWEST:
            # In an archive of one story all its names are common.
            rare = {t.word: t.weight for t in terms}
        hits = self.source.weigh(rare, dt.date(1, 1, 1), dt.date.max, most=BURST_OF)
        rows = [hit.row for hit in hits[:ANYWHERE]]
        if day is not None:
            near = self.source.weigh(rare, _plus(day, -NEAR[0]), _plus(day, NEAR[1]), most=NEAREST)
            rows += [hit.row for hit in near if hit.row not in rows]
            rows += [row for row in self._burst(hits) if row not in rows]
        found: list[Bearing] = []
        for indexed in self._load(rows):
            found += bearings(indexed, terms)
        found.sort(key=lambda b: (-round(b.score, 6), -b.own, b.indexed.article.id, b.sentence))
        best = found[:limit]
        if day is not None:
            # What is of its own day may tell it in other words.
            then = [b for b in found[limit:] if b.published and -1 <= (b.published - day).days <= 3]
            best += then[: limit // 2]
        return best

    def _burst(self, hits: Sequence[Found]) -> list[int]:
        """The articles of the days on which most of the best ones stand: when a thing was news."""
        held: dict[dt.date, list[tuple[float, int]]] = defaultdict(list)
        for hit in hits[:BURST_OF]:
            day = self.source.day_of(hit.row)
            if day is not None and hit.score >= BURST_SHARE * hits[0].score:
                held[day].append((hit.score, hit.row))
        if not held:
            return []

        def of(day: dt.date) -> list[tuple[float, int]]:
            return [x for k in range(BURST_DAYS) for x in held.get(_plus(day, dt.timedelta(k)), ())]

        busiest = max(sorted(held), key=lambda day: math.fsum(score for score, _ in of(day)))
        return [row for _, row in sorted(of(busiest), key=lambda x: (-x[0], x[1]))[:BURST]]

    def _load(self, rows: Sequence[int]) -> list[Indexed]:
        new = [row for row in rows if row not in self._held]
        if len(self._held) + len(new) > KEPT:
            self._held.clear()
            new = list(rows)
        for row, article, reading in self.source.load(new):
            self._held[row] = index(article, reading, self.language)
        return [self._held[row] for row in rows if row in self._held]


def index(article: Article, reading: Reading, language: str) -> Indexed:
    """The article with the stems of its sentences."""
    text = article.text
    stems = tuple(stems_of(text[s.start : s.end], language) for s in reading.sentences)
    return Indexed(article, reading, stems, stems_of(article.title or "", language), language)


def bearings(indexed: Indexed, terms: Sequence[Term], least: float = 0.3) -> list[Bearing]:
    """The sentences of an article that hold at least the share ``least`` of the terms."""
    whole = math.fsum(t.weight for t in terms) or 1.0
    keys = {t.key for t in terms}
    if not keys:
        return []
    found = []
    hits = [stems & keys for stems in indexed.stems]
    for at, hit in enumerate(hits):
        if not hit or indexed.reading.sentences[at].repeated:
            continue
        near: set[str] = set(indexed.title)
        for k in range(max(0, at - CLOSE), min(len(hits), at + CLOSE + 1)):
            near |= hits[k]
        if math.fsum(t.weight for t in terms if t.key in near) < least * whole * 0.8:
            continue
        kinds = indexed.kinds(at)
        own = score = 0.0
        for t in terms:
            if t.key in hit:
                own += t.weight
                score += t.weight
            elif t.families & kinds:
                own += KIN * t.weight
                score += KIN * t.weight
            elif t.is_name and t.key in near:
                score += NAMED * t.weight
        if score >= least * whole:
            found.append(Bearing(indexed, at, score / whole, own / whole))
    return found


def _plus(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return day
