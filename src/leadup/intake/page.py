"""A news page to an article: structured data for what it says of itself, extraction for its body."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from lxml.html import HtmlElement

from leadup.address import host_of
from leadup.errors import EmptyArticle, UnreadableInput
from leadup.intake import interfaces
from leadup.intake.compose import ArticleMetadata, article_from_blocks, too_long
from leadup.intake.credits import byline_of, people, without_roles
from leadup.intake.dating import DateSource, PageDate, date_of_page, htmldate, month_first
from leadup.intake.decode import declared_charset, decode
from leadup.intake.extract import Block, body_of, squeeze
from leadup.intake.fastpage import fast_body, fast_page, lean
from leadup.intake.frontmatter import dateline_day
from leadup.intake.head import head_of
from leadup.intake.listing import listed
from leadup.intake.marks import text_of
from leadup.intake.microformats import entry_of, is_cited
from leadup.intake.newsstand import of_newsstand
from leadup.intake.options import DEFAULT, Options
from leadup.intake.origin import origin_of, unarchived, without_archive
from leadup.intake.parse import DEEPEST, bounded, parse, too_deep
from leadup.intake.published import EARLIEST, LATEST
from leadup.intake.shown import credited, shown_under
from leadup.intake.structured import Structured, structured
from leadup.lang.outlets import is_opinion, outlets
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

MOST_AUTHORS = 4
"""Of more authors than this that a page marks, most are those of other articles."""
MOST_BESIDE = 60
"""Elements beside the headline that are looked at for a line with a name and a day."""

LONGEST_NOTICE = 900
"""What a server sends in place of an article is no longer than this (code points)."""

SHORTEST_TITLE = 6
SHORTEST_HEADLINE = 25
"""A heading alone is taken for the headline, against what the page says of itself, only from so many code points on."""
LONGEST_SECTION = 30
"""A section's name before a headline ("Opinion | …") is no longer than this (code points)."""

_SECTION = re.compile(r"\s[|–—·•»]\s$")
_NAME_AND_DAY = re.compile(
    r"((?:[^\W\d_a-z][^\W\d_]{0,20}[.'’-]?[^\W\d_]{0,20}\s){1,3}[^\W\d_a-z][^\W\d_]{1,25})\s{0,3}[|·•]\s{0,3}"
    r"(?=.{0,40}(?:19|20)\d\d).{4,60}$"
)
# "(now)", "(Port Clare, envoyée spéciale)": what is said of an author beside the name.
_BESIDE = re.compile(r"\s*\([^()]{0,80}\)")
_SITE_BEFORE = re.compile(r"(?:\s(?:[|–—·•»]|-|::)|:)\s$")
_SITE = re.compile(r"\s+(?:[|–—·•»]|-|::)\s+")


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
        own, page_title = _site_names(data, url), tree.findtext(".//title")
        heads = [text_of(h) for h in tree.iter("h1")]
        title = None if data.titles else _headed([text_of(h, 300) for h in tree.iter("h1", "h2", "h3")], page_title)
        title = title or title_of(heads, data, page_title, own)
        dated = None
        if options.published is None:
            guess = htmldate(tree, url, options.crawled)
            dated = date_of_page(data, guess, url=url, crawled=options.crawled, saved=saved, page=text)
        published = dated.published if dated is not None else None
        byline = _all_of(authors_of(data, own), tree, own) or byline_from_page(tree, data, own)
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
    own = _site_names(found, url)
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


def title_of(heads: Sequence[str], data: Structured, page_title: str | None, names: frozenset[str]) -> str | None:
    """The headline, without the outlet and the section that pages write before or after it.

    It is what the structured data says, as the ``h1`` shows it where that is the same without the site's name, or whole
    where the data cut it short. A name that is only the outlet's is no headline.
    """
    heads = [h for h in heads if 3 <= len(h) <= 300 and _plain(h) not in names]
    if (shown := _shown_over_searched(heads, data, page_title, names)) is not None:
        return shown
    for said in data.titles:
        title = squeeze(said)
        if _plain(title) in names:
            continue
        return _as_shown(title, heads) or _without_sections(
            without_site(title, names, data.meta.get("article:section"))
        )
    if heads:
        return heads[0]
    text = squeeze(page_title or "")
    return _without_sections(without_site(text, names, data.meta.get("article:section"))) if text else None


