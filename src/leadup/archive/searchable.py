"""What an archive holds of a question: articles by words, by days, by weights, and the words it knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from leadup.archive import codec, completing, passages, schema, seals, search
from leadup.archive.articles import ArchiveOfArticles, summary_of
from leadup.archive.completing import Completions
from leadup.archive.forms import Forms
from leadup.archive.passages import ArticleSummary, Found, Passage, Row, SearchTerms
from leadup.archive.search import Hit
from leadup.model import Article, Reading, Span

COMMON = 3
"""A word of more than one in so many articles says nothing of what is asked."""


class SearchableArchive(ArchiveOfArticles):
    """The file, searched. Raises as :class:`leadup.archive.Archive` does."""

    def search(
        self, words: str, first: dt.date | None = None, last: dt.date | None = None, limit: int = 20
    ) -> tuple[ArticleSummary, ...]:
        """The articles published in the window that hold these words, best first."""
        with self._sound():
            hits = search.find(self._db, search.query_words([words]), first, last, limit)
            summaries = []
            for hit in hits:
                article, _, superseded = self._whole(hit.row)
                summaries.append(summary_of(hit.row, article.id, self._outlet_of(article), article.title, superseded))
        return tuple(summaries)

    def passages(
        self, asked: str, first: dt.date | None = None, last: dt.date | None = None, limit: int = 20
    ) -> tuple[Passage, ...]:
        """The articles published in the window that hold these words, and the phrases in quotes, best first."""
        return self.find(asked, first, last, limit=limit).passages

    def find(
        self,
        asked: str,
        first: dt.date | None = None,
        last: dt.date | None = None,
        *,
        outlet: str = "",
        limit: int = 20,
        skip: int = 0,
        latest: bool = False,
    ) -> Found:
        """The same, of the outlets whose name holds ``outlet``, from the one numbered ``skip`` on, and how many there
        are; latest first where asked so."""
        sought, wanted = SearchTerms.of(asked), outlet.casefold()
        passages_shown: list[Passage] = []
        with self._sound():
            rows, whole = passages.rows(self._db, sought, first, last, latest)
            passed = 0
            for row in rows:
                if wanted and all(wanted not in name.casefold() for name in self._outlets_at(row.row)):
                    continue
                passed += 1
                if passed > skip + limit:
                    return Found(tuple(passages_shown), whole, whole >= passages.MOST_RANKED or bool(wanted), True)
                if passed > skip:
                    passages_shown += self._passage(row, sought)
        return Found(tuple(passages_shown), passed if wanted else whole, whole >= passages.MOST_RANKED, False)

    def complete(self, typed: str, most: int = 8) -> Completions:
        """Names and titles that begin with, or hold, the words typed so far."""
        with self._sound():
            return completing.complete(self._db, typed, most)

    def volume(self, words: str, first: dt.date, last: dt.date) -> dict[dt.date, int]:
        """How many articles published on each day of ``[first, last]`` hold all of these words but those that more than
        a third of all do; days without any are left out."""
        asked = search.query_words([words])
        with self._sound():
            most = self.size / COMMON
            rare = [word for word in asked if search.frequency(self._db, word) <= most]
            return search.volume(self._db, rare or asked, first, last)

    def _passage(self, at: Row, sought: SearchTerms) -> Iterator[Passage]:
        """The article of a row as a search shows it; none where it was taken out meanwhile."""
        held = self._db.execute(
            "SELECT id, title, text, outlet, url, record, reading, superseded, checksum, "
            f"{seals.AS_WRITTEN} FROM article WHERE row = ?",
            (at.row,),
        ).fetchone()
        if held is None:
            if seals.is_lost(self._db, at.row):
                raise self._damaged(at.row)
            return
        id, title, text, outlet, url, record, packed, superseded, sum, as_written = held
        if not as_written or codec.checksum(record, text, title) != sum:
            raise self._damaged(at.row)
        listed = summary_of(at.row, id, self._outlet_shown(outlet, url, title), title, superseded)
        place = passages.place_of(text, packed, sought, self._forms)
        if place is None:
            yield Passage(listed, None, None, (), at.lacks)
        else:
            yield Passage(listed, Span.of(id, text, place.start, place.end), place.day, place.marks, at.lacks)

    def _outlets_at(self, row: int) -> tuple[str, ...]:
        """The name of a row's outlet in its record, and the one that it is shown under."""
        held = self._db.execute("SELECT outlet, url, title FROM article WHERE row = ?", (row,)).fetchone()
        return () if held is None else tuple(filter(None, (held[0], self._outlet_shown(*held))))

    def _outlet_of(self, article: Article) -> str | None:
        return self._outlet_shown(article.outlet, article.url, article.title)

    @cached_property
    def _forms(self) -> Forms:
        return Forms()

    def close(self) -> None:
        """Let go of the file, and of what was made beside it in memory."""
        super().close()
        if "_forms" in self.__dict__:
            self._forms.close()

    def candidates(
        self, words: Sequence[str], first: dt.date | None = None, last: dt.date | None = None, limit: int = 2_000
    ) -> tuple[tuple[Article, Reading], ...]:
        """The articles that may tell of ``[first, last]`` in these words, with their light readings, in order of day.

        They were published in the window or soon after it, or later with a day of the window named in their text.
        Replaced versions are left out. Without a window, those that hold the words best.
        """
        asked = search.query_words(words)
        with self._sound():
            if first is None or last is None:
                hits = search.find(self._db, asked, first, last, limit)
            else:
                # What is printed on the eve may announce a day; what is printed after tells of it.
                until = min(last, dt.date.max - dt.timedelta(search.REPORTED_WITHIN))
                until += dt.timedelta(search.REPORTED_WITHIN)
                hits = search.find(self._db, asked, first, until, limit)
                hits += search.told_of(self._db, asked, first, last, schema.last_row(until), limit)
                hits = sorted(hits, key=lambda h: (-h.score, h.row))[:limit]
            return tuple((article, reading) for _, article, reading in self._read(h.row for h in hits))

    def retrieve(
        self, parts: Sequence[tuple[float, tuple[str, ...]]], limit: int = 200
    ) -> tuple[tuple[Article, Reading], ...]:
        """The articles that best tell of something, with their light readings, in order of day.

        ``parts`` are the things that it consists of, each with its weight and the words (or phrases) that may stand for
        it. Replaced versions are left out.
        """
        wanted = [search.Part(weight, words) for weight, words in parts if words]
        with self._sound():
            hits = search.together(self._db, wanted, limit) if wanted else []
            return tuple((article, reading) for _, article, reading in self._read(h.row for h in hits))

    def spellings(self, letters: str) -> dict[str, int]:
        """The indexed words (stems) that begin with one of these letters, and how many articles hold each."""
        with self._sound():
            return search.vocabulary(self._db, letters)

    def holding(self, phrase: str) -> int:
        """How many articles hold these words side by side."""
        with self._sound():
            return search.count(self._db, phrase)

    def frequencies(self, words: Iterable[str], most: int | None = None) -> dict[str, int]:
        """How many articles hold each of these words, in any of its forms, counted no further than ``most``."""
        with self._sound():
            return {word: search.frequency(self._db, word, most) for word in words}

    def weigh(
        self,
        weights: Mapping[str, float],
        first: dt.date,
        last: dt.date,
        told: tuple[dt.date, dt.date] | None = None,
        most: int | None = None,
    ) -> tuple[Hit, ...]:
        """The articles published in ``[first, last]`` by the weights of the words they hold, best first.

        With ``told`` also those published later, or undated, whose text names a day of that span. At most ``most``.
        """
        with self._sound():
            return tuple(search.weigh(self._db, weights, first, last, told, most))

    def unread(self, words: Sequence[str], first: dt.date, last: dt.date) -> tuple[tuple[str, int], ...]:
        """The languages, most articles first, of what the window holds of these words and was not read."""
        with self._sound():
            return tuple(search.unread(self._db, search.query_words(words), first, last))
