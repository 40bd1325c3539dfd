"""The raw pieces of a page that speak of the page itself: ``<meta>``, JSON-LD scripts, ``<time>``, ``<h1>``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape

from lxml.html import HtmlElement

MOST_TIMES = 40
_TEASER = ("related", "sidebar", "recommend", "teaser", "more-", "trending", "comment", "latest")
_MARKS = ("publish", "pubdate", "posted", "created", "entry-date", "dateline")


@dataclass(frozen=True, slots=True)
class Head:
    """What was found, unread: ``times`` are (value, ``itemprop``/``pubdate``/``marked``/``plain``) in page order."""

    meta: Mapping[str, str] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    times: tuple[tuple[str, str], ...] = ()
    canonical: str | None = None
    language: str | None = None


def head_of(tree: HtmlElement) -> Head:
    """The pieces of a tree that lxml parsed."""
    times: list[tuple[str, str]] = []
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        prop = (element.get("itemprop") or "").lower()
        if (element.tag != "time" and prop != "datepublished") or prop == "datemodified" or len(times) >= MOST_TIMES:
            continue
        value = element.get("datetime") or element.get("content")
        value = value or ((element.get("title") or element.text) if prop else None)
        if value and not _in_aside(element):
            label = _label(element.get("class"), element.get("id"), prop, element.get("data-testid"))
            times.append((value.strip(), time_mark(prop, element.get("pubdate") is not None, label)))
    canonical = [
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    return Head(
        meta=meta_of(
            (e.get("property") or e.get("name") or e.get("itemprop") or e.get("http-equiv"), e.get("content"))
            for e in tree.iter("meta")
        ),
        scripts=tuple(s.text or "" for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower()),
        times=tuple(times),
        canonical=canonical[0] if canonical else None,
        language=tree.get("lang") or tree.get("xml:lang"),
    )


def meta_of(pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, str]:
    """``<meta>`` names (lower case) and contents; the first of each name counts."""
    found: dict[str, str] = {}
    for name, content in pairs:
        if name and content and (value := content.strip()):
            found.setdefault(name.strip().lower(), unescape(value))
    return found


def time_mark(prop: str, pubdate: bool, label: str) -> str:
    """How plainly an element says that its time is the publication's.

    "itemprop" where it says so outright, "marked" where its class or id do, else "plain".
    """
    if prop == "datepublished" or pubdate:
        return "itemprop"
    marked = any(word in label for word in _MARKS) and "updated" not in label and "modified" not in label
    return "marked" if marked else "plain"


def is_teaser(label: str) -> bool:
    """Whether a container's class and id say that it lists other stories."""
    return any(word in label for word in _TEASER)


def _label(*values: str | None) -> str:
    return " ".join(v for v in values if v).lower()


def _in_aside(element: HtmlElement) -> bool:
    for parent in element.iterancestors():
        if parent.tag in ("aside", "nav", "footer", "li"):
            return True
        if parent.tag not in ("body", "html", "main", "article") and is_teaser(
            _label(parent.get("class"), parent.get("id"))
        ):
            return True
    return False
