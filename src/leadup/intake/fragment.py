"""Bodies that come inside another format: a piece of HTML or plain text to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from leadup.intake.blocks import kinds_of, lines_of
from leadup.intake.marks import text_of
from leadup.intake.parse import parse
from leadup.model import ParagraphKind

_UNSHOWN = re.compile(
    r"\b(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all)\b", re.I
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th"})
_BLOCK = _HEADINGS | {
    "p",
    "li",
    "blockquote",
    "pre",
    "td",
    "dd",
    "dt",
    "figcaption",
    "caption",
    "div",
    "section",
    "article",
}


def blocks_of_fragment(value: str, *, html: bool | None = None) -> Iterator[tuple[ParagraphKind, str]]:
    """The blocks of an item's body; ``html`` None looks for tags. All of it is the article: nothing is chosen."""
    if html is None:
        html = "<" in value and ">" in value and ("</" in value or "<br" in value or "<p" in value)
    if not html:
        lines = [value[start:end] for start, end in lines_of(value)]
        kinds, _ = kinds_of(lines, title="", dense="\n\n" not in value)
        yield from ((kind, " ".join(line.split())) for kind, line in zip(kinds, lines, strict=True))
        return
    tree = parse(f"<html><body>{value}</body></html>")
    if tree is None:
        return
    _without_unshown(tree)
    rows: list[tuple[ParagraphKind | None, str]] = []
    for element in tree.iter(*_BLOCK):
        if any(isinstance(c.tag, str) and c.tag in _BLOCK for c in element.iterdescendants()):
            # Text that stands between a container's blocks is a block too.
            loose = " ".join((element.text or "").split())
            if loose:
                rows.append((None, loose))
        else:
            text = text_of(element)
            heading = element.tag in _HEADINGS
            caption = element.tag in ("figcaption", "caption")
            if text:
                rows.append(("heading" if heading else "caption" if caption else None, text))
        tail = " ".join((element.tail or "").split())
        if len(tail) > 1:
            rows.append((None, tail))
    if not rows:
        text = text_of(tree)
        rows = [(None, text)] if text else []
    kinds, _ = kinds_of([text for _, text in rows], title="")
    for (own, text), kind in zip(rows, kinds, strict=True):
        yield (own or ("body" if kind in ("title", "heading") else kind)), text


def _without_unshown(tree: HtmlElement) -> None:
    """Takes out what is hidden from readers: the line that mail programs show beside the subject, copies for other
    screens. A body of which nothing else is left is kept as it is."""
    hidden = {
        e: None for e in tree.iter("div", "span", "p", "td", "table", "tr") if _UNSHOWN.search(e.get("style") or "")
    }
    words = sum(len(text_of(e)) for e in hidden if not any(a in hidden for a in e.iterancestors()))
    if hidden and words < len(text_of(tree)):
        for element in hidden:
            element.drop_tree()
