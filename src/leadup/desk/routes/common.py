"""What routes share: the desk of a request, its form, and errors as pages."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from typing import TypeVar

from anyio import to_thread
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from leadup.desk.access import Session
from leadup.desk.desk_archive import DeskArchive
from leadup.desk.views.pages import error_page, for_session, render
from leadup.errors import (
    ArchiveError,
    BusyDesk,
    LeadupError,
    LockedArchive,
    MissingArchive,
    MissingExtra,
    QuestionError,
    UnknownArticle,
    UnknownOutput,
)

T = TypeVar("T")
MOST_FILES = 500
ENCODINGS = (b"utf-8", b"utf8", b"us-ascii")
"""What a form may be written in. Programs name no other; with some, what is no text would be taken for text."""


def desk_of(request: Request) -> DeskArchive:
    """The archive and answers of the desk."""
    desk_archive = request.app.state.held
    assert isinstance(desk_archive, DeskArchive)
    return desk_archive


def session_of(request: Request) -> Session:
    """The session that the guard found."""
    session = request.scope["session"]
    assert isinstance(session, Session)
    return session


async def in_thread(work: Callable[[], T]) -> T:
    """Do something that waits for disk or reads much, so that other readers do not wait for it."""
    return await to_thread.run_sync(work)


def page(request: Request, template: str, **given: object) -> Response:
    """A page of the desk."""
    return HTMLResponse(for_session(render(template, **given), session_of(request).csrf))


@contextlib.asynccontextmanager
async def form_of(request: Request) -> AsyncIterator[FormData]:
    """The form of a change, while its files are open.

    Raises an HTTPException where it does not carry its session's token (403), or names an encoding of its own (415).
    """
    _, options = parse_options_header(request.headers.get("content-type"))
    if options.get(b"charset", b"utf-8").lower() not in ENCODINGS:
        raise HTTPException(415, "A form is sent in UTF-8")
    async with request.form(max_files=MOST_FILES, max_fields=200, max_part_size=8 * 2**20) as form:
        if not (request.scope.get("csrf_known") or session_of(request).is_proved(text_in(form, "csrf"))):
            raise HTTPException(403, "This form has grown old: go back, load the page again and send it once more")
        yield form


def text_in(form: FormData, name: str) -> str:
    """A field's text; empty where there is none."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def status_of(error: LeadupError) -> int:
    """The HTTP status that says of what kind an error is."""
    if isinstance(error, (UnknownArticle, MissingArchive, UnknownOutput)):
        return 404
    if isinstance(error, (LockedArchive, BusyDesk)):
        return 503
    if isinstance(error, MissingExtra):
        return 501
    if isinstance(error, QuestionError):
        return 422
    return 500 if isinstance(error, ArchiveError) else 422


async def error_response(request: Request, error: Exception) -> Response:
    """An error that a person can act on, as a page or as JSON."""
    if isinstance(error, HTTPException):
        status, what, do = error.status_code, str(error.detail), ""
    else:
        assert isinstance(error, LeadupError)
        status, what, do = status_of(error), error.what, error.do
    return error_page(request.url.path, status, what, do)


async def fault_response(request: Request, error: Exception) -> Response:  # noqa: ARG001
    """A fault of the desk's own: said without a word of what is inside; the log has it."""
    what, do = "The desk made a mistake", "Try again, and tell its makers how you came here"
    return error_page(request.url.path, 500, what, do)
