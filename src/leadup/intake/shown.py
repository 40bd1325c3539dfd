"""What a page shows its readers between headline and text: who wrote it, and when it was put there.

A line counts only where all of it says one or the other ("By Jane Doe | 3 January 2020", "Publié le … à …, modifié le
…"): a sentence that names a day or a person is none. The labels are in ``interfaces.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lxml.html import HtmlElement

from leadup.intake import interfaces
from leadup.intake.credits import byline_of, is_role, without_last_role, without_roles
from leadup.intake.extract import Block
from leadup.intake.frontmatter import is_outlet
from leadup.intake.marks import key, text_of
from leadup.intake.microformats import is_cited
from leadup.intake.published import stated, zones
from leadup.intake.written import Order, days, in_figures, months
from leadup.model import Published

LONGEST = 160
MOST_ELEMENTS = 120
"""Elements after the headline that are looked at."""
MOST_BLOCKS = 6
"""Blocks at the head of a text among which a line of this kind may have been taken for a paragraph."""
MOST_OFFICE = 4
LONGEST_PLACE = 40
HOW = "the line under the headline"
# fmt: off
_HELD = frozenset({
    "p", "div", "span", "li", "ul", "address", "section", "time", "td", "small", "em", "i", "b", "strong", "a", "h2",
    "h3", "h4", "h5", "h6", "header", "dl", "dd", "dt", "font",
})
# fmt: on
_PIECES = re.compile(r"\s*[|·•]\s*|\s+[/–—-]\s+|\s{0,2}\n\s{0,2}")
_WORD = re.compile(r"[^\W\d_]+|@\w+")
_CLOCK = re.compile(r"\b\d{1,2}\s?[hH]\s?\d{2}\b")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w'’.-]{0,25}\s){1,3}[^\W\d_a-z][\w'’.-]{1,25}")
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:by|byline|author|autor|auteur)(?:$|[\s_-]|name|s\b|link)")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the lines under a headline say."""

    names: tuple[str, ...] = ()
    published: Published | None = None
    updated: Published | None = None


def shown_under(tree: HtmlElement, title: str | None, blocks: Sequence[Block], order: Order | None) -> Shown:
    """What stands between a page's headline and its text. ``order`` is that of figures ("3/4/2020"), where known."""
    long = next((n for n, (kind, words) in enumerate(blocks) if kind == "body" and len(words) > LONGEST), len(blocks))
    lines = [found for _, words in blocks[: min(long, MOST_BLOCKS)] if (found := line_of(words, order)) is not None]
    head = _headline(tree, title)
    if head is not None:
        lines = [*_lines(head, key(blocks[long][1])[:40] if long < len(blocks) else None, order), *lines]
    names = next((line.names for line in lines if line.names), ())
    published = next((line.published for line in lines if line.published), None)
    return Shown(names, published, next((line.updated for line in lines if line.updated), None))


def _lines(head: HtmlElement, first: str | None, order: Order | None) -> Iterator[Shown]:
    """What the lines after a headline say, up to the paragraph whose key begins with ``first``."""
    over: set[HtmlElement] = set()
    name = ""
    for number, element in enumerate(_after(head)):
        if number > MOST_ELEMENTS:
            return
        if element.getparent() in over:
            over.add(element)
            continue
        text = text_of(element, LONGEST * 2)
        if first is not None and key(text).startswith(first):
            return
        if not text or len(text) > LONGEST or element.tag not in _HELD:
            continue
        found = line_of(text, order)
        if found is None and _NAME.fullmatch(text) and _is_author(element):
            found = Shown((text,))
        if found is None and name and is_role(text) and text != name:
            # A name alone in its line, and under it what that one is ("Gazette News Reporter").
            found = Shown((name,))
        name = (
            text
            if _NAME.fullmatch(text) and not is_role(text) and not is_outlet(text)
            else name
            if text == name
            else ""
        )
        if found is not None and not is_cited(element):
            over.add(element)
            yield found


