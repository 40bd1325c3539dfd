"""The one place where a reader's failure becomes a refusal: any exception names the file, the member and the kind.

What is read comes from outside, and no reader foresees everything that can be wrong with it. A unit of input (a file,
a member of an archive, a record of a table) is read inside :func:`attempt` or :func:`guarded`; whatever is raised
there is handed on as an :class:`IntakeError`, and the rest of the batch goes on.
"""

from __future__ import annotations

import traceback
import zlib
from collections.abc import Callable, Iterator
from typing import TypeVar

from leadup.errors import IntakeError, LeadupError, MissingExtra, ReaderFault, UnreadableInput
from leadup.model import Article

T = TypeVar("T")
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


def refusal(error: Exception, place: str, kind: str, line: int | None = None) -> IntakeError:
    """The error that a person can act on, with the traceback kept for who asks for it."""
    if isinstance(error, IntakeError):
        return error
    if isinstance(error, MissingExtra):
        return UnreadableInput(place, error.what, error.do, line)
    if isinstance(error, OSError | EOFError | zlib.error):
        why = getattr(error, "strerror", None) or str(error) or "cut short"
        found: IntakeError = UnreadableInput(place, why, "What is whole was read", line)
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
