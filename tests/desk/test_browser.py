"""The desk in Debian's Chromium: the whole way, every view accessible and in its window, a clean console."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leadup import Archive, gather, lead_up
from leadup.desk.questions import query_of
from leadup.dossiers import Dossiers
from leadup.model import Question
from leadup.watching import Watching
from tests.desk.conftest import TARGET, Opens, write_articles
from tests.page.test_looks import WIDE, accessible

ASK = "/ask?" + query_of(Question(TARGET))
COMPARED = "/compare?q=the+sinking+of+the+Marisol&date=2021-03-06&a=2021-03-05&b=2021-03-07"
Browse = Callable[..., Any]


@pytest.fixture
def browse(browser: Any) -> Iterator[Browse]:
    """``browse(address, **context)`` is a page of a desk; the test fails where it asks elsewhere or says a word."""
    contexts: list[Any] = []
    asked: list[str] = []
    said: list[str] = []

    def open_page(address: str, **options: Any) -> Any:
        usual = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
        context = browser.new_context(**{**usual, **options})
        contexts.append(context)
        own = re.match(r"http://[^/]+", address)
        assert own is not None
        page = context.new_page()
        page.on("request", lambda r: None if r.url.startswith((own.group(), "data:")) else asked.append(r.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.set_default_timeout(60_000)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert asked == [], "the desk asked another machine"
    assert said == [], "the console is not clean"


def test_from_nothing_to_a_published_page(browse: Browse, desk: Opens, tmp_path: Path) -> None:
    address, _ = desk(tmp_path / "archive")
    folder = write_articles(tmp_path / "in")
    files = sorted(str(p) for p in folder.iterdir())
    page = browse(address, permissions=["clipboard-read", "clipboard-write"])
    page.set_input_files("#files", files[1:])
    page.click("text=Add >> nth=-1")
    page.wait_for_selector("text=3 added")
    page.fill("#ask-q", TARGET)
    page.click(".askbar button")
    page.wait_for_selector(".card")
    before = page.locator(".card").count()
    # An entry is given another day, by words of its source; then that is undone.
    page.click(".card .tool a >> nth=0")
    page.click("text=It happened on another day")
    form = page.locator("form[aria-label='It happened on another day']")
    form.locator("input[name=day]").fill("2021-03-02")
    words = page.locator(".source blockquote").first.inner_text()
    form.locator("textarea").fill(words)
    form.locator("input[name=by]").fill("Ada")
    form.locator("button").last.click()
    page.wait_for_selector("text=Moved to March 2, 2021 by Ada")
    page.goto(address + "/corrections")
    page.click("text=Undo")
    page.wait_for_selector("text=undone")
    # It is kept; then an article comes, and what it brings is said.
    page.goto(address + ASK)
    page.click("summary >> text=Keep")
    page.click(".menu button >> text=Save")
    page.wait_for_selector("text=Nothing is new")
    kept = page.url
    page.goto(address + "/add")
    page.set_input_files("#files", files[:1])
    page.click("form.adding button.primary")
    page.wait_for_selector("text=1 added")
    page.goto(kept)
    assert page.locator(".diff > li").count() >= 1
    page.goto(address + ASK)
    assert page.locator(".card").count() >= before
    page.click("summary >> text=Publish")
    page.click("text=Copy the box")
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith('<div class="leadup-box">')
    with page.expect_download() as waiting:
        page.click(".formats a >> nth=0")
    published = Path(waiting.value.path()).read_text("utf-8")
    assert "The ferry Marisol sank" in published and "<form action" not in published


def test_a_happening_is_told_as_one_by_keyboard_alone(browse: Browse, desk: Opens, kept: Path) -> None:
    address, _ = desk(kept)
    page = browse(address)
    page.focus("#home-q")
    page.keyboard.type(TARGET)
    page.keyboard.press("Enter")
    page.wait_for_selector(".card")
    before = page.locator(".card").count()
    page.locator(".card .tool a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".corrections")
    page.locator("summary", has_text="It is told as two").focus()
    page.keyboard.press("Enter")
    page.locator("form[aria-label='It is told as two'] input[name=by]").focus()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card")
    assert page.locator(".card").count() == before - 1


def test_the_days_are_moved_by_drawing_over_them_and_by_links(browse: Browse, desk: Opens, kept: Path) -> None:
    address, _ = desk(kept)
    page = browse(address + ASK)
    page.wait_for_selector(".card")
    page.click("summary >> text=Move the days")
    bars = page.locator(".daybars > li")
    goal = page.locator(".daybars > li.goal")
    assert any("2 of 2 articles" in said for said in page.locator(".daybars .far").all_text_contents())
    start, end = bars.nth(bars.count() // 2 - 10).bounding_box(), goal.bounding_box()
    assert start is not None and end is not None
    page.mouse.move(start["x"] + 2, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(end["x"] + 2, end["y"] + 20, steps=5)
    page.mouse.up()
    page.wait_for_url("**/ask?*days=*")
    page.wait_for_selector(".card")
    drawn = page.evaluate("new URLSearchParams(location.search).get('days')")
    page.click("summary >> text=Move the days")
    assert page.locator(".daybars > li.in").count() == int(drawn) + 1
    page.locator(".daybars > li.goal + li a").click()
    page.wait_for_url("**/ask?*after=1*")


def test_what_is_watched_is_looked_at_and_its_news_reach_a_dossier(browse: Browse, desk: Opens, tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as archive:
        gather(archive, [write_articles(tmp_path / "first", ("gazette-1", "monitor-1", "gazette-2"))])
        Dossiers(archive.path).save("The Marisol", lead_up(TARGET, archive), by="Ada")
    inbox = write_articles(tmp_path / "inbox", ("courier-1",))
    address, _ = desk(tmp_path / "archive")
    page = browse(address + "/dossiers")
    page.wait_for_selector("text=nothing new today")
    page.goto(address + "/watch")
    page.fill("#source", str(inbox))
    page.click("form.stack button")
    page.wait_for_selector("text=1 new")
    page.goto(address)
    page.wait_for_selector(".isnew >> text=3 new")
    page.goto(address + "/watch")
    page.click("text=Take away")
    page.wait_for_selector("text=Nothing is watched yet")


def test_a_list_of_feeds_is_watched(browse: Browse, desk: Opens, tmp_path: Path) -> None:
    address, _ = desk(tmp_path / "archive")
    page = browse(address + "/watch")
    feeds = "".join(f'<outline type="rss" xmlUrl="http://127.0.0.1:9/{n}"/>' for n in range(3))
    (tmp_path / "mine.opml").write_text(f"<opml version='2.0'><body>{feeds}</body></opml>")
    page.set_input_files("#list", tmp_path / "mine.opml")
    page.click("form.stack button")
    page.wait_for_selector(".watched li >> nth=2")
    assert len(Watching(tmp_path / "archive").all()) == 3


def test_an_open_page_says_that_articles_came_in(browse: Browse, desk: Opens, tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", create=True) as archive:
        gather(archive, [write_articles(tmp_path / "first", ("gazette-1", "monitor-1"))])
    address, _ = desk(tmp_path / "archive")
    page = browse(address)
    page.clock.install()
    with page.expect_response("**/api/extent"):
        page.goto(address + ASK)
    assert page.inner_text("#news") == ""
    with Archive(tmp_path / "archive") as archive:
        gather(archive, [write_articles(tmp_path / "more", ("courier-1", "gazette-2"))])
    page.clock.fast_forward(21_000)
    page.wait_for_selector("#news >> text=2 new articles came in")
    with page.expect_navigation():
        page.click("text=Load this page again")
    page.wait_for_selector(".card")
    assert page.inner_text("#news") == ""


def test_reading_needs_no_script(browse: Browse, desk: Opens, kept: Path) -> None:
    address, _ = desk(kept)
    page = browse(address, java_script_enabled=False)
    page.fill("#home-q", TARGET)
    page.click(".bigask button")
    page.wait_for_selector(".card")
    assert not page.locator(".waiting").is_visible()
    page.click(".card .ev summary >> nth=0")
    assert page.locator(".card .ev blockquote").first.is_visible()
    page.click(".card .tool a >> nth=0")
    page.click("text=Whole article >> nth=0")
    assert page.locator(".sentence.asked").count() == 1
    page.goto(address + "/search?q=rust")
    assert page.locator(".found li").count() >= 1


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (320, "light")])
def test_every_view_is_accessible_and_fits(
    browse: Browse, desk: Opens, kept: Path, axe: str, width: int, scheme: str
) -> None:
    """Colours hang on the scheme, places on the width: each is looked at in both of its ways."""
    address, _ = desk(kept)
    page = browse(address, viewport={"width": width, "height": 800}, color_scheme=scheme)
    wrong = []
    for view in views(page, address, kept):
        page.goto(address + view)
        page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
        page.wait_for_timeout(50)
        wrong += [(view, "sticks out", name) for name in page.evaluate(WIDE)]
        wrong += [(view, *place) for place in accessible(page, axe)[0]]
    assert wrong == []


def test_every_view_fits_a_window_between_wide_and_narrow(browse: Browse, desk: Opens, kept: Path) -> None:
    address, _ = desk(kept)
    page = browse(address, viewport={"width": 640, "height": 800})
    wrong = []
    for view in views(page, address, kept):
        page.goto(address + view)
        page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
        page.wait_for_timeout(50)
        wrong += [(view, name) for name in page.evaluate(WIDE)]
    assert wrong == []


def views(page: Any, address: str, kept: Path) -> tuple[str, ...]:
    """The address of one of each of the desk's views, with something in it."""
    page.goto(address + ASK)
    entry = page.locator(".card .tool a").last.get_attribute("href")
    page.goto(address + entry)
    article = page.locator("text=Whole article").first.get_attribute("href")
    with Archive(kept) as archive:
        Dossiers(kept).save("The Marisol", replace(lead_up(TARGET, archive), entries=()), by="Ada")
    Watching(kept).add(str(kept))
    return (
        "/", ASK, entry, article, "/search?q=ferry", "/corrections", "/dossiers", "/watch", "/add", "/enter",
        "/dossier?name=The+Marisol", COMPARED,
    )  # fmt: skip
