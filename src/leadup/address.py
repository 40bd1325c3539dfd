"""Web addresses taken apart without raising: what is no address, or a broken one, has empty parts."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}([a-z]{2,12})", re.IGNORECASE)
_ENDS = frozenset(
    "com org net info news edu gov int mil biz name press media tv online site blog live today world report post agency"
    " london paris berlin nyc africa asia eus cat scot wales example test invalid".split()
)
"""Top-level domains, beside those of two letters, by which a bare word is taken for a server's name: "gazette.com" is
one, the account "jane.doe" is none."""


def split_address(address: str | None) -> SplitResult:
    """The parts of an address (RFC 3986); all empty where it is none, or a broken one ("https://[a.example")."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return SplitResult("", "", "", "", "")


def is_host(word: str) -> bool:
    """Whether a word by itself is a server's name ("gazette.example").

    >>> is_host("gazette.example"), is_host("gazette.co.uk"), is_host("jane.doe"), is_host("a@gazette.example")
    (True, True, False, False)
    """
    match = _HOST.fullmatch(word)
    return match is not None and (len(match[1]) == 2 or match[1].lower() in _ENDS)


def web_address_in(text: str | None) -> str | None:
    """The address that a field holds, also where it is written without its scheme; None where it holds none.

    >>> web_address_in("www.gazette.example/2019/lens"), web_address_in("http://gazette.example")
    ('https://www.gazette.example/2019/lens', 'http://gazette.example')
    >>> web_address_in("ask the library"), web_address_in("doi:10.1/2")
    (None, None)
    """
    address = (text or "").strip()
    if address.lower().startswith(("http://", "https://")):
        return address
    bare = not any(c.isspace() for c in address) and is_host(re.split(r"[/?#:]", address, maxsplit=1)[0])
    return f"https://{address}" if bare else None


def host_of(address: str | None) -> str:
    """The server's name in an address, without a leading ``www.``; empty where there is none."""
    return (split_address(address).hostname or "").removeprefix("www.")
