"""The server: seven tools over one archive, articles as resources, and a prompt whose result goes through ``check``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Protocol, TypeVar
from urllib.parse import unquote

from pydantic import Field

from leadup.answering import check_draft
from leadup.answering import lead_up as answer
from leadup.check import draft_from_text
from leadup.dossiers import Dossiers
from leadup.errors import HOW_TO_TYPE_A_DAY, BadQuestion, DossierError, LeadupError, MissingExtra, UnknownArticle
from leadup.ingest import Archive
from leadup.mcp.answers import (
    NOTICE,
    ArticleAnswer,
    CheckAnswer,
    CompareAnswer,
    DatesAnswer,
    DossierLine,
    DossiersAnswer,
    SearchAnswer,
    TimelineAnswer,
    check_answer,
    citation_of_span,
    compare_answer,
    date_answer,
    dossier_line,
    page_of,
    timeline_answer,
)
from leadup.model import Question, Span
from leadup.output.markdown import to_markdown
from leadup.output.visible import visible
from leadup.timeline.comparison import compare_words
from leadup.times import tag, typed_day
from leadup.version import __version__

if TYPE_CHECKING:
    from mcp.server.fastmcp import FastMCP
    from mcp.types import ToolAnnotations

T = TypeVar("T")
LONGEST_PART = 4_000
"""Code points of an article in one answer."""
LONGEST_DRAFT = 40_000
_PLACE = re.compile(r"\s*\[?(?P<id>[0-9a-fA-F]{4,16})(?::(?P<start>\d{1,9})(?:-\d{1,9})?)?\]?\s*")
MOST_FOUND = 100
"""Articles that a search goes through: the same ones for every page, so that no page repeats another."""

INSTRUCTIONS = (
    "leadup answers from an archive of news articles: what happened in the days leading up to an event, with "
    "verbatim quotations. Every answer puts citations first. When you state something that comes from here, copy its "
    "“citation” whole: quotation, outlet, title, day, address and the place in brackets, which "
    "`leadup verify --citation` puts to the article; do not paraphrase it away. "
    "Say “not told in these articles” where an answer is empty. Put what you write through `check` "
    "before you show it. " + NOTICE
)
CITE = " Copy each “citation” whole (with the place in brackets) next to whatever you take from it."

Page = Annotated[int, Field(ge=1, description="Which page, from 1; an answer's next_page is the following one.")]
Size = Annotated[int, Field(ge=1, le=50, description="How many a page.")]
Days = Annotated[
    Annotated[int, Field(ge=0, le=366)] | Literal["auto"],
    Field(description="Days before the event; auto: as far back as the story goes."),
]
Day = Annotated[str | None, Field(description="A day, as 2020-01-03 or Jan. 3, 2020.")]


def serve(archive: Path, *, host: str = "127.0.0.1", port: int = 8765, edit: bool = False) -> FastMCP[None]:
    """The server over an archive, not yet running; with ``edit`` an assistant may save dossiers, else it only reads.

    Raises MissingExtra without the SDK, ArchiveError without an archive.
    """
    try:
        from mcp.server.fastmcp.exceptions import ToolError
        from mcp.types import ToolAnnotations

        from leadup.mcp.tools import Server
    except ImportError as error:
        raise MissingExtra("the MCP server", "mcp") from error
    import anyio.to_thread

    with Archive(archive):
        pass
    made = Server("leadup", instructions=INSTRUCTIONS, host=host, port=port, log_level="WARNING")
    made._mcp_server.version = __version__  # the kit takes no version, and would tell its own
    reads = ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)

    async def run(ask: Callable[[Archive], T]) -> T:
        """In a thread, so that a long answer keeps no other waiting, and a call that is given up is let go."""

        def asked() -> T:
            with Archive(archive) as kept:
                return ask(kept)

        try:
            return await anyio.to_thread.run_sync(asked, abandon_on_cancel=True)
        except LeadupError as error:
            raise ToolError(_for_an_assistant(error)) from error

    @made.tool(annotations=reads, description="What happened in the days leading up to an event? Dated entries in the "
               "words of articles, from an archive of news." + CITE)  # fmt: skip
    async def lead_up(
        event: Annotated[str, Field(min_length=1, description="The event in a few words.")],
        date: Day = None,
        days: Days = 14,
        page: Page = 1,
        size: Size = 10,
    ) -> TimelineAnswer:
        on = _day(date, "date")
        return await run(lambda kept: timeline_answer(answer(event, kept, date=on, days=days), page, size))

    @made.tool(annotations=reads, description="Find articles by words and days, best first, each with the sentence "
               "that holds them; “side by side” words in double quotes." + CITE)  # fmt: skip
    async def search(
        words: Annotated[str, Field(min_length=1)],
        first: Day = None,
        last: Day = None,
        page: Page = 1,
        size: Size = 10,
    ) -> SearchAnswer:
        days = _day(first, "first"), _day(last, "last")

        def ask(kept: Archive) -> SearchAnswer:
            if days[0] and days[1] and days[0] > days[1]:
                raise BadQuestion(f"first, {days[0]}, is after last, {days[1]}", "Give the earlier day as first")
            passages = kept.passages(words, *days, MOST_FOUND)[: page * size + 1]
            shown = [p.span for p in passages[(page - 1) * size : page * size] if p.span is not None]
            return SearchAnswer(
                [citation_of_span(kept, s) for s in shown], page + 1 if len(passages) > page * size else None
            )

        return await run(ask)

    @made.tool(annotations=reads, description="The text of an article by its id (the part of a citation's place before "
               "the colon), in parts." + CITE)  # fmt: skip
    async def article(
        id: Annotated[str, Field(min_length=4, description="The article's id, the beginning of it, or a whole place.")],
        start: Annotated[int, Field(ge=0, description="Code point to read from; else the place's, or 0.")] = 0,
    ) -> ArticleAnswer:
        return await run(lambda kept: _part(kept, id, start))

    @made.tool(annotations=reads, description="Which days does a text speak of, and why? Any text, such as a draft.")
    async def dates(
        text: Annotated[str, Field(max_length=LONGEST_DRAFT)],
        written: Annotated[str | None, Field(description="The day the text was written, in the same forms.")] = None,
        page: Page = 1,
        size: Size = 20,
    ) -> DatesAnswer:
        shown, following = page_of(tag(text, _day(written, "written")), page, size)
        return DatesAnswer([date_answer(t) for t in shown], following)

    @made.tool(annotations=reads, description="One happening in several outlets' own words, and the figures that they "
               "differ on." + CITE)  # fmt: skip
    async def compare(happening: Annotated[str, Field(min_length=1)], date: Day = None) -> CompareAnswer:
        question = Question(happening, _day(date, "date"))
        return await run(lambda kept: compare_answer(kept, compare_words(kept, question)))

    _add_drafts(made, run, reads)
    if edit:
        _add_saving(made, run)
    _add_resources(made, run)
    return made


class ArchiveCall(Protocol):
    """Asks an archive, opened for it, apart from the server's own thread."""

    async def __call__(self, ask: Callable[[Archive], T]) -> T: ...


