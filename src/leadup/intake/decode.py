"""Bytes to text: byte order marks, declared charsets, and a careful guess where there is neither."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from charset_normalizer import from_bytes

from leadup.errors import UnreadableInput

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{2,40})")
# What the WHATWG encoding standard reads these labels as: browsers do, so pages are written for it.
_LABELS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
}
# Codecs that Python has and no page is written in: transformations, and escapes that would be carried out.
_NO_CHARSETS = frozenset(
    "idna punycode undefined unicode-escape raw-unicode-escape unicode_escape raw_unicode_escape utf-7 mbcs oem".split()
)
_SAMPLE = 64 * 1024
_ASCII = bytes(range(0x80))
# Windows-1252: quotes, dashes, signs and accented letters of Western languages.
_WESTERN = bytes([0x80, 0x82, 0x85, *range(0x91, 0x98), 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAD, 0xAE, 0xB0, 0xB4,
                  0xB7, 0xBB, *range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x100)])  # fmt: skip
LONGEST_LINE = 32 * 2**20
MOST_MARKS = 0.08
"""Of an English or French text in Windows' charset no more bytes than this are no ASCII; of a Cyrillic one half are."""
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1A), *range(0x1B, 0x20)])


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of ``data``; raises :class:`UnreadableInput` where it is not text in any charset.

    A byte order mark wins, then UTF-8 where all of it is valid, then ``declared`` (a header's or a tag's charset),
    then a guess (charset-normalizer).
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    if (lane := _lane(data)) is not None:
        return _whole(data.decode(lane, errors="replace"), source)
    try:
        return _whole(data.decode("utf-8"), source)
    except UnicodeDecodeError as error:
        # A long text cut in the middle of its last character is UTF-8 all the same.
        if error.start >= len(data) - 3 and error.start > 64:
            return data[: error.start].decode("utf-8")
    if declared and (label := _codec(declared)) and label != "utf-8":
        text = data.decode(label, errors="replace")
        if text.count("\ufffd") <= len(text) // 200:
            return _whole(text, source)
    if b"\x00" in data[:_SAMPLE]:
        raise _unreadable(source)
    lost = data.decode("utf-8", errors="replace")
    if len(lost) > 200 and lost.count("\ufffd") * 200 < len(lost) and not lost.isascii():
        # Valid UTF-8 but for a few bytes: a page pasted together, not another charset.
        legal = sum(1 for c in lost if c > "\x7f" and c != "\ufffd")
        if legal > lost.count("\ufffd") * 2:
            return lost
    text = data.decode(_guess(data, source), errors="replace")
    return _whole(text, source)


def glimpse(head: bytes) -> str:
    """The first bytes of a file as text, good enough to tell its format: UTF-8, else Windows' charset."""
    try:
        return newlines(head.decode("utf-8"))
    except UnicodeDecodeError as error:
        whole = error.start >= len(head) - 3
        return newlines(head.decode("utf-8" if whole else "cp1252", errors="ignore" if whole else "replace"))


def narrow(head: bytes) -> bytes:
    """The first bytes of a file as UTF-8 where they are UTF-16 or UTF-32; else as they are."""
    for mark, name in BOMS[1:]:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, errors="ignore").encode("utf-8", "replace")
    lane = _lane(head)
    if lane is None:
        return head
    text = head.decode(lane, errors="replace")
    # A picture or a table of numbers may have its zero bytes so as well.
    return text.encode("utf-8", "replace") if text[:200].isprintable() or "\n" in text[:2000] else head


def _guess(data: bytes, source: str) -> str:
    """The charset of bytes that declare none: Windows' own for a text with a few marks and accents, else what
    charset-normalizer makes of it, which takes a short text for anything."""
    sample = data[:_SAMPLE]
    if b"\r" in sample and b"\n" not in sample:
        # Lines end so on the old Macintosh alone.
        return "mac_roman"
    marks = sample.translate(None, _ASCII)
    if len(marks) <= len(sample) * MOST_MARKS and not marks.translate(None, _WESTERN):
        return "cp1252"
    best = from_bytes(sample).best()
    if best is None:
        raise _unreadable(source)
    return _LABELS.get(best.encoding.replace("_", "-"), best.encoding)


def declared_charset(data: bytes) -> str | None:
    """The charset that a page's or an XML document's first bytes declare."""
    head = data[:4096]
    found = _XML.search(head) or _META.search(head) or _META.search(data[: 64 * 1024])
    return found.group(1).decode("ascii") if found else None


def newlines(text: str) -> str:
    """Every line ends with a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _codec(label: str) -> str | None:
    name = label.strip().lower()
    if name in _LABELS:
        return _LABELS[name]
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Python's codecs are also base64 and the like, which are no charsets.
    return codec.name if codec._is_text_encoding and codec.name not in _NO_CHARSETS else None


def _lane(data: bytes) -> str | None:
    """The charset of a text in UTF-16 without a mark, whose zero bytes are all in one lane; None where it is none."""
    sample = data[:2000]
    if b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) <= len(sample) // 5 or min(even, odd) * 10 >= max(even, odd) + 10:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _whole(text: str, source: str) -> str:
    """The text, unless it is bytes of something else that happen to decode."""
    sample = text[:_SAMPLE]
    raw = sample.encode("utf-8", "replace")
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > max(2, len(sample) // 100):
        raise _unreadable(source)
    return text


def _unreadable(source: str) -> UnreadableInput:
    return UnreadableInput(source, "its encoding cannot be made out", "Save it as UTF-8 text and add it again")


class LineDecoder:
    """The lines of a byte stream as text, without reading all of it: UTF-8, or what the first part is decoded as."""

    def __init__(self, stream: BinaryIO, source: str) -> None:
        head = stream.read(_SAMPLE)
        codec = next((name for mark, name in BOMS if head.startswith(mark)), None)
        if codec is None:
            try:
                codecs.getincrementaldecoder("utf-8")().decode(head, final=False)
                codec = "utf-8-sig"
            except UnicodeDecodeError:
                decode(head, source)
                codec = _guess(head, source)
        # A file of the old Macintosh ends its lines with carriage returns alone.
        self._returns = b"\r" in head and b"\n" not in head
        self._decoder = codecs.getincrementaldecoder(codec)(errors="replace")
        self._stream = stream
        self._name = source
        self._text = self._decoded(head)
        if self._text.startswith("\ufeff"):
            self._text = self._text[1:]

    def _decoded(self, part: bytes, final: bool = False) -> str:
        text = self._decoder.decode(part, final)
        return text.replace("\r", "\n") if self._returns else text

    def sample(self) -> str:
        """What was read so far and not handed out yet."""
        return self._text

    def peek(self) -> str:
        """The first line."""
        return self._text.split("\n", 1)[0]

    def __iter__(self) -> Iterator[str]:
        while True:
            if "\n" in self._text:
                *lines, self._text = self._text.split("\n")
                for line in lines:
                    yield f"{line}\n"
            if len(self._text) > LONGEST_LINE:
                raise UnreadableInput(self._name, "a line without an end", "Check its quotes and line ends")
            part = self._stream.read(_SAMPLE)
            if not part:
                rest = self._text + self._decoded(b"", final=True)
                self._text = ""
                if rest:
                    yield rest
                return
            self._text += self._decoded(part)
