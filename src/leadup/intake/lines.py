"""A page's text line by line, as it is shown: blocks apart, lines broken where the page breaks them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_BREAKS = frozenset({"p", "div", "table", "tr", "li", "ul", "ol", "h1", "h2", "h3", "h4", "article", "section", "form"})
_HIDDEN = frozenset({"script", "style", "head", "title", "meta"})


def lines_of_tree(tree: HtmlElement) -> str:
    """A page's text with a blank line between its blocks and a line feed where it breaks a line."""
    parts: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while stack:
        node, left = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if left or tag in _HIDDEN or not tag:
            if left and tag in _BREAKS:
                parts.append("\n\n")
            if node is not tree and node.tail:
                parts.append(_flow(node.tail))
            continue
        if tag in _BREAKS:
            parts.append("\n\n")
        elif tag == "br":
            parts.append("\n")
        elif tag == "a" and (node.get("name") or "").startswith("DocID_"):
            parts.append(f"\n\n{'_' * 60}\n\n")
        if node.text:
            parts.append(_flow(node.text))
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(parts))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _flow(text: str) -> str:
    return re.sub(r"[\s\xa0]+", " ", text)