def _add_drafts(made: FastMCP[None], run: ArchiveCall, reads: ToolAnnotations) -> None:
    """The tools for what an assistant wrote, and for answers that are kept."""
    from mcp.server.fastmcp.exceptions import ToolError

    @made.tool(annotations=reads, description="Put a draft to the sources before you show it: each statement comes "
               "back as supported, contradicted (day, figure, quotation, speaker, actors), or told by no source; then "
               "what is missing. Correct what is contradicted, take out what no source says." + CITE)  # fmt: skip
    async def check(
        draft: Annotated[str, Field(min_length=1, max_length=LONGEST_DRAFT, description="Text or Markdown.")],
        about: Annotated[str | None, Field(description="The event that it leads up to.")] = None,
        date: Day = None,
        page: Page = 1,
        size: Size = 10,
    ) -> CheckAnswer:
        read = draft_from_text(draft, _day(date, "date"))
        if not read.statements:
            raise ToolError("no statement is in the draft. Give whole sentences, bullets or rows, with their days")
        return await run(lambda kept: check_answer(check_draft(read, kept, about=about, missing=page == 1), page, size))

    @made.tool(annotations=reads, description="The answers that are kept under a name: the list of them, or one of "
               "them with its entries." + CITE)  # fmt: skip
    async def dossiers(
        name: Annotated[str | None, Field(description="The one to open; else all are listed.")] = None,
        version: Annotated[int | None, Field(ge=1, description="An earlier saving of it.")] = None,
        page: Page = 1,
        size: Size = 10,
    ) -> DossiersAnswer:
        def ask(kept: Archive) -> DossiersAnswer:
            held = Dossiers(kept.path)
            if name is None:
                return DossiersAnswer([dossier_line(d) for d in held.all()], None)
            opened = held.open(name, version)
            return DossiersAnswer([dossier_line(opened)], timeline_answer(opened.timeline, page, size))

        return await run(ask)


