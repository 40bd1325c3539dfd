"""Documents that are ZIP archives: what they are, and their parts, never more than the limits allow."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from leadup.errors import UnreadableInput
from leadup.intake.options import Limits
from leadup.intake.parse import parse_xml
from leadup.intake.source import BROKEN_ZIP, Source, seekable

# What a package holds, and what that makes it: a format of leadup's, or a kind that is not read.
_MARKS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("META-INF/container.xml", "epub"),
    ("ppt/presentation.xml", "a presentation"),
    ("Index/Document.iwa", "an iWork document"),
    ("Index/Tables/DataList.iwa", "an iWork document"),
    ("datapackage.json", "wacz"),
)
MOST_PARTS = 5000
"""A page that was saved with all its parts has no more than this."""

_OPEN_DOCUMENT = {b"text": "odt", b"spreadsheet": "an OpenDocument spreadsheet", b"presentation": "a presentation"}


def kind_of(source: Source) -> str:
    """The kind of a ZIP archive: "docx", "odt", "xlsx", "epub", "wacz", "zip", or words for one that is not read."""
    try:
        with source.open() as raw, seekable(raw) as whole, zipfile.ZipFile(whole) as archive:
            names = frozenset(archive.namelist())
            if "content.xml" in names:
                kind = archive.read("mimetype")[:200] if "mimetype" in names else b"text"
                return next((k for mark, k in _OPEN_DOCUMENT.items() if mark in kind), "an OpenDocument file")
            if "datapackage.json" in names and not any(n.startswith("archive/") for n in names):
                return "zip"
            if "index.html" in names and len(names) <= MOST_PARTS:
                with archive.open("index.html") as page:
                    if b"Page saved with SingleFile" in page.read(16384):
                        return "singlefilez"
            return next((kind for mark, kind in _MARKS if mark in names), "zip")
    except BROKEN_ZIP:
        return "zip"


@contextmanager
def opened(source: Source) -> Iterator[zipfile.ZipFile]:
    """The package; raises :class:`UnreadableInput` where it is no whole ZIP archive."""
    with source.open() as raw, seekable(raw) as whole:
        try:
            archive = zipfile.ZipFile(whole)
        except BROKEN_ZIP as error:
            raise UnreadableInput(source.name, f"damaged: {error}", "Fetch it again") from None
        with archive:
            yield archive


def part(archive: zipfile.ZipFile, name: str, source: Source, limits: Limits) -> bytes:
    """A part's bytes; raises :class:`UnreadableInput` where it is missing, locked or unpacks to too much."""
    try:
        info = archive.getinfo(name)
        if info.flag_bits & 1:
            raise UnreadableInput(source.name, "encrypted", "Save it without a password first")
        if info.file_size > limits.page:
            raise UnreadableInput(source.name, "unpacks to more than is allowed", "Split it")
        with archive.open(info) as stream:
            data = stream.read(limits.page + 1)
    except BROKEN_ZIP as error:
        raise UnreadableInput(source.name, f"damaged: {error}", "Fetch it again") from None
    if len(data) > limits.page:
        raise UnreadableInput(source.name, "unpacks to more than is allowed", "Split it")
    return data


def xml(archive: zipfile.ZipFile, name: str, source: Source, limits: Limits) -> etree._Element:
    """A part as XML; raises :class:`UnreadableInput` where it is none."""
    root = parse_xml(part(archive, name, source, limits))
    if root is None:
        raise UnreadableInput(source.name, f"damaged: {name} is not XML", "Save it anew")
    return root
