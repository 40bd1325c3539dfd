#!/usr/bin/env python3
"""How an archive grows: build time, size, memory, and the time of a search and of a whole answer.

    python benchmarks/scale.py N [--jobs 2] [--archive DIR] [--questions 40] [--json]

Makes a synthetic archive of N articles (the same for the same N): words from a Zipf vocabulary, three years of days,
stories that run for some days with their own names, places and weekdays. Then asks: ``search`` by words and a 14-day
window, and whole answers. ``--archive`` keeps the archive and uses it again. Times in ms of wall clock.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing as mp
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from leadup import lead_up
from leadup.archive import IndexedArticle
from leadup.errors import QuestionError
from leadup.ingest import Archive, prepare
from leadup.model import Article, Paragraph, Published, Question, article_id

FIRST = dt.date(2018, 1, 1)
DAYS = 3 * 365
VOCABULARY = 50_000
BATCH = 500
_ONSET = ("b", "br", "d", "dr", "f", "g", "gr", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v")
_VOWEL = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODA = ("", "n", "r", "l", "s", "t", "nd", "m", "k")
_VERBS = ["struck", "met", "arrested", "condemned", "voted for", "warned", "visited", "sued", "shelled", "freed"]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _word(number: int) -> str:
    pick = random.Random(number * 2_654_435_761)
    return "".join(pick.choice(_ONSET) + pick.choice(_VOWEL) + pick.choice(_CODA) for _ in range(2 + number % 2))


class World:
    """The made-up news: a vocabulary with Zipf weights, and stories by day."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.words = [_word(n) for n in range(VOCABULARY)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        self.stories = max(20, articles // 40)

    def story(self, number: int) -> tuple[dt.date, str, str, str]:
        """First day, actor, counterpart and place of a story."""
        pick = random.Random(f"story {number}")
        names = [pick.choice(self.words).capitalize() for _ in range(4)]
        day = FIRST + dt.timedelta(pick.randrange(DAYS))
        return day, f"{names[0]} {names[1]}", names[2], names[3]

    def article(self, number: int) -> Article:
        """The n-th article: a report of a story's day, in its own words."""
        pick = random.Random(f"article {number}")
        first, actor, other, place = self.story(pick.randrange(self.stories))
        day = first + dt.timedelta(min(int(pick.expovariate(0.25)), 30))
        told = day - dt.timedelta(pick.choice([0, 0, 1, 1, 2, 7]))
        when = pick.choice([f"on {_WEEKDAYS[told.weekday()]}", f"on {told:%B} {told.day}, {told.year}"])
        lines = [f"{actor} {pick.choice(_VERBS)} {other} in {place} {when}, killing {pick.randrange(2, 40)} people."]
        for _ in range(8):
            words = pick.choices(self.words, cum_weights=self.weights, k=pick.randrange(14, 26))
            lines.append(f"The {' '.join(words[:6])}, {' '.join(words[6:])}.")
        text = " ".join(lines[:4]) + "\n\n" + " ".join(lines[4:])
        middle = text.index("\n\n")
        at = dt.datetime(day.year, day.month, day.day, 6 + number % 16, tzinfo=dt.UTC)
        outlet = f"Outlet {pick.randrange(200)}"
        return Article(
            id=article_id(text, outlet),
            source=f"synthetic/{number}",
            text=text,
            paragraphs=(Paragraph(0, middle), Paragraph(middle + 2, len(text))),
            outlet=outlet,
            title=f"{actor} and {other} in {place}",
            published=Published(at, "minute", "sure", "made up"),
        )


_world: World | None = None


def _begin(articles: int) -> None:
    global _world
    _world = World(articles)


def _batch(first: int) -> list[IndexedArticle]:
    assert _world is not None
    return [prepare(_world.article(n)) for n in range(first, min(first + BATCH, _world.articles))]


def build(archive: Archive, articles: int, jobs: int) -> float:
    """Fill the archive; returns seconds."""
    start = time.perf_counter()
    with mp.get_context("spawn").Pool(jobs, _begin, (articles,)) as pool:
        for batch in _bounded(pool, range(0, articles, BATCH), jobs * 3):
            archive.write(batch)
    return time.perf_counter() - start


def _bounded(pool: Any, starts: range, ahead: int) -> Iterator[list[IndexedArticle]]:
    """The batches in order, a few made ahead."""
    waiting = []
    for first in starts:
        waiting.append(pool.apply_async(_batch, (first,)))
        if len(waiting) >= ahead:
            yield waiting.pop(0).get()
    for last in waiting:
        yield last.get()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--questions", type=int, default=40)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object on the last line")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = asked.archive or Path(made) / "archive"
        with Archive(folder, create=True) as archive:
            held = archive.stats().articles
            seconds = build(archive, asked.articles, asked.jobs) if held == 0 else None
            figures = measure(archive, asked.articles, asked.questions, seconds)
    for name, value in figures.items():
        print(f"{name:26s} {value}")
    if asked.json:
        print(json.dumps(figures))


def measure(archive: Archive, articles: int, questions: int, seconds: float | None) -> dict[str, Any]:
    """Ask about stories drawn evenly, and take the times."""
    world = World(articles)
    searches, answers, unanswered = [], [], 0
    # The first answer of a process loads the lexicons and the parser: once, not once a question.
    _ask(archive, world, 1)
    for n in range(questions):
        day, actor, _, _ = world.story(n * world.stories // questions)
        common = " ".join(world.words[n % 50 : n % 50 + 2])
        start = time.perf_counter()
        archive.search(f"{actor} {common}", day, day + dt.timedelta(14))
        searches.append(1000 * (time.perf_counter() - start))
        start = time.perf_counter()
        unanswered += not _ask(archive, world, n * world.stories // questions)
        answers.append(1000 * (time.perf_counter() - start))
    stats = archive.stats()
    return {
        "articles": stats.articles,
        "build_s": None if seconds is None else round(seconds, 1),
        "articles_per_s": None if seconds is None else round(stats.articles / seconds, 1),
        "bytes_per_article": round(stats.bytes / max(1, stats.articles)),
        "file_mib": round(stats.bytes / 2**20, 1),
        "peak_memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        **_quantiles("search_ms", searches),
        **_quantiles("answer_ms", answers),
        "unanswered": unanswered,
    }


def _ask(archive: Archive, world: World, story: int) -> bool:
    day, actor, other, place = world.story(story)
    try:
        lead_up(Question(f"{actor} and {other} in {place}", date=day + dt.timedelta(10), days=14), archive)
    except QuestionError:
        return False
    return True


def _quantiles(name: str, values: list[float]) -> dict[str, float]:
    cut = statistics.quantiles(values, n=20, method="inclusive")
    return {f"{name}_p50": round(cut[9], 1), f"{name}_p95": round(cut[18], 1)}


if __name__ == "__main__":
    main()
