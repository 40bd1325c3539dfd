"""The desk's templates, filled in: they share the published page's own, its style and its script. Errors are such
pages too."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.responses import HTMLResponse, JSONResponse, Response

from leadup.output.page import page_asset, page_environment
from leadup.output.visible import visible

CSRF = "\ue000csrf\ue000"
"""Stands for the session's token in a page that is kept for everybody."""


def render(template: str, **given: object) -> str:
    """A page of the desk; the session's token is put in by :func:`for_session`."""
    return page_environment("leadup.desk").get_template(template).render(csrf_mark=CSRF, **given)


def for_session(page: str | bytes, csrf: str) -> bytes:
    """A page with the token of the session that asked for it."""
    data = page if isinstance(page, bytes) else page.encode()
    return data.replace(CSRF.encode(), csrf.encode())


def plain_page(what: str, do: str = "") -> str:
    """A page that says one thing, for what happens before anything is known of the archive."""
    return render("plain.html.j2", what=visible(what), do=visible(do))


@cache
def static(name: str) -> bytes | None:
    """A file of style or script by name; None where there is none."""
    if name in ("page.css", "page.js"):
        return page_asset(name).encode()
    if name in ("desk.css", "desk.js"):
        return files("leadup.desk").joinpath("static", name).read_bytes()
    return None


def error_page(path: str, status: int, what: str, do: str = "") -> Response:
    """The answer to a request for ``path`` that says what is wrong and what to do: JSON below ``/api``, else a page."""
    if path.startswith("/api"):
        return JSONResponse({"error": what, "do": do}, status)
    return HTMLResponse(plain_page(what, do), status)
