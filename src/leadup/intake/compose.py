"""Articles put together from a text and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from leadup.address import host_of
from leadup.errors import EmptyArticle, UnreadableInput
from leadup.intake.blocks import classify
from leadup.intake.credits import wire_of
from leadup.intake.decode import newlines
from leadup.intake.frontmatter import front_of
from leadup.intake.options import DEFAULT, Options
from leadup.intake.published import from_address, given
from leadup.model import Article, ArticleKind, Paragraph, ParagraphKind, Published, article_id


@dataclass(frozen=True, slots=True)
class ArticleMetadata:
    """What an input says of an article beside its text. The asker's options win over it."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: Published | None = None
    language: str | None = None
    wire: str | None = None
    kind: ArticleKind = "article"


NOTHING = ArticleMetadata()

MOST_LINES: Final = 300_000
"""Lines of a plain text: each may be a paragraph, which takes some 250 bytes until it is known what it is. The longest
article allowed has a tenth of that where its lines are sentences."""


def whole(text: str) -> str:
    """The text with U+FFFD for what is no character (lone surrogates, as JSON and odd file names can hold them)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def article_from_text(
    text: str,
    *,
    source: str,
    known: ArticleMetadata = NOTHING,
    options: Options = DEFAULT,
    line: int | None = None,
    front: bool = True,
) -> Article:
    """The article that a plain text is; every code point of it is kept (newlines are made ``\\n``).

    ``front`` reads lines such as "Published: 2020-01-03" at its head. Raises :class:`EmptyArticle` where no body
    text is left.
    """
    text = newlines(text)
    if text.count("\n") > MOST_LINES:
        raise UnreadableInput(source, f"more lines than an article may have ({MOST_LINES:,})", "Split it", line)
    head = front_of(text) if front else None
    known = (
        known if head is None else _with_front(known, head.published, head.outlet, head.byline, head.url, head.title)
    )
    paragraphs, title = classify(text, title=known.title)
    if head is not None and head.lines:
        paragraphs = tuple(_as_credit(p, head.lines) for p in paragraphs)
    return compose(text, paragraphs, source=source, known=replace(known, title=title), options=options, line=line)


def article_from_blocks(
    blocks: Sequence[tuple[ParagraphKind, str]],
    *,
    source: str,
    known: ArticleMetadata,
    options: Options = DEFAULT,
    line: int | None = None,
) -> Article:
    """The article that a list of extracted blocks makes: its text is the blocks joined by blank lines."""
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for kind, block in blocks:
        if parts:
            parts.append("\n\n")
            at += 2
        parts.append(block)
        paragraphs.append(Paragraph(at, at + len(block), kind))
        at += len(block)
    return compose("".join(parts), tuple(paragraphs), source=source, known=known, options=options, line=line)


def too_long(source: str, options: Options, line: int | None = None) -> UnreadableInput:
    """What is said of a text that is longer than an article may be."""
    most = f"{options.limits.article:,} characters"
    return UnreadableInput(source, f"longer than an article may be ({most})", "Split it", line)


def compose(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    *,
    source: str,
    known: ArticleMetadata,
    options: Options,
    line: int | None = None,
) -> Article:
    """The article of a classified text; raises :class:`EmptyArticle` where it has no body.

    A lone surrogate, which is no character, becomes U+FFFD; raises :class:`UnreadableInput` where the text is longer
    than an article may be.
    """
    if len(text) > options.limits.article:
        raise too_long(source, options, line)
    text, source = whole(text), whole(source)
    known = replace(
        known,
        url=known.url and whole(known.url),
        outlet=known.outlet and whole(known.outlet),
        title=known.title and whole(known.title),
        byline=tuple(whole(name) for name in known.byline),
        language=known.language and whole(known.language),
    )
    if not any(p.kind == "body" for p in paragraphs):
        raise EmptyArticle(source, line)
    outlet = options.outlet or known.outlet or host_of(known.url) or None
    first = next((text[p.start : p.start + 400] for p in paragraphs if p.kind == "body"), "")
    credits = [text[p.start : p.end] for p in paragraphs if p.kind == "credit"]
    return Article(
        id=article_id(text, outlet),
        source=source,
        text=text,
        paragraphs=paragraphs,
        url=known.url,
        outlet=outlet,
        title=known.title,
        byline=known.byline,
        wire=known.wire or wire_of(first, credits, known.byline),
        published=given(options.published) if options.published is not None else known.published,
        language=known.language,
        kind=known.kind,
    )


def _with_front(
    known: ArticleMetadata,
    published: Published | None,
    outlet: str | None,
    byline: tuple[str, ...],
    url: str | None,
    title: str | None,
) -> ArticleMetadata:
    return ArticleMetadata(
        known.url or url,
        known.outlet or outlet,
        known.title or title,
        known.byline or byline,
        known.published or published or from_address(known.url or url),
        known.language,
        known.wire,
        known.kind,
    )


def _as_credit(paragraph: Paragraph, lines: tuple[tuple[int, int], ...]) -> Paragraph:
    inside = any(start <= paragraph.start and paragraph.end <= end for start, end in lines)
    return replace(paragraph, kind="credit") if inside else paragraph
