"""A news page to an article."""

from __future__ import annotations

import trafilatura
from trafilatura.settings import Document

from leadup.errors import EmptyArticle
from leadup.intake.compose import Known, article_from_blocks
from leadup.intake.decode import declared_charset, decode
from leadup.intake.options import Options
from leadup.intake.published import stated
from leadup.model import Article, ParagraphKind


def article_from_html(
    html: bytes | str, *, source: str, url: str | None = None, options: Options = Options()
) -> Article:
    """The article of a page; raises :class:`EmptyArticle` where it holds none. Nothing on it is run or fetched."""
    text = decode(html, source, declared_charset(html)) if isinstance(html, bytes) else html
    found = trafilatura.bare_extraction(text, url=url, with_metadata=True, favor_recall=False, include_comments=False)
    if not isinstance(found, Document) or found.body is None:
        raise EmptyArticle(source)
    blocks: list[tuple[ParagraphKind, str]] = []
    if found.title:
        blocks.append(("title", found.title))
    for element in found.body:
        words = " ".join("".join(element.itertext()).split())
        if words:
            blocks.append(("heading" if element.tag == "head" else "body", words))
    known = Known(
        url=url or found.url,
        outlet=found.sitename,
        title=found.title,
        byline=tuple(a.strip() for a in (found.author or "").split(";") if a.strip()),
        published=stated(found.date, "htmldate", "likely") if found.date else None,
    )
    return article_from_blocks(blocks, source=source, known=known, options=options)
