"""Addresses that may be made into links."""

from __future__ import annotations

import re
from typing import Final

from leadup.address import split_address

_ODD: Final = re.compile(r"[\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\"'<>\\^`{|}]")
LONGEST: Final = 2_000
"""Longer addresses are not linked: no browser of the newsroom follows them, and they swell the page."""


def web_address(url: str | None) -> str | None:
    """``url`` where it is a plain ``http`` or ``https`` address with a host, else None.

    Everything else (``javascript:``, ``data:``, ``file:``, addresses with spaces, controls, quotes or a user's name
    before the host) is shown as text by the caller, or not at all, and never made a link.
    """
    if not url or len(url) > LONGEST or _ODD.search(url):
        return None
    parts = split_address(url)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return None
    return url
