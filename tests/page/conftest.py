"""A browser without a network, and pages opened in it from disk."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from leadup.model import Timeline
from leadup.output import write

ROOT = Path(__file__).resolve().parents[2]
NPM = ROOT / ".tools" / "npm" / "node_modules"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium; the test is skipped, with the reason, where it or Playwright is absent."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs Debian's chromium (tests/page/install.sh)")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright (pip install 'leadup[dev]')")
    yield _chromium(playwright, chromium)


@cache
def _chromium(playwright: Any, chromium: str) -> Any:
    """One browser a process, whichever folder's tests ask for it first: Playwright runs once at a time."""
    running = playwright.sync_playwright().start()
    opened = running.chromium.launch(executable_path=chromium, args=FLAGS)
    atexit.register(running.stop)
    atexit.register(opened.close)
    return opened


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    path = NPM / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("needs axe-core from npm (tests/page/install.sh)")
    return path.read_text("utf-8")


Open = Callable[..., Any]
SHOWN = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light", "reduced_motion": "reduce"}
"""How a page is looked at, where a test does not say otherwise; all of it can be changed in an open page."""


@pytest.fixture(scope="session")
def used_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """``used_page(**looked)`` is one page for all tests that only look at pages otherwise: opening a new one costs as
    much CPU as two pages read in it. It keeps nothing of a page that was shown before but its listeners, which
    whoever adds them takes off again."""
    context = browser.new_context()
    page = context.new_page()

    def shown(**looked: Any) -> Any:
        page.goto("about:blank")
        page.set_viewport_size(looked["viewport"])
        page.emulate_media(media="screen", color_scheme=looked["color_scheme"], reduced_motion=looked["reduced_motion"])
        return page

    yield shown
    context.close()


@pytest.fixture
def opened(browser: Any, used_page: Callable[..., Any], tmp_path: Path) -> Iterator[Open]:
    """``opened(timeline, anchor="", **context)`` is its page, opened from disk.

    Whatever the page asks of a network fails, and so does the test; so it does for a word in the console.
    """
    ends: list[Callable[[], Any]] = []
    asked: list[str] = []
    said: list[str] = []

    def open_page(timeline: Timeline, anchor: str = "", **options: Any) -> Any:
        path = tmp_path / f"page{len(ends)}.html"
        path.write_bytes(write(timeline, "html"))

        def answer(route: Any) -> None:
            if route.request.url.partition("#")[0] == path.as_uri():
                route.continue_()
            else:
                asked.append(route.request.url)
                route.abort()

        def console(message: Any) -> None:
            said.append(message.text)

        def error(raised: Any) -> None:
            said.append(str(raised))

        if ends or options.keys() - SHOWN.keys():
            # A second page beside the first, or one in another place or without scripts.
            context = browser.new_context(**{**SHOWN, **options})
            page = context.new_page()
            ends.append(context.close)
        else:
            page = used_page(**{**SHOWN, **options})

            def leave() -> None:
                page.goto("about:blank")
                page.unroute("**/*", answer)
                page.remove_listener("console", console)
                page.remove_listener("pageerror", error)

            ends.append(leave)
        page.route("**/*", answer)
        page.on("console", console)
        page.on("pageerror", error)
        page.set_default_timeout(20_000)
        page.goto(path.as_uri() + anchor)
        return page

    yield open_page
    for end in ends:
        end()
    assert asked == [], "the page asked for something"
    assert said == [], "the console is not clean"
