"""A news page to an article: structured data for what it says of itself, extraction for its body."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from leadup.errors import EmptyArticle
from leadup.intake.compose import Known, article_from_blocks
from leadup.intake.credits import people
from leadup.intake.dating import published_of
from leadup.intake.decode import declared_charset, decode
from leadup.intake.extract import body_of, squeeze
from leadup.intake.options import DEFAULT, Options
from leadup.intake.structured import Structured, structured
from leadup.model import Article

_SITE = re.compile(r"\s+(?:[|–—·•»]|-|::)\s+")
_NOT_PRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u00ad]")


def article_from_html(
    html: bytes | str,
    *,
    source: str,
    url: str | None = None,
    options: Options = DEFAULT,
    saved: dt.datetime | None = None,
    charset: str | None = None,
) -> Article:
    """The article of a page. Nothing on it is run or fetched.

    ``url`` is where it was fetched, ``saved`` the file's own date, ``charset`` what its header declared. Raises
    :class:`EmptyArticle` where it holds no article, :class:`UnreadableInput` where its encoding cannot be made out.
    """
    text = decode(html, source, charset or declared_charset(html)) if isinstance(html, bytes) else html
    tree = parse(text)
    if tree is None:
        raise EmptyArticle(source)
    data = structured(tree)
    title = title_of(tree, data)
    published = None
    if options.published is None:
        published = published_of(tree, data, url=url, crawled=options.crawled, saved=saved)
    known = Known(
        url=data.url or url,
        outlet=data.outlet,
        title=title,
        byline=byline_from_page(tree, data),
        published=published,
        language=data.language,
    )
    blocks = body_of(tree, data, title, url)
    if title and blocks:
        blocks.insert(0, ("title", title))
    if not blocks:
        raise EmptyArticle(source)
    return article_from_blocks(blocks, source=source, known=known, options=options)


def parse(text: str) -> HtmlElement | None:
    """The tree of a page, however broken; None where there is none. Entities and includes are not followed."""
    text = _NOT_PRINTED.sub("", text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def title_of(tree: HtmlElement, data: Structured) -> str | None:
    """The headline: the page's ``h1`` where its structured data agrees, else what the structured data says."""
    heads = [squeeze(h.text_content()) for h in tree.iter("h1")]
    heads = [h for h in heads if 3 <= len(h) <= 300]
    if data.title:
        return without_site(squeeze(data.title), data.outlet)
    if heads:
        return heads[0]
    found = tree.find(".//title")
    text = squeeze(found.text_content()) if found is not None else ""
    return without_site(text, data.outlet) if text else None


def without_site(title: str, outlet: str | None) -> str:
    """A title without the outlet's name that many pages put after it ("Fire at the port | The Example")."""
    parts = list(_SITE.finditer(title))
    if not parts:
        return title
    tail = title[parts[-1].end() :]
    if outlet and _plain(tail) in (_plain(outlet), _plain(outlet.removeprefix("The "))):
        return title[: parts[-1].start()]
    return title


def byline_from_page(tree: HtmlElement, data: Structured) -> tuple[str, ...]:
    """The authors: from structured data, else from elements marked as authors."""
    names = list(clean_names(data.authors))
    if names:
        return tuple(names)
    found: list[str] = []
    for element in tree.iter("a", "span", "p", "div", "address", "li"):
        marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
        if "author" in marks:
            text = squeeze(element.text_content())
            if 3 <= len(text) <= 80:
                found.append(text)
    return tuple(clean_names(found))


def clean_names(names: Iterable[str]) -> Iterable[str]:
    """Author names without what clings to them; addresses and machine names are left out."""
    seen: set[str] = set()
    for name in names:
        for part in people(squeeze(name)):
            bare = re.sub(r"^(?:by|von|par|por|di|af|av)\s+", "", part, flags=re.IGNORECASE).strip()
            if not bare or "@" in bare or bare.startswith(("http", "www.")) or len(bare) > 80:
                continue
            if _plain(bare) not in seen:
                seen.add(_plain(bare))
                yield bare


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())
