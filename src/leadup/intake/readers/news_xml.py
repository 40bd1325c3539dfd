"""News agencies' XML: NewsML-G2 (IPTC, 2.x), NewsML 1.x and NITF (3.x)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.credits import people
from leadup.intake.format import Format
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.options import Options
from leadup.intake.parse import parse_xml
from leadup.intake.published import stated
from leadup.intake.source import Source
from leadup.model import Article, ParagraphKind, Published

_ROOTS = (b"<nitf", b"<newsItem", b"<newsMessage", b"<NewsML", b"<NewsItem", b":newsItem", b":newsMessage", b":nitf")
Block = tuple[ParagraphKind, str]


def sniff(head: bytes) -> bool:
    """The root element is one of the standards'."""
    return any(root in head for root in _ROOTS)


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of a news XML document: every item that has text."""
    try:
        root = parse_xml(source.bytes(options.limits.page))
    except IntakeError as error:
        yield error
        return
    if root is None:
        yield UnreadableInput(source.name, "not XML", "Check the file")
        return
    items = [e for e in root.iter() if local(e) in ("newsItem", "NewsItem")] or [root]
    bodies = [e for item in items for e in item.iter() if local(e) == "nitf"]
    if not any(local(i) != "nitf" for i in items) and not bodies and local(root) != "nitf":
        yield UnreadableInput(source.name, "no news item in this XML", "`leadup formats` lists the forms that are read")
        return
    for item in items:
        try:
            yield _article(item, source.name, options)
        except IntakeError as error:
            yield error


def _article(item: _Element, source: str, options: Options) -> Article:
    guid = item.get("guid") or _first(item, "NewsItemId")
    place = f"{source}#{guid}" if guid else source
    if item.get("guid") is None and local(item) == "newsItem" and len(item) == 0:
        raise EmptyArticle(place)
    status = _attribute(item, "pubStatus", "qcode") or ""
    if status.endswith("canceled"):
        raise UnreadableInput(place, "the item was cancelled by its agency", "Leave it out")
    title = _first(item, "headline", "hl1", "HeadLine", "title", "name")
    blocks = list(_body(item))
    if not any(kind == "body" for kind, _ in blocks):
        raise EmptyArticle(place)
    if title:
        blocks.insert(0, ("title", title))
    by = _first(item, "byline", "ByLine", "by")
    creators = [_first(c, "name") or "" for c in item.iter() if local(c) == "creator"]
    known = ArticleMetadata(
        url=_attribute(item, "remoteContent", "href") if _attribute(item, "remoteContent", "href", "http") else None,
        outlet=_first_in(item, "provider", "name") or _first(item, "doc.copyright", "Provider", "distributor"),
        title=title,
        byline=people(by.removeprefix("By ").removeprefix("by ")) if by else tuple(c for c in creators if c),
        published=_published(item),
        language=_language(item),
    )
    return article_from_blocks(blocks, source=place, known=known, options=options)


def _body(item: _Element) -> Iterator[Block]:
    """The text of ``body.content`` (NITF), ``inlineXML`` (XHTML or NITF) or ``inlineData``."""
    for name in ("body.content", "inlineXML", "DataContent", "body"):
        found = next((e for e in item.iter() if local(e) == name), None)
        if found is None:
            continue
        inner = found
        if name == "inlineXML":
            # The XML inside is a whole document: only its body is text.
            inner = next((e for e in found.iter() if local(e) == "body.content"), None) or next(
                (e for e in found.iter() if local(e) == "body"), found
            )
        blocks = list(_paragraphs(inner))
        if blocks:
            yield from blocks
            return
    data = next((e for e in item.iter() if local(e) == "inlineData"), None)
    if data is not None and data.text:
        kind = data.get("contenttype") or "text/plain"
        yield from blocks_of_fragment(data.text, html="html" in kind or None)


def _paragraphs(element: _Element) -> Iterator[Block]:
    """The element's content as a fragment of HTML, with namespaces and NITF's own names taken off."""
    parts = [element.text or ""]
    for child in element:
        parts.append(_html(child))
    yield from blocks_of_fragment("".join(parts), html=True)


def _html(element: _Element) -> str:
    name = {"hl2": "h2", "hl1": "h2", "media": "figure", "media-caption": "figcaption"}.get(
        local(element), local(element)
    )
    if name in ("media-metadata", "media-reference", "media-object", "style", "script"):
        return _escape(element.tail or "")
    inner = _escape(element.text or "") + "".join(_html(child) for child in element)
    return f"<{name}>{inner}</{name}>{_escape(element.tail or '')}" if name else inner


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _published(item: _Element) -> Published | None:
    """The date of issue; a first version's own creation date before the version's."""
    places = (
        ("firstCreated", None, "NewsML firstCreated"),
        ("contentCreated", None, "NewsML contentCreated"),
        ("date.issue", "norm", "NITF date.issue"),
        ("story.date", "norm", "NITF story.date"),
        ("versionCreated", None, "NewsML versionCreated"),
        ("FirstCreated", None, "NewsML FirstCreated"),
        ("DateLine", None, "NewsML DateLine"),
        ("date.release", "norm", "NITF date.release"),
        ("pubdata", "date.publication", "NITF date.publication"),
    )
    for name, attribute, how in places:
        for element in item.iter():
            if local(element) == name:
                value = element.get(attribute) if attribute else "".join(str(t) for t in element.itertext())
                found = stated((value or "").strip(), how)
                if found:
                    return found
    return None


def _language(item: _Element) -> str | None:
    tag = _attribute(item, "language", "tag") or item.get("{http://www.w3.org/XML/1998/namespace}lang")
    if not tag:
        parent = item.getparent()
        tag = parent.get("{http://www.w3.org/XML/1998/namespace}lang") if parent is not None else None
    return tag.split("-")[0].lower() if tag else None


def local(element: _Element) -> str:
    """An element's name without its namespace; empty for comments and entities."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def _first(item: _Element, *names: str) -> str | None:
    for name in names:
        for element in item.iter():
            if local(element) == name:
                text = " ".join("".join(str(t) for t in element.itertext()).split())
                if text:
                    return text
    return None


def _first_in(item: _Element, outer: str, inner: str) -> str | None:
    return next((t for e in item.iter() if local(e) == outer and (t := _first(e, inner))), None)


def _attribute(item: _Element, name: str, attribute: str, start: str = "") -> str | None:
    for element in item.iter():
        value = element.get(attribute) if local(element) == name else None
        if value and value.startswith(start):
            return value
    return None


FORMAT = Format("newsxml", "NewsML-G2, NewsML 1 and NITF", (".xml", ".nitf", ".newsml"), sniff, read)
