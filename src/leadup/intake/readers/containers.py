"""Archives and packed files: .zip, .wacz, .tar(.gz|.bz2|.xz|.zst), .gz, .bz2, .xz, .zst; with limits on expansion."""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.boundary import WHOLE
from leadup.intake.format import Container
from leadup.intake.options import Limits, Options
from leadup.intake.source import BROKEN_ZIP, Source, seekable, time_of
from leadup.intake.zstd import DICTIONARY_FRAME, MAGIC, zstd_reader

SPOOL = 16 * 2**20
PIECE = 16 * 2**10
# Small files may be packed very well; only a large one is a bomb.
RATIO_FROM = 64 * 2**20
Opener = Callable[[BinaryIO], BinaryIO]


class Bounded(io.RawIOBase):
    """A stream of unpacked bytes that ends with an error once there are too many of them."""

    def __init__(
        self, stream: BinaryIO, name: str, limits: Limits, packed: int | None, below: BinaryIO | None = None
    ) -> None:
        self._stream = stream
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._below = below
        self._name = name
        self._left = limits.expanded
        if packed is not None:
            self._left = min(self._left, max(RATIO_FROM, packed * limits.ratio))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            # A little at a time: an unpacker that meets the end too early gives what came before it first.
            part = self._read(min(len(buffer), PIECE))
        except IntakeError:
            raise
        except Exception as error:
            raise UnreadableInput(self._name, f"damaged or cut short: {error}", WHOLE) from None
        self._left -= len(part)
        if self._left < 0:
            raise UnreadableInput(self._name, "unpacks to more than is allowed", "Unpack it yourself if you trust it")
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            if self._below is not None:
                self._below.close()
        super().close()


def bounded(stream: BinaryIO, name: str, limits: Limits, packed: int | None, below: BinaryIO | None = None) -> BinaryIO:
    """A buffered stream over :class:`Bounded`; ``below`` is the file under it, which is closed with it."""
    return cast(BinaryIO, io.BufferedReader(Bounded(stream, name, limits, packed, below), 2**18))


def _packed(
    suffixes: tuple[str, ...], open_with: Opener
) -> Callable[[Source, Options], Iterator[Source | IntakeError]]:
    """The member function of a packed single file: its one member has the name without the suffix."""

    def members(source: Source, options: Options) -> Iterator[Source | IntakeError]:
        name = source.name
        suffix = next((s for s in suffixes if name.lower().endswith(s)), "")
        inner = name[: len(name) - len(suffix)] if suffix else name

        def unpack() -> BinaryIO:
            raw = source.open()
            try:
                return bounded(open_with(raw), name, options.limits, source.size, raw)
            except BaseException:
                raw.close()
                raise

        yield Source(inner, unpack, None, source.modified)

    return members


def _gzip(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def _bzip2(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, bz2.BZ2File(stream))


def _xz(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, lzma.LZMAFile(stream))


def zip_members(source: Source, options: Options) -> Iterator[Source | IntakeError]:
    """The files of a ZIP archive, in the archive's order: those whose bytes begin in the source's part.

    What is wrong with the archive as a whole is said by its first part.
    """
    with source.open() as raw, seekable(raw) as whole:
        try:
            archive = zipfile.ZipFile(whole)
        except BROKEN_ZIP as error:
            if source.start:
                return
            yield UnreadableInput(source.name, f"not a whole ZIP archive: {error}", "Fetch it again")
            return
        with archive:
            yield from _zip_sources(archive, source, options.limits)


def _zip_sources(archive: zipfile.ZipFile, source: Source, limits: Limits) -> Iterator[Source | IntakeError]:
    infos = archive.infolist()
    if len(infos) > limits.members:
        if source.start:
            return
        yield UnreadableInput(source.name, f"more than {limits.members} files", "Unpack it yourself if you trust it")
        return
    total = 0
    for info in infos:
        if info.filename.endswith("/") or (info.filename and _hidden(info.filename)):
            continue
        total += info.file_size
        mine = source.start <= info.header_offset and (source.end is None or info.header_offset < source.end)
        if not mine and total <= limits.expanded:
            continue
        name = f"{source.name}!{shown(info.filename) or 'a file without a name'}"
        if mine and info.flag_bits & 1:
            yield UnreadableInput(name, "encrypted", "Unpack it with its password first")
            continue
        if total > limits.expanded or info.file_size > max(RATIO_FROM, info.compress_size * limits.ratio):
            if mine:
                yield UnreadableInput(name, "unpacks to more than is allowed", "Unpack it yourself if you trust it")
            return
        yield Source(name, _zip_opener(archive, info, name, limits), info.file_size, _zip_time(info))


def _zip_opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: Limits) -> Callable[[], BinaryIO]:
    def unpack() -> BinaryIO:
        try:
            stream = cast(BinaryIO, archive.open(info))
        except BROKEN_ZIP as error:
            raise UnreadableInput(name, f"damaged: {error}", "Fetch the archive again") from None
        return bounded(stream, name, limits, None)

    return unpack


