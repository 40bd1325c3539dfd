"""Reading the page: evidence, filters, search, links, keys."""

from __future__ import annotations

from typing import Any

import pytest

from tests.output.stories import crisis, hostile, story
from tests.page.waiting import until

CARDS = ".card:not([hidden])"


def count(page: Any) -> str:
    return str(page.locator(".count").inner_text())


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_it_opens_from_disk_with_every_entry(opened: Any) -> None:
    page = opened(crisis(60))
    assert page.title() == "What led up to the closing of the Karsa Strait"
    assert page.locator(CARDS).count() == 60 and count(page) == "60 entries"
    assert page.locator(".ev[open]").count() == 0


def test_hostile_words_run_nothing(opened: Any) -> None:
    page = opened(hostile())
    page.locator(".openall").click()
    page.wait_for_timeout(100)
    assert page.title().startswith("What led up to </title><script>document.title='owned'</script>")
    assert page.locator("img, svg[onload], b[onclick]").count() == 0
    assert page.evaluate("document.scripts.length") == 1


def test_evidence_opens_by_mouse_and_by_key(opened: Any) -> None:
    page = opened(crisis())
    evidence = page.locator(".card.goal .ev")
    assert not evidence.locator("mark").first.is_visible()
    evidence.locator("> summary").click()
    assert (
        evidence.locator("mark").first.inner_text() == "Maradia closed the Karsa Strait to all shipping early Friday."
    )
    assert "Why this day" in evidence.inner_text() or "WHY THIS DAY" in evidence.inner_text()
    evidence.locator("> summary").focus()
    page.keyboard.press("Enter")
    assert not evidence.locator("mark").first.is_visible()


@pytest.mark.parametrize(
    ("name", "label", "entries", "said"),
    [
        ("a", "Mara Tolk (3)", 3, "3 of 20 entries"),
        ("o", "صحيفة المرفأ (5)", 5, "5 of 20 entries"),
        ("s", "3 or more independent (8)", 8, "8 of 20 entries"),
    ],
)
def test_filters(opened: Any, name: str, label: str, entries: int, said: str) -> None:
    page = opened(crisis())
    page.locator(f"select[name={name}]").select_option(label=label)
    assert page.locator(CARDS).count() == entries and count(page) == said
    assert page.locator(".day:not([hidden])").count() <= entries
    page.get_by_role("button", name="Clear").click()
    until(page, "document.querySelectorAll('.card[hidden]').length === 0")
    assert count(page) == "20 entries"


def test_kinds_combine_with_search_and_an_empty_result_says_so(opened: Any) -> None:
    page = opened(crisis())
    page.get_by_label("Statements").check()
    statements = page.locator(CARDS).count()
    assert statements == page.locator(".card.statement").count()
    page.get_by_label("Search the words").fill("ADMIRAL friends")
    assert page.locator(CARDS).count() == 1
    assert page.evaluate("CSS.highlights.get('found').size") >= 2
    page.get_by_label("Search the words").fill("no such words")
    assert page.get_by_text("No entry fits").is_visible()
    page.get_by_role("button", name="Show all entries").click()
    assert page.locator(CARDS).count() == 20 and focused(page) == "q"


def test_search_finds_arabic_and_ignores_marks(opened: Any) -> None:
    page = opened(hostile())
    page.get_by_label("Search the words").fill("سيبقى مغلقا")
    assert page.locator(CARDS).count() == 2, "the entry, and the one that answers it"
    page.get_by_label("Search the words").fill("KARSA ٢٤")
    assert page.locator(CARDS).count() == 1


def test_an_actor_button_filters_and_lets_go(opened: Any) -> None:
    page = opened(crisis())
    button = page.locator(".cast button").nth(2)
    button.click()
    assert button.get_attribute("aria-pressed") == "true" and page.locator(CARDS).count() == 3
    button.click()
    assert button.get_attribute("aria-pressed") == "false" and page.locator(CARDS).count() == 20


def test_a_cell_of_the_matrix_shows_its_entries(opened: Any) -> None:
    page = opened(crisis())
    page.locator("[data-pair][title^='Mara Tolk towards the Tarn Federation']").click()
    assert page.locator(CARDS).count() == 3 and page.locator(".pairing").is_visible()
    assert focused(page).startswith("e-")
    page.get_by_role("button", name="Remove").click()
    assert page.locator(CARDS).count() == 20


