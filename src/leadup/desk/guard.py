"""What every request passes before a view: host, session, origin, role, size; and the headers of each answer.

The checks are those of the OWASP cheat sheets on cross-site request forgery and on HTTP headers: a change needs the
session's own token (or a token sent by a program as *Authorization: Bearer*), and must not come from another origin.
"""

from __future__ import annotations

import time
from collections import deque
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from leadup.desk.access import COOKIE, Access, Role, Session
from leadup.desk.views.pages import error_page

LARGEST_FORM: Final = 2**20
LARGEST_UPLOAD: Final = 256 * 2**20
LONGEST_ADDRESS: Final = 8_000
UPLOADS: Final = ("/add", "/api/articles")
READING: Final = ("GET", "HEAD")
CHANGELESS: Final = ("/check",)
"""Where a form is sent that changes nothing: who may only read may send it too."""
OPEN: Final = ("/enter", "/static/")
TRIES: Final = 10
"""Wrong tokens a minute, of all together, before none is looked at."""

HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """The desk's application behind its checks."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access
        self.wrong: deque[float] = deque(maxlen=TRIES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookie: list[str] = []

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    out.setdefault(name, value)
                out.setdefault("cache-control", "private, no-cache")
                for each in cookie:
                    out.append("set-cookie", each)
            await send(message)

        refused = self._refused(scope, headers, cookie)
        if refused is not None:
            await refused(scope, receive, sending)
            return
        largest = LARGEST_UPLOAD if scope["path"] in UPLOADS else LARGEST_FORM
        had = 0

        async def receiving() -> Message:
            nonlocal had
            message = await receive()
            had += len(message.get("body", b""))
            if had > largest:
                raise HTTPException(413, "That is more than the desk takes at once")
            return message

        await self.app(scope, receiving, sending)

    def _refused(self, scope: Scope, headers: Headers, cookie: list[str]) -> Response | None:
        path, method = scope["path"], scope["method"]
        if not self.access.knows_host(headers.get("host", "")):
            return error_page(path, 421, "This desk does not answer to that name")
        if len(scope.get("query_string", b"")) > LONGEST_ADDRESS:
            return error_page(path, 414, "The address is too long")
        largest = LARGEST_UPLOAD if path in UPLOADS else LARGEST_FORM
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length[:20]) > largest:
            return error_page(path, 413, "That is more than the desk takes at once")
        session, by_token = self._session(headers, cookie)
        scope["session"] = session
        if session is None:
            if path.startswith(OPEN):
                return self._origin(scope, headers)
            if path.startswith("/api"):
                return error_page(path, 401, "A token is needed")
            return RedirectResponse("/enter", 303)
        if method in READING:
            return self._pulled_in(scope, headers)
        foreign = self._origin(scope, headers)
        if foreign is not None or path == "/enter":
            return foreign
        if session.role != "edit" and path not in CHANGELESS:
            return error_page(path, 403, "This token may read, and not change")
        # A form's own field is checked where the form is read (routes.common.form_of); a program's header here.
        scope["csrf_known"] = by_token or session.is_proved(headers.get("x-csrf-token", ""))
        if path.startswith("/api") and not scope["csrf_known"]:
            return error_page(path, 403, "A change needs the header X-CSRF-Token or a token as Authorization: Bearer")
        return None

    def _session(self, headers: Headers, cookie: list[str]) -> tuple[Session | None, bool]:
        """The request's session, and whether a program showed its token."""
        given = headers.get("authorization", "")
        if given:
            kind, _, token = given.partition(" ")
            role = self.try_token(token.strip()) if kind.lower() == "bearer" else None
            return (None, True) if role is None else (self.access.new_session(role), True)
        session = self.access.session_of(_cookie(headers))
        if session is None and not self.access.asks:
            session = self.access.new_session("edit")
            cookie.append(set_cookie(self.access, session))
        return session, False

    def try_token(self, token: str) -> Role | None:
        """The role that a token gives, unless too many wrong ones were tried within a minute."""
        now = time.monotonic()
        if len(self.wrong) == TRIES and now - self.wrong[0] < 60:
            return None
        role = self.access.role_of(token)
        if role is None:
            self.wrong.append(now)
        return role

    def _pulled_in(self, scope: Scope, headers: Headers) -> Response | None:
        """A page from elsewhere may lead a person here, and not have the desk work for a picture or a script of its."""
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return error_page(scope["path"], 403, "Another site's page may lead here, and not ask for this")
        return None

    def _origin(self, scope: Scope, headers: Headers) -> Response | None:
        if scope["method"] in READING:
            return None
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        # Behind a server that speaks TLS the page's scheme is another than ours; its host and port are the same.
        own = {f"{scheme}://{headers.get('host', '')}" for scheme in ("http", "https")}
        if (origin is not None and origin not in own) or site not in (None, "same-origin", "none"):
            return error_page(scope["path"], 403, "A change must come from the desk's own pages")
        return None


def set_cookie(access: Access, session: Session) -> str:
    """The header that gives a browser its session: out of reach of scripts, and not sent with others' requests."""
    return f"{COOKIE}={access.cookie_of(session)}; Path=/; HttpOnly; SameSite=Lax"


def _cookie(headers: Headers) -> str | None:
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return held.value if held is not None else None
