"""Posts: Telegram exports, Discord's channels, Twitter's archive, Mastodon's outbox, WhatsApp chats. One post is one
article (kind "post"), and the account is its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

import msgspec

from leadup.errors import EmptyArticle, IntakeError, UnreadableInput
from leadup.intake.boundary import attempt
from leadup.intake.compose import ArticleMetadata, article_from_blocks
from leadup.intake.decode import decode, newlines
from leadup.intake.format import Format
from leadup.intake.fragment import blocks_of_fragment
from leadup.intake.interfaces import names
from leadup.intake.kinds import unknown
from leadup.intake.options import Options
from leadup.intake.published import stated
from leadup.intake.source import Source, file_source
from leadup.intake.written import day_order, in_order
from leadup.model import Article, ParagraphKind

_WRITTEN = ("Default", "Reply")
_YTD = re.compile(r"^\s*window\.YTD\.[\w.]{1,60}\s*=\s*")
_CHAT = re.compile(
    r"^[\u200e\ufeff]?\[?(\d{1,2})[./-](\d{1,2})[./-](\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s?([AaPp]\.?[Mm]\.?)?\]?"
    r"\s*(?:-\s*)?(?:([^:\n]{1,60}): )?(.*)$"
)


# Where the telephone's language writes the year first (Swedish, Lithuanian, Chinese).
_YEAR_FIRST = re.compile(r"^([\u200e\ufeff]?\[?)(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?=,?\s)")


def sniff_telegram(head: bytes) -> bool:
    """A chat's name, kind and messages."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"messages"' in head and (b'"type"' in head) and b'"name"' in head[:2000]


def sniff_discord(head: bytes) -> bool:
    """A server, a channel and its messages, as DiscordChatExporter writes them."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"guild"' in head and b'"channel"' in head


def sniff_twitter(head: bytes) -> bool:
    """The assignment that the archive's data files begin with."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"window.YTD.")


def sniff_mastodon(head: bytes) -> bool:
    """An ActivityStreams collection."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b"activitystreams" in head and b'"orderedItems"' in head


def sniff_whatsapp(head: bytes) -> bool:
    """Lines that begin with a day, a time and a name."""
    lines = [_day_first(line) for line in head[:8192].decode("utf-8", "replace").splitlines()[:12]]
    if not lines or not _CHAT.match(lines[0]):
        return False
    return sum(1 for line in lines if (m := _CHAT.match(line)) and m.group(7)) >= min(2, len(lines))


def read_telegram(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages of a chat, or of each chat of a whole export."""
    data = _json(source, options)
    chats = data.get("chats", {}).get("list") if isinstance(data.get("chats"), Mapping) else [data]
    for chat in chats if isinstance(chats, list) else []:
        messages = chat.get("messages") if isinstance(chat, Mapping) else None
        for message in messages if isinstance(messages, list) else []:
            if isinstance(message, Mapping) and message.get("type") in (None, "message"):
                place = f"{source.name}#{message.get('id')}"
                yield attempt(partial(_telegram, message, chat.get("name"), place, options), place, "telegram")


def _telegram(message: Mapping[str, Any], chat: Any, place: str, options: Options) -> Article | IntakeError:
    parts = message.get("text")
    pieces = parts if isinstance(parts, list) else [parts]
    text = "".join(
        p if isinstance(p, str) else str(p.get("text") or "") if isinstance(p, Mapping) else "" for p in pieces
    )
    who = message.get("forwarded_from") or message.get("from") or chat
    return post(text, str(who) if who else None, message.get("date_unixtime") or message.get("date"), place, options)