def test_a_link_to_an_entry_brings_one_there(opened: Any) -> None:
    timeline = crisis(60)
    page = opened(timeline, f"#e-{timeline.entries[40].id}")
    assert focused(page) == f"e-{timeline.entries[40].id}"
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    strip = page.evaluate("document.querySelector('.strip').getBoundingClientRect().bottom")
    assert strip <= top < 600, "not under the strip"


def test_a_link_to_an_entry_that_is_filtered_away_shows_it(opened: Any) -> None:
    page = opened(crisis())
    page.get_by_label("Statements").check()
    page.evaluate("location.hash = '#e-e001'")
    until(page, "document.activeElement.id === 'e-e001'")
    assert page.locator(CARDS).count() == 20


def test_a_day_of_the_strip_leads_to_it_and_is_marked(opened: Any) -> None:
    page = opened(crisis(60))
    page.locator(".bar a[href='#d-2024-05-12']").click()
    until(page, "document.querySelector('.bar [aria-current]').hash === '#d-2024-05-12'")
    assert page.locator("#d-2024-05-12 .card:focus").count() == 1


def test_keys(opened: Any) -> None:
    page = opened(crisis())
    page.locator("#e-e001").focus()
    page.keyboard.press("j")
    assert focused(page) == "e-e002"
    page.keyboard.press("b")
    assert focused(page) == "e-e001", "back to what it answers"
    page.keyboard.press("f")
    assert focused(page) == "e-e002", "and forward to the answer"
    page.keyboard.press("k")
    page.keyboard.press("o")
    assert page.locator("#e-e001 .ev[open]").count() == 1
    page.keyboard.press("/")
    assert focused(page) == "q"
    page.keyboard.type("jjo")
    assert page.get_by_label("Search the words").input_value() == "jjo", "letters are letters in a field"


def test_keys_are_dead_outside_the_timeline(opened: Any) -> None:
    page = opened(crisis())
    page.locator("h1").click()
    page.keyboard.press("j")
    assert focused(page) == ""


def test_the_chain_is_followed_by_tab_and_enter(opened: Any) -> None:
    page = opened(crisis())
    page.locator("#e-e019 .answer a").focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'e-e018'")


def test_arcs_show_their_words_on_focus_and_hover(opened: Any) -> None:
    page = opened(crisis())
    arcs = page.locator(".arcs a")
    assert arcs.count() == 10
    assert [arc.get_attribute("tabindex") for arc in arcs.all()] == ["0"] + ["-1"] * 9, "one stop for the tab key"
    arcs.first.focus()
    assert page.locator(".tip").inner_text() == "Answers May 3: “in reply”"
    page.keyboard.press("ArrowDown")
    assert "without paying the toll" in page.locator(".tip").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator(".tip").is_visible()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'e-e001'")
    arcs.nth(9).locator(".hit").dispatch_event("mouseenter")
    arcs.nth(9).dispatch_event("mouseenter")
    assert "closed the Karsa Strait" in page.locator(".tip").inner_text()


def test_times_are_the_outlets_own_and_the_readers_on_demand(opened: Any) -> None:
    page = opened(story(5), timezone_id="Asia/Tokyo")
    page.locator(".openall").click()
    time = page.locator("time[datetime*=T]").first
    own = time.inner_text()
    assert own == "May 14, 2024, 07:15 UTC+03:00"
    page.get_by_role("button", name="Times in my zone").click()
    assert "13:15" in time.inner_text() and "GMT+9" in time.inner_text()
    page.get_by_role("button", name="Times in my zone").click()
    assert time.inner_text() == own


def test_it_reads_without_script(browser: Any, tmp_path: Any) -> None:
    from leadup.output import write

    path = tmp_path / "page.html"
    path.write_bytes(write(crisis(), "html"))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator(".card .words").count() == 20 and not page.locator("form").is_visible()
    page.locator(".card.goal .ev > summary").click()
    assert page.locator(".card.goal mark").first.is_visible()
    context.close()
