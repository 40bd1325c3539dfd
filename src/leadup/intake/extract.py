"""The body of a page: what trafilatura finds, with headings, lists and captions apart and the furniture named.

Trafilatura (Barbaresi 2021) chooses the text; around it stand rules that any news page may need: captions are set
apart before it looks; paragraphs that it dropped between others are put back, and so is the deck; blocks that are
nothing but links, that stand in a box labelled as furniture, that are said several times over, or that the page's
own ``articleBody`` does not hold at its end, are furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import LxmlError, _Element
from lxml.html import HtmlElement

from leadup.intake.blocks import LONGEST_BYLINE, is_date_heading, is_posting_stamp
from leadup.intake.comments import is_comment_control, without_comments
from leadup.intake.credits import byline_of, is_credit, is_photo_credit, run_on_byline, signed_by
from leadup.intake.furniture import fold, furniture, same_caption
from leadup.intake.lines import lines_of_tree
from leadup.intake.marks import Marks, key, lift, text_of, trusted
from leadup.intake.structured import Structured
from leadup.lang.cuts import RUN
from leadup.model import ParagraphKind

Block = tuple[ParagraphKind, str]
LONGEST_TEASER = 250
MOST_TAIL = 0.3
FEWEST_BREAKS = 3
"""Line breaks from which on a page with a single block is looked at line by line."""
_INNER = ("p", "list", "item", "quote", "table", "row", "div", "code", "head", "body", "main", "article", "section")
_DECK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|subtitle|sub-title|subheadline|sub-headline|subhead|subheading|summary|lead|lede|intro|abstract"
    r"|excerpt|description|chapo|chapeau|sottotitolo|sommario|catenaccio|entradilla|bajada|ingress|strapline|preamble|vorspann|spot)"
    r"(?:$|[\s_-])"
)


NO_MARKS = Marks(frozenset(), frozenset(), frozenset(), ())


@dataclass(frozen=True, slots=True)
class Raw:
    """A block as it was found: its text, and whether it is a heading."""

    text: str
    heading: bool = False


def body_of(tree: HtmlElement, data: Structured, title: str | None, url: str | None) -> list[Block]:
    """A page's blocks in order, without its title. Empty where nothing is found. Changes the tree."""
    marks = lift(tree)
    raws = _extracted(tree, url)
    marks = trusted(marks, [raw.text for raw in raws])
    raws = _completed(_with_siblings(tree, raws, marks), data.body)
    heads = [text_of(h) for h in tree.iter("h1")]
    titles = frozenset(key(t) for t in (title, *data.titles, *heads) if t)
    blocks = classified(raws, titles, marks, data.body)
    deck = _deck(tree, data, raws, titles)
    if deck:
        blocks.insert(0, ("body", deck))
    seen = {text for _, text in blocks}
    rules = furniture()
    blocks += [("caption", c) for c in marks.captions if c not in seen and not rules.matches(fold(c))]
    return blocks


def _extracted(tree: HtmlElement, url: str | None) -> list[Raw]:
    # Imported here: it takes a second to load, which is too much for a command that reads no page.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        found = bare_extraction(
            deepcopy(tree), url=url, with_metadata=False, include_comments=False, include_images=False
        )
    except (ValueError, RecursionError, AssertionError, LxmlError):
        return []
    if not isinstance(found, Document) or found.body is None:
        return []
    return _by_lines(tree, list(_raws(found.body, heading=False)))


def _by_lines(tree: HtmlElement, raws: list[Raw]) -> list[Raw]:
    """One block that holds all of a page made of tables and line breaks, where trafilatura runs the lines together, cut
    into the lines that the page shows."""
    if len(raws) != 1 or sum(1 for _ in tree.iter("br")) < FEWEST_BREAKS:
        return raws
    whole = key(raws[0].text)
    lines = [line for line in lines_of_tree(tree).split("\n") if (mark := key(line)) and mark in whole]
    return [Raw(squeeze(line)) for line in lines] if key(" ".join(lines)) == whole else raws


