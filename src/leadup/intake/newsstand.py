"""Pages of a newsstand (PressReader): the newspaper is in the address and the page's title, the site is no outlet.

``https://www.pressreader.com/uk/alma-courier/20190504/281479277822334``: country, newspaper, day of the issue.
"""

from __future__ import annotations

import re
from dataclasses import replace

from leadup.intake.compose import ArticleMetadata
from leadup.intake.published import from_address

_ISSUE = re.compile(
    r"https?://(?:www\.)?pressreader\.com/[a-z-]{2,40}/([a-z0-9-]{2,80})/((?:19|20)\d{6})(?:/|$)", re.IGNORECASE
)
_TITLE = re.compile(r"^PressReader\s+-\s+(.{2,80}?):\s+(?:19|20)\d\d-\d\d-\d\d\b")


def of_newsstand(known: ArticleMetadata, page_title: str | None) -> ArticleMetadata:
    """The metadata of a page; where it is a newsstand's, the newspaper is its outlet and the issue's day its date."""
    found = _ISSUE.match(known.url or "")
    if found is None:
        return known
    named = _TITLE.match(" ".join((page_title or "").split()))
    # "alma-courier": what the address has of the name.
    paper = named.group(1) if named else " ".join(w.capitalize() for w in found.group(1).split("-"))
    return replace(known, outlet=paper, published=from_address(known.url) or known.published)
