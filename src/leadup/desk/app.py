"""The desk put together: its addresses, behind the guard, over one archive."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from leadup.desk.access import Access
from leadup.desk.desk_archive import DeskArchive
from leadup.desk.guard import Guard, set_cookie
from leadup.desk.news import NewsDesk
from leadup.desk.routes import adding, api, checking, dossiers, editing, reading, searching, watching
from leadup.desk.routes.common import error_response, fault_response, text_in
from leadup.desk.views.pages import render
from leadup.desk.watch_runner import WatchRunner
from leadup.errors import LeadupError

ROUTES: tuple[BaseRoute, ...] = (
    Route("/", reading.home),
    Route("/ask", reading.ask),
    Route("/entry", reading.entry),
    Route("/search", searching.search),
    Route("/article/{id}", reading.article),
    Route("/publish/{name}", reading.publish),
    Route("/compare", dossiers.compare),
    Route("/corrections", editing.history),
    Route("/corrections", editing.correct, methods=["POST"]),
    Route("/corrections/undo", editing.undo, methods=["POST"]),
    Route("/corrections/export", editing.export),
    Route("/corrections/import", editing.import_corrections, methods=["POST"]),
    Route("/dossiers", dossiers.dossiers),
    Route("/dossiers", dossiers.keep, methods=["POST"]),
    Route("/dossier", dossiers.dossier),
    Route("/kept", dossiers.as_saved),
    Route("/watch", watching.watched),
    Route("/watch", watching.watch, methods=["POST"]),
    Route("/check", checking.check_page),
    Route("/check", checking.check, methods=["POST"]),
    Route("/add", adding.add_page),
    Route("/add", adding.add, methods=["POST"]),
    Route("/static/{name}", reading.files_of_style),
    Route("/api/about", api.about),
    Route("/api/extent", api.extent),
    Route("/api/answer", api.answer),
    Route("/api/search", searching.found),
    Route("/api/articles/{id}", api.article),
    Route("/api/articles", api.articles, methods=["POST"]),
    Route("/api/corrections", api.corrections),
    Route("/api/corrections", api.correct, methods=["POST"]),
    Route("/api/corrections/{id}/undo", api.undo, methods=["POST"]),
    Route("/api/dossiers", api.dossiers),
    Route("/api/dossiers", api.keep, methods=["POST"]),
    Route("/api/dossiers/{name:path}", api.news),
    Route("/api/watch", api.watched),
    Route("/api/watch", api.watch, methods=["POST"]),
    Route("/api/complete", searching.complete),
    Route("/api/openapi.json", api.openapi),
)


def make_app(archive: str | Path, access: Access, *, watch: bool = True, private: bool = False) -> ASGIApp:
    """The desk over the archive in a folder, as an ASGI application; ``access`` says who may do what.

    With ``watch`` it looks at the feeds and folders that the archive watches, with ``private`` also at feeds on this
    machine or a private network.
    """
    here = DeskArchive(Path(archive))

    @contextlib.asynccontextmanager
    async def open_and_close(_: Starlette) -> AsyncIterator[None]:
        tasks = {asyncio.ensure_future(runner.run())} if watch else set()
        yield
        tasks |= app.state.looks
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await app.state.news.close()
        here.close()

    async def enter(_: Request) -> Response:
        return HTMLResponse(render("enter.html.j2", wrong=False))

    async def let_in(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=4)
        role = guard.try_token(text_in(form, "token"))
        if role is None:
            return HTMLResponse(render("enter.html.j2", wrong=True), 403)
        response = RedirectResponse("/", 303)
        response.headers["set-cookie"] = set_cookie(access, access.new_session(role))
        return response

    app = Starlette(
        routes=[*ROUTES, Route("/enter", enter), Route("/enter", let_in, methods=["POST"])],
        exception_handlers={LeadupError: error_response, HTTPException: error_response, Exception: fault_response},
        lifespan=open_and_close,
    )
    app.state.held = here
    app.state.access = access
    app.state.watches = watch
    app.state.news = NewsDesk(here.path)
    app.state.looks = set()
    runner = app.state.watch_runner = WatchRunner(here.path, private=private)
    guard = Guard(app, access)
    return guard
