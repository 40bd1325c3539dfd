"""A hundred hostile texts in every field, in a real browser: nothing runs, is asked for or is turned round.

``tests/output/test_vectors.py`` looks at the bytes; here is what a browser makes of them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from leadup.desk.questions import query_of
from leadup.ingest import Archive, prepare
from leadup.intake.compose import ArticleMetadata, article_from_text
from leadup.model import Published, Question
from leadup.output import write
from leadup.output.page import to_fragment
from leadup.output.visible import visible
from tests.desk.conftest import Opens, desk  # noqa: F401
from tests.output.stories import NASTY
from tests.output.test_vectors import VECTORS, holding
from tests.page.conftest import NPM, Open
from tests.page.test_others import TIMELINEJS

STEP = len(NASTY)
FIRSTS = range(0, len(VECTORS), STEP)
CANARY = "document.title = 'clean'; window.alert = window.confirm = window.prompt = () => { document.title = 'owned' }"
TARGET_TIME = dt.datetime(2031, 3, 11, tzinfo=dt.UTC)
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"


class Looked:
    """A page that is watched: what it asks for, says and opens."""

    def __init__(self, context: Any) -> None:
        self.own = ""
        self.seen: list[str] = []
        self.page = context.new_page()
        self.page.on(
            "request",
            lambda r: None if r.url.startswith((self.own, "data:", "about:blank")) else self.seen.append(r.url),
        )
        self.page.on("console", lambda message: self.seen.append(message.text))
        self.page.on("pageerror", lambda error: self.seen.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.seen.append(dialog.message), dialog.dismiss()))
        self.page.add_init_script(CANARY)
        self.page.set_default_timeout(20_000)

    def is_clean(self) -> bool:
        return self.seen == [] and self.page.evaluate("document.title") != "owned"


@pytest.fixture(scope="module")
def watched(browser: Any) -> Iterator[Looked]:
    """One page for all that is looked at without a network: a new one each would cost more CPU than what it shows."""
    context = browser.new_context(offline=True, reduced_motion="reduce")
    yield Looked(context)
    context.close()


@pytest.fixture
def look(watched: Looked, tmp_path: Path) -> Iterator[Any]:
    def looked(html: str) -> Looked:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        watched.own = path.as_uri()
        watched.page.goto(path.as_uri())
        return watched

    yield looked
    # What a page does when it is left is seen too, and of this one.
    watched.seen.clear()
    watched.page.goto("about:blank")
    assert watched.seen == []


def worked(page: Any) -> None:
    """Everything that can be opened is, and the pointer and the focus go over it all."""
    page.evaluate(
        """() => {
            for (const box of document.querySelectorAll("details")) box.open = true;
            for (const one of document.querySelectorAll("body *")) {
                for (const name of ["mouseover", "mouseenter", "focus", "toggle", "pointerover"])
                    one.dispatchEvent(new Event(name, { bubbles: true }));
            }
        }"""
    )


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src='https://norhaven.example/seen.png'>",
        "<details ontoggle=\"document.title = 'owned'\"><summary>a</summary>b</details>",
    ],
)
def test_what_is_watched_for_is_noticed_and_not_held_against_the_next(look: Any, html: str) -> None:
    looked = look(f"<!doctype html><meta charset=utf-8><body>{html}")
    worked(looked.page)
    looked.page.wait_for_timeout(50)
    assert not looked.is_clean()
    looked.seen.clear()
    assert look("<!doctype html><meta charset=utf-8><body>a").is_clean()


@pytest.mark.parametrize("first", FIRSTS)
def test_the_page(opened: Open, first: int) -> None:
    vectors = VECTORS[first : first + STEP]
    timeline = holding(vectors)
    page = opened(timeline)
    worked(page)
    assert page.evaluate("document.title") != "owned"
    assert page.evaluate("document.dir") in ("", "ltr")
    shown = page.evaluate("document.documentElement.textContent")
    assert not set(OVERRIDES) & set(shown)
    # Each is there to be read, with its controls as signs.
    plain = "".join(shown.split())
    for entry in timeline.entries:
        assert "".join(visible(entry.wording.exact).split())[:200] in plain


@pytest.mark.parametrize("first", FIRSTS)
def test_a_notebook(look: Any, first: int) -> None:
    """A notebook has no content policy of ours: the words alone must hold."""
    looked = look(f"<!doctype html><meta charset=utf-8><body>{to_fragment(holding(VECTORS[first : first + STEP]))}")
    worked(looked.page)
    assert looked.is_clean(), looked.seen


@pytest.mark.parametrize("first", FIRSTS)
def test_linked_data_inside_a_page(look: Any, first: int) -> None:
    timeline = holding(VECTORS[first : first + STEP])
    data = write(timeline, "schema-org").decode()
    page = f'<!doctype html><meta charset=utf-8><script type="application/ld+json">{data}</script><p id=end>end'
    looked = look(page)
    assert looked.is_clean(), looked.seen
    held = looked.page.evaluate("document.querySelector('script').textContent")
    assert json.loads(held) == json.loads(data)
    assert looked.page.locator("#end").count() == 1


@pytest.mark.parametrize("first", FIRSTS)
def test_markdown_as_a_page(look: Any, first: int) -> None:
    """Made into HTML by a parser that lets HTML through, as many do."""
    markdown_it = pytest.importorskip("markdown_it")
    text = write(holding(VECTORS[first : first + STEP]), "markdown").decode()
    made = markdown_it.MarkdownIt("commonmark", {"html": True}).render(text)
    looked = look(f"<!doctype html><meta charset=utf-8><body>{made}")
    worked(looked.page)
    assert looked.is_clean(), looked.seen
    assert looked.page.locator("script, iframe, img, object, embed, form, style, svg").count() == 0


@pytest.mark.parametrize("first", FIRSTS[::4])
def test_timelinejs(look: Any, first: int) -> None:
    dist = NPM / "@knight-lab" / "timelinejs" / "dist"
    if not (dist / "js" / "timeline.js").is_file():
        pytest.skip("needs TimelineJS3 from npm (tests/page/install.sh)")
    data = write(holding(VECTORS[first : first + STEP]), "timelinejs").decode().replace("</", "<\\/")
    looked = look(TIMELINEJS.format(dist=dist.as_uri(), data=data))
    looked.page.wait_for_selector(".tl-slide h2", state="attached")
    assert looked.page.evaluate("document.title") != "owned"
    assert looked.page.locator(".tl-slide script, .tl-slide iframe, .tl-slide [onerror]").count() == 0


@pytest.fixture(scope="module")
def hostile_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose articles hold the texts in their title, text, outlet, byline and file name."""
    folder = tmp_path_factory.mktemp("hostile") / "archive"
    articles = []
    for number, vector in enumerate(VECTORS):
        words = vector.encode("utf-8", "replace").decode()
        text = f"The Norhaven crane fell onto the quay on Tuesday, {words} said.\n\n{words}\n\nNobody was hurt."
        known = ArticleMetadata(
            title=f"Norhaven crane falls {words}",
            outlet=words,
            byline=(words,),
            published=Published(TARGET_TIME, "day", "sure", "given"),
            url=f"https://news{number}.example/",
        )
        articles.append(article_from_text(text, source=f"/in/{words[:40]}", known=known))
    with Archive(folder, create=True) as archive:
        archive.write([prepare(article) for article in articles])
    return folder


