"""Pages in bulk: resiliparse's parser and main-content rules (Bevendorff et al. 2018) in place of trafilatura's.

About eight times as many pages a second for 0.04 less body F1 on the saved pages, by
``benchmarks/pages.py --fast --compare``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from leadup.errors import EmptyArticle, MissingExtra
from leadup.intake.extract import NO_MARKS, Block, Raw, classified, squeeze
from leadup.intake.head import Head, is_teaser, meta_of, time_mark
from leadup.intake.marks import key
from leadup.intake.structured import Structured

MOST_TIMES = 12
# The few that tell on the saved pages (captions most, then share buttons, authors' notes, comments, related stories).
SKIPPED = (
    "figcaption",
    "form",
    "footer",
    "[class*=related]",
    "[class*=author-bio]",
    "[class*=caption]",
    "[class*=share]",
    "[id*=comment]",
)
_PIECE = re.compile(
    r"<(h[1-6]|p|li|pre|blockquote|td|div)\b[^>]{0,400}>|</(?:h[1-6]|p|li|pre|blockquote|td|div)>|<br\s?/?>|\n"
)
_META = re.compile(r"""<meta\s((?:[^<>"']{1,400}|"[^"<]{0,3000}"|'[^'<]{0,3000}'){0,200})""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,3000})"|'([^']{0,3000})'|([^\s"'>]{1,3000}))""")
_TAG = re.compile(r"<[^<>]{0,1000}>")


@dataclass(frozen=True, slots=True)
class FastPage:
    """A page as resiliparse reads it: its head, ``h1`` and ``<title>``, and its main content as minimal HTML."""

    head: Head
    h1: tuple[str, ...]
    title: str | None
    content: str


def lean(html: bytes) -> tuple[bytes, tuple[bytes, ...]]:
    """A page without its scripts and styles, which are most of its bytes, and the scripts that are JSON-LD."""
    kept: list[bytes] = []
    data: list[bytes] = []
    at = 0
    for name in (b"script", b"style"):
        if name == b"style":
            html, at = b"".join([*kept, html[at:]]), 0
            kept = []
        begin, end = b"<" + name, b"</" + name
        while (start := html.find(begin, at)) >= 0:
            stop = html.find(end, start)
            close = html.find(b">", stop) if stop >= 0 else -1
            if close < 0:
                break
            kept.append(html[at:start])
            at = close + 1
            if name == b"script":
                opened = html.find(b">", start, start + 600)
                if b"ld+json" in html[start : opened + 1]:
                    data.append(html[opened + 1 : stop])
    return b"".join([*kept, html[at:]]), tuple(data)


def fast_page(text: str, scripts: tuple[str, ...], source: str) -> FastPage:
    """Parse a :func:`lean` page and its JSON-LD; raises :class:`MissingExtra` without resiliparse."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ImportError:
        raise MissingExtra("Reading pages in bulk (--fast)", "fast") from None
    try:
        tree = HTMLTree.parse(text)
    except (ValueError, RuntimeError):
        raise EmptyArticle(source) from None
    document = tree.document
    if document is None:
        raise EmptyArticle(source)
    times: list[tuple[str, str]] = []
    meta = meta_of(_metas(text))
    # A selector walks the whole tree; names of elements are looked up.
    told = "datepublished" in meta or "datePublished" not in text
    for node in (
        document.get_elements_by_tag_name("time")
        if told
        else document.query_selector_all("time, [itemprop=datePublished]")
    ):
        prop = (node.getattr("itemprop") or "").lower()
        value = node.getattr("datetime") or node.getattr("content") or (node.text if prop else None)
        if node.tag == "meta" or not value or _in_aside(node):
            continue
        label = f"{node.getattr('class') or ''} {node.getattr('id') or ''} {prop}".lower()
        times.append((str(value).strip(), time_mark(prop, node.getattr("pubdate") is not None, label)))
        if len(times) == MOST_TIMES:
            break
    heads = tuple(squeeze(str(node.text or "")) for node in document.get_elements_by_tag_name("h1"))
    title, link, root = (document.query_selector(q) for q in ("title", "link[rel=canonical]", "html"))
    content = extract_plain_text(
        tree,
        preserve_formatting="minimal_html",
        main_content=True,
        list_bullets=False,
        alt_texts=False,
        skip_elements=list(SKIPPED),
    )
    head = Head(
        meta,
        scripts,
        tuple(times),
        link.getattr("href") if link is not None else None,
        root.getattr("lang") if root is not None else None,
    )
    return FastPage(head, heads, str(title.text or "") if title is not None else None, content)


def _metas(text: str) -> Iterator[tuple[str | None, str | None]]:
    """Names and contents of a page's ``<meta>`` tags; walking the parsed ones costs more than all the rest."""
    for tag in _META.finditer(text):
        pairs = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag.group(1))}
        yield (
            pairs.get("property") or pairs.get("name") or pairs.get("itemprop") or pairs.get("http-equiv"),
            pairs.get("content"),
        )


def fast_body(page: FastPage, data: Structured, title: str | None) -> list[Block]:
    """The blocks of a page's main content, classified by their words alone."""
    raws = _raws(page.content)
    titles = frozenset(key(t) for t in (title, *data.titles, *page.h1) if t)
    blocks = classified(raws, titles, NO_MARKS, data.body)
    if data.description and len(data.description) >= 40 and blocks:
        mark = key(data.description)
        if mark[:60] not in key(" ".join(text for _, text in blocks[:6])) and not data.description.endswith(
            ("...", "…")
        ):
            shown = key(page.content[:20000])
            if mark in shown:
                blocks.insert(0, ("body", data.description))
    return blocks


def _raws(content: str) -> list[Raw]:
    """The blocks of resiliparse's minimal HTML: headings, paragraphs and list items."""
    raws: list[Raw] = []
    heading = False
    at = 0
    for found in _PIECE.finditer(content):
        _add(raws, content[at : found.start()], heading)
        at = found.end()
        tag = found.group(1)
        if tag or found.group().startswith("</"):
            heading = bool(tag) and tag[0] == "h" and len(tag) == 2
    _add(raws, content[at:], heading)
    return raws


def _add(raws: list[Raw], piece: str, heading: bool) -> None:
    text = squeeze(unescape(_TAG.sub("", piece)) if "<" in piece or "&" in piece else piece)
    if text:
        raws.append(Raw(text, heading))


def _in_aside(node: object) -> bool:
    parent = getattr(node, "parent", None)
    for _ in range(30):
        if parent is None:
            return False
        tag = parent.tag
        if tag in ("aside", "nav", "footer", "li"):
            return True
        if tag in ("body", "html", "main", "article"):
            return False
        if is_teaser(f"{parent.getattr('class') or ''} {parent.getattr('id') or ''}".lower()):
            return True
        parent = parent.parent
    return False
