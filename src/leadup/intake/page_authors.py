"""Who wrote a news page: as it says of itself, marks, or shows beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from leadup.intake.credits import byline_of, people, without_roles
from leadup.intake.extract import squeeze
from leadup.intake.marks import key, text_of
from leadup.intake.microformats import entry_of, is_cited
from leadup.intake.structured import Structured

MOST_AUTHORS = 4
"""Of more authors than this that a page marks, most are those of other articles."""

MOST_BESIDE = 60
"""Elements beside the headline that are looked at for a line with a name and a day."""

_NAME_AND_DAY = re.compile(
    r"((?:[^\W\d_a-z][^\W\d_]{0,20}[.'’-]?[^\W\d_]{0,20}\s){1,3}[^\W\d_a-z][^\W\d_]{1,25})\s{0,3}[|·•]\s{0,3}"
    r"(?=.{0,40}(?:19|20)\d\d).{4,60}$"
)

# "(now)", "(Port Clare, envoyée spéciale)": what is said of an author beside the name.
_BESIDE = re.compile(r"\s*\([^()]{0,80}\)")


def authors_of(data: Structured, own: frozenset[str]) -> tuple[str, ...]:
    """The authors that the structured data names; none where it names the outlet alone (``own`` are its names)."""
    return _persons(clean_names(data.authors), own) or _persons(clean_names(data.other_authors), own)


def _persons(names: Iterable[str], own: frozenset[str]) -> tuple[str, ...]:
    """The names that are not the outlet's."""
    return tuple(n for n in names if not {key(n), key(n.split()[0]), key(n.removeprefix("The "))} & own)


def all_authors_of(said: tuple[str, ...], tree: HtmlElement, own: frozenset[str]) -> tuple[str, ...]:
    """The authors that the structured data names, with those whom the page marks beside them: pages may name only the
    first for machines."""
    if not said:
        return said
    marked = _persons(clean_names(_marked_authors(tree, beside=True)), own)
    return marked if len(marked) <= MOST_AUTHORS and {*map(key, said)} < {*map(key, marked)} else said


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
        if key(bare) not in seen:
            seen.add(key(bare))
            yield bare
