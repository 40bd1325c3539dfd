"""Web addresses taken apart without raising: what is no address, or a broken one, has empty parts."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def split_address(address: str | None) -> SplitResult:
    """The parts of an address (RFC 3986); all empty where it is none, or a broken one ("https://[a.example")."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return SplitResult("", "", "", "", "")


def host_of(address: str | None) -> str:
    """The server's name in an address, without a leading ``www.``; empty where there is none."""
    return (split_address(address).hostname or "").removeprefix("www.")