def _add_saving(made: FastMCP[None], run: ArchiveCall) -> None:
    """The one tool that writes."""
    from mcp.types import ToolAnnotations

    writes = ToolAnnotations(readOnlyHint=False, destructiveHint=False, idempotentHint=False, openWorldHint=False)

    @made.tool(annotations=writes, description="Keep an answer under a name. Nothing that was saved before is "
               "lost: each saving has its number.")  # fmt: skip
    async def save_dossier(
        name: Annotated[str, Field(min_length=1, max_length=120)],
        event: Annotated[str, Field(min_length=1, description="The event, as for lead_up.")],
        date: Day = None,
        days: Days = 14,
    ) -> DossierLine:
        on = _day(date, "date")
        return await run(
            lambda kept: dossier_line(Dossiers(kept.path).save(name, answer(event, kept, date=on, days=days), by="mcp"))
        )


def _add_resources(made: FastMCP[None], run: ArchiveCall) -> None:
    """Kept answers and articles to be read whole, and the prompt whose result goes through ``check``."""

    @made.resource("leadup://dossier/{name}", mime_type="text/markdown")
    async def dossier_text(name: str) -> str:
        """A kept answer as Markdown, headed by what its words are."""
        text = await run(lambda kept: to_markdown(Dossiers(kept.path).open(unquote(name)).timeline))
        return f"{NOTICE}\n\n<<<words of articles\n{fenced(text)}\n>>>"

    @made.resource("leadup://article/{id}", mime_type="text/plain")
    async def article_text(id: str) -> str:
        """An article's beginning, headed by its citation and by what its words are."""
        part = await run(lambda kept: _part(kept, id, 0))
        return f"{part.citation.citation}\n{NOTICE}\n\n<<<words of the article\n{fenced(part.text)}\n>>>"

    @made.prompt()
    def write_the_box(event: str) -> str:
        """Write the box "what led up to it" from leadup's entries, and put it through check."""
        return (
            f"Call `lead_up` for {event!r}. Write a box of at most ten dated lines from its entries, nothing else: "
            "each line with its citation, whole. Then call `check` with your box, correct what is contradicted, "
            "take out what no source says, and show the box with its citations and check's verdicts. " + NOTICE
        )


def fenced(text: str) -> str:
    """Words of an article that cannot close the marks around them."""
    return text.replace("<<<", "‹‹‹").replace(">>>", "›››")


def _for_an_assistant(error: LeadupError) -> str:
    """What went wrong, and what to do about it with the tools that there are: commands are a person's."""
    if isinstance(error, UnknownArticle):
        return f"{error.what}. Take it from a citation's place, or find the article with `search`"
    if isinstance(error, DossierError) and error.do.startswith("`"):
        return f"{error.what}. `dossiers` without a name lists those there are"
    return str(error)


def _part(kept: Archive, id: str, start: int) -> ArticleAnswer:
    """A part of an article, named by its id or by a place in it ("3f2a90c1d2e4b5a6:120-188", in brackets or not)."""
    place = _PLACE.fullmatch(id)
    if place is not None:
        id, start = place["id"], start or int(place["start"] or 0)
    article = kept.article(kept.full_id(id))
    length = len(article.text)
    if start >= length:
        raise BadQuestion(f"the article ends at {length}", "Ask for a start before that")
    end = min(length, start + LONGEST_PART)
    text = article.text[start:end]
    opening = next((p for p in article.paragraphs if p.kind == "body"), article.paragraphs[0])
    span = Span.of(article.id, article.text, opening.start, opening.end)
    return ArticleAnswer(citation_of_span(kept, span), visible(text), start, end if end < length else None, length)


def _day(text: str | None, name: str) -> dt.date | None:
    if text is None:
        return None
    if (typed := typed_day(text)) is None:
        raise BadQuestion(f"{name} {text!r} is not a day", HOW_TO_TYPE_A_DAY)
    return typed
