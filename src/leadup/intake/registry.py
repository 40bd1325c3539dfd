"""Every format that leadup reads, and which one a file is in: by what it holds first, then by its name."""

from __future__ import annotations

import re

from leadup.errors import UnknownFormat
from leadup.intake.decode import narrow
from leadup.intake.format import Container, Format
from leadup.intake.kinds import is_code, is_settings, refused, unknown
from leadup.intake.readers import (
    bookmarks,
    columns,
    containers,
    feed,
    html,
    jsonl,
    mail,
    markdown,
    meta,
    mhtml,
    news_json,
    news_xml,
    notes,
    org,
    pdf,
    posts,
    references,
    signal,
    singlefilez,
    slack,
    snapshots,
    spoken_json,
    spoken_text,
    table,
    telegram_page,
    text,
    transcripts,
    warc,
    webarchive,
)
from leadup.intake.readers.office import docx, epub, odt, package, rtf, xlsx
from leadup.intake.readers.press import europresse, factiva, nexis, pressreader, proquest
from leadup.intake.source import Source
from leadup.plugins import formats, with_own

# In the order in which they are asked: what is told apart by a certain mark before what many things look like.
_OWN: tuple[Format, ...] = (
    pdf.FORMAT,
    rtf.FORMAT,
    webarchive.FORMAT,
    columns.FORMAT,
    nexis.FORMAT,
    factiva.FORMAT,
    proquest.FORMAT,
    europresse.FORMAT,
    pressreader.FORMAT,
    mhtml.FORMAT,
    mail.MBOX,
    mail.FORMAT,
    transcripts.VTT,
    transcripts.SRT,
    transcripts.SBV,
    spoken_json.FORMAT,
    spoken_text.FORMAT,
    references.RIS,
    references.ENDNOTE,
    references.BIBTEX,
    references.CSL,
    notes.FORMAT,
    bookmarks.OPML,
    bookmarks.POCKET,
    bookmarks.SHORTCUT,
    bookmarks.SITEMAP,
    bookmarks.ADDRESSES,
    posts.TWITTER,
    posts.DISCORD,
    meta.FORMAT,
    posts.TELEGRAM,
    telegram_page.FORMAT,
    posts.MASTODON,
    slack.FORMAT,
    signal.FORMAT,
    posts.WHATSAPP,
    snapshots.FORMAT,
    singlefilez.FORMAT,
    warc.FORMAT,
    docx.FORMAT,
    odt.FORMAT,
    xlsx.FORMAT,
    epub.FORMAT,
    html.FORMAT,
    jsonl.FORMAT,
    feed.FORMAT,
    news_xml.FORMAT,
    news_json.FORMAT,
    table.FORMAT,
    markdown.FORMAT,
    org.FORMAT,
    text.FORMAT,
)
# Those of plug-ins come first: who installs one has such files.
_KNOWN = with_own(formats(), (*_OWN, *containers.CONTAINERS), "format")
FORMATS: dict[str, Format] = {name: f for name, f in _KNOWN.items() if isinstance(f, Format)}
CONTAINERS: dict[str, Container] = {name: c for name, c in _KNOWN.items() if isinstance(c, Container)}
_ALL: tuple[Format | Container, ...] = (*FORMATS.values(), *CONTAINERS.values())
# Names that say enough, once no certain mark says otherwise.
_PLAIN = frozenset({"html", "jsonl", "text", "table", "markdown", "mhtml", "warc"})
_NO_PROSE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?(?:\{\s*\"|<[!?a-z])", re.IGNORECASE)
_MARKED = (feed.FORMAT, jsonl.FORMAT, news_json.FORMAT, html.FORMAT)
_PACKAGE = b"PK\x03\x04"
# A ZIP larger than this, and named so, is no document.
_LARGE_PACKAGE = 64 * 2**20


def detect(source: Source, name: str | None = None) -> Format | Container:
    """The format of a source: the one named, else what its first bytes say, else what its name says.

    Raises :class:`UnknownFormat` where no reader takes it.
    """
    if name is not None:
        return _called(source, name)
    named = _named(source)
    if source.start and len(named) == 1:
        # A part of a large file does not begin where the file does.
        return named[0]
    head = narrow(source.head())
    if head.startswith(_PACKAGE):
        return _package(source, named)
    certain = next((f for f in _ALL if f.sure and f.sniff(head)), None)
    if certain is not None:
        return certain
    refusal = refused(head, source.name)
    if refusal is not None:
        raise refusal
    if is_settings(head, source.file):
        raise unknown(source.name, "a program, a style or settings")
    meant = _saved_as_text(head) if named == [text.FORMAT] else None
    if named == [table.FORMAT] and _NO_PROSE.match(head):
        meant = next((f for f in _MARKED if f.sniff(head)), None)
    if meant is not None:
        return meant
    if len(named) == 1 and (isinstance(named[0], Container) or named[0].name in _PLAIN):
        return named[0]
    others = [f for f in _ALL if f.name != text.FORMAT.name and f not in named]
    likely = next((f for f in (*named, *others) if f.sniff(head)), None)
    if likely is not None:
        return likely
    if is_code(source.file):
        raise unknown(source.name, "a program, a style or settings")
    if named:
        return named[0]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        raise unknown(source.name, "XML of a kind that is not known")
    if text.sniff(head):
        return text.FORMAT
    raise unknown(source.name, "another kind of file")


def _called(source: Source, name: str) -> Format | Container:
    """The format of this name."""
    found: Format | Container | None = FORMATS.get(name) or CONTAINERS.get(name)
    if found is None:
        raise UnknownFormat(source.name, f"there is no format {name!r}", "`leadup formats` lists them")
    return found


def _saved_as_text(head: bytes) -> Format | None:
    """What a file named as text is, where it is no prose: records and pages are what they are."""
    if (b"\t" in head.split(b"\n", 1)[0] and table.sniff(head)) or table.is_header(head):
        # Excel calls its table of tabs "Unicode text".
        return table.FORMAT
    return next((f for f in _MARKED if f.sniff(head)), None) if _NO_PROSE.match(head) else None


def _named(source: Source) -> list[Format | Container]:
    """The formats whose endings the file's name has; ".tar.gz" says more than ".gz"."""
    named = [f for f in _ALL if source.file.endswith(f.extensions)]
    if named:
        longest = max(len(e) for f in named for e in f.extensions if source.file.endswith(e))
        named = [f for f in named if any(len(e) == longest and source.file.endswith(e) for e in f.extensions)]
    return named


def _package(source: Source, named: list[Format | Container]) -> Format | Container:
    """What a ZIP is: a document, a web archive, or an archive of files."""
    archive = CONTAINERS["zip"]
    if archive in named and (source.size is None or source.size > _LARGE_PACKAGE):
        return archive
    kind = package.kind_of(source)
    if kind in FORMATS:
        return FORMATS[kind]
    if kind in CONTAINERS:
        return CONTAINERS[kind]
    raise unknown(source.name, kind, "Save it as DOCX, XLSX or PDF")
