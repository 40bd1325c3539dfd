"""The body of a page: what trafilatura finds, with headings, lists and captions apart and the furniture named.

Trafilatura (Barbaresi 2021) chooses the text; around it stand rules that any news page may need: captions are set
apart before it looks, the deck is put back where it was left out, blocks that are nothing but links, that are said
several times over, or that the page's own ``articleBody`` does not hold at its end, are furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from leadup.intake.blocks import is_date_heading
from leadup.intake.credits import byline_of, is_credit, is_photo_credit, signed_by
from leadup.intake.furniture import fold, furniture, same_caption
from leadup.intake.structured import Structured
from leadup.model import ParagraphKind

Block = tuple[ParagraphKind, str]
LONGEST_CAPTION = 1200
LINKED = 0.85
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_DECK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|subtitle|sub-title|subheadline|sub-headline|subhead|subheading|summary|lead|lede|intro|abstract"
    r"|excerpt|teaser|description|chapo|chapeau|sottotitolo|sommario|catenaccio|entradilla|bajada|ingress|kicker-text|strapline|preamble|vorspann|spot)"
    r"(?:$|[\s_-])"
)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A block as it was found: its text, whether it is a heading, and the share of it that is link text."""

    text: str
    heading: bool
    linked: float


def body_of(tree: HtmlElement, data: Structured, title: str | None, url: str | None) -> list[Block]:
    """A page's blocks in order, without its title. Empty where nothing is found."""
    captions = _lift_captions(tree)
    raws = _extracted(tree, url)
    raws = _completed(raws, data.body)
    deck = _deck(tree, data, raws, title)
    blocks = _classified(raws, data, title, captions)
    if deck:
        blocks.insert(0, ("body", deck))
    seen = {text for _, text in blocks}
    blocks += [("caption", caption) for caption in captions if caption not in seen]
    return blocks


def _lift_captions(tree: HtmlElement) -> list[str]:
    """Take the captions out of the page, so that they are not read as its text."""
    found: list[str] = []
    for element in list(tree.iter("figcaption")):
        text = squeeze(element.text_content())
        if len(text) <= LONGEST_CAPTION:
            if text and text not in found and not furniture().matches(fold(text)):
                found.append(text)
            parent = element.getparent()
            if parent is not None:
                element.drop_tree()
    return found


def _extracted(tree: HtmlElement, url: str | None) -> list[_Raw]:
    try:
        found = bare_extraction(
            deepcopy(tree),
            url=url,
            with_metadata=False,
            include_comments=False,
            include_links=True,
            include_images=False,
        )
    except (ValueError, RecursionError, AssertionError):
        return []
    if not isinstance(found, Document) or found.body is None:
        return []
    return [raw for raw in _raws(found.body, heading=False) if raw.text]


def _raws(element: _Element, *, heading: bool) -> Iterator[_Raw]:
    """Blocks below an element of trafilatura's result (``head``, ``p``, ``list``, ``quote``, ``table``)."""
    runs: list[tuple[str, bool]] = []

    def flush() -> Iterator[_Raw]:
        text = squeeze("".join(part for part, _ in runs))
        size = sum(len(part.strip()) for part, _ in runs)
        links = sum(len(part.strip()) for part, link in runs if link)
        runs.clear()
        if text:
            yield _Raw(text, heading, links / size if size else 0.0)

    if element.text:
        runs.append((element.text, element.tag == "ref"))
    breaks = 0
    for child in element:
        tag = child.tag
        if tag in (
            "p",
            "list",
            "item",
            "quote",
            "table",
            "row",
            "div",
            "code",
            "head",
            "body",
            "main",
            "article",
            "section",
        ):
            yield from flush()
            yield from _raws(child, heading=tag == "head")
        elif tag == "cell":
            inner = squeeze("".join(str(t) for t in child.itertext()))
            if inner:
                runs.append((f" {inner} ", False))
        elif tag == "lb":
            breaks = breaks + 1 if not (child.tail or "").strip() else 1
            runs.append(("\n", False))
            if breaks >= 2 or _breaks_twice(child):
                yield from flush()
        elif tag != "graphic":
            inner = "".join(str(t) for t in child.itertext())
            runs.append((inner, tag == "ref" or (tag == "hi" and _all_ref(child))))
        if child.tail:
            runs.append((child.tail, False))
    yield from flush()


def _breaks_twice(element: _Element) -> bool:
    after = element.getnext()
    return after is not None and after.tag == "lb" and not (element.tail or "").strip()


