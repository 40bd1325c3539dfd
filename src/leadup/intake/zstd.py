"""Zstandard streams (RFC 8878): unpacked a little at a time, a cut one told from a whole one, dictionaries of WARCs."""

from __future__ import annotations

import io
from typing import BinaryIO, cast

from leadup.errors import MissingExtra
from leadup.intake.source import read_fully

MAGIC = b"\x28\xb5\x2f\xfd"
DICTIONARY_FRAME = b"\x5d\x2a\x4d\x18"
LARGEST_DICTIONARY = 16 * 2**20
LARGEST_WINDOW = 2**27
_SKIPPABLE = b"\x2a\x4d\x18"
_DICTIONARY_ID = (0, 1, 2, 4)


def zstd_reader(stream: BinaryIO) -> BinaryIO:
    """The unpacked bytes of all frames of ``stream``; reading raises :class:`EOFError` where the last is cut short.

    A dictionary in a first frame of its own is used, as .warc.zst files have it (IIPC, "Use of Zstandard compression
    in WARC files" 1.0). Raises :class:`MissingExtra` without zstandard.
    """
    try:
        import zstandard
    except ImportError:
        raise MissingExtra("Reading .zst files", "zstd") from None
    frames = Frames(stream)
    packed = io.BufferedReader(frames, 2**16)
    lead = packed.peek(8)[:8]
    dictionary = None
    if lead[:4] == DICTIONARY_FRAME and (size := int.from_bytes(lead[4:8], "little")) <= LARGEST_DICTIONARY:
        data = read_fully(cast(BinaryIO, packed), 8 + size)[8:]
        try:
            if data.startswith(MAGIC):
                data = zstandard.ZstdDecompressor().decompress(data, max_output_size=LARGEST_DICTIONARY)
            dictionary = zstandard.ZstdCompressionDict(data)
        except zstandard.ZstdError as error:
            raise OSError(f"its dictionary is damaged ({error})") from None
    unpacker = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=LARGEST_WINDOW)
    return cast(BinaryIO, _Unpacked(cast(BinaryIO, unpacker.stream_reader(packed, read_across_frames=True)), frames))


class Frames(io.RawIOBase):
    """Passes a packed stream through unchanged, and follows its frames: :attr:`whole` says whether it ended with one.

    It is needed because the unpacker does not tell a stream that is cut short from one that has ended.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = b""
        self._skip = 0
        self._inside = False
        self._checksum = 0
        self._lost = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._stream.read(len(buffer))
        buffer[: len(part)] = part
        if not self._lost:
            self._follow(self._held + part)
        return len(part)

    @property
    def whole(self) -> bool:
        """Whether what was read so far ends with a complete frame.

        Also true where bytes came that are no frame at all: it is the unpacker that refuses those.
        """
        return self._lost or not (self._inside or self._skip or self._held)

    def _follow(self, data: bytes) -> None:
        at = 0
        while True:
            step = min(self._skip, len(data) - at)
            at += step
            self._skip -= step
            taken = 0 if self._skip or self._lost else self._header(data[at : at + 8])
            if not taken:
                break
            at += taken
        self._held = data[at:]

    def _header(self, data: bytes) -> int:
        """Read the header of a frame or block that ``data`` begins with, and note how many bytes after it to skip.

        Returns the length of the header, 0 where ``data`` is too short to hold one.
        """
        if self._inside:
            if len(data) < 3:
                return 0
            header = int.from_bytes(data[:3], "little")
            self._skip = 1 if header >> 1 & 3 == 1 else header >> 3
            if header & 1:
                self._inside = False
                self._skip += self._checksum
            return 3
        if len(data) < 5:
            return 0
        if data[1:4] == _SKIPPABLE and data[0] & 0xF0 == 0x50:
            if len(data) < 8:
                return 0
            self._skip = int.from_bytes(data[4:8], "little")
            return 8
        if data[:4] != MAGIC:
            self._lost = True
            return 0
        said = data[4]
        single = said >> 5 & 1
        self._skip = (0 if single else 1) + _DICTIONARY_ID[said & 3] + (single, 2, 4, 8)[said >> 6]
        self._checksum = 4 if said & 4 else 0
        self._inside = True
        return 5


class _Unpacked(io.RawIOBase):
    def __init__(self, stream: BinaryIO, frames: Frames) -> None:
        self._stream = stream
        self._frames = frames

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        part = self._stream.read(size)
        if not part and size and not self._frames.whole:
            raise EOFError("the last frame is cut short")
        return part
