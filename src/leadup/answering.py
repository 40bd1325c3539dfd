"""The public verbs: ``read`` one article, ``lead_up`` to an event, ``check_draft`` against the sources, ``retell``."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, overload

from leadup.archive.codec import unpack_reading
from leadup.corrections import Corrections, replay
from leadup.errors import BadQuestion, EmptyArticle, EmptyWindow, IntakeError, UnknownTarget, UnreadableInput
from leadup.ingest import Archive, prepare
from leadup.ingest.preparing import keeps_readings
from leadup.marks import RANKING, mark
from leadup.model import Article, DeepReading, Detail, Provenance, Question, Reading, Target, Timeline
from leadup.reading.deep import DeepReaderOfOwn, ReadDeep, Wanted, deep_mark, read_each
from leadup.reading.light import light_mark
from leadup.reading.others import read_by
from leadup.reading.syntax.parser import one_thread
from leadup.timeline.answer import lead_up as _lead_up
from leadup.timeline.single import timeline_of_article
from leadup.timeline.window import tell_end_of_archive, with_end_of_archive
from leadup.version import __version__

if TYPE_CHECKING:
    from leadup.check import Draft, Report, Retelling, Teller

# What reads pages and drafts, and what checks, is imported where it is asked for: an answer need not wait for it.

_log = logging.getLogger(__name__)

AUTO: Final = "auto"
"""For the days before the event: as far back as the story goes."""
USUAL_DAYS: Final = 14
"""The days of a :class:`Question` that names none."""


@overload
def lead_up(
    question: Question,
    archive: Archive | str | Path,
    *,
    pipeline: str | None = None,
    corrected: bool = True,
    on_target: Callable[[Target], None] | None = None,
) -> Timeline: ...


@overload
def lead_up(
    question: str,
    archive: Archive | str | Path,
    *,
    date: dt.date | None = None,
    days: int | Literal["auto"] = 14,
    first: dt.date | None = None,
    last: dt.date | None = None,
    entries: int | None = None,
    per_day: int | None = None,
    detail: Detail = "normal",
    after: int = 0,
    keywords: tuple[str, ...] = (),
    as_of: dt.date | None = None,
    pipeline: str | None = None,
    corrected: bool = True,
    on_target: Callable[[Target], None] | None = None,
) -> Timeline: ...


def lead_up(
    question: Question | str,
    archive: Archive | str | Path,
    *,
    date: dt.date | None = None,
    days: int | Literal["auto"] = 14,
    first: dt.date | None = None,
    last: dt.date | None = None,
    entries: int | None = None,
    per_day: int | None = None,
    detail: Detail = "normal",
    after: int = 0,
    keywords: tuple[str, ...] = (),
    as_of: dt.date | None = None,
    pipeline: str | None = None,
    corrected: bool = True,
    on_target: Callable[[Target], None] | None = None,
) -> Timeline:
    """What happened in the days leading up to an event, from an archive (or the folder of one).

    ``question`` is a :class:`~leadup.model.Question`, or the target in words with the rest of the question as keywords,
    which mean what they mean there; ``days="auto"`` goes as far back as the story does.
    ``pipeline`` names a plug-in's deep reader, or an installed spaCy pipeline to
    parse with. An answer builds hundreds of thousands of objects and drops none before its end: a program of its own
    that asks once may switch the garbage collector off meanwhile, as the command line does. An editor's corrections
    kept with the archive are made, unless ``corrected`` is false. ``on_target`` is given the target as soon as it is
    known. Raises :class:`~leadup.errors.QuestionError` where it cannot be answered or does not hold together,
    :class:`~leadup.errors.ArchiveError` where the archive cannot be read.
    """
    if isinstance(question, str):
        usual = USUAL_DAYS if days == AUTO else days
        asking = Question(question, date, usual, first, last, entries, per_day, detail, after, keywords, as_of)
    else:
        if not isinstance(question, Question):
            raise BadQuestion(f"a question is words or a Question, not {question!r}", "Name the event in words")
        asking = question
        more = (date, days, first, last, entries, per_day, detail, after, keywords, as_of)
        if more != (None, USUAL_DAYS, None, None, None, None, "normal", 0, (), None):
            raise BadQuestion("a Question says all of the question", "Use dataclasses.replace to change it")
    with contextlib.ExitStack() as held:
        kept = archive if isinstance(archive, Archive) else held.enter_context(Archive(archive))
        if asking.as_of is not None and kept.as_of != asking.as_of:
            kept = held.enter_context(Archive(kept.path, as_of=asking.as_of))
        held.enter_context(one_thread())
        reader = deep_reader(kept, pipeline)
        try:
            timeline = _lead_up(kept, asking, reader, on_target=on_target)
            if days == AUTO and timeline.reach is not None:
                timeline = _lead_up(kept, replace(asking, days=timeline.reach), reader)
        except (UnknownTarget, EmptyWindow) as error:
            if unseen := kept.unseen():
                what = (
                    f"only what was published by {kept.as_of} was asked ({unseen} of the archive's articles were not)"
                )
                error.add(what, "leave out the as-of day, or give a later one, to ask all")
            tell_end_of_archive(error, asking, kept.reported_days()[1])
            raise
        if timeline.target is not None:
            target = with_end_of_archive(timeline.target, kept.reported_days()[1])
            timeline = replace(timeline, target=target)
        if corrected:
            timeline = replay(timeline, Corrections(kept.path).all(), kept, reader)
        timeline = replace(timeline, provenance=provenance(kept, pipeline))
    _log.info("%r: %d entries from %d articles", asking.target, len(timeline.entries), timeline.articles_read)
    return timeline


def read(
    article: Article | str | Path,
    *,
    published: dt.date | None = None,
    outlet: str | None = None,
    pipeline: str | None = None,
) -> Timeline:
    """One article's own timeline. ``article`` is an Article, or the path of a page or a text ("-": standard input).

    Of a path with several articles (a folder, a feed, a mailbox) the first that can be read is taken, and a warning is
    logged that says so. Raises :class:`~leadup.errors.IntakeError` where it cannot be read,
    :class:`~leadup.errors.EmptyWindow` where nothing in it can be dated.
    """
    if not isinstance(article, Article):
        from leadup.intake import read_path

        article = _first_of(str(article), read_path(article, published=published, outlet=outlet))
    prepared = prepare(article)
    timeline = timeline_of_article(prepared.article, unpack_reading(prepared.reading), _reader_named(pipeline)[1])
    return replace(timeline, provenance=provenance(None, pipeline))


def _first_of(source: str, found: Iterable[Article | IntakeError]) -> Article:
    """The first article; says so where there are more, and raises the first refusal where there is none."""
    first: Article | None = None
    refused: IntakeError | None = None
    for item in found:
        if isinstance(item, IntakeError):
            refused = refused or item
        elif first is None:
            first = item
        else:
            said = f"{first.title!r} ({first.source})" if first.title else first.source
            _log.warning(
                "%s holds more than one article: this is of the first, %s; `leadup add` keeps all", source, said
            )
            break
    if first is None:
        raise refused or EmptyArticle(source)
    return first


def provenance(archive: Archive | None, pipeline: str | None = None) -> Provenance:
    """What an answer from this archive (None: of no archive) is made by: this leadup, its readers, what is held now."""
    light = light_mark()
    deep = [part for part in _reader_named(pipeline)[0].split(", ") if part not in light.split(", ")]
    return Provenance(
        leadup=__version__,
        light="light, as kept" if archive is not None and keeps_readings() else light,
        deep=", ".join(deep),
        ranking=mark(RANKING),
        archive="" if archive is None else archive.fingerprint().contents,
    )


def _reader_named(pipeline: str | None) -> tuple[str, ReadDeep]:
    """A way to read deeply, and its name and version: a plug-in's, or leadup's own with its parser or with spaCy's."""
    if pipeline is not None:
        from leadup.plugins import deep_readers

        other = deep_readers().get(pipeline)
        if other is not None:
            return f"{light_mark()}, {other.name} {other.version}", partial(read_by, other)
    reader = deep_mark() if pipeline is None else f"{deep_mark()}, {pipeline}"
    return reader, DeepReaderOfOwn(pipeline)


