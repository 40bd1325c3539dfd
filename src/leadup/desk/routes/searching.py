"""Searching the articles by words, phrases, outlet and day; and what letters typed so far may go on as."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from leadup.archive import Found, Passage
from leadup.desk.desk_archive import DeskArchive
from leadup.desk.questions import day_of, number_of, place_words
from leadup.desk.routes.common import desk_of, page
from leadup.desk.suggesting import suggestions
from leadup.errors import BadQuestion
from leadup.ingest import Archive
from leadup.output.days_in_words import day_words
from leadup.output.phrases import count_words
from leadup.output.visible import pieces_of
from leadup.timeline.citation import Citation

A_PAGE: Final = 20
LAST_PAGE: Final = 250
LONGEST: Final = 300
LONGEST_CITATION: Final = 3000


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is searched for, as an address says it."""

    words: str
    first: dt.date | None
    last: dt.date | None
    outlet: str
    latest: bool
    page: int

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> SearchQuery:
        """The search that an address names. Raises BadQuestion where a day or a page is none."""
        words = " ".join(asked.get("q", "").split())[:LONGEST]
        number = min(max(number_of(asked, "page", 1), 1), LAST_PAGE)
        outlet = asked.get("outlet", "").strip()[:200]
        return cls(words, day_of(asked, "from"), day_of(asked, "until"), outlet, asked.get("order") == "latest", number)

    def query(self, page: int) -> str:
        """The address's query for another page of the same search."""
        said = {
            "q": self.words,
            "from": str(self.first or ""),
            "until": str(self.last or ""),
            "outlet": self.outlet,
            "order": "latest" if self.latest else "",
            "page": str(page) if page > 1 else "",
        }
        return urlencode({name: value for name, value in said.items() if value})


async def search(request: Request) -> Response:
    """The sentences that hold some words."""
    asked = SearchQuery.of(request.query_params)
    with contextlib.suppress(BadQuestion):
        # A citation, as an assistant copies it, or its place alone: opened at its words.
        cited = Citation.parse(request.query_params.get("q", "")[:LONGEST_CITATION])
        return RedirectResponse(f"/article/{cited.article}?{urlencode({'place': place_words(cited)})}", 303)
    found = await _find(desk_of(request), asked) if asked.words else None
    return page(
        request,
        "search.html.j2",
        asked=asked,
        rows=[_row(p) for p in found.passages] if found else [],
        count=_count(found) if found else "",
        earlier=asked.query(asked.page - 1) if asked.page > 1 else "",
        further=asked.query(asked.page + 1) if found and found.rest and asked.page < LAST_PAGE else "",
    )


async def found(request: Request) -> Response:
    """The same as JSON."""
    asked = SearchQuery.of(request.query_params)
    result = await _find(desk_of(request), asked) if asked.words else Found((), 0, False, False)
    rows = [{name: value for name, value in _row(p).items() if name != "pieces"} for p in result.passages]
    return JSONResponse({"found": rows, "articles": result.articles, "more": result.more, "rest": result.rest})


async def complete(request: Request) -> Response:
    """Names and titles of the archive that hold the words typed so far, or those of their nearest spelling."""
    typed = " ".join(request.query_params.get("q", "").split())[:100]
    here = desk_of(request)
    if not typed or not here.exists():
        return JSONResponse({"suggestions": []})
    proposed = await here.look(("complete", typed.casefold()), lambda archive: suggestions(archive, typed))
    return JSONResponse({"suggestions": proposed})


async def _find(here: DeskArchive, asked: SearchQuery) -> Found:
    def work(archive: Archive) -> Found:
        return archive.find(
            asked.words, asked.first, asked.last, outlet=asked.outlet, limit=A_PAGE, skip=A_PAGE * (asked.page - 1),
            latest=asked.latest,
        )  # fmt: skip

    return await here.look(("search", asked), work)


def _row(passage: Passage) -> dict[str, Any]:
    article, span = passage.article, passage.span
    return {
        "id": article.id,
        "title": article.title or article.id,
        "outlet": article.outlet,
        "day": day_words(article.day) if article.day else "undated",
        "words": span.exact if span else "",
        "pieces": pieces_of(span.exact, passage.marks) if span else [],
        "told": day_words(passage.day) if passage.day else "",
        "place": place_words(span) if span else "",
        "lacks": list(passage.lacks),
        "replaced": article.superseded,
    }


def _count(result: Found) -> str:
    """ "312 articles hold it"; "More than 5,000 articles hold it"; "No article holds all of it"."""
    if not result.articles:
        return "No article holds all of it"
    said = count_words(result.articles, "article")
    holds = "holds" if result.articles == 1 and not result.more else "hold"
    return f"{'More than ' if result.more else ''}{said} {holds} it"
