"""ArchiveBox's snapshots: a folder with the same page saved in several ways. One article, from the best of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.boundary import refusal
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.page import article_from_html
from leadup.intake.readers.parsing import value_of
from leadup.intake.source import Source, file_source
from leadup.model import Article

SNAPSHOT = "index.json"
# What ArchiveBox's extractors leave, the one that shows the page best first.
EXTRACTED = ("singlefile.html", "output.html", "readability/content.html", "mercury/content.html")


def is_snapshot(names: set[str]) -> bool:
    """Whether a folder with these names in it is one: its index, and what one extractor left at least."""
    return (
        SNAPSHOT in names
        and bool(
            names
            & {"singlefile.html", "output.html", "readability", "mercury", "screenshot.png", "media", "headers.json"}
        )
        and "index.html" in names
    )


def sniff(head: bytes) -> bool:
    """The index of a snapshot."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"history"' in head and b'"timestamp"' in head and b'"url"' in head


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The one article of the snapshot that the index stands in."""
    try:
        index: Any = value_of(source.bytes(options.limits.page), source.name, "Look at the file")
        url, stamp = str(index.get("url") or ""), float(index.get("timestamp") or 0)
    except (AttributeError, TypeError, ValueError, OverflowError) as error:
        raise UnreadableInput(source.name, f"not an index: {error}", "Look at the file") from None
    crawled = dt.datetime.fromtimestamp(stamp, dt.UTC) if 0 < stamp < 2**33 else None
    folder = source.path.parent if source.path is not None else None
    last: IntakeError | None = None
    for name in EXTRACTED if folder is not None else ():
        page = file_source(folder / name)  # type: ignore[operator]
        if isinstance(page, IntakeError):
            continue
        try:
            yield article_from_html(
                page.bytes(options.limits.page),
                source=page.name,
                url=url if url.startswith(("http://", "https://")) else None,
                options=replace(options, crawled=options.crawled or crawled),
            )
        except Exception as error:
            last = refusal(error, page.name, "snapshot")
            continue
        return
    yield last or UnreadableInput(
        source.name, "the index of a snapshot, and the page it names is not beside it", "Give the snapshot's folder"
    )


FORMAT = Format("snapshot", "ArchiveBox's snapshots, one article a folder", (), sniff, read, sure=True)
