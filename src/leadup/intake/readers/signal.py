"""Signal: what its exporters write. One message is one article (kind "post"), and who wrote it is its outlet.

Three forms are told: the texts of sigtop ("From:", "Type: incoming", "Sent:"), the lines of Signal's own plaintext
export (``main.jsonl``: accounts, recipients, chats, their items), and the records of sigtop and signal-export, which
are shapes (``shapes.toml``). Chats with a bracketed time before each message are read as WhatsApp's are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import msgspec

from leadup.errors import IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format
from leadup.intake.options import Options
from leadup.intake.readers.parsing import decoded
from leadup.intake.readers.posts import post
from leadup.intake.source import Source
from leadup.model import Article

_HEAD = re.compile(r"(?m)^From: (.{1,200})\nType: (?:incoming|outgoing)\n(?=(?:[A-Z][a-z]{2,12}: .*\n){0,6}?Sent: )")
_FIELD = re.compile(r"([A-Z][a-z]{2,12}): (.*)(?:\n|\Z)")
_LINES = re.compile(rb'\s*\{\s*"(?:version|backupTimeMs|account|recipient|chat|chatItem)"\s*:')


def sniff(head: bytes) -> bool:
    """The head of a message in a text, or the first lines of a plaintext export."""
    start = head[:8192]
    if b"\nType: incoming" in start or b"\nType: outgoing" in start:
        return _HEAD.search(newlines(start.decode("utf-8", "replace"))) is not None
    return _LINES.match(start.lstrip(b"\xef\xbb\xbf")) is not None and b'"backupTimeMs"' in start[:400]


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages of an export, in its order."""
    text = newlines(decode(source.bytes(options.limits.page * 8), source.name))
    yield from (
        _of_lines(text, source.name, options)
        if text.lstrip("\ufeff \n")[:1] == "{"
        else _of_text(text, source.name, options)
    )


def _of_text(text: str, source: str, options: Options) -> Iterator[Article | IntakeError]:
    heads = list(_HEAD.finditer(text))
    for number, (found, after) in enumerate(zip(heads, [*heads[1:], None], strict=False), 1):
        end = len(text) if after is None else after.start()
        fields: dict[str, str] = {}
        at = found.start()
        while field := _FIELD.match(text, at, end):
            fields.setdefault(field.group(1), field.group(2).strip())
            at = field.end()
        words = text[at:end].strip("\n")
        if words.strip():
            place = f"{source}#{number}"
            who = fields["From"].split(" (", 1)[0]
            yield attempt(partial(post, words, who, fields.get("Sent"), place, options), place, "signal")


def _of_lines(text: str, source: str, options: Options) -> Iterator[Article | IntakeError]:
    names: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = decoded(line)
        except (msgspec.DecodeError, RecursionError) as error:
            yield UnreadableInput(source, f"not JSON: {error}", "Export it again", number)
            continue
        if not isinstance(row, Mapping):
            continue
        if isinstance(known := row.get("recipient"), Mapping) and (name := _name(known)):
            names[str(known.get("id"))] = name
        item = row.get("chatItem")
        said = item.get("standardMessage") if isinstance(item, Mapping) else None
        body = said.get("text") if isinstance(said, Mapping) else None
        words = body.get("body") if isinstance(body, Mapping) else None
        if isinstance(item, Mapping) and isinstance(words, str) and words.strip():
            who = names.get(str(item.get("authorId")))
            place = f"{source}#{number}"
            yield attempt(partial(post, words, who, item.get("dateSent"), place, options), place, "signal")


def _name(recipient: Mapping[str, Any]) -> str | None:
    """What a recipient is called, as far as the export says."""
    contact = recipient.get("contact")
    if not isinstance(contact, Mapping):
        return None
    for first, last in (("systemGivenName", "systemFamilyName"), ("profileGivenName", "profileFamilyName")):
        if name := " ".join(str(contact.get(part) or "") for part in (first, last)).strip():
            return name
    username = contact.get("username")
    return str(username) if username else None


FORMAT = Format("signal", "Signal exports, one article a message", (), sniff, read, sure=True)
