"""The public verbs: ``read`` one article, ``lead_up`` to an event."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import overload

from threadpoolctl import ThreadpoolController

from leadup.archive import Archive, prepare
from leadup.archive.codec import unpack_reading
from leadup.errors import BadQuestion, EmptyArticle, IntakeError
from leadup.intake import read_path
from leadup.model import Article, DeepReading, Detail, Question, Reading, Timeline
from leadup.reading.deep import DEEP_READER, ReadDeep, read_deep
from leadup.timeline.answer import lead_up as _lead_up
from leadup.timeline.single import read_alone


@overload
def lead_up(question: Question, archive: Archive | str | Path, *, pipeline: str | None = None) -> Timeline: ...


@overload
def lead_up(
    question: str,
    archive: Archive | str | Path,
    *,
    date: dt.date | None = None,
    days: int = 14,
    first: dt.date | None = None,
    last: dt.date | None = None,
    entries: int | None = None,
    per_day: int | None = None,
    detail: Detail = "normal",
    after: int = 0,
    keywords: tuple[str, ...] = (),
    pipeline: str | None = None,
) -> Timeline: ...


def lead_up(
    question: Question | str,
    archive: Archive | str | Path,
    *,
    date: dt.date | None = None,
    days: int = 14,
    first: dt.date | None = None,
    last: dt.date | None = None,
    entries: int | None = None,
    per_day: int | None = None,
    detail: Detail = "normal",
    after: int = 0,
    keywords: tuple[str, ...] = (),
    pipeline: str | None = None,
) -> Timeline:
    """What happened in the days leading up to an event, from an archive (or the folder of one).

    ``question`` is a :class:`~leadup.model.Question`, or the target in words with the rest of the question as keywords,
    which mean what they mean there. ``pipeline`` names an installed spaCy pipeline to parse with. Raises
    :class:`~leadup.errors.QuestionError` where it cannot be answered or does not hold together,
    :class:`~leadup.errors.ArchiveError` where the archive cannot be read.
    """
    if isinstance(question, str):
        asking = Question(question, date, days, first, last, entries, per_day, detail, after, keywords)
    else:
        asking = question
        if Question("-", date, days, first, last, entries, per_day, detail, after, keywords) != Question("-"):
            raise BadQuestion("a Question says all of the question", "Use dataclasses.replace to change it")
    with contextlib.ExitStack() as held:
        kept = archive if isinstance(archive, Archive) else held.enter_context(Archive(archive))
        held.enter_context(_uncollected())
        held.enter_context(_blas().limit(limits=1, user_api="blas"))
        return _lead_up(kept, asking, _deep_reader(kept, pipeline))


def read(
    article: Article | str | Path,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    pipeline: str | None = None,
) -> Timeline:
    """One article's own timeline. ``article`` is an Article, or the path of a page or a text ("-": standard input).

    Raises :class:`~leadup.errors.IntakeError` where it cannot be read, :class:`~leadup.errors.EmptyWindow` where
    nothing in it can be dated.
    """
    if not isinstance(article, Article):
        found = next(iter(read_path(article, published=published, outlet=outlet)), None)
        if found is None:
            raise EmptyArticle(str(article))
        if isinstance(found, IntakeError):
            raise found
        article = found
    prepared = prepare(article)
    return read_alone(prepared.article, unpack_reading(prepared.reading), partial(read_deep, pipeline=pipeline))


@cache
def _blas() -> ThreadpoolController:
    """An answer takes hundreds of products of a few hundred rows: threads spend more on waiting than they save."""
    return ThreadpoolController()


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """An answer builds hundreds of thousands of objects and drops none before its end: looking for garbage among them
    again and again costs a quarter of its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _deep_reader(archive: Archive, pipeline: str | None) -> ReadDeep:
    """Deep reading that keeps what it has read in the archive, and does not read it again."""
    reader = DEEP_READER if pipeline is None else f"{DEEP_READER}, {pipeline}"

    def read_kept(article: Article, reading: Reading, sentences: Sequence[int]) -> Sequence[DeepReading]:
        # Names of repeated lines are no one's: a reading made while a line was not known as such is another one.
        hidden = [str(k) for k, s in enumerate(reading.sentences) if s.repeated]
        made_by = f"{reader}, without {' '.join(hidden)}" if hidden else reader
        held = archive.deep(article.id, sentences, made_by)
        new = read_deep(article, reading, [s for s in sentences if s not in held], pipeline=pipeline)
        archive.keep_deep(article.id, new, made_by)
        held.update((d.sentence, d) for d in new)
        return [held[s] for s in sentences]

    return read_kept