def wacz_members(source: Source, options: Options) -> Iterator[Source | IntakeError]:
    """The WARC files of a WACZ (Web Archive Collection Zipped 1.1.1)."""
    found = False
    for member in zip_members(source, options):
        if isinstance(member, IntakeError) or member.file.endswith((".warc", ".warc.gz", ".warc.zst")):
            found = True
            yield member
    if not found:
        yield UnreadableInput(source.name, "a WACZ without a WARC in it", "Fetch it again")


def tar_members(source: Source, options: Options) -> Iterator[Source | IntakeError]:
    """The files of a tar archive, however packed, in the archive's order and in one pass."""
    limits = options.limits
    try:
        opener = zstd_reader if source.file.endswith((".tar.zst", ".tzst")) else None
        with (
            source.open() as raw,
            bounded(opener(raw) if opener else raw, source.name, limits, None) as stream,
            tarfile.open(fileobj=stream, mode="r|" if opener else "r|*") as archive,
        ):
            total = 0
            for count, info in enumerate(archive):
                if count >= limits.members:
                    yield UnreadableInput(source.name, f"more than {limits.members} files", "Unpack it yourself")
                    return
                if not info.isfile() or (info.name and _hidden(info.name)):
                    continue
                total += info.size
                if total > min(limits.expanded, max(RATIO_FROM, (source.size or limits.expanded) * limits.ratio)):
                    yield UnreadableInput(
                        source.name, "unpacks to more than is allowed", "Unpack it yourself if you trust it"
                    )
                    return
                inner = archive.extractfile(info)
                if inner is not None:
                    with tempfile.SpooledTemporaryFile(max_size=SPOOL) as spool:
                        while part := inner.read(2**20):
                            spool.write(part)
                        modified = time_of(info.mtime)
                        name = f"{source.name}!{shown(info.name) or 'a file without a name'}"
                        yield Source(name, _spooled(cast(BinaryIO, spool)), info.size, modified)
    except (
        tarfile.TarError,
        EOFError,
        OSError,
        zlib.error,
        lzma.LZMAError,
        ValueError,
        OverflowError,
        TypeError,
    ) as error:
        # Of a stream that ends within its head tarfile itself raises a TypeError.
        yield UnreadableInput(source.name, f"not a whole tar archive: {error}", WHOLE)


def _spooled(spool: BinaryIO) -> Callable[[], BinaryIO]:
    def reopen() -> BinaryIO:
        spool.seek(0)
        return cast(BinaryIO, _Kept(spool))

    return reopen


class _Kept(io.BufferedIOBase):
    """A view of a spooled member that leaves it open when it is closed itself."""

    def __init__(self, spool: BinaryIO) -> None:
        self._spool = spool

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        return self._spool.read(-1 if size is None else size)

    def read1(self, size: int = -1, /) -> bytes:
        return self._spool.read(size)

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._spool.readline(-1 if size is None else size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._spool.seek(offset, whence)

    def tell(self) -> int:
        return self._spool.tell()


def shown(name: str) -> str:
    """A member's name as text: bytes of it that are none are shown as signs."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not parts or parts[-1].startswith(".") or parts[0] == "__MACOSX"


def _zip_time(info: zipfile.ZipInfo) -> dt.datetime | None:
    try:
        return dt.datetime(*info.date_time, tzinfo=dt.UTC)
    except ValueError:
        return None


def _tar_sniff(head: bytes) -> bool:
    return head[257:262] == b"ustar"


CONTAINERS = (
    Container(
        "tar",
        "tar archives, packed or not",
        (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst"),
        _tar_sniff,
        tar_members,
    ),
    Container("wacz", "WACZ web archives", (".wacz",), lambda _: False, wacz_members, extra="warc"),
    Container("zip", "ZIP archives", (".zip",), lambda head: head.startswith(b"PK\x03\x04"), zip_members, splits=True),
    Container(
        "gzip",
        "files packed with gzip",
        (".gz",),
        lambda head: head.startswith(b"\x1f\x8b"),
        _packed((".gz",), _gzip),
    ),
    Container(
        "bzip2",
        "files packed with bzip2",
        (".bz2",),
        lambda head: head.startswith(b"BZh"),
        _packed((".bz2",), _bzip2),
    ),
    Container(
        "xz",
        "files packed with xz",
        (".xz",),
        lambda head: head.startswith(b"\xfd7zXZ"),
        _packed((".xz",), _xz),
    ),
    Container(
        "zstd",
        "files packed with Zstandard",
        (".zst",),
        lambda head: head.startswith((MAGIC, DICTIONARY_FRAME)),
        _packed((".zst",), zstd_reader),
        extra="zstd",
    ),
)
