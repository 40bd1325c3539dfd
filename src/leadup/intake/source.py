"""A stream of bytes with a name: a file, a member of an archive, a part of a large file, standard input."""

from __future__ import annotations

import datetime as dt
import io
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISFIFO, S_ISREG, S_ISSOCK
from typing import BinaryIO, cast

from leadup.errors import IntakeError, MissingInput, UnreadableInput
from leadup.intake.kinds import unknown

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What ``zipfile`` raises on an archive, or a member of one, that is damaged, cut short or locked."""

HEAD = 64 * 2**10
SPOOL = 32 * 2**20
COPY = 2**16


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read. ``name`` is what errors and articles show; ``open`` gives a fresh binary stream of them.

    ``start`` and ``end`` bound the part of a large file that is meant: records that begin in ``[start, end)``.
    ``url`` is where the bytes were fetched, ``modified`` the file's own date, ``size`` its size in bytes where that
    is known without reading it.
    """

    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    modified: dt.datetime | None = None
    start: int = 0
    end: int | None = None
    path: Path | None = None
    url: str | None = None

    @property
    def file(self) -> str:
        """The last part of the name, lower case: what tells the format."""
        return self.name.rsplit("!", 1)[-1].rsplit("/", 1)[-1].lower()

    def head(self, size: int = HEAD) -> bytes:
        """The first bytes; of a damaged stream those before the damage, which its reader will meet again."""
        data = b""
        with self.open() as stream:
            take = getattr(stream, "read1", stream.read)
            try:
                while len(data) < size and (part := take(size - len(data))):
                    data += part
            except IntakeError:
                if not data:
                    raise
        return data

    def bytes(self, limit: int) -> bytes:
        """All bytes; raises :class:`UnreadableInput` where there are more than ``limit``."""
        with self.open() as stream:
            data = read_fully(stream, limit + 1)
        if len(data) > limit:
            raise UnreadableInput(
                self.name, f"larger than {limit // 2**20} MiB", "Split it, or give its parts one by one"
            )
        return data


def read_fully(stream: BinaryIO, size: int) -> bytes:
    """Up to ``size`` bytes, also from a stream that hands out less at a time."""
    parts: list[bytes] = []
    left = size
    while left > 0:
        part = stream.read(min(left, 2**20))
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


@contextmanager
def seekable(stream: BinaryIO, broken: list[IntakeError] | None = None) -> Iterator[BinaryIO]:
    """The stream, or a spooled copy of it where it can only be read forwards (a member of an archive).

    Where that breaks off, what is whole is given and the error is put into ``broken``; without it, raised.
    """
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=SPOOL) as spool:
        try:
            # A full read would lose what came before the break.
            take = getattr(stream, "read1", stream.read)
            while part := take(COPY):
                spool.write(part)
        except IntakeError as error:
            if broken is None:
                raise
            broken.append(error)
        spool.seek(0)
        yield cast(BinaryIO, spool)


def file_source(path: Path, start: int = 0, end: int | None = None) -> Source | IntakeError:
    """The source of a file, or why it cannot be opened."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return MissingInput(str(path))
    except OSError as error:
        return UnreadableInput(str(path), error.strerror or str(error), "Check that you may read it")
    except ValueError as error:
        return UnreadableInput(str(path), f"no name of a file ({error})", "Check the path")
    if S_ISFIFO(stat.st_mode) or S_ISSOCK(stat.st_mode):
        # Whoever opens one waits for its other end, and it can be read but once.
        return unknown(str(path), "a pipe and no file", "Give - and send it to standard input")
    if S_ISDIR(stat.st_mode) and path.is_symlink():
        return unknown(str(path), "a link to a folder", "Name the folder itself")
    if not (S_ISREG(stat.st_mode) or S_ISDIR(stat.st_mode)):
        return unknown(str(path), "a device and no file", "Leave it out")
    modified = time_of(stat.st_mtime)
    return Source(str(path), lambda: path.open("rb"), stat.st_size, modified, start, end, path)


def time_of(seconds: float) -> dt.datetime | None:
    """The moment so many seconds after 1970, as file systems and archives count; None where no calendar holds it."""
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (OverflowError, OSError, ValueError):
        return None


def bytes_source(name: str, data: bytes, modified: dt.datetime | None = None) -> Source:
    """A source of bytes that are in memory already."""
    return Source(name, lambda: io.BytesIO(data), len(data), modified)


def stdin_source() -> Source:
    """Standard input, read once and kept, for it can't be read twice."""
    return bytes_source("standard input", sys.stdin.buffer.read())
