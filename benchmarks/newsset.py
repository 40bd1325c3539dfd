"""A data set of news topics in the form of ``../shared/bench/t17``, read by leadup as any other news is.

Some data sets hold their own answers: an article that is a reference timeline, almost word for word. Which are left out
is said in a file of JSON, ``{topic: [id, ...]}``, by default ``NAME_copies.json`` beside the data set's folder NAME.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import importlib
import json
import pickle
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from leadup.errors import EmptyWindow, LeadupError
from leadup.intake import Options, article_from_record
from leadup.lang import ENGLISH
from leadup.model import Question
from leadup.reading.light import light_mark, read_light
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
    """One topic: its articles with their light readings, its keywords, and the outlines of its references.

    ``ids`` are the articles' ids in the data set, in the same order.
    """

    name: str
    keywords: tuple[str, ...]
    ids: tuple[str, ...]
    articles: tuple[PooledArticle, ...]
    references: tuple[Reference, ...]

    def without(self, ids: Collection[str]) -> Topic:
        """The topic without the articles that have these ids in the data set."""
        kept = [k for k, id in enumerate(self.ids) if id not in ids]
        return replace(self, ids=tuple(self.ids[k] for k in kept), articles=tuple(self.articles[k] for k in kept))

    def pool(self, first: dt.date | None = None, last: dt.date | None = None) -> Pool:
        """The articles published in ``[first, last]``; an end that is None is open."""
        return Pool.of(
            (
                a
                for a in self.articles
                if a.published is None or ((first or dt.date.min) <= a.published <= (last or dt.date.max))
            ),
            ENGLISH,
        )

    def question(self, reference: Reference, margin: int = 0) -> Question:
        """What the protocol asks for a reference timeline, over a window wider by ``margin`` days at either end."""
        return Question(
            target=" ".join(self.keywords),
            keywords=self.keywords,
            first=reference.first - dt.timedelta(margin),
            last=reference.last + dt.timedelta(margin),
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
            *_articles(folder / "articles.jsonl.gz", cache),
            tuple(_references(folder)),
        )


def copies(dataset: Path, named: str | None = None) -> Mapping[str, frozenset[str]]:
    """The ids to leave out of each topic: of the file ``named`` ("none": of no topic), else of the one beside it."""
    path = dataset.with_name(f"{dataset.name}_copies.json") if named is None else Path(named)
    if named == "none" or (named is None and not path.exists()):
        return {}
    return {topic: frozenset(ids) for topic, ids in json.loads(path.read_text(encoding="utf-8")).items()}


def raw_without(dataset: Path, ids: Mapping[str, Collection[str]], folder: Path) -> list[Path]:
    """The data set's articles as files in ``folder``, one a topic, without those that ``ids`` names."""
    made = []
    for topic in sorted(p for p in dataset.iterdir() if (p / "articles.jsonl.gz").exists()):
        lines = gzip.decompress((topic / "articles.jsonl.gz").read_bytes()).splitlines()
        kept = [x for x in lines if x.strip() and str(json.loads(x).get("id")) not in ids.get(topic.name, ())]
        made.append(folder / f"{topic.name}.jsonl")
        made[-1].write_bytes(b"\n".join(kept) + b"\n")
    return made


def scorer(dataset: Path) -> ModuleType | None:
    """The scorer ``score_timelines.py`` beside the data set; None where there is none."""
    if not (dataset.parent / "score_timelines.py").exists():
        return None
    sys.path.insert(0, str(dataset.parent))
    try:
        return importlib.import_module("score_timelines")
    finally:
        sys.path.pop(0)


Scores = Mapping[str, tuple[float, float]]


def means(groups: Mapping[str, Sequence[Scores]]) -> dict[str, float]:
    """AR-1, AR-2 and Date-F1: precision and recall averaged within a group, F1 of those, averaged over the groups."""
    figures = {}
    for key, name in (("AR-1", "AR-1"), ("AR-2", "AR-2"), ("Date", "Date-F1")):
        values = []
        for _, rows in sorted(groups.items()):
            p, r = (sum(row[key][i] for row in rows) / len(rows) for i in (0, 1))
            values.append(2 * p * r / (p + r) if p + r else 0.0)
        figures[name] = round(sum(values) / max(1, len(values)), 4)
    return figures


def _articles(path: Path, cache: Path | None) -> tuple[tuple[str, ...], tuple[PooledArticle, ...]]:
    packed = path.read_bytes()
    kept = (
        cache / f"{path.parent.name}.{hashlib.sha256(packed + light_mark().encode()).hexdigest()[:16]}"
        if cache
        else None
    )
    if kept is not None and kept.exists():
        held: tuple[tuple[str, ...], tuple[PooledArticle, ...]] = pickle.loads(kept.read_bytes())
        return held
    read = list(_read(gzip.decompress(packed).splitlines(), str(path)))
    found = tuple(id for id, _ in read), tuple(article for _, article in read)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return found


def _read(lines: list[bytes], source: str) -> Iterator[tuple[str, PooledArticle]]:
    options = Options()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        record = json.loads(line)
        try:
            article = article_from_record(record, source=source, options=options, line=number)
        except LeadupError:
            continue
        yield str(record.get("id", number)), PooledArticle.of(article, read_light(article))


def _references(folder: Path) -> Iterator[Reference]:
    path = folder / "timelines.jsonl"
    if not path.exists():
        return
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, line in enumerate(lines):
        # A day that stands twice counts as it stands last, one without sentences not at all.
        told = {dt.date.fromisoformat(day[:10]): len(sentences) for day, sentences in json.loads(line)}
        days = {day: count for day, count in told.items() if count}
        if days:
            per_day = max(1, round(sum(days.values()) / len(days)))
            yield Reference(f"{folder.name}.{number}", min(days), max(days), len(days), per_day)
