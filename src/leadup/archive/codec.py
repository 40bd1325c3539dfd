"""Articles and readings as the bytes that the archive keeps."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

import msgspec

from leadup.archive.repeats import Line
from leadup.lang import is_read
from leadup.model import Article, DeepReading, Reading

_encoder = msgspec.msgpack.Encoder()
# JSON keeps a publication time's zone, which MessagePack would lose.
_article = msgspec.json.Decoder(Article)
_reading = msgspec.msgpack.Decoder(Reading)
_deep = msgspec.msgpack.Decoder(DeepReading)

# Level 1: a reading shrinks to a quarter; higher levels win a few per cent more at several times the cost.
_LEVEL = 1
_CRC = 4


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article ready to be stored: everything that costs time was done, in whichever process, and it pickles.

    ``told`` are the day numbers (``date.toordinal``) that its text itself gives; ``lines`` those that may be repeated
    (None: not worked out yet).
    """

    article: Article
    record: bytes
    reading: bytes
    signature: bytes
    told: tuple[int, ...]
    lines: tuple[Line, ...] | None = None


def days_told(reading: Reading) -> tuple[int, ...]:
    """The day numbers that a text itself gives, in order."""
    days = {
        day.toordinal()
        for sentence in reading.sentences
        for date in sentence.dates
        if date.by in ("timex", "heading", "narrative") and (day := date.span.single) is not None
    }
    return tuple(sorted(days))


def pack_article(article: Article) -> bytes:
    """All of an article but its text and title, which have columns of their own."""
    return msgspec.json.encode(replace(article, text="", title=None))


def unpack_article(record: bytes, text: str, title: str) -> Article:
    """The article again."""
    return replace(_article.decode(record), text=text, title=title or None)


def pack_reading(reading: Reading) -> bytes:
    """A light reading, compressed."""
    return zlib.compress(_encoder.encode(reading), _LEVEL)


def unpack_reading(packed: bytes) -> Reading:
    """The light reading again."""
    return _reading.decode(zlib.decompress(packed))


def unread_language(article: Article) -> str | None:
    """The language of an article that is not read in it; None of one that is."""
    return None if is_read(article.language) else article.language


def without(reading: Reading, repeated: frozenset[int]) -> Reading:
    """The reading with these sentences, which their outlet repeats, emptied of all that was read in them."""
    if not repeated:
        return reading
    return replace(
        reading,
        sentences=tuple(
            replace(s, timexes=(), names=(), figures=(), dates=(), repeated=True) if at in repeated else s
            for at, s in enumerate(reading.sentences)
        ),
    )


def checksum(record: bytes, text: str, title: str) -> int:
    """The CRC-32 kept beside an article, so that a changed byte is seen when it is read; a reading has its own."""
    return zlib.crc32(record, zlib.crc32(title.encode(), zlib.crc32(text.encode())))


def pack_deep(deep: DeepReading) -> bytes:
    """A deep reading of a sentence, behind its CRC-32."""
    packed = _encoder.encode(deep)
    return zlib.crc32(packed).to_bytes(_CRC) + packed


def unpack_deep(packed: bytes) -> DeepReading | None:
    """The deep reading again; None where its bytes are not those that were written: it can be made anew."""
    if zlib.crc32(packed[_CRC:]).to_bytes(_CRC) != packed[:_CRC]:
        return None
    return _deep.decode(packed[_CRC:])
