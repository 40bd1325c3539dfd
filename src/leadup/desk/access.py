"""Who may do what at the desk, and how a browser is known from one request to the next.

Nothing is stored: a session is a cookie signed with a secret that lives as long as the desk does. On loopback whoever
can reach the address may edit, unless a token is asked for; on any other address a token gives the role.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import urlsplit

Role = Literal["read", "edit"]
COOKIE: Final = "leadup_desk"
TOKEN_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class Session:
    """A browser and its role. ``csrf`` is what each of its changes must carry."""

    id: str
    role: Role
    csrf: str

    def is_proved(self, sent: str) -> bool:
        """Whether the token that came with a change is the session's own (see ``csrf``)."""
        return _equal(sent, self.csrf)


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class Access:
    """What a desk was opened with: whether it asks for a token, the tokens by role, and the names it answers to.

    ``names`` are host names beyond the addresses themselves; a name that is not among them is refused, since a page
    from elsewhere may have pointed it here (DNS rebinding).
    """

    edit_token: str
    read_token: str
    asks: bool = False
    names: frozenset[str] = frozenset(("localhost",))
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def role_of(self, token: str) -> Role | None:
        """The role that a token gives; None where it is none of this desk's."""
        if _equal(token, self.edit_token):
            return "edit"
        if _equal(token, self.read_token):
            return "read"
        return None

    def new_session(self, role: Role) -> Session:
        """A new session with this role, and a CSRF token of its own."""
        return self._session(secrets.token_urlsafe(12), role)

    def session_of(self, cookie: str | None) -> Session | None:
        """The session that a cookie names; None where this desk did not sign it."""
        parts = (cookie or "").split(".")
        if len(parts) != 3 or parts[1] not in ("read", "edit"):
            return None
        id, role, mark = parts
        session = self._session(id, "edit" if role == "edit" else "read")
        return session if _equal(mark, self._mark(f"{id}.{role}")) else None

    def cookie_of(self, session: Session) -> str:
        """The cookie that names a session."""
        return f"{session.id}.{session.role}.{self._mark(f'{session.id}.{session.role}')}"

    def knows_host(self, host: str) -> bool:
        """Whether a request's Host is an address, or a name that the desk answers to."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if name in self.names:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or self.asks

    def _session(self, id: str, role: Role) -> Session:
        return Session(id, role, self._mark(f"csrf.{id}.{role}"))

    def _mark(self, words: str) -> str:
        return hmac.new(self.secret, words.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:40]


def _equal(sent: str, own: str) -> bool:
    """Whether two secrets are equal, compared in constant time."""
    return hmac.compare_digest(sent.encode("utf-8", "replace"), own.encode())


def is_loopback(host: str) -> bool:
    """Whether an address to bind to can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