def check_draft(
    draft: Draft | str | Path,
    archive: Archive | str | Path,
    *,
    about: str | None = None,
    date: dt.date | None = None,
    missing: bool = True,
    pipeline: str | None = None,
) -> Report:
    """What the sources say to a draft, statement by statement, and which key happenings it leaves out.

    ``draft`` is its text, or the path of a file. ``about`` names the event that it leads up to, ``date`` is the day
    from which its days without a year are counted; ``missing=False`` leaves out what is missing. Raises
    :class:`~leadup.errors.IntakeError` where the draft cannot be read, :class:`~leadup.errors.ArchiveError` where the
    archive cannot.
    """
    from leadup.check import Draft, draft_from_text, read_draft
    from leadup.check import check_draft as _check_draft

    if isinstance(draft, Path):
        draft = read_draft(draft, date)
    elif isinstance(draft, str):
        draft = draft_from_text(draft, date)
    elif not isinstance(draft, Draft):
        raise UnreadableInput(repr(draft), "no draft", "Give its text, or the path of its file")
    with contextlib.ExitStack() as held:
        kept = archive if isinstance(archive, Archive) else held.enter_context(Archive(archive))
        return _check_draft(draft, kept, deep_reader(kept, pipeline), about=about, missing=missing)


def retell(
    timeline: Timeline, archive: Archive | str | Path, by: Teller | str, *, pipeline: str | None = None
) -> Retelling:
    """A paragraph that a program of yours writes from an answer's entries, every sentence put to the sources.

    ``by`` is a command line, which reads the entries as JSON and writes text, or an address that speaks OpenAI's form,
    ``http://localhost:8080/v1#MODEL``; a :class:`~leadup.check.Teller` sets other limits of time and size. Nothing but
    what you name is run or asked. ``retelling.kept`` is the text without the sentences that a source contradicts.
    Raises :class:`~leadup.errors.TellerError` where the program fails.
    """
    from leadup.check import Teller, check_retelling

    with contextlib.ExitStack() as held:
        kept = archive if isinstance(archive, Archive) else held.enter_context(Archive(archive))
        return check_retelling(
            timeline, kept, deep_reader(kept, pipeline), by if isinstance(by, Teller) else Teller(by)
        )