def _headed(heads: Sequence[str], page_title: str | None) -> str | None:
    """The heading that the browser's title holds beside the site's name, where nothing else names the headline: the
    site's own name may be a first heading too."""
    title = squeeze(page_title or "")
    found = [
        head
        for head in heads
        if len(head) >= SHORTEST_HEADLINE
        and (
            (title.startswith(head) and _SITE.match(title, len(head)))
            or (title.endswith(head) and _SITE_BEFORE.search(title[: -len(head)]))
        )
    ]
    return max(found, key=len, default=None)


def _shown_over_searched(
    heads: Sequence[str], data: Structured, page_title: str | None, names: frozenset[str]
) -> str | None:
    """The headline that readers see, where the JSON-LD names only what the browser's title says and the page and its
    shared title say otherwise: a line written for search engines. None where these do not differ so.

    Of the 89 development pages six are such; gold has the shown headline for five.
    """
    if len(data.titles) < 2:
        return None
    machine, shared = (_plain(without_site(squeeze(title), names)) for title in data.titles[:2])
    if machine == shared or machine != _plain(without_site(squeeze(page_title or ""), names)):
        return None
    plain = [_plain(head) for head in heads]
    if shared in plain:
        return heads[plain.index(shared)]
    if any(machine in head for head in plain):
        return None
    return next((head for head in heads if len(head) >= SHORTEST_HEADLINE), None)


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


def _as_shown(title: str, heads: Sequence[str]) -> str | None:
    """The heading on the page that a title is, but for what stands around it or was cut off."""
    cut = title.rstrip(" .…") if title.endswith(("…", "...")) else ""
    for head in heads:
        if len(cut) > 30 and len(head) > len(cut) and head.startswith(cut):
            return head
        if len(head) <= 10 or len(head) >= len(title):
            continue
        if title.startswith(head) and _SITE.match(title, len(head)):
            return head
        before = title[: -len(head)]
        if title.endswith(head) and len(before) <= LONGEST_SECTION and _SECTION.search(before):
            if is_opinion(None, None, title):
                # The only place where it may be said.
                return title
            return head
    return None


def _site_names(data: Structured, url: str | None) -> frozenset[str]:
    """What the outlet may be called in a title, letters only: its names, its address and the parts of that."""
    server = host_of(data.url or url)
    labels = [label for label in server.split(".")[:-1] if len(label) >= 3]
    listed = outlets().of_host(server) if server else None
    names = [data.outlet, data.meta.get("og:site_name"), data.meta.get("application-name"), server, listed, *labels]
    plain = {_plain(form) for name in names if name for form in (name, name.removeprefix("The "))}
    return frozenset(plain - {""})


def without_site(title: str, names: frozenset[str], section: str | None = None) -> str:
    """A title without the outlet's name at its end or head ("Fire at the port | The Example", "The Example: Fire …"),
    and without the section that stands beside it."""
    parts = list(_SITE.finditer(title))
    if not parts:
        return title
    left = title
    first, last = title[: parts[0].start()], title[parts[-1].end() :]
    beside = _plain(section or "") or None
    if _plain(last) in names or outlets().of_name(last):
        left = title[: parts.pop().start()]
        if parts and _plain(left[parts[-1].end() :]) == beside:
            left = left[: parts[-1].start()]
    elif _plain(first) in names or (_plain(first) == beside and not is_opinion(None, None, title)):
        left = title[parts[0].end() :]
    return left if len(left) >= SHORTEST_TITLE else title