def _raws(element: _Element, *, heading: bool) -> Iterator[Raw]:
    """Blocks below an element of trafilatura's result (``head``, ``p``, ``list``, ``quote``, ``table``)."""
    run: list[str] = [element.text or ""]

    def flush() -> Iterator[Raw]:
        text = squeeze("".join(run))
        run.clear()
        if text:
            yield Raw(text, heading)

    for child in element:
        if child.tag in _INNER:
            yield from flush()
            yield from _raws(child, heading=child.tag == "head")
        elif child.tag == "lb":
            run.append("\n")
            after = child.getnext()
            if after is not None and after.tag == "lb" and not (child.tail or "").strip():
                yield from flush()
        elif child.tag == "cell":
            run.append(" " + "".join(str(t) for t in child.itertext()) + " ")
        elif child.tag != "graphic":
            run.append("".join(str(t) for t in child.itertext()))
        run.append(child.tail or "")
    yield from flush()


def _with_siblings(tree: HtmlElement, raws: list[Raw], marks: Marks) -> list[Raw]:
    """The blocks, with paragraphs put back that stand between extracted ones but were dropped."""
    have = {key(raw.text)[:80]: index for index, raw in enumerate(raws)}
    whole = key(" ".join(raw.text for raw in raws))
    after: dict[int, list[Raw]] = {}
    parents = dict.fromkeys(p.getparent() for p in tree.iter("p") if p.getparent() is not None)
    for parent in parents:
        texts = [(key(text), text) for child in parent if child.tag == "p" and (text := text_of(child))]
        held = [have.get(k[:80]) for k, _ in texts]
        taken = sum(len(t) for (_, t), at in zip(texts, held, strict=True) if at is not None)
        missing = [(k, t) for (k, t), at in zip(texts, held, strict=True) if at is None]
        if not missing or taken < 600 or taken < 0.5 * sum(len(t) for _, t in texts):
            continue
        last: int | None = None
        places = [at for at in held if at is not None]
        for (k, text), at in zip(texts, held, strict=True):
            if at is not None:
                last = at
                continue
            between = last is not None and last < max(places)
            marked = k in marks.linked or k in marks.boxed or k in marks.captioned
            if last is not None and between and not marked and len(text) >= 80 and k[:60] not in whole:
                after.setdefault(last, []).append(Raw(text))
    if not after:
        return raws
    result: list[Raw] = []
    for index, raw in enumerate(raws):
        result.append(raw)
        result += after.get(index, [])
    return result


def _completed(raws: list[Raw], body: str | None) -> list[Raw]:
    """The extracted blocks, or the page's own ``articleBody`` where most of that was missed."""
    if body is None or len(body) < 600 or "<p" in body[:2000]:
        return raws
    own = Counter(RUN.findall(body.casefold()))
    found = Counter(w for raw in raws for w in RUN.findall(raw.text.casefold()))
    if (own & found).total() >= 0.7 * own.total():
        return raws
    return [Raw(text) for line in body.splitlines() if (text := squeeze(line))]


def classified(raws: list[Raw], titles: frozenset[str], marks: Marks, body: str | None = None) -> list[Block]:
    """What each block is. A repetition of the title at the head is left out."""
    rules = furniture()
    counts = Counter(raw.text for raw in raws if len(raw.text) > 20)
    cut = min(_own_end(raws, body), _tail(raws))
    blocks: list[Block] = []
    echo: str | None = None
    started = False
    seen: set[str] = set()
    marked = bool(marks.linked or marks.boxed or marks.captioned)
    for index, raw in enumerate(raws):
        text = raw.text
        folded = fold(text) if len(text) <= 600 else ""
        mark = key(text) if marked or not started else ""
        quoted, echo = echo, rules.teaser(folded) if folded else None
        kind: ParagraphKind = "heading" if raw.heading else "body"
        if not started and _is_title(mark, titles):
            continue
        dated = bool(folded) and is_date_heading(text)
        if mark in marks.captioned:
            kind = "caption"
        elif (
            index >= cut
            or counts[text] > 2
            or (text in seen and len(text) > 60)
            or (folded and (echo is not None or (quoted and same_caption(quoted, folded)) or rules.matches(folded)))
            or (folded and (is_comment_control(text) or is_posting_stamp(text)))
            or ((mark in marks.linked or mark in marks.boxed) and not dated)
        ):
            kind = "noise"
        elif folded and not raw.heading and _credits(text, index >= len(raws) - 4):
            kind = "credit"
        elif folded and not raw.heading and is_photo_credit(folded):
            kind = "caption"
        elif dated:
            kind = "heading"
        seen.add(text)
        byline = None if started or kind != "body" else run_on_byline(text[:LONGEST_BYLINE])
        started = started or kind == "body"
        if byline is not None:
            blocks.append(("credit", text[:byline]))
            text = text[byline:].lstrip()
        blocks.append((kind, text))
    texts = [text for _, text in blocks]
    return list(zip(without_comments([kind for kind, _ in blocks], texts), texts, strict=True))


