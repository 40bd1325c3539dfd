"""The one place where a reader's failure becomes a refusal: any exception names the file, the member and the kind.

What is read comes from outside, and no reader foresees everything that can be wrong with it. A unit of input (a file,
a member of an archive, a record of a table) is read inside :func:`attempt` or :func:`guarded`; whatever is raised
there is handed on as an :class:`IntakeError`, and the rest of the batch goes on.
"""

from __future__ import annotations

import signal
import threading
import traceback
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from leadup.errors import IntakeError, LeadupError, MissingExtra, ReaderFault, UnreadableInput
from leadup.model import Article

T = TypeVar("T")
WHOLE = "What is whole was read"
NOTHING = "Nothing of it was read"
Found = Article | IntakeError


def attempt(make: Callable[[], Found], place: str, kind: str, line: int | None = None) -> Found:
    """What ``make`` gives, or why it could not: never an exception but those that end the program."""
    try:
        return make()
    except Exception as error:
        return refusal(error, place, kind, line)


def guarded(items: Iterator[T | IntakeError], place: str, kind: str) -> Iterator[T | IntakeError]:
    """The items as they come; where the iterator breaks off, the refusal that says why is the last of them."""
    try:
        yield from items
    except Exception as error:
        yield refusal(error, place, kind)


def nothing_read(error: IntakeError) -> None:
    """Let an error that says that what is whole was read say that nothing was."""
    if error.do == WHOLE:
        error.do, error.args = NOTHING, (f"{error.what}. {NOTHING}",)


def within(items: Iterator[T], seconds: float) -> Iterator[T]:
    """The items as they come; raises TimeoutError inside their maker where one takes longer than ``seconds``.

    Without effect outside of a process's main thread, and where the system has no such timers.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield from items
        return
    end = object()
    while True:
        before = signal.signal(signal.SIGALRM, partial(_too_long, seconds))
        # Again and again: a library may swallow the first.
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
        try:
            item = next(items, end)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        if item is end:
            return
        yield item  # type: ignore[misc]


def _too_long(seconds: float, *_: object) -> None:
    raise TimeoutError(f"reading it took longer than {seconds:g} seconds")


def refusal(error: Exception, place: str, kind: str, line: int | None = None) -> IntakeError:
    """The error that a person can act on, with the traceback kept for who asks for it."""
    if isinstance(error, IntakeError):
        return error
    if isinstance(error, MissingExtra):
        return UnreadableInput(place, error.what, error.do, line)
    if isinstance(error, OSError | EOFError | zlib.error):
        why = getattr(error, "strerror", None) or str(error) or "cut short"
        barred = isinstance(error, PermissionError)
        do = "Check that you may read it" if barred else WHOLE
        found: IntakeError = UnreadableInput(place, why, do, line)
    elif isinstance(error, LeadupError):
        found = UnreadableInput(place, error.what, error.do, line)
    elif isinstance(error, RecursionError):
        found = UnreadableInput(place, "nested too deeply to be read", "Look at the file", line)
    elif isinstance(error, MemoryError):
        found = UnreadableInput(place, "reading it takes more memory than there is", "Split it, or leave it out", line)
    else:
        found = ReaderFault(place, kind, error, line)
    found.trace = "".join(traceback.format_exception(error))
    return found
