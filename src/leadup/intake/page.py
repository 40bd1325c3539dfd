"""A news page to an article: structured data for what it says of itself, extraction for its body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from lxml.html import HtmlElement

from leadup.errors import EmptyArticle, UnreadableInput
from leadup.intake import interfaces
from leadup.intake.compose import ArticleMetadata, article_from_blocks, too_long
from leadup.intake.credits import byline_of
from leadup.intake.dating import DateSource, PageDate, date_of_page, htmldate, month_first
from leadup.intake.decode import declared_charset, decode
from leadup.intake.extract import Block, body_of, squeeze
from leadup.intake.fastpage import fast_body, fast_page, lean
from leadup.intake.frontmatter import dateline_day
from leadup.intake.head import head_of
from leadup.intake.listing import listed
from leadup.intake.marks import text_of
from leadup.intake.microformats import entry_of
from leadup.intake.newsstand import of_newsstand
from leadup.intake.options import DEFAULT, Options
from leadup.intake.origin import origin_of, unarchived, without_archive
from leadup.intake.page_authors import all_authors_of, authors_of, byline_from_page, clean_names
from leadup.intake.page_title import heading_in_title, site_names, title_of, without_site
from leadup.intake.parse import DEEPEST, bounded, parse, too_deep
from leadup.intake.published import EARLIEST, LATEST
from leadup.intake.shown import credited, shown_under
from leadup.intake.structured import Structured, structured
from leadup.model import Article

SHORTEST = 24
"""A page with less text than this (code points) holds no article, only a menu or a notice."""

MUCH = 2
"""A page with so many times the text that an article may have is refused before its article is sought: finding it would
take half a gigabyte for a page of 20 MB."""
_UNSHOWN = frozenset(("script", "style", "template", "noscript"))

MOST_OPEN = 5000
"""Elements nested deeper than this cost the fast reader time that grows with the square of the depth."""

_STEP = 16 * 1024
LITTLE = 600
"""With less body than this (code points) on a page that has paragraphs, the fast reader missed the article."""


LONGEST_NOTICE = 900
"""What a server sends in place of an article is no longer than this (code points)."""


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
    title: str | None
    origin = origin_of(html)
    if origin is not None:
        url = url if url and not url.startswith("file:") else origin.url
        options = replace(options, crawled=options.crawled or origin.saved)
    if options.crawled is not None and not EARLIEST.year <= options.crawled.year < LATEST.year:
        # A time of fetching that cannot be says nothing.
        options = replace(options, crawled=None)
    fast = options.fast and not (origin and origin.rewritten)
    known, blocks = _fast(html, source, url, options, saved, charset) if fast else (None, [])
    if known is not None:
        title = known.title
    else:
        text = decode(html, source, charset or declared_charset(html)) if isinstance(html, bytes) else html
        tree = parse(text)
        if tree is None:
            raise EmptyArticle(source)
        if len(text) > MUCH * options.limits.article and _words(tree) > MUCH * options.limits.article:
            raise too_long(source, options)
        without_archive(tree, origin)
        data = structured(head_of(tree))
        if origin is not None and origin.archived:
            # The archive's own address and toolbar are not the page's.
            data = replace(data, url=origin.url)
        own, page_title = site_names(data, url), tree.findtext(".//title")
        heads = [text_of(h) for h in tree.iter("h1")]
        title = (
            None
            if data.titles
            else heading_in_title([text_of(h, 300) for h in tree.iter("h1", "h2", "h3")], page_title)
        )
        title = title or title_of(heads, data, page_title, own)
        dated = None
        if options.published is None:
            guess = htmldate(tree, url, options.crawled)
            dated = date_of_page(data, guess, url=url, crawled=options.crawled, saved=saved, page=text)
        published = dated.published if dated is not None else None
        byline = all_authors_of(authors_of(data, own), tree, own) or byline_from_page(tree, data, own)
        address = data.url or url or entry_of(tree).url
        known = ArticleMetadata(unarchived(address), data.outlet, title, byline, published, data.language)
        known = of_newsstand(known, page_title)
        many = listed(tree, data)
        if many:
            what = f"a list of {many} articles' headlines, no article"
            raise UnreadableInput(source, what, "Give the articles' own pages, or their addresses with --fetch")
        blocks = body_of(tree, data, title, url)
        notice = notice_of(blocks, (title, page_title), own)
        if notice is not None and published is None:
            raise UnreadableInput(source, f"the server's notice “{notice}”, no article", "Save the page anew")
        if not byline:
            signed = (byline_of(words) for kind, words in blocks if kind == "credit")
            known = replace(known, byline=next((names for names in signed if names), ()))
        known = _with_shown(known, dated, tree, data, blocks, url, text)
        blocks = credited(blocks, known.byline, (known.outlet or "", data.meta.get("og:site_name") or ""))
    if sum(len(words) for kind, words in blocks if kind == "body") < SHORTEST:
        if isinstance(html, str | bytes) and too_deep(html if isinstance(html, str) else html.decode("latin-1")):
            what = f"its elements stand more than {DEEPEST} deep in each other, and no deeper is read"
            raise UnreadableInput(source, what, "Give the article's text, or another copy of the page")
        raise EmptyArticle(source)
    if title:
        blocks.insert(0, ("title", title))
    return article_from_blocks(blocks, source=source, known=known, options=options)


def _with_shown(
    known: ArticleMetadata,
    dated: PageDate | None,
    tree: HtmlElement,
    data: Structured,
    blocks: list[Block],
    url: str | None,
    page: str,
) -> ArticleMetadata:
    """What is known of a page, with what it shows under its headline where it says nothing of it for machines."""
    if known.published is not None and (dated is None or known.published is not dated.published):
        # A newspaper's page in a newsstand: its address says the day of the issue.
        dated = PageDate(known.published, DateSource.ADDRESS)
    is_dated = dated is not None and not dated.may_be_shown_otherwise
    machine = bool(known.byline) and all(" " not in name for name in known.byline)
    if is_dated and known.byline and not machine:
        return known
    american = month_first(data, url, page)
    shown = shown_under(tree, known.title, blocks, None if american is None else "mdy" if american else "dmy")
    published = known.published
    if not is_dated:
        guess = known.published if dated is not None and dated.source is DateSource.GUESSED else None
        first = next((words for kind, words in blocks if kind == "body"), "")
        told = None if guess is not None else dateline_day(first) or shown.updated
        published = shown.published or told or known.published
        if guess is not None and published is not None and published.day == guess.day:
            published = guess
    spoken = any(" " in name for name in shown.names)
    byline = shown.names if spoken and (machine or not known.byline) else known.byline
    return replace(known, published=published, byline=byline)


def _fast(
    html: bytes | str,
    source: str,
    url: str | None,
    options: Options,
    saved: dt.datetime | None,
    charset: str | None,
) -> tuple[ArticleMetadata | None, list[Block]]:
    """What the fast reader finds; None where it is better left to the careful one."""
    data = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
    bare, scripts = lean(data)
    bounded(bare)
    if _deep(bare):
        return None, []
    declared = (charset or declared_charset(bare)) if isinstance(html, bytes) else "utf-8"
    text = decode(bare, source, declared)
    fast = fast_page(text, tuple(decode(script, source, declared) for script in scripts), source)
    found = structured(fast.head)
    if not found.published and not found.body:
        # Perhaps a list of articles, which only the whole tree tells.
        return None, []
    own = site_names(found, url)
    title = title_of(fast.h1, found, fast.title, own)
    blocks = fast_body(fast, found, title)
    if sum(len(words) for kind, words in blocks if kind == "body") < LITTLE and text.count("<p") > 5:
        return None, []
    if notice_of(blocks, (title, fast.title), own) is not None:
        return None, []
    published = None
    if options.published is None:
        guess = None if found.published else htmldate(text, url, options.crawled)
        dated = date_of_page(found, guess, url=url, crawled=options.crawled, saved=saved, page=text)
        published = dated.published if dated is not None else None
    byline = authors_of(found, own) or tuple(clean_names(found.authors))
    return ArticleMetadata(unarchived(found.url or url), found.outlet, title, byline, published, found.language), blocks


def _words(tree: HtmlElement) -> int:
    """How many characters of text a page holds, scripts and styles aside."""
    held = 0
    for element in tree.iter():
        held += len(element.tail or "")
        if element.tag not in _UNSHOWN and isinstance(element.tag, str):
            held += len(element.text or "")
    return held


def _deep(html: bytes) -> bool:
    """Whether elements may be nested very deep: many tags are open at once somewhere, as far as counting tells."""
    if html.count(b"<") < MOST_OPEN:
        return False
    depth = 0
    for at in range(0, len(html), _STEP):
        depth += html.count(b"<", at, at + _STEP) - 2 * html.count(b"</", at, at + _STEP)
        if depth >= MOST_OPEN:
            return True
    return False


def notice_of(blocks: Sequence[Block], titles: Iterable[str | None], names: frozenset[str]) -> str | None:
    """The title of an error page, a check or a way on, which a server sent in place of an article; None where it is
    none of these, or says too much for one."""
    if sum(len(words) for _, words in blocks) > LONGEST_NOTICE:
        return None
    for title in titles:
        bare = without_site(squeeze(title or ""), names)
        if bare.casefold().replace("’", "'").strip(" .…!?|") in _notices():
            return bare
    return None


@cache
def _notices() -> frozenset[str]:
    return frozenset(interfaces.names("pages", "none"))
