"""WARC (ISO 28500) and ARC 1.0: every page that was fetched well. Damaged files give what is whole."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO

from leadup.errors import EmptyArticle, IntakeError, MissingExtra, UnreadableInput
from leadup.intake.boundary import WHOLE, attempt
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.intake.decode import decode
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.page import article_from_html
from leadup.intake.published import from_address
from leadup.intake.source import Source, read_fully, seekable
from leadup.model import Article

GZIP = b"\x1f\x8b\x08"
CHUNK = 2**20
MOST_BREAKS = 1000
_ARC_LINE = re.compile(rb"^(\S+|\S[^\n]{0,2000}?) (\d{1,3}(?:\.\d{1,3}){3}) (\d{8,14}) (\S+) (?:\S+ )?(-?\d+)\r?$")
_CHUNK = re.compile(rb"^([0-9A-Fa-f]{1,8})[ \t]{0,9}(?:;|$)")
_HTML = ("text/html", "application/xhtml+xml")


def sniff(head: bytes) -> bool:
    """A WARC or ARC record's first line, packed or not."""
    if head.startswith(GZIP):
        head = _unpacked(head)
    return head.startswith((b"WARC/", b"filedesc://"))


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The pages of the records that begin in the source's part: responses with status 200 and resources, in HTML."""
    head = source.head()
    packed = head.startswith(GZIP)
    plain = _unpacked(head) if packed else head
    with source.open() as stream:
        if plain.startswith(b"filedesc://"):
            yield from _read_arc(stream, packed, source, options)
        else:
            # The iterator goes back and forth in its stream.
            broken: list[IntakeError] = []
            with seekable(stream, broken) as whole:
                yield from _read_warc(whole, packed, source, options)
            yield from broken


def _read_warc(stream: BinaryIO, packed: bool, source: Source, options: Options) -> Iterator[Article | IntakeError]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise MissingExtra("Reading WARC files", "warc") from None
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    at: int | None = _next_record(stream, source.start, packed) if source.start else 0
    for _ in range(MOST_BREAKS):
        if at is None or (source.end is not None and at >= source.end):
            return
        stream.seek(at)
        last = at
        try:
            for record in ArchiveIterator(
                stream, record_types=WarcRecordType.any_type, parse_http=True, max_header_len=2**20, auto_decode="none"
            ):
                last = record.stream_pos
                if source.end is not None and last >= source.end:
                    return
                if record.record_type & wanted:
                    yield from _page(record, source, options)
        except BaseException as error:
            if not isinstance(error, OSError | ValueError | zlib.error) and type(error).__name__ != "PanicException":
                raise
            # fastwarc's own core may panic on damaged bytes, which Python sees as no ordinary exception.
            yield UnreadableInput(source.name, f"damaged after byte {last}: {error}", WHOLE)
            at = _next_record(stream, max(at, last) + 8, packed)
            continue
        return


def _page(record: Any, source: Source, options: Options) -> Iterator[Article | IntakeError]:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    place = f"{source.name}!{url}" if url else source.name
    http = record.http_headers
    kind = (
        record.http_content_type or (None if http is not None else record.headers.get("Content-Type")) or ""
    ).lower()
    # A WET file holds the text of pages as conversions: there is no page any more.
    plain = http is None and kind.startswith("text/plain") and record.headers.get("WARC-Type") == "conversion"
    if not plain and not kind.startswith(_HTML):
        return
    if http is not None and http.status_code not in (200, 203, 206, None):
        return
    expected = record.content_length
    try:
        body = record.reader.read(options.limits.page + 1)
    except (OSError, ValueError, zlib.error) as error:
        yield UnreadableInput(place, f"its record is damaged: {error}", WHOLE)
        return
    if len(body) > options.limits.page:
        yield UnreadableInput(place, f"larger than {options.limits.page // 2**20} MiB", "It was left out")
        return
    if len(body) < expected:
        yield UnreadableInput(place, f"its record is cut short: {len(body)} of {expected} bytes", WHOLE)
        return
    if plain:
        yield attempt(partial(_converted, body, place, url, options), place, "warc")
        return
    if http is not None:
        body = decoded(
            body, http.get("Transfer-Encoding") or "", http.get("Content-Encoding") or "", options.limits.page, place
        )
    yield _article(body, place, url, record.record_date, record.http_charset, options)


def _converted(body: bytes, place: str, url: str, options: Options) -> Article:
    address = url if url.startswith(("http://", "https://")) else None
    known = ArticleMetadata(url=address, published=from_address(address))
    return article_from_text(decode(body, place), source=place, known=known, options=options)