def _all_ref(element: _Element) -> bool:
    return not (element.text or "").strip() and any(c.tag == "ref" for c in element)


def _completed(raws: list[_Raw], body: str | None) -> list[_Raw]:
    """The extracted blocks, or the page's own ``articleBody`` where most of that was missed."""
    if body is None or len(body) < 600 or "<p" in body[:2000]:
        return raws
    own = Counter(_WORD.findall(body.casefold()))
    found = Counter(w for raw in raws for w in _WORD.findall(raw.text.casefold()))
    if (own & found).total() >= 0.7 * own.total():
        return raws
    return [_Raw(text, False, 0.0) for line in body.splitlines() if (text := squeeze(line))]


def _classified(raws: list[_Raw], data: Structured, title: str | None, captions: list[str]) -> list[Block]:
    rules = furniture()
    counts = Counter(raw.text for raw in raws if len(raw.text) > 20)
    titles = {_key(t) for t in (title, *data.titles) if t}
    lifted = set(captions)
    cut = _own_end(raws, data.body)
    blocks: list[Block] = []
    echo: str | None = None
    started = False
    seen: set[str] = set()
    for index, raw in enumerate(raws):
        text = raw.text
        folded = fold(text) if len(text) <= 600 else ""
        quoted, echo = echo, rules.teaser(folded) if folded else None
        kind: ParagraphKind = "heading" if raw.heading else "body"
        if not started and _key(text) in titles:
            continue
        if text in lifted:
            kind = "caption"
        elif index >= cut or (
            folded and (echo is not None or (quoted and same_caption(quoted, folded)) or rules.matches(folded))
        ) or (raw.linked >= LINKED and not (raw.heading and is_date_heading(text))) or counts[text] > 2 or (text in seen and len(text) > 60):
            kind = "noise"
        elif (
            folded
            and not raw.heading
            and (is_credit(text) or byline_of(text) or (index >= len(raws) - 4 and signed_by(text)))
        ):
            kind = "credit"
        elif folded and not raw.heading and is_photo_credit(folded):
            kind = "caption"
        elif folded and is_date_heading(text):
            kind = "heading"
        started = started or kind == "body"
        seen.add(text)
        blocks.append((kind, text))
    return blocks


def _own_end(raws: list[_Raw], body: str | None) -> int:
    """Where the article ends by the page's own ``articleBody``: the blocks after the last one that it holds.

    Only trusted where it holds most of what was found.
    """
    if body is None or len(body) < 600:
        return len(raws)
    own = _key(body)
    held = [_key(raw.text)[:60] in own for raw in raws]
    sizes = [len(raw.text) for raw in raws]
    if sum(s for s, h in zip(sizes, held, strict=True) if h) < 0.6 * sum(sizes):
        return len(raws)
    return max((i for i, h in enumerate(held) if h), default=len(raws) - 1) + 1


def _deck(tree: HtmlElement, data: Structured, raws: list[_Raw], title: str | None) -> str | None:
    """The deck under the headline, where the page shows one and the extracted text lacks it."""
    have = _key(" ".join(raw.text for raw in raws[:6]))
    wanted = [_key(d) for d in data.descriptions if len(d) >= 30]
    first = _key(raws[0].text) if raws else ""
    head = next(iter(tree.iter("h1")), None)
    after = head is None
    looked = 0
    for element in tree.iter("h1", "h2", "h3", "h4", "p", "div", "span", "strong", "header"):
        if element is head:
            after = True
            continue
        if not after:
            continue
        looked += 1
        if looked > 400:
            return None
        if element.tag in ("div", "header", "span") and len(element) > 3:
            continue
        text = squeeze(element.text_content())
        if not 30 <= len(text) <= 900:
            continue
        key = _key(text)
        if first and (key.startswith(first[:60]) or first.startswith(key[:60])):
            return None
        if key[:80] in have or (title and key == _key(title)):
            continue
        label = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''} {element.get('itemprop') or ''}".lower()
        same = any(key.startswith(w[:80]) or w.startswith(key[:80]) for w in wanted)
        if same or (
            _DECK.search(label) and element.tag in ("h2", "h3", "p", "div") and not furniture().matches(fold(text))
        ):
            return text if not is_credit(text) else None
    return None


def squeeze(text: str) -> str:
    """Text with every run of white space made one space."""
    return _SPACE.sub(" ", text).strip()


def _key(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