def line_of(text: str, order: Order | None = None) -> Shown | None:
    """What a line says, if all that it says is who and when; None where it says anything else."""
    names: tuple[str, ...] = ()
    published = updated = None
    said = False
    for piece in _PIECES.split(text):
        if not piece.strip() or piece.startswith("@") or not _says_more(piece):
            continue
        found = _stamp(piece, order)
        if found is None:
            before, day = _before_day(piece)
            found = _stamp(day, order) if day else None
            signed = _signed(before if found else piece)
            if not signed and not (names and (is_role(piece) or is_outlet(piece))):
                return None
            names = names or signed
        said = True
        if found is not None:
            published, updated = published or found.published, updated or found.updated
    return Shown(names, published, updated) if said else None


def _says_more(piece: str) -> bool:
    """Whether a piece says more than a time ("2:12 PM", "4 years ago", "5 min read")."""
    return _ANY_DAY.search(piece) is not None or any(word.casefold() not in _spans() for word in _WORD.findall(piece))


def credited(blocks: list[Block], byline: Iterable[str], own: Iterable[str] = ()) -> list[Block]:
    """The blocks of a page, those at its head that only say who and when marked as credits. ``own`` are the outlet's
    names."""
    names = sorted({key(name) for name in (*byline, *own)} - {""}, key=len, reverse=True)
    result: list[Block] = []
    looking = True
    for number, (kind, words) in enumerate(blocks):
        looking = looking and number < MOST_BLOCKS and (kind != "body" or len(words) <= LONGEST)
        front = looking and kind == "body" and (line_of(words) is not None or _is_beside(words, names))
        result.append(("credit", words) if front else (kind, words))
    return result if any(kind == "body" for kind, _ in result) else blocks


def _is_beside(words: str, names: Sequence[str]) -> bool:
    """Whether a line is what is left of who and when: names, an office, a label, a place before a day."""
    office = is_role(words) and len(words.split()) <= MOST_OFFICE and not words.endswith(".")
    label = _label().fullmatch(words.strip()) is not None
    return (
        office or label or (len(words) <= LONGEST_PLACE and words.endswith((" -", " –"))) or _only_names(words, names)
    )


def _only_names(words: str, names: Sequence[str]) -> bool:
    """Whether a line is nothing but these names, with what they are and where they write from."""
    if len(words) > LONGEST or words.rstrip().endswith((".", "?", "!", ":")):
        return False
    left, found = key(words), False
    for name in names:
        if name in left:
            left, found = left.replace(name, " "), True
    if not found:
        return False
    parts = re.split(r"[,;|/&]|\b(?:and|und|et)\b", words)
    rest = [part for part in parts if key(part) and not _named(key(part), names)]
    return all(is_role(part.strip()) or _PLACE.fullmatch(_less(part, names)) for part in rest)


_PLACE = re.compile(r"(?:(?:in|à|aus|en)\s+[^\W\d_a-z].{0,40})?")


def _less(part: str, names: Sequence[str]) -> str:
    """A part of a line without the name that it begins with ("Jane Doe in Port Clare")."""
    words = part.split()
    for end in range(len(words), 0, -1):
        if key(" ".join(words[:end])) in names:
            rest = " ".join(words[end:])
            return "" if is_role(rest) else rest
    return part


def _named(part: str, names: Sequence[str]) -> bool:
    return part in names or part in {f"{by}{name}" for by in ("by", "von", "par", "por") for name in names}


def _signed(piece: str) -> tuple[str, ...]:
    """The authors of a byline ("By Jane Doe", "von Jane Doe"), without what else it says of them."""
    piece = re.sub(r"\s*\([^()]{0,80}\)", "", piece).strip(" ,;:")
    piece = without_last_role(piece)
    names = without_roles(byline_of(piece[:1].upper() + piece[1:])) if " " in piece else ()
    return tuple(name for name in names if not is_outlet(name)) or names