def decoded(body: bytes, transfer: str, content: str, limit: int, place: str = "") -> bytes:
    """A response's body without its HTTP encodings. Archives often keep a header but not the encoding that it names:
    what does not decode is taken as it is."""
    if "chunked" in transfer.lower():
        body = _dechunked(body)
    for name in reversed([part.strip().lower() for part in content.split(",")]):
        try:
            if name in ("gzip", "x-gzip") and body.startswith(GZIP[:2]):
                body = zlib.decompressobj(31).decompress(body, limit + 1)
            elif name == "deflate":
                body = zlib.decompressobj(15 if body[:1] == b"\x78" else -15).decompress(body, limit + 1)
            elif name == "br":
                body = _brotli(body, limit)
        except (zlib.error, OSError, ValueError):
            continue
        if len(body) > limit:
            raise UnreadableInput(place, "unpacks to more than is allowed", "It was left out")
    return body


def _brotli(body: bytes, limit: int) -> bytes:
    """The body unpacked, no more of it than just over ``limit``."""
    from fastwarc.stream_io import BrotliReader

    reader = BrotliReader(io.BytesIO(body))
    parts: list[bytes] = []
    size = 0
    while size <= limit and (part := reader.read(2**16)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _dechunked(body: bytes) -> bytes:
    """The body of a chunked response (RFC 9112, 7.1); one that is not chunked after all comes back as it is."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + 200)
        size = _CHUNK.match(body[at:end]) if end > 0 else None
        if size is None:
            return body if not parts else b"".join([*parts, body[at:]])
        length = int(size.group(1), 16)
        if length == 0:
            break
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(parts)


def _article(
    body: bytes, place: str, url: str, fetched: dt.datetime | None, charset: str | None, options: Options
) -> Article | IntakeError:
    if not body.strip():
        return EmptyArticle(place)
    when = fetched if fetched is None or fetched.tzinfo else fetched.replace(tzinfo=dt.UTC)
    one = partial(
        article_from_html,
        body,
        source=place,
        url=url if url.startswith(("http://", "https://")) else None,
        options=replace(options, crawled=options.crawled or when),
        charset=charset,
    )
    return attempt(one, place, "warc")


def _next_record(stream: BinaryIO, start: int, packed: bool) -> int | None:
    """Where the next record begins at or after ``start``: a gzip member, or a line ``WARC/1.x``, that holds one."""
    mark = GZIP if packed else b"WARC/1."
    stream.seek(start)
    base, kept = start, b""
    while part := stream.read(CHUNK):
        data = kept + part
        at = data.find(mark)
        while at >= 0:
            if not packed and (at == 0 or data[at - 1 : at] == b"\n"):
                return base + at
            if packed:
                head = data[at : at + 2048]
                if len(head) < 2048:
                    head += stream.read(2048 - len(head))
                    stream.seek(base + len(data))
                if _unpacked(head).startswith(b"WARC/"):
                    return base + at
            at = data.find(mark, at + 1)
        kept = data[-8:]
        base += len(data) - len(kept)
    return None


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, 512)
    except zlib.error:
        return b""


def _read_arc(stream: BinaryIO, packed: bool, source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """ARC 1.0 (Internet Archive 1996): a line with address, time, type and length, then the response."""
    data: BinaryIO = gzip.GzipFile(fileobj=stream) if packed else stream  # type: ignore[assignment]
    try:
        while line := data.readline(8192):
            if not line.strip():
                continue
            found = _ARC_LINE.match(line.rstrip(b"\n"))
            size = int(found.group(5)) if found else -1
            if not found or size < 0:
                yield UnreadableInput(source.name, "damaged: a line that is no ARC header", WHOLE)
                return
            body = read_fully(data, min(size, options.limits.page))
            if len(body) < size:
                yield UnreadableInput(source.name, f"its last record is cut short: {len(body)} of {size} bytes", WHOLE)
                return
            url = found.group(1).decode("utf-8", "replace")
            if not found.group(4).startswith(b"text/html") or url.startswith("filedesc:"):
                continue
            header, _, content = body.partition(b"\r\n\r\n")
            if not header.startswith(b"HTTP/"):
                content = body
            elif b" 200 " not in header.split(b"\n", 1)[0] + b" ":
                continue
            charset = re.search(rb"(?i)charset=([\w.-]{2,40})", header)
            yield _article(
                content,
                f"{source.name}!{url}",
                url,
                dt.datetime.strptime(found.group(3).decode()[:14].ljust(14, "0"), "%Y%m%d%H%M%S").replace(
                    tzinfo=dt.UTC
                ),
                charset.group(1).decode() if charset else None,
                options,
            )
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield UnreadableInput(source.name, f"damaged: {error}", WHOLE)


FORMAT = Format(
    "warc",
    "WARC and ARC web archives",
    (".warc", ".warc.gz", ".arc", ".arc.gz"),
    sniff,
    read,
    splits=True,
    extra="warc",
)
