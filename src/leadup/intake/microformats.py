"""What a page's one entry says by microformats (h-entry): who wrote it and where it stands.

Blogs, and what services hand out of one's own writing (Medium), often have nothing else for machines.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from leadup.intake.marks import text_of

_HOLDS = ("article", "div", "main", "section", "body", "li")
_ADDRESS = ("p-canonical", "u-url")


@dataclass(frozen=True, slots=True)
class Entry:
    """Authors and address of an entry."""

    names: tuple[str, ...] = ()
    url: str | None = None


def entry_of(tree: HtmlElement) -> Entry:
    """The page's entry; nothing where it has none, or several: then none of them is the page's."""
    entries = [element for element in tree.iter(*_HOLDS) if "h-entry" in _classes(element)]
    if len(entries) != 1:
        return Entry()
    marked = [element for element in entries[0].iter("a", "span", "p", "div") if "p-author" in _classes(element)]
    names = (next((e for e in author.iter() if "p-name" in _classes(e)), author) for author in marked)
    links = {mark: link.get("href") or "" for link in entries[0].iter("a") for mark in _classes(link)}
    url = next((links[mark] for mark in _ADDRESS if links.get(mark, "").startswith(("https://", "http://"))), None)
    return Entry(tuple(name for e in names if 3 <= len(name := text_of(e, 100)) <= 80), url)


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()
