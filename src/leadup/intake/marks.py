"""What a page's markup says of its blocks: nothing but links, captions, boxes that are labelled as furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from leadup.lang.cuts import RUN

LINKED = 0.85
LINKED_ITEM = 0.6
LONGEST_LINKED = 400
LONGEST_BOX = 2500
LONGEST_CAPTION = 1200
SHORTEST_ALT = 25
_LABELLED = re.compile(r"([^\W\d_][^|]{2,40}?) ?\| ?")
_COMMON_MARKS = "“”‘’—–…\xa0"
_ASCII_MARKS = {code: None for code in range(128) if not RUN.match(chr(code))}
_HIDDEN = frozenset({"script", "style", "noscript", "template"})
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd", "dt", "blockquote")
# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})
# fmt: on
_BOX = re.compile(
    r"newsletter|related|recommend|recirc|promo(?:$|[\s_-])|promot|sponsor|advert|subscri|author-?_?bio|about-?_?(?:the-)?author"
    r"|biograph|bio-?_?(?:box|text)|comments|social|cookie|consent|disclaimer|read-?_?more|more-?_?on|more-?_?from|trending"
    r"|most-?_?read|popular|outbrain|taboola|see-?_?also|sign-?_?up|breadcrumb|opt-?in(?:$|[\s_-])|donat|further-?_?reading"
    r"|tag-?_?list|article-?_?tags|privacy|gdpr|affiliate|login|log-in|register|copyright|external-content"
    r"|table-of-contents|feedback|survey|support-?_?us|linkbox|link-?_?list|read-?_?next|up-?_?next|next-?_?article|abo-?box"
)
# A box that holds this much of the text is the article itself, whatever its label ("related-content article").
MOST_BOXED = 0.3
_CAPTION = re.compile(
    r"caption|bildunterschrift|bildtext|image-?_?credit|photo-?_?credit|img-?_?credit|image-?_?source|image-?_?description|figure-?_?text|legende|didascalia|pie-?_?de-?_?foto"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Keys (:func:`key`) of the blocks that the markup marks; ``captions`` holds the captions' words in order."""

    linked: frozenset[str]
    boxed: frozenset[str]
    captioned: frozenset[str]
    captions: tuple[str, ...]


def key(text: str) -> str:
    """A text's letters and digits, case folded: the same block, however it was spaced and quoted."""
    folded = text.casefold()
    if not folded.isascii():
        for mark in _COMMON_MARKS:
            folded = folded.replace(mark, "")
        if not folded.isascii():
            return "".join(RUN.findall(folded))
    # Many times faster than the expression, and most blocks of most pages come here.
    return folded.translate(_ASCII_MARKS)


def text_of(element: HtmlElement, limit: int = 2**30) -> str:
    """An element's text with a space wherever a block or a line ends; cut soon after ``limit`` code points."""
    parts: list[str] = []
    size = 0
    if not len(element) and isinstance(element.tag, str) and element.tag not in _HIDDEN:
        return " ".join((element.text or "").split())
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack and size <= limit:
        node, left = stack.pop()
        tag = node.tag
        if not isinstance(tag, str) or tag in _HIDDEN:
            left = True
        elif tag not in _INLINE:
            parts.append(" ")
        if not left:
            if text := node.text:
                parts.append(text)
                size += len(text)
            if len(node):
                stack.append((node, True))
                stack.extend([(child, False) for child in reversed(node)])
                continue
            # Most hold nothing but their words, and end where they begin.
            if size > limit:
                break
            if tag not in _INLINE:
                parts.append(" ")
        if node is not element and (tail := node.tail):
            parts.append(tail)
            size += len(tail)
    return " ".join("".join(parts).split())


def lift(tree: HtmlElement) -> Marks:
    """Read the marks, and take the captions out of the tree, so that they are not read as the page's text."""
    linked = frozenset(_linked(tree))
    boxed = frozenset(_boxed(tree))
    captions: list[str] = []
    captioned: set[str] = set()
    for element in list(tree.iter("figcaption", "p", "div", "span")):
        if element.tag != "figcaption" and not _CAPTION.search(_label(element)):
            continue
        text = text_of(element, LONGEST_CAPTION)
        if len(text) > LONGEST_CAPTION:
            continue
        captioned.add(key(text))
        for child in element.iter("p", "span", "div"):
            captioned.add(key(text_of(child)))
        if element.tag == "figcaption":
            if text and text not in captions:
                captions.append(text)
            if element.getparent() is not None:
                element.drop_tree()
    for image in tree.iter("img"):
        alt = image.get("alt") or ""
        if len(alt) >= SHORTEST_ALT:
            captioned.add(key(alt))
    captioned.discard("")
    return Marks(linked, boxed, frozenset(captioned), tuple(captions))


def trusted(marks: Marks, texts: list[str]) -> Marks:
    """The marks without a kind that would take away too much of what was extracted: its label means something else."""
    total = sum(len(text) for text in texts) or 1
    sizes = [(key(text), len(text)) for text in texts]

    def kept(keys: frozenset[str]) -> frozenset[str]:
        share = sum(size for mark, size in sizes if mark in keys) / total
        return keys if share <= MOST_BOXED else frozenset()

    return Marks(kept(marks.linked), kept(marks.boxed), kept(marks.captioned), marks.captions)


def _linked(tree: HtmlElement) -> Iterator[str]:
    """Blocks that are links and hardly anything else, but for a label in capitals before a bar ("READ ON | …")."""
    done: set[HtmlElement] = set()
    for anchor in tree.iter("a"):
        block = next((a for a in anchor.iterancestors() if a.tag in (*_BLOCKS, "div")), None)
        if block is None or block in done:
            continue
        done.add(block)
        text = text_of(block, LONGEST_LINKED)
        if not text or len(text) > LONGEST_LINKED:
            continue
        label = text[: _end_of_label(text)]
        said = [text_of(a) for a in block.iter("a")]
        links = sum(len(words) for words in said if words not in label)
        if links >= (LINKED_ITEM if block.tag == "li" else LINKED) * (len(text) - len(label)):
            yield key(text)
        if block.tag in ("li", "div"):
            yield from map(key, said)


def _end_of_label(text: str) -> int:
    """Where the headline of another story begins, behind what it is filed under ("TÄSTÄ PUHUTAAN | Silta suljetaan"):
    whatever the language, the label itself is often no part of the link."""
    found = _LABELLED.match(text)
    return found.end() if found and found.group(1).isupper() else 0


def _boxed(tree: HtmlElement) -> Iterator[str]:
    """Blocks inside a container whose class or id says that it is furniture."""
    done: set[HtmlElement] = set()
    for element in tree.iter("div", "aside", "section", "ul", "ol", "p", "form", "footer", "nav", "header"):
        if element in done:
            continue
        aside = element.tag in ("aside", "form", "nav")
        if not aside and not _BOX.search(_label(element)):
            continue
        text = text_of(element, LONGEST_BOX)
        if len(text) > LONGEST_BOX:
            continue
        yield key(text)
        # What stands in a box is told with it, once.
        done.update(element.iter("div", "aside", "section", "ul", "ol", "p", "form", "footer", "nav", "header"))
        for block in element.iter(*_BLOCKS, "div"):
            inner = text_of(block)
            if inner:
                yield key(inner)


def _label(element: HtmlElement) -> str:
    values = (element.get(name) for name in ("class", "id", "data-component", "data-testid"))
    return " ".join(value for value in values if value).lower()
