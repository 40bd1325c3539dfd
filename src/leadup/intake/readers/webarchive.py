"""Safari's web archives: a property list with the page, its address and its charset."""

from __future__ import annotations

from collections.abc import Iterator

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.page import article_from_html
from leadup.intake.source import Source
from leadup.model import Article


def sniff(head: bytes) -> bool:
    """A property list with a main resource."""
    return b"WebMainResource" in head and (head.startswith(b"bplist") or b"<plist" in head[:1000])


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The article of the page that was saved."""
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        saved = plistlib.loads(source.bytes(options.limits.page))
        page = saved["WebMainResource"]
        data = page["WebResourceData"]
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError) as error:
        raise UnreadableInput(source.name, f"damaged: {error}", "Save the page anew") from None
    if not isinstance(data, bytes):
        raise UnreadableInput(source.name, "damaged: its page is no bytes", "Save the page anew")
    url = str(page.get("WebResourceURL") or "")
    yield article_from_html(
        data,
        source=source.name,
        url=url if url.startswith(("http://", "https://")) else None,
        options=options,
        saved=source.modified,
        charset=str(page.get("WebResourceTextEncodingName") or "") or None,
    )


FORMAT = Format("webarchive", "pages saved by Safari", (".webarchive",), sniff, read, sure=True)
