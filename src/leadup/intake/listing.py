"""Pages that list articles and are none: a section's front, a topic, the newest of a site.

Such a page shows one linked headline after another, with a line or two under each or none. It is told by that order,
and only where the page does not say of itself that it is an article.
"""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from leadup.intake.marks import text_of
from leadup.intake.structured import Structured

FEWEST = 6
"""Linked headlines from which on a page may be a list."""
LONGEST_TEASER = 500
"""Code points of running text that may stand before the first headline, or between two."""
HALF = 0.5
"""Share of the headlines that have words under them; else all that the page shows is links."""
SHORTEST_HEADLINE, LONGEST_HEADLINE = 18, 200
SHORTEST_PARAGRAPH = 50
_HEADINGS = ("h2", "h3", "h4", "h5")
_SAYS_SO = ("JSON-LD", "meta")


def listed(tree: HtmlElement, data: Structured) -> int:
    """How many articles a page lists, where it is a list and no article; else 0. Linear in the page."""
    if data.body or data.meta.get("og:type", "").lower() == "article":
        return 0
    if any(how.startswith(_SAYS_SO) for _, how in data.published):
        return 0
    headlines: set[str] = set()
    linked = under = beneath = 0
    for element in tree.iter("p", "li", *_HEADINGS):
        if element.tag == "p":
            words = text_of(element)
            if len(words) >= SHORTEST_PARAGRAPH:
                under += not beneath and bool(headlines)
                beneath += len(words)
                if beneath > LONGEST_TEASER:
                    return 0
        elif (headline := _headline(element)) is not None and headline not in headlines:
            headlines.add(headline)
            linked += len(headline)
            beneath = 0
    if len(headlines) < FEWEST:
        return 0
    if under >= HALF * len(headlines):
        return len(headlines)
    links = sum(len(text_of(a)) for a in tree.iter("a"))
    return len(headlines) if not under and len(text_of(tree)) - links < HALF * linked else 0


def _headline(element: HtmlElement) -> str | None:
    """The words of a heading or an item of a list that is one link."""
    words = text_of(element, LONGEST_HEADLINE + 1)
    if not SHORTEST_HEADLINE <= len(words) <= LONGEST_HEADLINE:
        return None
    if any(a.tag == "a" and a.get("href") for a in islice(element.iterancestors(), 3)):
        return words
    link = next((a for a in element.iter("a") if a.get("href")), None)
    return words if link is not None and len(text_of(link)) >= 0.8 * len(words) else None
