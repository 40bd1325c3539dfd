"""A mail taken apart (RFC 5322, MIME): its headers, its bodies, what is attached, and mails within it."""

from __future__ import annotations

import contextlib
import email.errors
import email.header
import re
from collections.abc import Iterator
from email.message import Message
from email.policy import Compat32
from typing import Final

from leadup.intake.decode import decode, newlines

LONGEST_HEADER = 4096

MOST_PARTS = 500

_STARRED = re.compile(r";[^;=]*\*[^;=]*=[^;]*")


class _Short(Compat32):
    """The lenient policy, which keeps no more of a header than is read: its parameters are taken apart at a cost that
    grows with their square. The strict policy reads headers with a grammar that takes hours on hostile ones."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        value = value[:LONGEST_HEADER]
        return name, _STARRED.sub("", value) if "*" in value and not _is_sound(value) else value


def _is_sound(value: str) -> bool:
    """Whether the parts of a header's parameters (RFC 2231) can be put together: some, numbered and not, cannot."""
    message = Message()
    message["Content-Type"] = value
    try:
        message.get_params()
    except (TypeError, ValueError):
        return False
    return True


POLICY: Final = _Short()

_CARRIED = "message/rfc822"

_DOCUMENTS = (
    ".pdf",
    ".docx",
    ".doc",
    ".odt",
    ".rtf",
    ".epub",
    ".eml",
    ".msg",
    ".htm",
    ".html",
    ".mht",
    ".mhtml",
    ".dat",
)

_SOFT_BREAK = re.compile(r"(?<!\n--) \n(?=[^\s>])")


def parts_of(message: Message, most: int = MOST_PARTS) -> Iterator[Message]:
    """The parts of a mail that are no parts of another which it carries, in order, no more than so many."""
    waiting = [message]
    for _ in range(most):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        held = part.get_payload()
        if isinstance(held, list) and part.get_content_type() != _CARRIED:
            waiting += [inner for inner in reversed(held) if isinstance(inner, Message)]


def mails_within(message: Message) -> Iterator[Message]:
    """The mails that another carries whole, as attachments or as a digest."""
    for part in parts_of(message):
        held = part.get_payload()
        if part.get_content_type() == _CARRIED and isinstance(held, list) and held and isinstance(held[0], Message):
            yield held[0]


def attached(message: Message) -> Iterator[tuple[str, bytes]]:
    """The documents attached to a mail, by name; pictures, signatures and calendars are none."""
    for part in parts_of(message):
        name = " ".join(str(part.get_filename() or "").split())
        if name.lower().endswith(_DOCUMENTS) and isinstance(data := part.get_payload(decode=True), bytes) and data:
            yield name, data


def bodies_of(message: Message, place: str) -> tuple[str | None, str | None]:
    """The first HTML and the first plain text of a mail that is no attachment."""
    html: str | None = None
    plain: str | None = None
    for part in parts_of(message):
        kind = part.get_content_type()
        if (
            kind not in ("text/html", "text/plain")
            or "attachment" in str(part.get("Content-Disposition") or "").lower()
        ):
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data.strip():
            continue
        words = decode(data, place, str(part.get_content_charset() or "") or None)
        if kind == "text/html":
            html = html or words
        else:
            plain = plain or (_flowing(words) if part.get_param("format") == "flowed" else words)
    return html, plain


def _flowing(text: str) -> str:
    """A text of format "flowed" (RFC 3676): a line that ends in a space goes on in the next; "-- " is none such."""
    return _SOFT_BREAK.sub(" ", newlines(text))


def header(message: Message, name: str) -> str:
    """A header as text: encoded words decoded, its lines joined, no more than its first 4096 characters."""
    # As it stands: what the library gives has a sign of loss for every byte that is no ASCII.
    value = next((str(held) for known, held in message.raw_items() if known.lower() == name.lower()), "")
    value = _of_bytes(value[:LONGEST_HEADER], message)
    try:
        parts = email.header.decode_header(value)
        text = "".join(p.decode(c or "utf-8", "replace") if isinstance(p, bytes) else p for p, c in parts)
    except (LookupError, ValueError, email.errors.MessageError):
        text = value
    return " ".join(text.split())


def _of_bytes(value: str, message: Message) -> str:
    """A header's text whose letters were written as bytes, which no rule allows and many a program does: UTF-8, or the
    charset of the body, or that of Windows."""
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogateescape")
    for charset in ("utf-8", str(message.get_content_charset() or "")):
        with contextlib.suppress(LookupError, ValueError):
            return data.decode(charset)
    return data.decode("cp1252", "replace")
