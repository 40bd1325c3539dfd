"""An article as a list shows it, in JSON and on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from leadup.output.visible import one_line

if TYPE_CHECKING:
    from leadup.archive.passages import ArticleSummary


def listed_row(article: ArticleSummary) -> dict[str, Any]:
    """What JSON says of it: id, day (ISO 8601, null where not known), outlet, title, and whether it was replaced."""
    return {
        "id": article.id,
        "day": article.day.isoformat() if article.day else None,
        "outlet": article.outlet,
        "title": article.title,
        "superseded": article.superseded,
    }


def listed_line(article: ArticleSummary) -> Text:
    """The same in a line: id, day, outlet and title."""
    when = article.day.isoformat() if article.day else "undated   "
    mark = " (replaced)" if article.superseded else ""
    outlet, title = one_line(article.outlet or "-"), one_line(article.title or "-")
    return Text.assemble((article.id, "dim"), f"  {when}  ", (outlet, "cyan"), f"  {title}{mark}")
