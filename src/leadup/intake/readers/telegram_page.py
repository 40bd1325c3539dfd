"""Telegram's export as pages (``messages.html``): one message is one article, its writer the outlet.

A message that follows another of the same writer does not name him again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml.html import HtmlElement

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.decode import decode
from leadup.intake.format import Format
from leadup.intake.lines import lines_of_tree
from leadup.intake.options import Options
from leadup.intake.parse import parse
from leadup.intake.readers.posts import post
from leadup.intake.source import Source
from leadup.model import Article

# "04.05.2019 10:16:00 UTC+02:00"; older versions give no zone.
_WHEN = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:\d{2}))?")


def sniff(head: bytes) -> bool:
    """The frame that every page of an export has."""
    return b'class="page_wrap"' in head[:8192] and b'class="page_body chat_page"' in head


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages of a page, in its order. What the program itself says, and pictures without words, are none."""
    tree = parse(decode(source.bytes(options.limits.page), source.name, "utf-8"))
    messages = [] if tree is None else [e for e in tree.iter("div") if _is(e, "message")]
    who: str | None = None
    found = 0
    for message in messages:
        passed = _part(message, "forwarded")
        named = _part(message, "from_name")
        if named is not None and not (passed is not None and passed in named.iterancestors()):
            who = " ".join(named.text_content().split())
        text = _part(message, "text")
        if not _is(message, "default") or text is None:
            continue
        found += 1
        place = f"{source.name}#{message.get('id') or found}"
        when = _part(message, "date")
        stamp = _WHEN.search(when.get("title") or "") if when is not None else None
        writer = who
        if passed is not None and (first := _part(passed, "from_name")) is not None:
            # Whose words they are, and when they were first sent.
            writer = " ".join((first.text or "").split()) or who
            sent = next((e.get("title") or "" for e in first.iter("span") if _is(e, "date")), "")
            stamp = _WHEN.search(sent) or stamp
        day, month, year, clock, zone = stamp.groups() if stamp else (None,) * 5
        at = f"{year}-{month}-{day}T{clock}{zone or ''}" if stamp else None
        yield attempt(partial(post, lines_of_tree(text), writer, at, place, options), place, "telegram pages")
    if not found:
        yield UnreadableInput(source.name, "no message with words on this page of an export", "Give the other pages")


def _part(message: HtmlElement, name: str) -> HtmlElement | None:
    """The part of a message with this class; what it quotes of another is passed over."""
    return next((e for e in message.iter("div") if e is not message and _is(e, name)), None)


def _is(element: HtmlElement, name: str) -> bool:
    return name in (element.get("class") or "").split()


FORMAT = Format("telegram-page", "Telegram exports as pages, one article a post", (), sniff, read, sure=True)
