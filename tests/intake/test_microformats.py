"""What a page says by microformats, and a byline that goes on with the day."""

from __future__ import annotations

import pytest

from leadup.intake import article_from_html
from leadup.intake.shown import line_of

BODY = "".join(f"<p>The council of Arlen voted {w} night to sell the old mill, the mayor said.</p>" for w in
               ("last", "Monday", "Tuesday"))  # fmt: skip
ENTRY = """<article class="h-entry"><h1 class="p-name">The mill is sold</h1><div class="e-content">{body}</div>
<footer><p>By
<a href="https://blog.example/@ada" class="p-author h-card">Ada Brandt</a> on <a href="https://blog.example/p/1">
<time class="dt-published" datetime="2019-05-06T10:00:00Z">May 6, 2019</time></a>.</p><p><a class="p-canonical"
href="https://blog.example/@ada/mill">Canonical link</a></p></footer></article>"""


def test_a_service_s_copy_of_one_s_own_story() -> None:
    page = f"<html><head><title>The mill is sold</title></head><body>{ENTRY.format(body=BODY)}</body></html>"
    article = article_from_html(page, source="mill.html")
    assert (article.byline, article.url, article.outlet) == (
        ("Ada Brandt",),
        "https://blog.example/@ada/mill",
        "blog.example",
    )
    assert article.published is not None and str(article.published.day) == "2019-05-06"


def test_several_entries_are_nobodys() -> None:
    other = '<div class="h-entry"><a class="u-url" href="https://other.example/x">x</a></div>'
    page = f"<html><head><title>The mill is sold</title></head><body>{ENTRY.format(body=BODY)}{other}</body></html>"
    assert article_from_html(page, source="mill.html").url is None


CARD = '<span class="p-author h-card"><a class="u-url p-name" href="https://blog.example/">Ada Brandt</a></span>'
PERMALINK = '<a class="u-url" href="https://blog.example/2019/mill">May 6</a>'
CITED = """<div class="u-in-reply-to h-cite"><a class="u-url p-name" href="https://other.example/p/9">On mills</a>
<span class="p-author h-card"><a class="u-url p-name" href="https://other.example/otto">Otto Wren</a></span></div>"""
OWN = ("https://blog.example/2019/mill", ("Ada Brandt",))


@pytest.mark.parametrize(("inside", "expected"), [
    (f"{PERMALINK}<p>{CARD}</p>", OWN),
    (f"<p>{CARD}</p>{PERMALINK}", OWN),
    (f"{CITED}{PERMALINK}<p>{CARD}</p>", OWN),
    (f"{PERMALINK}{CITED}", (OWN[0], ())),
    (f'{PERMALINK}<a class="u-url" href="https://copies.example/mill">elsewhere</a>{CARD}', OWN),
    (f"<p>{CARD}</p>", (None, OWN[1])),
    (CITED, (None, ())),
    ('<a class="u-url p-name" rel="home" href="https://blog.example/">Blog</a>', (None, ())),
    ('<a class="p-author h-card u-url" href="https://blog.example/ada">Ada Brandt</a>', (None, OWN[1])),
    ('<a class="u-url" href="https://blog.example/?p=12">May 6</a>', ("https://blog.example/?p=12", ())),
    (f'<div class="h-full h-10">{PERMALINK}{CARD}</div>', OWN),
])  # fmt: skip
def test_what_is_said_in_a_card_or_of_a_cited_page_is_not_said_of_the_entry(
    inside: str, expected: tuple[str | None, tuple[str, ...]]
) -> None:
    entry = f'<article class="h-entry"><h1 class="p-name">The mill is sold</h1>{BODY}{inside}</article>'
    page = f"<html><head><title>The mill is sold</title></head><body>{entry}</body></html>"
    article = article_from_html(page, source="mill.html")
    assert (article.url, article.byline) == expected


@pytest.mark.parametrize("line", ["By Ada Brandt on May 6, 2019", "Von Ada Brandt am 6. Mai 2019"])
def test_a_byline_that_goes_on_with_the_day(line: str) -> None:
    shown = line_of(line)
    assert shown is not None and shown.names == ("Ada Brandt",)
    assert shown.published is not None and str(shown.published.day) == "2019-05-06"
