"""What a site asks of programs is done where a list of addresses is fetched."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from leadup.errors import ServerRefused, UnreadableInput
from leadup.intake.robots import LONGEST, Robots

RULES = b"""User-agent: *
Disallow: /private/
Allow: /private/open
Crawl-delay: 7

User-agent: leadup
Disallow: /not-you
"""


@dataclass
class Page:
    body: bytes | None


def robots(body: bytes | Exception | None) -> tuple[Robots, list[str]]:
    asked: list[str] = []

    def fetch(url: str) -> Page:
        asked.append(url)
        if isinstance(body, Exception):
            raise body
        return Page(body)

    return Robots(fetch), asked


@pytest.mark.parametrize(
    ("rules", "path", "may"),
    [
        (RULES, "/not-you/1", False),
        (RULES, "/private/1", True),
        (RULES.replace(b"leadup", b"other"), "/private/1", False),
        (RULES.replace(b"leadup", b"other"), "/private/open/1", True),
        (b"User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        (b"User-agent: *\nDisallow: /*.pdf$", "/a.html", True),
        (b"", "/a", True),
        (b"<html>no rules here</html>\xff\x00", "/a", True),
        (ServerRefused("x", 404, "Not Found"), "/a", True),
        (ServerRefused("x", 503, "Busy"), "/a", False),
        (UnreadableInput("x", "could not be fetched"), "/a", False),
        (None, "/a", False),
    ],
)
def test_may_it_be_fetched(rules: bytes | Exception | None, path: str, may: bool) -> None:
    assert robots(rules)[0].asks(f"https://norhaven.example{path}")[0] is may


def test_each_site_is_asked_once() -> None:
    asking, asked = robots(RULES)
    for place in ("https://a.example/1", "https://a.example/2", "https://b.example/1", "http://a.example/1"):
        asking.asks(place)
    assert asked == ["https://a.example/robots.txt", "https://b.example/robots.txt", "http://a.example/robots.txt"]


@pytest.mark.parametrize(("delay", "pause"), [(b"7", 7.0), (b"86400", LONGEST), (b"much", 0.0)])
def test_the_pause_that_is_asked_for(delay: bytes, pause: float) -> None:
    rules = b"User-agent: *\nCrawl-delay: " + delay
    assert robots(rules)[0].asks("https://a.example/1") == (True, pause)
