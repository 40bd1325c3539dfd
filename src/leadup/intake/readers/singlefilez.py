"""Pages that SingleFile saved as a ZIP: inside a page that unpacks itself (``data-sfz``), or plain.

The page is ``index.html`` in the package; its frames and pictures are parts of it, no articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.origin import origin_of
from leadup.intake.page import article_from_html
from leadup.intake.readers.office.package import opened, part
from leadup.intake.source import Source
from leadup.model import Article

INDEX = "index.html"


def sniff(head: bytes) -> bool:
    """The mark that the page's first element carries, or a package that begins inside a page of SingleFile's."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return start == b"<" and (
        b" data-sfz" in head[:4096] or (b"Page saved with SingleFile" in head[:16384] and b"PK\x03\x04" in head)
    )


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The article of the page."""
    with opened(source) as archive:
        if INDEX not in archive.namelist():
            raise UnreadableInput(source.name, "a package without its page", "Save the page anew")
        page = part(archive, INDEX, source, options.limits)
    # Old versions say where the page came from outside of it alone.
    origin = origin_of(page) or origin_of(source.head())
    if origin is not None:
        options = replace(options, crawled=options.crawled or origin.saved)
    yield article_from_html(
        page,
        source=source.name,
        url=origin.url if origin is not None else source.url,
        options=options,
        saved=source.modified,
        charset="utf-8",
    )


FORMAT = Format("singlefilez", "pages saved by SingleFile as a ZIP", (".u.zip.html",), sniff, read, sure=True)
