"""How the page looks to all: accessibility, narrow windows, print, motion, direction."""

from __future__ import annotations

from typing import Any

import pytest

from tests.output.stories import crisis, folded, hostile, story

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}

BLOCKS = ".top, .card, .day, .column, .side form, .cast, .sidebox, .said, .ev, figcaption, .plot, .more, .more section"
OVERLAPS = (
    """() => {
  const shown = (n) => n.getClientRects().length && getComputedStyle(n).position === 'static';
  const found = [];
  for (const parent of document.querySelectorAll('"""
    + BLOCKS
    + """')) {
    const boxes = [...parent.children].filter(shown).map((n) => [n, n.getBoundingClientRect()]);
    boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
      const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
      const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
      if (across > 1 && down > 1) found.push([parent, a, b].map((n) => n.className || n.tagName).join(' / '));
    }));
  }
  return found;
}"""
)
WIDE = """() => [...document.querySelectorAll('body *')].filter((n) => {
  const r = n.getBoundingClientRect();
  return r.width && r.right > innerWidth + 1 && !n.closest('.strip ol, .wide, .skip, .far');
}).map((n) => n.className || n.tagName).slice(0, 5)"""
DIRECTIONS = "[...document.querySelectorAll('.card .words')].map((n) => getComputedStyle(n).direction)"


def accessible(page: Any, axe: str, root: str | None = None) -> tuple[list[tuple[str, str]], int]:
    """What axe finds amiss below an element, rule and place, and how many rules hold.

    Only the places of violations are gathered: those of all that holds, told each by a selector, took three times the
    time.
    """
    page.evaluate(axe)
    asked = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    result = page.evaluate("([root, asked]) => axe.run(root || document, asked)", [root, asked])
    found = [(rule["id"], node["html"][:200]) for rule in result["violations"] for node in rule["nodes"]]
    return found, len(result["passes"])


def test_the_overlap_check_finds_an_overlap(opened: Any) -> None:
    page = opened(story(5))
    page.evaluate("document.querySelector('.card .sup').style.marginTop = '-2rem'")
    assert page.evaluate(OVERLAPS) == ["card event / words / sup"]


@pytest.mark.parametrize(
    ("timeline", "viewport", "scheme"),
    [
        pytest.param(folded(), DESK, "light", id="folded-desk-light"),
        pytest.param(crisis(), PHONE, "dark", id="crisis-phone-dark"),
        pytest.param(hostile(), DESK, "dark", id="hostile-desk-dark"),
        pytest.param(story(5), PHONE, "light", id="plain-phone-light"),
    ],
)
def test_axe_finds_no_violation(opened: Any, axe: str, timeline: Any, viewport: Any, scheme: str) -> None:
    page = opened(timeline, viewport=viewport, color_scheme=scheme)
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
    found, passed = accessible(page, axe)
    assert found == []
    assert passed > 20


def test_axe_finds_a_violation(opened: Any, axe: str) -> None:
    page = opened(story(5))
    page.evaluate("for (const made of document.querySelectorAll('.words')) made.style.color = '#ddd'")
    found, _ = accessible(page, axe)
    assert {rule for rule, _ in found} == {"color-contrast"} and len(found) == 5, "each place of it"


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("timeline", [crisis(60), hostile()], ids=["60", "hostile"])
def test_nothing_overlaps_or_sticks_out(opened: Any, timeline: Any, width: int) -> None:
    page = opened(timeline, viewport={"width": width, "height": 800})
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(WIDE) == []
    assert page.evaluate(OVERLAPS) == []


def test_text_may_be_twice_as_large(opened: Any) -> None:
    page = opened(crisis(), viewport={"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.evaluate(OVERLAPS) == []


def test_arabic_runs_from_right_to_left(opened: Any) -> None:
    page = opened(hostile())
    directions = page.evaluate(
        "[...document.querySelectorAll('.card .words')].map((n) => getComputedStyle(n).direction)"
    )
    assert directions == ["ltr", "ltr", "ltr", "ltr", "rtl", "ltr", "ltr"]


def test_still_for_those_who_ask(opened: Any) -> None:
    still, lively = opened(story(5)), opened(story(5), reduced_motion="no-preference")
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert (still.evaluate(behaviour), lively.evaluate(behaviour)) == ("auto", "smooth")


def test_print_has_the_timeline_and_not_its_tools(opened: Any) -> None:
    page = opened(crisis())
    page.locator(".ev > summary").first.click()
    page.emulate_media(media="print")
    for hidden in (".side", ".arcs", ".perma >> nth=0", ".ev:not([open]) >> nth=0"):
        assert not page.locator(hidden).is_visible(), hidden
    for shown in (".words >> nth=0", ".ev[open] mark >> nth=0", ".matrix", ".curve >> nth=0"):
        assert page.locator(shown).is_visible(), shown
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(page.pdf()) > 10_000


def test_dark_and_light_differ(opened: Any) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    assert opened(story(5), color_scheme="dark").evaluate(colour) != opened(story(5)).evaluate(colour)


def test_tools_are_folded_on_a_phone(opened: Any) -> None:
    page = opened(crisis(), viewport=PHONE)
    assert not page.locator("form").is_visible() and page.locator(".tools > summary").is_visible()
    page.locator(".tools > summary").click()
    assert page.locator("form").is_visible()
    assert page.locator(".arcs a").count() == 0
