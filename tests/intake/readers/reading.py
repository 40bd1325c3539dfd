"""What comes of a file, as a row that a table of samples can hold."""

from __future__ import annotations

from pathlib import Path

from leadup.intake import read_path
from leadup.model import Article

Row = tuple[str | None, str | None, str | None, tuple[str, ...], str]
"""An article's day, outlet, title, authors and body."""


def rows(path: Path) -> list[Row]:
    found: list[Row] = []
    for article in read_path(path):
        assert isinstance(article, Article), article
        day = article.published.day.isoformat() if article.published else None
        body = " ".join(article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body")
        found.append((day, article.outlet, article.title, article.byline, body))
    return found
