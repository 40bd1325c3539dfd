"""Markup to a tree, however broken or hostile: nothing is run, fetched, included or expanded."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from leadup.errors import LeadupError

MOST_TAGS = 500_000
"""Signs that open a tag, in one page: its tree takes some 300 bytes each, and real pages have under 50,000."""
MOST_XML_TAGS = 1_500_000
"""The same of an XML document, which may hold a thousand articles."""

DEEPEST = 256
"""Elements in each other, beyond which libxml2 reads no further (XML_MAX_HTML_DEPTH and its like)."""

MOST_ATTRIBUTES = 1_000
"""Attributes of the tags that have a hundred and more, together: a parser compares each of a tag's with all before it,
and real tags have some tens at most."""
# An attribute, and a tag with many of them, as browsers take them apart; no part is looked at twice. Each attribute can
# be taken in one way alone, so that nothing is tried again: Python before 3.11.5 loses its place in a possessive group.
_QUOTED = r"\"[^\"]*+\"|'[^']*+'"
_ONE = rf"[\s/]*+[^\s/>=]{{1,200}}+(?:\s*+=\s*+(?:{_QUOTED}|(?!{_QUOTED})[^\s>]*+)|(?!\s*+=))"
_ATTRIBUTE = re.compile(_ONE)
_CROWDED_TAG = re.compile(rf"<[a-zA-Z][^\s/>]{{0,99}}+(?:{_ONE}){{100,}}")
# Where what looks like a tag is none: programs compare with "<".
_NO_TAGS = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"), ("<![CDATA[", "]]>"))
_OPENS = re.compile("|".join(re.escape(opens) for opens, _ in _NO_TAGS), re.IGNORECASE)
_ENDS = {opens.lower(): re.compile(re.escape(ends), re.IGNORECASE) for opens, ends in _NO_TAGS}
# Elements that stand in each other and are always closed, so that they can be counted without a tree.
_BOX = re.compile(r"<(/?)(?:div|section|article|main|span|font|table|blockquote|center|b|i|em|strong)\b", re.I)
_NOT_PRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u00ad]")


def bounded(text: str | bytes, most: int = MOST_TAGS) -> None:
    """Raise :class:`~leadup.errors.LeadupError` where markup holds more tags than a document may, or crowded ones more
    attributes."""
    if (text.count("<") if isinstance(text, str) else text.count(b"<")) > most:
        raise LeadupError(f"more tags than a document may hold ({most:,})", "Split it, or give its text")
    markup = text if isinstance(text, str) else text.decode("latin-1")
    crowded = [found.span() for found in _CROWDED_TAG.finditer(markup)]
    if crowded and _attributes(markup, crowded) > MOST_ATTRIBUTES:
        raise LeadupError(f"more attributes than tags may hold ({MOST_ATTRIBUTES:,})", "Give its text")


def too_deep(text: str) -> bool:
    """Do the elements that close again stand deeper in each other than is read?"""
    depth = 0
    for found in _BOX.finditer(text):
        depth += -1 if found.group(1) else 1
        if depth > DEEPEST - 3:
            return True
    return False


def _attributes(markup: str, crowded: list[tuple[int, int]]) -> int:
    """How many attributes the crowded tags hold, those aside that stand where no tag can."""
    held = at = 0
    for start, end in crowded:
        if start < at:
            continue
        # The end of the last stretch without tags that begins before this one.
        while (opens := _OPENS.search(markup, at, start)) is not None:
            ends = _ENDS[opens.group().lower()].search(markup, opens.end())
            at = len(markup) if ends is None else ends.end()
        if start >= at:
            held += len(_ATTRIBUTE.findall(markup, start, end))
            at = end
    return held


def parse(text: str) -> HtmlElement | None:
    """The tree of a page; None where there is none. Raises LeadupError where it holds too many tags."""
    bounded(text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(_NOT_PRINTED.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def parse_xml(data: bytes) -> etree._Element | None:
    """The root of an XML document, mended where it is broken; None where it holds no element. Entities stay unread.

    Raises LeadupError where it holds too many tags.
    """
    bounded(data, MOST_XML_TAGS)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