def read_discord(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages that people wrote in a channel, and what they answered."""
    messages = _json(source, options).get("messages")
    for message in messages if isinstance(messages, list) else []:
        if isinstance(message, Mapping) and message.get("type") in _WRITTEN and message.get("content"):
            place = f"{source.name}#{message.get('id')}"
            yield attempt(partial(_written, message, place, options), place, "discord")


def _written(message: Mapping[str, Any], place: str, options: Options) -> Article | IntakeError:
    author = message.get("author")
    who = (author.get("nickname") or author.get("name")) if isinstance(author, Mapping) else None
    return post(str(message["content"]), str(who) if who else None, message.get("timestamp"), place, options)


def read_twitter(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The posts of an account's archive."""
    text = decode(source.bytes(options.limits.page * 8), source.name)
    try:
        rows = msgspec.json.decode(_YTD.sub("", text, count=1).rstrip().rstrip(";"))
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableInput(source.name, f"not JSON: {error}", "Ask for the archive anew") from None
    held = [r.get("tweet", r) for r in rows if isinstance(r, Mapping)] if isinstance(rows, list) else []
    rows = [r for r in held if isinstance(r, Mapping)]
    if not any("full_text" in r or "text" in r for r in rows):
        raise unknown(source.name, "a part of a Twitter archive without posts", "Give its tweets.js")
    account = _account(source, options)
    for row in rows:
        place = f"{source.name}#{row.get('id_str') or row.get('id')}"
        yield attempt(partial(_tweet, row, account, place, options), place, "twitter")


def _account(source: Source, options: Options) -> str | None:
    """Whose archive it is, by the file that lies beside the posts."""
    if source.path is None:
        return None
    beside = file_source(source.path.with_name("account.js"))
    if isinstance(beside, IntakeError):
        return None
    try:
        found = msgspec.json.decode(_YTD.sub("", decode(beside.bytes(options.limits.page), beside.name), count=1))
        account = found[0]["account"]
        return str(account.get("accountDisplayName") or account["username"])
    except (IntakeError, msgspec.DecodeError, LookupError, TypeError, AttributeError):
        return None


def _tweet(row: Mapping[str, Any], account: str | None, place: str, options: Options) -> Article | IntakeError:
    user = row.get("user")
    who = (user.get("name") or user.get("screen_name")) if isinstance(user, Mapping) else account
    text = row.get("full_text") or row.get("text")
    return post(str(text or ""), who, row.get("created_at"), place, options, language=row.get("lang"))


def read_mastodon(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The posts of an account's outbox; what it only passed on is not its own."""
    items = _json(source, options).get("orderedItems")
    for item in items if isinstance(items, list) else []:
        note = item.get("object") if isinstance(item, Mapping) else None
        if isinstance(note, Mapping) and note.get("content"):
            place = f"{source.name}#{note.get('id')}"
            yield attempt(partial(_toot, note, place, options), place, "mastodon")


def _toot(note: Mapping[str, Any], place: str, options: Options) -> Article | IntakeError:
    who = str(note.get("attributedTo") or "")
    parts = who.split("://")[-1].split("/")
    account = f"{parts[-1].removeprefix('@')}@{parts[0]}" if len(parts) > 1 else who or None
    url = note.get("url")
    return post(
        str(note["content"]), account, note.get("published"), place, options, url=url if isinstance(url, str) else None
    )


def read_whatsapp(source: Source, options: Options) -> Iterator[Article | IntakeError]:
    """The messages of a chat; the order of day and month is that of the whole chat."""
    messages: list[list[Any]] = []
    year_first = False
    for line in newlines(decode(source.bytes(options.limits.page), source.name)).split("\n"):
        turned = _day_first(line)
        year_first = year_first or turned != line
        found = _CHAT.match(turned)
        if found:
            messages.append([found, found.group(8)])
        elif messages and line.strip():
            messages[-1][1] += f"\n{line.strip()}"
    order = (
        "dmy"
        if year_first
        else options.date_order or day_order([f"{m.group(1)}/{m.group(2)}/2000" for m, _ in messages])
    )
    for number, (found, text) in enumerate(messages, 1):
        if found.group(7) and not _is_notice(text):
            place = f"{source.name}#{number}"
            year = int(found.group(3)) + (2000 if len(found.group(3)) == 2 else 0)
            day = in_order(int(found.group(1)), int(found.group(2)), year, order)
            yield attempt(partial(post, text, found.group(7).strip(), day, place, options), place, "whatsapp")


def _day_first(line: str) -> str:
    """A line that begins with its day, year first, with that day written day first as in other chats."""
    return _YEAR_FIRST.sub(r"\1\4/\3/\2", line)


def _is_notice(text: str) -> bool:
    """Whether a message is none of a person's: a picture left out, a message taken back, the program's own words.

    What the program itself says begins with a mark of direction on telephones of Apple's.
    """
    return text.startswith("\u200e") or text.strip(" \u200e.<>").casefold() in _notices()


@cache
def _notices() -> frozenset[str]:
    return frozenset(name.strip("<>") for name in names("chat", "nothing"))


def post(
    text: str,
    who: str | None,
    when: Any,
    place: str,
    options: Options,
    url: str | None = None,
    language: str | None = None,
) -> Article | IntakeError:
    """The article that a post is: ``who`` wrote it ``when``."""
    blocks: list[tuple[ParagraphKind, str]] = [("body", words) for _, words in blocks_of_fragment(text) if words]
    if not blocks:
        return EmptyArticle(place)
    known = ArticleMetadata(
        url=url, outlet=who, published=stated(when, "the post's own time"), language=language, kind="post"
    )
    return article_from_blocks(blocks, source=place, known=known, options=options)


def _json(source: Source, options: Options) -> Mapping[str, Any]:
    try:
        data = msgspec.json.decode(decode(source.bytes(options.limits.page * 8), source.name))
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableInput(source.name, f"not JSON: {error}", "Export it again") from None
    return data if isinstance(data, Mapping) else {}


TELEGRAM = Format("telegram", "Telegram exports, one article a post", (), sniff_telegram, read_telegram, sure=True)
DISCORD = Format("discord", "Discord channels, one article a post", (), sniff_discord, read_discord, sure=True)
TWITTER = Format("twitter", "Twitter/X archives (tweets.js)", (), sniff_twitter, read_twitter, sure=True)
MASTODON = Format("mastodon", "Mastodon's outbox", (), sniff_mastodon, read_mastodon, sure=True)
WHATSAPP = Format("whatsapp", "WhatsApp chats", (), sniff_whatsapp, read_whatsapp, sure=True)
