"""What a site asks of programs that fetch its pages: robots.txt (RFC 9309) and its Crawl-delay.

It is asked for where a list of addresses is fetched. A single address that a person names is fetched as a browser
would.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from leadup.address import split_address
from leadup.errors import IntakeError, ServerRefused

NAME = "leadup"
LONGEST = 30.0
"""Seconds: a site that asks for a longer pause is not waited for at every page."""
SIZE = 500 * 1024
"""Bytes of a robots.txt that are read; RFC 9309 asks for at least so many."""


class Page(Protocol):
    """What came back from an address."""

    @property
    def body(self) -> bytes | None:
        """Its bytes."""
        ...


class Robots:
    """The rules of the sites asked so far, each asked for once. ``fetch`` gets a page."""

    def __init__(self, fetch: Callable[[str], Page]) -> None:
        self._fetch = fetch
        self._rules: dict[str, Any] = {}

    def asks(self, address: str) -> tuple[bool, float]:
        """May the address be fetched, and how many seconds are asked for between two pages of its site?

        Where a site says that it has no rules (4xx) all is free; where it cannot be asked nothing is (RFC 9309, 2.3.1).
        """
        parts = split_address(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._read(site)
        rules = self._rules[site]
        if isinstance(rules, bool):
            return rules, 0.0
        return bool(rules.can_fetch(address, NAME)), min(LONGEST, float(rules.crawl_delay(NAME) or 0.0))

    def _read(self, site: str) -> Any:
        from protego import Protego

        try:
            page = self._fetch(f"{site}/robots.txt")
        except ServerRefused as error:
            return 400 <= error.status < 500
        except IntakeError:
            return False
        if page.body is None:
            return False
        return Protego.parse(page.body[:SIZE].decode("utf-8", "replace"))
