"""JSON lines: one record, one article a line (``id, url, outlet, title, published, text``; only ``text`` is needed)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

import msgspec

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.format import Format, Found
from leadup.intake.options import Options
from leadup.intake.readers.json_rows import posts_of
from leadup.intake.readers.news_json import article_from_ninjs, is_ninjs
from leadup.intake.readers.parsing import decoded
from leadup.intake.record import article_from_record
from leadup.intake.source import Source
from leadup.model import Article

_DECODER = msgspec.json.Decoder()


def sniff(head: bytes) -> bool:
    """The first line is a JSON object by itself."""
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)
    if not first[0].startswith(b"{"):
        return False
    if len(first) == 1:
        # One long line: a record, unless the head holds a whole small object.
        return len(head) >= 2048 or _is_object(first[0])
    return _is_object(first[0])


def read(source: Source, options: Options) -> Iterator[Found]:
    """The articles of the lines that begin in the source's part; a broken line is an error with its number."""
    limit = options.limits.line
    with source.open() as stream:
        number = 0
        if source.start:
            stream.seek(source.start - 1)
            # The line that the part begins in belongs to the part before it.
            stream.readline()
        at = stream.tell() if source.start else 0
        while source.end is None or at < source.end:
            line = stream.readline(limit + 1)
            if not line:
                return
            number += 1
            start, at = at, at + len(line)
            if len(line) > limit:
                at += _skip_line(stream, limit)
                yield _broken(source, start, number, f"a line longer than {limit // 2**20} MiB")
                continue
            posts = _posts(line)
            if posts is not None:
                for count, post in enumerate(posts, 1):
                    yield article_from_record(
                        post, source=source.name, options=options, place=f"{source.name}#@{start}.{count}"
                    )
                continue
            found = _article(line, source, options, number, start)
            if isinstance(found, _Broken):
                yield _broken(source, start, number, found.why)
            elif found is not None:
                yield found


def _posts(line: bytes) -> list[dict[str, Any]] | None:
    """The posts of a line that is a whole answer of X's interface; None where it is a record as others are."""
    if b'"includes"' not in line or b'"data"' not in line:
        return None
    try:
        answer = decoded(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    posts = posts_of(answer) if isinstance(answer, dict) else None
    return None if posts is None else [post for post in posts if isinstance(post, dict)]


class _Broken:
    def __init__(self, why: str) -> None:
        self.why = why


def _article(
    line: bytes, source: Source, options: Options, number: int, start: int
) -> Article | IntakeError | _Broken | None:
    try:
        record = decoded(line.lstrip(b"\xef\xbb\xbf") if number == 1 else line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _Broken(f"not JSON: {error}") if line.strip() else None
    except RecursionError:
        return _Broken("nested too deeply")
    if not isinstance(record, dict):
        return _Broken("not a JSON object")
    if is_ninjs(record):
        return attempt(
            partial(article_from_ninjs, record, source=source.name, options=options), source.name, "jsonl", number
        )
    if not source.start:
        return article_from_record(record, source=source.name, options=options, line=number)
    found = article_from_record(record, source=source.name, options=options, place=f"{source.name}#@{start}")
    if isinstance(found, IntakeError):
        # Lines before a part are counted only where somebody must be told.
        number = _lines_before(source, start) + 1
        return article_from_record(record, source=source.name, options=options, line=number)
    return found


def _broken(source: Source, start: int, number: int, why: str) -> UnreadableInput:
    """The error, with the line's number in the whole file: lines before a part are counted only now."""
    if source.start:
        number = _lines_before(source, start) + 1
    return UnreadableInput(source.name, why, "Mend the line, or leave it out; the others were read", number)


def _lines_before(source: Source, end: int) -> int:
    count = 0
    with source.open() as stream:
        left = end
        while left > 0 and (part := stream.read(min(left, 2**20))):
            count += part.count(b"\n")
            left -= len(part)
    return count


def _skip_line(stream: BinaryIO, limit: int) -> int:
    skipped = 0
    while part := stream.readline(limit):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(_DECODER.decode(line), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


FORMAT = Format(
    "jsonl", "JSON lines, one article a line", (".jsonl", ".ndjson", ".jsonlines"), sniff, read, splits=True
)
