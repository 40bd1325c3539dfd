"""All that the pool tells of a window's days, in columns: what ranking days and sentences reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from leadup.model import PieceKind, Question, Sentence
from leadup.reading.piece import argued
from leadup.reading.syntax import Parse, parse_each
from leadup.timeline.dating import DatedSentence, dated_sentences_of, is_under_day
from leadup.timeline.pool import Pool
from leadup.timeline.relevance import Topic
from leadup.timeline.target.match import Match
from leadup.timeline.target.matching import Matcher
from leadup.timeline.terms import Vocabulary, length

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Undated sentences count as told of the publication day only this near the head of their article: further down, an
# undated sentence is as often background.
HEAD = 5

# Added to every term's rarity (a log), so that the words which all articles share ("oil", "spill") stay in the
# picture: they are also what a person writes. From 0 to 2, AR-1 on Timeline17 rises by 0.008.
COMMON = 2.0


@dataclass(frozen=True)
class Table:
    """The mentions of the days ``[first, last]`` (ordinals), one a row, in pool order.

    ``day`` is what the row tells of and ``lag`` how many days later its article was published (0 where that is not
    known); ``explicit`` says that the text places it there, else it is an undated sentence near its article's head,
    told of the publication day. ``is_main_day`` and ``under_heading`` say whether the day is the one it most tells of,
    and whether it is set under the day as a chronicle's line is, ``date_weight``, in [0, 1], how far its dating is to
    be relied on. ``terms`` are the numbers of its content words, each once; ``length`` counts all its words.
    ``on_topic`` says that it holds a word of the question; ``share`` is how much of its article does, and ``dated`` how
    many sentences of its article are dated.
    """

    pool: Pool
    first: int
    last: int
    rows: tuple[DatedSentence, ...]
    terms: tuple[tuple[int, ...], ...]
    vocabulary: Vocabulary
    day: Ints
    article: Ints
    lag: Ints
    explicit: NDArray[np.bool_]
    is_main_day: NDArray[np.bool_]
    under_heading: NDArray[np.bool_]
    date_weight: Floats
    on_topic: NDArray[np.bool_]
    length: Ints
    share: Floats
    dated: Ints

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def language(self) -> str:
        """The language that the pool's articles are read in."""
        return self.pool.language

    def sentence(self, row: int) -> Sentence:
        """The sentence of a row, as it was read lightly."""
        at = self.rows[row]
        return self.pool.articles[at.article].reading.sentences[at.sentence]

    def text(self, row: int) -> str:
        """The verbatim sentence of a row."""
        sentence = self.sentence(row)
        return self.pool.articles[self.rows[row].article].text[sentence.start : sentence.end]

    def tree(self, row: int) -> Parse:
        """The parse of a row's sentence, made when it is first asked for."""
        if row not in self._trees:
            self.read_trees((row,))
        return self._trees[row]

    def read_trees(self, rows: Iterable[int]) -> None:
        """Parse the sentences of rows side by side, which takes far less time than one by one; for :meth:`tree`."""
        wanted = [row for row in dict.fromkeys(rows) if row not in self._trees]
        places = []
        for row in wanted:
            sentence = self.sentence(row)
            places.append((self.pool.articles[self.rows[row].article].text, sentence.start, sentence.end))
        self._trees.update(zip(wanted, parse_each(places, self.language), strict=True))

    def piece(self, row: int) -> PieceKind:
        """What kind of piece the article of a row is."""
        return self.pool.articles[self.rows[row].article].reading.piece.kind

    def is_opinion(self, row: int) -> bool:
        """Is the article of a row an opinion piece?"""
        kind = self.piece(row)
        return kind == "opinion"

    def argued(self, row: int) -> float:
        """How much the article of a row argues where reports report, in [0, 1]."""
        at = self.rows[row].article
        if at not in self._argued:
            article = self.pool.articles[at]
            self._argued[at] = argued(article.text, article.reading, self.language)
        return self._argued[at]

    def matches(self, matcher: Matcher, article: int) -> tuple[Match, ...]:
        """What of an article (by its index in the pool) a matcher finds, titles first; sought once, whichever of its
        rows is asked about."""
        if (matcher, article) not in self._matches:
            self._matches[matcher, article] = tuple(matcher.of_article(article, self.pool.articles[article]))
        return self._matches[matcher, article]

    @cached_property
    def _argued(self) -> dict[int, float]:
        return {}

    @cached_property
    def _matches(self) -> dict[tuple[Matcher, int], tuple[Match, ...]]:
        return {}

    @cached_property
    def _trees(self) -> dict[int, Parse]:
        return {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The stem of each term, by its number."""
        return tuple(self.vocabulary.number)

    def stems(self, row: int) -> tuple[str, ...]:
        """The stems of a row's content words, each once."""
        return tuple(self.names[term] for term in self.terms[row])

    @cached_property
    def rarity(self) -> Floats:
        """For each term, how few of the pool's articles hold it, plus :data:`COMMON`."""
        rare, rarest = self.pool.rarity, self.pool.rarest
        return np.array([rare.get(stem, rarest) + COMMON for stem in self.vocabulary.number], dtype=np.float64)

    def held(self, first: int, last: int) -> Floats:
        """For each term, how many rows of the days ``[first, last]`` (ordinals) hold it."""
        days, terms = self._by_day
        start, end = np.searchsorted(days, (first, last + 1))
        return np.bincount(terms[start:end], minlength=len(self.vocabulary)).astype(np.float64)

    @cached_property
    def _by_day(self) -> tuple[Ints, Ints]:
        """Every term of every row, with its row's day, in order of day."""
        days = np.repeat(self.day, [len(terms) for terms in self.terms])
        terms = np.fromiter((term for terms in self.terms for term in terms), dtype=np.int64, count=len(days))
        order = np.argsort(days, kind="stable")
        return days[order], terms[order]

    @cached_property
    def of_day(self) -> dict[int, Ints]:
        """The rows of each day, in pool order."""
        if not len(self.day):
            return {}
        order = np.argsort(self.day, kind="stable")
        days, starts = np.unique(self.day[order], return_index=True)
        return {int(d): rows for d, rows in zip(days, np.split(order, starts[1:]), strict=True)}


def read_table(
    pool: Pool,
    question: Question,
    first: int,
    last: int,
    *,
    asides: bool = False,
    named: bool = False,
    further: Iterable[DatedSentence] = (),
) -> Table:
    """The table of what the pool tells of the days ``[first, last]`` and of the morning after each.

    With ``asides`` sentences count too that have a day in an aside alone ("who died on May 4"), as far as their dating
    is to be relied on, and with ``named`` for all days that they name; ``further`` are sentences of days that they do
    not name.
    """
    topic = Topic.of(question, pool.language)
    told = dated_sentences_of(pool, first, last + 1, asides=asides, named=named)
    dated = (at for at in told if at.explicit or at.sentence < HEAD)
    rows = tuple(sorted((*further, *dated), key=lambda at: (at.article, at.sentence)))
    vocabulary = Vocabulary(pool.language)
    read: dict[tuple[int, int], tuple[tuple[int, ...], int]] = {}
    shares: dict[int, tuple[float, int]] = {}
    for at in rows:
        article = pool.articles[at.article]
        sentences = article.reading.sentences
        if at.article not in shares:
            shares[at.article] = (
                topic.share(article.text, sentences),
                sum(any(d.by != "published" and d.span.single for d in s.dates) for s in sentences),
            )
        key = (at.article, at.sentence)
        if key not in read:
            text = article.text[sentences[at.sentence].start : sentences[at.sentence].end]
            read[key] = (tuple(dict.fromkeys(vocabulary.read(text))), length(text))
    wanted = topic.numbers(vocabulary)
    terms = tuple(read[at.article, at.sentence][0] for at in rows)
    published = (pool.articles[at.article].published for at in rows)
    return Table(
        pool=pool,
        first=first,
        last=last,
        rows=rows,
        terms=terms,
        vocabulary=vocabulary,
        day=_ints(at.day for at in rows),
        article=_ints(at.article for at in rows),
        lag=_ints(p.toordinal() - at.day if p else 0 for p, at in zip(published, rows, strict=True)),
        explicit=np.array([at.explicit for at in rows], dtype=np.bool_),
        is_main_day=np.array([at.is_main_day for at in rows], dtype=np.bool_),
        under_heading=np.array([_headed(pool, at) for at in rows], dtype=np.bool_),
        date_weight=np.array([at.date.weight for at in rows], dtype=np.float64),
        on_topic=np.array([not wanted.isdisjoint(t) for t in terms], dtype=np.bool_),
        length=_ints(read[at.article, at.sentence][1] for at in rows),
        share=np.array([shares[at.article][0] for at in rows], dtype=np.float64),
        dated=_ints(shares[at.article][1] for at in rows),
    )


def _headed(pool: Pool, at: DatedSentence) -> bool:
    article = pool.articles[at.article]
    return is_under_day(article.text, article.reading.sentences[at.sentence], at.day, at.date, pool.language)


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)
