"""What a page's one entry says by microformats (h-entry): who wrote it and where it stands.

Blogs, and what services hand out of one's own writing (Medium), often have nothing else for machines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from leadup.address import split_address
from leadup.intake.marks import text_of

_HOLDS = ("article", "div", "main", "section", "body", "li")
_ADDRESS = ("p-canonical", "u-url")
_ITEMS = frozenset(
    ("h-card", "h-cite", "h-entry", "h-feed", "h-event", "h-item", "h-product", "h-review", "h-recipe", "h-resume",
     "h-adr", "h-geo", "vcard")
)  # fmt: skip
"""Items of their own: what is said in one is said of it, not of the entry around it (a person's card, a page cited)."""


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
    own = list(_own(entries[0]))
    marked = [
        element for element in own if element.tag in ("a", "span", "p", "div") and "p-author" in _classes(element)
    ]
    names = (next((e for e in author.iter() if "p-name" in _classes(e)), author) for author in marked)
    links: dict[str, str] = {}
    for link in own:
        classes = _classes(link) if link.tag == "a" else []
        if _ITEMS.isdisjoint(classes):
            for mark in classes:
                links.setdefault(mark, link.get("href") or "")
    url = next((links[mark] for mark in _ADDRESS if _is_a_page_s(links.get(mark, ""))), None)
    return Entry(tuple(name for e in names if 3 <= len(name := text_of(e, 100)) <= 80), url)


def is_cited(element: HtmlElement) -> bool:
    """Whether an element stands in a page that this one cites (h-cite): whose author is not this one's."""
    return any("h-cite" in _classes(around) for around in (element, *element.iterancestors()))


def _own(entry: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of an entry in their order, with those that open an item in it, but nothing inside such an item."""
    waiting = [entry]
    while waiting:
        element = waiting.pop()
        yield element
        if element is entry or _ITEMS.isdisjoint(_classes(element)):
            waiting += reversed(element)


def _is_a_page_s(address: str) -> bool:
    """Whether an address is on the web and more than a site's own: no story stands at its root."""
    parts = split_address(address)
    return parts.scheme in ("https", "http") and bool(parts.path.strip("/") or parts.query)


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()
