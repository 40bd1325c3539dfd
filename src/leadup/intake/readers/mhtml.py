"""MHTML (RFC 2557): a page as browsers save it in one file, with its address and the time of saving."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace

from leadup.errors import EmptyArticle, IntakeError
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.page import article_from_html
from leadup.intake.published import parse_time
from leadup.intake.source import Source
from leadup.model import Article


def sniff(head: bytes) -> bool:
    """MIME headers that announce parts that belong together."""
    start = head[:2000].lower()
    return b"multipart/related" in start and b"mime-version:" in start


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The article of the first HTML part: the page itself, before its frames and pictures."""
    try:
        message = email.message_from_bytes(source.bytes(options.limits.page), policy=email.policy.default)
        saved = parse_time(str(message.get("Date") or ""))
        page = next((p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
        if page is None:
            raise EmptyArticle(source.name)
        url = str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
        body = page.get_payload(decode=True)
        yield article_from_html(
            body if isinstance(body, bytes) else str(body or ""),
            source=source.name,
            url=url if url.startswith(("http://", "https://")) else None,
            options=replace(options, crawled=options.crawled or (saved[0] if saved else None)),
            charset=page.get_content_charset(),
        )
    except IntakeError as error:
        yield error
    except (ValueError, LookupError, AttributeError):
        yield EmptyArticle(source.name)


FORMAT = Format("mhtml", "a page saved in one file (MHTML)", (".mhtml", ".mht"), sniff, read)
