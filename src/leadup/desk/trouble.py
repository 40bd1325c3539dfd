"""Errors as answers of the desk: JSON below ``/api``, else a page."""

from __future__ import annotations

from starlette.responses import HTMLResponse, JSONResponse, Response

from leadup.desk.views.pages import plain_page


def trouble(path: str, status: int, what: str, do: str = "") -> Response:
    """The answer to a request for ``path`` that says what is wrong and what to do."""
    if path.startswith("/api"):
        return JSONResponse({"error": what, "do": do}, status)
    return HTMLResponse(plain_page(what, do), status)
