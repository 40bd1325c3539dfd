"""Alerts of a search engine by mail (Google Alerts): each result is an article with as much as the alert gives of it,
its headline, outlet, address and a few words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml.html import HtmlElement

from leadup.errors import EmptyArticle
from leadup.intake.boundary import Found, attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.marks import text_of
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.published import from_address
from leadup.intake.readers.feed import unwrapped
from leadup.model import ParagraphKind, Published

_RESULT = "schema.org/Article"


def results_of(html: str) -> list[HtmlElement]:
    """The results that an alert lists; none where a mail is no alert."""
    if _RESULT not in html or "google.com/url" not in html:
        return []
    tree = parse(html)
    return [] if tree is None else [e for e in tree.iter() if str(e.get("itemtype") or "").endswith(_RESULT)]


def articles_of(results: list[HtmlElement], sent: Published | None, place: str, options: Options) -> Iterator[Found]:
    """The article of each result; it was published on the day when the alert was ``sent``, or shortly before."""
    for number, result in enumerate(results, 1):
        part = f"{place}#{number}"
        yield attempt(partial(_article, result, sent, part, options), part, "mail")


def _article(result: HtmlElement, sent: Published | None, place: str, options: Options) -> Found:
    title, outlet, words = (_said(result, name) for name in ("name", "publisher", "description"))
    if not title and not words:
        return EmptyArticle(place)
    link = next((e.get("href") for e in result.iter("a") if e.get("itemprop") == "url"), None)
    blocks: list[tuple[ParagraphKind, str]] = [("title", title), ("body", words)] if words else [("body", title)]
    url = unwrapped(link)
    known = ArticleMetadata(url=url, outlet=outlet or None, title=title or None, published=from_address(url) or sent)
    return article_from_blocks([b for b in blocks if b[1]], source=place, known=known, options=options)


def _said(result: HtmlElement, name: str) -> str:
    found = next((e for e in result.iter() if e.get("itemprop") == name), None)
    return "" if found is None else " ".join(text_of(found).split())
