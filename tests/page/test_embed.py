"""The box for other people's pages: its style stays its own, it is as tall as what it says, and needs no script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadup.output import write
from tests.output.stories import crisis, story
from tests.page.test_looks import accessible

HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A paper</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>p { font: 30px monospace; color: #123456 } h2 { display: none }</style>
<main><h1>A paper</h1><p id="own">Its own words.</p>%s</main></html>"""


@pytest.fixture
def pasted(browser: Any, tmp_path: Path) -> Any:
    """``pasted(timeline, change)`` is a page of a paper with the box in it, ``change`` made to the box before."""
    contexts = []

    def open_page(timeline: Any, change: Any = str, width: int = 800) -> Any:
        file = tmp_path / "paper.html"
        file.write_text(HOST % change(write(timeline, "embed").decode()), "utf-8")
        context = browser.new_context(java_script_enabled=True, viewport={"width": width, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 800])
def test_the_box_stands_apart_and_whole(pasted: Any, axe: str, width: int) -> None:
    page = pasted(crisis(), width=width)
    inside = "document.querySelector('.leadup-box').shadowRoot"
    assert page.evaluate(f"getComputedStyle({inside}.querySelector('h2')).display") == "block"
    assert page.evaluate("getComputedStyle(document.querySelector('#own')).fontSize") == "30px"
    box, section = (
        "document.querySelector('.leadup-box').offsetHeight",
        f"{inside}.querySelector('section').scrollHeight",
    )
    assert abs(page.evaluate(box) - page.evaluate(section)) < 6
    before = page.evaluate(box)
    page.evaluate(f"for (const closed of {inside}.querySelectorAll('details')) closed.open = true")
    assert page.evaluate(box) > before
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found, _ = accessible(page, axe, ".leadup-box")
    assert found == []


def test_where_the_root_is_dropped_a_table_is_left(pasted: Any) -> None:
    dropped = pasted(story(3), lambda box: box.replace(' shadowrootmode="open"', ""))
    assert dropped.locator(".leadup-box table").is_visible()
    assert not pasted(story(3)).locator(".leadup-box table").is_visible()


def test_it_holds_no_script() -> None:
    made = write(crisis(), "embed").decode()
    assert "<script" not in made and " style=" not in made and made.startswith('<div class="leadup-box">')
