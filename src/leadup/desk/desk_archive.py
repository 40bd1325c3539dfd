"""The archive of a running desk: connections for its readers, and answers cached until the archive changes."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from leadup.answering import lead_up
from leadup.archive.file import FILE
from leadup.corrections import Corrections
from leadup.dossiers import Dossiers
from leadup.errors import BusyDesk, QuestionError
from leadup.ingest import Archive
from leadup.lang.outlets import OWN_TABLE
from leadup.model import Question, Span, Target, Timeline

KEPT_ANSWERS: Final = 48
KEPT_VIEWS: Final = 400
READERS: Final = 2
"""Threads that look things up, each with the archive open: more of them would only wait for each other."""
LONGEST_WORK: Final = 60.0
"""Seconds that the end of a desk waits for a thread that still looks things up."""
ADDING: Final = 2
"""Processes that read what was sent, at the same time."""
MOST_WAITING: Final = 400
"""Questions that wait for an answer; one more is refused, so that nobody fills the memory by asking."""
AT_ONCE: Final = 2
"""Answers worked out at the same time; further ones wait, and readers of kept ones do not."""


@dataclass
class PendingAnswer:
    """An answer on its way. ``target`` comes long before ``result``; ``pages`` keeps what was made of the answer."""

    question: Question
    result: Future[Timeline] = field(default_factory=Future)
    target: Target | None = None
    pages: dict[str, bytes] = field(default_factory=dict)
    making: threading.Lock = field(default_factory=threading.Lock)
    """Held while a page is made, so that of many who ask at once one makes it."""


Stamp = tuple[object, ...]
T = TypeVar("T")


class DeskArchive:
    """An archive's folder, and the answers that were given from it as it stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.corrections = Corrections(path)
        self.dossiers = Dossiers(path)
        self._workers = ThreadPoolExecutor(AT_ONCE, "answer")
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._own = threading.local()
        self._answers: OrderedDict[tuple[Question, Stamp], PendingAnswer] = OrderedDict()
        self._views: OrderedDict[tuple[object, ...], Any] = OrderedDict()
        self._lock = threading.Lock()
        self._waiting = 0
        self.adding = asyncio.Semaphore(ADDING)
        self._seen: tuple[Stamp, Stamp] = (), ()

    def archive(self, as_of: dt.date | None = None) -> Archive:
        """The archive, opened for one reader; the caller closes it."""
        return Archive(self.path, as_of=as_of)

    def exists(self) -> bool:
        """Whether anything was ever added."""
        return (self.path / FILE).exists()

    def begin(self, question: Question) -> PendingAnswer:
        """The answer to a question, kept or on its way. Errors come with its result."""
        key = question, self.stamp()
        with self._lock:
            held = self._answers.get(key)
            if held is not None:
                self._answers.move_to_end(key)
                return held
            if self._waiting >= MOST_WAITING:
                raise BusyDesk()
            self._waiting += 1
            made = self._answers[key] = PendingAnswer(question)
            while len(self._answers) > KEPT_ANSWERS:
                self._answers.popitem(last=False)
        self._workers.submit(self._work, made).add_done_callback(lambda _: self._one_less())
        return made

    def kept_page(self, question: Question, name: str) -> bytes | None:
        """A page that was made of an answer before, where nothing has changed since: found without opening anything."""
        if self._status() != self._seen[0]:
            return None
        with self._lock:
            held = self._answers.get((question, self.stamp()))
        return held.pages.get(name) if held is not None else None

    def answer(self, question: Question) -> Timeline:
        """The answer to a question, waited for; raises what :func:`leadup.lead_up` raises."""
        return self.begin(question).result.result()

    def span(self, archive: Archive, article: str, start: int, end: int) -> Span:
        """The words at a place; raises UnknownArticle, SpanMismatch."""
        kept = archive.article(article)
        return Span.of(kept.id, kept.text, start, end)

    def close(self) -> None:
        """Let go of what is being worked out, and of the file."""
        self._workers.shutdown(wait=False, cancel_futures=True)
        together = threading.Barrier(READERS)
        for _ in range(READERS):
            self._readers.submit(self._let_go, together)
        self._readers.shutdown()

    def _let_go(self, together: threading.Barrier) -> None:
        # Each thread waits for the others, so that each closes the archive that it alone may close. Were one that still
        # works given up early, another would be asked twice and the working one's archive stay open.
        with contextlib.suppress(threading.BrokenBarrierError):
            together.wait(LONGEST_WORK)
        if (mine := getattr(self._own, "archive", None)) is not None:
            mine.close()

    def _one_less(self) -> None:
        with self._lock:
            self._waiting -= 1

    def _work(self, made: PendingAnswer) -> None:
        def told(target: Target) -> None:
            made.target = target

        try:
            made.result.set_result(lead_up(made.question, self.path, on_target=told))
        except Exception as error:
            if not isinstance(error, QuestionError):
                # What another process or the disk was in the way of may go well the next time.
                self._forget(made)
            made.result.set_exception(error)

    def _forget(self, made: PendingAnswer) -> None:
        with self._lock:
            for key in [k for k, v in self._answers.items() if v is made]:
                del self._answers[key]

    def stamp(self) -> Stamp:
        """What changes when answers may: articles, corrections, outlets' names. Kept deep readings change none."""
        files = self._status()
        if files != self._seen[0]:
            with self.archive() as archive:
                self._seen = files, archive.mark
        return self._seen[1], self.corrections.stamp(), self._names()

    def _status(self) -> Stamp:
        return tuple(_status(self.path / name) for name in (FILE, f"{FILE}-wal"))

    async def look(self, key: tuple[object, ...], work: Callable[[Archive], T]) -> T:
        """What ``work`` finds in the archive, kept under ``key`` until an article comes or goes.

        It reads only and is quick: further readers wait for it. Raises what ``work`` raises.
        """
        files, mark = self._seen
        if files == self._status() and (held := self._viewed((*key, mark, self._names()))) is not None:
            return held[0]  # type: ignore[no-any-return]
        return await asyncio.wrap_future(self._readers.submit(self._look, key, work))

    def _look(self, key: tuple[object, ...], work: Callable[[Archive], T]) -> T:
        archive, files = self._opened(), self._status()
        mark = archive.mark
        self._seen = files, mark
        whole = (*key, mark, self._names())
        if (held := self._viewed(whole)) is not None:
            return held[0]  # type: ignore[no-any-return]
        result = work(archive)
        with self._lock:
            self._views[whole] = (result,)
            while len(self._views) > KEPT_VIEWS:
                self._views.popitem(last=False)
        return result

    def _viewed(self, whole: tuple[object, ...]) -> tuple[Any] | None:
        with self._lock:
            if whole in self._views:
                self._views.move_to_end(whole)
            return self._views.get(whole)

    def _opened(self) -> Archive:
        """This thread's own archive, opened again where another file has taken its place or outlets have new names."""
        file = (self.path / FILE).stat() if self.exists() else None
        which = (file and (file.st_dev, file.st_ino), self._names())
        if getattr(self._own, "which", None) != which:
            if (old := getattr(self._own, "archive", None)) is not None:
                old.close()
            self._own.which = self._own.archive = None
            self._own.archive, self._own.which = self.archive(), which
        return self._own.archive  # type: ignore[no-any-return]

    def _names(self) -> Stamp:
        return _status(self.path / OWN_TABLE)


def _status(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns
