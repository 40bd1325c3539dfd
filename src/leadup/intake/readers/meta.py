"""What Facebook, Instagram and Messenger hand out of one's own account in JSON: one post or message an article.

These downloads write each byte of UTF-8 as a sign of its own ("Ã©" is "é"); that is undone. Whose account it is says a
file of the same download, else the line that Facebook writes over a post ("Jane Doe updated her status.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from leadup.errors import EmptyArticle, IntakeError, LeadupError
from leadup.intake.boundary import attempt
from leadup.intake.decode import decode
from leadup.intake.format import Format
from leadup.intake.interfaces import names, one_of
from leadup.intake.options import Options
from leadup.intake.readers.parsing import value_of
from leadup.intake.readers.posts import post
from leadup.intake.source import Source, file_source
from leadup.model import Article

Row = Mapping[str, Any]

_OPENS = re.compile(
    rb'(?:\{\s*"\w{1,60}"\s*:\s*)?\[\s*\{\s*"(?:timestamp|data|attachments|title|tags|media|place|fbid)"\s*:'
)
_FACEBOOK = re.compile(rb'"timestamp"\s*:\s*\d{9,10}\b')
_HELD = re.compile(rb'"(?:data|attachments)"\s*:\s*\[')
_SAID = re.compile(rb'"(?:post|comment|external_context|media|update_timestamp)"\s*:')
_INSTAGRAM = re.compile(rb'"(?:media|ig_\w+)"\s*:\s*\[\s*\{.{0,4000}?"creation_timestamp"\s*:\s*\d{9,10}\b', re.DOTALL)
_MESSENGER = re.compile(rb'"sender_name"\s*:.{0,4000}?"timestamp_ms"\s*:\s*\d{12,13}\b', re.DOTALL)
_PROFILES = (
    "profile_information/profile_information.json",
    "personal_information/profile_information/profile_information.json",
    "personal_information/personal_information/personal_information.json",
    "personal_information/personal_information.json",
    "account_information/personal_information.json",
)
_UP = 4
"""Folders above a file in which the download's own may lie."""


def sniff(head: bytes) -> bool:
    """The names and the kind of times that these downloads have."""
    start = head[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] not in (b"[", b"{"):
        return False
    if not _OPENS.match(start):
        return _MESSENGER.search(start) is not None
    facebook = _FACEBOOK.search(start) and _HELD.search(start) and _SAID.search(start)
    return bool(facebook or _INSTAGRAM.search(start))


def read(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The posts, comments or messages of a file, those without words left out."""
    data = value_of(decode(source.bytes(options.limits.page * 8), source.name), source.name)
    owner = _owner(source, options)
    found = 0
    for number, row in enumerate(_rows(data), 1):
        said, who, when = _message(row) if "sender_name" in row else _post(row)
        if said:
            found += 1
            place = f"{source.name}#{number}"
            yield attempt(partial(post, said, who or owner, when, place, options), place, "meta")
    if not found:
        raise EmptyArticle(source.name)


def _rows(data: object) -> list[Row]:
    """The list of a file, which newer ones hold under a name ("ig_reels_media", "comments_v2", "messages")."""
    if isinstance(data, Mapping):
        lists = [held for held in data.values() if isinstance(held, list) and any(map(_is_row, held))]
        data = lists[0] if lists else [data]
    return [row for row in data if isinstance(row, Mapping)] if isinstance(data, list) else []


def _is_row(value: object) -> bool:
    return isinstance(value, Mapping) and bool({"timestamp", "timestamp_ms", "media", "creation_timestamp"} & {*value})


def _message(row: Row) -> tuple[str, str | None, object]:
    if row.get("is_unsent"):
        return "", None, None
    said, sender = _text(row.get("content")), _text(row.get("sender_name"))
    return "" if _is_notice(said, sender) else said, sender or None, row.get("timestamp_ms")


def _is_notice(said: str, sender: str) -> bool:
    """Whether the words are the program's own, of what was done in the chat: "Jane sent an attachment." by Jane Doe."""
    bare = said.strip().rstrip(".")
    if _whole().fullmatch(bare):
        return True
    who = next((name for name in _names(sender) if bare[: len(name)].casefold() == name.casefold()), None)
    return who is not None and _acts().fullmatch(bare, len(who)) is not None


def _names(sender: str) -> tuple[str, ...]:
    """What a program calls a sender, the longest first."""
    return tuple(name for name in (sender, sender.split(" ")[0], *names("messenger", "you")) if name)


def _post(row: Row) -> tuple[str, str | None, object]:
    """The words of a post, who wrote them and when: its own words, else those under its pictures."""
    said: list[str] = []
    who = None
    for held in _maps(row.get("data")):
        comment = held.get("comment")
        if isinstance(comment, Mapping):
            said.append(_text(comment.get("comment")))
            who = _text(comment.get("author")) or who
        else:
            said.append(_text(held.get("post")))
    if not any(said):
        parts = [part for held in _maps(row.get("attachments")) for part in _maps(held.get("data"))]
        said = [_text(media.get("description")) for p in parts if isinstance(media := p.get("media"), Mapping)]
    pictures = _maps(row.get("media"))
    if pictures or "creation_timestamp" in row:
        said = [_text(row.get("title"))]
        said = said if any(said) else [_text(picture.get("title")) for picture in pictures]
    times = [row.get("timestamp"), row.get("creation_timestamp"), *(p.get("creation_timestamp") for p in pictures)]
    headed = _did().match(_text(row.get("title"))) if not pictures else None
    words = "\n\n".join(dict.fromkeys(filter(None, said)))
    return words, who or (headed.group(1) if headed else None), next((t for t in times if t), None)


def _maps(value: object) -> list[Row]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _text(value: object) -> str:
    """Words with the bytes of UTF-8 put together again."""
    if not isinstance(value, str):
        return ""
    try:
        return value.encode("latin-1").decode("utf-8").strip()
    except UnicodeError:
        return value.strip()


def _owner(source: Source, options: Options) -> str | None:
    """Whose account it is, from the download's file on the person."""
    folder = source.path.parent if source.path is not None else None
    for _ in range(_UP):
        if folder is None or folder == folder.parent:
            return None
        for name in _PROFILES:
            if owner := _named(folder / name, options):
                return owner
        folder = folder.parent
    return None


def _named(path: Path, options: Options) -> str | None:
    if not path.is_file():
        return None
    beside = file_source(path)
    if isinstance(beside, IntakeError):
        return None
    try:
        data = value_of(decode(beside.bytes(options.limits.page), beside.name), beside.name)
    except LeadupError:
        return None
    if not isinstance(data, Mapping):
        return None
    profile = next((v for k, v in data.items() if str(k).startswith("profile")), None)
    if isinstance(profile, Mapping):
        name = profile.get("name")
        return _text(name.get("full_name") if isinstance(name, Mapping) else name) or None
    for person in _maps(profile):
        held = person.get("string_map_data")
        for key in ("Name", "Username"):
            said = held.get(key) if isinstance(held, Mapping) else None
            if isinstance(said, Mapping) and (name := _text(said.get("value"))):
                return name
    return None


@cache
def _did() -> re.Pattern[str]:
    return re.compile(rf"(.{{2,80}}?) (?:{one_of('posts', 'did')})\b")


def _told(key: str) -> str:
    """A regular expression for what the program says, with what it puts in for "…"."""
    return one_of("messenger", key).replace("…", r".{1,200}")


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(rf" (?:{_told('did')})", re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(_told("whole"), re.IGNORECASE)


FORMAT = Format("meta", "Facebook, Instagram and Messenger downloads, one article a post", (), sniff, read, sure=True)