def _before_day(piece: str) -> tuple[str, str]:
    """A piece parted before its label or its day ("By Jane Doe Jan. 3, 2020"); the second part empty where it has
    none."""
    label = _label().search(piece)
    starts = [label.start()] if label and label.start() else []
    starts += [found.start() for found in _ANY_DAY.finditer(piece)][:1]
    at = min(starts, default=0)
    return (_less_small(piece[:at].strip(" ,;:-–—")), piece[at:]) if at else (piece, "")


def _less_small(before: str) -> str:
    """What stands before a day without the small word that binds it ("By Jane Doe on", "von Jane Doe am")."""
    words = before.rsplit(" ", 1)
    return words[0] if len(words) > 1 and words[1].islower() and words[1] in _spans() else before


_ANY_DAY = re.compile(
    r"\b(?:[^\W\d_]{3,12}\.?\s{1,2}\d{1,2}(?:st|nd|rd|th)?,?\s{1,2}(?:19|20)\d\d|\d{1,2}\.?\s{1,2}[^\W\d_]{3,12}\.?\s{1,2}(?:19|20)\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)


def _stamp(piece: str, order: Order | None) -> Shown | None:
    """The times of a piece that says nothing else; None where it does, or says no day."""
    if not re.search(r"\d", piece) or any(word.casefold() not in _small() for word in _WORD.findall(piece)):
        return None
    published = updated = None
    marks = list(_label().finditer(piece))
    starts = [0, *(mark.start() for mark in marks)]
    ends = [*starts[1:], len(piece)]
    for start, end in zip(starts, ends, strict=True):
        part = _CLOCK.sub(lambda m: re.sub(r"\s?[hH]\s?", ":", m.group()), piece[start:end])
        label = _label().match(piece, start)
        later = label is not None and " ".join(label.group().split()).casefold().strip(" :") in _updated()
        found = stated(part[len(label.group()) if label else 0 :].strip(" :,"), HOW, "likely")
        if found is None and order is not None and (day := in_figures(part, order)) is not None:
            found = stated(day, HOW, "likely")
        if found is not None and later:
            updated = updated or found
        elif found is not None:
            published = published or found
    return Shown((), published, updated) if published or updated or marks else None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{interfaces.one_of('stamps', 'published', 'updated')})(?!\w)\s?:?")


@cache
def _updated() -> frozenset[str]:
    return frozenset(interfaces.names("stamps", "updated"))


@cache
def _spans() -> frozenset[str]:
    return frozenset(interfaces.names("stamps", "small"))


@cache
def _small() -> frozenset[str]:
    """Words that a stamp is made of: its labels, months, days of the week, zones, and what binds them."""
    labels = (*interfaces.names("stamps", "published"), *interfaces.names("stamps", "updated"))
    words = {word for label in labels for word in _WORD.findall(label)}
    return frozenset(
        {*words, *interfaces.names("stamps", "small"), *months(), *days(), *(zone.casefold() for zone in zones())}
    )


def _headline(tree: HtmlElement, title: str | None) -> HtmlElement | None:
    """The element that shows the headline: a first heading, else one that holds the title and nothing else."""
    wanted = key(title or "")
    heads = list(tree.iter("h1"))
    if heads:
        return next((h for h in heads if wanted and wanted in key(text_of(h))), heads[0])
    places = tree.iter("h2", "h3", "div", "p", "span") if wanted else ()
    return next((e for e in places if key(text_of(e, 400)) == wanted), None)


def _after(element: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that follow one in the order of the page, without those inside it."""
    node: HtmlElement | None = element
    while node is not None:
        for beside in node.itersiblings():
            yield from (e for e in beside.iter() if isinstance(e.tag, str))
        node = node.getparent()


def _is_author(element: HtmlElement) -> bool:
    """Whether an element's marks say that it holds an author."""
    marks = f"{element.get('class') or ''} {element.get('data-testid') or ''} {element.get('itemprop') or ''}".lower()
    rel = (element.get("rel") or "").lower().split()
    return "author" in rel or "/author" in (element.get("href") or "") or _AUTHOR.search(marks) is not None
