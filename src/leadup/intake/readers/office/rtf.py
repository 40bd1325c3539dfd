"""Rich Text: its words without the marks, as one article or as an export of a press database."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from leadup.errors import IntakeError, MissingExtra
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.readers.documents import articles_of_document
from leadup.intake.source import Source
from leadup.model import Article

_MAC = re.compile(rb"\\mac\b|\\ansicpg10000\b")
# Where a link leads: the library sets it beside the link's words.
_ADDRESS = re.compile(r"(?i)\{\\\*\\fldinst\s{0,3}\{?[^{}]{0,20}HYPERLINK[^{}]{0,3000}\}?\s{0,3}\}")
# A row of a press database's table: its code for the field ("HD"), and what stands beside it.
_CELLS = re.compile(r"([A-Z]{2,3})\|([^|]*\|?)$")
# A code point of which there is none: the library ends at it.
_LETTER = re.compile(rb"\\u(-?[0-9]{1,20})")
_BYTE = re.compile(rb"\\'([89a-fA-F][0-9a-fA-F])")


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
    data = _LETTER.sub(lambda m: m.group() if -(2**15) <= int(m.group(1)) < 2**16 else b"\\u65533", _as_unicode(data))
    text = words(_ADDRESS.sub("", data.decode("latin-1")), errors="replace")
    yield from articles_of_document(list(_rows(text)), source.name, options)


def _rows(text: str) -> Iterator[str]:
    """The lines of a text, a table's of two columns with a tab between name and value, the value's lines apart: the
    library ends each cell with a stroke."""
    open_cell = False
    for line in text.split("\n"):
        cells = _CELLS.match(line)
        if cells and not open_cell:
            yield f"{cells.group(1)}\t{cells.group(2).removesuffix('|')}".rstrip()
            open_cell = not line.endswith("|")
        else:
            yield line.removesuffix("|") if open_cell else line
            open_cell = open_cell and not line.endswith("|")


def _as_unicode(data: bytes) -> bytes:
    """A file of Apple's programs with its letters as code points: their charset is not known to the library."""
    if not _MAC.search(data[:400]):
        return data
    return _BYTE.sub(lambda m: b"{\\uc1\\u%d ?}" % ord(bytes([int(m.group(1), 16)]).decode("mac_roman")), data)


FORMAT = Format("rtf", "Rich Text", (".rtf",), sniff, read, extra="office", sure=True)