def test_the_desk(browser: Any, desk: Opens, hostile_archive: Path) -> None:  # noqa: F811
    address, _ = desk(hostile_archive)
    context = browser.new_context(reduced_motion="reduce")
    looked = Looked(context)
    looked.own = address
    page = looked.page

    def visit(path: str, *, asks: bool = True) -> None:
        page.goto(address + path)
        # An article's page asks for nothing once it is there.
        page.wait_for_load_state("networkidle" if asks else "load")
        worked(page)
        assert looked.is_clean(), (path, looked.seen)
        assert not set(OVERRIDES) & set(page.evaluate("document.body.innerText")), path

    with Archive(hostile_archive) as archive:
        ids = [article.id for article, _ in archive.articles()]
    visit("/")
    visit("/search?q=crane")
    visit("/ask?" + query_of(Question("the fall of the Norhaven crane", date=TARGET_TIME.date())))
    assert page.locator(".card").count() > 0
    visit(page.evaluate("document.querySelector('.card .tool a').getAttribute('href')"))
    for id in ids[::6]:
        visit(f"/article/{id}", asks=False)
    for vector in VECTORS[::9]:
        words = vector.encode("utf-8", "replace").decode()
        # What is refused is said in words, with a status that the console names; nothing else may be there.
        for path in ("/search?" + urlencode({"q": words}), "/ask?" + urlencode({"q": words})):
            page.goto(address + path)
            worked(page)
            seen = [line for line in looked.seen if "Failed to load resource" not in line]
            assert seen == [] and page.evaluate("document.title") != "owned", (path, seen)
            looked.seen.clear()
    context.close()
