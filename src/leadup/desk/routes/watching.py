"""Feeds and folders of the archive: their state, the last look, what went wrong; more of them, or fewer."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any, Final

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from leadup.address import host_of
from leadup.desk.routes.common import desk_of, form_of, in_thread, page, text_in
from leadup.desk.watch_runner import WatchRunner
from leadup.errors import BadQuestion
from leadup.intake.polling import FeedState
from leadup.output.address import web_address
from leadup.output.days_in_words import day_words
from leadup.watching import is_address, is_feed, last_look, sources_listed

LONGEST: Final = 2_000
PATIENCE: Final = 8.0
"""Seconds that a page waits for a look; a slower one is said to be under way."""


async def watched(request: Request) -> Response:
    """All of them."""
    runner = _watch_runner(request)
    states = await in_thread(runner.watching.all)
    now = dt.datetime.now(dt.UTC)
    return page(
        request,
        "watch.html.j2",
        rows=[_row(state, now) for state in states],
        folders=not request.app.state.access.asks,
        by_itself=request.app.state.watches,
        looking=runner.is_running,
        trouble=runner.trouble,
        empty=not desk_of(request).exists(),
    )


async def watch(request: Request) -> Response:
    """Watch one more, watch one no longer, or look at one now."""
    async with form_of(request) as form:
        do, source, sent = text_in(form, "do"), text_in(form, "source"), form.get("list")
        listed = (await sent.read(), sent.filename) if isinstance(sent, UploadFile) and sent.filename else None
    if listed is None:
        await change_source(request, do, source)
    else:
        await in_thread(lambda: _watch_runner(request).watching.add_all(sources_listed(*listed)))
        await _look(request)
    return RedirectResponse("/watch", 303)


async def change_source(request: Request, do: str, source: str) -> None:
    """The same by name. Raises BadQuestion, MissingInput where it cannot be done."""
    source = source.strip()[:LONGEST]
    runner = _watch_runner(request)
    if do == "add":
        if not is_address(source):
            # Whoever may edit from afar may still not have this machine's files read.
            if request.app.state.access.asks:
                raise BadQuestion(f"{source[:60]!r} is no address", "Give one that begins with https://")
            # A name with a zero byte in it, or of a person who is not there, leads nowhere as it is.
            with contextlib.suppress(ValueError, RuntimeError):
                source = str(Path(source).expanduser())
        await in_thread(partial(runner.watching.add, source))
    elif do == "remove":
        await in_thread(partial(runner.watching.remove, source))
    elif do == "look":
        await in_thread(partial(runner.watching.hurry, source))
    else:
        raise BadQuestion(f"{do[:20]!r} is nothing that can be done here", "Use a form of the desk")
    if do != "remove":
        await _look(request)


async def _look(request: Request) -> None:
    """Look at what is due; a slow server is waited for only a little, and the page says that it is being looked at."""
    task = asyncio.ensure_future(_watch_runner(request).look())
    request.app.state.looks.add(task)
    task.add_done_callback(request.app.state.looks.discard)
    await asyncio.wait({task}, timeout=PATIENCE)


def _watch_runner(request: Request) -> WatchRunner:
    watch_runner = request.app.state.watch_runner
    assert isinstance(watch_runner, WatchRunner)
    return watch_runner


def _row(state: FeedState, now: dt.datetime) -> dict[str, Any]:
    seen = last_look(state)
    due = dt.datetime.fromtimestamp(state.due, dt.UTC) if state.due > now.timestamp() else None
    url = web_address(state.url) if is_feed(state) else None
    return {
        "source": state.url,
        "kind": "feed" if is_feed(state) else "folder",
        "name": host_of(url) if url else Path(state.url).name or state.url,
        "url": url,
        "seen": ago_words(seen, now) if seen else "",
        "at": seen.isoformat(timespec="seconds") if seen else "",
        "due": until_words(due, now) if due else "",
        "added": state.added,
        "brought": state.brought,
        "trouble": state.trouble,
        "failures": state.failures,
        "moved": state.moved if state.moved != state.url else None,
    }


def ago_words(then: dt.datetime, now: dt.datetime) -> str:
    """How long ago: "just now", "5 minutes ago", "3 hours ago", "Nov. 3, 2026"."""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} minute{'s' if minutes > 1 else ''} ago"
    if minutes < 24 * 60:
        return f"{minutes // 60} hour{'s' if minutes >= 120 else ''} ago"
    return day_words(then.date())


def until_words(then: dt.datetime, now: dt.datetime) -> str:
    """How long from now: "in a minute", "in 12 minutes", "in 3 hours"."""
    minutes = int((then - now).total_seconds() // 60)
    if minutes < 2:
        return "in a minute"
    return f"in {minutes} minutes" if minutes < 120 else f"in {minutes // 60} hours"
