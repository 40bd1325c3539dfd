"""Titles and authors of pages: what clings to them on real sites, in invented words."""

from __future__ import annotations

import json

import pytest

from leadup.intake import article_from_html
from leadup.model import Article

BODY = "".join(
    f"<p>In part {n} the harbour board set out what it had known about the ferry's doors, who had asked for repairs, "
    f"and why the sailing of that evening went ahead with {n} hundred people on board.</p>"
    for n in range(2, 7)
)
TITLE = "Ferry doors were known to leak, board says"


def page(
    *,
    head: str | None = TITLE,
    og: str | None = None,
    ld: dict[str, object] | None = None,
    site: str | None = None,
    meta: str = "",
    shown: str = "",
    tag: str = "",
    url: str = "https://www.dailyharbour.example/a",
) -> Article:
    metas = "".join(
        f"<meta property='{k}' content='{v}'>" for k, v in (("og:title", og), ("og:site_name", site)) if v is not None
    )
    script = f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **ld})}</script>" if ld else ""
    h1 = f"<h1>{head}</h1>" if head is not None else ""
    html = (
        f"<html lang='en'><head><title>{tag}</title>{metas}{meta}{script}</head>"
        f"<body><header>{h1}{shown}</header><article>{BODY}</article></body></html>"
    )
    return article_from_html(html, source="page.html", url=url)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({"og": f"{TITLE} | The Daily Harbour", "site": "The Daily Harbour", "head": None}, TITLE),
        ({"og": f"{TITLE} - Daily Harbour", "site": "The Daily Harbour", "head": None}, TITLE),
        ({"og": f"{TITLE} | dailyharbour.example", "site": "Harbour Media Ltd", "head": None}, TITLE),
        ({"og": f"{TITLE} | DailyHarbour", "site": None, "head": None}, TITLE),
        ({"og": f"The Daily Harbour | {TITLE}", "site": "The Daily Harbour", "head": None}, TITLE),
        ({"og": f"{TITLE} - Reuters", "head": None}, TITLE),
        (
            {
                "og": f"{TITLE} - Regional | The Daily Harbour",
                "site": "The Daily Harbour",
                "head": None,
                "meta": "<meta property='article:section' content='Regional'>",
            },
            TITLE,
        ),
        ({"og": f"World | {TITLE}"}, TITLE),
        ({"og": f"Opinion | {TITLE}"}, f"Opinion | {TITLE}"),
        ({"og": "The Daily Harbour", "site": "The Daily Harbour"}, TITLE),
        (
            {"og": None, "head": "The Daily Harbour", "site": "The Daily Harbour", "tag": f"{TITLE} - Daily Harbour"},
            TITLE,
        ),
        ({"og": "Ferry doors were known to leak, bo…"}, TITLE),
        ({"og": "Ferry doors were known to leak, boa..."}, TITLE),
        ({"ld": {"headline": "Ferry <em>doors</em> were known to leak, board says"}}, TITLE),
        (
            {"ld": {"headline": "Board: &amp;quot;Doors were known to leak&amp;quot;"}, "head": None},
            'Board: "Doors were known to leak"',
        ),
        (
            {"ld": {"headline": "Ferry doors: board – not owner – knew"}, "head": None},
            "Ferry doors: board – not owner – knew",
        ),
        ({"og": "Prices &lt; costs, board says - again"}, "Prices < costs, board says - again"),
        # The JSON-LD says what the browser's title says; readers and those it is shared with see another line.
        (
            {
                "ld": {"headline": "Ferry disaster 2031: all about the doors"},
                "og": f"{TITLE} | The Daily Harbour",
                "site": "The Daily Harbour",
                "tag": "Ferry disaster 2031: all about the doors | The Daily Harbour",
            },
            TITLE,
        ),
        (
            {
                "ld": {"headline": "Ferry disaster 2031: all about the doors"},
                "og": "What the board knew",
                "tag": "Ferry disaster 2031: all about the doors",
            },
            TITLE,
        ),
        (
            {
                "head": "Latest news",
                "ld": {"headline": "Ferry disaster 2031: all about the doors"},
                "og": "What the board knew",
                "tag": "Ferry disaster 2031: all about the doors",
            },
            "Ferry disaster 2031: all about the doors",
        ),
        (
            {"ld": {"headline": TITLE}, "og": "What the board knew", "tag": TITLE},
            TITLE,
        ),
        (
            {"ld": {"headline": "What the board knew of the ferry"}, "og": TITLE, "tag": TITLE},
            "What the board knew of the ferry",
        ),
    ],
)
def test_titles(given: dict[str, str], title: str) -> None:
    assert page(**given).title == title  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "byline"),
    [
        ({"ld": {"headline": TITLE, "author": "By Ada Brandt"}}, ("Ada Brandt",)),
        (
            {"ld": {"headline": TITLE, "author": ["Ada Brandt", "The Daily Harbour"]}, "site": "The Daily Harbour"},
            ("Ada Brandt",),
        ),
        (
            {
                "ld": {"headline": TITLE, "author": {"@type": "Organization", "name": "Daily Harbour"}},
                "site": "The Daily Harbour",
                "meta": "<meta name='article-author' content='Ada Brandt'>",
            },
            ("Ada Brandt",),
        ),
        (
            {
                "ld": {"headline": TITLE, "author": "The Daily Harbour"},
                "site": "The Daily Harbour",
                "shown": "<p class='byline'>By Ada Brandt, Copenhagen</p>",
            },
            ("Ada Brandt",),
        ),
        (
            {"ld": {"headline": TITLE, "author": "The Daily Harbour"}, "site": "The Daily Harbour"},
            ("The Daily Harbour",),
        ),
        (
            {
                "meta": "<meta name='author' content='a.brandt@dailyharbour.example'>",
                "shown": "<h5 class='authorline'>By Ada Brandt</h5>",
            },
            ("Ada Brandt",),
        ),
        ({"shown": "<div><span>Ada Brandt |</span> <span>3 March 2021</span></div>"}, ("Ada Brandt",)),
        ({"shown": "<div><span>Ferry Traffic |</span> <span>all lines</span></div>"}, ()),
        ({"shown": "<p class='byline'>By Ada Brandt, AP</p>"}, ("Ada Brandt", "AP")),
        ({"shown": "<p class='byline'>By Brandt, Wei and Novak</p>"}, ("Brandt", "Wei", "Novak")),
    ],
)
def test_authors(given: dict[str, str], byline: tuple[str, ...]) -> None:
    assert page(**given).byline == byline  # type: ignore[arg-type]
