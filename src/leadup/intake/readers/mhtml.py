"""MHTML (RFC 2557): a page as browsers save it in one file, with its address and the time of saving."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from leadup.errors import EmptyArticle, IntakeError
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.page import article_from_html
from leadup.intake.published import parse_time
from leadup.intake.readers.mail_parts import MOST_PARTS, POLICY, header
from leadup.intake.source import Source
from leadup.model import Article

_SENT = re.compile(rb"(?m)^(?:to|received|return-path|delivered-to|message-id):")
_PAGES = ("text/html", "application/xhtml+xml")


def sniff(head: bytes) -> bool:
    """Whether the headers are those of a ``multipart/related`` document that is no mail to anybody."""
    block = head[:8192].replace(b"\r\n", b"\n").lstrip(b"\xef\xbb\xbf\n").split(b"\n\n", 1)[0].lower()
    whole = re.search(rb"(?m)^content-type:\s{0,4}multipart/related", block) is not None and b"mime-version:" in block
    return whole and (b"\nsnapshot-content-location:" in block or not _SENT.search(block))


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The article of the page itself, not of its frames and pictures."""
    message = email.message_from_bytes(source.bytes(options.limits.page), policy=POLICY)
    saved = parse_time(header(message, "Date"))
    address = header(message, "Snapshot-Content-Location")
    pages = [p for n, p in enumerate(message.walk()) if n <= MOST_PARTS and p.get_content_type() in _PAGES]
    if not pages:
        raise EmptyArticle(source.name)
    page = _main(message, pages, address)
    url = header(page, "Content-Location") or address
    body = page.get_payload(decode=True)
    yield article_from_html(
        body if isinstance(body, bytes) else str(body or ""),
        source=source.name,
        url=url if url.startswith(("http://", "https://")) else None,
        options=replace(options, crawled=options.crawled or (saved[0] if saved else None)),
        charset=page.get_content_charset(),
    )


def _main(message: Message, pages: list[Message], address: str) -> Message:
    """The part that is the page: the one at the address that was saved, the one that is named as the root, else the
    first."""
    for page in pages:
        if address and header(page, "Content-Location") == address:
            return page
    start = str(message.get_param("start") or "")
    return next((p for p in pages if start and str(p.get("Content-ID") or "").strip() == start), pages[0])


FORMAT = Format("mhtml", "a page saved in one file (MHTML)", (".mhtml", ".mht"), sniff, read, sure=True)
