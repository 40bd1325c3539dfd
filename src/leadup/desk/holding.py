"""The archive as a desk holds it: opened anew for each reader, with answers kept until something changes them."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from leadup.answering import lead_up
from leadup.archive import Archive
from leadup.archive.file import FILE
from leadup.corrections import Corrections
from leadup.dossiers import Dossiers
from leadup.errors import QuestionError
from leadup.lang.outlets import OWN_TABLE
from leadup.model import Question, Span, Target, Timeline

KEPT_ANSWERS: Final = 48
KEPT_SEARCHES: Final = 200
AT_ONCE: Final = 2
"""Answers worked out at the same time; further ones wait, and readers of kept ones do not."""


@dataclass
class Answering:
    """An answer on its way. ``target`` comes long before ``result``; ``pages`` keeps what was made of the answer."""

    question: Question
    result: Future[Timeline] = field(default_factory=Future)
    target: Target | None = None
    pages: dict[str, bytes] = field(default_factory=dict)


Stamp = tuple[object, ...]
T = TypeVar("T")


class Holding:
    """An archive's folder, and the answers that were given from it as it stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.corrections = Corrections(path)
        self.dossiers = Dossiers(path)
        self._workers = ThreadPoolExecutor(AT_ONCE, "answer")
        self._answers: OrderedDict[tuple[Question, Stamp], Answering] = OrderedDict()
        self._searches: OrderedDict[tuple[object, ...], Any] = OrderedDict()
        self._lock = threading.Lock()
        self._files: Stamp = ()
        self._held: Stamp = ()

    def archive(self, as_of: dt.date | None = None) -> Archive:
        """The archive, opened for one reader; the caller closes it."""
        return Archive(self.path, as_of=as_of)

    def exists(self) -> bool:
        """Whether anything was ever added."""
        return (self.path / FILE).exists()

    def begin(self, question: Question) -> Answering:
        """The answer to a question, kept or on its way. Errors come with its result."""
        key = question, self._stamp()
        with self._lock:
            held = self._answers.get(key)
            if held is not None:
                self._answers.move_to_end(key)
                return held
            made = self._answers[key] = Answering(question)
            while len(self._answers) > KEPT_ANSWERS:
                self._answers.popitem(last=False)
        self._workers.submit(self._work, made)
        return made

    def kept_page(self, question: Question, name: str) -> bytes | None:
        """A page that was made of an answer before, where nothing has changed since: found without opening anything."""
        if self._status() != self._files:
            return None
        with self._lock:
            held = self._answers.get((question, self._stamp()))
        return held.pages.get(name) if held is not None else None

    def answer(self, question: Question) -> Timeline:
        """The answer to a question, waited for; raises what :func:`leadup.lead_up` raises."""
        return self.begin(question).result.result()

    def span(self, archive: Archive, article: str, start: int, end: int) -> Span:
        """The words at a place; raises UnknownArticle, SpanMismatch."""
        kept = archive.article(article)
        return Span.of(kept.id, kept.text, start, end)

    def close(self) -> None:
        """Let go of what is being worked out."""
        self._workers.shutdown(wait=False, cancel_futures=True)

    def _work(self, made: Answering) -> None:
        def told(target: Target) -> None:
            made.target = target

        try:
            made.result.set_result(lead_up(made.question, self.path, told=told))
        except Exception as error:
            if not isinstance(error, QuestionError):
                # What another process or the disk was in the way of may go well the next time.
                self._forget(made)
            made.result.set_exception(error)

    def _forget(self, made: Answering) -> None:
        with self._lock:
            for key in [k for k, v in self._answers.items() if v is made]:
                del self._answers[key]

    def _stamp(self) -> Stamp:
        """What changes when answers may: articles, corrections, outlets' names. Kept deep readings change none."""
        files = self._status()
        if files != self._files:
            with self.archive() as archive:
                self._held = archive.mark
            self._files = files
        return self._held, self.corrections.stamp(), _status(self.path / OWN_TABLE)

    def _status(self) -> Stamp:
        return tuple(_status(self.path / name) for name in (FILE, f"{FILE}-wal"))

    def searched(self, key: tuple[object, ...], search: Callable[[], T]) -> T:
        """What a search found, kept as answers are."""
        whole = (*key, self._stamp())
        with self._lock:
            if whole in self._searches:
                self._searches.move_to_end(whole)
                return self._searches[whole]  # type: ignore[no-any-return]
        found = search()
        with self._lock:
            self._searches[whole] = found
            while len(self._searches) > KEPT_SEARCHES:
                self._searches.popitem(last=False)
        return found


def _status(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns
