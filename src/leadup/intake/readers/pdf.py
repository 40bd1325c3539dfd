"""PDF with text in it: lines put together to paragraphs; running heads, page numbers and small print are furniture.

pypdf reads it. On 23 news pages printed by a browser, pypdf, pdfminer.six and pdfplumber found the same words (body F1
.613, .613, .615 of all of them), and pypdf took 6.9 seconds to their 10.9 and 16.1. What is chosen of these words is
decided here, by size, place and what prose looks like (.792 on the same pages; two of them print nothing but a notice
of consent). A scan has no text to read: it goes through ocrmypdf where that is installed, else it
is refused.
"""

from __future__ import annotations

import logging
import math
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from leadup.errors import IntakeError, MissingExtra, UnreadableInput
from leadup.intake.compose import ArticleMetadata
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.readers.documents import articles_of_document, is_press_export
from leadup.intake.readers.pdf_columns import Row, in_columns
from leadup.intake.source import Source, seekable
from leadup.model import Article

MOST_PAGES = 3000
MOST_ON_PAGE = 200_000
"""Characters on one page: a newspaper's fullest has a fifth. pypdf takes time with the square of them."""
SCAN = 25
"""A page with fewer characters than this on average is a picture of one."""
OCR = "ocrmypdf"
OCR_SECONDS = 900
SAME_SIZE = 0.6
"""Points by which letters of one text may differ."""
GAP = 1.35
"""A paragraph ends where lines stand this much farther apart than most do."""
DOUBLE = 1.9
"""Lines that stand farther apart than their size times this are double-spaced, or paragraphs of one line each."""
HALF = 0.55
"""The share of most lines' length below which a line is the last of its paragraph."""
LEAST_INDENT, MOST_INDENT = 0.6, 4.0
"""How far in a paragraph's first line begins, in sizes of type."""
NEXT_COLUMN = 3
"""So many steps above the line before it, a line begins the next column."""
SHORT = 40
"""Characters up to which a line is a short one."""
COMMON = 0.12
"""The share of all distances between lines from which on one is common."""
LEAST_SMALL = 0.4
"""The share of words that begin small in prose: more than half even in German, next to none in a menu."""
LONG = 110
"""Characters from which on a paragraph is prose, and what stands around the first and the last such may be a menu."""
SAME_HEIGHT = 3
"""Points by which a running head's places on two pages may differ."""
_NUMBER = re.compile(r"^\W*(?:(?:page|seite|p\.)\s?)?\d{1,4}(?:\s?(?:/|of|von|sur)\s?\d{1,4})?\W*$", re.IGNORECASE)
_BROWSERS = ("Skia/PDF", "Mozilla", "Chrom", "Firefox", "wkhtmltopdf", "Safari")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x00": ""})
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it stands (points from the page's foot, and from its left) and how large its letters
    are."""

    page: int
    at: float
    size: float
    text: str
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF's lines in its order, its number of pages, the title that it gives itself, and whether a browser printed
    it."""

    lines: tuple[Line, ...]
    pages: int
    title: str
    printed: bool


def sniff(head: bytes) -> bool:
    """The mark that a PDF begins with, soon if not at once."""
    return b"%PDF-" in head[:1024]


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The articles of a PDF: one, or those of a press database's export."""
    if source.size is not None and source.size > options.limits.page * 8:
        raise UnreadableInput(source.name, f"larger than {options.limits.page * 8 // 2**20} MiB", "Split it")
    with source.open() as raw, seekable(raw) as whole:
        document = _document(whole, source.name)
    if sum(len(line.text) for line in document.lines) < SCAN * document.pages:
        document = _recognised(source, options)
    paragraphs = paragraphs_of(document)
    every = paragraphs_of(document, whole=True)
    if is_press_export(every):
        # Where each article has a page of its own, its outlet and labels stand on every page as running heads do.
        read_as = [list(articles_of_document(lines, source.name, options)) for lines in (paragraphs, every)]
        yield from max(read_as, key=_dated)
        return
    title = next((text for text in paragraphs[:3] if _titled(text, document.title)), None)
    yield from articles_of_document(paragraphs, source.name, options, ArticleMetadata(title=title))


def _dated(found: Sequence[Article | IntakeError]) -> int:
    return sum(isinstance(one, Article) and one.published is not None for one in found)


def _document(stream: Any, name: str) -> Document:
    """The document that a stream holds."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise MissingExtra("Reading PDF", "pdf") from None
    # It tells of every oddity that it mends; none of them is about the text.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(stream)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableInput(name, "encrypted", "Save it without a password first")
        if len(reader.pages) > MOST_PAGES:
            raise UnreadableInput(name, f"more than {MOST_PAGES} pages", "Split it")
        lines = [line for number, page in enumerate(reader.pages) for line in _page(page, number, name)]
        said = reader.metadata
        maker = f"{said.creator or ''} {said.producer or ''}" if said else ""
        title = " ".join(str(said.title or "").split()) if said else ""
        return Document(tuple(lines), len(reader.pages), title, any(name in maker for name in _BROWSERS))
    except (PyPdfError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableInput(name, f"damaged: {str(error)[:200]}", "Fetch it again, or print it anew") from None


def _page(page: Any, number: int, name: str) -> Iterator[Line]:
    """The lines of a page, from nought. Raises :class:`UnreadableInput` where it holds more than any page does."""
    runs: list[tuple[str, float, float, float]] = []
    held = 0

    def visit(text: str, ours: Any, theirs: Any, _: Any, size: float) -> None:
        nonlocal held
        held += len(text)
        if held > MOST_ON_PAGE:
            raise UnreadableInput(name, f"page {number + 1} holds more than {MOST_ON_PAGE} characters", "Print it anew")
        scale = abs(ours[3] * theirs[3]) or abs(ours[1] * theirs[2]) or 1.0
        across, up = ours[0] * theirs[4] + ours[4], ours[3] * theirs[5] + ours[5]
        runs.append((text, across, up, round(float(size) * scale * 2) / 2))

    page.extract_text(visitor_text=visit)
    for row in in_columns(list(_rows(runs))):
        line = " ".join(row.text.translate(_LIGATURES).split())
        if line:
            yield Line(number, row.at, row.size, line, row.left)


def _rows(runs: Sequence[tuple[str, float, float, float]]) -> Iterator[Row]:
    """The rows that runs of text make, each with the size that most of its letters have."""
    words: list[tuple[float, str]] = []
    sizes: Counter[float] = Counter()
    at: float | None = None
    for text, across, up, size in [*runs, ("\n", 0.0, 0.0, 0.0)]:
        for index, piece in enumerate(text.split("\n")):
            if index and words:
                yield Row(at or 0.0, sizes.most_common(1)[0][0] if sizes else 0.0, tuple(words))
                words, sizes, at = [], Counter(), None
            if piece.strip():
                sizes[size] += len(piece.strip())
                at = up if at is None else at
            if piece:
                words.append((across, piece))


def paragraphs_of(document: Document, *, whole: bool = False) -> list[str]:
    """The paragraphs of the text itself: lines of its size, without what every page repeats; ``whole``: with all."""
    lines = document.lines
    repeated = frozenset() if whole else _repeated(document)
    kept = [line for line in lines if not _NUMBER.match(line.text) and _key(line.text) not in repeated]
    step, full = _step(kept), _full(kept, 1.0 if whole else 0.75)
    found: list[tuple[list[str], float]] = []
    last: Line | None = None
    for line in kept:
        if last is not None and _goes_on(last, line, step, full, ragged=whole):
            pieces = found[-1][0]
            if _parted(last.text, line.text):
                pieces[-1] = last.text[:-1]
            else:
                pieces.append(" ")
            pieces.append(line.text)
            found[-1] = (pieces, line.size)
        else:
            found.append(([line.text], line.size))
        last = line
    made = [("".join(pieces), size) for pieces, size in found]
    return [text for text, _ in made] if whole else _chosen(made, document)


def _step(lines: list[Line]) -> float:
    """How far apart the lines of a paragraph stand: the least distance that is a common one."""
    gaps = Counter(
        round(a.at - b.at)
        for a, b in pairwise(lines)
        if a.page == b.page and abs(a.size - b.size) <= SAME_SIZE and a.size * 0.8 < a.at - b.at < 60
    )
    common = [gap for gap, count in gaps.items() if count >= max(2, gaps.total() * COMMON)]
    return min(common, default=14)


def _full(lines: list[Line], share: float) -> tuple[float, int]:
    """The size of the text itself, and how long its lines are (characters) but for this share's longer ones."""
    held: Counter[float] = Counter()
    for line in lines:
        held[line.size] += len(line.text)
    size = held.most_common(1)[0][0] if held else 0.0
    lengths = sorted(len(line.text) for line in lines if line.size == size)
    return size, lengths[min(len(lengths) - 1, int(len(lengths) * share))] if lengths else 0


def _goes_on(last: Line, line: Line, step: float, full: tuple[float, int], *, ragged: bool) -> bool:
    """Whether a line goes on with the paragraph of the one before; ``ragged``: among labels and values of a line each,
    which need not begin with a capital ("233 words")."""
    before = last.text
    if abs(last.size - line.size) > SAME_SIZE:
        return False
    if last.page != line.page or line.at - last.at > step * NEXT_COLUMN:
        # Over the end of a page or a column only an unfinished sentence goes on.
        return before[-1:] not in '.?!"”:' and line.text[:1].islower()
    if step > line.size * DOUBLE and (before[-1:] in '.?!”"' or len(last.text) < SHORT):
        # With as much between all lines as between paragraphs, what a line holds must tell.
        return False
    begins = ragged or line.text[:1].isupper()
    if (last.size, line.size) == (full[0],) * 2 and begins and len(before) < full[1] * HALF:
        # A line that ends far from the margin ends its paragraph: a name, a day, a label of an export's head.
        return False
    if before[-1:] in '.?!”"' and line.size * LEAST_INDENT < line.left - last.left < line.size * MOST_INDENT:
        return False
    return 0 <= last.at - line.at <= max(step * GAP, line.size * 1.45) and not (
        before[-1:] in '.?!”"' and len(last.text) < 40
    )


def _parted(before: str, after: str) -> bool:
    """Is a word parted at a line's end, to be put together?"""
    return before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()


def _chosen(found: list[tuple[str, float]], document: Document) -> list[str]:
    """What is the article's. Of a page printed from a browser: the headline, and from the first paragraph of prose to
    the last, without small print and menus between them."""
    weights: Counter[float] = Counter()
    for text, own in found:
        weights[own] += len(text) if _is_prose(text) else 0
    if not weights.total():
        return [text for text, _ in found]
    size = weights.most_common(1)[0][0]
    prose = [i for i, (text, own) in enumerate(found) if _is_prose(text) and abs(own - size) <= SAME_SIZE]
    if not document.printed:
        return [text for text, own in found if own >= size - 2 * SAME_SIZE]
    first, last = prose[0], prose[-1]
    titles = [i for i in range(first + 1) if _titled(found[i][0], document.title)]
    head = titles[-1] if titles else max(range(first + 1), key=lambda i: (found[i][1], i))
    chosen = [found[head][0]] if head < first else []
    # Between headline and text stand byline and day, in whatever size.
    chosen += [text for text, _ in found[max(head + 1, first - 6) : first] if len(text) <= LONG]
    inside = found[first : last + 1]
    for index, (text, own) in enumerate(inside):
        after = inside[index + 1][0] if index + 1 < len(inside) else ""
        ends = text[-1:] in '.?!:”"»“' and len(text) > 30 and abs(own - size) <= SAME_SIZE
        heads = own >= size - SAME_SIZE and _is_prose(after) and len(text) < LONG
        if ends or heads or (_is_prose(text) and abs(own - size) <= SAME_SIZE):
            chosen.append(text)
    return chosen


def _is_prose(text: str) -> bool:
    """Whether a paragraph is of sentences, not of a menu's names."""
    if len(text) < LONG or (not any(stop in text for stop in (". ", "? ", "! ", "。")) and text[-1:] not in '.?!:”"»“'):
        return False
    words = [w for w in text.split() if w[:1].isalpha()]
    return sum(not w[0].isupper() for w in words) >= LEAST_SMALL * len(words)


def _titled(text: str, title: str) -> bool:
    """Whether a line is the title that a document gives itself, which often has the site's name after it."""
    shown, said = ("".join(c for c in t.casefold() if c.isalnum()) for t in (text, title))
    return len(shown) > 8 and said.startswith(shown) and len(shown) * 3 >= len(said)


def _by_page(lines: Sequence[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and page[0].page != line.page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _key(text: str) -> str:
    return _DIGITS.sub("0", text)


def _repeated(document: Document) -> frozenset[str]:
    """The lines, but for their figures, that half the pages have at one height: running heads and feet.

    What a page has often is a list's or a table's ("Vote 3 was lost by 2"), and the labels of a press database's
    articles stand wherever these end.
    """
    heights: dict[str, list[float]] = {}
    for page in _by_page(document.lines):
        times = Counter(_key(line.text) for line in page)
        for line in page:
            if times[key := _key(line.text)] == 1:
                heights.setdefault(key, []).append(line.at)
    often = max(3, math.ceil(document.pages * 0.5))
    return frozenset(key for key, found in heights.items() if _at_one_height(sorted(found), often))


def _at_one_height(found: list[float], often: int) -> bool:
    """Whether so many of some heights, in order, are one."""
    return any(above - below <= SAME_HEIGHT for below, above in zip(found, found[often - 1 :], strict=False))


def _recognised(source: Source, options: Options) -> Document:
    """The document that ocrmypdf makes of a scan; raises :class:`UnreadableInput` where it is not installed."""
    program = shutil.which(OCR)
    if program is None:
        raise UnreadableInput(
            source.name,
            "a scan: pictures of pages, no text",
            f"It needs text recognition: install {OCR}, or run it first",
        )
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "scan.pdf", Path(folder) / "read.pdf"
        before.write_bytes(source.bytes(options.limits.page * 8))
        try:
            subprocess.run(
                [program, "--quiet", "--skip-text", str(before), str(after)], check=True, timeout=OCR_SECONDS,
                capture_output=True,
            )  # fmt: skip
        except (subprocess.SubprocessError, OSError) as error:
            raise UnreadableInput(
                source.name, f"a scan, and {OCR} failed on it ({error})", f"Run {OCR} by hand"
            ) from None
        with after.open("rb") as stream:
            return _document(stream, source.name)


FORMAT = Format("pdf", "PDF with text; scans through ocrmypdf", (".pdf",), sniff, read, extra="pdf", sure=True)