def _is_title(mark: str, titles: frozenset[str]) -> bool:
    """The title itself, or with a few words of kicker before it."""
    return mark in titles or any(len(t) > 20 and mark.endswith(t) and len(mark) <= len(t) + 40 for t in titles)


def _credits(text: str, last: bool) -> bool:
    if is_credit(text) or byline_of(text):
        return True
    return last and (signed_by(text) is not None or (len(text) <= 14 and text[0] in "([" and text[-1] in ")]"))


def _own_end(raws: list[Raw], body: str | None) -> int:
    """Where the article ends by the page's own ``articleBody``: the blocks after the last one that it holds.

    Only trusted where it holds most of what was found, and leaves out little.
    """
    if body is None or len(body) < 600:
        return len(raws)
    own = key(body)
    held = [key(raw.text[:120])[:60] in own for raw in raws]
    sizes = [len(raw.text) for raw in raws]
    total = sum(sizes)
    if sum(s for s, h in zip(sizes, held, strict=True) if h) < 0.6 * total:
        return len(raws)
    end = max((i for i, h in enumerate(held) if h), default=len(raws) - 1) + 1
    # A body that was cut short for readers who do not pay says nothing of where the article ends.
    return end if sum(sizes[end:]) <= MOST_TAIL * total else len(raws)


def _tail(raws: list[Raw]) -> int:
    """Where the teasers after an article begin: at a line such as "Most read" with little text after it."""
    rules = furniture()
    total = sum(len(raw.text) for raw in raws)
    left = 0
    found = len(raws)
    for index in range(len(raws) - 1, -1, -1):
        text = raws[index].text
        if len(text) <= 60 and rules.opens_tail(fold(text)):
            found = index
        left += len(text)
        if len(text) > LONGEST_TEASER or left > MOST_TAIL * total:
            break
    return found


def _deck(tree: HtmlElement, data: Structured, raws: list[Raw], titles: frozenset[str]) -> str | None:
    """The deck under the headline, where the page shows one and the extracted text lacks it.

    It is the element that holds the page's own description, or one labelled as a deck that stands near the headline.
    """
    have = key(" ".join(raw.text for raw in raws[:6]))
    wanted = [key(d) for d in data.descriptions if len(d) >= 30]
    first = key(raws[0].text) if raws else ""
    head = next(iter(tree.iter("h1")), None)
    near = set() if head is None else _near(head)
    after = head is None
    for element in tree.iter("h1", "h2", "h3", "h4", "p", "div", "span", "strong", "header", "li"):
        if element is head:
            after = True
        if not after or element is head or (element.tag in ("div", "header", "span") and len(element) > 3):
            continue
        text = text_of(element, 900)
        if not 30 <= len(text) <= 900:
            continue
        mark = key(text)
        if first and (mark.startswith(first[:60]) or first.startswith(mark[:60])):
            return None
        if mark[:80] in have or mark in titles:
            continue
        if any(mark.startswith(w[:80]) or w.startswith(mark[:80]) for w in wanted):
            return text
        if head is not None and _labelled_deck(element, text, near):
            return text
    return None


def _near(head: HtmlElement) -> set[HtmlElement]:
    """The headline's nearest ancestors: what shares one of them stands beside it."""
    found: set[HtmlElement] = set()
    for ancestor in head.iterancestors():
        if ancestor.tag in ("body", "html", "main") or len(found) == 3:
            break
        found.add(ancestor)
    return found


def _labelled_deck(element: HtmlElement, text: str, near: set[HtmlElement]) -> bool:
    if element.tag not in ("h2", "h3", "p", "div") or len(text) < 40 or len(text.split()) < 6:
        return False
    label = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}".lower()
    if not _DECK.search(label) or not any(a in near for a in element.iterancestors()):
        return False
    links = sum(len(text_of(a)) for a in element.iter("a"))
    return links < 0.4 * len(text) and not furniture().matches(fold(text)) and not is_credit(text)


def squeeze(text: str) -> str:
    """Text with every run of white space made one space."""
    return " ".join(text.replace("\xad", "").split())
