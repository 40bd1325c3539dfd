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
    exported = _exported(lines, source, options)
    if exported is None:
        yield article_from_text("\n\n".join(lines), source=source, known=known, options=options)
    else:
        yield from exported


def is_press_export(paragraphs: Sequence[str]) -> bool:
    """Whether a document is what a press database gave out."""
    return _exported([" ".join(p.split()) for p in paragraphs if p.strip()], "", Options()) is not None


def _exported(lines: list[str], source: str, options: Options) -> Iterator[Article | IntakeError] | None:
    """The articles of a press database's export; None where it is none."""
    text = "\n\n".join(lines)
    if nexis.is_export(text):
        return nexis.articles_of(text, source, options, wrapped=False)
    if proquest.is_export(text):
        return proquest.articles_of(text, source, options, wrapped=False)
    if factiva.is_export("\n".join(lines)):
        return factiva.articles_of("\n".join(lines), source, options, wrapped=False)
    if europresse.is_export(text):
        return europresse.articles_of(text, source, options, wrapped=False)
    return None