def _without_sections(title: str) -> str:
    """A title of several parts between bars ("News | Labour | Dock workers walk out") without those that are no more
    than the names of sections."""
    parts = [part.strip() for part in title.split(" | ")]
    long = [part for part in parts if len(part) > LONGEST_SECTION]
    return long[0] if len(parts) > 2 and len(long) == 1 else title


def authors_of(data: Structured, own: frozenset[str]) -> tuple[str, ...]:
    """The authors that the structured data names; none where it names the outlet alone (``own`` are its names)."""
    return _persons(clean_names(data.authors), own) or _persons(clean_names(data.other_authors), own)


def _persons(names: Iterable[str], own: frozenset[str]) -> tuple[str, ...]:
    """The names that are not the outlet's."""
    return tuple(n for n in names if not {_plain(n), _plain(n.split()[0]), _plain(n.removeprefix("The "))} & own)


def _all_of(said: tuple[str, ...], tree: HtmlElement, own: frozenset[str]) -> tuple[str, ...]:
    """The authors that the structured data names, with those whom the page marks beside them: pages may name only the
    first for machines."""
    if not said:
        return said
    marked = _persons(clean_names(_marked_authors(tree, beside=True)), own)
    return marked if len(marked) <= MOST_AUTHORS and {*map(_plain, said)} < {*map(_plain, marked)} else said


def byline_from_page(tree: HtmlElement, data: Structured, own: frozenset[str]) -> tuple[str, ...]:
    """The authors that the page shows, else the outlet where the structured data names it as such."""
    return _persons(_shown_authors(tree), own) or tuple(clean_names(data.authors))


def _shown_authors(tree: HtmlElement) -> tuple[str, ...]:
    """The authors, from elements marked as such; where a page marks many, only the first is this article's."""
    names = tuple(clean_names(_marked_authors(tree) or entry_of(tree).names))
    if not names:
        for element in tree.iter("a", "span", "p", "div", "h4", "h5", "h6"):
            label = f"{element.get('class') or ''} {element.get('data-testid') or ''}".lower()
            marked = ("byline" in label or "author" in label) and not is_cited(element)
            if marked and (names := byline_of(text_of(element, 140))):
                return tuple(clean_names(names))
    return (names if len(names) <= MOST_AUTHORS else names[:1]) or _beside_the_day(tree)


def _marked_authors(tree: HtmlElement, *, beside: bool = False) -> list[str]:
    """What the elements that are marked as authors say; ``beside`` takes those alone that share the first one's
    parent, which are not other articles'."""
    found: list[str] = []
    parent = None
    for element in tree.iter("a", "span", "p", "div", "address", "li"):
        marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
        if "author" in marks:
            text = text_of(element, 100)
            if 3 <= len(text) <= 80:
                parent = element.getparent() if parent is None else parent
                if not beside or element.getparent() is parent:
                    found.append(text)
    return found


def _beside_the_day(tree: HtmlElement) -> tuple[str, ...]:
    """The author in a line under the headline that is nothing but a name and a day ("Jane Doe | 3 March 2020")."""
    head = next(tree.iter("h1"), None)
    if head is None or head.getparent() is None:
        return ()
    for number, element in enumerate(head.getparent().iter()):
        if number > MOST_BESIDE:
            break
        if element.tag in ("div", "p", "span", "li") and (found := _NAME_AND_DAY.match(text_of(element, 90))):
            return people(found.group(1))
    return ()


def clean_names(names: Iterable[str]) -> Iterable[str]:
    """Author names without what clings to them; addresses and machine names are left out."""
    seen: set[str] = set()
    parts = (part for name in names for part in people(_BESIDE.sub("", squeeze(name)) or squeeze(name)))
    for part in without_roles(tuple(parts)):
        bare = re.sub(r"^(?:by|von|par|por|di|af|av)\s+", "", part, flags=re.IGNORECASE).strip()
        if not bare or "@" in bare or bare.startswith(("http", "www.")) or len(bare) > 80:
            continue
        if _plain(bare) not in seen:
            seen.add(_plain(bare))
            yield bare


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())
