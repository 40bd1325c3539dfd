"""What is less sure to belong: folded, and opened by whatever leads there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leadup.output import write
from tests.output.stories import folded
from tests.page.waiting import until

ALONE, GATHERED, AFTER = "e-e007", "e-e002", "e-e013"
"""A folded entry beside plain ones, one of a day that has no other, one beside a plain entry again."""


def words(page: Any, anchor: str) -> Any:
    return page.locator(f"#{anchor} .words")


def test_a_page_does_not_open_with_headings_of_folds(opened: Any) -> None:
    page = opened(folded())
    assert not page.locator("#d-2024-05-03 > h2").is_visible()
    assert page.locator("#d-2024-05-05 > h2").is_visible()
    (line,) = page.locator(".folds > summary").all()
    assert line.inner_text() == "May 3: 2 entries less sure to belong"
    line.click()
    assert page.locator("#d-2024-05-03 > h2").is_visible()
    assert words(page, GATHERED).is_visible(), "one click shows them whole"


@pytest.mark.parametrize("anchor", [ALONE, GATHERED, AFTER])
def test_an_address_opens_what_it_names(opened: Any, anchor: str) -> None:
    page = opened(folded(), f"#{anchor}")
    assert words(page, anchor).is_visible()
    assert page.evaluate("document.activeElement.id") == anchor
    assert page.locator(".folded[open], .folds[open]").count() == 1, "the others stay folded"


@pytest.mark.parametrize("anchor", [ALONE, GATHERED])
def test_a_link_opens_it_and_does_so_again(opened: Any, anchor: str) -> None:
    page = opened(folded())
    page.evaluate(
        """anchor => { const link = document.createElement("a"); link.id = "there";
        link.href = "#" + anchor; link.textContent = "there"; document.querySelector(".top").append(link); }""",
        anchor,
    )
    for _ in range(2):
        page.locator("#there").click()
        words(page, anchor).wait_for(state="visible")
        page.evaluate("for (const fold of document.querySelectorAll('.folded, .folds')) fold.open = false")
        assert not words(page, anchor).is_visible()


def test_a_bar_of_the_strip_opens_its_day(opened: Any) -> None:
    page = opened(folded())
    page.locator(".bar a[href='#d-2024-05-03']").click()
    words(page, GATHERED).wait_for(state="visible")
    until(page, "document.querySelector('.bar [aria-current]').hash === '#d-2024-05-03'")


def test_what_is_looked_for_is_not_hidden_in_a_fold(opened: Any) -> None:
    page = opened(folded())
    page.get_by_label("Search the words").fill("who have always sailed")
    until(page, "document.querySelector('.folds').open")
    assert page.locator(".count").inner_text() == "1 of 20 entries"
    page.get_by_label("Search the words").fill("photographed")
    until(page, "document.querySelector('.folds').hidden")
    page.get_by_role("button", name="Clear", exact=True).click()
    until(page, "!document.querySelector('.folds').open && !document.querySelector('.folds').hidden")


def test_keys_pass_over_a_closed_fold_and_a_link_back_opens_it(opened: Any) -> None:
    page = opened(folded())
    page.locator("#e-e004").focus()
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "e-e003", "its line stands there"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "e-e003", "no further: two more are in a closed fold"
    page.keyboard.press("b")
    until(page, "document.activeElement.id === 'e-e001'")
    assert words(page, "e-e001").is_visible()


def test_arcs_end_at_what_is_to_be_seen(opened: Any) -> None:
    page = opened(folded())
    shown = page.locator(".arcs a").count()
    assert shown < 10 and not page.locator(".arcs a[href='#e-e001']").count()
    page.locator(".folds > summary").click()
    until(page, "document.querySelectorAll('.arcs a').length === 10")


@pytest.fixture
def scriptless(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens the page at an anchor where no script runs."""
    context = browser.new_context(java_script_enabled=False)
    path = tmp_path / "page.html"
    path.write_bytes(write(folded(), "html"))

    def at(anchor: str) -> Any:
        page = context.new_page()
        page.goto(f"{path.as_uri()}#{anchor}")
        return page

    yield at
    context.close()


@pytest.mark.parametrize("anchor", [ALONE, GATHERED, AFTER])
def test_without_script_an_address_shows_what_it_names(scriptless: Any, anchor: str) -> None:
    page = scriptless(anchor)
    assert words(page, anchor).is_visible()
    other = ALONE if anchor != ALONE else GATHERED
    assert not words(page, other).is_visible()