def deep_reader(archive: Archive, pipeline: str | None) -> ReadDeep:
    """Deep reading that keeps what it has read in the archive, and does not read it again."""
    return _KeptDeepReader(archive, *_reader_named(pipeline))


@dataclass(frozen=True, slots=True)
class _KeptDeepReader:
    archive: Archive
    name: str
    read_deep: ReadDeep

    def __call__(self, article: Article, reading: Reading, sentences: Sequence[int]) -> Sequence[DeepReading]:
        return self.each([(article, reading, sentences)])[0]

    def each(self, wanted: Sequence[Wanted]) -> list[Sequence[DeepReading]]:
        held = [self.archive.deep(article.id, some, self._made_by(reading)) for article, reading, some in wanted]
        unread = [
            (article, reading, [s for s in some if s not in kept])
            for (article, reading, some), kept in zip(wanted, held, strict=True)
        ]
        new = read_each(self.read_deep, unread)
        of_each = zip(wanted, new, strict=True)
        self.archive.keep_deep((article.id, found, self._made_by(reading)) for (article, reading, _), found in of_each)
        for kept, found in zip(held, new, strict=True):
            kept.update((d.sentence, d) for d in found)
        return [[kept[s] for s in some] for (_, _, some), kept in zip(wanted, held, strict=True)]

    def _made_by(self, reading: Reading) -> str:
        # Names of repeated lines are no one's: a reading made while a line was not known as such is another one.
        hidden = [str(k) for k, s in enumerate(reading.sentences) if s.repeated]
        return f"{self.name}, without {' '.join(hidden)}" if hidden else self.name
