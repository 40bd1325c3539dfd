"""The text of a document (Word, RTF, PDF, e-book): one article, or an export of a press database in that form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leadup.errors import IntakeError
from leadup.intake.compose import NOTHING, ArticleMetadata, article_from_text
from leadup.intake.options import Options
from leadup.intake.readers.press import europresse, factiva, nexis, proquest
from leadup.model import Article


def articles_of_document(
    paragraphs: Sequence[str], source: str, options: Options, known: ArticleMetadata = NOTHING
) -> Iterator[Article | IntakeError]:
    """The articles of a document's paragraphs. ``known`` is what the document says of itself, beside its text."""
    lines = [" ".join(p.split()) for p in paragraphs if p.strip()]
    text = "\n\n".join(lines)
    if nexis.is_export(text):
        yield from nexis.articles_of(text, source, options, wrapped=False)
    elif proquest.is_export(text):
        yield from proquest.articles_of(text, source, options, wrapped=False)
    elif factiva.is_export("\n".join(lines)):
        yield from factiva.articles_of("\n".join(lines), source, options, wrapped=False)
    elif europresse.is_export(text):
        yield from europresse.articles_of(text, source, options, wrapped=False)
    else:
        yield article_from_text(text, source=source, known=known, options=options)
