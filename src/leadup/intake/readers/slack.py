"""Slack's exports: a folder a channel, a file a day. One message is one article (kind "post"), who wrote it its outlet.

Who a member is stands in ``users.json`` beside the channels; in a packed export, beside some of the messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from html import unescape
from typing import Any

from leadup.errors import IntakeError, LeadupError
from leadup.intake.boundary import attempt
from leadup.intake.decode import decode
from leadup.intake.format import Format
from leadup.intake.kinds import unknown
from leadup.intake.options import Options
from leadup.intake.readers.parsing import value_of
from leadup.intake.readers.posts import post
from leadup.intake.source import Source, file_source
from leadup.model import Article

USERS = "users.json"
_STAMP = re.compile(rb'"ts"\s*:\s*"\d{10}\.\d{6}"')
_TYPE = re.compile(rb'"type"\s*:\s*"message"')
# The lists that lie beside the channels: members, channels, conversations, what programs did.
_BESIDE = re.compile(rb'\s*\[\s*\{\s*"id"\s*:\s*"[A-Z0-9]{1,20}"\s*,\s*"(?:team_id|name|created|creator|members)"\s*:')
# Kinds of a message that somebody wrote; every other is what Slack says of the channel ("has joined").
_WRITTEN = (None, "bot_message", "me_message", "thread_broadcast", "file_share", "file_comment")
_DEEPEST = 12
"""Lists and objects within one another in which a message's words are looked for."""
_MARK = re.compile(r"<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>")


def sniff(head: bytes) -> bool:
    """A list of messages with Slack's stamps, or one of the lists that lie beside them."""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"[":
        return False
    messages = _TYPE.search(head) is not None and _STAMP.search(head) is not None
    return messages or (_BESIDE.match(head.lstrip(b"\xef\xbb\xbf")) is not None and _is_beside(head))


def _is_beside(head: bytes) -> bool:
    return (b'"creator"' in head and b'"members"' in head) or (b'"team_id"' in head and b'"profile"' in head)


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages that people and programs wrote in a channel on a day."""
    held = value_of(decode(source.bytes(options.limits.page * 8), source.name), source.name)
    rows = [row for row in held if isinstance(row, Mapping)] if isinstance(held, list) else []
    if not any("ts" in row for row in rows):
        raise unknown(source.name, "a part of a Slack export without messages", "Give the channels' folders")
    members = _members(source, options)
    for row in rows:
        if name := _of_profile(row.get("user_profile")):
            members.setdefault(str(row.get("user")), name)
    for row in rows:
        if row.get("type") == "message" and row.get("subtype") in _WRITTEN and _words(row):
            place = f"{source.name}#{row.get('ts')}"
            yield attempt(partial(_message, row, members, place, options), place, "slack")


def _message(row: Mapping[str, Any], members: Mapping[str, str], place: str, options: Options) -> Article | IntakeError:
    who = row.get("user") or row.get("bot_id")
    name = members.get(str(who)) or row.get("username") or who
    # "1578043351.000200": seconds, and a number that tells messages of one second apart.
    when = str(row.get("ts")).split(".")[0]
    return post(_shown(_words(row), members), str(name) if name else None, when, place, options)


def _words(row: Mapping[str, Any]) -> str:
    """What a message says: its text, else the words of its blocks, else those of what is attached to it."""
    said = str(row.get("text") or "")
    return said or " ".join(_texts(row.get("blocks"))) or "\n\n".join(_texts(row.get("attachments")))


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    """The words under "text", else "fallback", of nested lists and objects, in order."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _texts(one, depth + 1)
    elif isinstance(value, Mapping):
        text = value.get("text") or value.get("fallback")
        if isinstance(text, str):
            yield text
        else:
            yield from _texts([text, value.get("elements")], depth + 1)


def _shown(text: str, members: Mapping[str, str]) -> str:
    """A message as its readers see it: members and channels by their names, links by their words."""

    def mark(found: re.Match[str]) -> str:
        sign, of, label = found.groups()
        if sign == "@":
            return f"@{label or members.get(of, of)}"
        return f"{'@' if sign == '!' else sign}{(label or of).lstrip('@#')}"

    return unescape(_MARK.sub(mark, text))


def _members(source: Source, options: Options) -> dict[str, str]:
    """Members' names by their signs, from the list beside the channel's folder."""
    if source.path is None:
        return {}
    beside = file_source(source.path.parent.parent / USERS)
    if isinstance(beside, IntakeError):
        return {}
    try:
        held = value_of(decode(beside.bytes(options.limits.page), beside.name), beside.name)
    except LeadupError:
        return {}
    rows = [row for row in held if isinstance(row, Mapping)] if isinstance(held, list) else []
    named = {str(r.get("id")): _of_profile(r) or _of_profile(r.get("profile")) or r.get("name") for r in rows}
    return {sign: str(name) for sign, name in named.items() if name}


def _of_profile(profile: Any) -> str | None:
    if not isinstance(profile, Mapping):
        return None
    name = profile.get("real_name") or profile.get("display_name")
    return str(name) if name else None


FORMAT = Format("slack", "Slack exports, one article a message", (), sniff, read, sure=True)
