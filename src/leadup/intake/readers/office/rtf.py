"""Rich Text: its words without the marks, as one article or as an export of a press database."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from leadup.errors import IntakeError, MissingExtra
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.readers.documents import articles_of_document
from leadup.intake.source import Source
from leadup.model import Article


def sniff(head: bytes) -> bool:
    """The mark that every Rich Text file begins with."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of the file."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise MissingExtra("Reading Rich Text", "office") from None
    data = source.bytes(options.limits.page)
    words: Callable[..., str] = rtf_to_text
    text = words(data.decode("latin-1"), errors="replace")
    yield from articles_of_document(text.split("\n"), source.name, options)


FORMAT = Format("rtf", "Rich Text", (".rtf",), sniff, read, extra="office", sure=True)
