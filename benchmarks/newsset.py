"""A data set of news topics in the form of ``../shared/bench/t17``, read by leadup as any other news is."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import pickle
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadup.errors import EmptyWindow, LeadupError
from leadup.intake import Options, article_from_record
from leadup.model import Question
from leadup.reading.light import READER, read_light
from leadup.timeline import Pool, PooledArticle, choose_days


@dataclass(frozen=True, slots=True)
class Reference:
    """What a protocol may know of a reference timeline: its ends, its number of days, its sentences a day."""

    name: str
    first: dt.date
    last: dt.date
    days: int
    per_day: int


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its articles with their light readings, its keywords, and the outlines of its references."""

    name: str
    keywords: tuple[str, ...]
    articles: tuple[PooledArticle, ...]
    references: tuple[Reference, ...]

    def pool(self, first: dt.date | None = None, last: dt.date | None = None) -> Pool:
        """The articles published in ``[first, last]``; an end that is None is open."""
        return Pool.of(
            a
            for a in self.articles
            if a.published is None or ((first or dt.date.min) <= a.published <= (last or dt.date.max))
        )

    def question(self, reference: Reference) -> Question:
        """What the protocol asks for a reference timeline."""
        return Question(
            target=" ".join(self.keywords),
            keywords=self.keywords,
            first=reference.first,
            last=reference.last,
            per_day=reference.per_day,
        )


def case_question(case: Mapping[str, Any]) -> Question:
    """What a lead-up case (a line of a file like ``../shared/bench/leadup_t17.jsonl``) asks."""
    return Question(
        target=case["target"],
        keywords=tuple(case["keywords"]),
        date=dt.date.fromisoformat(case["target_date"]),
        first=dt.date.fromisoformat(case["start"]),
        last=dt.date.fromisoformat(case["end"]),
        per_day=case["sentences_per_day"],
    )


def answer(question: Question, pool: Pool, dates: int) -> dict[str, list[str]]:
    """leadup's answer in the benchmarks' form: the sentences of each of ``dates`` days, best first."""
    found: dict[str, list[str]] = {}
    try:
        choices = choose_days(question, pool, dates=dates)
    except EmptyWindow:
        return found
    for choice in choices:
        found.setdefault(choice.day.isoformat(), []).append(choice.wording.span.exact)
    return found


def topics(dataset: Path, cache: Path | None = None, only: Collection[str] | None = None) -> Iterator[Topic]:
    """The topics of a data set in order of name. ``cache`` keeps readings between runs (development only)."""
    for folder in sorted(p for p in dataset.iterdir() if (p / "articles.jsonl.gz").exists()):
        if only is not None and folder.name not in only:
            continue
        keywords = folder / "keywords.json"
        yield Topic(
            folder.name,
            tuple(json.loads(keywords.read_text(encoding="utf-8"))) if keywords.exists() else (),
            _articles(folder / "articles.jsonl.gz", cache),
            tuple(_references(folder)),
        )


def _articles(path: Path, cache: Path | None) -> tuple[PooledArticle, ...]:
    packed = path.read_bytes()
    kept = cache / f"{path.parent.name}.{hashlib.sha256(packed + READER.encode()).hexdigest()[:16]}" if cache else None
    if kept is not None and kept.exists():
        held: tuple[PooledArticle, ...] = pickle.loads(kept.read_bytes())
        return held
    found = tuple(_read(gzip.decompress(packed).splitlines(), str(path)))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return found


def _read(lines: list[bytes], source: str) -> Iterator[PooledArticle]:
    options = Options()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            article = article_from_record(json.loads(line), source=source, options=options, line=number)
        except LeadupError:
            continue
        yield PooledArticle.of(article, read_light(article))


def _references(folder: Path) -> Iterator[Reference]:
    path = folder / "timelines.jsonl"
    if not path.exists():
        return
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, line in enumerate(lines):
        days: dict[dt.date, int] = {}
        for day, sentences in json.loads(line):
            at = dt.date.fromisoformat(day[:10])
            days[at] = days.get(at, 0) + len(sentences)
        if days:
            per_day = max(1, round(sum(days.values()) / len(days)))
            yield Reference(f"{folder.name}.{number}", min(days), max(days), len(days), per_day)
