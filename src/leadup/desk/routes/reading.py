"""Ask, search, read, compare: what works without a script and changes nothing."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import AsyncIterator
from functools import partial
from itertools import islice

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from leadup.address import host_of
from leadup.answering import deep_reader
from leadup.corrections import published
from leadup.desk.desk_archive import DeskArchive, PendingAnswer
from leadup.desk.questions import place_of, place_words, query_of, question_of
from leadup.desk.routes.common import desk_of, in_thread, page, session_of
from leadup.desk.routes.dossiers import dossier_rows
from leadup.desk.views.answer import answer_page
from leadup.desk.views.article import article_view
from leadup.desk.views.days import days_around
from leadup.desk.views.entry import entry_view
from leadup.desk.views.pages import for_session, render, static
from leadup.desk.views.refusal import Refusal, refusal
from leadup.errors import LeadupError, QuestionError
from leadup.ingest import Archive
from leadup.model import Question, Timeline
from leadup.output import write, writer_named
from leadup.output.address import web_address
from leadup.output.days_in_words import day_words, days_words, published_words, with_day_words
from leadup.output.page.content import anchors_of
from leadup.output.phrases import correction_words
from leadup.timeline.correcting import shows_place

AT_ONCE = 0.12
"""Seconds within which an answer comes as one page; a later one comes in parts, its target first."""
LATE = 8


async def home(request: Request) -> Response:
    """The first page: a field to ask, the latest reports, the dossiers; how to fill an empty archive."""
    here = desk_of(request)
    if not here.exists():
        return page(request, "home.html.j2", extent=None, path=str(here.path))
    known = await here.look(("home",), _home)
    dossiers, pending = await dossier_rows(request)
    return page(request, "home.html.j2", **known, dossiers=dossiers, pending=pending, path=str(here.path))


def _home(archive: Archive) -> dict[str, object]:
    extent = archive.extent()
    late = [a for a in archive.latest(LATE * 4) if a.title][:LATE]
    rows = [
        {
            "title": a.title, "id": a.id, "outlet": a.outlet, "day": day_words(a.day) if a.day else "undated",
            "query": query_of(Question((a.title or "")[:200], a.day)),
        }
        for a in late
    ]  # fmt: skip
    span = days_words(extent.first, extent.last) if extent.first and extent.last else ""
    return {"extent": extent, "span": span, "late": rows}


async def ask(request: Request) -> Response:
    """An answer: at once where it is kept or quick, else in parts: the question, its target, then all of it.

    Without a question it leads home.
    """
    if not request.query_params.get("q"):
        return RedirectResponse("/", 303)
    question = question_of(request.query_params)
    here, csrf = desk_of(request), session_of(request).csrf
    kept = here.kept_page(question, "whole")
    if kept is not None:
        return HTMLResponse(for_session(kept, csrf))
    answering = await in_thread(partial(here.begin, question))
    waiting = asyncio.wrap_future(answering.result)
    # Whoever shows the answer meets its error; this future must not complain that nobody did.
    waiting.add_done_callback(lambda done: done.cancelled() or done.exception())
    done, _ = await asyncio.wait({waiting}, timeout=AT_ONCE)
    if done:
        try:
            return HTMLResponse(for_session(await in_thread(partial(_answer, here, answering, whole=True)), csrf))
        except QuestionError as error:
            said = await in_thread(partial(_refused, here, question, error))
            return HTMLResponse(for_session(render("refused.html.j2", question=question, refusal=said), csrf), 422)
    return StreamingResponse(_parts(here, answering, csrf), media_type="text/html")


async def _parts(here: DeskArchive, answering: PendingAnswer, csrf: str) -> AsyncIterator[bytes]:
    yield for_session(render("waiting.html.j2", question=answering.question), csrf)
    told = False
    while not answering.result.done():
        if answering.target is not None and not told:
            told = True
            yield render("target.html.j2", day=day_words(answering.target.day, weekday=True),
                         how=with_day_words(answering.target.how)).encode()  # fmt: skip
        await asyncio.sleep(0.03)
    yield b"</div>"
    try:
        yield for_session(await in_thread(partial(_answer, here, answering, whole=False)), csrf)
    except LeadupError as error:
        said = await in_thread(partial(_refused, here, answering.question, error))
        yield render("sorry.html.j2", question=answering.question, refusal=said).encode()


def _refused(here: DeskArchive, question: Question, error: LeadupError) -> Refusal:
    if not here.exists():
        return refusal(question, error, None)
    with here.archive(None) as archive:
        return refusal(question, error, archive)


def _answer(here: DeskArchive, answering: PendingAnswer, *, whole: bool) -> bytes:
    """The page of an answer, or the part of it that follows the one sent before it was known."""
    timeline = answering.result.result()
    name = "whole" if whole else "rest"
    with answering.making:
        if name not in answering.pages:
            with here.archive(timeline.question.as_of) as archive:
                bars = days_around(timeline, archive)
            made = answer_page(timeline, bars, whole=whole)
            answering.pages[name] = (made if whole else made.partition("<!--answer-->")[2]).encode()
    return answering.pages[name]


async def entry(request: Request) -> Response:
    """An entry opened: its sources side by side, and the ways to correct it."""
    question = question_of(request.query_params)
    place = place_of(request.query_params.get("place", ""))
    here = desk_of(request)
    timeline = await in_thread(partial(here.answer, question))
    return page(request, "entry.html.j2", **await in_thread(partial(_entry, here, timeline, place)))


def _entry(here: DeskArchive, timeline: Timeline, place: tuple[str, int, int]) -> dict[str, object]:
    with here.archive(timeline.question.as_of) as archive:
        span = here.span(archive, *place)
        entry = next((e for e in timeline.entries if shows_place(e, span)), None)
        seen = None if entry is None else entry_view(timeline, entry, archive)
    edits = [correction_words(c) for c in timeline.corrections if entry is not None and c.entry == entry.id]
    return {
        "question": timeline.question, "query": query_of(timeline.question), "opened": seen, "span": span,
        "place": place_words(span), "edits": edits, "anchor": anchors_of(timeline)[entry.id] if entry else "",
    }  # fmt: skip


async def article(request: Request) -> Response:
    """An article whole, with what was read in it."""
    id = request.path_params["id"]
    place = request.query_params.get("place")
    at = place_of(place)[1:] if place else None
    question = question_of(request.query_params) if request.query_params.get("q") else None
    return page(request, "article.html.j2", **await in_thread(partial(_article, desk_of(request), id, at, question)))


def _article(here: DeskArchive, id: str, at: tuple[int, int] | None, question: Question | None) -> dict[str, object]:
    with here.archive() as archive:
        kept = archive.article(id)
        reading = archive.reading_for_answers(kept.id)
        deep = deep_reader(archive, None)(kept, reading, range(len(reading.sentences)))
        versions = archive.versions(kept.id)
        day = kept.day
        same_day = list(islice((a for a in archive.listed(first=day, last=day) if a.id != kept.id), 60)) if day else []
        url = web_address(kept.url)
        return {
            "article": kept,
            "marked": article_view(kept, reading, deep, at),
            "when": published_words(kept.published),
            "url": url,
            "host": host_of(url),
            "versions": versions,
            "changed": _changed(archive, kept.previous, kept.text) if kept.previous else [],
            "copies": [(archive.article(other), f"{share:.0%}") for other, share in archive.copies(kept.id)],
            "same_day": same_day,
            "question": question,
            "query": query_of(question) if question else "",
        }


def _changed(archive: Archive, previous: str, text: str) -> list[tuple[str, str]]:
    """The paragraphs that a new version added and dropped."""
    if not archive.holds([previous]):
        return []
    before = archive.article(previous).text
    lines = difflib.ndiff([p for p in before.split("\n") if p.strip()], [p for p in text.split("\n") if p.strip()])
    return [(line[0], line[2:]) for line in lines if line[:1] in "+-"][:200]


async def publish(request: Request) -> Response:
    """An answer in any of the formats, without an editor's notes unless ``internal`` asks for them."""
    writer = writer_named(request.path_params["name"])
    question = question_of(request.query_params)
    here = desk_of(request)
    internal = bool(request.query_params.get("internal"))

    def made() -> bytes:
        timeline = here.answer(question)
        return write(timeline if internal else published(timeline), writer.name)

    data = await in_thread(made)
    # Never opened in the desk's own origin: a page that was made of others' words is a file.
    headers = {"content-disposition": f'attachment; filename="leadup{writer.extension}"'}
    return Response(data, media_type=writer.media_type, headers=headers)


async def files_of_style(request: Request) -> Response:
    """Style and script."""
    name = request.path_params["name"]
    data = static(name)
    if data is None:
        return Response(status_code=404)
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    return Response(data, media_type=kind, headers={"cache-control": "public, max-age=300"})
