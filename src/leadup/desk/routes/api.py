"""The JSON API: the same as the pages use, described in OpenAPI 3.1 at ``/api/openapi.json``."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from leadup.corrections import in_force
from leadup.desk.desk_archive import DeskArchive
from leadup.desk.openapi import description
from leadup.desk.questions import query_of, question_of
from leadup.desk.routes.adding import add_sent
from leadup.desk.routes.common import desk_of, form_of, in_thread, session_of
from leadup.desk.routes.editing import make_correction, undo_correction
from leadup.desk.routes.watching import change_source
from leadup.dossiers import diff
from leadup.errors import BadQuestion
from leadup.output import to_json
from leadup.version import __version__

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def _json(value: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")


async def answer(request: Request) -> Response:
    """An answer, in the JSON form of timelines."""
    question = question_of(request.query_params)
    here = desk_of(request)
    return Response(await in_thread(lambda: to_json(here.answer(question))), media_type="application/json")


async def article(request: Request) -> Response:
    """An article and its light reading."""
    here, id = desk_of(request), request.path_params["id"]

    def whole() -> dict[str, object]:
        with here.archive() as archive:
            kept = archive.article(id)
            return {"article": kept, "reading": archive.reading(kept.id), "versions": archive.versions(kept.id)}

    return _json(await in_thread(whole))


async def corrections(request: Request) -> Response:
    """All corrections, and which of them stand."""
    made = await in_thread(desk_of(request).corrections.all)
    stand = {c.id for c in in_force(made)}
    rows = [{"id": c.id, "stands": c.id in stand, **msgspec.to_builtins(c)} for c in made]
    return _json({"corrections": rows})


async def correct(request: Request) -> Response:
    """Make a correction."""
    fields = await _fields(request)
    question = question_of({name: fields.get(name, "") for name in ("q", "date", "days", "from", "until", "after")})
    made = await in_thread(partial(make_correction, desk_of(request), question, fields))
    return _json({"id": made.id, **msgspec.to_builtins(made)}, 201)


async def undo(request: Request) -> Response:
    """Take a correction back."""
    fields = await _fields(request)
    made = await in_thread(partial(undo_correction, desk_of(request), request.path_params["id"], fields.get("by", "")))
    return _json({"id": made.id, **msgspec.to_builtins(made)}, 201)


async def dossiers(request: Request) -> Response:
    """What was kept."""
    rows = [
        {"name": d.name, "at": d.at, "by": d.by, "version": d.version, "question": d.question,
         "entries": len(d.timeline.entries)}
        for d in await in_thread(desk_of(request).dossiers.all)
    ]  # fmt: skip
    return _json({"dossiers": rows})


async def keep(request: Request) -> Response:
    """Save an answer as a dossier."""
    fields = await _fields(request)
    question = question_of(fields)
    here = desk_of(request)
    kept = await in_thread(
        lambda: here.dossiers.save(fields.get("name", ""), here.answer(question), by=fields.get("by", ""))
    )
    return _json({"name": kept.name, "version": kept.version, "at": kept.at}, 201)


async def news(request: Request) -> Response:
    """What is new in a dossier since it was saved."""
    here, name = desk_of(request), request.path_params["name"]

    def compared() -> dict[str, Any]:
        kept = here.dossiers.open(name)
        return {"name": kept.name, "query": query_of(kept.question),
                "changes": diff(kept.timeline, here.answer(kept.question))}  # fmt: skip

    return _json(await in_thread(compared))


async def articles(request: Request) -> Response:
    """Add articles: a form of files, as the page sends it."""
    async with form_of(request) as form:
        return _json(await add_sent(desk_of(request), form), 201)


async def watched(request: Request) -> Response:
    """What is watched."""
    return _json({"watched": await in_thread(request.app.state.watch_runner.watching.all)})


async def watch(request: Request) -> Response:
    """Watch one more, one no longer, or look at one now."""
    fields = await _fields(request)
    await change_source(request, fields.get("do", ""), fields.get("source", ""))
    return await watched(request)


async def about(request: Request) -> Response:
    """What the archive holds, and the session's token for changes."""
    here: DeskArchive = desk_of(request)

    stats = await here.look(("about",), lambda archive: msgspec.to_builtins(archive.stats())) if here.exists() else None
    session = session_of(request)
    return _json(
        {"leadup": __version__, "role": session.role, "csrf": session.csrf, "archive": stats or {"articles": 0}}
    )


async def extent(request: Request) -> Response:
    """How many articles the archive holds: quick, so that an open page can see that more came."""
    here = desk_of(request)
    found = await here.look(("extent",), lambda archive: archive.extent()) if here.exists() else None
    return _json({"articles": found.articles if found else 0,
                  "first": found.first if found else None, "last": found.last if found else None})  # fmt: skip


async def _fields(request: Request) -> dict[str, str]:
    try:
        read = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise BadQuestion("the body is no JSON", "Send an object of texts") from None
    if not isinstance(read, dict) or not all(isinstance(v, (str, int)) for v in read.values()):
        raise BadQuestion("the body is not an object of texts", "Send an object of texts")
    fields = {str(name): str(value) for name, value in read.items()}
    if any(_SURROGATE.search(word) for field in fields.items() for word in field):
        raise BadQuestion("the body holds signs that are no characters", "Send an object of texts")
    return fields


async def openapi(request: Request) -> Response:  # noqa: ARG001
    """This description."""
    return JSONResponse(description())
