"""ArchiveBox's snapshots: a folder with the same page saved in several ways. One article, from the best of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
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


# Names that no other program gives: what two of ArchiveBox's extractors leave tells a folder without its own page.
_LEFT = frozenset(
    ("archive.org.txt", "headers.json", "readability", "mercury", "singlefile.html", "output.html", "output.pdf",
     "htmltotext.txt")
)  # fmt: skip
_SURE = frozenset(("archive.org.txt", "readability", "mercury", "htmltotext.txt"))


def is_snapshot(names: set[str]) -> bool:
    """Whether a folder with these names in it is one: its index, and what one extractor left at least, or two where
    the page that shows the snapshot is not there."""
    if SNAPSHOT not in names:
        return False
    if "index.html" in names:
        return bool(names & (_LEFT - {"output.pdf"} | {"screenshot.png", "media"}))
    return _has_left(names)


def _has_left(names: set[str]) -> bool:
    return len(names & _LEFT) > 1 and bool(names & _SURE)


def best_of(folder: Path, names: set[str]) -> Path | None:
    """The page that shows a snapshot best whose index is lost; None where the folder is none, or has no such page."""
    if SNAPSHOT in names or not _has_left(names):
        return None
    return next((page for name in EXTRACTED if (page := folder / name).is_file()), None)


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
    for name in (*EXTRACTED, *_copied(index)) if folder is not None else ():
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


def _copied(index: Any) -> Iterator[str]:
    """Where wget's copy of the page lies, as the index says it; what leads out of the folder is none."""
    held = index.get("canonical")
    name = held.get("wget_path") if isinstance(held, Mapping) else None
    if not isinstance(name, str) or not name.endswith((".html", ".htm")) or name == "index.html":
        return
    if not Path(name).is_absolute() and ".." not in Path(name).parts:
        yield name


FORMAT = Format("snapshot", "ArchiveBox's snapshots, one article a folder", (), sniff, read, sure=True)
