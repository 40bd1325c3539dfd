"""The desk's API in OpenAPI 3.1, as ``/api/openapi.json`` gives it."""

from __future__ import annotations

from typing import Any, Final

from leadup import __version__
from leadup.corrections import LONGEST_NAME, LONGEST_NOTE
from leadup.desk.questions import LONGEST_QUESTION

_TEXT: Final[dict[str, Any]] = {"type": "string"}
_NUMBER: Final[dict[str, Any]] = {"type": "integer", "minimum": 0}
_DAY: Final[dict[str, Any]] = {"type": "string", "format": "date"}
_ASKED: Final[dict[str, dict[str, Any]]] = {
    "q": {"type": "string", "minLength": 1, "maxLength": LONGEST_QUESTION},
    "date": _DAY,
    "days": _NUMBER,
    "from": _DAY,
    "until": _DAY,
    "after": _NUMBER,
    "detail": {"type": "string", "enum": ["brief", "normal", "full"]},
    "as_of": _DAY,
}
_SEARCHED: Final[dict[str, dict[str, Any]]] = {
    "q": _TEXT,
    "from": _DAY,
    "until": _DAY,
    "outlet": _TEXT,
    "order": {"type": "string", "enum": ["best", "latest"]},
    "page": _NUMBER,
}


def description() -> dict[str, Any]:
    """The whole of it."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "leadup desk", "version": __version__},
        "components": {"schemas": _schemas()},
        "paths": {
            "/api/about": {"get": _operation("What the archive holds", "About")},
            "/api/extent": {"get": _operation("How many articles are held, and of which days", "Extent")},
            "/api/answer": {"get": _operation("An answer, in the JSON form of timelines", "Answer", _query(_ASKED))},
            "/api/search": {"get": _operation("Sentences that hold some words", "Found", _query(_SEARCHED))},
            "/api/complete": {"get": _operation("Names and titles that begin so", "Suggestions", _query({"q": _TEXT}))},
            "/api/articles/{id}": {"get": _operation("An article and its reading", "Article", _path("id"))},
            "/api/corrections": {
                "get": _operation("All corrections, and which stand", "Corrections"),
                "post": _operation(
                    "Make a correction", "Correction", status="201", body=_body("q", "kind", "place", "by")
                ),
            },
            "/api/corrections/{id}/undo": {
                "post": _operation("Take a correction back", "Correction", _path("id"), status="201", body=_body("by"))
            },
            "/api/dossiers": {
                "get": _operation("What was kept", "Dossiers"),
                "post": _operation("Save an answer", "Saved", status="201", body=_body("q", "name")),
            },
            "/api/dossiers/{name}": {"get": _operation("What is new since it was saved", "News", _path("name"))},
            "/api/watch": {
                "get": _operation("Feeds and folders that are watched", "Watched"),
                "post": _operation(
                    "Watch one more (add), one no longer (remove), or look now", "Watched", body=_body("do", "source")
                ),
            },
        },
    }


def _operation(
    line: str, shape: str, parameters: list[dict[str, Any]] | None = None, status: str = "200", body: Any = None
) -> dict[str, Any]:
    right = {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape}"}}}
    wrong = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {
        "summary": line,
        "parameters": parameters or [],
        **({"requestBody": body} if body else {}),
        "responses": {
            status: {"description": line, "content": right},
            "default": {"description": "What is wrong, and what to do", "content": wrong},
        },
    }


def _query(fields: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"name": n, "in": "query", "required": n == "q", "schema": shape} for n, shape in fields.items()]


def _path(name: str) -> list[dict[str, Any]]:
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}]


def _body(*required: str) -> dict[str, Any]:
    fields = dict.fromkeys(required, _TEXT) | {"by": {"type": "string", "maxLength": LONGEST_NAME}}
    fields |= {"text": {"type": "string", "maxLength": LONGEST_NOTE}}
    shape = {
        "type": "object",
        "required": list(required),
        "properties": fields,
        "additionalProperties": {"type": ["string", "integer"]},
    }
    return {"required": True, "content": {"application/json": {"schema": shape}}}


def _schemas() -> dict[str, Any]:
    def holding(**fields: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "required": list(fields), "properties": fields}

    def rows(shape: dict[str, Any]) -> dict[str, Any]:
        return {"type": "array", "items": shape}

    thing: dict[str, Any] = {"type": "object"}
    maybe: dict[str, Any] = {"type": ["string", "null"]}
    flag: dict[str, Any] = {"type": "boolean"}
    span = holding(article=_TEXT, start=_NUMBER, end=_NUMBER, exact=_TEXT)
    row = holding(id=_TEXT, title=_TEXT, outlet=maybe, day=_TEXT, words=_TEXT, told=_TEXT, place=_TEXT,
                  lacks=rows(_TEXT), replaced=flag)  # fmt: skip
    correction = holding(id=_TEXT, kind=_TEXT, place=span, by=_TEXT, at=_TEXT)
    source = holding(url=_TEXT, seen={"type": "number"}, added=_NUMBER, brought=_NUMBER, failures=_NUMBER,
                     trouble=_TEXT)  # fmt: skip
    return {
        "Error": holding(error=_TEXT, do=_TEXT),
        "About": holding(leadup=_TEXT, role={"enum": ["read", "edit"]}, csrf=_TEXT, archive=thing),
        "Extent": holding(articles=_NUMBER, first={**_DAY, "type": ["string", "null"]},
                          last={**_DAY, "type": ["string", "null"]}),
        # Its whole schema is the package's own timeline.schema.json.
        "Answer": holding(question=thing, target={"type": ["object", "null"]}, first=_DAY, last=_DAY,
                          entries=rows(thing)),
        "Found": holding(found=rows(row), articles=_NUMBER, more=flag, rest=flag),
        "Suggestions": holding(suggestions=rows(_TEXT)),
        "Article": holding(article=thing, reading=thing, versions=rows(thing)),
        "Corrections": holding(corrections=rows(correction)),
        "Correction": correction,
        "Dossiers": holding(dossiers=rows(holding(name=_TEXT, at=_TEXT, by=_TEXT, version=_NUMBER, entries=_NUMBER))),
        "Saved": holding(name=_TEXT, version=_NUMBER, at=_TEXT),
        "News": holding(name=_TEXT, query=_TEXT, changes=rows(holding(kind=_TEXT, what=rows(_TEXT)))),
        "Watched": holding(watched=rows(source)),
    }  # fmt: skip
